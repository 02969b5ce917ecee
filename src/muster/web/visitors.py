"""Who is there: sign-ins kept in a signed cookie, roles, and the tokens that prove a form came from a page of ours."""

import hmac
import secrets
from hashlib import sha256
from typing import NamedTuple

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import HTTPConnection
from starlette.responses import Response

from muster.ledger.users import find_user
from muster.model.user import Role, User
from muster.web.site import Site

SESSION = "muster_session"
VISIT = "muster_visit"
TOKEN = "token"
"""The field of a form that holds its token."""

SIGNED_IN_FOR = 12 * 60 * 60
"""Seconds after which somebody has to sign in anew."""

_VISIT_LENGTH = 32


class Visitor(NamedTuple):
    """Who asks for a page: under which name they decide (empty: nobody signed in), what they may do (None: nothing),
    and the random word of their visit, by which forms are tied to them."""

    name: str
    role: Role | None
    visit: str
    signed_in: bool = False

    def may(self, needed: Role) -> bool:
        """Whether their role covers the one that is needed."""
        return self.role is not None and self.role.covers(needed)


def visitor(site: Site, request: HTTPConnection) -> Visitor:
    """Who asks. Without accounts it is whoever sits at this machine; a public site lets anybody read."""
    visit = request.cookies.get(VISIT, "")
    if len(visit) != _VISIT_LENGTH or not visit.isalnum():
        visit = secrets.token_hex(_VISIT_LENGTH // 2)
    user = _signed_in(site, request.cookies.get(SESSION)) if site.accounts else None
    if user is not None:
        return Visitor(user.name, user.role, visit, signed_in=True)
    if site.public:
        return Visitor("", Role.READ, visit)
    return Visitor("", None, visit) if site.accounts else Visitor(site.author, Role.ADMIN, visit)


def token(site: Site, who: Visitor) -> str:
    """The token for forms on pages shown to this visitor."""
    words = f"{who.visit}|{who.name if who.signed_in else ''}"
    return hmac.new(site.secret.encode(), words.encode(), sha256).hexdigest()


def proves(site: Site, who: Visitor, given: object) -> bool:
    """Whether the token is one that a page of ours gave this visitor."""
    return isinstance(given, str) and hmac.compare_digest(token(site, who).encode(), given.encode())


def sign_in(site: Site, response: Response, user: User, *, secure: bool) -> None:
    """Let the answer carry a sign-in; `secure` where the page came over https."""
    signed = _signer(site).dumps([user.name, user.session])
    response.set_cookie(SESSION, signed, max_age=SIGNED_IN_FOR, httponly=True, samesite="lax", secure=secure)


def sign_out(response: Response) -> None:
    """Let the answer end the sign-in in this browser."""
    response.delete_cookie(SESSION, httponly=True, samesite="lax")


def keep_visit(response: Response, who: Visitor, *, secure: bool) -> None:
    """Let the answer carry the word of the visit, for as long as the browser is open."""
    response.set_cookie(VISIT, who.visit, httponly=True, samesite="lax", secure=secure)


def _signer(site: Site) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(site.secret, salt="sign-in")


def _signed_in(site: Site, cookie: str | None) -> User | None:
    """The user of a sign-in that is whole, not too old, and not ended by a new password or removal."""
    if cookie is None:
        return None
    try:
        name, session = _signer(site).loads(cookie, max_age=SIGNED_IN_FOR)
    except (BadSignature, ValueError, TypeError):
        return None
    with site.reader() as reader:
        user = find_user(reader, str(name))
    return user if user is not None and hmac.compare_digest(user.session, str(session)) else None


def ours(address: str, otherwise: str = "/") -> str:
    """The address, if it is a page of this site; else `otherwise`. Browsers take a backslash for a slash."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours else otherwise
