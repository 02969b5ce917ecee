"""From a movement as a clause tells it to a claim: unit, places, role."""

import re

from muster.extract.evidence import Ground, Scene, claim, operation_near, place_of, time_of, time_unread
from muster.extract.movement_moves import Move
from muster.extract.movement_standing import asker_of, stage_of, status_of_move
from muster.model.annotation import MentionKind
from muster.model.claim import Claim, Movement

_UNITS = frozenset({"units", "police", "observers", "staff"})
# Words for soldiers at large: no unit.
_AT_LARGE = frozenset(
    "troop troops soldier soldiers man men serviceman servicemen member members personnel force forces peacekeeper"
    " peacekeepers rank ranks reinforcement reinforcements comrade comrades officer officers people lad lads boy boys"
    " mission replacement military compatriot pax tps body trooper troopers".split()
)
_DROPPED = frozenset({"strong", "-", "man", "member", "more"})
_RESERVE = re.compile(
    r"\b(?:in|as|from|for|of) (?:the |a |an |its |strategic |operational |theatre |theater |tactical )*reserve\b"
)


def claim_of(move: Move) -> Claim:
    """The claim that a movement is."""
    status = status_of_move(move)
    fact = Movement(
        actor=move.party.actor,
        act=move.act,
        count=move.party.count,
        unit=_unit(move),
        origin=_origin(move),
        destination=_destination(move),
        role=_role(move),
        requested_by=asker_of(move),
        stage=stage_of(move, status),
    )
    outside = move.party.sort in ("army", "armed")
    ground = Ground(
        move.scene,
        move.clause.predicate,
        move.words,
        operation=None if outside else operation_near(move.scene, move.party.head),
        status=status,
        when=time_of(move.scene, move.clause) or time_unread(move.scene, move.clause),
    )
    return claim(ground, fact, f"movement: {' '.join(filter(None, (move.frame.lemma, move.frame.particle)))}")


def _unit(move: Move) -> str | None:
    """The unit or sort of soldiers as written; of soldiers at large the unit they are "from" or "of"."""
    scene, head = move.scene, _counted(move.scene, move.party.head)
    if scene.sentence.tokens[head].pos == "PRON":
        return None
    if _is_unit(scene, head):
        return _bare(scene, head)
    for c in scene.sentence.children_of(head):
        if scene.sentence.tokens[c].lower in ("of", "from"):
            inner = [d for d in scene.sentence.children_of(c) if _is_unit(scene, d, "units")]
            if inner:
                return _bare(scene, inner[0])
    return None


def _counted(scene: Scene, head: int) -> int:
    """The noun that a bare number counts, else the word itself."""
    nouns = (c.noun for c in scene.sentence.counts if c.first <= head < c.last and c.noun is not None)
    return next(nouns, head)


def _is_unit(scene: Scene, i: int, sort: str | None = None) -> bool:
    token = scene.sentence.tokens[i]
    if token.lower in _AT_LARGE or token.lemma.lower() in _AT_LARGE:
        return False
    forms = {group.form for group in scene.sentence.groups_at(i)}
    if sort is not None:
        return sort in forms
    named = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    army = "institutions" in forms and token.lemma.lower() in ("army", "navy")
    return bool(forms & (_UNITS | {"soldiers"})) or army or (named is not None and named.form == "force")


def _bare(scene: Scene, i: int) -> str:
    """The noun phrase at `i` without article and number."""
    first, last = scene.sentence.phrase(i)
    numbers = [c.last for c in scene.sentence.counts if first <= c.first and c.last <= i and not c.article]
    first = max([first, *numbers])
    tokens = scene.sentence.tokens
    while first < i and (tokens[first].dep in ("det", "predet", "punct") or tokens[first].lower in _DROPPED):
        first += 1
    return scene.words(first, last)


def _destination(move: Move) -> str | None:
    """Where to; of those who come or are relieved also where they then are ("touched down at Entebbe")."""
    found = _place(move.scene, move.places.goals)
    if found is None and move.act in ("deploy", "reinforce", "rotate") and not move.clause.nominal:
        found = place_of(move.scene, move.clause, "at", "in", "on", "near", "inside", "to", "into")
    return found


def _origin(move: Move) -> str | None:
    """Where from; of those who go also where they were ("packed up in Bouar")."""
    found = _place(move.scene, move.places.origins)
    if found is None and move.act == "withdraw" and not move.clause.nominal:
        found = place_of(move.scene, move.clause, "from", "out of", "in", "at")
    return found


def _place(scene: Scene, heads: tuple[int, ...]) -> str | None:
    return scene.phrase(heads[0], of=True) if heads else None


def _role(move: Move) -> str | None:
    text = " ".join(t.lower for t in move.scene.sentence.tokens)
    return "reserve" if _RESERVE.search(text) else None
