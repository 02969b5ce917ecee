"""Accounts: entered, given another password, removed."""

import pytest

from muster.errors import BadUser, UnknownUser
from muster.ledger import Ledger
from muster.ledger.users import find_user, users
from muster.model.user import Role, User

INES = User("Inés", Role.REVIEW, "hash", "one")


def test_an_account_is_found_under_its_exact_name(ledger: Ledger) -> None:
    ledger.add_user(INES)
    ledger.add_user(User("Omar", Role.READ, "hash"))
    assert find_user(ledger, "Inés") == INES._replace(at="2024-05-01T12:00:00Z")
    assert find_user(ledger, "inés") is None
    assert [user.name for user in users(ledger)] == ["Inés", "Omar"]


def test_a_name_is_given_once(ledger: Ledger) -> None:
    ledger.add_user(INES)
    with pytest.raises(BadUser, match="already"):
        ledger.add_user(INES._replace(name=" Inés "))


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "two\nlines", "\x1b[2J"])
def test_what_is_no_name_is_refused(ledger: Ledger, name: str) -> None:
    with pytest.raises(BadUser):
        ledger.add_user(INES._replace(name=name))


def test_a_new_password_replaces_the_old_one_and_the_session(ledger: Ledger) -> None:
    ledger.add_user(INES)
    ledger.change_password("Inés", "other", "two")
    found = find_user(ledger, "Inés")
    assert found
    assert (found.password, found.session, found.role) == ("other", "two", Role.REVIEW)


def test_of_a_removed_account_nothing_is_kept(ledger: Ledger) -> None:
    ledger.add_user(INES)
    ledger.remove_user("Inés")
    assert ledger.rows("SELECT COUNT(*) FROM users") == [(0,)]


def test_nobody_can_be_changed_who_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(UnknownUser, match="muster user list"):
        ledger.remove_user("Inés")
    with pytest.raises(UnknownUser):
        ledger.change_password("Inés", "x", "y")


def test_a_role_covers_itself_and_what_is_less() -> None:
    assert [Role.REVIEW.covers(needed) for needed in Role] == [True, True, False]
