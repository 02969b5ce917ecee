"""What an operation stands on and is to do."""

from collections.abc import Hashable, Iterable
from datetime import date

from muster.model.claim import Mandate
from muster.model.edtf import bounds
from muster.model.record import Attested, Report, Standing
from muster.model.when import overlaps
from muster.reconcile.attest import attested, newest_first
from muster.reconcile.lineage import lineages


def standing(reports: Iterable[Report]) -> Standing:
    """The mandate: begun, extended, changed, ended, and its tasks; each newest first."""
    told = [report for report in reports if isinstance(report.claim.fact, Mandate)]

    def of(*acts: str) -> tuple[Attested, ...]:
        return _acts([report for report in told if _mandate(report).act in acts])

    return Standing(
        begun=of("established", "starts"),
        extended=of("extended"),
        changed=of("changed"),
        ended=of("ends"),
        tasks=attested((report for report in told if _mandate(report).act == "tasked"), _task),
    )


def _mandate(report: Report) -> Mandate:
    fact = report.claim.fact
    assert isinstance(fact, Mandate)
    return fact


def _task(report: Report) -> Hashable:
    """A task is the same by its words."""
    mandate, when = _mandate(report), report.claim.when
    return mandate.basis, (mandate.task or "").casefold(), when.edtf if when else None, report.claim.status


def _acts(reports: Iterable[Report]) -> tuple[Attested, ...]:
    """Each act once: by the report that tells its day best, with those that say less of it ("in 1999", of 10 June)."""
    found: list[list[Report]] = []
    for report in sorted(newest_first(reports), key=_vagueness):
        same = next((one for one in found if _is_one(one[0], report)), None)
        if same is None:
            found.append([report])
        else:
            same.append(report)
    made = {one[0].claim.id: Attested(one[0], tuple(one[1:]), lineages(one)) for one in found}
    return tuple(made[report.claim.id] for report in newest_first(one[0] for one in found))


def _vagueness(report: Report) -> tuple[int, bool]:
    """How many days its time allows, and whether it names no document that the act rests on."""
    first, last = bounds(report.edtf)
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days if first and last else date.max.toordinal()
    return days, not _is_named(_mandate(report).basis)


def _is_named(basis: str | None) -> bool:
    """Whether it is one document ("UNSCR 1244"), not any ("a decision of the Council")."""
    return any(letter.isdigit() for letter in basis or "")


def _is_one(told: Report, other: Report) -> bool:
    """Whether both are of one act: nothing that they rest on, nor their times, tells them apart."""
    one, two = _mandate(told), _mandate(other)
    if (one.act, told.claim.status) != (two.act, other.claim.status):
        return False
    if told.edtf is None or other.edtf is None:
        return told.edtf == other.edtf and one.basis == two.basis
    same_basis = one.basis == two.basis or not (_is_named(one.basis) and _is_named(two.basis))
    return same_basis and overlaps(told.edtf, other.edtf)
