"""What disagrees: of which type it is, what the record takes, why, and what that sets aside."""

from typing import Any

from muster.model.brief import Brief, Names
from muster.model.claim import Claim
from muster.model.force import Contradiction
from muster.model.report import Attested
from muster.show.figures import counted_words, figure_words, hedged_words
from muster.show.heading import heading
from muster.show.layout import BOLD, DIM, GAP, shortened, styled, widths, wrapped
from muster.show.lines import ID_LENGTH, source_words, when_words
from muster.show.said import said_as_dict
from muster.show.words import status_words, time_words

# What weighs most comes first.
TYPES = ("conflict", "parts and whole", "stale repeat", "superseded", "rounding", "scope")
_APART = {"police": ", police", "observers": ", observers", "civilians": ", civilians"}
_WHOSE = ("country", "group", "actor")
_ACTS = {"takes": "takes the office", "hands-over": "hands it over"}
# Figures of one disagreement that are shown.
SHOWN = 12
# A figure and a source are cut to these.
_FIGURE, _SOURCE = 36, 34
_HEAD = ("type", "about", "subject", "place", "day", "part", "figure", "of", "source", "publisher", "published")
_CLAIM = ("lineages", "why", "claim")


def conflicts_text(brief: Brief, width: int = 100, colour: bool = False) -> str:
    """Each disagreement with all its figures, under its type."""
    told = in_order(brief)
    parts = [heading(brief, width, colour)]
    if told:
        counted = [(type_, sum(one.type == type_ for one in told)) for type_ in TYPES]
        parts.append(", ".join(f"{number} {type_}" for type_, number in counted if number))
    parts += [_block(one, brief.names, width, colour) for one in told]
    return "\n\n".join(parts if told else [*parts, "Nothing disagrees."]) + "\n"


def in_order(brief: Brief) -> list[Contradiction]:
    """By type, then as the record has them."""
    return sorted(brief.record.contradictions, key=lambda one: TYPES.index(one.type))


def subject_words(one: Contradiction, names: Names) -> str:
    """What the disagreement is about: "wounded peacekeepers, Zvečan, 29 May 2023"."""
    subject = names.of(one.subject) if one.subject else ""
    first = one.figures[0].claim
    status = status_words(first.status)
    sort = " ".join(filter(None, (status, _sort(first))))
    what = {
        "strength": f"{sort} of {subject}" if subject else f"{sort} in all",
        "contingent": f"{status} contingent of {subject}{_APART.get(_sort(first), '')}".lstrip(),
        "contingents": f"contingents{_APART.get(_sort(first), '')}",
        "command": f"when {subject} took office",
    }
    about = what.get(one.about) or " ".join(filter(None, (one.about, subject)))
    return ", ".join(
        filter(None, (about, one.place, time_words(one.day) if one.day and (one.place or one.past) else ""))
    )


def _sort(claim: Claim) -> str:
    """Of what a figure is: strength, or police, observers, civilians."""
    component = getattr(claim.fact, "component", None)
    return str(component) if component in _APART else "strength"


def _block(one: Contradiction, names: Names, width: int, colour: bool) -> str:
    rows = [_row(one, said, names) for said in one.figures[:SHOWN]]
    needed = widths(rows)
    lines = [GAP + GAP.join(cell.ljust(size) for cell, size in zip(row, needed, strict=True)).rstrip() for row in rows]
    title = f"{styled(one.type, BOLD, colour)}: {subject_words(one, names)}"
    why = [GAP + part for part in wrapped(_why(one), width - len(GAP))]
    if len(one.figures) > SHOWN:
        lines.append(f"{GAP}… and {len(one.figures) - SHOWN} more (--json)")
    return "\n".join([title, *lines, *(styled(part, DIM, colour) for part in why)])


def _row(one: Contradiction, said: Attested, names: Names) -> tuple[str, ...]:
    lineages = f" ×{len(said.lineages)}" if len(said.lineages) > 1 else ""
    figure = shortened(_figure(one, said, names), _FIGURE)
    source = shortened(source_words(said.report, names), _SOURCE) + lineages
    return part_words(one, said), figure, when_words(said.report), source, said.claim.id[:ID_LENGTH]


def _figure(one: Contradiction, said: Attested, names: Names) -> str:
    """The figure, with whose it is where it is a part; an act with its time has no figure."""
    fact = said.claim.fact
    country = next((str(value) for name in _WHOSE if (value := getattr(fact, name, None))), "")
    # Whose a contingent is the title tells, unless contingents are the parts.
    country = "" if one.about == "contingent" else country
    number = counted_words(said) if one.type == "parts and whole" else figure_words(said)
    told = number or hedged_words(said.claim) or _ACTS.get(getattr(fact, "act", ""), "")
    # The title tells the status of what is taken.
    status = said.claim.status
    other = status_words(status) if status is not one.figures[0].claim.status else ""
    return " ".join(filter(None, (other, told, names.of(country) if country in names.countries else ""))) or "—"


def part_words(one: Contradiction, said: Attested) -> str:
    """What a figure is to the disagreement: taken, set aside, a part of it."""
    if said is one.chosen:
        return "whole" if one.type == "parts and whole" else "taken"
    return "part" if one.type == "parts and whole" else "beside" if said not in one.set_aside else "set aside"


def _why(one: Contradiction) -> str:
    return f"because {one.why}" if one.chosen and one.type != "parts and whole" else one.why


def contradiction_as_dict(one: Contradiction, on: str) -> dict[str, Any]:
    """`{type, about, subject, place, day, past, figures: [said], chosen: claim id or null, why, set_aside: [ids]}`."""
    return {
        "type": one.type,
        "about": one.about,
        "subject": one.subject,
        "place": one.place,
        "day": one.day,
        "past": one.past,
        "figures": [said_as_dict(said, on) for said in one.figures],
        "chosen": one.chosen.claim.id if one.chosen else None,
        "why": one.why,
        "set_aside": [said.claim.id for said in one.set_aside],
    }


def conflicts_rows(brief: Brief) -> list[tuple[object, ...]]:
    """A head, and a row for every figure of every disagreement."""
    told = [_csv_row(one, said, brief.names) for one in in_order(brief) for said in one.figures]
    return [(*_HEAD, *_CLAIM), *told]


def _csv_row(one: Contradiction, said: Attested, names: Names) -> tuple[object, ...]:
    card, claim = said.report.card, said.claim
    about = (one.type, one.about, one.subject, one.place, one.day)
    origin = (said.report.edtf, claim.source, card.publisher, card.published)
    return (*about, part_words(one, said), _figure(one, said, names), *origin, len(said.lineages), one.why, claim.id)
