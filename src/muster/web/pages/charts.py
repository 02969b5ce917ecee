"""Charts of an operation's view as JSON for the page, and as SVG, PNG and CSV to take away."""

import gzip
from functools import cache
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from muster.model.brief import Brief
from muster.query import iso_day
from muster.show.lines import Voice
from muster.web.maps.drawing import Drawing
from muster.web.maps.places import contingent_map, incident_map
from muster.web.pages.operation import Asked, On
from muster.web.records import records_of
from muster.web.rendering import BUNDLE
from muster.web.site import site_of
from muster.web.views.figures import contingents

router = APIRouter()
_FOREVER = "public, max-age=31536000, immutable"

Scheme = Annotated[str, Query(pattern="^(light|dark)$")]


@router.get(BUNDLE)
def bundle(request: Request) -> Response:
    """The script that draws charts."""
    squeezed = "gzip" in request.headers.get("accept-encoding", "")
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"} | (
        {"Content-Encoding": "gzip"} if squeezed else {}
    )
    return Response(_bundle(squeezed=squeezed), media_type="text/javascript", headers=headers)


@cache
def _bundle(*, squeezed: bool) -> bytes:
    # Imported here: a page without a chart does not wait for them.
    from muster.web.charts.forms import bundle as script

    return gzip.compress(script()) if squeezed else script()


@router.get("/operations/{slug}/charts/{name}.{form}")
def chart(request: Request, view: Asked, name: str, form: str, scheme: Scheme = "light", since: On = "") -> Response:
    """The chart of that name in that form; its file is named after operation, chart and day."""
    from muster.web.charts import CHARTS
    from muster.web.charts.forms import FORMS
    from muster.web.charts.palette import SCHEMES

    if name not in CHARTS or form not in FORMS:
        raise HTTPException(404)
    brief = records_of(request).brief(request, view)
    made = FORMS[form].made(CHARTS[name], brief, SCHEMES[scheme], iso_day(since) if since else None)
    file = f"{brief.record.operation}-{name}-{view.on}.{form}"
    return Response(made, media_type=FORMS[form].media, headers={"Content-Disposition": f'inline; filename="{file}"'})


@router.get("/operations/{slug}/maps/{name}.{form}")
def drawn_map(request: Request, view: Asked, name: str, form: str, scheme: Scheme = "light") -> Response:
    """The map of incidents or of contingents as a file."""
    from muster.web.charts.palette import SCHEMES
    from muster.web.maps.forms import FORMS

    palette = SCHEMES[scheme]
    brief = records_of(request).brief(request, view)
    made = {"incidents": incident_map, "contingents": contributors}.get(name)
    drawing = made(brief) if made else None
    if drawing is None or form not in FORMS:
        raise HTTPException(404)
    media, written = FORMS[form]
    mark = palette.incident if name == "incidents" else palette.contingent
    file = f"{brief.record.operation}-map-{name}-{view.on}.{form}"
    headers = {"Content-Disposition": f'inline; filename="{file}"'}
    return Response(written(drawing, palette, mark, site_of(request).footnote), media_type=media, headers=headers)


def contributors(brief: Brief) -> Drawing | None:
    """The map of a brief's contingents."""
    return contingent_map(brief.record.operation, contingents(brief.record, Voice(brief.record.on, brief.names)))


def warm() -> None:
    """Load what draws charts, so that the first reader does not wait for it."""
    from muster.web import charts

    del charts
    _bundle(squeezed=True)
