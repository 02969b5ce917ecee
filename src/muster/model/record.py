"""The record: what the claims come to, for one operation on one day. It is computed, never stored.

Its parts are in `report` (who says what), `force` (figures, command, accounts, contradictions) and `events`; all are
to be had from here. Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read
command pays.
"""

from typing import NamedTuple

from muster.model.force import (
    Account,
    Compared,
    Contradiction,
    DatedDocument,
    Entity,
    EntityMatch,
    Handover,
    Series,
    State,
    Tenure,
)
from muster.model.report import Attested, Dated, Reason, Report

__all__ = [
    "Account",
    "Attested",
    "Chain",
    "Compared",
    "Contradiction",
    "Dated",
    "DatedDocument",
    "Entity",
    "EntityMatch",
    "Episode",
    "Handover",
    "Reason",
    "Record",
    "Report",
    "Series",
    "Standing",
    "State",
    "Tenure",
]


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


class Record(NamedTuple):
    """The state of an operation on the ISO day `on`, as far as was known by `known_by` (None: all that is known)."""

    operation: str
    on: str
    known_by: str | None = None
    command: tuple[Tenure, ...] = ()
    handovers: tuple[Handover, ...] = ()
    strength: tuple[Series, ...] = ()
    contingents: tuple[Series, ...] = ()
    accounts: tuple[Account, ...] = ()
    movements: tuple[Chain, ...] = ()
    posture: tuple[Attested, ...] = ()
    episodes: tuple[Episode, ...] = ()
    standing: Standing = Standing()
    statements: tuple[Attested, ...] = ()
    relations: tuple[Attested, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    entities: tuple[Entity, ...] = ()
    dated: tuple[DatedDocument, ...] = ()
