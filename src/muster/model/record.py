"""The record: what the claims come to, for one operation on one day. It is computed, never stored.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple

from muster.model.card import Card
from muster.model.claim import Claim, Status
from muster.model.edtf import bounds


class Report(NamedTuple):
    """A claim with the card of the document that makes it."""

    claim: Claim
    card: Card

    @property
    def day(self) -> str | None:
        """The latest day on which it can have been so; None if nothing dates it.

        That is the last day of the claim's own time, but not after publication: what a page says of later days is
        a state of the page's own day.
        """
        when = self.claim.when
        known = [day for day in (bounds(when.edtf)[1] if when else None, self.card.published) if day]
        return min(known, default=None)

    @property
    def holds_from(self) -> str:
        """The ISO day from which it counts: its `day`, else the day on which the document was added."""
        return self.day or self.card.added[:10]


class Attested(NamedTuple):
    """One thing said, once or often: the report the record shows, and the further reports of the same."""

    report: Report
    others: tuple[Report, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim the record shows."""
        return self.report.claim

    @property
    def day(self) -> str | None:
        """The day of the report shown, None if undated."""
        return self.report.day

    @property
    def reports(self) -> tuple[Report, ...]:
        """All that say so, the one shown first."""
        return (self.report, *self.others)


class Series(NamedTuple):
    """Figures of one kind over time, newest first, undated ones last, then what has a rank or nations but no number;
    the first is the state.

    `subject` is a country, or None for the operation in all; `component` is the class of it: `military`, `police`,
    `observers`, `civilians`. Figures of different status are never in one series.
    """

    subject: str | None
    component: str
    status: Status
    points: tuple[Attested, ...]

    @property
    def latest(self) -> Attested:
        """The newest figure."""
        return self.points[0]


class Tenure(NamedTuple):
    """Somebody in an office: what was said of it, newest first; `since` and `until` are EDTF, None if not told."""

    role: str
    holder: str
    country: str | None
    acts: tuple[Attested, ...]
    since: str | None = None
    until: str | None = None
    serving: bool = True


class Chain(NamedTuple):
    """One coming or going of one actor's forces, from request to completion: its steps in that order."""

    actor: str
    direction: str
    steps: tuple[Attested, ...]

    @property
    def day(self) -> str | None:
        """The day of the newest step, None if all are undated."""
        return max((step.day for step in self.steps if step.day), default=None)


class Episode(NamedTuple):
    """Something that happened: the reports of the event, and who was hurt in it. One of the two may be empty."""

    incidents: tuple[Attested, ...]
    casualties: tuple[Attested, ...]

    @property
    def parts(self) -> tuple[Attested, ...]:
        """Everything said of it."""
        return (*self.incidents, *self.casualties)

    @property
    def day(self) -> str | None:
        """The latest day on which it can have happened, None if undated."""
        return max((part.day for part in self.parts if part.day), default=None)


class Standing(NamedTuple):
    """What an operation stands on: how it began, how it was prolonged or changed, how it ends, what it is to do.

    Each newest first.
    """

    begun: tuple[Attested, ...] = ()
    extended: tuple[Attested, ...] = ()
    changed: tuple[Attested, ...] = ()
    ended: tuple[Attested, ...] = ()
    tasks: tuple[Attested, ...] = ()


class Disagreement(NamedTuple):
    """Figures for one thing that cannot all be right, each with those who give it, the newest first."""

    about: str
    subject: str | None
    figures: tuple[Attested, ...]


class Record(NamedTuple):
    """The state of an operation on the ISO day `on`, as far as was known by `known_by` (None: all that is known)."""

    operation: str
    on: str
    known_by: str | None = None
    command: tuple[Tenure, ...] = ()
    strength: tuple[Series, ...] = ()
    contingents: tuple[Series, ...] = ()
    movements: tuple[Chain, ...] = ()
    posture: tuple[Attested, ...] = ()
    episodes: tuple[Episode, ...] = ()
    standing: Standing = Standing()
    statements: tuple[Attested, ...] = ()
    relations: tuple[Attested, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
