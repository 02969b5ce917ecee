"""What happened, who came and went, and how forces stood: the parts of a record that unfold over days.

Every value leads to the claims it rests on, through the `Attested` it holds. A number of days between two things is
`Bounds`, because both may lie anywhere in the time told.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple

from muster.model.count import Bounds
from muster.model.report import Attested, Report

UNKNOWN = Bounds(None, None)


class Days(NamedTuple):
    """The ISO days between which something lies, both included; None on a side that nothing told fixes."""

    earliest: str | None = None
    latest: str | None = None


class Join(NamedTuple):
    """Why reports were taken for tellings of one event, or of one movement.

    `reports` are the joined ones, `to` those that they fit; `comparisons` the names of the comparison functions (of
    `reconcile.comparisons`, or `reconcile.legs`) that spoke for or against it, each with its score.
    """

    reports: tuple[Report, ...]
    to: tuple[Report, ...]
    comparisons: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of what the comparisons gave."""
        return sum(score for _, score in self.comparisons)


class Toll(NamedTuple):
    """One outcome for one group of people in one event, as the count was told over time.

    `outcome` is GUIDE.md's; `group` is a country, `peacekeepers`, `civilians`, or a word for the people hurt.
    `figures` are the different counts in the order in which they were first reported, undated ones last. As in UCDP's
    event data, `low` is the smallest number any document gives for all, `high` the largest, and `best` the number of
    `chosen`: the newest count, unless more independent reports keep to the one before it. All four are None where
    nobody gives a number ("dozens"). What is only thought possible, or denied, is no figure of a toll.
    """

    outcome: str
    group: str
    figures: tuple[Attested, ...]
    chosen: Attested | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Breakdown(NamedTuple):
    """One outcome's count for all, against the nationalities it is said to be made of, as one document tells them.

    `residual` is what the parts leave of the whole; below nothing if they are more than it.
    """

    outcome: str
    whole: Attested
    parts: tuple[Attested, ...]
    residual: Bounds


class Event(NamedTuple):
    """Something that happened, as all documents together tell it. Reports of it, or of its victims, may be lacking.

    `when` are the days that all tellings allow; `places`, `types`, `means` and `parties` are as told, the most often
    told first; `joins` explain every telling but the first.
    """

    incidents: tuple[Attested, ...]
    casualties: tuple[Attested, ...]
    when: Days = Days()
    places: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    joins: tuple[Join, ...] = ()

    @property
    def parts(self) -> tuple[Attested, ...]:
        """Everything said of it."""
        return (*self.incidents, *self.casualties)

    @property
    def day(self) -> str | None:
        """The latest day on which it can have happened, None if undated."""
        return self.when.latest

    @property
    def place(self) -> str | None:
        """The place most often told, None if nobody tells one."""
        return self.places[0] if self.places else None


class Stage(NamedTuple):
    """How far a coming or going had come: all that says so, the first to say so first.

    `name` is one of `requested`, `possible`, `authorised`, `announced`, `under-way`, `reported` (nobody says how far),
    `arrived` (`left`, for a withdrawal), `role`, `returned`, `denied`. `when` is the time told; where only reports tell
    of it, no later than the first of them.
    """

    name: str
    when: Days
    steps: tuple[Attested, ...]


class Delay(NamedTuple):
    """The days from one stage to the next that is dated."""

    start: str
    end: str
    days: Bounds


class Chain(NamedTuple):
    """One coming or going, from request to return, joined across reports.

    `actor` is who sends (or takes home); `direction` is `in`, `out` or `relief`. `asked_by` are those who asked, as
    written. `due` is when it is to happen by the newest announcement that says so. `planned` and `arrived` are the
    figures to quote for either, None if nobody gives one, and `missing` is the planned number less the arrived one.
    `contributions` are the countries' own chains that answer the announcement of an organisation, which names none.
    `joins` explain why its reports were taken for one movement.
    """

    actor: str
    direction: str
    stages: tuple[Stage, ...]
    delays: tuple[Delay, ...] = ()
    asked_by: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    due: Days = Days()
    planned: Attested | None = None
    arrived: Attested | None = None
    missing: Bounds = UNKNOWN
    contributions: "tuple[Chain, ...]" = ()
    joins: tuple[Join, ...] = ()

    @property
    def steps(self) -> tuple[Attested, ...]:
        """Everything said of it, stage by stage, once."""
        return tuple(dict.fromkeys(step for stage in self.stages for step in stage.steps))

    @property
    def day(self) -> str | None:
        """The day of the newest step, None if all are undated."""
        return max((stage.when.latest for stage in self.stages if stage.when.latest), default=None)


class Stance(NamedTuple):
    """What one actor does in one way (`activity` of GUIDE.md), over time: newest first, undated reports last.

    The reason given, the place and the change stand in each claim.
    """

    actor: str
    activity: str
    points: tuple[Attested, ...]

    @property
    def latest(self) -> Attested:
        """The newest report."""
        return self.points[0]


class Response(NamedTuple):
    """What followed an event: the first change of posture, and the reinforcement, with the days until each.

    `said` names what ties the two together in the sources: `reason given`, `same day named`; empty where they only
    follow in time. `announced` and `arrived` are the days from the event to these stages of the reinforcement.
    """

    event: Event
    posture: Attested | None = None
    posture_after: Bounds = UNKNOWN
    posture_said: str = ""
    reinforcement: Chain | None = None
    announced_after: Bounds = UNKNOWN
    arrived_after: Bounds = UNKNOWN
    reinforcement_said: str = ""


class Moment(NamedTuple):
    """One entry of a timeline: when, of which section (`incident`, `movement`, `posture`, `command`, `strength`,
    `mandate`), and what.

    `said` is the report shown; `of` the event, or the chain and the `stage` of it, where the entry is one.
    """

    when: Days
    section: str
    said: Attested
    of: Event | Chain | None = None
    stage: Stage | None = None
