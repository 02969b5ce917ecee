"""Strength over time: every figure a point, the newest carried forward as a line, the band its words allow around it.

What is authorised or planned is a line of its own, dashed: it is never drawn as what is there.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import altair as alt

from muster.model.brief import Brief
from muster.model.record import Series
from muster.reconcile.series import STALE_AFTER
from muster.show.lines import Voice
from muster.web.charts.palette import Frame
from muster.web.views.figures import Observation, count_of, observations, series_label, size_of

Row = dict[str, Any]
_STATUSES = {"actual": [1, 0], "authorised": [6, 3], "planned": [3, 3], "requested": [2, 3], "possible": [1, 3]}
_DASH = alt.StrokeDash("status:N", legend=None, scale=alt.Scale(domain=list(_STATUSES), range=list(_STATUSES.values())))
_TOOLTIP = [
    alt.Tooltip("figure:N", title="Figure"),
    alt.Tooltip("day:T", title="Of", format="%-d %b %Y"),
    alt.Tooltip("source:N", title="Source"),
    alt.Tooltip("quote:N", title="Words"),
]


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


def drawn(brief: Brief, frame: Frame) -> alt.LayerChart | alt.FacetChart:
    """The chart. Where nothing newer is told for longer than a figure is good for, the line gives way to dots."""
    since = frame.since or ""
    points = [row | {"href": f"/claims/{row['claim']}"} for row in rows(brief) if _drawn(row, since)]
    steps = [step for series in brief.record.strength for step in _steps(series, brief.record.on, since)]
    colour = _colour(list(dict.fromkeys(row["series"] for row in points)), frame)
    x = alt.X("day:T", title=None, axis=alt.Axis(grid=False, labelOverlap=True, tickCount=8))
    y = alt.Y("best:Q", title="personnel", axis=alt.Axis(tickCount=5), scale=alt.Scale(zero=True, nice=True))
    level = alt.Chart(alt.InlineData(values=steps)).encode(x=x, color=colour, detail=["run:N", "series:N"])
    band = level.mark_area(interpolate="step-after", opacity=0.2).encode(
        y=alt.Y("low:Q", title="personnel"), y2="high:Q"
    )
    line = level.mark_line(interpolate="step-after", strokeWidth=1.8).encode(y=y, strokeDash=_DASH)
    marks = alt.Chart(alt.InlineData(values=points)).mark_point(filled=True, size=60, opacity=1, cursor="pointer")
    dots = marks.encode(x=x, y=y, color=colour, href="href:N", tooltip=_TOOLTIP)
    quiet = alt.Chart(alt.InlineData(values=[step for step in steps if step["begins"]])).encode(x=x, y=y, color=colour)
    silence = quiet.mark_line(strokeWidth=1, strokeDash=[1, 4], opacity=0.7)
    today = alt.Chart(alt.InlineData(values=[{"day": brief.record.on}])).mark_point(opacity=0).encode(x=x)
    return alt.layer(today, band, silence, line, dots).properties(width=frame.width, height=240)


def _colour(names: list[str], frame: Frame) -> alt.Color:
    legend = alt.Legend(symbolType="circle", symbolOpacity=1) if len(names) > 1 else None
    scale = alt.Scale(domain=names, range=list(frame.palette.series))
    return alt.Color("series:N", title=None, scale=scale, legend=legend)


def _drawn(row: Row, since: str) -> bool:
    return row["day"] is not None and row["day"] >= since and row["best"] is not None


def _steps(series: Series, on: str, since: str) -> list[Row]:
    """From which day on which level holds, oldest first. A run ends where a figure is older than it is good for.

    What is told of days after that of the state's figure did not replace it: it is drawn as a point, and no step.
    """
    base = {"series": series_label(series), "status": str(series.status)}
    held = (series.state.figure.day if series.state else None) or on
    days = {point.day for point in series.points if point.day and size_of(point) is not None}
    steps = sorted(day for day in days if since <= day <= held)
    made: list[Row] = []
    for run, (day, following) in enumerate(pairwise([*steps, max(on, held)])):
        level = base | _level(series, day)._asdict() | {"run": run, "begins": False}
        end = min(following, (date.fromisoformat(day) + timedelta(STALE_AFTER)).isoformat())
        made += [level | {"day": day, "begins": True}, level | {"day": end}]
        if end == following and following in steps:
            made.append(level | _level(series, following)._asdict() | {"day": following})
    return made


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
