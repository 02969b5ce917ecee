"""A brief as text: sections of aligned lines, each with its date, its age, who says so, and the claim's id."""

from collections.abc import Sequence
from typing import NamedTuple

from muster.model.brief import Brief
from muster.model.record import Record
from muster.show.command import command_lines
from muster.show.events import chain_lines, event_lines, posture_lines
from muster.show.figures import contingent_lines, contradiction_lines, strength_lines
from muster.show.heading import heading
from muster.show.layout import BOLD, DIM, GAP, shortened, styled, widths, wrapped
from muster.show.lines import Line, Voice
from muster.show.positions import mandate_lines, relation_lines, statement_lines
from muster.show.resolved import dated_lines, entity_lines
from muster.show.words import number_words

Section = tuple[str, tuple[Line, ...]]

# Lines of a section that are shown unless everything is asked for; tables of figures are never cut.
SHOWN = 12
_WHOLE = ("Command", "Strength", "Contingents", "What disagrees")
# The widest that subjects, dates and sources may get before they are wrapped or cut.
_SUBJECT, _WHEN, _SOURCE = 24, 20, 40
# What is said needs at least this beside the columns that say where it comes from.
_BESIDE = 38
# A source is cut, where that makes room, but never shorter than this.
_SHORTEST_SOURCE = 16


def sections(brief: Brief) -> tuple[Section, ...]:
    """Every section with its lines, in the order in which an analyst asks; a section may have none."""
    record, voice = brief.record, Voice(brief.record.on, brief.names)
    return (
        ("Command", command_lines(record.command, record.handovers, voice)),
        ("Strength", strength_lines(record.strength, voice)),
        ("Contingents", contingent_lines(record.contingents, voice)),
        ("Movements", chain_lines(record.movements, voice)),
        ("Posture", posture_lines(record.stances, voice)),
        ("Incidents", event_lines(record.incidents, voice)),
        ("Mandate", mandate_lines(record.standing, voice)),
        ("Statements", statement_lines(record.statements, voice)),
        ("Relations in the area", relation_lines(record.relations, voice)),
        ("What disagrees", contradiction_lines(record.contradictions, voice)),
        *_settled(record),
    )


def _settled(record: Record) -> tuple[Section, ...]:
    """What the record itself settled; sections that are there only if it did."""
    told = (("Dated by the record", dated_lines(record.dated)), ("Names taken for one", entity_lines(record.entities)))
    return tuple((title, lines) for title, lines in told if lines)


def brief_text(brief: Brief, width: int = 100, colour: bool = False, everything: bool = False) -> str:
    """The brief for a terminal of `width` characters; `everything` leaves no line out."""
    told = sections(brief)
    form = _form([line for _, lines in told for line in lines], width, colour)
    parts = [heading(brief, width, colour)]
    for title, lines in told:
        shown = lines if everything or title in _WHOLE else lines[:SHOWN]
        body = [part for line in shown for part in _lines(line, form)]
        if len(shown) < len(lines):
            body.append(styled(f"  … and {number_words(len(lines) - len(shown), 'more line')} (--all)", DIM, colour))
        parts.append("\n".join([styled(title, BOLD, colour), *(body or [styled("  nothing reported", DIM, colour)])]))
    return "\n\n".join(parts) + "\n"


class _Form(NamedTuple):
    """How lines are set: the widths of subject, text and origins; no `origins` where they stand beneath the text."""

    width: int
    colour: bool
    subject: int = 0
    text: int = 0
    origins: tuple[int, ...] = ()


def _form(lines: Sequence[Line], width: int, colour: bool) -> _Form:
    """Side by side if the terminal has room for it, at the cost of long sources; else one beneath the other."""
    if not lines:
        return _Form(width, colour)
    subject = min(max(len(line.subject) for line in lines), _SUBJECT)
    when, age, source, claim = widths([_origin(line) for line in lines])
    when = min(when, _WHEN)
    room = width - subject - when - age - claim - len(GAP) * 6
    source = max(min(source, _SOURCE, room - _BESIDE), min(source, _SHORTEST_SOURCE))
    if room - source < _BESIDE:
        return _Form(width, colour)
    return _Form(width, colour, subject, room - source, (when, age, source, claim))


def _origin(line: Line) -> tuple[str, str, str, str]:
    """Where a line comes from: when, how old, who, and which claim (and how many more)."""
    return line.when, line.age, line.source, line.claim + (f" +{line.more}" if line.more else "")


def _lines(line: Line, form: _Form) -> list[str]:
    """A line of the brief, its origin beside it, or beneath it where the terminal is too narrow for that."""
    if not form.origins:
        return _stacked(line, form)
    days, *origin = zip(_origin(line), form.origins, strict=True)
    beside = GAP + GAP.join(shortened(cell, needed).ljust(needed) for cell, needed in origin).rstrip()
    cells = [wrapped(line.subject, form.subject), wrapped(line.text, form.text), wrapped(*days)]
    made = []
    for i in range(max(map(len, cells))):
        subject, text, day = (_at(parts, i) for parts in cells)
        said = f"{GAP}{subject:<{form.subject}}{GAP}{text:<{form.text}}{GAP}"
        told = f"{day:<{days[1]}}{beside if i == 0 else ''}".rstrip()
        made.append((said + styled(told, DIM, form.colour)).rstrip())
    return made


def _at(parts: Sequence[str], i: int) -> str:
    return parts[i] if i < len(parts) else ""


def _stacked(line: Line, form: _Form) -> list[str]:
    """What is said, and beneath it, further in, where it comes from."""
    margin = GAP * (1 + line.depth)
    said = ": ".join(filter(None, (line.subject, line.text)))
    above = [margin + part for part in wrapped(said, form.width - len(margin))]
    origin = " · ".join(filter(None, _origin(line)))
    if not origin:
        return above
    beneath = [margin + GAP + part for part in wrapped(origin, form.width - len(margin) - len(GAP))]
    return above + [styled(part, DIM, form.colour) for part in beneath]
