"""The force in the record: its figures, who commands it, what does not add up, and who is one and the same.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple

from muster.model.card import Card
from muster.model.claim import Status
from muster.model.count import Bounds
from muster.model.report import Attested, Dated


class State(NamedTuple):
    """What a series comes to on the day asked: its newest figure carried forward, and how far that can be trusted.

    `low` to `high` are the numbers that `figure` and the reports `agreeing` with it all allow (None: no such end);
    `best` is the number to quote, None where only an order of size is told. `age` is in days, None if undated;
    `stale` says that it is, or may be, older than the limit. `rank` (1 is the largest; as told, where a source tells it
    later than the figure, else by the figures) and `share` (0 to 1, of the operation's own total) are of contingents
    with a number only; `told_rank` is the newest rank that a source gives. `ended` is the ISO day of a newer complete
    list of contributors that does not name the country: it had none there from then on. `listed` says that the figure
    is of such a list.
    """

    figure: Attested
    agreeing: tuple[Attested, ...]
    low: int | None
    best: int | None
    high: int | None
    age: int | None
    stale: bool
    rank: int | None = None
    share: float | None = None
    told_rank: Attested | None = None
    ended: str | None = None
    listed: bool = False


class Series(NamedTuple):
    """Figures of one kind over time, newest first, undated ones last, then what has a rank or nations but no number;
    the first is the state.

    `subject` is a country, or None for the operation in all; `component` is the class of it: `military`, `police`,
    `observers`, `civilians`. Figures of different status are never in one series. `state` is None where there is no
    number.
    """

    subject: str | None
    component: str
    status: Status
    points: tuple[Attested, ...]
    state: State | None = None

    @property
    def latest(self) -> Attested:
        """The newest figure."""
        return self.points[0]


class Tenure(NamedTuple):
    """Somebody in an office: what was said of it, newest first; `since` and `until` are EDTF, None if not told.

    `holder` is the fullest form of the name, `names` all forms. `deputy` marks the second in an office. `serving` is
    whether nothing known by the day asked has ended it.
    """

    role: str
    holder: str
    country: str | None
    acts: tuple[Attested, ...]
    since: str | None = None
    until: str | None = None
    serving: bool = True
    deputy: bool = False
    names: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[str | None, str | None]:
        """The first and the last day on which the holder is told of as such; None if only plans are told."""
        told = [act for act in self.acts if act.claim.status is Status.ACTUAL]
        days = [report.day for act in told for report in act.reports if report.day]
        return min(days, default=None), max(days, default=None)


class Handover(NamedTuple):
    """From one holder of an office to the next.

    `time` is the EDTF of the handover where told; `gap` the days between end and beginning: 0 for none, negative for
    an overlap, None where either is not told to the day.
    """

    role: str
    predecessor: str
    successor: str
    time: str | None
    gap: int | None
    acts: tuple[Attested, ...]


class Contradiction(NamedTuple):
    """Figures or times for one thing that do not agree, how they disagree, and what the record makes of it.

    `type` is `scope` (they count different things), `rounding` (their hedges meet), `stale repeat` (an old figure
    told again), `superseded` (a later one replaces it), `parts and whole` (a sum that does not come out) or
    `conflict`. `about` is `strength`, `contingent`, `command`, or the outcome of casualties; `subject` a country,
    group, event or person, None for the operation. `figures` are all of them, the chosen first; `chosen` is None
    where nothing decides; `why` is a clause for the reader. `past` says that all of them have been replaced by now.
    """

    type: str
    about: str
    subject: str | None
    figures: tuple[Attested, ...]
    chosen: Attested | None
    why: str
    set_aside: tuple[Attested, ...] = ()
    place: str | None = None
    day: str | None = None
    past: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims it rests on."""
        return tuple(claim for figure in self.figures for claim in figure.claims)


class Account(NamedTuple):
    """A sum checked: `opening` plus `additions` minus `departures` is `expected`, against what is `reported`.

    `about` is `strength` (an earlier strength, arrivals and departures against a later strength), `contingents` (the
    countries' figures against the total) or `casualties` (nationalities against the sum of one event). `residual` is
    reported minus expected, `quoted` the same of the numbers as quoted, hedges left aside (None where one has no
    number); `closes` is whether the residual may be nought. Every figure stands with its reports.
    """

    about: str
    subject: str | None
    opening: Attested | None
    additions: tuple[Attested, ...]
    departures: tuple[Attested, ...]
    reported: Attested
    expected: Bounds
    residual: Bounds
    quoted: int | None = None

    @property
    def closes(self) -> bool:
        """Whether the sum can come out."""
        return self.residual.meets(Bounds(0, 0))

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all claims it rests on."""
        opening = (self.opening,) if self.opening else ()
        parts = (*opening, *self.additions, *self.departures, self.reported)
        return tuple(claim for part in parts for claim in part.claims)


class Compared(NamedTuple):
    """What one comparison of two names found: its name and a score from 0 (different) to 1 (the same)."""

    comparison: str
    score: float


class EntityMatch(NamedTuple):
    """Two names taken for one, and why. `judged_by` is the person who decided, None if only the comparisons did."""

    names: tuple[str, str]
    score: float
    comparisons: tuple[Compared, ...]
    judged_by: str | None = None


class Entity(NamedTuple):
    """Who or what goes by several names in the reports: `kind` is `person`, `place` or `unit`; `names` the fullest
    first; `matches` explain every merge; `claims` are the ids that use a name of it."""

    kind: str
    names: tuple[str, ...]
    matches: tuple[EntityMatch, ...]
    claims: tuple[str, ...]

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]


class DatedDocument(NamedTuple):
    """An undated document with the days between which the record constrains its publication, and the reasons."""

    card: Card
    published: Dated
