"""Signing in and out."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from muster.ledger.users import find_user
from muster.web.gate import Gate
from muster.web.passwords import fits
from muster.web.protection import SIGN_IN, SIGN_OUT, Posted, is_secure
from muster.web.rendering import page
from muster.web.site import site_of
from muster.web.visitors import ours, sign_in, sign_out

router = APIRouter()


@router.get(SIGN_IN)
def asked(request: Request, next: str = "/") -> Response:
    """The form to sign in by."""
    return _form(request, next, "", "")


@router.post(SIGN_IN)
def tried(request: Request, form: Posted) -> Response:
    """Sign in, and on to the page that was asked for."""
    site, name, onward = site_of(request), str(form.get("name", "")).strip(), str(form.get("next", "/"))
    gate = request.app.state.gate
    assert isinstance(gate, Gate)
    address = request.client.host if request.client else ""
    if not site.accounts:
        return RedirectResponse("/", 303)
    if not gate.opens(address, name):
        return _form(request, onward, name, "Too many tries. Wait ten minutes, then try again.", 429)
    with site.reader() as reader:
        user = find_user(reader, name)
    if not fits(str(form.get("password", "")), user) or user is None:
        return _form(request, onward, name, "Name and password do not fit.", 403)
    response = RedirectResponse(ours(onward), 303)
    sign_in(site, response, user, secure=is_secure(request))
    return response


@router.post(SIGN_OUT)
def left(request: Request) -> Response:
    """End the sign-in in this browser."""
    response = RedirectResponse("/", 303)
    sign_out(response)
    return response


def _form(request: Request, onward: str, name: str, wrong: str, status: int = 200) -> Response:
    return page(request, "sign_in.html", {"onward": ours(onward), "name": name, "wrong": wrong}, status)
