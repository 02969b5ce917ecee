"""From a movement as a clause tells it to a claim: unit, places, role, who asked, how far it has come."""

import re

from muster.extract.evidence import Ground, Scene, claim, operation_near, time_of
from muster.extract.movement_moves import Move
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Claim, Movement, Status

_UNITS = frozenset({"units", "police", "observers", "staff"})
_RUMOURS = frozenset({"report", "information", "rumour", "rumor", "claim", "allegation", "news", "story", "speculation", "suggestion"})
_FALSE = frozenset({"untrue", "false", "baseless", "unfounded", "fake", "wrong", "incorrect", "groundless", "fabricated", "nonsense"})
_BEGINNING = frozenset({"begin", "start", "continue", "proceed", "commence"})
_REQUEST = re.compile(r"\b(?:at|on|upon|following|after|in response to) (?:the |a )?(?:\w+ )?request (?:of|from|by) ")
_RESERVE = re.compile(r"\b(?:in|as|from|for|of) (?:the |a |an |its |strategic |operational |theatre |theater |tactical )*reserve\b")


def claim_of(move: Move) -> Claim:
    """The claim that a movement is."""
    status = _status(move)
    fact = Movement(
        actor=move.party.actor,
        act=move.act,
        count=move.party.count,
        unit=_unit(move),
        origin=_place(move.scene, move.places.origins),
        destination=_place(move.scene, move.places.goals),
        role=_role(move),
        requested_by=_requested_by(move),
        stage=_stage(move, status),
    )
    outside = move.party.sort in ("army", "armed")
    ground = Ground(
        move.scene,
        move.clause.predicate,
        move.words,
        operation=None if outside else operation_near(move.scene, move.party.head),
        status=status,
        when=time_of(move.scene, move.clause),
    )
    return claim(ground, fact, f"movement: {' '.join(filter(None, (move.frame.lemma, move.frame.particle)))}")


def _status(move: Move) -> Status:
    """The clause's status; what is expected or due lies ahead."""
    if move.clause.status is Status.ACTUAL and move.frame.get("status"):
        return Status(move.frame["status"])
    if _is_rumour_denied(move):
        return Status.DENIED
    if move.clause.status is Status.PLANNED and _is_first_to(move):
        return Status.ACTUAL
    if move.clause.status is Status.ACTUAL and _is_announced(move):
        return Status.PLANNED
    return move.clause.status


def _is_rumour_denied(move: Move) -> bool:
    """ "Reports of their withdrawal are untrue", "the rumour does not correspond to reality"."""
    sentence = move.scene.sentence
    for at in sentence.ancestors(move.clause.predicate):
        if sentence.tokens[at].lemma.lower() in _RUMOURS:
            verb = sentence.clause_at(sentence.tokens[at].head)
            words = {sentence.tokens[c].lower for c in sentence.children_of(sentence.tokens[at].head)}
            return bool(words & _FALSE) or (verb is not None and not verb.nominal and verb.status is Status.DENIED)
    return False


def _is_first_to(move: Move) -> bool:
    """ "The first country to quit": what it did, not what it will do."""
    tokens = move.scene.sentence.tokens
    token = tokens[move.clause.predicate]
    before = [t.lower for t in tokens[max(0, tokens[token.head].i - 4) : token.i]]
    return token.dep in ("acl", "relcl") and bool({"first", "last", "only", "latest"} & set(before))


def _is_announced(move: Move) -> bool:
    """ "Museveni to bring Ugandans home": an infinitive in a headline without any finite verb."""
    tokens = move.scene.sentence.tokens
    at = move.clause.predicate
    if at == 0 or tokens[at - 1].lower != "to" or tokens[at].tag not in ("VB", "VBP", "NN"):
        return False
    return not any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens if t.i != at)


def _unit(move: Move) -> str | None:
    """The unit as written; of plain troops the unit they are "from" or "of"."""
    groups = move.scene.sentence.groups_at(move.party.head)
    if groups and groups[0].form in _UNITS and move.scene.sentence.tokens[move.party.head].pos != "PRON":
        return _bare(move.scene, move.party.head)
    for c in move.scene.sentence.children_of(move.party.head):
        if move.scene.sentence.tokens[c].lower in ("of", "from"):
            for d in move.scene.sentence.children_of(c):
                inner = move.scene.sentence.groups_at(d)
                if inner and inner[0].form == "units":
                    return _bare(move.scene, d)
    return None


def _bare(scene: Scene, i: int) -> str:
    """The noun phrase at `i` without article and number."""
    first, last = scene.sentence.phrase(i)
    numbers = [c.last for c in scene.sentence.counts if first <= c.first and c.last <= i and not c.article]
    first = max([first, *numbers])
    while first < i and (scene.sentence.tokens[first].dep in ("det", "predet", "punct") or scene.sentence.tokens[first].lower in ("strong", "-", "man", "member", "more", "more")):
        first += 1
    return scene.words(first, last)


def _place(scene: Scene, heads: tuple[int, ...]) -> str | None:
    return scene.phrase(heads[0], of=True) if heads else None


def _role(move: Move) -> str | None:
    return "reserve" if _RESERVE.search(_sentence(move)) else None


def _sentence(move: Move) -> str:
    return " ".join(t.lower for t in move.scene.sentence.tokens)


def _requested_by(move: Move) -> str | None:
    """Who asked: "at the request of X", or the subject of the verb of asking above."""
    sentence = move.scene.sentence
    for t in sentence.tokens:
        if t.lower == "request" and t.pos == "NOUN":
            owners = [c for c in sentence.children_of(t.i) if sentence.tokens[c].dep == "poss"]
            owners += [d for c in sentence.children_of(t.i) if sentence.tokens[c].lower in ("of", "from", "by") for d in sentence.children_of(c)]
            if owners:
                return _name(move.scene, owners[0])
    return _asker(move.scene, move.clause) if move.clause.status in (Status.REQUESTED, Status.PLANNED, Status.DENIED) else None


def _asker(scene: Scene, clause: Clause) -> str | None:
    for at in scene.sentence.ancestors(clause.predicate):
        governor = scene.sentence.clause_at(at)
        if governor and governor.lemma in ("ask", "request", "demand", "urge", "order", "tell") and governor.agents and not governor.passive:
            return _name(scene, governor.agents[0])
    return None


def _name(scene: Scene, i: int) -> str:
    mention = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.OPERATION, MentionKind.ORGANISATION)
    groups = scene.sentence.groups_at(i)
    if groups and groups[0].country:
        return groups[0].country
    if mention and mention.kind is MentionKind.COUNTRY:
        return mention.value
    return scene.phrase(i)


def _stage(move: Move, status: Status) -> str | None:
    if status is Status.PLANNED:
        return "announced"
    if status is not Status.ACTUAL:
        return None
    sentence = move.scene.sentence
    auxiliaries = {sentence.tokens[c].lower for c in sentence.children_of(move.clause.predicate) if sentence.tokens[c].dep == "aux"}
    if sentence.tokens[move.clause.predicate].tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re"}:
        return "under-way"
    above = sentence.tokens[sentence.tokens[move.clause.predicate].head].lemma
    return "under-way" if above in _BEGINNING else "completed"
