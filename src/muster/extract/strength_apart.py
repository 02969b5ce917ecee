"""Numbers in a report on an operation that are not all it has: a unit's or a place's part of it, people of one trade,
and people it only counts, vets, sends home or trains (GUIDE.md, decisions 1, 46, 52)."""

from muster.extract.evidence import Scene, is_place
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level
from muster.extract.strength_owners import SMALL_UNITS
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_POSTING = frozenset("deploy station assign post base place field".split())
# What is done to or by people of whom nothing says that they are the operation's.
_PASSING_THROUGH = frozenset(
    "send repatriate return flee reject train certify vet select recruit arrest detain register screen graduate "
    "admit accept engage employ hire work attend apply pass complete displace resettle leave".split()
)
# People of one trade are never a whole operation.
_TRADES = frozenset(
    "deminer diver engineer medic doctor nurse pilot prosecutor judge investigator interpreter guard trainee cadet "
    "recruit".split()
)


def is_apart(scene: Scene, level: Level) -> bool:
    """Whether the number is of a unit, of a place, of a trade, or of people who only pass through a report."""
    return (
        _is_units(scene, level)
        or _is_of_a_trade(scene, level.head)
        or _is_posted(scene, level)
        or _is_passing(scene, level)
    )


def _is_units(scene: Scene, level: Level) -> bool:
    """ "Two battalions, each with a strength of 400", "a transport company with a strength of 130"."""
    tokens = scene.sentence.tokens
    before = [t for t in tokens[: level.head.first] if t.pos not in ("DET", "ADJ", "ADV") or t.lower == "each"]
    words = [t.lower for t in before[-3:]]
    if len(before) < 4 or words[1:] != ["strength", "of"] or words[0] not in ("with", "having"):
        return False
    return before[-4].lower == "each" or before[-4].lemma.lower() in SMALL_UNITS


def _is_of_a_trade(scene: Scene, head: Headcount) -> bool:
    noun = head.mention.noun
    return noun is not None and scene.sentence.tokens[noun].lemma.lower() in _TRADES


def _is_posted(scene: Scene, level: Level) -> bool:
    """ "120 monitors had been deployed in Eastport": those of one town."""
    for clause in _clauses_of(scene, level.head, level.predicate):
        if clause.lemma in _POSTING and any(w in ("in", "at") and _is_town(scene, i) for w, i in clause.obliques):
            return True
    return False


def _is_town(scene: Scene, i: int) -> bool:
    """Whether word `i` names a place that is no country, region or theatre."""
    sentence = scene.sentence
    token = sentence.tokens[i]
    named = token.pos == "PROPN" and token.entity in ("GPE", "PERSON", "ORG", "") and is_place(scene, i)
    return named and sentence.mention_at(i, MentionKind.COUNTRY) is None


def _is_passing(scene: Scene, level: Level) -> bool:
    """Whether a number that only the focus gives to an operation is of people who come, go, learn or work elsewhere."""
    if level.status in (Status.AUTHORISED, Status.REQUESTED) or _is_named(scene, level):
        return False
    return any(clause.lemma in _PASSING_THROUGH for clause in _clauses_of(scene, level.head, level.predicate))


def _is_named(scene: Scene, level: Level) -> bool:
    """Whether the sentence itself says whose the number is."""
    sentence = scene.sentence
    owner = any(m.kind is MentionKind.OPERATION and m.value == level.owner.operation for m in sentence.mentions)
    return owner or any(t.lower in ("it", "its", "we", "our") for t in sentence.tokens)


def _clauses_of(scene: Scene, head: Headcount, *nouns: int) -> list[Clause]:
    """The clauses that say what the counted people do or what is done with them, "who" clauses among them."""
    counted = {*head.tokens, *nouns, *_measure_above(scene, head)}
    relative = {
        t.i for t in scene.sentence.tokens if t.dep == "relcl" and t.head in counted and t.i >= head.mention.last
    }
    return [
        c
        for c in scene.sentence.clauses
        if not c.nominal and (counted & {*c.agents, *c.patients} or c.predicate in relative)
    ]


def _measure_above(scene: Scene, head: Headcount) -> tuple[int, ...]:
    """The noun that an "of" ties the number to: "a full complement of 120"."""
    tokens = scene.sentence.tokens
    if head.first < 2 or tokens[head.first - 1].lower != "of":
        return ()
    return (tokens[head.first - 1].head,)
