"""What an operation stands on, what is said of it, and how the parties stand to each other."""

from collections.abc import Iterable
from typing import NamedTuple

from muster.model.record import Attested, Record
from muster.show.lines import Line, Voice
from muster.show.positions import mandate_lines, relation_lines, statement_lines
from muster.web.views.said import Said, said


class Position(NamedTuple):
    """Who or what, and what is said."""

    subject: str
    said: Said


def mandate(record: Record, voice: Voice) -> tuple[Position, ...]:
    """How the operation began, how long it runs, what changed, what it is to do."""
    told = record.standing
    parts = (*told.begun, *told.extended, *told.changed, *told.ended, *told.tasks)
    return _positions(parts, mandate_lines(told, voice), voice)


def statements(record: Record, voice: Voice) -> tuple[Position, ...]:
    """Who thanks, condemns, urges, warns whom."""
    return _positions(record.statements, statement_lines(record.statements, voice), voice)


def relations(record: Record, voice: Voice) -> tuple[Position, ...]:
    """How the parties in the area stand to each other."""
    return _positions(record.relations, relation_lines(record.relations, voice), voice)


def _positions(parts: Iterable[Attested], lines: Iterable[Line], voice: Voice) -> tuple[Position, ...]:
    return tuple(Position(line.subject, said(one, line.text, voice)) for one, line in zip(parts, lines, strict=True))
