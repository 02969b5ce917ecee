"""How far a movement had come, and when."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from muster.model.claim import Movement, Status
from muster.model.count import Bounds
from muster.model.edtf import bounds
from muster.model.events import Days, Delay, Stage
from muster.model.report import Attested, Report
from muster.reconcile.attest import attested
from muster.reconcile.tellings import ordinal

STAGES = (
    "requested",
    "possible",
    "authorised",
    "announced",
    "under-way",
    "reported",
    "arrived",
    "left",
    "role",
    "returned",
    "denied",
)
# Stages that follow one another in time; the rest are no steps on the way.
_SUCCESSIVE = ("requested", "authorised", "announced", "under-way", "reported", "arrived", "left", "returned")
_OF_STATUS = {
    Status.REQUESTED: "requested",
    Status.POSSIBLE: "possible",
    Status.AUTHORISED: "authorised",
    Status.PLANNED: "announced",
    Status.DENIED: "denied",
}
# What is said before a movement; its own time is then that of the movement to come, unless it is past.
_BEFORE = ("requested", "possible", "authorised", "announced")


def stage_of(report: Report) -> str:
    """How far a movement has come: what its status tells, else its stage; `reported` if neither does."""
    status, fact = report.claim.status, movement(report)
    if status in _OF_STATUS:
        return _OF_STATUS[status]
    if fact.stage == "completed":
        return "left" if fact.act == "withdraw" else "arrived"
    return fact.stage if fact.stage in STAGES else "reported"


def stages_of(reports: Sequence[Report], returned: Sequence[Report] = ()) -> tuple[Stage, ...]:
    """The stages of one movement in their order, each with all that tell it; `returned` are reports of the way home.

    Who tells that somebody asked for it tells of a request, too, and who tells what it is to serve as, of a role.
    """
    told = [(stage_of(report), report) for report in reports]
    told += [("requested", report) for name, report in told if movement(report).requested_by and name != "requested"]
    told += [("role", report) for _, report in told if movement(report).role]
    told += [("returned", report) for report in returned]
    by_name: dict[str, dict[str, Report]] = {}
    for name, report in told:
        by_name.setdefault(name, {})[report.claim.id] = report
    return tuple(_stage(name, list(by_name[name].values())) for name in STAGES if name in by_name)


def _stage(name: str, reports: Sequence[Report]) -> Stage:
    steps = sorted(attested(reports, _step_key), key=lambda step: (step.first_reported or "9999", step.claim.id))
    if name == "requested":
        asked = [report for report in reports if report.claim.status is Status.REQUESTED]
        when = _when(name, asked) if asked else Days(None, _first_published(reports))
    else:
        when = _when(name, reports)
    return Stage(name, when, tuple(steps))


def _step_key(report: Report) -> tuple[object, ...]:
    fact = movement(report)
    return fact.act, fact.count, report.claim.status, fact.stage


def _when(name: str, reports: Sequence[Report]) -> Days:
    """The days on which all that is told agrees; where it does not, what was first. At the latest, the first report."""
    told = [_told(report) for report in reports if not (name in _BEFORE and is_due(report))]
    told += [(None, report.publication[1]) for report in reports]
    first, last = max((day for day, _ in told if day), default=None), min((day for _, day in told if day), default=None)
    if first is None or last is None or first <= last:
        return Days(first, last)
    return Days(*min(((begin, end) for begin, end in told if end), key=lambda days: (days[1], days[0] or "")))


def _told(report: Report) -> tuple[str | None, str | None]:
    """The days told; nothing that has happened did so after it was published."""
    first, last = bounds(report.edtf)
    return first, min((day for day in (last, report.publication[1]) if day), default=None) if last else None


def is_due(report: Report) -> bool:
    """Whether the time of a movement to come is that for which it is meant, not that of its announcement."""
    first, last = bounds(report.edtf)
    published = report.publication[0]
    return published is None or (last or "9999") > published or first is None


def due_of(reports: Iterable[Report]) -> Days:
    """For when the movement was announced: the newest time told, with no day known if nobody tells one."""
    meant = [report for report in reports if stage_of(report) in _BEFORE and report.edtf and is_due(report)]
    newest = max(meant, key=lambda report: (report.publication[1] or "", report.claim.id), default=None)
    return Days(*bounds(newest.edtf)) if newest else Days()


def _first_published(reports: Iterable[Report]) -> str | None:
    return min((day for report in reports if (day := report.publication[1])), default=None)


def delays_of(stages: Sequence[Stage]) -> tuple[Delay, ...]:
    """The days from each dated stage to the next; none where the reports tell no least number of them."""
    dated = [stage for stage in stages if stage.name in _SUCCESSIVE and stage.when.latest]
    found = [Delay(one.name, other.name, days_between(one.when, other.when)) for one, other in pairwise(dated)]
    return tuple(delay for delay in found if delay.days != Bounds(None, None))


def days_between(one: Days, other: Days) -> Bounds:
    """How many days from the one to the other: the least and the most, None where open; never fewer than none."""
    least = _difference(other.earliest, one.latest)
    most = _difference(other.latest, one.earliest)
    if most is not None and most < 0:
        return Bounds(None, None)
    return Bounds(max(least, 0) if least is not None and (most is not None or least > 0) else None, most)


def _difference(later: str | None, earlier: str | None) -> int | None:
    end, start = ordinal(later), ordinal(earlier)
    return None if end is None or start is None else end - start


def movement(report: Report | Attested) -> Movement:
    """The movement that a report tells."""
    fact = report.claim.fact
    assert isinstance(fact, Movement)
    return fact
