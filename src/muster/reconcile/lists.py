"""Complete lists of contributors: where a document's contingents come to its total, nobody else had any that day.

A sum that misses by a hundredth at most is of a complete list, too, in which somebody has miscounted: the annexes of
S/1999/989 and S/2004/348 list 1,701 and 3,254 police under totals of 1,691 and 3,248.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from muster.model.claim import Status
from muster.model.report import Attested
from muster.reconcile.points import ONE_STATE, Told, count_of, days_between

# Fewer come to a total by chance.
FEWEST = 3

# A document, and the ISO day of which it gives figures.
Page = tuple[str, str]


class CompleteList(NamedTuple):
    """All countries with a contingent on the ISO day `day`, as a document lists them, and the total they come to."""

    document: str
    day: str
    total: Attested
    countries: frozenset[str]


def complete_lists(told: Iterable[Told]) -> dict[str, CompleteList]:
    """The newest complete list of each class of what is there."""
    by_class: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.status is Status.ACTUAL:
            by_class[one.component].append(one)
    found = {component: _newest(peers) for component, peers in by_class.items()}
    return {component: one for component, one in found.items() if one}


def _newest(peers: Sequence[Told]) -> CompleteList | None:
    totals: dict[str, list[tuple[Page, Attested]]] = defaultdict(list)
    for one in peers:
        for point in one.numbered if one.subject is None else ():
            for page in _pages(point):
                totals[page[0]].append((page, point))
    parts: dict[Page, dict[str, int]] = defaultdict(dict)
    for one in peers:
        if one.subject is not None:
            for page, size in _sizes(one).items():
                parts[page][one.subject] = size
    complete = [
        CompleteList(*page, total, frozenset(parts[page]))
        for page in parts
        for of, total in totals.get(page[0], ())
        if _near(page, of) and len(parts[page]) >= FEWEST and _comes_to(sum(parts[page].values()), total)
    ]
    return max(complete, key=lambda one: (one.day, one.total.day or "", one.document), default=None)


def _near(page: Page, total: Page) -> bool:
    """Whether a document gives both of days that may be one: a total may be told in the text above the list."""
    return abs(days_between(page[1], total[1])) <= ONE_STATE


def _comes_to(parts: int, total: Attested) -> bool:
    whole = count_of(total).best
    return whole is not None and abs(parts - whole) * 100 <= whole


def _sizes(one: Told) -> dict[Page, int]:
    """What a country has by each page; where one gives several figures for a day, the largest."""
    found: dict[Page, int] = {}
    for point in one.numbered:
        for page in _pages(point):
            found[page] = max(found.get(page, 0), count_of(point).size or 0)
    return found


def _pages(point: Attested) -> set[Page]:
    return {(report.claim.document, report.day) for report in point.reports if report.day}
