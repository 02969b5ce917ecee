"""Who led, from when to when."""

from collections.abc import Iterable

from muster.model.claim import Command, Status
from muster.model.record import Attested, Report, Tenure
from muster.reconcile.attest import attested, grouped, newest_first

FORCE_COMMANDER = "force commander"


def tenures(reports: Iterable[Report]) -> tuple[Tenure, ...]:
    """One tenure for each holder of each role: force commanders first, serving before former, newest first."""
    commands = [report for report in newest_first(reports) if isinstance(report.claim.fact, Command)]
    made = [_tenure(group, commands) for group in grouped(commands, _key)]
    made = [one._replace(serving=one.serving and not _superseded(one, made)) for one in made]
    return tuple(
        sorted(made, key=lambda one: (one.role.casefold() != FORCE_COMMANDER, one.role.casefold(), not one.serving))
    )


def _command(report: Report | Attested) -> Command:
    fact = report.claim.fact
    assert isinstance(fact, Command)
    return fact


def role_of(command: Command) -> str:
    """The office, in lower case to be compared; the force commander's where none is told."""
    return (command.role or FORCE_COMMANDER).casefold()


def _surname(holder: str) -> str:
    """By which reports of one person agree: the last word of the name (a country's code is its own)."""
    return holder.casefold().split()[-1] if holder.strip() else ""


def _key(report: Report) -> tuple[str, str]:
    command = _command(report)
    return role_of(command), _surname(command.holder)


def _tenure(reports: list[Report], all_commands: list[Report]) -> Tenure:
    latest = _command(reports[0])
    acts = attested(reports, lambda report: (_command(report).act, report.claim.status, report.claim.when))
    left = [report for report in reports if _command(report).act == "hands-over"]
    relieved = [report for report in all_commands if _relieves(report, latest)]
    entered = [report for report in reports if _command(report).act == "takes"]
    ends = [report for report in (*left, *relieved) if report.claim.status is Status.ACTUAL]
    return Tenure(
        role=latest.role or FORCE_COMMANDER,
        holder=max((_command(report).holder for report in reports), key=len),
        country=next((c for report in reports if (c := _command(report).country)), None),
        acts=acts,
        since=_time(entered),
        until=_time(ends),
        serving=not ends and any(report.claim.status is Status.ACTUAL for report in reports),
    )


def _superseded(tenure: Tenure, tenures: Iterable[Tenure]) -> bool:
    """Whether somebody else was later in that office: an office has one holder."""
    day = tenure.acts[0].day
    return any(
        other.role.casefold() == tenure.role.casefold()
        and other.serving
        and day is not None
        and (other.acts[0].day or "") > day
        for other in tenures
    )


def _relieves(report: Report, predecessor: Command) -> bool:
    """Whether the report tells of a successor to that holder in that role."""
    command = _command(report)
    if command.predecessor is None or role_of(command) != role_of(predecessor):
        return False
    return _surname(command.predecessor) == _surname(predecessor.holder)


def _time(reports: list[Report]) -> str | None:
    """The time that the newest of the reports tells, if any does."""
    return next((report.claim.when.edtf for report in reports if report.claim.when and report.claim.when.edtf), None)
