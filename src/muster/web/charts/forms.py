"""Charts as files: Vega-Lite for the page, SVG and PNG by vl-convert, CSV of the rows behind them."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import vl_convert

from muster.model.brief import Brief
from muster.web.charts import Chart
from muster.web.charts.palette import Frame, Palette, config

# How wide a chart is that stands alone, in pixels; a PNG has twice as many, for print.
WIDTH = 860
_SCALE = 2.0


class Form(NamedTuple):
    """A form that a chart is had in: its media type, and how it is made."""

    media: str
    made: Callable[[Chart, Brief, Palette, str | None], bytes]


def _spec(chart: Chart, brief: Brief, frame: Frame) -> dict[str, Any]:
    spec: dict[str, Any] = chart.drawn(brief, frame).to_dict(validate=False)
    return spec | {"config": config(frame.palette), "autosize": {"type": "fit-x", "contains": "padding"}}


def as_json(chart: Chart, brief: Brief, palette: Palette, since: str | None = None) -> bytes:
    """The specification, as wide as what holds it."""
    return json.dumps(_spec(chart, brief, Frame(palette, "container", since)), separators=(",", ":")).encode()


def as_svg(chart: Chart, brief: Brief, palette: Palette, since: str | None = None) -> bytes:
    """A drawing that any browser shows."""
    return vl_convert.vegalite_to_svg(_spec(chart, brief, Frame(palette, WIDTH, since))).encode()


def as_png(chart: Chart, brief: Brief, palette: Palette, since: str | None = None) -> bytes:
    """A picture for print."""
    return vl_convert.vegalite_to_png(_spec(chart, brief, Frame(palette, WIDTH, since)), scale=_SCALE)


def as_csv(chart: Chart, brief: Brief, palette: Palette, since: str | None = None) -> bytes:
    """The rows behind the chart."""
    del palette, since  # The rows are all there are.
    return written_as_csv(chart.rows(brief))


def written_as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows with their heads, so that any spreadsheet reads them and takes none for a formula."""
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]) if rows else ["nothing"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(value) for name, value in row.items()} for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value


FORMS: dict[str, Form] = {
    "json": Form("application/json", as_json),
    "svg": Form("image/svg+xml", as_svg),
    "png": Form("image/png", as_png),
    "csv": Form("text/csv; charset=utf-8", as_csv),
}


@cache
def bundle() -> bytes:
    """The script that draws charts in a page: Vega, Vega-Lite and Vega-Embed as vl-convert carries them."""
    return str(vl_convert.javascript_bundle()).encode()  # type: ignore[call-arg]
