"""Strengths and contingents over time."""

from collections.abc import Iterable

from muster.model.claim import Contingent, Status, Strength
from muster.model.record import Report, Series
from muster.reconcile.attest import grouped, in_runs

# The classes of GUIDE.md: personnel and troops are counted alike.
_CLASSES = {"police": "police", "observers": "observers", "civilians": "civilians"}
_STATUSES = tuple(Status)


def component_class(component: str | None) -> str:
    """`police`, `observers`, `civilians`, or `military` for everything else."""
    return _CLASSES.get(component or "", "military")


def series(reports: Iterable[Report]) -> tuple[Series, ...]:
    """Strengths and contingents, one series for each country (or none), class and status, actual ones first."""
    figures = [report for report in reports if isinstance(report.claim.fact, (Strength, Contingent))]
    made = [_series(group) for group in grouped(figures, _key)]
    return tuple(sorted(made, key=lambda one: (_STATUSES.index(one.status), one.component != "military")))


def _key(report: Report) -> tuple[str | None, str, Status]:
    fact = report.claim.fact
    country = fact.country if isinstance(fact, Contingent) else None
    component = fact.component if isinstance(fact, (Strength, Contingent)) else None
    return country, component_class(component), report.claim.status


def _series(reports: list[Report]) -> Series:
    # A rank without a figure ("the largest contingent") does not replace the figure before it.
    numbered = [report for report in reports if _has_number(report)]
    ranked = [report for report in reports if not _has_number(report)]
    return Series(*_key(reports[0]), (*in_runs(numbered, _figure), *in_runs(ranked, _figure)))


def _has_number(report: Report) -> bool:
    fact = report.claim.fact
    return isinstance(fact, (Strength, Contingent)) and fact.count is not None


def _figure(report: Report) -> tuple[object, ...]:
    """What makes two figures the same."""
    fact = report.claim.fact
    if isinstance(fact, Contingent):
        return fact.count, fact.component, fact.rank
    return getattr(fact, "count", None), getattr(fact, "component", None), getattr(fact, "nations", None)
