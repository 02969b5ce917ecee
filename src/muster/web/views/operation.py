"""The operation page as plain values: every section, and what its head says."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple
from urllib.parse import urlencode

from muster.model.brief import Brief
from muster.show.lines import Voice
from muster.show.words import age_words, time_words
from muster.web.maps.drawing import Drawing
from muster.web.maps.places import contingent_map, incident_map
from muster.web.records import View
from muster.web.views import command, doubts, events, figures, positions
from muster.web.views.said import Said, said


class Head(NamedTuple):
    """One value at the top of the page: what, how much, what to mind about it, and who says so."""

    label: str
    value: str
    note: str
    warn: bool
    said: Said | None


class OperationPage(NamedTuple):
    """All that the template of the operation page is filled with."""

    title: str
    acronym: str
    slug: str
    on: str
    on_words: str
    address: str
    month_before: str
    month_after: str
    documents: int
    first: str | None
    last: str | None
    last_words: str
    last_age: str
    heads: tuple[Head, ...]
    strengths: tuple[figures.Standing, ...]
    observations: tuple[figures.Observation, ...]
    contingents: tuple[figures.Standing, ...]
    terms: tuple[command.Term, ...]
    changes: tuple[command.Change, ...]
    reinforcements: tuple[events.Reinforcement, ...]
    incidents: tuple[events.Incident, ...]
    places: Drawing | None
    homes: Drawing | None
    aftermaths: tuple[events.Aftermath, ...]
    bearings: tuple[events.Bearing, ...]
    mandate: tuple[positions.Position, ...]
    statements: tuple[positions.Position, ...]
    relations: tuple[positions.Position, ...]
    disputes: dict[str, tuple[doubts.Dispute, ...]]
    sums: tuple[doubts.Sum, ...]
    stale: tuple[str, ...]
    silent: tuple[str, ...]


def operation_page(brief: Brief, view: View, shown: int) -> OperationPage:
    """The page of a brief, on which so many incidents are told."""
    record, voice = brief.record, Voice(brief.record.on, brief.names)
    days = sorted(card.published for card in brief.cards if card.published)
    strengths, countries = figures.strengths(record, voice), figures.contingents(record, voice)
    events_told = events.incidents(record, voice)
    return OperationPage(
        title=brief.title,
        acronym=brief.names.of(record.operation),
        slug=record.operation,
        on=record.on,
        on_words=time_words(record.on),
        address=address_of(view),
        month_before=address_of(view._replace(on=moved(view.on, -1))),
        month_after=address_of(view._replace(on=moved(view.on, 1))),
        documents=len(brief.cards),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        last_words=time_words(days[-1]) if days else "",
        last_age=age_words(days[-1], record.on) if days else "",
        heads=_heads(brief, strengths, voice),
        strengths=strengths,
        observations=figures.observations(record.strength, voice),
        contingents=countries,
        terms=command.terms(record, voice),
        changes=command.changes(record, voice),
        reinforcements=events.reinforcements(record, voice),
        incidents=events_told,
        places=incident_map(brief, [one.anchor for one in events_told[:shown]]),
        homes=contingent_map(record.operation, countries),
        aftermaths=events.aftermaths(record, voice),
        bearings=events.bearings(record, voice),
        mandate=positions.mandate(record, voice),
        statements=positions.statements(record, voice),
        relations=positions.relations(record, voice),
        disputes=doubts.disputes(record, voice),
        sums=doubts.sums(record, voice),
        stale=doubts.stale(record, voice),
        silent=doubts.silent(record),
    )


def moved(day: str, months: int) -> str:
    """The same day so many months later, or the last of a month that is shorter."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return day
    return date(year, month + 1, min(int(day[8:]), monthrange(year, month + 1)[1])).isoformat()


def address_of(view: View, **other: str) -> str:
    """The part of an address that says which view it is, beginning with "?"."""
    given = {"on": view.on, "known_by": view.known_by or "", "tier": view.tier or "", **other}
    return "?" + urlencode({name: value for name, value in given.items() if value})


def _heads(brief: Brief, strengths: tuple[figures.Standing, ...], voice: Voice) -> tuple[Head, ...]:
    open_ones = doubts.open_contradictions(brief.record)
    ended = f"{open_ones} to settle" if open_ones else "none to settle"
    contradictions = Head("What disagrees", str(len(brief.record.contradictions)), ended, bool(open_ones), None)
    return (*_strength_heads(strengths), _command_head(brief, voice), contradictions)


def _strength_heads(strengths: tuple[figures.Standing, ...]) -> tuple[Head, ...]:
    actual = next((one for one in strengths if not one.status), None)
    ceiling = next((one for one in strengths if one.status == "authorised"), None)
    if actual is None:
        return (Head("Strength", "not told", "no document gives a figure", True, None),)
    note = " · ".join(filter(None, (actual.band, f"{actual.age} old" if actual.age not in ("", "today") else "")))
    heads = [Head("Strength", actual.figure, note, actual.stale, actual.said)]
    if ceiling is not None:
        heads.append(Head("Authorised", ceiling.figure, ceiling.component, False, ceiling.said))
    return tuple(heads)


def _command_head(brief: Brief, voice: Voice) -> Head:
    leads = command.commander(brief.record)
    if leads is None:
        return Head("Commander", "not told", "no document names one", True, None)
    country = voice.name(leads.country) if leads.country else ""
    since = f"since {time_words(leads.since)}" if leads.since else ""
    note = " · ".join(filter(None, (country, since)))
    return Head(
        leads.role[:1].upper() + leads.role[1:], voice.name(leads.holder), note, False, said(leads.acts[0], "", voice)
    )
