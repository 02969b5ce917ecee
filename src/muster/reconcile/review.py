"""Which claims a person should look at first: those that would move a published figure if they were wrong.

A reviewer's hour is worth most where two things meet: much rests on a claim, and there is reason to doubt it. Each
claim of an operation gets a *turn*:

1. `moves`: a published figure (the state of a strength or contingent, who commands, the toll of an event) is this
   claim's and only one of the two readers found it; or it stands in an open contradiction (a conflict, or parts that
   do not come to their whole), whose outcome it decides.
2. `published`: a published figure is this claim's, and both readers found it.
3. `shown`: the record shows it, but no figure hangs on it.
4. `kept`: the record as of the day asked does not show it.

Within a turn, what weighs more comes first: the weight of the figure, and one for every reason to doubt it (one reader
only; nobody else says so; an old figure told again; undated). Then the newer comes first.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from muster.model.claim import Status, Tier
from muster.model.force import Contradiction, Series, Tenure
from muster.model.record import Attested, Event, Record, Report

MOST_BESIDE = 5
"""To how many other claims one is held up at once."""

OPEN = ("conflict", "parts and whole")
"""Contradictions that a decision about one claim can end."""

STRENGTH, FIGURE, PART, TELLING = 4, 3, 2, 1
_PUBLISHED = FIGURE


class Turn(StrEnum):
    """When a claim comes up, the first first."""

    MOVES = "moves"
    PUBLISHED = "published"
    SHOWN = "shown"
    KEPT = "kept"


class Appearance(NamedTuple):
    """Where the record shows something: in which section, of what, how much weight it has there (`STRENGTH` for the
    strength itself to `TELLING` for what no figure hangs on), and all that is said of the same matter, itself too."""

    section: str
    subject: str | None
    said: Attested
    weight: int
    matter: tuple[Attested, ...] = ()


class Doubt(NamedTuple):
    """A claim to be looked at: when it comes up, why, and the reports to compare it with, those that contradict it
    first."""

    report: Report
    turn: Turn
    weight: int
    reasons: tuple[str, ...]
    beside: tuple[Report, ...] = ()

    @property
    def id(self) -> str:
        """The id under which the claim is judged: its own, also where a person corrected it."""
        return judged_id(self.report)


def judged_id(report: Report) -> str:
    """The id of the claim as it was read, under which it is judged."""
    return report.judged or report.claim.id


def appearances(record: Record) -> Iterator[Appearance]:
    """Everything the record shows, section by section."""
    for series in (*record.strength, *record.contingents):
        yield from _of_series(series)
    for tenure in record.command:
        yield from _of_tenure(tenure)
    for event in record.incidents:
        yield from _of_event(event)
    for movement in record.movements:
        quoted, steps = (movement.planned, movement.arrived), movement.steps
        for step in steps:
            yield Appearance("movements", movement.actor, step, PART if step in quoted else TELLING, steps)
    for stance in record.stances:
        for point in stance.points:
            yield Appearance("posture", stance.actor, point, TELLING)
    for said in chain(*record.standing):
        yield Appearance("mandate", None, said, TELLING)
    for said in record.statements:
        yield Appearance("statements", None, said, TELLING)
    for said in record.relations:
        yield Appearance("relations", None, said, TELLING)


def _of_series(series: Series) -> Iterator[Appearance]:
    section = "contingents" if series.subject else "strength"
    heavy = FIGURE if series.subject else STRENGTH
    for point in series.points:
        is_state = series.state is not None and point is series.state.figure
        weight = heavy if is_state and series.status is Status.ACTUAL else PART if is_state else TELLING
        yield Appearance(section, series.subject, point, weight, series.points)


def _of_tenure(tenure: Tenure) -> Iterator[Appearance]:
    leads = tenure.serving and not tenure.deputy
    for place, act in enumerate(tenure.acts):
        yield Appearance("command", tenure.holder, act, FIGURE if leads and place == 0 else TELLING, tenure.acts)


def _of_event(event: Event) -> Iterator[Appearance]:
    for incident in event.incidents:
        yield Appearance("incidents", event.place, incident, PART, event.incidents)
    counted: set[str] = set()
    for toll in event.tolls:
        for figure in toll.figures:
            counted.update(figure.claims)
            weight = FIGURE if figure is toll.chosen else TELLING
            yield Appearance("incidents", toll.group, figure, weight, toll.figures)
    for casualty in event.casualties:
        if counted.isdisjoint(casualty.claims):
            yield Appearance("incidents", event.place, casualty, TELLING)


def ranked(record: Record, reports: Iterable[Report]) -> list[Doubt]:
    """The reports of the record's operation, and those of none that the record shows, in the order in which a person
    should look at them."""
    places: dict[str, Appearance] = {}
    for place in appearances(record):
        for report in place.said.reports:
            known = places.get(judged_id(report))
            if known is None or known.weight < place.weight:
                places[judged_id(report)] = place
    disputes: dict[str, list[Contradiction]] = {}
    for dispute in record.contradictions:
        for address in dict.fromkeys(judged_id(one) for figure in dispute.figures for one in figure.reports):
            disputes.setdefault(address, []).append(dispute)
    own = [one for one in reports if one.claim.operation == record.operation or judged_id(one) in places]
    found = [_doubt(one, places.get(judged_id(one)), disputes.get(judged_id(one), [])) for one in own]
    return sorted(found, key=_order)


def _order(doubt: Doubt) -> tuple[int, int, int, str]:
    day = doubt.report.day or ""
    return list(Turn).index(doubt.turn), -doubt.weight, -int(day.replace("-", "") or 0), doubt.id


def _doubt(report: Report, place: Appearance | None, disputes: list[Contradiction]) -> Doubt:
    contested = [dispute for dispute in disputes if dispute.type in OPEN]
    candidate = report.claim.tier is Tier.CANDIDATE
    published = place is not None and place.weight >= _PUBLISHED
    if contested or (published and candidate):
        turn = Turn.MOVES
    elif published:
        turn = Turn.PUBLISHED
    else:
        turn = Turn.SHOWN if place else Turn.KEPT
    doubts = _doubts(report, place, disputes)
    weight = (place.weight if place else 0) + len(doubts)
    resting = (_resting(place),) if place and published else ()
    return Doubt(report, turn, weight, (*resting, *doubts), _beside(report, place, disputes))


def _resting(place: Appearance) -> str:
    what = {"strength": "the strength", "contingents": "a contingent", "command": "who commands"}
    others = len(place.said.reports) - 1
    told = f"with {others} other{'s' if others > 1 else ''}" if others else "alone"
    return f"{what.get(place.section, 'a toll')} rests on it {told}"


def _doubts(report: Report, place: Appearance | None, disputes: list[Contradiction]) -> tuple[str, ...]:
    types = {dispute.type for dispute in disputes}
    told = (
        ("conflict" in types, "another figure contradicts it"),
        ("parts and whole" in types, "parts and whole do not add up"),
        ("stale repeat" in types, "an old figure may be told again"),
        (not report.counts, "only the trained reader found it: accept it, and the record rests on it too"),
        (report.counts and report.claim.tier is Tier.CANDIDATE, "only one of the two readers found it"),
        (place is not None and len(place.said.lineages) < 2, "nobody else says so"),
        (report.day is None, "nothing dates it"),
    )
    return tuple(words for is_so, words in told if is_so)


def _beside(report: Report, place: Appearance | None, disputes: list[Contradiction]) -> tuple[Report, ...]:
    """What contradicts it, then what is said of the same matter, then who says the same; as many as one can look at."""
    against = (figure.report for dispute in disputes for figure in dispute.figures)
    alike = (other.report for other in place.matter if other is not place.said) if place else ()
    same = place.said.reports if place else ()
    found: dict[str, Report] = {}
    for one in chain(against, alike, same):
        if judged_id(one) != judged_id(report):
            found.setdefault(judged_id(one), one)
        if len(found) == MOST_BESIDE:
            break
    return tuple(found.values())
