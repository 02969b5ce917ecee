"""What every request has to pass and every answer carries.

A hostile document stays a text: no script but ours, no frame, no guessing. A hostile page elsewhere cannot act in
somebody's name (tokens in forms, cookies of this site only), nor pass itself off as this site (the host asked for).
"""

import ipaddress
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import PlainTextResponse, Response

from muster.errors import NotAllowed
from muster.model.user import Role
from muster.web.site import Site, site_of
from muster.web.visitors import TOKEN, VISIT, Visitor, keep_visit, proves, visitor

# Charts are drawn by Vega with its own expression interpreter, so that no page needs eval; images may be data (a chart
# saved by the reader), nothing else may.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

LARGEST_REQUEST = 64 * 1024 * 1024
"""Bytes that may be sent at once, files included."""

MOST_FILES = 100
"""Files that may be sent at once."""

_MOST_FIELDS = 200
_LONGEST_FIELD = 4 * 1024 * 1024

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
_READS = ("GET", "HEAD")


async def guard(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer, if the request is addressed to this site and not too large; with the headers that keep a page to
    itself."""
    site = site_of(request)
    refused = _refused(request, site)
    response = refused or await _answered(request, site, answer)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _answered(request: Request, site: Site, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    if request.url.path.startswith("/static/"):
        return await answer(request)
    who = await run_in_threadpool(visitor, site, request)
    request.state.visitor = who
    response = await answer(request)
    if request.cookies.get(VISIT) != who.visit:
        keep_visit(response, who, secure=is_secure(request))
    # What is shown depends on who is signed in, and on what was decided a moment ago.
    response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _refused(request: Request, site: Site) -> Response | None:
    if not addressed_to(site, request.headers.get("host", "")):
        words = "This site does not go by that name. Start it with --name to let it."
        return PlainTextResponse(words, 400)
    if request.method in _READS:
        return None
    length = request.headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        return PlainTextResponse("The length of what is sent is lacking.", 411)
    if int(length) > LARGEST_REQUEST:
        return PlainTextResponse(f"More than {LARGEST_REQUEST // 2**20} MB at once: send it in parts.", 413)
    return None


def addressed_to(site: Site, host: str) -> bool:
    """Whether the host that a browser asked for is this site: an address, this machine's name, or a name it was given.

    A page elsewhere can have its own name lead to this machine, and then reads what it serves (DNS rebinding); it
    cannot do so with an address.
    """
    name = _without_port(host).casefold().rstrip(".")
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name in {"localhost", socket.gethostname().casefold(), *map(str.casefold, site.names)}
    return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def is_secure(request: Request) -> bool:
    """Whether the page came over https."""
    return request.url.scheme == "https"


def who_asks(request: Request) -> Visitor:
    """The visitor, as the guard found them."""
    found = request.state.visitor
    assert isinstance(found, Visitor)
    return found


async def permitted(request: Request) -> AsyncIterator[None]:
    """Let pass who may do this: reading needs `read`, everything else `review` and the token of a form.

    Raises NotAllowed.
    """
    try:
        await _check(request, who_asks(request))
        yield
    finally:
        await request.close()


async def _check(request: Request, who: Visitor) -> None:
    signing = request.url.path in (SIGN_IN, SIGN_OUT)
    if request.method in _READS:
        if not signing and not who.may(Role.READ):
            raise NotAllowed("Sign in to see this page.")
        return
    if not signing and not who.may(Role.REVIEW):
        raise NotAllowed("You may read here, not change anything. Sign in with an account that may review.")
    await _check_token(request, who)


async def _check_token(request: Request, who: Visitor) -> None:
    """Raises NotAllowed for what no page of ours sent."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise NotAllowed("This was sent from another site. Nothing was done.")
    form = await request.form(max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD)
    if not proves(site_of(request), who, form.get(TOKEN)):
        raise NotAllowed("The page this was sent from is out of date. Nothing was done: go back, reload it, try again.")


async def _posted(request: Request) -> FormData:
    return await request.form()


Posted = Annotated[FormData, Depends(_posted)]
"""The fields of a form, whose token has been checked."""

Asking = Annotated[Visitor, Depends(who_asks)]
"""Who asks."""
