"""The record: what the claims come to, for one operation on one day. It is computed, never stored.

Its parts are in `report` (who says what), `force` (figures, command, accounts, contradictions) and `events`; all are
to be had from here. Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read
command pays.
"""

from typing import NamedTuple

from muster.model.card import Card
from muster.model.events import Chain, Event, Response, Stance
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
    "Event",
    "Handover",
    "Reason",
    "Record",
    "Report",
    "Response",
    "Series",
    "Stance",
    "Standing",
    "State",
    "Tenure",
]


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
    """The state of an operation on the ISO day `on`, as far as was known by `known_by` (None: all that is known).

    `cards` are those of the documents it rests on; `dated` those of them that only the record itself dates.
    `others_moving` are comings and goings told with the operation that are none of its forces'.
    """

    operation: str
    on: str
    known_by: str | None = None
    command: tuple[Tenure, ...] = ()
    handovers: tuple[Handover, ...] = ()
    strength: tuple[Series, ...] = ()
    contingents: tuple[Series, ...] = ()
    accounts: tuple[Account, ...] = ()
    movements: tuple[Chain, ...] = ()
    others_moving: tuple[Chain, ...] = ()
    stances: tuple[Stance, ...] = ()
    incidents: tuple[Event, ...] = ()
    responses: tuple[Response, ...] = ()
    standing: Standing = Standing()
    statements: tuple[Attested, ...] = ()
    relations: tuple[Attested, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    entities: tuple[Entity, ...] = ()
    dated: tuple[DatedDocument, ...] = ()
    cards: tuple[Card, ...] = ()
