"""`muster user`: accounts for the pages."""

import io
import sys

import pytest

from command_line import Muster
from muster.ledger import open_reader
from muster.ledger.users import find_user
from muster.settings import load_settings
from muster.web.passwords import fits


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What stands in standard input: two passwords."""
    given = io.StringIO("four words make one\nanother four words\n")
    monkeypatch.setattr(sys, "stdin", given)
    return given


@pytest.mark.usefixtures("typed")
def test_an_account_is_made_listed_given_another_password_and_removed(muster: Muster) -> None:
    assert muster("user", "add", "Inés", "--role", "admin").out == "Inés may sign in: admin.\n"
    assert "admin" in muster("user", "list").out
    muster("user", "password", "Inés")
    with open_reader(load_settings().database) as reader:
        found = find_user(reader, "Inés")
    assert fits("another four words", found)
    assert not fits("four words make one", found)
    assert muster("user", "remove", "Inés").status == 0
    assert muster("user", "list").out.startswith("No accounts")


@pytest.mark.usefixtures("typed")
def test_the_password_is_nowhere_in_the_ledger(muster: Muster) -> None:
    muster("user", "add", "Inés")
    with open_reader(load_settings().database) as reader:
        assert "four words" not in str(reader.rows("SELECT * FROM users"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("add",), "needs the name"),
        (("add", "Inés", "--role", "king"), "choose from read, review, admin"),
        (("crown", "Inés"), "choose from add, password, remove, list"),
        (("remove", "Inés"), "no account for Inés"),
        (("password", "Inés"), "no account for Inés"),
    ],
)
@pytest.mark.usefixtures("typed")
def test_what_cannot_be_done_is_said(muster: Muster, arguments: tuple[str, ...], sentence: str) -> None:
    ran = muster("user", *arguments)
    assert ran.status != 0
    assert sentence in ran.err


def test_a_short_password_is_refused(muster: Muster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    ran = muster("user", "add", "Inés")
    assert "10 to 1,024 characters" in ran.err


def test_serve_refuses_what_it_cannot_do(muster: Muster) -> None:
    assert "muster user add" in muster("serve", "--host", "0.0.0.0", "--no-browser").err
    assert "from 0 to 65535" in muster("serve", "--port", "70000").err
