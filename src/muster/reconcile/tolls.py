"""How many were hurt in one event: the count as it rose, low, best and high, and parts against the whole."""

from collections.abc import Iterable, Sequence

from muster.model.claim import Casualty, Status
from muster.model.count import Bounds
from muster.model.events import Breakdown, Toll
from muster.model.report import Attested, Report
from muster.reconcile.attest import attested, grouped
from muster.reconcile.choice import best_of, bounds_of, chosen_of, documents_of, first_told
from muster.reconcile.points import count_of
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
    ordered = tuple(first_told(figures))
    chosen = chosen_of(ordered)
    counted = [*_wholes(ordered), *([chosen] if chosen else [])]
    numbers = [number for figure in counted for number in _numbers(figure)]
    return Toll(
        outcome=_outcome(ordered[0]),
        group=_name([_casualty(report).group for figure in ordered for report in figure.reports]),
        figures=ordered,
        chosen=chosen,
        low=min(numbers, default=None),
        best=best_of(chosen) if chosen else None,
        high=max(numbers, default=None),
    )


def _wholes(figures: Sequence[Attested]) -> list[Attested]:
    """The counts that are the largest of a document that gives them: smaller ones of it may be parts."""
    documents = {document for figure in figures for document in documents_of(figure)}
    given = ([figure for figure in figures if document in documents_of(figure)] for document in documents)
    largest = {id(max(own, key=lambda figure: max(_numbers(figure), default=0))) for own in given}
    return [figure for figure in figures if id(figure) in largest]


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
    """The count for all that most documents tell beside nationalities, and on one source's word; of equals the last."""
    counts = [figure for nation in nations for figure in nation.figures if best_of(figure)]
    weights = [(_beside(figure, counts), i) for i, figure in enumerate(whole.figures) if best_of(figure)]
    weight, at = max(weights, default=((0, 0), 0))
    if weight == (0, 0):
        assert whole.chosen is not None
        return _checked(whole.outcome, whole.chosen, [nation.chosen for nation in nations if nation.chosen])
    told = [part for nation in nations if (part := _told_with(whole.figures[at], nation)) is not None]
    return _checked(whole.outcome, whole.figures[at], told)


def _beside(figure: Attested, others: Iterable[Attested]) -> tuple[int, int]:
    """In how many documents the count stands beside one of the others, and in how many on the same word."""
    told = {word for other in others for word in _words_for(other)}
    documents = {document for document, _ in told}
    return len(documents_of(figure) & documents), len(_words_for(figure) & told)


def _words_for(figure: Attested) -> set[tuple[str, str | None]]:
    """The documents that give the count, each with the source it cites."""
    return {(report.claim.document, report.claim.source) for report in figure.reports}


def _checked(outcome: str, whole: Attested, parts: Sequence[Attested]) -> Breakdown:
    sum_of_parts = sum((bounds_of(part) for part in parts), start=Bounds(0, 0))
    return Breakdown(outcome, whole, tuple(parts), bounds_of(whole) - sum_of_parts)


def _told_with(whole: Attested, toll: Toll) -> Attested | None:
    """The nationality's count that stands most often beside the whole, None if none does."""
    shared = [(_beside(figure, [whole]), i) for i, figure in enumerate(toll.figures) if best_of(figure)]
    weight, at = max(shared, default=((0, 0), 0))
    return toll.figures[at] if weight > (0, 0) else None


def _weight(toll: Toll) -> tuple[int, bool, int, str]:
    """The worst outcome first; all before their nationalities; the largest first."""
    return _WORST_FIRST.index(toll.outcome), is_nation(toll.group), -(toll.best or 0), toll.group


def _name(groups: Sequence[str]) -> str:
    """What to call them: the fullest of the names used; of equally full ones the most used."""
    return max(sorted(set(groups)), key=lambda group: (len(group_key(group).split()), groups.count(group)))


def _numbers(figure: Attested) -> list[int]:
    count = count_of(figure)
    return [number for number in (count.best, count.low, count.high) if number is not None]


def _outcome(figure: Attested) -> str:
    return _casualty(figure.report).outcome


def _casualty(report: Report) -> Casualty:
    fact = report.claim.fact
    assert isinstance(fact, Casualty)
    return fact
