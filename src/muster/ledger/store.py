"""Writing a ledger: opened, brought up to date, appended to.

Imports SQLAlchemy when something is opened, never before.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from muster.errors import ForeignDatabase, LedgerError, MusterError, ReadOnlyLedger
from muster.ledger.address import PATIENCE, SCHEMA_VERSION, in_plain_words, shown, sqlite_file, wrong_version
from muster.ledger.entry import Added, Entry
from muster.ledger.reader import Row, engine_rows, file_version
from muster.model.card import Caution
from muster.model.judgement import Judgement, Withdrawal
from muster.model.user import User

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# How the scheme of a server's URL may be written, and the driver it means.
_DRIVERS = dict.fromkeys(("postgresql", "postgres", "postgresql+psycopg"), "postgresql+psycopg")

Clock = Callable[[], datetime]
T = TypeVar("T")


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """An open ledger. It answers questions like any reader, and takes entries. A context manager."""

    def __init__(self, engine: "Engine", where: str, clock: Clock = _now) -> None:
        self._engine = engine
        self._where = where
        self._clock = clock

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def rows(self, question: str, **parameters: object) -> list[Row]:
        """The rows that answer the SQL `question`. Raises LedgerError."""
        return engine_rows(self._engine, self._where, question, parameters)

    def append(self, entries: Sequence[Entry]) -> tuple[Added, ...]:
        """Enter the documents in one transaction: all or none. What is there already is left as it is.

        Raises LedgerError, ReadOnlyLedger.
        """
        from muster.ledger.append import append_entry

        return self._write(lambda connection: tuple(append_entry(connection, entry, self._time()) for entry in entries))

    def judge(self, judgement: Judgement) -> Judgement:
        """Enter what a person decided; as the ledger has it, with its number and time.

        Raises BadJudgement, UnknownClaim for a claim the ledger has not, LedgerError, ReadOnlyLedger.
        """
        from muster.ledger.judging import append_judgement

        return self._write(lambda connection: append_judgement(connection, judgement, self._time()))

    def withdraw(self, number: int, withdrawal: Withdrawal) -> Judgement:
        """Undo the judgement of that number; as it now is.

        Raises UnknownJudgement if there is none or it is withdrawn already, LedgerError, ReadOnlyLedger.
        """
        from muster.ledger.judging import append_withdrawal

        return self._write(lambda connection: append_withdrawal(connection, number, withdrawal, self._time()))

    def add_user(self, user: User) -> User:
        """Enter an account for the pages. Raises BadUser if the name is taken, LedgerError, ReadOnlyLedger."""
        from muster.ledger.users import insert_user

        return self._write(lambda connection: insert_user(connection, user, self._time()))

    def change_password(self, name: str, password: str, session: str) -> None:
        """Give an account another password. Raises UnknownUser, LedgerError, ReadOnlyLedger."""
        from muster.ledger.users import update_password

        self._write(lambda connection: update_password(connection, name, password, session))

    def remove_user(self, name: str) -> None:
        """Remove an account; its judgements stay. Raises UnknownUser, LedgerError, ReadOnlyLedger."""
        from muster.ledger.users import delete_user

        self._write(lambda connection: delete_user(connection, name))

    def warn(self, cautions: Iterable[Caution]) -> None:
        """Keep the warnings; the time is the ledger's. Raises LedgerError, ReadOnlyLedger."""
        from muster.ledger.append import append_cautions

        kept = tuple(cautions)
        if kept:
            self._write(lambda connection: append_cautions(connection, kept, self._time()))

    def _time(self) -> str:
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _write(self, act: "Callable[[Connection], T]") -> T:
        return _in_transaction(self._engine, self._where, act)


def _in_transaction(engine: "Engine", where: str, act: "Callable[[Connection], T]") -> T:
    from sqlalchemy.exc import SQLAlchemyError

    try:
        with engine.begin() as connection:
            return act(connection)
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise in_plain_words(error, where) from error


def open_ledger(url: str, clock: Clock = _now) -> Ledger:
    """The ledger at `url`, to be written; begun if there is none, migrated if it is behind.

    `clock` gives the time of entries. Raises LedgerError, ForeignDatabase, ReadOnlyLedger.
    """
    path = sqlite_file(url)
    version = None if path is None else file_version(path)
    if path is not None and version is None:
        _make_folder(path)
    engine = engine_of(url)
    try:
        if path is None:
            version = schema_version(engine, shown(url))
        if version != SCHEMA_VERSION:
            _bring_up_to_date(engine, shown(url), version)
    except MusterError:
        engine.dispose()
        raise
    return Ledger(engine, shown(url), clock)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnlyLedger(f"the folder of the ledger {path} cannot be made: {error.strerror}") from error


def _bring_up_to_date(engine: "Engine", where: str, version: str | None) -> None:
    from muster.ledger.migrate import migrate

    if version is not None and version > SCHEMA_VERSION:
        raise wrong_version(where, version)
    _in_transaction(engine, where, migrate)
    if engine.dialect.name == "sqlite":
        _keep_a_log(engine)


def _keep_a_log(engine: "Engine") -> None:
    """Let readers read while somebody writes. Where the file system cannot do that, the ledger works all the same."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        pass
    finally:
        connection.close()


def engine_of(url: str) -> "Engine":
    """The SQLAlchemy engine for `url`. Raises LedgerError for a URL that cannot be used."""
    from sqlalchemy import URL, create_engine, make_url
    from sqlalchemy.exc import ArgumentError

    path = sqlite_file(url)
    if path is not None:
        return _file_engine(create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE}))
    try:
        address = make_url(url)
        return create_engine(address.set(drivername=_DRIVERS[address.drivername]))
    except (ArgumentError, KeyError, ValueError) as error:
        raise LedgerError(f"{shown(url)} is no address of a ledger: give a path or postgresql://…") from error
    except ModuleNotFoundError as error:
        raise LedgerError(f"{shown(url)} needs {error.name}: pip install 'psycopg[binary]'") from error


def _file_engine(engine: "Engine") -> "Engine":
    """The engine with transactions as SQLite has them: those that write claim the file at once, the driver none."""
    from sqlalchemy import event

    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    def begun(connection: "Connection") -> None:
        only_reads = connection.get_execution_options().get("muster_only_reads", False)
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine


def schema_version(engine: "Engine", where: str) -> str | None:
    """The schema of the ledger on a server; None if there is none. Raises LedgerError, ForeignDatabase."""
    from sqlalchemy import inspect
    from sqlalchemy.exc import SQLAlchemyError

    try:
        tables = set(inspect(engine).get_table_names())
    except SQLAlchemyError as error:
        raise in_plain_words(error, where) from error
    if not tables:
        return None
    if not {"alembic_version", "findings"} <= tables:
        raise ForeignDatabase(f"{where} is no ledger: it has tables of something else; give an empty database")
    found = engine_rows(engine, where, "SELECT version_num FROM alembic_version", {})
    return str(found[0][0]) if found else None
