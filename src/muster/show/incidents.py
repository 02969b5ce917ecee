"""Incidents as a table and as CSV."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from muster.model.brief import Brief
from muster.model.claim import Casualty
from muster.model.count import Count
from muster.model.events import Breakdown, Event, Response, Toll
from muster.model.report import Attested
from muster.show.event_words import (
    by_words,
    days_words,
    join_words,
    left_over_words,
    posture_after_words,
    reinforcement_after_words,
    tie_words,
)
from muster.show.events import (
    casualty_of,
    casualty_words,
    event_words,
    kind_words,
    posture_words,
    unsure_casualties,
    with_status,
)
from muster.show.heading import heading
from muster.show.layout import columns
from muster.show.lines import ID_LENGTH, Voice
from muster.show.words import count_words, number_words, time_words

HEAD = ("day", "what", "count", "low–high", "first told", "by", "claim")
CSV_HEAD = (
    "event,earliest,latest,types,place,parties,means,outcome,group,status,best,low,high,rel,chosen,toll_low,toll_best,"
    "toll_high,first_reported,reports,lineages,source,publisher,claim"
).split(",")


class _Row(NamedTuple):
    """A row of the table."""

    day: str = ""
    what: str = ""
    number: str = ""
    range: str = ""
    first: str = ""
    by: str = ""
    claim: str = ""


def incidents_table(
    brief: Brief, events: Sequence[Event], width: int = 100, colour: bool = False, joins: bool = False
) -> str:
    """Each event with its tolls; under a toll every count told, in the order of their first reports, under the event
    how parts make up a whole, and what followed. With `joins`, also why reports were taken for tellings of it."""
    voice = Voice(brief.record.on, brief.names)
    followed = {id(response.event): response for response in brief.record.responses}
    rows = []
    for event in events:
        rows += _event_rows(event, followed.get(id(event)), voice)
        rows += [_Row(what=f"  {join_words(join)}") for join in event.joins if joins]
    body = columns(HEAD, rows, width, colour) if rows else f"no incidents told of {brief.title}"
    return f"{heading(brief, width, colour)}\n\n{body}\n"


def _event_rows(event: Event, response: Response | None, voice: Voice) -> list[_Row]:
    documents = {report.claim.document for part in event.parts for report in part.reports}
    told = number_words(len(documents), "document")
    what = ": ".join(filter(None, (kind_words(event), event_words(event, voice))))
    said = event.parts[0]
    status = with_status(what, event.incidents[0]) if event.incidents else what
    rows = [_Row(days_words(event.when), status, by=told, claim=said.claim.id[:ID_LENGTH])]
    rows += [row for toll in event.tolls for row in _toll_rows(toll, voice)]
    rows += [
        _figure_row(with_status(casualty_words(said, voice), said), said, voice) for said in unsure_casualties(event)
    ]
    rows += [_breakdown_row(one, voice) for one in event.breakdowns]
    return rows + (_response_rows(response, voice) if response else [])


def _toll_rows(toll: Toll, voice: Voice) -> list[_Row]:
    """The toll, and beneath it the counts that were told, if they were several."""
    shown = toll.chosen or toll.figures[0]
    spread = f"{toll.low:,}–{toll.high:,}" if toll.low is not None and toll.low != toll.high else ""
    row = _figure_row(f"  {voice.name(toll.group)}, {toll.outcome}", shown, voice)._replace(range=spread)
    if len(toll.figures) == 1:
        return [row]
    beneath = [_figure_row("    told", figure, voice) for figure in toll.figures]
    return [row._replace(first="", by="", claim=""), *beneath]


def _figure_row(what: str, said: Attested, voice: Voice) -> _Row:
    return _Row(
        what=what,
        number=count_words(_count(said)),
        first=time_words(said.first_reported),
        by=by_words(said, voice),
        claim=said.claim.id[:ID_LENGTH],
    )


def _breakdown_row(one: Breakdown, voice: Voice) -> _Row:
    parts = " + ".join(f"{voice.name(casualty_of(part).group)} {count_words(_count(part))}" for part in one.parts)
    whole = count_words(_count(one.whole))
    return _Row(what=f"  {parts} of {whole} {one.outcome}: {left_over_words(one.residual)}")


def _response_rows(response: Response, voice: Voice) -> list[_Row]:
    rows = []
    if response.posture:
        name = voice.name(getattr(response.posture.claim.fact, "actor", ""))
        what = f"  then {name}: {posture_words(response.posture, voice)}, after {posture_after_words(response)}"
        rows.append(_figure_row(f"{what} ({tie_words(response.posture_said)})", response.posture, voice))
    if response.reinforcement:
        chain = response.reinforcement
        after = reinforcement_after_words(response) or "after days not told"
        what = f"  then reinforcement by {voice.name(chain.actor)}, {after} ({tie_words(response.reinforcement_said)})"
        rows.append(_figure_row(what, chain.steps[0], voice)._replace(number=""))
    return rows


def incidents_rows(events: Iterable[Event]) -> list[Sequence[object]]:
    """One row for every count of every event, one for an event without any; the first row is the head."""
    rows: list[Sequence[object]] = [CSV_HEAD]
    for number, event in enumerate(events, start=1):
        what = (number, *event.when, *map("; ".join, (event.types, event.places, event.parties, event.means)))
        tolls = {id(figure): toll for toll in event.tolls for figure in toll.figures}
        told = event.casualties or event.incidents
        rows += [(*what, *_csv_figure(said, tolls.get(id(said))), *_csv_origin(said)) for said in told]
    return rows


def _csv_figure(said: Attested, toll: Toll | None) -> tuple[object, ...]:
    fact = said.claim.fact
    if not isinstance(fact, Casualty):
        return ("", "", str(said.claim.status), *[""] * 8)
    count = _count(said)
    number = (count.best, count.low, count.high, str(count.rel))
    spread = (said is toll.chosen, toll.low, toll.best, toll.high) if toll else ("", "", "", "")
    return (fact.outcome, fact.group, str(said.claim.status), *number, *spread)


def _csv_origin(said: Attested) -> tuple[object, ...]:
    support = (said.first_reported, len(said.reports), len(said.lineages))
    return (*support, said.claim.source, said.report.card.publisher, said.claim.id)


def _count(said: Attested) -> Count:
    return getattr(said.claim.fact, "count", None) or Count()
