"""The migrations lead to the schema that the code uses."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from muster.ledger import open_ledger
from muster.ledger.address import SCHEMA_VERSION
from muster.ledger.migrate import configuration
from muster.ledger.schema import metadata
from muster.ledger.store import engine_of


def test_a_migrated_ledger_has_the_tables_of_the_schema(tmp_path: Path) -> None:
    url = str(tmp_path / "100% new.db")
    with open_ledger(url):
        pass
    engine = engine_of(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_newest_script_is_the_version_the_code_knows() -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == SCHEMA_VERSION
