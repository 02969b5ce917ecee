"""Who led, from when to when."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from muster.model.claim import Command, Status, is_country
from muster.model.edtf import bounds
from muster.model.force import Contradiction, Handover, Tenure
from muster.model.judgement import Ties
from muster.model.report import Attested, Report
from muster.model.when import overlaps
from muster.reconcile.attest import attested, grouped, newest_first
from muster.reconcile.entities import fullest
from muster.reconcile.lineage import lineages
from muster.reconcile.names import folded, same_person
from muster.reconcile.points import days_between

FORCE_COMMANDER = "force commander"
# Offices that are written in many ways, each by the words that are in all of them.
_OFFICES = ("force commander", "special representative", "police commissioner", "chief of staff", "chief of mission")
_SECOND = frozenset({"deputy", "vice", "second"})

Group = list[Report]


def tenures(reports: Iterable[Report], ties: Ties | None = None) -> tuple[Tenure, ...]:
    """One tenure for each holder of each office: force commanders first, serving before former, newest first.

    A country that holds an office does so by its one officer, where one is told of.
    """
    commands = [report for report in newest_first(reports) if isinstance(report.claim.fact, Command)]
    made = [tenure for group in grouped(commands, office_of) for tenure in _held(group, ties)]
    made = [one._replace(serving=one.serving and not _superseded(one, made)) for one in made]
    return tuple(sorted(made, key=_weight))


def _weight(one: Tenure) -> tuple[bool, bool, str, bool]:
    return office(one.role) != FORCE_COMMANDER, one.deputy, one.role.casefold(), not one.serving


def _command(report: Report | Attested) -> Command:
    fact = report.claim.fact
    assert isinstance(fact, Command)
    return fact


def office_of(report: Report) -> str:
    """The office that a report is of, to be compared: the force commander's where none is told."""
    return office(_command(report).role or FORCE_COMMANDER)


def office(role: str) -> str:
    """The office, to be compared, however the role is written; deputies' apart."""
    role = folded(role)
    if not _SECOND.isdisjoint(role.split()):
        return role
    return next((known for known in _OFFICES if known in role), role)


def _held(told: Sequence[Report], ties: Ties | None) -> list[Tenure]:
    """The tenures of one office: reports put together by the holder, whatever form the name has."""
    named = fullest("person", {_command(report).holder for report in told}, ties)
    held = grouped(told, lambda report: named[_command(report).holder])
    for country in [group for group in held if is_country(_command(group[0]).holder)]:
        officers = [group for group in held if group is not country and _sent_by(group, _command(country[0]).holder)]
        if len(officers) == 1:
            officers[0][:] = newest_first([*officers[0], *country])
            held = [group for group in held if group is not country]
    return [_tenure(group, told) for group in held]


def _sent_by(group: Group, country: str) -> bool:
    return any(_command(report).country == country for report in group)


def _tenure(reports: Group, told: Sequence[Report]) -> Tenure:
    names = sorted({_command(report).holder for report in reports}, key=_fullness)
    acts = attested(reports, lambda report: (_command(report).act, report.claim.status, report.edtf))
    ends = [report for report in told if _ends(report, names) and report.claim.status is Status.ACTUAL]
    role = next((role for report in reports if (role := _command(report).role)), FORCE_COMMANDER)
    return Tenure(
        role=role,
        holder=names[0],
        country=next((c for report in reports if (c := _command(report).country)), None),
        acts=acts,
        since=_begun(reports),
        until=_most_told(ends) or _latest_end(reports),
        serving=not ends and any(report.claim.status is Status.ACTUAL for report in reports),
        deputy=not _SECOND.isdisjoint(folded(role).split()),
        names=tuple(names),
    )


def _fullness(name: str) -> tuple[bool, int, str]:
    return is_country(name), -len(name), name


def _ends(report: Report, names: Sequence[str]) -> bool:
    """Whether the report tells that one of these names left the office: hands over, or has a successor."""
    command = _command(report)
    if command.act == "hands-over":
        return command.holder in names
    return command.predecessor is not None and any(same_person(command.predecessor, name) for name in names)


def _begun(reports: Group) -> str | None:
    """When the office was taken: as told of the act; else the beginning that whoever holds it is told to have."""
    taken = [report for report in reports if _command(report).act == "takes"]
    actual = [report for report in taken if report.claim.status is Status.ACTUAL]
    since = [edtf[:-3] for report in reports if (edtf := report.edtf or "").endswith("/..")]
    return _most_told(actual, taken) or min(since, default=None)


def _latest_end(reports: Group) -> str | None:
    """The day by which the office is left, if that is told of its holder and the tenure is still to end."""
    ends = [edtf[3:] for report in reports if (edtf := report.edtf or "").startswith("../")]
    return max(ends, default=None)


def _most_told(reports: Sequence[Report], support: Sequence[Report] = ()) -> str | None:
    """The time told by most independent sources, `support` counted in; of equals the most exact, then the newest."""
    told = times(reports, support)
    return told[0] if told else None


def times(reports: Sequence[Report], support: Sequence[Report] = ()) -> list[str]:
    """The times told, the best supported first."""
    known = [edtf for report in reports if (edtf := report.edtf) and "X" not in edtf]
    backing = [*reports, *(report for report in support if report not in reports)]

    def weight(edtf: str) -> tuple[int, int]:
        agreeing = [report for report in backing if report.edtf and _overlaps(report.edtf, edtf)]
        return -len(lineages(agreeing)), -len(edtf)

    return sorted(dict.fromkeys(known), key=weight)


def _overlaps(one: str, other: str) -> bool:
    return "X" not in one and overlaps(one, other)


def _superseded(tenure: Tenure, tenures: Iterable[Tenure]) -> bool:
    """Whether somebody else was later in that office: an office has one holder, but a deputy's may have several."""
    day = tenure.acts[0].day
    return not tenure.deputy and any(
        office(other.role) == office(tenure.role)
        and other.serving
        and day is not None
        and (other.acts[0].day or "") > day
        for other in tenures
    )


def handovers(tenures: Iterable[Tenure]) -> tuple[Handover, ...]:
    """From holder to holder in each office that one person holds; newest first.

    With the days without a holder, or (below nothing) with two, as far as both are told to the day.
    """
    held = [one for one in tenures if not one.deputy and _first_seen(one)]
    found = []
    for group in grouped(held, lambda one: office(one.role)):
        ordered = sorted(group, key=lambda one: _first_seen(one) or "")
        found += [_handover(former, holder) for former, holder in pairwise(ordered)]
    return tuple(sorted(found, key=lambda one: one.time or one.acts[0].day or "", reverse=True))


def _handover(former: Tenure, holder: Tenure) -> Handover:
    telling = tuple(act for act in (*holder.acts, *former.acts) if _tells(act, former, holder))
    acts, time = telling or (former.acts[0], holder.acts[-1]), holder.since if telling else None
    return Handover(holder.role, former.holder, holder.holder, time, _gap(former, holder), acts)


def _tells(act: Attested, former: Tenure, holder: Tenure) -> bool:
    command = _command(act)
    if command.act == "hands-over":
        return command.holder in former.names
    named = command.predecessor
    if named is None or command.holder not in holder.names:
        return False
    return any(same_person(named, name) for name in former.names)


def _gap(former: Tenure, holder: Tenure) -> int | None:
    """Days between the end of one tenure and the beginning of the next.

    A former holder who is told to be in office later ends later.
    """
    begun = _day(holder.since)
    if begun is None:
        return None
    left = _day(former.until)
    held = [act for act in former.acts if _command(act).act == "holds" and _is_actual(act)]
    last = max((day for act in held for report in act.reports if (day := report.day)), default=begun)
    if last > begun:
        return -days_between(begun, last)
    return None if left is None else days_between(left, begun)


def _is_actual(act: Attested) -> bool:
    return act.claim.status is Status.ACTUAL


def _day(edtf: str | None) -> str | None:
    """The day, if the time is one."""
    first, last = bounds(edtf)
    return first if first == last else None


def _first_seen(one: Tenure) -> str | None:
    """When the tenure began, or the first day on which it is reported as a fact; None if it is only planned."""
    first, begun = one.seen[0], bounds(one.since)[0]
    return first if first is None or begun is None else min(first, begun)


def disputed_times(tenures: Iterable[Tenure]) -> list[Contradiction]:
    """Offices whose taking is told of different days."""
    found = []
    for one in tenures:
        taken = [act for act in one.acts if _command(act).act == "takes" and act.report.edtf and _is_actual(act)]
        known = [act for act in taken if "X" not in (act.report.edtf or "X")]
        chosen = next((act for act in known if act.report.edtf == one.since), None)
        others = [act for act in known if act is not chosen and chosen and not _agree(act, chosen)]
        if chosen and others:
            figures, why = (chosen, *others), _why(chosen, others)
            made = Contradiction("conflict", "command", one.holder, figures, chosen, why, tuple(others), day=chosen.day)
            found.append(made)
    return found


def _agree(act: Attested, chosen: Attested) -> bool:
    return overlaps(act.report.edtf or "", chosen.report.edtf or "")


def _why(chosen: Attested, others: Sequence[Attested]) -> str:
    most = max(len(act.lineages) for act in others)
    if len(chosen.lineages) > most:
        return f"told by {len(chosen.lineages)} independent sources against {most}"
    return "told of different days; the one that plans and other reports agree with is taken"
