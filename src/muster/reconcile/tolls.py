"""How many were hurt in one event: the count as it rose, low, best and high, and parts against the whole."""

from collections.abc import Iterable, Sequence

from muster.model.claim import Casualty, Status
from muster.model.count import Bounds
from muster.model.events import Breakdown, Toll
from muster.model.report import Attested, Report
from muster.reconcile.attest import attested, grouped
from muster.reconcile.victims import PEACEKEEPERS, group_key, groups_of, is_nation

_WORST_FIRST = ("killed", "missing", "wounded", "held", "freed")
# What the nationalities of soldiers add up to.
_ALL_OF_THEM = (PEACEKEEPERS, "soldiers")


def casualties_of(reports: Iterable[Report]) -> tuple[Attested, ...]:
    """Everything said of those hurt: one entry for each outcome, group (however called), count and status."""
    told = [report for report in reports if isinstance(report.claim.fact, Casualty)]
    counted_under = groups_of(group_key(_casualty(report).group) for report in told)

    def key(report: Report) -> tuple[object, ...]:
        fact = _casualty(report)
        return fact.outcome, counted_under[group_key(fact.group)], fact.count, report.claim.status

    return attested(told, key)


def tolls_of(casualties: Iterable[Attested]) -> tuple[Toll, ...]:
    """A toll for each outcome and group, the worst outcome first, and the largest group first."""
    actual = [one for one in casualties if one.claim.status is Status.ACTUAL]
    counted_under = groups_of(group_key(_casualty(one.report).group) for one in actual)
    groups = grouped(actual, lambda one: (_outcome(one), counted_under[group_key(_casualty(one.report).group)]))
    return tuple(sorted((_toll(group) for group in groups), key=_weight))


def _toll(figures: Sequence[Attested]) -> Toll:
    ordered = tuple(sorted(figures, key=_first_told))
    chosen = chosen_of(ordered)
    numbers = [number for figure in ordered for number in _numbers(figure)]
    return Toll(
        outcome=_outcome(ordered[0]),
        group=_name([_casualty(report).group for figure in ordered for report in figure.reports]),
        figures=ordered,
        chosen=chosen,
        low=min(numbers, default=None),
        best=_best(chosen) if chosen else None,
        high=max(numbers, default=None),
    )


def chosen_of(figures: Sequence[Attested]) -> Attested | None:
    """Which of the counts to quote, told in this order: the newest, unless more reports keep to the one before.

    A count told later replaces an earlier one if at least as many independent reports (lineages) give it as still give
    the earlier one from then on. Of counts first told on one day, the one with more of them; undated ones count only
    where nothing is dated. An exact count goes before a hedged one that allows it ("more than 50", 52).
    """
    numbered = [figure for figure in figures if _best(figure) is not None]
    dated = [figure for figure in numbered if figure.first_reported]
    chosen: Attested | None = None
    for figure in dated or numbered:
        if chosen is None or _support(figure, figure) >= _support(chosen, figure) + (
            figure.first_reported == chosen.first_reported
        ):
            chosen = figure
    exact = [figure for figure in numbered if _is_exact(figure) and chosen and _bounds(figure).meets(_bounds(chosen))]
    return chosen if chosen in exact or not exact else exact[-1]


def _support(figure: Attested, since: Attested) -> int:
    """How many independent reports give the count on the day `since` was first told, or later."""
    first = since.first_reported or ""
    lineages = figure.lineages or tuple((report,) for report in figure.reports)
    return sum(any((report.publication[1] or "") >= first for report in lineage) for lineage in lineages)


def breakdowns_of(tolls: Sequence[Toll]) -> tuple[Breakdown, ...]:
    """The nationalities of one outcome against the count for all, as documents tell both.

    Where none tells both, the chosen counts are compared.
    """
    found = []
    for whole in tolls:
        if group_key(whole.group) in _ALL_OF_THEM and whole.chosen:
            nations = [
                toll for toll in tolls if toll.outcome == whole.outcome and is_nation(toll.group) and toll.chosen
            ]
            if nations:
                found.append(_breakdown(whole, nations))
    return tuple(found)


def _breakdown(whole: Toll, nations: Sequence[Toll]) -> Breakdown:
    """The count for all that most documents tell beside nationalities; of equally many the last."""
    beside = [(len(_telling_both(figure, nations)), i) for i, figure in enumerate(whole.figures) if _best(figure)]
    number, at = max(beside, default=(0, 0))
    if not number:
        assert whole.chosen is not None
        return _checked(whole.outcome, whole.chosen, [nation.chosen for nation in nations if nation.chosen])
    documents = _telling_both(whole.figures[at], nations)
    told = [part for nation in nations if (part := _told_in(documents, nation)) is not None]
    return _checked(whole.outcome, whole.figures[at], told)


def _telling_both(whole: Attested, nations: Sequence[Toll]) -> set[str]:
    parts = {document for nation in nations for figure in nation.figures for document in _documents(figure)}
    return _documents(whole) & parts


def _checked(outcome: str, whole: Attested, parts: Sequence[Attested]) -> Breakdown:
    sum_of_parts = sum((_bounds(part) for part in parts), start=Bounds(0, 0))
    return Breakdown(outcome, whole, tuple(parts), _bounds(whole) - sum_of_parts)


def _told_in(documents: set[str], toll: Toll) -> Attested | None:
    """The nationality's count in most of the documents, None if it is in none."""
    shared = [(len(documents & _documents(figure)), i) for i, figure in enumerate(toll.figures) if _best(figure)]
    number, at = max(shared, default=(0, 0))
    return toll.figures[at] if number else None


def _documents(figure: Attested) -> set[str]:
    return {report.claim.document for report in figure.reports}


def _first_told(figure: Attested) -> tuple[bool, str, int, str]:
    """Dated before undated, by the first day told; then the smaller number, so that equal days have one order."""
    first = figure.first_reported
    return first is None, first or "", _best(figure) or 0, str(_casualty(figure.report))


def _weight(toll: Toll) -> tuple[int, bool, int, str]:
    """The worst outcome first; all before their nationalities; the largest first."""
    return _WORST_FIRST.index(toll.outcome), is_nation(toll.group), -(toll.best or 0), toll.group


def _name(groups: Sequence[str]) -> str:
    """What to call them: the fullest of the names used; of equally full ones the most used."""
    return max(sorted(set(groups)), key=lambda group: (len(group_key(group).split()), groups.count(group)))


def _numbers(figure: Attested) -> list[int]:
    count = _casualty(figure.report).count
    return [number for number in (count.best, count.low, count.high) if number is not None] if count else []


def _best(figure: Attested) -> int | None:
    count = _casualty(figure.report).count
    return count.best if count else None


def _bounds(figure: Attested) -> Bounds:
    count = _casualty(figure.report).count
    return count.bounds if count else Bounds(None, None)


def _is_exact(figure: Attested) -> bool:
    bounds = _bounds(figure)
    return bounds.low is not None and bounds.low == bounds.high


def _outcome(figure: Attested) -> str:
    return _casualty(figure.report).outcome


def _casualty(report: Report) -> Casualty:
    fact = report.claim.fact
    assert isinstance(fact, Casualty)
    return fact
