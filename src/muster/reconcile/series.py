"""Strengths and contingents over time, and what they come to on the day asked."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from muster.model.claim import Contingent, Status, Strength
from muster.model.count import Bounds, Count, Rel
from muster.model.force import Series, State
from muster.model.report import Attested, Report
from muster.reconcile.attest import grouped, in_runs
from muster.reconcile.lists import CompleteList, complete_lists
from muster.reconcile.points import (
    ONE_STATE,
    Told,
    count_of,
    days_between,
    former,
    of_one_state,
    repeats,
    support,
)

# The classes of GUIDE.md: personnel and troops are counted alike.
_CLASSES = {"police": "police", "observers": "observers", "civilians": "civilians"}
_STATUSES = tuple(Status)

STALE_AFTER = 180
"""Days after which a figure is called stale, unless the settings say otherwise: forces publish theirs, and the United
Nations' missions report, at least twice a year."""


def component_class(component: str | None) -> str:
    """`police`, `observers`, `civilians`, or `military` for everything else."""
    return _CLASSES.get(component or "", "military")


def series(reports: Iterable[Report], on: str, stale_after: int = STALE_AFTER) -> tuple[Series, ...]:
    """Strengths and contingents, one series for each country (or none), class and status, actual ones first.

    Each with its state on the ISO day `on`; contingents with rank and share. What a complete list of contributors does
    not name any more has ended with it.
    """
    figures = [report for report in reports if isinstance(report.claim.fact, (Strength, Contingent))]
    told = [_told(group) for group in grouped(figures, _key)]
    lists = complete_lists(told)
    made = [_series(one, lists, on, stale_after) for one in told]
    return tuple(sorted(_with_ranks(made), key=_weight))


def _key(report: Report) -> tuple[str | None, str, Status]:
    fact = report.claim.fact
    country = fact.country if isinstance(fact, Contingent) else None
    component = fact.component if isinstance(fact, (Strength, Contingent)) else None
    return country, component_class(component), report.claim.status


def _weight(one: Series) -> tuple[int, bool, str, int, str]:
    rank = one.state.rank if one.state and one.state.rank else 0
    return _STATUSES.index(one.status), one.component != "military", one.component, rank, one.subject or ""


def _told(reports: Sequence[Report]) -> Told:
    # A rank without a figure ("the largest contingent") does not replace the figure before it.
    numbered = in_runs((report for report in reports if _counted(report)), _figure)
    ranked = in_runs((report for report in reports if not _counted(report)), _figure)
    return Told(*_key(reports[0]), numbered, ranked)


def _counted(report: Report) -> bool:
    return getattr(report.claim.fact, "count", None) not in (None, Count())


def _figure(report: Report) -> tuple[object, ...]:
    """What makes two figures the same."""
    fact = report.claim.fact
    if isinstance(fact, Contingent):
        return fact.count, fact.component, fact.rank
    return getattr(fact, "count", None), getattr(fact, "component", None), getattr(fact, "nations", None)


def _series(told: Told, lists: Mapping[str, CompleteList], on: str, stale_after: int) -> Series:
    points = told.numbered
    made = Series(told.subject, told.component, told.status, (*points, *told.ranked))
    if not points:
        return made
    listed = lists.get(told.component) if told.status is Status.ACTUAL else None
    figure = _holding(points, listed.total if listed and told.subject is None else None)
    state = _state(figure, points, on, stale_after)
    ended = listed.day if listed and told.subject and _ended(told.subject, figure, listed) else None
    state = state._replace(ended=ended, listed=listed is not None and _is_of(figure, listed))
    ordered = (figure, *(point for point in points if point is not figure), *told.ranked)
    return made._replace(points=ordered, state=state._replace(told_rank=_told_rank(ordered)))


def _ended(country: str, figure: Attested, listed: CompleteList) -> bool:
    """Whether a newer complete list does not name the country."""
    return country not in listed.countries and (figure.day is None or figure.day < listed.day)


def _is_of(figure: Attested, listed: CompleteList) -> bool:
    days = (report.day for report in figure.reports if report.claim.document == listed.document)
    return figure is listed.total or listed.day in days


def _holding(points: Sequence[Attested], listed: Attested | None) -> Attested:
    """The newest figure. But a round number ("about 4,000") says nothing new where a narrower one that it allows would
    hold without it."""
    newest = _newest(points, listed)
    others = [point for point in points if point is not newest]
    before = _newest(others, listed) if others and count_of(newest).rel is Rel.ABOUT else newest
    return before if _is_rounded(newest, before) else newest


def _newest(points: Sequence[Attested], listed: Attested | None) -> Attested:
    """The figure that holds: of the newest day's, the one with most support.

    But no old figure told again, nor one told as what was before. The total to which a complete list comes goes before
    any other figure of its days; of figures with equal support, the larger: parts are told beside wholes.
    """
    of_the_day = next(filter(None, map(_standing(points), grouped(points, lambda point: point.day))), [points[0]])
    newest = of_the_day[0].day
    if listed is not None and listed.day and newest and days_between(listed.day, newest) <= ONE_STATE:
        return listed
    return max(of_the_day, key=lambda point: _grounds(point, points))


def _is_rounded(round_one: Attested, point: Attested) -> bool:
    """Whether a figure may be another, told a week before at most, in a rounder number: 4,000 of 3,800."""
    count, told = count_of(round_one), count_of(point)
    first = round_one.report.earliest or round_one.day
    if count.rel is not Rel.ABOUT or not count.best or not told.best or first is None or point.day is None:
        return False
    allowed = count.bounds.meets(Bounds(told.best, told.best)) and days_between(point.day, first) <= ONE_STATE
    return allowed and _noughts(told.best) < _noughts(count.best)


def _noughts(number: int) -> int:
    return len(str(number)) - len(str(number).rstrip("0"))


def _standing(points: Sequence[Attested]) -> Callable[[Sequence[Attested]], list[Attested]]:
    """Of the figures of one day those that are neither repeated nor what was before."""
    return lambda day: [point for point in day if not repeats(point, points) and not former(point, points)]


def _grounds(point: Attested, points: Sequence[Attested]) -> tuple[int, int, bool, int]:
    return support(point, points), len(point.lineages), count_of(point).rel is Rel.EXACT, count_of(point).size or 0


def _state(figure: Attested, points: Sequence[Attested], on: str, stale_after: int) -> State:
    agreeing = tuple(point for point in points if point is not figure and of_one_state(point, figure))
    bounds = count_of(figure).bounds
    for point in agreeing:
        told = count_of(point).bounds
        if bounds.meets(told) and _keeps(count_of(figure), bounds.narrowed(told)):
            bounds = bounds.narrowed(told)
    # The last day that a page can be of may lie after the day asked.
    age = max(days_between(figure.day, on), 0) if figure.day else None
    # Of what the record dates "9 October or later" nobody knows the age, but it cannot be more than that.
    earliest = figure.report.earliest
    oldest = age if age is not None else days_between(earliest, on) if earliest else None
    stale = oldest is None or oldest > stale_after
    return State(figure, agreeing, bounds.low, count_of(figure).best, bounds.high, age, stale)


def _keeps(count: Count, bounds: Bounds) -> bool:
    """Whether the number lies within the bounds, if it lies within its own: a band never leaves out its figure."""
    if count.best is None:
        return True
    best = Bounds(count.best, count.best)
    return bounds.meets(best) or not count.bounds.meets(best)


def _told_rank(points: Iterable[Attested]) -> Attested | None:
    told = [point for point in points if getattr(point.claim.fact, "rank", None)]
    return max(told, key=lambda point: point.day or "", default=None)


def _with_ranks(made: Sequence[Series]) -> list[Series]:
    """Contingents with their place among those of their class and status, and their share of the operation's total."""
    placed: dict[int, int] = {}
    for peers in grouped([one for one in made if one.subject and _size(one) is not None and not _is_over(one)], _peers):
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


def _is_over(one: Series) -> bool:
    return one.state is not None and one.state.ended is not None


def _placed(one: Series, rank: int | None, total: int | None) -> Series:
    size = _size(one)
    if one.state is None or rank is None or size is None:
        return one
    share = size / total if total and size <= total else None
    return one._replace(state=one.state._replace(rank=rank, share=share))


def _size(one: Series) -> int | None:
    return count_of(one.state.figure).size if one.state else None


def bounds_of(one: Series) -> Bounds:
    """The numbers that the state of a series allows; none if it has no state."""
    return Bounds(one.state.low, one.state.high) if one.state else Bounds(0, None)
