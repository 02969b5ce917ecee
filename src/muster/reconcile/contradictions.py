"""Every disagreement: of what type it is, what the record takes, why, and what that sets aside."""

from collections.abc import Iterable, Sequence
from itertools import chain

from muster.model.claim import Casualty, Status
from muster.model.count import Bounds
from muster.model.events import Breakdown, Event, Toll
from muster.model.force import Account, Contradiction, Series
from muster.model.report import Attested
from muster.reconcile.lineage import origin
from muster.reconcile.past import CONFLICT, past_conflicts
from muster.reconcile.points import (
    ONE_STATE,
    component_of,
    count_of,
    days_between,
    former,
    repeats,
    shares_document,
    support,
)
from muster.reconcile.series import bounds_of
from muster.reconcile.victims import group_key, same_group

SCOPE, ROUNDING, STALE_REPEAT = "scope", "rounding", "stale repeat"
SUPERSEDED, PARTS = "superseded", "parts and whole"

# Older figures than this are history: nobody takes them for the state, and they contradict nothing.
HISTORY = 365

# The days between which the figures told may all be of the state; None for a state without a day.
Era = tuple[str | None, str | None]
_EVERYBODY = frozenset({"people", "persons"})
_WHY_STATUS = {
    Status.AUTHORISED: "one is what was allowed",
    Status.PLANNED: "one is a plan",
    Status.REQUESTED: "one is what was asked for",
    Status.POSSIBLE: "one is no more than possible",
    Status.DENIED: "one is denied",
}


def contradictions(
    series: Sequence[Series], events: Iterable[Event], accounts: Iterable[Account]
) -> tuple[Contradiction, ...]:
    """All disagreements of strengths and contingents, of the tolls of events, and of sums that cannot come out."""
    return (
        *chain.from_iterable(map(_within, series)),
        *chain.from_iterable(map(past_conflicts, series)),
        *_scopes(series),
        *chain.from_iterable(map(_of_event, events)),
        *(found for account in accounts if (found := _of_account(account))),
    )


def _within(series: Series) -> list[Contradiction]:
    """What a series has beside its state, by type."""
    if series.state is None:
        return []
    chosen, about = series.state.figure, "contingent" if series.subject else "strength"
    era = _era(chosen, series.points)
    others = (point for point in series.points if point is not chosen)
    beside = [(point, *found) for point in others if (found := _beside(point, series, era))]
    return [made._replace(about=about, subject=series.subject, day=chosen.day) for made in _by_type(chosen, beside)]


def _by_type(chosen: Attested, beside: Sequence[tuple[Attested, str, str]]) -> list[Contradiction]:
    """One contradiction for each type among the figures beside the one chosen, with every reason once."""
    found = []
    for type_ in dict.fromkeys(type_ for _, type_, _ in beside):
        others = tuple(point for point, of, _ in beside if of == type_)
        told = list(dict.fromkeys(why for _, of, why in beside if of == type_))
        why = "; ".join(one for one in told if not any(one != other and one in other for other in told))
        found.append(Contradiction(type_, "", None, (chosen, *others), chosen, why, others))
    return found


def _beside(point: Attested, series: Series, era: Era) -> tuple[str, str] | None:
    """How a point of a series disagrees with its state, and why that one is taken; None if it does not."""
    chosen, points = series.points[0], series.points
    told, held = count_of(point), count_of(chosen)
    if told == held or _no_number(point) or not _same_matter(point, chosen):
        return None
    if component_of(point) != component_of(chosen) and _near(point, chosen) and not told.rounded.meets(held.rounded):
        return SCOPE, f"one counts {component_of(point)}, the other {component_of(chosen)}"
    if told.rounded.meets(held.rounded):
        return (ROUNDING, _why_rounding(point, chosen)) if _is_of(era, point) else None
    return _known_other(point, series) or _unlike(point, chosen, points)


def _era(chosen: Attested, points: Sequence[Attested]) -> Era:
    """The days nearest to the state's own, before it and after it, of which a figure is told that excludes it."""
    held, day = count_of(chosen).rounded, chosen.day
    if day is None:
        return day, day
    apart = [one.day for one in points if one.day and not _no_number(one) and not held.meets(count_of(one).rounded)]
    before, after = (one for one in apart if one < day), (one for one in apart if one > day)
    return max(before, default=""), min(after, default="9999")


def _is_of(era: Era, point: Attested) -> bool:
    """Whether nothing told between the point and the state excludes them: then they may be of one state."""
    first, last = era
    return point.day is not None and first is not None and last is not None and first <= point.day <= last


def _known_other(point: Attested, series: Series) -> tuple[str, str] | None:
    """A figure that the record knows to be of something else, or of an older day, whatever its own day."""
    chosen, points = series.points[0], series.points
    if series.state and series.state.listed and point.day == chosen.day and shares_document(point, chosen):
        return SCOPE, "the list that the one is in comes to its total without the other"
    if former(point, points):
        return SUPERSEDED, "told as what was before"
    if replaced := repeats(point, points):
        return STALE_REPEAT, f"told again in the same words after {replaced.day} had another figure"
    return None


def _unlike(point: Attested, chosen: Attested, points: Sequence[Attested]) -> tuple[str, str] | None:
    """Two figures that cannot be of one day: one is older, or they conflict."""
    if point.day is None or chosen.day is None:
        return _undated(point, chosen)
    if _near(point, chosen) and not shares_document(point, chosen):
        return CONFLICT, _why_conflict(point, chosen, points)
    if point.day == chosen.day:
        return CONFLICT, "one document gives both for one day; " + _which(point, chosen, points)
    return (SUPERSEDED, "the newer figure holds") if point.day < chosen.day else None


def _undated(point: Attested, chosen: Attested) -> tuple[str, str]:
    """A figure that nothing dates to the day: it may be older than the state, or nothing tells."""
    earliest = point.report.earliest
    if chosen.day and earliest and earliest < chosen.day:
        return SUPERSEDED, "it can be of an older day; the dated one is taken"
    return CONFLICT, "nothing tells which came first; the dated one is taken"


def _same_matter(point: Attested, chosen: Attested) -> bool:
    """Whether the point is near enough to the state to contradict it: an older figure only if it was told as how things
    are, not as how they were on its own day."""
    if point.day is None or chosen.day is None or _near(point, chosen):
        return True
    as_news = any(report.edtf is None for report in point.reports)
    return as_news and days_between(point.day, chosen.day) <= HISTORY


def _why_rounding(point: Attested, chosen: Attested) -> str:
    newer = point.day and chosen.day and point.day < chosen.day
    return "one number fits both; the newer is taken" if newer else "one number fits both"


def _why_conflict(point: Attested, chosen: Attested, points: Sequence[Attested]) -> str:
    newer = (chosen.day or "") > (point.day or "")
    which = "the newer is taken" if newer else _which(point, chosen, points)
    return f"told by different sources within days; {which}"


def _which(point: Attested, chosen: Attested, points: Sequence[Attested]) -> str:
    """Of two figures for one day: the one that more tell, or told shortly before."""
    held, other = support(chosen, points), support(point, points)
    if held > other:
        return f"the one taken has {held} independent sources of the month, the other {other}"
    return "nothing decides which holds"


def _near(one: Attested, other: Attested) -> bool:
    return one.day is not None and other.day is not None and abs(days_between(one.day, other.day)) <= ONE_STATE


def _no_number(point: Attested) -> bool:
    return count_of(point).size is None


def _scopes(series: Sequence[Series]) -> list[Contradiction]:
    """What is so against what is allowed, planned or asked for, where the numbers differ: no contradiction in truth."""
    actual = {(one.subject, one.component): one for one in series if one.status is Status.ACTUAL and one.state}
    found = []
    for one in series:
        other = actual.get((one.subject, one.component))
        if one.status is Status.ACTUAL or one.state is None or other is None or other.state is None:
            continue
        if one.state.stale or bounds_of(one).meets(bounds_of(other)):
            continue
        chosen, beside = other.state.figure, one.state.figure
        about = "contingent" if one.subject else "strength"
        why = f"{_WHY_STATUS[one.status]}, the other what was there"
        found.append(Contradiction(SCOPE, about, one.subject, (chosen, beside), chosen, why, (beside,), day=chosen.day))
    return found


def _of_event(event: Event) -> list[Contradiction]:
    """Tolls that differ, and nationalities that do not come to the sum."""
    place = event.places[0] if event.places else None
    tolls = chain.from_iterable((*_of_toll(toll), *_doubted(toll, event.casualties)) for toll in event.tolls)
    sums = (found for parts in event.breakdowns if (found := _of_breakdown(parts)))
    return [found._replace(place=place, day=event.day) for found in (*tolls, *sums)]


def _of_toll(toll: Toll) -> list[Contradiction]:
    """What a toll has beside the count taken, by type."""
    if toll.chosen is None:
        return []
    chosen = toll.chosen
    others = [figure for figure in toll.figures if figure is not chosen and not _no_number(figure)]
    made = _by_type(chosen, [(figure, *_toll_type(figure, chosen)) for figure in others])
    return [one._replace(about=toll.outcome, subject=toll.group) for one in made]


def _doubted(toll: Toll, casualties: Iterable[Attested]) -> list[Contradiction]:
    """Counts of the same people that somebody only holds for possible, if they exclude the one taken; and denials."""
    if toll.chosen is None:
        return []
    peers = [one for one in casualties if _same_toll(one, toll) and not _no_number(one)]
    beside = [(one, CONFLICT, why) for one in peers if (why := _why_doubted(one, toll.chosen))]
    return [one._replace(about=toll.outcome, subject=toll.group) for one in _by_type(toll.chosen, beside)]


def _same_toll(said: Attested, toll: Toll) -> bool:
    fact = said.claim.fact
    same = isinstance(fact, Casualty) and fact.outcome == toll.outcome
    return same and same_group(group_key(_group(said) or ""), group_key(toll.group))


def _why_doubted(said: Attested, chosen: Attested) -> str:
    meets = count_of(said).bounds.meets(count_of(chosen).bounds)
    if said.claim.status is Status.DENIED:
        return "somebody denies it" if meets else ""
    return "the other is thought possible" if said.claim.status is Status.POSSIBLE and not meets else ""


def _toll_type(figure: Attested, chosen: Attested) -> tuple[str, str]:
    """What a count beside the one taken is: of other people, the same number, or another."""
    if scope := _groups_apart(figure, chosen):
        return SCOPE, scope
    if count_of(figure).bounds.meets(count_of(chosen).bounds):
        return ROUNDING, "one number fits both"
    if figure.last_reported is None or chosen.first_reported is None:
        return CONFLICT, "nothing tells which was told first; the dated one is taken"
    return _told_otherwise(figure, chosen, chosen.first_reported)


def _told_otherwise(figure: Attested, chosen: Attested, first: str) -> tuple[str, str]:
    """A toll rises as it becomes known: what was told earlier is superseded; what others tell at once is a conflict."""
    if (figure.last_reported or "") < first:
        return SUPERSEDED, f"told earlier; another count is told from {first} on"
    if _one_source(figure, chosen) and (figure.first_reported or "") <= first:
        return SUPERSEDED, "the same source has another count since"
    if (figure.first_reported or "") < first:
        return STALE_REPEAT, f"told before {first}, when another count was told, and again since"
    return CONFLICT, _why_support(chosen, [figure])


def _groups_apart(figure: Attested, chosen: Attested) -> str:
    """How two counts are of different people, where one of them is of all."""
    groups = [(_group(one) or "").casefold() for one in (figure, chosen)]
    apart = groups[0] != groups[1] and not _EVERYBODY.isdisjoint(groups)
    return f"one counts {groups[0]}, the other {groups[1]}" if apart else ""


def _one_source(one: Attested, other: Attested) -> bool:
    return not {origin(report) for report in one.reports}.isdisjoint(origin(report) for report in other.reports)


def _why_support(chosen: Attested, others: Sequence[Attested]) -> str:
    most = max(len(figure.lineages) for figure in others)
    if len(chosen.lineages) > most:
        return f"told by {len(chosen.lineages)} independent sources against {most}"
    return "told by different sources; the one taken is the newest with as many behind it"


def _of_breakdown(parts: Breakdown) -> Contradiction | None:
    """Nationalities that come to more than the sum; those that come to less may only be incomplete."""
    high = parts.residual.high
    if high is None or high >= 0:
        return None
    figures = (parts.whole, *parts.parts)
    why = f"the nationalities come to at least {-high:,} more than the whole"
    return Contradiction(PARTS, parts.outcome, _group(parts.whole), figures, parts.whole, why)


def _group(said: Attested) -> str | None:
    fact = said.claim.fact
    return fact.group if isinstance(fact, Casualty) else None


def _of_account(account: Account) -> Contradiction | None:
    """A sum that comes out to too much; one that leaves something over may only be incomplete.

    Contingents told of another day than the total may have changed since. Nationalities of casualties are checked with
    their event.
    """
    whole = account.reported
    parts = (*((account.opening,) if account.opening else ()), *account.additions, *account.departures)
    high = account.residual.high
    if account.about == "contingents":
        parts = tuple(part for part in parts if _near(part, whole))
        high = (count_of(whole).bounds - sum((count_of(part).bounds for part in parts), start=Bounds(0, 0))).high
    if account.about == "casualties" or high is None or high >= 0:
        return None
    why = f"the parts come to at least {-high:,} more than the whole"
    return Contradiction(PARTS, account.about, account.subject, (whole, *parts), whole, why, day=whole.day)
