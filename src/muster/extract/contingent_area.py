"""Where a country's people are: which operation, in its own country or elsewhere."""

from dataclasses import dataclass

from muster.extract.contingent_heads import Nationals
from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_owners import is_operation
from muster.gazetteer import operation
from muster.model.annotation import MentionKind
from muster.model.claim import Status

_WITH = frozenset({"with", "in", "under", "to", "of", "within", "for"})
# A force of neighbours works in its members' own countries.
_MANY = 3

PASSING = frozenset(
    "arrive land leave kill wound injure die send fly withdraw capture free evacuate march depart deploy "
    "lose return go come "
    "sail join mourn bury hurt abduct expect relieve want".split()
)

_BORDERS = frozenset({"border", "boundary", "frontier"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A country's number in an operation, as a sentence gives it; `operation` None where the focus decides."""

    country: str
    head: Headcount | None
    predicate: int
    first: int
    last: int
    status: Status = Status.ACTUAL
    operation: str | None = None
    rank: int | None = None
    earlier: bool = False
    rule: str = ""


def is_host(scene: Scene, country: str | None) -> bool:
    """Whether a country is the one the operation works in: its army is no contingent."""
    known = operation(scene.focus) if scene.focus else None
    return known is not None and country in known.area and len(known.area) < _MANY


def is_on_its_border(scene: Scene) -> bool:
    """Whether the sentence is about an army at its own border, no operation being named: "Belgrade has cut its force
    near the boundary to 4,500"."""
    if any(m.kind is MentionKind.OPERATION and m.form != "anaphor" for m in scene.sentence.mentions):
        return False
    return any(token.lemma.lower() in _BORDERS for token in scene.sentence.tokens)


def is_elsewhere(scene: Scene, head: Headcount) -> bool:
    """Whether a number stands with another country than the operation's: "28,000 troops in South Korea"."""
    if is_on_its_border(scene):
        return True
    tokens = scene.sentence.tokens
    at = head.last
    if at + 1 >= len(tokens) or tokens[at].lower not in ("in", "on", "at", "inside"):
        return False
    if tokens[at].lower == "inside":
        return True
    found = scene.sentence.mention_at(at + 1, MentionKind.COUNTRY) or (
        scene.sentence.mention_at(at + 2, MentionKind.COUNTRY)
        if at + 2 < len(tokens) and tokens[at + 1].pos == "DET"
        else None
    )
    known = operation(scene.focus) if scene.focus else None
    return found is not None and known is not None and bool(known.area) and found.value not in known.area


def operation_of(scene: Scene, head: Headcount, predicate: int) -> str | None:
    """The operation a number is said to be in: named behind it, else before it, else the one in focus."""
    tokens = scene.sentence.tokens
    for at in range(head.last, min(head.last + 7, len(tokens))):
        if tokens[at].text in (";",) or any(c.first <= at < c.last for c in scene.sentence.counts):
            break
        mention = mission_at(scene, at)
        if mention is not None:
            return mention
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION]
    values = {m.value for m in named}
    if len(values) == 1:
        return named[0].value
    before = [m for m in named if m.last <= head.first]
    return before[-1].value if before else scene.focus


def mission_at(scene: Scene, at: int) -> str | None:
    """The operation that word `at` names, or means ("the mission")."""
    mention = scene.sentence.mention_at(at, MentionKind.OPERATION)
    if mention is not None:
        return mention.value
    return next(
        (g.value for g in scene.sentence.groups_at(at) if g.form == "missions" and is_operation(scene, g.value)), None
    )


def is_mission_place(scene: Scene, i: int) -> bool:
    """Whether word `i` is an operation, its country, or a word for it."""
    if mission_at(scene, i) is not None:
        return True
    mention = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    known = operation(scene.focus) if scene.focus else None
    if mention is not None:
        return known is not None and mention.value in known.area
    return scene.sentence.tokens[i].lemma.lower() in (
        "country",
        "province",
        "theatre",
        "theater",
        "ground",
        "territory",
        "flag",
        "command",
        "area",
    )


def mission_behind(scene: Scene, at: int) -> str | None:
    """The operation in "with UNIFIL", "serving in the mission", "already with #KFOR" behind a number."""
    tokens = scene.sentence.tokens
    reached, preposition = at, False
    while reached < len(tokens) and reached < at + 6:
        token = tokens[reached]
        if preposition and (found := mission_at(scene, reached)) is not None:
            return found
        if token.lower in _WITH:
            preposition = True
        elif not preposition and token.lower not in (
            "serving",
            "deployed",
            "currently",
            "already",
            "now",
            "still",
            "stationed",
            "assigned",
            "attached",
            "on",
            "duty",
        ):
            return None
        reached += 1
    return None


def is_in_area(scene: Scene, at: int) -> bool:
    """Whether "in" the operation's own country, or a part of it, stands behind a number."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or tokens[at].lower not in ("in", "on"):
        return False
    known = operation(scene.focus) if scene.focus else None
    near = [
        m for i in range(at + 1, min(at + 4, len(tokens))) for m in scene.sentence.mentions_at(i, MentionKind.COUNTRY)
    ]
    return known is not None and any(m.value in known.area for m in near)


def stand(one: Nationals, predicate: int, status: Status, named: str | None, rule: str) -> Stand:
    """The stand that a number of nationals is."""
    return Stand(one.country, one.count, predicate, one.first, one.last, status, named, rule=rule)
