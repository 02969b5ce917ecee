"""A ledger as an older Muster left it."""

from alembic import command

from muster.ledger.migrate import configuration
from muster.ledger.store import engine_of


def take_back(url: str, version: str) -> None:
    """Undo a ledger's migrations down to a version of the schema, as in "0003"."""
    engine = engine_of(url)
    with engine.begin() as connection:
        older = configuration()
        older.attributes["connection"] = connection
        command.downgrade(older, version)
    engine.dispose()
