"""The list of operations: strength, commander, last report, what has to be settled; the most spoken of first."""

from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse

from muster import query
from muster.model.brief import Brief
from muster.model.claim import Status
from muster.show.figures import figure_words
from muster.show.words import time_words
from muster.web.records import View, records_of
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.views.command import commander
from muster.web.views.doubts import open_contradictions
from muster.web.views.figures import size_of
from muster.web.views.said import ADDRESS_LENGTH

router = APIRouter()

# Records of so many claims in all are computed for the list; beyond, a line asks for its own when it is seen.
AT_ONCE = 3_000
LINES = 500


class Glance(NamedTuple):
    """What the list says of an operation beside its name and claims. `size` is the
    strength as one number, `claim` leads to its page."""

    strength: str
    size: int
    strength_when: str
    claim: str
    commander: str
    disagreements: str
    last: str
    documents: int


class Row(NamedTuple):
    """A line of the list; `glance` is None where it is still to be asked for."""

    slug: str
    name: str
    claims: int
    glance: Glance | None


@router.get("/")
def operations(request: Request) -> HTMLResponse:
    """Every operation with its latest strength, who leads it, when it was last reported on, and what to settle."""
    found = counts(request)
    few = sum(number for _, _, number in found) <= AT_ONCE
    rows = [Row(slug, name, number, glance_of(request, slug) if few else None) for slug, name, number in found[:LINES]]
    return page(request, "operations.html", {"operations": rows, "more": len(found) - len(rows)})


@router.get("/operations/{slug}/glance")
def glance(request: Request, slug: str) -> JSONResponse:
    """What the list says of an operation, for its line."""
    return JSONResponse(glance_of(request, slug)._asdict())


def counts(request: Request) -> list[tuple[str, str, int]]:
    """Slug, name and number of claims of every operation."""

    def made() -> list[tuple[str, str, int]]:
        with site_of(request).reader() as reader:
            return query.operation_counts(reader)

    return records_of(request).line(request, "operations", made)


def glance_of(request: Request, slug: str) -> Glance:
    """What the list says of an operation as of today."""
    view, records = View(slug, date.today().isoformat()), records_of(request)
    return records.line(request, ("glance", view), lambda: at_a_glance(records.brief(request, view)))


def at_a_glance(brief: Brief) -> Glance:
    """The strength on the day, who leads, the last report, and how many contradictions a person has to settle."""
    series = next((one for one in brief.record.strength if one.status is Status.ACTUAL and one.state), None)
    figure = series.state.figure if series and series.state else None
    leads, number = commander(brief.record), open_contradictions(brief.record)
    days = [card.published for card in brief.cards if card.published]
    return Glance(
        strength=figure_words(figure) if figure else "",
        size=(size_of(figure) or 0) if figure else 0,
        strength_when=time_words(figure.day) if figure else "",
        claim=figure.claim.id[:ADDRESS_LENGTH] if figure else "",
        commander=brief.names.of(leads.holder) if leads else "",
        disagreements=f"{number:,} to settle" if number else "none",
        last=time_words(max(days, default=None)),
        documents=len(brief.cards),
    )
