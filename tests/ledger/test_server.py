"""The ledger on PostgreSQL. MUSTER_TEST_SERVER names a server where databases may be made, if not the local one."""

import os
from collections.abc import Iterator

import pytest

from ledger.sample_entries import clock, entry_of
from muster.errors import ForeignDatabase, LedgerError
from muster.ledger import cards, claims, find_claim, open_ledger, open_reader
from muster.model.document import Document

psycopg = pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")

SERVER = os.environ.get("MUSTER_TEST_SERVER", "postgresql://postgres@127.0.0.1:5432")
NAME = f"muster_test_{os.getpid()}"


@pytest.fixture
def server() -> Iterator[str]:
    """The address of an empty database, dropped afterwards."""
    try:
        connection = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL server at {SERVER}: {str(error).partition(chr(10))[0]}")
    with connection:
        connection.execute(f"CREATE DATABASE {NAME}")
        try:
            yield f"{SERVER}/{NAME}"
        finally:
            connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def test_a_ledger_on_a_server_is_begun_added_to_and_read(server: str, page: Document) -> None:
    with pytest.raises(LedgerError, match="no ledger yet"):
        open_reader(server)
    with open_ledger(server, clock) as ledger:
        (first,) = ledger.append([entry_of(page)])
        (second,) = ledger.append([entry_of(page)])
    assert (first.new_document, first.new_claims) == (True, 2)
    assert (second.new_document, second.new_dating, second.new_reading) == (False, False, False)
    with open_reader(server) as reader:
        assert [card.names for card in cards(reader)] == [(page.name,)]
        found = claims(reader, operation="unifil")
        assert found == list(entry_of(page).reading.claims)  # type: ignore[union-attr]
        assert find_claim(reader, found[0].id[:8]) == found[0]


def test_a_database_of_something_else_is_left_alone(server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE TABLE shoes (size int)")
    with pytest.raises(ForeignDatabase, match="tables of something else"):
        open_ledger(server)
