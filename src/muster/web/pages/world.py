"""The map of all operations."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from muster import query
from muster.web.maps.places import world_map
from muster.web.records import records_of
from muster.web.rendering import page
from muster.web.site import site_of

router = APIRouter()


@router.get("/map")
def world(request: Request) -> HTMLResponse:
    """Where the operations are that the ledger speaks of."""
    summaries = records_of(request).operations(request)
    with site_of(request).reader():
        names = query.names_of([], *(one.operation for one in summaries))
    return page(request, "map.html", {"drawing": world_map(summaries, names) if summaries else None})
