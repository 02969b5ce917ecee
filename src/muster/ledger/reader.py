"""Reading a ledger.

The text of the questions is SQL that SQLite and PostgreSQL both understand, with `:name` for parameters. For a file
they are put through the standard library: importing SQLAlchemy takes longer than most questions.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from muster.errors import ForeignDatabase, MusterError
from muster.ledger.address import (
    APPLICATION_ID,
    PATIENCE,
    SCHEMA_VERSION,
    in_plain_words,
    no_ledger,
    shown,
    sqlite_file,
    wrong_version,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine

Row = Sequence[Any]
_VERSION = "SELECT version_num FROM alembic_version"


class Reader(AbstractContextManager["Reader"], Protocol):
    """Whatever answers questions to a ledger. A context manager: leaving it closes it."""

    def rows(self, question: str, **parameters: object) -> list[Row]:
        """The rows that answer the SQL `question`. Raises LedgerError."""
        ...


class FileReader:
    """A ledger in an SQLite file, read through the standard library."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def __enter__(self) -> "FileReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, question: str, **parameters: object) -> list[Row]:
        """The rows that answer the SQL `question`. Raises LedgerError."""
        try:
            return self._connection.execute(question, parameters).fetchall()
        except sqlite3.Error as error:
            raise in_plain_words(error, self._path) from error


class ServerReader:
    """A ledger behind a SQLAlchemy engine."""

    def __init__(self, engine: "Engine", where: str) -> None:
        self._engine = engine
        self._where = where

    def __enter__(self) -> "ServerReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def rows(self, question: str, **parameters: object) -> list[Row]:
        """The rows that answer the SQL `question`. Raises LedgerError."""
        return engine_rows(self._engine, self._where, question, parameters)


def engine_rows(engine: "Engine", where: str, question: str, parameters: Mapping[str, object]) -> list[Row]:
    """The rows that answer the SQL `question` through SQLAlchemy. Raises LedgerError."""
    from sqlalchemy import text
    from sqlalchemy.exc import SQLAlchemyError

    try:
        with engine.connect().execution_options(muster_only_reads=True) as connection:
            return [tuple(row) for row in connection.execute(text(question), parameters)]
    except SQLAlchemyError as error:
        raise in_plain_words(error, where) from error


def open_reader(url: str) -> Reader:
    """The ledger at `url`, to be read only; nothing is created.

    Raises LedgerError if there is none yet, ForeignDatabase if the file is something else.
    """
    path = sqlite_file(url)
    return _open_server(url) if path is None else _open_file(url, path)


def _open_file(url: str, path: Path) -> FileReader:
    version = file_version(path)
    if version is None:
        raise no_ledger(path)
    if version < SCHEMA_VERSION:
        from muster.ledger.store import open_ledger

        open_ledger(url).__exit__()
    return FileReader(connect_to_file(path), path)


def _open_server(url: str) -> ServerReader:
    from muster.ledger.store import engine_of, schema_version

    engine = engine_of(url)
    try:
        version = schema_version(engine, shown(url))
        if version is None:
            raise no_ledger(shown(url))
        if version > SCHEMA_VERSION:
            raise wrong_version(shown(url), version)
    except MusterError:
        engine.dispose()
        raise
    if version < SCHEMA_VERSION:
        from muster.ledger.store import open_ledger

        open_ledger(url).__exit__()
    return ServerReader(engine, shown(url))


def connect_to_file(path: Path) -> sqlite3.Connection:
    """A connection to the SQLite file that can only read, even where its folder cannot be written."""
    uri = path.absolute().as_uri()
    try:
        connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=PATIENCE)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            # A write-ahead log needs a file beside the ledger; where none can be made nobody else writes either.
            connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, timeout=PATIENCE)
    except sqlite3.Error as error:
        raise in_plain_words(error, path) from error
    return connection


def file_version(path: Path) -> str | None:
    """The schema of the ledger in the file; None if there is no file or nothing in it.

    Raises ForeignDatabase for anything that is no ledger, LedgerError for a newer one.
    """
    if not path.exists() or (path.is_file() and path.stat().st_size == 0):
        return None
    if not path.is_file():
        raise ForeignDatabase(f"{path} is no ledger: it is no file; choose another path")
    connection = connect_to_file(path)
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute(_VERSION).fetchone() if mark == APPLICATION_ID else None
    except sqlite3.Error as error:
        raise in_plain_words(error, path) from error
    finally:
        connection.close()
    return _known(version, path)


def _known(version: Row | None, path: Path) -> str:
    if version is None:
        raise ForeignDatabase(f"{path} is no ledger: it is a database of something else; choose another path")
    found = str(version[0])
    if found > SCHEMA_VERSION:
        raise wrong_version(path, found)
    return found
