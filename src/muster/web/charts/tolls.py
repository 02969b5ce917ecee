"""Casualties: the toll as it rose, by outcome; and by nationality.

Of one event and outcome, people of one country are counted within the peacekeepers where both are told.
"""

from collections.abc import Iterable
from typing import Any

import altair as alt

from muster.model.brief import Brief
from muster.model.events import Event, Toll
from muster.web.charts.palette import Frame
from muster.web.views.events import casualty_words, days_words
from muster.web.views.said import ADDRESS_LENGTH, flag
from muster.web.views.tolls import event_toll

Row = dict[str, Any]
_OUTCOMES = ("killed", "wounded", "held", "freed", "missing", "sick")


def rows(brief: Brief) -> list[Row]:
    """Every count of every toll, event by event in the order of reporting; `chosen` marks the one to quote."""
    return [
        _row(event, toll, figure, brief)
        for event in sorted(brief.record.incidents, key=lambda one: one.day or "9999")
        for toll in event.tolls
        for figure in toll.figures
    ]


def _row(event: Event, toll: Toll, figure: Any, brief: Brief) -> Row:
    count = figure.claim.fact.count
    return {
        "event": " and ".join(event.types[:2]) or "people hurt",
        "place": event.place,
        "when": days_words(event.when),
        "day": event.day,
        "outcome": toll.outcome,
        "group": brief.names.of(toll.group),
        "code": toll.group if flag(toll.group) else None,
        "reported": figure.first_reported,
        "count": count.size if count else None,
        "figure": casualty_words(figure),
        "chosen": figure is toll.chosen,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "claim": figure.claim.id[:ADDRESS_LENGTH],
    }


def rising(events: Iterable[Event]) -> list[Row]:
    """Day by day and outcome by outcome, how many there are in all since the first event, the newest count of each."""
    total: dict[str, int] = {}
    made = []
    for event in sorted((one for one in events if one.day), key=lambda one: one.day or ""):
        for outcome in dict.fromkeys(toll.outcome for toll in event.tolls):
            number = event_toll(event, outcome)
            if number:
                total[outcome] = total.get(outcome, 0) + number
                made.append(
                    {
                        "day": event.day,
                        "outcome": outcome,
                        "total": total[outcome],
                        "added": number,
                        "place": event.place,
                    }
                )
    return made


def by_nationality(events: Iterable[Event], brief: Brief) -> list[Row]:
    """The tolls of countries' people, summed over the events."""
    sums: dict[tuple[str, str], int] = {}
    for event in events:
        for toll in event.tolls:
            if flag(toll.group) and toll.best:
                key = brief.names.of(toll.group), toll.outcome
                sums[key] = sums.get(key, 0) + toll.best
    return [{"country": country, "outcome": outcome, "total": number} for (country, outcome), number in sums.items()]


def _colour(outcomes: Iterable[str], frame: Frame) -> alt.Color:
    """An outcome has the same colour in every chart."""
    there = sorted(set(outcomes), key=lambda one: (_OUTCOMES.index(one) if one in _OUTCOMES else 99, one))
    colours = dict(zip(_OUTCOMES, (frame.palette.incident, *frame.palette.series[1:]), strict=False))
    scale = alt.Scale(domain=there, range=[colours.get(one, frame.palette.quiet) for one in there])
    return alt.Color("outcome:N", title=None, scale=scale)


def drawn(brief: Brief, frame: Frame) -> alt.LayerChart | alt.FacetChart:
    """The toll in all as it rose."""
    steps = rising(brief.record.incidents)
    last = {row["outcome"]: row for row in steps}
    steps += [row | {"day": brief.record.on} for row in last.values() if row["day"] < brief.record.on]
    colour = _colour([row["outcome"] for row in steps], frame)
    base = alt.Chart(alt.InlineData(values=steps)).encode(
        x=alt.X("day:T", title=None, axis=alt.Axis(grid=False, labelOverlap=True, tickCount=8)),
        y=alt.Y("total:Q", title="people, in all", axis=alt.Axis(tickCount=4, tickMinStep=1)),
        color=colour,
        tooltip=["outcome:N", "total:Q", "added:Q", "place:N"],
    )
    line = base.mark_line(interpolate="step-after", strokeWidth=1.8)
    return alt.layer(line, base.mark_point(filled=True, size=40, opacity=1)).properties(width=frame.width, height=180)


def drawn_by_nationality(brief: Brief, frame: Frame) -> alt.Chart | alt.FacetChart:
    """The toll of each country's people by outcome."""
    shown = by_nationality(brief.record.incidents, brief)
    colour = _colour([row["outcome"] for row in shown], frame)
    most = max((row["total"] for row in shown), default=1)
    bars: alt.Chart = alt.Chart(alt.InlineData(values=shown)).mark_bar(height={"band": 0.7})
    bars = bars.encode(
        x=alt.X("sum(total):Q", title="people", axis=alt.Axis(tickCount=min(most, 4), format=",d")),
        y=alt.Y("country:N", sort="-x", title=None, axis=alt.Axis(labelLimit=160, domain=False, ticks=False)),
        color=colour,
        tooltip=["country:N", "outcome:N", "total:Q"],
    )
    return bars.properties(width=frame.width, height=20 * max(len({row["country"] for row in shown}), 1))
