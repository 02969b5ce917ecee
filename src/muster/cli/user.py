"""`muster user`: who may sign in to the pages."""

import sys
from importlib import import_module
from types import ModuleType
from typing import Annotated

from muster.cli.opening import ledger, reader
from muster.cli.options import Argument, Option, one_of
from muster.errors import BadUser, MusterError
from muster.model.user import Role

_ACTS = ("add", "password", "remove", "list")

What = Annotated[str, Argument("WHAT", f"One of {', '.join(_ACTS)}.")]
Name = Annotated[str | None, Argument("NAME", "Whose account it is; their judgements are signed with it.")]
Of = Annotated[str, Option(f"What they may do: {', '.join(Role)}.", "ROLE", "--role")]


def user(what: What, name: Name = None, role: Of = "review") -> None:
    """Add, list and remove accounts for muster serve, and give them another password.

    read may look; review may also judge claims and add documents; admin may also take back what others decided. The
    password is asked for, or read from standard input where nobody sits at it. A server that is running without
    accounts goes on without: start it anew after adding the first.
    """
    one_of(what, _ACTS, "user")
    one_of(role, tuple(Role), "--role")
    if what == "list":
        _list()
    elif not (name or "").strip():
        raise MusterError(f"user {what} needs the name of an account: muster user {what} NAME")
    else:
        _act(what, (name or "").strip(), Role(role))


def _act(what: str, name: str, role: Role) -> None:
    with ledger() as opened:
        if what == "remove":
            opened.remove_user(name)
            print(f"{name} can sign in no more; what they decided stays.")
            return
        passwords = _passwords()
        if what == "add":
            added = opened.add_user(passwords.new_user(name, role, _password()))
            print(f"{added.name} may sign in: {added.role}.")
        else:
            opened.change_password(name, passwords.hashed(_password()), passwords.new_session())
            print(f"{name} has a new password; older sign-ins have ended.")


def _passwords() -> ModuleType:
    try:
        # Imported here: the pages' libraries are an extra and slow to load.
        return import_module("muster.web.passwords")
    except ImportError as error:
        raise MusterError(f"muster user needs {error.name}: pip install 'musterroll[web]'") from error


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    from getpass import getpass

    first = getpass("Password: ")
    if getpass("Again: ") != first:
        raise BadUser("the two are not the same: try again")
    return first


def _list() -> None:
    from muster.ledger.users import users

    with reader() as asked:
        found = users(asked)
    if not found:
        print("No accounts: whoever sits at this machine needs none. muster user add NAME makes one.")
    for one in found:
        print(f"{one.role:<8}{one.at[:10]:<12}{one.name}")
