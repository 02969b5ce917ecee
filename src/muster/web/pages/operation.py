"""The operation on one page: its state on a day, as known on a day; both stand in the address."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from markupsafe import Markup
from starlette.responses import HTMLResponse

from muster.model.brief import Brief
from muster.model.claim import Tier
from muster.query import iso_day
from muster.show.words import time_words
from muster.web.records import View, records_of
from muster.web.rendering import environment, page
from muster.web.views.figures import window
from muster.web.views.operation import operation_page

router = APIRouter()
# Lines of a section that are shown, and that are shown if all are asked for: a page is never above 300 kB.
FEW, WHOLE = 10, 100

On = Annotated[str, Query(max_length=10)]
Known = Annotated[str, Query(max_length=10)]
Section = Annotated[str, Query(max_length=20)]
Readers = Annotated[str, Query(max_length=10)]


def view_of(slug: str, on: On = "", known_by: Known = "", tier: Readers = "") -> View:
    """The view that an address asks for; an empty day of it is today, an empty known-by day none. Raises BadDate."""
    day = iso_day(on) if on else date.today().isoformat()
    kept = tier if tier in (Tier.CONFIRMED, Tier.CANDIDATE) else None
    return View(slug.casefold(), day, iso_day(known_by) if known_by else None, kept)


Asked = Annotated[View, Depends(view_of)]


@router.get("/operations/{slug}")
def operation(request: Request, view: Asked, every: Section = "", since: On = "") -> HTMLResponse:
    """The operation's page.

    `every` is the section that is shown whole; `since` the day from which charts are drawn (`all`: from the first).
    """
    records = records_of(request)
    key = view, every, since

    def body() -> str:
        brief = records.brief(request, view)
        given = {
            "view": view,
            "page": operation_page(brief, view, WHOLE if every == "incidents" else FEW),
            "every": every,
            "few": FEW,
            "whole": WHOLE,
            "drawn": _drawn(brief, since),
        }
        return environment().get_template("operation_body.html").render(given)

    words = records.page(request, key, body)
    title = f"{view.operation.upper()} on {time_words(view.on)}"
    return page(request, "operation.html", {"title": title, "body": Markup(words)})


def _drawn(brief: Brief, since: str) -> str:
    """The day from which charts are drawn, empty for all."""
    return "" if since == "all" else iso_day(since) if since else window(brief.record) or ""
