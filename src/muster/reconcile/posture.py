"""What forces do and how they stand, over time."""

from collections.abc import Hashable, Iterable

from muster.model.claim import Posture
from muster.model.edtf import bounds
from muster.model.events import Days, Stance
from muster.model.report import Attested, Report
from muster.reconcile.attest import attested, grouped, newest_first
from muster.reconcile.names import folded
from muster.reconcile.places import place_names
from muster.reconcile.tellings import SEASON, ordinal


def posture(reports: Iterable[Report]) -> tuple[Stance, ...]:
    """One stance for each actor and activity, with what was told of it newest first; those with the newest first.

    The same told again of one place, within a season and without anything else between, is one entry.
    """
    told = [report for report in reports if isinstance(report.claim.fact, Posture)]
    made = [_stance(group) for group in grouped(told, _key)]
    return tuple(
        sorted(made, key=lambda stance: (stance.latest.day or "", stance.actor, stance.activity), reverse=True)
    )


def days_of(point: Attested) -> Days:
    """When it came to that: within the time told, and no later than the first report of it."""
    told = [bounds(report.edtf) for report in point.reports]
    first = max((first for first, _ in told if first), default=None)
    last = min((day for day in (*(last for _, last in told), point.first_reported) if day), default=None)
    return Days(first if first is None or last is None or first <= last else None, last)


def _stance(reports: list[Report]) -> Stance:
    fact = _posture(reports[0])
    ordered = newest_first(reports)
    at_places = grouped(ordered, lambda report: place_names(report.claim.place)[1])
    # One entry for a run: what makes it a run is what makes its reports the same.
    points = [point for told in at_places for run in _runs(told) for point in attested(run, lambda _: None)]
    place_of = {id(report): i for i, report in enumerate(ordered)}
    return Stance(fact.actor, fact.activity, tuple(sorted(points, key=lambda point: place_of[id(point.report)])))


def _runs(reports: list[Report]) -> list[list[Report]]:
    runs: list[list[Report]] = []
    for report in reports:
        if runs and _goes_on(report, runs[-1][-1]):
            runs[-1].append(report)
        else:
            runs.append([report])
    return runs


def _goes_on(report: Report, later: Report) -> bool:
    if _state(report) != _state(later) or (report.day is None) != (later.day is None):
        return False
    return (ordinal(later.day) or 0) - (ordinal(report.day) or 0) <= SEASON


def _key(report: Report) -> Hashable:
    fact = _posture(report)
    return folded(fact.actor), fact.activity


def _state(report: Report) -> Hashable:
    """What makes two reports of one place say the same: the change, whether it is so, and the words of its reason."""
    fact = _posture(report)
    return fact.change, report.claim.status, folded(fact.reason or "")


def _posture(report: Report) -> Posture:
    fact = report.claim.fact
    assert isinstance(fact, Posture)
    return fact
