"""The documents: a list, the reader, and the bytes as they came."""

import re
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from muster import desk
from muster.errors import MusterError
from muster.model.claim import KINDS
from muster.read import is_pdf
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.reading import sheet
from muster.web.views.said import ADDRESS_LENGTH

router = APIRouter()

_PAGE = 100
"""Documents on a page of the list."""


@router.get("/documents")
def documents(request: Request, start: Annotated[int, Query(ge=0)] = 0) -> Response:
    """Every document with its day, publisher and number of claims, the newest first."""
    with site_of(request).reader() as reader:
        shelf = desk.shelf(reader, start, _PAGE)
    if shelf.total and not shelf.cards:  # Beyond the last.
        return RedirectResponse("/documents", 303)
    return page(request, "documents.html", {"shelf": shelf, "start": start, "size": _PAGE, "length": ADDRESS_LENGTH})


@router.get("/documents/{document}")
def document(request: Request, document: str, kind: str = "", part: int = 1, claim: str = "") -> Response:
    """The text with every claim's words marked, the claims beside it."""
    with site_of(request).reader() as reader:
        reading = desk.reading(reader, document)
    if kind and kind not in KINDS:
        raise MusterError(f"there is no kind “{kind}”; choose from {', '.join(KINDS)}.")
    shown = sheet(reading, kind or None, part, claim)
    address = reading.card.document[:ADDRESS_LENGTH]
    given = {"card": reading.card, "sheet": shown, "kind": kind, "address": address, "sought": claim}
    return page(request, "document.html", given)


@router.get("/documents/{document}/original")
def original(request: Request, document: str) -> Response:
    """The bytes as they came, to be saved: no browser is to show, let alone run, what somebody else wrote."""
    with site_of(request).reader() as reader:
        card, data = desk.original(reader, document)
    name = (card.names[-1] if card.names else card.document[:ADDRESS_LENGTH]).rpartition("/")[2]
    ending = ".pdf" if is_pdf(data) else ".txt"
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name) or "document"
    written = f"filename*=UTF-8''{quote(name, safe='')}{ending}"
    headers = {
        "Content-Disposition": f'attachment; filename="{plain}{ending}"; {written}',
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(data, media_type="application/octet-stream", headers=headers)
