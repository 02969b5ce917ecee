"""Claims of kind contingent: what one country has in an operation (GUIDE.md, decisions 4, 12, 16, 34, 49, 52)."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.contingent_area import Stand
from muster.extract.contingent_beside import beside
from muster.extract.contingent_claims import contingent_claim
from muster.extract.contingent_lists import listed
from muster.extract.contingent_ranks import Rank, ranks
from muster.extract.contingent_stands import stands
from muster.extract.evidence import Scene, scenes
from muster.extract.strength_heads import Headcount, headcounts
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim
from muster.model.document import SegmentKind


def find_contingents(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    for scene in scenes(document):
        if scene.sentence.segment.kind is not SegmentKind.TABLE:
            yield from (contingent_claim(scene, stand, found) for found in (_stands(scene),) for stand in found)


def _stands(scene: Scene) -> tuple[Stand, ...]:
    """What a sentence gives to countries, each number and country once, with the places it gives them."""
    heads = headcounts(scene)
    found: dict[tuple[str, Headcount | None], Stand] = {}
    for stand in stands(scene, heads):
        found.setdefault((stand.country, stand.head), stand)
    for stand in tuple(listed(scene, heads, tuple(found.values()))):
        found.setdefault((stand.country, stand.head), stand)
    owned = {stand.head for stand in found.values()}
    for stand in beside(scene, tuple(head for head in heads if head not in owned)):
        found.setdefault((stand.country, stand.head), stand)
    return _ranked(scene, tuple(found.values()), heads)


def _ranked(scene: Scene, found: tuple[Stand, ...], heads: tuple[Headcount, ...]) -> tuple[Stand, ...]:
    """The stands with the places of their countries; a place without a number is a stand of its own."""
    ranked = list(found)
    for rank in ranks(scene):
        at = next((i for i, stand in enumerate(ranked) if stand.country == rank.country), None)
        if at is None:
            ranked.append(_stand_of(scene, rank, heads))
        elif ranked[at].rank is None:
            ranked[at] = replace(ranked[at], rank=rank.rank)
    return tuple(_following(scene, ranked))


def _following(scene: Scene, ranked: list[Stand]) -> list[Stand]:
    """ "Followed by France with 1,600": the place after the one told before."""
    for i, stand in enumerate(ranked):
        before = [one for one in ranked if one.rank is not None and one.last <= stand.first]
        lead = [t.lower for t in scene.sentence.tokens[max(0, stand.first - 2) : stand.first]]
        if stand.rank is None and before and lead == ["followed", "by"]:
            ranked[i] = replace(stand, rank=(before[-1].rank or 0) + 1)
    return ranked


def _stand_of(scene: Scene, rank: Rank, heads: tuple[Headcount, ...]) -> Stand:
    """A country's place, with the number that "with" gives it ("With 156 troops, Georgia is the second-largest …")."""
    tokens = scene.sentence.tokens
    head = next((h for h in heads if h.first and _goes_with(rank, h, tokens[h.first - 1].lower)), None)
    return Stand(rank.country, head, rank.first, rank.first, rank.last, rank=rank.rank, rule="rank")


def _goes_with(rank: Rank, head: Headcount, before: str) -> bool:
    """Whether a number is that of the country with this place: "has most, 1,514", "with 156 it is the largest"."""
    if rank.passing:
        return False
    return before in ("with", "contributing", "providing") or (
        before in (",", ":", "(", "at") and rank.last <= head.first <= rank.last + 2
    )
