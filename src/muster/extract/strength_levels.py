"""Verbs that say how many: "numbers 5,000", "was cut to 3,000" (`lexicon/strength.yaml`)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.strength_heads import Headcount
from muster.extract.strength_owners import Owner, has_unit_between, is_operation, owners_at
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status
from muster.model.count import Rel

_ALLOWED = (
    ("takes", ()),
    ("owner", ("agent", "patient", "either")),
    ("of", ("operation", "country", "both")),
    ("status", ("planned", "authorised", "requested")),
    ("needs", ("level", "led", "now")),
)
_WEIGHT = (Status.ACTUAL, Status.AUTHORISED, Status.PLANNED, Status.REQUESTED, Status.POSSIBLE, Status.DENIED)
# What may stand between a verb and its number.
_FILLING = frozenset(
    "a an the its their our some just only still now currently already today , total strength maximum combined overall "
    "present current about between as of force complement low high peak record mere presence level 's".split()
)
_LINKS = frozenset(", and as well plus along together with & or supported by backed alongside / ;".split())
_PARTS = frozenset(
    ", ( – — - including comprising namely of which consisting with among them whom included i.e. are :".split()
)
_NOW = frozenset({"currently", "now", "still", "already", "today", "presently"})
_MISREAD = {
    "number": "number",
    "numbers": "number",
    "counts": "count",
    "totals": "total",
    "fields": "field",
    "has": "have",
    "stands": "stand",
}
_BODIES = frozenset(
    {"un", "nato", "eu", "au", "ecowas", "osce", "oas", "sadc", "igad", "oau", "un-security-council", "weu", "csto"}
)
_LED = 100
_SOME = 30
_OPENING = frozenset({"decides", "authorizes", "authorises", "endorses", "approves"})
_DECIDING = frozenset(
    {
        "decide",
        "authorize",
        "authorise",
        "approve",
        "endorse",
        "set",
        "mandate",
        "establish",
        "create",
        "provide",
        "allow",
        "call",
    }
)
_DECIDERS = frozenset({"council", "resolution", "assembly", "mandate", "resolutions"})


@dataclass(frozen=True, slots=True)
class Level:
    """A number that a sentence gives its owner, where it stands, and in which state.

    `earlier` if it is what was before.
    """

    owner: Owner
    head: Headcount
    predicate: int
    status: Status
    earlier: bool = False
    rule: str = ""


def strength_words() -> Lexicon:
    """The words of `lexicon/strength.yaml`."""
    return lexicon("strength", _ALLOWED)


def verb_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """The numbers that the sentence's verbs and nouns of change give to operations and countries."""
    for clause in (*scene.sentence.clauses, *_misread(scene)):
        frame = strength_words().find(clause.lemma, clause.particle, "noun" if clause.nominal else "verb")
        if frame is None or (clause.nominal and "to" not in frame["takes"]):
            continue
        hits = tuple(head for head in heads if _takes(scene, clause, frame, head))
        if not hits or not _is_met(scene, clause, frame):
            continue
        for owner in _owners(scene, clause, frame, hits):
            yield from _given(scene, clause, frame, owner, heads, hits)


def _misread(scene: Scene) -> Iterator[Clause]:
    """Verbs that a parse often takes for nouns: "Italian troops number 852"."""
    for token in scene.sentence.tokens:
        if (
            token.lower in _MISREAD
            and token.pos in ("NOUN", "PROPN")
            and not any(scene.sentence.tokens[c].dep == "det" for c in scene.sentence.children_of(token.i))
        ):
            yield Clause(predicate=token.i, lemma=_MISREAD[token.lower], particle=None, tense="present")


def _given(
    scene: Scene, clause: Clause, frame: Frame, owner: Owner, heads: tuple[Headcount, ...], hits: tuple[Headcount, ...]
) -> Iterator[Level]:
    if (
        frame.get("needs") == "level"
        and not owner.level
        and not _is_strong(scene, hits[0])
        and not _is_sum(scene, clause, owner, hits[0])
    ):
        return
    status = joined_status(scene, Status(frame.get("status", "actual")), clause.status, owner.status)
    if status is Status.POSSIBLE and owner.operation and hits[0].mention.count.rel is Rel.UP_TO:
        status = Status.AUTHORISED
    level = Level(owner, hits[0], clause.predicate, status, rule=f"{frame.lemma} {frame['takes']}")
    for head in continued(scene, heads, hits):
        yield replace(level, head=head)
    yield from _left_behind(scene, level, heads, hits)
    if "to" in frame["takes"].split():
        before = Status.AUTHORISED if status is Status.AUTHORISED else owner.status
        for head in heads:
            if head not in hits and _follows(scene, head, "from") and clause.predicate < head.first:
                yield replace(level, head=head, status=before, earlier=True)


def _left_behind(
    scene: Scene, level: Level, heads: tuple[Headcount, ...], hits: tuple[Headcount, ...]
) -> Iterator[Level]:
    """ "…, down from 32,000": what the number was before."""
    for head in heads:
        words = [t.lower for t in scene.sentence.tokens[max(0, head.first - 3) : head.first]]
        if head not in hits and head.first > hits[0].first and words[-2:] in (["down", "from"], ["up", "from"]):
            yield replace(level, head=head, status=Status.ACTUAL, earlier=True)


def _is_met(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the clause is as the frame needs it."""
    if frame.get("needs") == "now":
        words = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(clause.predicate)}
        return (clause.tense == "present" and clause.status is Status.ACTUAL) or bool(words & _NOW)
    return True


def joined_status(scene: Scene, frame: Status, clause: Status, owner: Status) -> Status:
    """The status that word, clause and owner make together; a ceiling that is decided on is authorised."""
    heaviest = max((frame, clause, owner), key=_WEIGHT.index)
    allowed = Status.AUTHORISED in (frame, owner) or _is_decision(scene)
    if allowed and heaviest is Status.POSSIBLE and "may" in {t.lower for t in scene.sentence.tokens}:
        return Status.AUTHORISED
    return Status.AUTHORISED if allowed and heaviest in (Status.ACTUAL, Status.PLANNED) else heaviest


def _is_decision(scene: Scene) -> bool:
    """Whether the sentence is a council's decision: "Decides that …", "the Council authorised an increase to"."""
    tokens = scene.sentence.tokens
    if {"shall"} & {t.lower for t in tokens} or any(t.lower in _OPENING for t in tokens[:4]):
        return True
    for clause in scene.sentence.clauses:
        who = {tokens[i].lower for i in clause.agents}
        if clause.lemma in _DECIDING and not clause.nominal and who & _DECIDERS:
            return True
    words = {t.lower for t in tokens}
    return bool(words & {"resolution", "mandate"}) and "may" in words


def _takes(scene: Scene, clause: Clause, frame: Frame, head: Headcount) -> bool:
    """Whether a number stands where the frame wants it, by the parse or by the order of the words."""
    if frame.get("of") == "operation" and head.countries:
        return False
    places = frame["takes"].split()
    at = set(head.tokens)
    if "object" in places and at & set(clause.patients) and not _behind_preposition(scene, head):
        return True
    if any(word.split()[-1] in places and i in at and not head.body for word, i in clause.obliques):
        return _before(scene, head) == "" or _before(scene, head) in places
    if "to" in places and _before(scene, head) == "to" and _is_span(scene, clause, head):
        return True
    if clause.nominal:
        return False
    return (
        _is_next(scene, clause.predicate, places, head)
        or _is_bound(scene, clause, places, head)
        or ("to" in places and _is_next(scene, _past_change(scene, clause.predicate, head), places, head))
    )


def _is_bound(scene: Scene, clause: Clause, places: list[str], head: Headcount) -> bool:
    """ "Fell below 10,000", "stays under 500": the preposition is the number's hedge."""
    hedged = scene.sentence.tokens[head.first].lower in ("below", "above", "under", "over", "beyond", "past")
    return hedged and bool({"to", "at"} & set(places)) and _is_next(scene, clause.predicate, ["object"], head)


def _past_change(scene: Scene, at: int, head: Headcount) -> int:
    """Where a "by half", "by 800" behind a verb ends."""
    tokens = scene.sentence.tokens
    if at + 2 < len(tokens) and tokens[at + 1].lower == "by":
        return next((i - 1 for i in range(at + 2, min(at + 8, head.first)) if tokens[i].lower == "to"), at)
    return at


def _is_span(scene: Scene, clause: Clause, head: Headcount) -> bool:
    """Whether a number ends "from A to B" behind the verb, which parses often take for one number."""
    opening = [c for c in scene.sentence.counts if clause.predicate < c.first < head.first]
    return (
        bool(opening)
        and scene.sentence.tokens[opening[-1].first - 1].lower == "from"
        and head.first - opening[-1].last <= 6
    )


def _before(scene: Scene, head: Headcount) -> str:
    """The preposition directly before a number, "" if there is none."""
    token = scene.sentence.tokens[head.first - 1] if head.first else None
    return token.lower if token is not None and token.pos in ("ADP", "PART", "SCONJ") else ""


def _behind_preposition(scene: Scene, head: Headcount) -> bool:
    return _before(scene, head) in ("from", "to", "in", "with", "by", "for", "against", "at", "on")


def _is_next(scene: Scene, at: int, places: list[str], head: Headcount) -> bool:
    """Whether only small words stand between a verb and the number, or a unit of that size ("a battalion of 850")."""
    if not at < head.first <= at + 8:
        return False
    between = scene.sentence.tokens[at + 1 : head.first]
    if "object" in places and has_unit_between(scene, at + 1, head.first):
        last = between[-1].lower
        return (
            last in ("of", ",", "(")
            and all(t.pos in ("NOUN", "ADJ", "DET", "PROPN", "ADP", "ADV", "PUNCT", "NUM") for t in between)
            and sum(t.pos == "ADP" for t in between) <= 1
        )
    found = [
        t.lower
        for t in between
        if t.pos in ("ADP", "PART") and t.lower not in ("off", "up", "down", "out", "of", "back")
    ]
    if any(t.lower not in _FILLING and t.pos not in ("ADV", "ADP", "PART", "DET") for t in between):
        return False
    of = [t.lower for t in between if t.lower == "of"]
    if "of" in places and of:
        return True
    if found:
        return len(found) == 1 and found[0] in places and head.first - 1 - between[0].i < 8
    return "object" in places and not (
        of and not {"total", "strength", "force", "complement", "maximum"} & {t.lower for t in between}
    )


def _follows(scene: Scene, head: Headcount, word: str) -> bool:
    return head.first > 0 and scene.sentence.tokens[head.first - 1].lower == word


def _owners(scene: Scene, clause: Clause, frame: Frame, hits: tuple[Headcount, ...]) -> tuple[Owner, ...]:
    """Whose the numbers are: the clause's own arguments, else what stands before its verb."""
    taken = {i for head in hits for i in head.tokens}
    whose = frame["owner"]
    patients = tuple(i for i in clause.patients if i not in taken)
    pools = {"agent": clause.agents or patients, "patient": patients, "either": patients + clause.agents}
    if frame.get("needs") == "led":
        return _led(scene, hits[0])
    found = tuple(owner for i in pools[whose] if i not in taken for owner in owners_at(scene, i))
    named = tuple(
        own for own in found if scene.sentence.mentions_at(own.at, MentionKind.COUNTRY, MentionKind.OPERATION)
    )
    levels = tuple(own for own in found if own.level)
    found = levels or named or found
    if not found and not clause.nominal:
        found = _standing_before(scene, clause.predicate)
    found = found or _organisation(scene, clause, hits[0])
    fitting = tuple(owner for owner in found if _fits(owner, frame))
    return fitting if fitting and fitting[0].country else fitting[:1]


def _organisation(scene: Scene, clause: Clause, head: Headcount) -> tuple[Owner, ...]:
    """ "The UN has 14,000 peacekeepers in UNMISS": the operation that an organisation's people are in."""
    if not any(
        m.value in _BODIES for i in clause.agents for m in scene.sentence.mentions_at(i, MentionKind.ORGANISATION)
    ):
        return ()
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.first >= head.last]
    return (Owner(named[0].first, operation=named[0].value),) if named else ()


def _fits(owner: Owner, frame: Frame) -> bool:
    of = frame.get("of", "both")
    return of == "both" or (owner.country is None) == (of == "operation")


def _led(scene: Scene, head: Headcount) -> tuple[Owner, ...]:
    """ "He leads 4,500 troops": the operation whose troops they are."""
    groups = scene.sentence.groups_at(head.mention.noun) if head.mention.noun is not None else ()
    mine = [g.value for g in groups if is_operation(scene, g.value)]
    return (Owner(head.first, operation=mine[0]),) if mine and head.size >= _LED else ()


def _standing_before(scene: Scene, at: int) -> tuple[Owner, ...]:
    """The owner whose words end right before a verb and its auxiliaries, past a relative pronoun or an insertion."""
    tokens = scene.sentence.tokens
    i = at - 1
    while i >= 0 and (tokens[i].pos in ("AUX", "ADV", "PUNCT", "PART") or tokens[i].lower in ("which", "that", "who")):
        i -= 1
    subjects = [j for j in range(at - 1, -1, -1) if tokens[j].dep in ("nsubj", "nsubjpass") and tokens[j].head == at]
    for j in (*subjects, *_head_of_phrase(scene, i), i):
        if j >= 0 and (found := owners_at(scene, j)):
            return found
    if subjects:
        return ()
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.last <= at]
    first = [m for m in named if tokens[m.last - 1].dep in ("nsubj", "nsubjpass") or m.first == 0]
    return (Owner(first[0].last - 1, operation=first[0].value),) if first else ()


def _is_sum(scene: Scene, clause: Clause, owner: Owner, head: Headcount) -> bool:
    """ "We are 1,200 now", "it was 19,828 men": the number is all that is said of the operation."""
    tokens = scene.sentence.tokens
    between = tokens[clause.predicate + 1 : head.first]
    return (
        owner.operation is not None
        and head.size >= _SOME
        and all(t.pos in ("ADV", "PUNCT") or t.lower in _FILLING for t in between)
    )


def _head_of_phrase(scene: Scene, i: int) -> tuple[int, ...]:
    """The noun that an "in", "of" or "with" phrase ending at a word belongs to: "troops" of "troops in KFOR"."""
    tokens = scene.sentence.tokens
    named = scene.sentence.mention_at(i) if i >= 0 else None
    at = (named.first if named is not None else i) - 1
    if at > 0 and tokens[at].lower in ("in", "of", "with", "to") and tokens[at - 1].pos in ("NOUN", "PROPN"):
        return (at - 1,)
    return ()


def _is_strong(scene: Scene, head: Headcount) -> bool:
    """ "Is 4,500 strong"."""
    tokens = scene.sentence.tokens
    return any(t.lower == "strong" for t in tokens[head.mention.last : head.last + 1])


def continued(scene: Scene, heads: tuple[Headcount, ...], hits: tuple[Headcount, ...]) -> tuple[Headcount, ...]:
    """The numbers hit and those that go on from them: "and 250 police", "including 40 observers"."""
    found = list(hits)
    for head in heads:
        if head in found or head.body or head.countries:
            continue
        before = max((one for one in found if one.last <= head.first), key=lambda one: one.last, default=None)
        if before is None:
            continue
        between = [t.lower for t in scene.sentence.tokens[before.last : head.first]]
        if (between and not head.bare and set(between) <= _LINKS | {"of"}) or (
            between and head.component and head.size < before.size and _is_part(between)
        ):
            found.append(head)
    return tuple(found)


def _is_part(between: list[str]) -> bool:
    """Whether the words between two numbers make the second a part of the first."""
    return bool(set(between) & {"including", "comprising", "namely", "whom", "consisting", "them", "included"}) and set(
        between
    ) <= _PARTS | _LINKS | {"officers", "staff"}
