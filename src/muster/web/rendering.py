"""Templates to answers. Everything is escaped: whatever a document holds is shown, never run."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version as distribution_version
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.responses import HTMLResponse

from muster import __version__
from muster.show.words import time_words
from muster.web.site import site_of
from muster.web.visitors import TOKEN, token, visitor

# The script that draws charts; the address holds the version, so what is behind it never changes.
BUNDLE = f"/vega-{distribution_version('vl-convert-python')}.js"
_TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The templates with the words they are filled by."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["time"] = lambda edtf: time_words(edtf) if edtf else "undated"
    made.filters["number"] = lambda value: f"{value:,}"
    made.globals["version"] = __version__
    made.globals["bundle"] = BUNDLE
    return made


def page(request: Request, template: str, given: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """The template filled with `given` and what every page needs."""
    site = site_of(request)
    # What is asked of the static files is not asked by anybody in particular.
    who = getattr(request.state, "visitor", None) or visitor(site, request)
    field = Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN, token(site, who))
    common = {"request": request, "site": site, "visitor": who, "token_field": field}
    return HTMLResponse(environment().get_template(template).render(**common, **given), status)
