"""The list of operations: strength, commander, last report, what has to be settled; the most spoken of first."""

from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, JSONResponse

from muster.model.brief import Brief, OperationSummary
from muster.show.figures import figure_words
from muster.show.words import time_words
from muster.web.records import View, records_of
from muster.web.rendering import page
from muster.web.views.command import commander
from muster.web.views.doubts import open_contradictions
from muster.web.views.said import ADDRESS_LENGTH

router = APIRouter()

# Records of so many claims in all are computed for the list; beyond, a line asks for its own when it is seen.
_AT_ONCE = 3_000
_LINES = 500


class Glance(NamedTuple):
    """What the list says of an operation beside its strength."""

    commander: str
    disagreements: str


class Row(NamedTuple):
    """A line of the list; `glance` is None where it is still to be asked for."""

    slug: str
    name: str
    strength: str
    strength_when: str
    claim: str
    claims: int
    documents: int
    last: str | None
    glance: Glance | None


@router.get("/")
def operations(request: Request) -> HTMLResponse:
    """Every operation with its latest strength, who leads it, when it was last reported on, and what to settle."""
    found = records_of(request).operations(request)
    few = sum(one.claims for one in found) <= _AT_ONCE
    rows = [_row(one, _glance(request, one.operation) if few else None) for one in found[:_LINES]]
    return page(request, "operations.html", {"operations": rows, "more": len(found) - len(rows)})


@router.get("/operations/{slug}/glance")
def glance(request: Request, slug: str) -> JSONResponse:
    """Who leads an operation and what has to be settled, for its line of the list."""
    return JSONResponse(_glance(request, slug)._asdict())


def _row(one: OperationSummary, told: Glance | None) -> Row:
    strength = one.strength
    return Row(
        slug=one.operation,
        name=one.name,
        strength=figure_words(strength) if strength else "",
        strength_when=time_words(strength.day) if strength else "",
        claim=strength.claim.id[:ADDRESS_LENGTH] if strength else "",
        claims=one.claims,
        documents=one.documents,
        last=one.last,
        glance=told,
    )


def _glance(request: Request, slug: str) -> Glance:
    return at_a_glance(records_of(request).brief(request, View(slug, date.today().isoformat())))


def at_a_glance(brief: Brief) -> Glance:
    """Who leads, and how many contradictions a person has to settle."""
    leads = commander(brief.record)
    holder = brief.names.of(leads.holder) if leads else ""
    number = open_contradictions(brief.record)
    return Glance(holder, f"{number:,} to settle" if number else "none")
