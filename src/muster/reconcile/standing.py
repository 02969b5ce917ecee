"""What an operation stands on and is to do."""

from collections.abc import Iterable

from muster.model.claim import Mandate
from muster.model.record import Attested, Report, Standing
from muster.reconcile.attest import attested


def standing(reports: Iterable[Report]) -> Standing:
    """The mandate: begun, extended, changed, ended, and its tasks; each newest first."""
    told = [report for report in reports if isinstance(report.claim.fact, Mandate)]

    def of(*acts: str) -> tuple[Attested, ...]:
        return attested((report for report in told if _mandate(report).act in acts), _key)

    return Standing(
        begun=of("established", "starts"),
        extended=of("extended"),
        changed=of("changed"),
        ended=of("ends"),
        tasks=of("tasked"),
    )


def _mandate(report: Report) -> Mandate:
    fact = report.claim.fact
    assert isinstance(fact, Mandate)
    return fact


def _key(report: Report) -> tuple[object, ...]:
    """A task is the same by its words, any other act by what it is, rests on, and when it was."""
    mandate, when = _mandate(report), report.claim.when
    task = (mandate.task or "").casefold() if mandate.act == "tasked" else None
    return mandate.act, mandate.basis, task, when.edtf if when else None, report.claim.status
