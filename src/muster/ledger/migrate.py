"""Brings the tables of a ledger to the present schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from muster.ledger.address import APPLICATION_ID, SCHEMA_VERSION


def configuration() -> Config:
    """Alembic's configuration; the scripts live beside this file."""
    config = Config()
    # The configuration interpolates percent signs, which may well stand in a path.
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def migrate(connection: Connection) -> None:
    """Run the missing migrations inside the caller's transaction, and mark an SQLite file as a ledger."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, SCHEMA_VERSION)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
