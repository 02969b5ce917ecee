"""Command as a line of tenures: who held which office from when to when; pale where an end of it is not told."""

from datetime import date, timedelta
from typing import Any, Literal

import altair as alt

from muster.model.brief import Brief
from muster.show.lines import Voice
from muster.web.charts.palette import Frame
from muster.web.views.command import Term, terms

Row = dict[str, Any]
_SHOWN = 24


def rows(brief: Brief) -> list[Row]:
    """Every tenure. `first` and `last` are the days it is drawn between; `since` and `until` are told, or empty."""
    return [_row(one) for one in terms(brief.record, Voice(brief.record.on, brief.names))]


def _row(one: Term) -> Row:
    return {
        "office": one.role,
        "deputy": one.deputy,
        "holder": one.holder,
        "country": one.country,
        "since": one.since,
        "until": one.until,
        "serving": one.serving,
        "first": one.first,
        "last": one.last,
        "told": not (one.open_start or (one.open_end and not one.serving)),
        "source": one.acts[0].source,
        "claim": one.acts[0].claim,
    }


def drawn(brief: Brief, frame: Frame) -> alt.LayerChart | alt.FacetChart:
    """The chart."""
    shown = [row for row in rows(brief) if row["first"] and row["last"]][:_SHOWN]
    shown = [row | {"href": f"/claims/{row['claim']}", "label": f"{row['holder']}, {row['office']}"} for row in shown]
    order = [row["label"] for row in sorted(shown, key=lambda row: row["first"])]
    base = alt.Chart(alt.InlineData(values=shown))
    y = alt.Y("label:N", sort=order, title=None, axis=alt.Axis(labels=False, ticks=False, domain=False))
    # At least a year, or a tenure told of once would be drawn over hours.
    days = _year_before(brief.record.on), brief.record.on
    year = alt.Chart(alt.InlineData(values=[{"first": day} for day in days])).mark_point(opacity=0)
    x = alt.X("first:T", title=None, axis=alt.Axis(grid=True, labelOverlap=True, tickCount=6))
    tooltip = ["holder:N", "office:N", "country:N", "since:N", "until:N", "source:N"]
    bars = base.mark_bar(color=frame.palette.command, height=6, cornerRadius=2, minBandSize=3).encode(
        x=x,
        x2="last:T",
        y=y,
        opacity=alt.condition("datum.told", alt.value(1), alt.value(0.4)),
        href="href:N",
        tooltip=tooltip,
    )
    # A tenure known from one day only would have no width.
    dots = base.mark_point(filled=True, color=frame.palette.command, size=40, opacity=1).encode(
        x=x, y=y, href="href:N", tooltip=tooltip
    )
    return alt.layer(year.encode(x=x), bars, dots, *_names(shown, brief.record.on, y, frame)).properties(
        width=frame.width, height=34 * max(len(shown), 1)
    )


def _year_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(365)).isoformat()


def _names(shown: list[Row], on: str, y: alt.Y, frame: Frame) -> list[alt.Chart]:
    """Who it was, above the bar: from its beginning, or up to its end where it begins later."""
    start = min([_year_before(on), *(row["first"] for row in shown)])
    middle = (date.fromisoformat(start) + (date.fromisoformat(on) - date.fromisoformat(start)) * 0.35).isoformat()
    early, late = [row for row in shown if row["first"] <= middle], [row for row in shown if row["first"] > middle]
    return [_beside(early, "left", "first", y, frame), _beside(late, "right", "last", y, frame)]


def _beside(shown: list[Row], side: Literal["left", "right"], end: str, y: alt.Y, frame: Frame) -> alt.Chart:
    names: alt.Chart = alt.Chart(alt.InlineData(values=shown)).mark_text(
        align=side, baseline="bottom", dy=-5, color=frame.palette.ink, limit=330
    )
    named: alt.Chart = names.encode(x=alt.X(f"{end}:T"), y=y, text="label:N")
    return named
