"""Claims of kind strength: how many an operation has in all (GUIDE.md, decisions 12, 15, 17, 20, 34, 52, 54)."""

from collections.abc import Iterator

from muster.extract.contingent_stands import stands
from muster.extract.evidence import Scene, scenes
from muster.extract.strength_apart import is_apart
from muster.extract.strength_beside import beside_levels
from muster.extract.strength_claims import nations_claim, pledged_by_nobody, strength_claim, with_nations
from muster.extract.strength_founded import arrived_levels, founded_levels
from muster.extract.strength_heads import headcounts
from muster.extract.strength_levels import Level, verb_levels
from muster.extract.strength_lines import as_of, labelled_levels, labelled_nations
from muster.extract.strength_nations import contributing
from muster.extract.strength_owners import has_unit_between
from muster.extract.strength_phrases import phrase_levels
from muster.extract.strength_present import is_local, manifold_levels
from muster.extract.strength_strangers import is_part, is_strangers
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Status
from muster.model.document import SegmentKind
from muster.model.when import When

_FEW = 15
_NEAR = 200
_LABELLED = "strength: labelled number"
_COUNTING = frozenset({"number", "total", "consist", "comprise", "stand", "compose", "make", "labelled"})


def find_strengths(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    told: list[Claim] = []
    day: When | None = None
    for scene in scenes(document):
        if scene.sentence.segment.kind is SegmentKind.TABLE:
            continue
        nations = labelled_nations(scene)
        if nations is not None and told and told[-1].rule == _LABELLED:
            told[-1] = with_nations(told[-1], nations, scene)
            continue
        found = (*_claims(scene, day), *_arrived(scene, told))
        day = next((claim.when for claim in reversed(found) if claim.when is not None), None) if found else None
        told.extend(found)
    yield from told


def _arrived(scene: Scene, told: list[Claim]) -> Iterator[Claim]:
    """How many of those allowed or promised are there: "about 2,100 have turned up" behind the whole."""
    heads = headcounts(scene)
    levels = operation_levels(scene)
    wholes = [level for level in levels if level.status is not Status.ACTUAL]
    near = told and told[-1].status is not Status.ACTUAL and scene.sentence.start - told[-1].spans[-1].end < _NEAR
    if not (wholes or near):
        return
    slug = wholes[-1].owner.operation if wholes else told[-1].operation
    for level in arrived_levels(scene, heads, slug):
        if all(level.head.first != one.head.first for one in levels):
            yield strength_claim(scene, level, levels, None)


def _claims(scene: Scene, day: When | None) -> Iterator[Claim]:
    levels = operation_levels(scene)
    for level in levels:
        sheet = as_of(scene.document, scene.sentence.index) if level.rule == "labelled number" else None
        yield strength_claim(scene, level, levels, day or sheet)
    if not levels and contributing(scene) is not None:
        yield from nations_claim(scene)


def operation_levels(scene: Scene) -> tuple[Level, ...]:
    """The numbers that a sentence gives operations, each head once: lines, then phrases, then verbs."""
    heads = headcounts(scene)
    national = {stand.head.first for stand in stands(scene, heads) if stand.head is not None} if heads else set()
    found: dict[int, Level] = {}
    for read in (
        labelled_levels,
        phrase_levels,
        verb_levels,
        founded_levels,
        pledged_by_nobody,
        manifold_levels,
        beside_levels,
    ):
        for level in read(scene, heads):
            if (
                level.owner.operation is not None
                and not {level.head.first} & (found.keys() | national)
                and _is_whole(scene, level)
            ):
                found[level.head.first] = level
    return tuple(found[at] for at in sorted(found))


def _is_whole(scene: Scene, level: Level) -> bool:
    """Whether the number can be all that an operation has: no addition, no part in one place, no handful."""
    head = level.head
    if (
        head.grows
        or head.countries
        or is_local(scene, head)
        or is_part(scene, level)
        or is_strangers(scene, level)
        or is_apart(scene, level)
        or has_unit_between(scene, level.predicate + 1, head.first)
    ):
        return False
    counting = level.owner.level or level.rule.split()[0] in _COUNTING or level.status.value != "actual"
    return head.size >= _FEW or (counting and head.size > 1 and not head.bare)
