"""The migrations lead to the schema that the code uses."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from ledger.older import take_back
from ledger.sample_entries import claims_of, entry_of
from muster.ledger import claims, open_ledger, open_reader
from muster.ledger.address import SCHEMA_VERSION
from muster.ledger.holdings import cards
from muster.ledger.migrate import configuration
from muster.ledger.schema import metadata
from muster.ledger.signature import numbers, signature
from muster.ledger.store import engine_of
from muster.model.document import Document


# The index of the full-text search is no table that SQLAlchemy knows.
def test_a_migrated_ledger_has_the_tables_of_the_schema(tmp_path: Path) -> None:
    url = str(tmp_path / "100% new.db")
    with open_ledger(url):
        pass
    engine = engine_of(url)
    with engine.connect() as connection:
        options = {"include_object": lambda _, name, *__: not name.startswith("search_")}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()


def test_the_newest_script_is_the_version_the_code_knows() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == SCHEMA_VERSION


def test_what_was_read_before_there_were_two_readers_is_a_candidate(url: str, page: Document) -> None:
    with open_ledger(url) as ledger:
        ledger.append([entry_of(page)])
    take_back(url, "0001")
    with open_reader(url) as reader:
        assert claims(reader) == list(claims_of(page))


def test_texts_that_were_there_before_are_signed_like_new_ones(url: str, page: Document) -> None:
    with open_ledger(url) as ledger:
        ledger.append([entry_of(page)])
    with open_reader(url) as reader:
        (signed,) = cards(reader)
    take_back(url, "0003")
    with open_reader(url) as reader:
        assert [card.signature for card in cards(reader)] == [signed.signature] == [numbers(signature(page.text))]
