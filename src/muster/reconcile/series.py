"""Strengths and contingents over time, and what they come to on the day asked."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from muster.model.claim import Contingent, Status, Strength
from muster.model.count import Bounds, Count, Rel
from muster.model.force import Series, State
from muster.model.report import Attested, Report
from muster.reconcile.attest import grouped, in_runs

# The classes of GUIDE.md: personnel and troops are counted alike.
_CLASSES = {"police": "police", "observers": "observers", "civilians": "civilians"}
_STATUSES = tuple(Status)

STALE_AFTER = 180
"""Days after which a figure is called stale, unless the settings say otherwise: forces publish theirs, and the United
Nations' missions report, at least twice a year."""

# Figures told within so many days of one another may be of one state.
ONE_STATE = 7
# Of two figures for one day, what was told in so many days before speaks for one or the other.
MONTH = 31
# A figure that another has replaced, told again in the same words within so many days, is taken for the old.
REPEATED_WITHIN = 60


def component_class(component: str | None) -> str:
    """`police`, `observers`, `civilians`, or `military` for everything else."""
    return _CLASSES.get(component or "", "military")


def series(reports: Iterable[Report], on: str, stale_after: int = STALE_AFTER) -> tuple[Series, ...]:
    """Strengths and contingents, one series for each country (or none), class and status, actual ones first.

    Each with its state on the ISO day `on`; contingents with rank and share.
    """
    figures = [report for report in reports if isinstance(report.claim.fact, (Strength, Contingent))]
    made = [_series(group, on, stale_after) for group in grouped(figures, _key)]
    return tuple(sorted(_with_ranks(made), key=_weight))


def _key(report: Report) -> tuple[str | None, str, Status]:
    fact = report.claim.fact
    country = fact.country if isinstance(fact, Contingent) else None
    component = fact.component if isinstance(fact, (Strength, Contingent)) else None
    return country, component_class(component), report.claim.status


def _weight(one: Series) -> tuple[int, bool, str, int, str]:
    rank = one.state.rank if one.state and one.state.rank else 0
    return _STATUSES.index(one.status), one.component != "military", one.component, rank, one.subject or ""


def _series(reports: list[Report], on: str, stale_after: int) -> Series:
    # A rank without a figure ("the largest contingent") does not replace the figure before it.
    numbered = in_runs((report for report in reports if _counted(report)), _figure)
    ranked = in_runs((report for report in reports if not _counted(report)), _figure)
    state = _state(numbered, on, stale_after) if numbered else None
    if state is not None:
        numbered = (state.figure, *(point for point in numbered if point is not state.figure))
        state = state._replace(told_rank=_told_rank((*numbered, *ranked)))
    return Series(*_key(reports[0]), (*numbered, *ranked), state)


def count_of(said: Attested) -> Count:
    """The number told; one that allows everything if there is none."""
    return said.count or Count()


def _counted(report: Report) -> bool:
    return getattr(report.claim.fact, "count", None) not in (None, Count())


def _figure(report: Report) -> tuple[object, ...]:
    """What makes two figures the same."""
    fact = report.claim.fact
    if isinstance(fact, Contingent):
        return fact.count, fact.component, fact.rank
    return getattr(fact, "count", None), getattr(fact, "component", None), getattr(fact, "nations", None)


def _state(points: Sequence[Attested], on: str, stale_after: int) -> State:
    figure = _holding(points)
    agreeing = tuple(point for point in points if point is not figure and _of_one_state(point, figure))
    bounds = count_of(figure).bounds
    for point in agreeing:
        told = count_of(point).bounds
        bounds = bounds.narrowed(told) if bounds.meets(told) else bounds
    age = days_between(figure.day, on) if figure.day else None
    stale = age is None or age > stale_after
    return State(figure, agreeing, bounds.low, count_of(figure).best, bounds.high, age, stale)


def _holding(points: Sequence[Attested]) -> Attested:
    """The figure that holds: of the newest day's, the one with most support; but an old figure told again does not."""
    standing = [point for point in points if not repeats(point, points)] or list(points)
    newest = [point for point in standing if point.day == standing[0].day]
    return max(newest, key=lambda point: (support(point, points), count_of(point).rel is Rel.EXACT))


def support(point: Attested, points: Sequence[Attested]) -> int:
    """How many lineages give a figure that may be the same, on the day of this one or in the month before."""
    if point.day is None:
        return len(point.lineages)
    month = [one for one in points if one.day and 0 <= days_between(one.day, point.day) <= MONTH]
    return sum(len(one.lineages) for one in month if _speaks_for(count_of(one), count_of(point)))


def _speaks_for(one: Count, other: Count) -> bool:
    """Whether two counts may be one number, and are within a twentieth of each other as quoted: "about 100" allows 130,
    but speaks for 100."""
    near = one.size is not None and other.size is not None and abs(one.size - other.size) * 20 <= other.size
    return near and one.rounded.meets(other.rounded)


def _of_one_state(one: Attested, other: Attested) -> bool:
    """Told of about the same day, and numbers that meet."""
    if one.day is None or other.day is None or abs(days_between(one.day, other.day)) > ONE_STATE:
        return False
    return count_of(one).bounds.meets(count_of(other).bounds)


def repeats(point: Attested, points: Sequence[Attested]) -> Attested | None:
    """The figure that had replaced this one before it was told again in the same words; None if none had.

    Not for a figure of whose own day something is told: that is a new count.
    """
    if point.day is None or any(report.edtf for report in point.reports):
        return None
    older = [other for other in points if other.day and other.day < point.day]
    before = [other for other in older if count_of(other) == count_of(point)]
    between = [
        other
        for other in older
        if days_between(other.day or "", point.day) <= REPEATED_WITHIN
        and any((first.day or "") < (other.day or "") for first in before)
        and not count_of(other).rounded.meets(count_of(point).rounded)
    ]
    return between[0] if between else None


def _told_rank(points: Iterable[Attested]) -> Attested | None:
    told = [point for point in points if getattr(point.claim.fact, "rank", None)]
    return max(told, key=lambda point: point.day or "", default=None)


def _with_ranks(made: Sequence[Series]) -> list[Series]:
    """Contingents with their place among those of their class and status, and their share of the operation's total."""
    placed: dict[int, int] = {}
    for peers in grouped([one for one in made if one.subject and _size(one) is not None], _peers):
        placed |= _places(peers)
    total = {_peers(one): _size(one) for one in made if one.subject is None}
    return [_placed(one, placed.get(id(one)), total.get(_peers(one))) for one in made]


def _peers(one: Series) -> tuple[str, Status]:
    return one.component, one.status


def _places(peers: Sequence[Series]) -> dict[int, int]:
    """The place of each: as told, where that is newer than its figure and nobody else has it; the others by size."""
    told = [(rank, one) for one in peers if (rank := _rank_told_since(one))]
    ranks = [rank for rank, _ in told]
    kept = {rank: one for rank, one in told if ranks.count(rank) == 1 and rank <= len(peers)}
    rest = [one for one in peers if not any(one is other for other in kept.values())]
    rest.sort(key=lambda one: -(_size(one) or 0))
    free = [rank for rank in range(1, len(peers) + 1) if rank not in kept]
    places = {id(one): rank for rank, one in kept.items()}
    for i, (rank, one) in enumerate(zip(free, rest, strict=True)):
        # Those of one size share the better place.
        same = i > 0 and _size(rest[i - 1]) == _size(one)
        places[id(one)] = places[id(rest[i - 1])] if same else rank
    return places


def _rank_told_since(one: Series) -> int | None:
    """The rank told after the figure was, None if there is none."""
    state = one.state
    if state is None or state.told_rank is None or (state.told_rank.day or "") <= (state.figure.day or ""):
        return None
    rank = getattr(state.told_rank.claim.fact, "rank", None)
    return rank if isinstance(rank, int) else None


def _placed(one: Series, rank: int | None, total: int | None) -> Series:
    size = _size(one)
    if one.state is None or rank is None or size is None:
        return one
    share = size / total if total and size <= total else None
    return one._replace(state=one.state._replace(rank=rank, share=share))


def _size(one: Series) -> int | None:
    return count_of(one.state.figure).size if one.state else None


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another; below nothing if the second comes first."""
    return _ordinal(last) - _ordinal(first)


def is_country(actor: str) -> bool:
    """Whether an actor is a country's code: of what others move, a force's own figures know nothing."""
    return len(actor) == 2 and actor.isupper()


def bounds_of(one: Series) -> Bounds:
    """The numbers that the state of a series allows; none if it has no state."""
    return Bounds(one.state.low, one.state.high) if one.state else Bounds(0, None)
