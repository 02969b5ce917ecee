"""Accounts for the pages: asking for them, entering and removing them.

They are no part of the record: the one table of a ledger whose rows are changed and removed, so that the password of
somebody who left is gone.
"""

from typing import TYPE_CHECKING

from muster.errors import BadUser, UnknownUser
from muster.ledger.reader import Reader
from muster.model.user import Role, User

if TYPE_CHECKING:
    from sqlalchemy import Connection

LONGEST_NAME = 100
"""Characters of a name."""

_ALL = "SELECT name, role, password, session, at FROM users"


def users(reader: Reader) -> list[User]:
    """Everybody with an account, by name."""
    return [User(name, Role(role), *rest) for name, role, *rest in reader.rows(f"{_ALL} ORDER BY name")]


def find_user(reader: Reader, name: str) -> User | None:
    """The account of exactly that name; None if there is none."""
    found = reader.rows(f"{_ALL} WHERE name = :name", name=name)
    return User(found[0][0], Role(found[0][1]), *found[0][2:]) if found else None


def insert_user(connection: "Connection", user: User, at: str) -> User:
    """Enter an account. Raises BadUser for a name that is taken or none."""
    from muster.ledger.schema import users as table

    name = user.name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise BadUser(f"a name has 1 to {LONGEST_NAME} characters that can be printed")
    if connection.execute(table.select().where(table.c.name == name)).first() is not None:
        raise BadUser(f"there is an account for {name} already: muster user password changes its password")
    entered = user._replace(name=name, at=at)
    connection.execute(table.insert(), {**entered._asdict(), "role": str(entered.role)})
    return entered


def update_password(connection: "Connection", name: str, password: str, session: str) -> None:
    """Give an account another password, ending its sign-ins. Raises UnknownUser."""
    from muster.ledger.schema import users as table

    changed = table.update().where(table.c.name == name).values(password=password, session=session)
    if connection.execute(changed).rowcount == 0:
        raise _unknown(name)


def delete_user(connection: "Connection", name: str) -> None:
    """Remove an account. What its owner decided stays, under the name. Raises UnknownUser."""
    from muster.ledger.schema import users as table

    if connection.execute(table.delete().where(table.c.name == name)).rowcount == 0:
        raise _unknown(name)


def _unknown(name: str) -> UnknownUser:
    return UnknownUser(f"there is no account for {name}: muster user list shows them")
