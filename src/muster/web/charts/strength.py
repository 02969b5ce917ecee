"""Strength over time: every figure a point, the newest carried forward as a line, the band its words allow around it.

What is authorised or planned is a line of its own, dashed: it is never drawn as what is there.
"""

from typing import Any, NamedTuple

import altair as alt

from muster.model.brief import Brief
from muster.model.record import Series
from muster.show.lines import Voice
from muster.web.charts.palette import Palette
from muster.web.views.figures import Observation, count_of, observations, series_label, size_of

Row = dict[str, Any]


class _Level(NamedTuple):
    """What a series comes to from a day on."""

    low: int
    best: int
    high: int


def rows(brief: Brief) -> list[Row]:
    """Every dated or undated figure with its band, oldest first."""
    voice = Voice(brief.record.on, brief.names)
    return [_row(one) for one in observations(brief.record.strength, voice)]


def _row(one: Observation) -> Row:
    return {
        "series": one.series,
        "status": one.status,
        "component": one.component,
        "day": one.day,
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "figure": one.said.words,
        "source": one.said.source,
        "quote": one.said.quote,
        "claim": one.said.claim,
    }


def drawn(brief: Brief, palette: Palette, width: int | str) -> alt.LayerChart:
    """The chart, `width` pixels wide or `container`."""
    points = [row | {"href": f"/claims/{row['claim']}"} for row in rows(brief) if row["day"] and row["best"] is not None]
    steps = [step for series in brief.record.strength for step in _steps(series, brief.record.on)]
    names = list(dict.fromkeys(row["series"] for row in points))
    colour = alt.Color("series:N", title=None, scale=alt.Scale(domain=names, range=list(palette.series)), legend=alt.Legend(symbolType="stroke") if len(names) > 1 else None)
    x = alt.X("day:T", title=None, axis=alt.Axis(grid=False, labelOverlap=True))
    y = alt.Y("best:Q", title="personnel", axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True, nice=True))
    level = alt.Chart(alt.Data(values=steps)).encode(x=x, color=colour)
    band = level.mark_area(interpolate="step-after", opacity=0.18).encode(y=alt.Y("low:Q", title="personnel"), y2="high:Q")
    dash = alt.StrokeDash("status:N", legend=None, scale=alt.Scale(domain=["actual", "authorised", "planned", "requested", "possible"], range=[[1, 0], [6, 3], [3, 3], [2, 3], [1, 3]]))
    line = level.mark_line(interpolate="step-after", strokeWidth=1.8).encode(y=y, strokeDash=dash)
    dots = (
        alt.Chart(alt.Data(values=points))
        .mark_point(filled=True, size=55, opacity=1, cursor="pointer")
        .encode(
            x=x,
            y=y,
            color=colour,
            href="href:N",
            tooltip=[alt.Tooltip("figure:N", title="Figure"), alt.Tooltip("day:T", title="Of", format="%-d %b %Y"), alt.Tooltip("source:N", title="Source"), alt.Tooltip("quote:N", title="Words")],
        )
    )
    return alt.layer(band, line, dots).properties(width=width, height=240)


def _steps(series: Series, on: str) -> list[Row]:
    """From which day on which level holds, oldest first, and the last once more on the day asked."""
    base = {"series": series_label(series), "status": str(series.status)}
    days = sorted({point.day for point in series.points if point.day and size_of(point) is not None})
    steps = [base | {"day": day} | _level(series, day)._asdict() for day in days]
    return [*steps, steps[-1] | {"day": on}] if steps and days[-1] < on else steps


def _level(series: Series, day: str) -> _Level:
    """The preferred figure of a day and the band of all of that day; on the day of the state, the state's band.

    Words that bound a number on one side only ("under 3,800") put no band on the other.
    """
    found = [point for point in series.points if point.day == day and size_of(point) is not None]
    best, state = size_of(found[0]) or 0, series.state
    if state is not None and state.figure.day == day:
        lows, highs = [state.low], [state.high]
    else:
        bounds = [count.bounds for point in found if (count := count_of(point))]
        lows, highs = [one.low for one in bounds], [one.high for one in bounds]
    return _Level(min([best, *filter(None, lows)]), best, max([best, *filter(None, highs)]))
