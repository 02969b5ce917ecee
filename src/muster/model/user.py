"""Who may sign in to the pages, and what they may do there.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What somebody may do: look (`read`), decide and add as well (`review`), and take back what others decided
    (`admin`)."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    def covers(self, needed: "Role") -> bool:
        """Whether this role may do all that `needed` may."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


class User(NamedTuple):
    """Somebody with an account. `password` is its Argon2 hash; `session` a random word that a new password replaces,
    so that older sign-ins end; `at` is when the account was made (ISO 8601, UTC)."""

    name: str
    role: Role
    password: str = ""
    session: str = ""
    at: str = ""
