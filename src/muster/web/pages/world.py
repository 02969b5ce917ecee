"""The map of all operations."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from muster.query import names_of
from muster.show.words import number_words
from muster.web.maps.places import Theatre, world_map
from muster.web.pages.operations import AT_ONCE, LINES, counts, glance_of
from muster.web.rendering import page

router = APIRouter()


@router.get("/map")
def world(request: Request) -> HTMLResponse:
    """Where the operations are that the ledger speaks of; their strength is told unless there are too many."""
    found = counts(request)[:LINES]
    few = sum(number for _, _, number in found) <= AT_ONCE
    names = names_of([], *(slug for slug, _, _ in found))
    theatres = []
    for slug, name, number in found:
        told = glance_of(request, slug) if few else None
        words = (told.strength or "strength not told") if told else number_words(number, "claim")
        theatres.append(Theatre(slug, names.of(slug), f"{name}: {words}", told.size if told else 0))
    return page(request, "map.html", {"drawing": world_map(theatres) if theatres else None})
