"""Claims of kind strength: how many an operation has in all (GUIDE.md, decisions 12, 15, 17, 20, 34, 52, 54)."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene, scenes
from muster.extract.strength_claims import pledged_by_nobody, strength_claim
from muster.extract.strength_heads import Headcount, headcounts
from muster.extract.strength_levels import Level, verb_levels
from muster.extract.strength_nations import contributing
from muster.extract.strength_claims import nations_claim
from muster.extract.strength_phrases import is_local, phrase_levels
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim
from muster.model.document import SegmentKind
from muster.model.when import When

_FEW = 15
_COUNTING = frozenset({"number", "total", "consist", "comprise", "stand", "compose", "make"})


def find_strengths(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    day: When | None = None
    for scene in scenes(document):
        if scene.sentence.segment.kind is SegmentKind.TABLE:
            continue
        found = tuple(_claims(scene, day))
        day = next((claim.when for claim in reversed(found) if claim.when is not None), None) if found else None
        yield from found


def _claims(scene: Scene, day: When | None) -> Iterator[Claim]:
    levels = operation_levels(scene)
    for level in levels:
        yield strength_claim(scene, level, levels, day)
    if not levels and contributing(scene) is not None:
        yield from nations_claim(scene)


def operation_levels(scene: Scene) -> tuple[Level, ...]:
    """The numbers that a sentence gives operations, each head once, phrases before verbs."""
    heads = headcounts(scene)
    found: dict[Headcount, Level] = {}
    for level in (*phrase_levels(scene, heads), *verb_levels(scene, heads), *pledged_by_nobody(scene, heads)):
        if level.owner.operation is not None and level.head not in found and _is_whole(scene, level):
            found[level.head] = level
    return tuple(replace(level) for level in sorted(found.values(), key=lambda one: one.head.first))


def _is_whole(scene: Scene, level: Level) -> bool:
    """Whether the number can be all that an operation has: no addition, no part in one place, no handful."""
    head = level.head
    if head.grows or head.countries or is_local(scene, head):
        return False
    counting = level.owner.level or level.rule.split()[0] in _COUNTING or level.status.value != "actual"
    return head.size >= _FEW or counting and head.size > 1
