"""What forces do and how they stand, over time."""

from collections.abc import Hashable, Iterable

from muster.model.claim import Posture
from muster.model.events import Stance
from muster.model.report import Report
from muster.reconcile.attest import grouped, in_runs
from muster.reconcile.names import folded


def posture(reports: Iterable[Report]) -> tuple[Stance, ...]:
    """One stance for each actor and activity, with what was told of it newest first; those with the newest first.

    The same told again without anything else between, at places that can be one, is one entry.
    """
    told = [report for report in reports if isinstance(report.claim.fact, Posture)]
    made = [_stance(group) for group in grouped(told, _key)]
    return tuple(
        sorted(made, key=lambda stance: (stance.latest.day or "", stance.actor, stance.activity), reverse=True)
    )


def _stance(reports: list[Report]) -> Stance:
    fact = _posture(reports[0])
    return Stance(fact.actor, fact.activity, in_runs(reports, _state))


def _key(report: Report) -> Hashable:
    fact = _posture(report)
    return folded(fact.actor), fact.activity


def _state(report: Report) -> Hashable:
    """What makes two reports say the same: the change, whether it is so, and the words of its reason."""
    fact = _posture(report)
    return fact.change, report.claim.status, folded(fact.reason or "")


def _posture(report: Report) -> Posture:
    fact = report.claim.fact
    assert isinstance(fact, Posture)
    return fact
