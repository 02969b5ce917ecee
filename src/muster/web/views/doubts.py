"""What does not agree, what does not add up, what is old, and of what nothing is told."""

from typing import NamedTuple

from muster.model.claim import Status
from muster.model.count import Bounds
from muster.model.record import Account, Attested, Contradiction, Record
from muster.show.figures import figure_words
from muster.show.lines import Voice
from muster.show.words import number_words, status_words, time_words
from muster.web.views.said import Said, said

TYPES = {
    "conflict": "Conflict",
    "superseded": "Superseded",
    "parts and whole": "Parts and whole",
    "scope": "Different scope",
    "rounding": "Rounding",
    "stale repeat": "Old figure told again",
}
# What a reader has to settle; the others explain themselves.
OPEN = ("conflict", "parts and whole")


class Dispute(NamedTuple):
    """Figures for one thing that do not agree: the one chosen first, and why."""

    about: str
    where: str
    why: str
    chosen: Said | None
    set_aside: tuple[Said, ...]


class Sum(NamedTuple):
    """A sum checked, in words."""

    title: str
    parts: tuple[Said, ...]
    expected: str
    reported: Said
    residual: str
    closes: bool


def open_contradictions(record: Record) -> int:
    """How many contradictions a person would have to settle: those of past weeks change nothing that is shown."""
    return sum(one.type in OPEN and not one.past for one in record.contradictions)


def disputes(record: Record, voice: Voice) -> dict[str, tuple[Dispute, ...]]:
    """By type, the gravest first; types of which there is none are left out."""
    grouped = {
        kind: tuple(_dispute(one, voice) for one in record.contradictions if one.type == kind)
        for kind in (*TYPES, *sorted({one.type for one in record.contradictions} - TYPES.keys()))
    }
    return {kind: found for kind, found in grouped.items() if found}


def _dispute(one: Contradiction, voice: Voice) -> Dispute:
    about = f"{voice.name(one.subject)}: {one.about}" if one.subject else one.about
    where = ", ".join(filter(None, (one.place, time_words(one.day) if one.day else "")))
    chosen = said(one.chosen, _words(one.chosen), voice) if one.chosen else None
    rest = one.set_aside if one.chosen else one.figures
    return Dispute(
        about[:1].upper() + about[1:], where, one.why, chosen, tuple(said(f, _words(f), voice) for f in rest)
    )


def _words(figure: Attested) -> str:
    told = figure_words(figure) or str(getattr(figure.claim.fact, "holder", "")) or figure.claim.kind
    doubted = figure.claim.status in (Status.POSSIBLE, Status.DENIED)
    return f"{status_words(figure.claim.status)} {told}" if doubted else told


def sums(record: Record, voice: Voice) -> tuple[Sum, ...]:
    """The sums that were checked, those that do not close first."""
    return tuple(_sum(one, voice) for one in sorted(record.accounts, key=lambda one: one.closes))


def _sum(one: Account, voice: Voice) -> Sum:
    opening = (one.opening,) if one.opening else ()
    parts = [said(part, _part(part, voice), voice) for part in (*opening, *one.additions)]
    parts += [said(part, f"less {_part(part, voice)}", voice) for part in one.departures]
    title = {"strength": "Strength against arrivals and departures", "contingents": "Contingents against the total"}
    return Sum(
        title=title.get(one.about, f"{one.about.capitalize()} by nationality against the sum")
        + (f": {voice.name(one.subject)}" if one.subject else ""),
        parts=tuple(parts),
        expected=bounds_words(one.expected),
        reported=said(one.reported, _words(one.reported), voice),
        residual=bounds_words(one.residual),
        closes=one.closes,
    )


def _part(part: Attested, voice: Voice) -> str:
    fact = part.claim.fact
    whose = getattr(fact, "country", None) or getattr(fact, "actor", None) or getattr(fact, "group", None) or ""
    return f"{voice.name(whose)} {_words(part)}".strip()


def bounds_words(bounds: Bounds) -> str:
    """A number or the band it lies in."""
    low, high = bounds.low, bounds.high
    if low is None and high is None:
        return "not known"
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"{low:,} or more"
    return f"up to {high:,}" if low is None else f"{low:,} to {high:,}"


def stale(record: Record, voice: Voice) -> tuple[str, ...]:
    """What is old, in sentences: figures older than the limit, and countries with nothing newer."""
    told = []
    for one in record.strength:
        if one.state and one.state.stale:
            age = f"{one.state.age:,} days old" if one.state.age is not None else "undated"
            told.append(f"The newest figure for {one.status} {one.component} strength is {age}.")
    old = [one for one in record.contingents if one.state and one.state.stale]
    if old:
        ages = [one.state.age for one in old if one.state and one.state.age is not None]
        oldest = f"; the oldest is {max(ages):,} days old" if ages else ""
        told.append(
            f"{number_words(len(old), 'contingent')} of {len(record.contingents)} have no recent figure{oldest}."
        )
    return tuple(told)


def silent(record: Record) -> tuple[str, ...]:
    """Of what nothing is told, in sentences."""
    parts = {
        "what it is authorised to have": [one for one in record.strength if str(one.status) == "authorised"],
        "how many it has": [one for one in record.strength if str(one.status) == "actual"],
        "who commands it": [one for one in record.command if one.serving],
        "which countries contribute": record.contingents,
        "what it stands on": (*record.standing.begun, *record.standing.extended),
        "any coming or going": record.movements,
        "any incident": record.incidents,
        "how forces stand": record.stances,
    }
    return tuple(part for part, found in parts.items() if not found)
