"""Contingents as bars, largest first: the number to quote, the band its words allow, pale where the figure is old."""

from typing import Any

import altair as alt

from muster.model.brief import Brief
from muster.model.record import Series, State
from muster.show.figures import figure_words
from muster.show.lines import source_words, when_words
from muster.web.charts.palette import Frame
from muster.web.views.said import ADDRESS_LENGTH, quote_of

Row = dict[str, Any]


def rows(brief: Brief) -> list[Row]:
    """Every contingent with a number, largest first; those planned or authorised are rows of their own."""
    found = [_row(one, one.state, brief) for one in brief.record.contingents if one.state is not None]
    return sorted(found, key=lambda row: (row["status"] != "actual", -(row["best"] or row["low"] or 0), row["country"]))


def _row(series: Series, state: State, brief: Brief) -> Row:
    report = state.figure.report
    return {
        "country": brief.names.of(series.subject or ""),
        "code": series.subject,
        "component": series.component,
        "status": str(series.status),
        "low": state.low,
        "best": state.best,
        "high": state.high,
        "rank": state.rank,
        "share": None if state.share is None else round(state.share, 4),
        "age": state.age,
        "stale": state.stale,
        "when": when_words(report),
        "figure": figure_words(state.figure),
        "source": source_words(report, brief.names),
        "quote": quote_of(state.figure),
        "claim": report.claim.id[:ADDRESS_LENGTH],
    }


def drawn(brief: Brief, frame: Frame) -> alt.LayerChart | alt.FacetChart:
    """The chart."""
    shown = [row for row in rows(brief) if row["status"] == "actual" and row["best"] is not None][:40]
    order = [row["country"] for row in shown]
    y = alt.Y("country:N", sort=order, title=None, axis=alt.Axis(labelLimit=160, domain=False, ticks=False))
    base = alt.Chart(alt.InlineData(values=[row | {"href": f"/claims/{row['claim']}"} for row in shown]))
    pale = alt.condition("datum.stale", alt.value(0.45), alt.value(1))
    bars = base.mark_bar(color=frame.palette.contingent, height={"band": 0.7}).encode(
        x=alt.X("best:Q", title="personnel", axis=alt.Axis(tickCount=5)),
        y=y,
        opacity=pale,
        href="href:N",
        tooltip=["country:N", "figure:N", "when:N", "source:N"],
    )
    words = base.mark_text(align="left", dx=4, color=frame.palette.ink).encode(
        x="best:Q", y=y, text=alt.Text("best:Q", format=",")
    )
    return alt.layer(bars, words).properties(width=frame.width, height=20 * max(len(shown), 1))
