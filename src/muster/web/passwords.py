"""Passwords: kept as Argon2 hashes, with the library's defaults (RFC 9106, low memory)."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from muster.errors import BadUser
from muster.model.user import Role, User

SHORTEST = 10
LONGEST = 1024
"""Characters; what is longer is no password but an attempt to keep the machine busy."""

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The hash to keep. Raises BadUser for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadUser(f"a password has {SHORTEST} to {LONGEST:,} characters: a few words are good and easy to keep")
    return _HASHER.hash(password)


def new_user(name: str, role: Role, password: str) -> User:
    """An account to enter. Raises BadUser."""
    return User(name, role, hashed(password), new_session())


def new_session() -> str:
    """A random word by which sign-ins are known."""
    return secrets.token_hex(16)


def fits(password: str, user: User | None) -> bool:
    """Whether the password is the user's. For nobody it takes as long to say no."""
    try:
        return _HASHER.verify(user.password if user else _nobody(), password[:LONGEST]) and user is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return _HASHER.hash(secrets.token_hex(16))
