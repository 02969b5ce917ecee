"""Search over operations, claims and documents."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from muster import query
from muster.model.brief import Names
from muster.model.record import Report
from muster.show.lines import source_words, when_words
from muster.show.tables import claim_words
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.said import ADDRESS_LENGTH

router = APIRouter()

Asked = Annotated[str, Query(max_length=200)]


@router.get("/search")
def search(request: Request, q: Asked = "") -> HTMLResponse:
    """What holds all the words asked for."""
    with site_of(request).reader() as reader:
        found = query.search(reader, q) if q.strip() else None
    claims = [_claim(report, found.names) for report in found.reports] if found else []
    return page(request, "search.html", {"asked": q, "found": found, "claims": claims, "length": ADDRESS_LENGTH})


def _claim(report: Report, names: Names) -> dict[str, str]:
    """A claim in a list of what was found."""
    return {
        "kind": report.claim.kind,
        "words": claim_words(report.claim, names),
        "quote": " … ".join(" ".join(span.quote.split()) for span in report.claim.spans)[:300],
        "when": when_words(report),
        "source": source_words(report, names),
        "address": report.claim.id[:ADDRESS_LENGTH],
    }
