"""Charts of a record: Altair specifications, one definition for the page, for SVG and PNG; and the rows behind them."""

from collections.abc import Callable
from typing import Any, NamedTuple

import altair as alt

from muster.model.brief import Brief
from muster.web.charts import command, contingents, strength, tolls
from muster.web.charts.palette import Frame


class Chart(NamedTuple):
    """A chart: the rows that it is exported as, and how it is drawn."""

    rows: Callable[[Brief], list[dict[str, Any]]]
    drawn: Callable[[Brief, Frame], alt.LayerChart | alt.FacetChart | alt.Chart]


CHARTS: dict[str, Chart] = {
    "strength": Chart(strength.rows, strength.drawn),
    "contingents": Chart(contingents.rows, contingents.drawn),
    "command": Chart(command.rows, command.drawn),
    "tolls": Chart(tolls.rows, tolls.drawn),
    "nationalities": Chart(tolls.rows, tolls.drawn_by_nationality),
}
