"""The application: which pages there are, what every answer carries, and what is said when something is wrong."""

from pathlib import Path
from urllib.parse import urlencode

from fastapi import Depends, FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from muster import __version__
from muster.errors import (
    BadDate,
    BadJudgement,
    LedgerError,
    MusterError,
    NotAllowed,
    UnknownClaim,
    UnknownDocument,
    UnknownJudgement,
    UnknownOperation,
)
from muster.web.adding import Adder
from muster.web.gate import Gate
from muster.web.orders import Orders
from muster.web.pages import ROUTERS
from muster.web.protection import SIGN_IN, guard, permitted
from muster.web.records import Records
from muster.web.rendering import page
from muster.web.site import Site, site_of

_STATIC = Path(__file__).parent / "static"

# What an error of ours means in HTTP; anything else that is asked wrongly is a bad request.
_STATUS: tuple[tuple[type[MusterError], int], ...] = (
    (UnknownOperation, 404),
    (UnknownDocument, 404),
    (UnknownClaim, 404),
    (UnknownJudgement, 404),
    (NotAllowed, 403),
    (BadDate, 400),
    (BadJudgement, 400),
    (LedgerError, 503),
)


def create_app(site: Site) -> FastAPI:
    """The application that serves this site."""
    app = FastAPI(
        title="Muster",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(permitted)],
    )
    app.state.site = site
    app.state.gate = Gate()
    app.state.adder = Adder(site)
    app.state.orders = Orders()
    app.state.records = Records()
    app.middleware("http")(guard)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(MusterError, _wrong)
    app.add_exception_handler(HTTPException, _refused)
    return app


def _wrong(request: Request, error: Exception) -> Response:
    """A page with the sentence that our error says; who only has to sign in is led there."""
    if isinstance(error, NotAllowed) and request.method == "GET" and site_of(request).accounts:
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"{SIGN_IN}?{urlencode({'next': here})}", 303)
    status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
    return page(request, "wrong.html", {"message": str(error), "status": status}, status)


def _refused(request: Request, error: Exception) -> Response:
    """A page for what the framework refuses: an address that is none, a method that is not taken."""
    assert isinstance(error, HTTPException)
    known = {404: "There is no page at this address.", 403: "You may not do this.", 405: "This cannot be done here."}
    message = known.get(error.status_code, str(error.detail))
    return page(request, "wrong.html", {"message": message, "status": error.status_code}, error.status_code)
