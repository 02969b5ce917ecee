"""The record of an operation as one run of entries in the order of time."""

from muster.model.claim import Status
from muster.model.edtf import bounds
from muster.model.events import Days, Moment
from muster.model.record import Record
from muster.model.report import Attested
from muster.reconcile.posture import days_of as posture_days

# Statuses of a strength that belong in a timeline; what is only thought of does not.
_STANDS = (Status.ACTUAL, Status.AUTHORISED)


def timeline(record: Record, since: str | None = None, until: str | None = None) -> tuple[Moment, ...]:
    """What happened, came, went, changed hands or was decided, oldest first, undated entries last.

    `since` and `until` (ISO days) keep what may have been between them; what nothing dates is then left out.
    """
    told = (_incidents, _movements, _posture, _command, _strength, _mandate)
    moments = [moment for section in told for moment in section(record)]
    kept = [moment for moment in moments if _between(moment.when, since, until)]
    return tuple(sorted(kept, key=_order))


def _incidents(record: Record) -> list[Moment]:
    return [Moment(event.when, "incident", event.parts[0], of=event) for event in record.incidents]


def _movements(record: Record) -> list[Moment]:
    """Every stage of every movement but the role, which is none of time."""
    told = [(chain, stage) for chain in record.movements for stage in chain.stages if stage.name != "role"]
    return [Moment(stage.when, "movement", stage.steps[0], of=chain, stage=stage) for chain, stage in told]


def _posture(record: Record) -> list[Moment]:
    points = [point for stance in record.stances for point in stance.points]
    return [Moment(_or_later(posture_days(point), point), "posture", point) for point in points]


def _command(record: Record) -> list[Moment]:
    """Who took command, handed it over, or was named."""
    acts = [act for tenure in record.command for act in tenure.acts]
    return [Moment(days_of(act), "command", act) for act in acts if getattr(act.claim.fact, "act", "") != "holds"]


def _strength(record: Record) -> list[Moment]:
    """How many the operation had, or was allowed, in all."""
    points = [point for series in record.strength for point in series.points if series.status in _STANDS]
    return [Moment(days_of(point), "strength", point) for point in points]


def _mandate(record: Record) -> list[Moment]:
    standing = record.standing
    acts = (*standing.begun, *standing.extended, *standing.changed, *standing.ended)
    return [Moment(days_of(act), "mandate", act) for act in acts]


def days_of(said: Attested) -> Days:
    """When it was: the time told, else on the day of the first report at the latest."""
    first, last = bounds(said.report.edtf)
    return Days(first, last) if first or last else _or_later(Days(None, said.first_reported), said)


def _or_later(when: Days, said: Attested) -> Days:
    """The days; for want of any, from the first on which the page can be, if the record constrains it."""
    return when if when != Days() else Days(said.report.publication[0], None)


def _between(when: Days, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if when == Days():
        return False
    first, last = when.earliest or when.latest or "", when.latest or when.earliest or ""
    return (since is None or last >= since) and (until is None or first <= until)


def _order(moment: Moment) -> tuple[bool, str, str, str, str]:
    when = moment.when
    day = when.earliest or when.latest
    return day is None, day or "", when.latest or "9999", moment.section, moment.said.claim.id
