"""The list of operations: what the ledger speaks of, the most spoken of first."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from muster import query
from muster.web.rendering import page
from muster.web.site import site_of

router = APIRouter()


@router.get("/")
def operations(request: Request) -> HTMLResponse:
    """Every operation with its latest strength and when it was last reported on."""
    with site_of(request).reader() as reader:
        found = query.operations(reader)
    return page(request, "operations.html", {"operations": found})
