"""What happened and what followed: incidents with their tolls, reinforcements stage by stage, posture."""

from collections.abc import Mapping
from typing import NamedTuple

from muster.model.claim import Casualty, Movement, Posture
from muster.model.count import Bounds
from muster.model.events import Chain, Days, Delay, Event, Response, Stage, Stance, Toll
from muster.model.record import Attested, Record
from muster.show.lines import Voice
from muster.show.words import count_words, time_words
from muster.web.views.said import Said, flag, said

_STAGES = {"under-way": "under way", "reported": "reported", "role": "given a task"}
_DIRECTIONS = {"in": "coming", "out": "leaving", "relief": "relief"}
_CHANGES = {"more": "increased", "less": "reduced", "starts": "begun", "stops": "ended"}


class Rise(NamedTuple):
    """One outcome for one group: the counts in the order they were reported, and the one to quote."""

    outcome: str
    group: str
    code: str | None
    flag: str
    counts: tuple[Said, ...]
    low: int | None
    best: int | None
    high: int | None
    day: str | None


class Incident(NamedTuple):
    """An event: title, day, place, parties, tolls, and the reports that tell it."""

    anchor: str
    title: str
    when: str
    first: str | None
    day: str | None
    places: tuple[str, ...]
    parties: str
    means: str
    tolls: tuple[Rise, ...]
    told: tuple[Said, ...]
    documents: int


class Step(NamedTuple):
    """A stage of a chain, and the days since the stage before it, in words."""

    name: str
    when: str
    after: str
    told: tuple[Said, ...]


class Reinforcement(NamedTuple):
    """A coming or going, stage by stage."""

    actor: str
    flag: str
    direction: str
    units: str
    roles: str
    asked_by: str
    planned: str
    arrived: str
    missing: str
    steps: tuple[Step, ...]


class Bearing(NamedTuple):
    """What one actor does in one way: the newest report, and the earlier ones."""

    actor: str
    activity: str
    now: Said
    earlier: tuple[Said, ...]


class Aftermath(NamedTuple):
    """What followed an event, in words."""

    event: str
    when: str
    followed: tuple[str, ...]
    said: Said | None


def days_words(when: Days) -> str:
    """When something lies, as people write it."""
    if when.earliest and when.earliest == when.latest:
        return time_words(when.earliest)
    if not when.earliest and not when.latest:
        return time_words(None)
    return time_words(f"{when.earliest or '..'}/{when.latest or '..'}")


def span_words(days: Bounds) -> str:
    """A number of days: "same day", "3 days", "2 to 5 days", "at most 28 days"; nothing if not known."""
    low, high = days.low, days.high
    if low is None and high is None:
        return ""
    if low == high:
        return "same day" if low == 0 else f"{low} day{'' if low == 1 else 's'}"
    if high is None:
        return f"at least {low} days"
    return f"at most {high} days" if not low or low < 0 else f"{low} to {high} days"


def incidents(record: Record, voice: Voice) -> tuple[Incident, ...]:
    """The events, newest first."""
    newest = sorted(record.incidents, key=lambda one: one.day or "", reverse=True)
    return tuple(_incident(one, voice) for one in newest)


def event_title(event: Event) -> str:
    """What it was: "Clash and attack"."""
    kinds = " and ".join(event.types[:2]) or "people hurt"
    return kinds[:1].upper() + kinds[1:]


def anchor_of(event: Event) -> str:
    """Where on the page the event is told."""
    return f"incident-{event.parts[0].claim.id[:10]}"


def _incident(event: Event, voice: Voice) -> Incident:
    return Incident(
        anchor=anchor_of(event),
        title=event_title(event),
        when=days_words(event.when),
        first=event.when.earliest,
        day=event.day,
        places=event.places[:2],
        parties=", ".join(voice.name(party) for party in event.parties[:4]),
        means=", ".join(event.means[:3]),
        tolls=tuple(_rise(toll, voice) for toll in event.tolls),
        told=tuple(said(one, "", voice) for one in event.incidents or event.casualties),
        documents=len({report.card.document for part in event.parts for report in part.reports}),
    )


def _rise(toll: Toll, voice: Voice) -> Rise:
    return Rise(
        outcome=toll.outcome,
        group=voice.name(toll.group),
        code=toll.group if flag(toll.group) else None,
        flag=flag(toll.group),
        counts=tuple(said(figure, casualty_words(figure), voice) for figure in toll.figures),
        low=toll.low,
        best=toll.best,
        high=toll.high,
        day=toll.chosen.first_reported if toll.chosen else None,
    )


def casualty_words(figure: Attested) -> str:
    """The count of a casualty, as hedged."""
    fact = figure.claim.fact
    return count_words(fact.count) if isinstance(fact, Casualty) else ""


def reinforcements(record: Record, voice: Voice) -> tuple[Reinforcement, ...]:
    """The comings and goings, newest first."""
    newest = sorted(record.movements, key=lambda one: one.day or "", reverse=True)
    return tuple(_reinforcement(one, voice) for one in newest)


def _reinforcement(chain: Chain, voice: Voice) -> Reinforcement:
    after = {delay.end: delay for delay in chain.delays}
    steps = (
        Step(_STAGES.get(stage.name, stage.name), days_words(stage.when), _after(stage, after), _told(stage, voice))
        for stage in chain.stages
    )
    return Reinforcement(
        actor=voice.name(chain.actor),
        flag=flag(chain.actor),
        direction=_DIRECTIONS.get(chain.direction, chain.direction),
        units=", ".join(chain.units),
        roles=", ".join(chain.roles),
        asked_by=", ".join(voice.name(one) for one in chain.asked_by),
        planned=_number(chain.planned),
        arrived=_number(chain.arrived),
        missing=_missing(chain.missing),
        steps=tuple(steps),
    )


def _after(stage: Stage, after: Mapping[str, Delay]) -> str:
    delay = after.get(stage.name)
    days = span_words(delay.days) if delay else ""
    return f"{days} after {_STAGES.get(delay.start, delay.start)}" if delay and days else ""


def _told(stage: Stage, voice: Voice) -> tuple[Said, ...]:
    return tuple(said(step, movement_words(step), voice) for step in stage.steps)


def movement_words(step: Attested) -> str:
    """How many, as which unit."""
    fact = step.claim.fact
    return " ".join(filter(None, (count_words(fact.count), fact.unit))) if isinstance(fact, Movement) else ""


def _number(figure: Attested | None) -> str:
    return count_words(getattr(figure.claim.fact, "count", None)) if figure else ""


def _missing(missing: Bounds) -> str:
    if missing.low is None and missing.high is None:
        return ""
    if (missing.low or 0) <= 0 and (missing.high is None or missing.high >= 0):
        return ""
    return f"{missing.low:,}" if missing.low == missing.high else f"{missing.low or 0:,} to {missing.high or 0:,}"


def bearings(record: Record, voice: Voice) -> tuple[Bearing, ...]:
    """Who does what, the newest first."""
    newest = sorted(record.stances, key=lambda one: one.latest.day or "", reverse=True)
    return tuple(_bearing(one, voice) for one in newest)


def _bearing(stance: Stance, voice: Voice) -> Bearing:
    now, *earlier = (said(point, posture_words(point), voice) for point in stance.points)
    return Bearing(voice.name(stance.actor), stance.activity.replace("-", " "), now, tuple(earlier))


def posture_words(point: Attested) -> str:
    """The change, the place and the reason given."""
    fact = point.claim.fact
    if not isinstance(fact, Posture):
        return ""
    change = _CHANGES.get(fact.change or "", fact.change or "")
    reason = f"because: {fact.reason}" if fact.reason else ""
    return ", ".join(filter(None, (change, point.claim.place or "", reason)))


def aftermaths(record: Record, voice: Voice) -> tuple[Aftermath, ...]:
    """What followed each event."""
    return tuple(_aftermath(one, voice) for one in record.responses)


def _aftermath(one: Response, voice: Voice) -> Aftermath:
    followed = []
    if one.posture is not None:
        actor = voice.name(getattr(one.posture.claim.fact, "actor", ""))
        activity = getattr(one.posture.claim.fact, "activity", "")
        followed.append(
            _followed(f"{actor}: {activity} {posture_words(one.posture)}".strip(), one.posture_after, one.posture_said)
        )
    if one.reinforcement is not None:
        actor = voice.name(one.reinforcement.actor)
        followed.append(_followed(f"{actor}: reinforcement announced", one.announced_after, one.reinforcement_said))
        if span_words(one.arrived_after):
            followed.append(_followed(f"{actor}: arrived", one.arrived_after, ""))
    place = f", {one.event.place}" if one.event.place else ""
    first = said(one.posture, "", voice) if one.posture else None
    return Aftermath(event_title(one.event) + place, days_words(one.event.when), tuple(followed), first)


def _followed(what: str, after: Bounds, tie: str) -> str:
    how = f" ({tie})" if tie else " (in time only)"
    days = span_words(after)
    return what + (f" · {days}" if days else "") + how
