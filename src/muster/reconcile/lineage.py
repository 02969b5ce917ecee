"""Echo is not evidence: which reports of one thing have one origin, and count once.

Two reports of the same are of one lineage if any comparison here says so; lineage is passed on, from a report to
those that echo it, and on to those that echo them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from muster.model.card import Card
from muster.model.report import Report
from muster.reconcile.names import folded

# Of the word runs of two texts, so much is shared where one repeats the other.
NEAR_IDENTICAL = 0.5
# So many numbers of a signature make a band; texts are compared where one band at least is the same. Of texts that
# share half of their runs, 98 in 100 are found so.
BAND = 4
# Those who speak in a transcript are the publisher itself.
_SPEAKERS = frozenset({"anchor", "announcer", "desk", "editor", "host", "moderator", "presenter", "reader", "reporter"})


def shared(one: Sequence[int], other: Sequence[int]) -> float:
    """`near_identical`: how much two texts share, 0 to 1, by their signatures; 0 if either has none."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def origin(report: Report) -> str:
    """`same_source`: on whose word it is told, to be compared: the source cited, else the publisher, else the page.

    Diacritics, case and ranks aside; who speaks in a transcript speaks for the publisher.
    """
    cited = folded(report.claim.source or "")
    if cited and cited not in _SPEAKERS:
        return cited
    return folded(report.card.publisher or "") or report.card.document


def families(cards: Iterable[Card]) -> dict[str, str]:
    """The documents that are near-identical to another, each with the id by which its family goes."""
    signed = {card.document: card.signature for card in sorted(cards, key=_document) if card.signature}
    buckets: dict[Hashable, list[str]] = defaultdict(list)
    for document, numbers in signed.items():
        for start in range(0, len(numbers), BAND):
            buckets[start, numbers[start : start + BAND]].append(document)
    family = _Families()
    for near in buckets.values():
        apart: list[str] = []
        for one in near:
            like = [other for other in apart if shared(signed[one], signed[other]) >= NEAR_IDENTICAL]
            for other in like:
                family.join(one, other)
            # Of texts that are alike, one is enough to know the next by.
            apart += [] if like else [one]
    return family.named()


def _document(card: Card) -> str:
    return card.document


def lineages(reports: Sequence[Report]) -> tuple[tuple[Report, ...], ...]:
    """Reports of one thing, parted by origin: one document or family of documents, or one source, is one lineage.

    In the order of their first reports.
    """
    if len(reports) == 1:
        return (tuple(reports),)
    found_under: dict[Hashable, int] = {}
    joined = _Families()
    for at, report in enumerate(reports):
        joined.add(str(at))
        for mark in (("text", report.family or report.card.document), ("source", origin(report))):
            joined.join(str(found_under.setdefault(mark, at)), str(at))
    parted: dict[str, list[Report]] = defaultdict(list)
    for at, report in enumerate(reports):
        parted[joined.of(str(at))].append(report)
    return tuple(map(tuple, parted.values()))


class _Families:
    """Things joined two by two, and whatever they are joined to."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def add(self, thing: str) -> None:
        self._above.setdefault(thing, thing)

    def of(self, thing: str) -> str:
        """By which its family goes."""
        while self._above[thing] != thing:
            thing = self._above[thing]
        return thing

    def join(self, one: str, other: str) -> None:
        self.add(one)
        self.add(other)
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first

    def named(self) -> dict[str, str]:
        return {thing: self.of(thing) for thing in self._above}
