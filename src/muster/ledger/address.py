"""Where a ledger is, and what went wrong there in plain words."""

import sqlite3
from pathlib import Path

from muster.errors import ForeignDatabase, LedgerError, ReadOnlyLedger

# "MSTR": the mark by which an SQLite file is known as a ledger.
APPLICATION_ID = 0x4D535452
# The newest migration; a test holds it against the scripts.
SCHEMA_VERSION = "0006"
# Seconds to wait for another writer.
PATIENCE = 30


def sqlite_file(url: str) -> Path | None:
    """The file of `sqlite:///relative`, `sqlite:////absolute` or a plain path; None for a server's URL.

    Raises LedgerError for an SQLite URL without a file.
    """
    scheme, mark, rest = url.partition("://")
    if not mark:
        return Path(url).expanduser()
    if scheme.partition("+")[0] != "sqlite":
        return None
    if len(rest) < 2:
        raise LedgerError(f"{url} names no file; write sqlite:///PATH")
    return Path(rest[1:]).expanduser()


def shown(url: str) -> str:
    """The address as it may be printed: a path, or a URL without its password."""
    path = sqlite_file(url)
    if path is not None:
        return str(path)
    # Imported here: a ledger in a file needs no URL read.
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


def no_ledger(where: object) -> LedgerError:
    """The error for a ledger that was never begun."""
    return LedgerError(f"no ledger yet at {where}: run muster add")


def wrong_version(where: object, found: str) -> LedgerError:
    """The error for a schema that this Muster does not know."""
    return LedgerError(
        f"the ledger at {where} has schema {found}, this Muster knows {SCHEMA_VERSION}: "
        "it was written by a newer Muster; install that"
    )


_MEANING: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_NOTADB: (ForeignDatabase, "is no ledger: the file is no database; choose another path"),
    sqlite3.SQLITE_READONLY: (ReadOnlyLedger, "cannot be written: make the file and its folder writable"),
    sqlite3.SQLITE_PERM: (ReadOnlyLedger, "cannot be written: make the file and its folder writable"),
    sqlite3.SQLITE_CANTOPEN: (ReadOnlyLedger, "cannot be opened: check the rights of the file and its folder"),
    sqlite3.SQLITE_BUSY: (LedgerError, "is in use by another program: wait until it is done, and try again"),
    sqlite3.SQLITE_LOCKED: (LedgerError, "is in use by another program: wait until it is done, and try again"),
    sqlite3.SQLITE_CORRUPT: (LedgerError, "is damaged: restore it from a copy"),
    sqlite3.SQLITE_FULL: (LedgerError, "has no room left on its disk: make room, and try again"),
}


def in_plain_words(error: Exception, where: object) -> LedgerError:
    """What a database error means for the ledger at `where`; wrapped driver errors are unwrapped."""
    cause = getattr(error, "orig", None) or error
    # The lowest byte is the kind of error, the rest its detail.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in _MEANING:
        kind, meaning = _MEANING[code]
        return kind(f"the ledger at {where} {meaning}")
    first_line = str(cause).strip().partition("\n")[0]
    return LedgerError(f"the ledger at {where} cannot be used: {first_line or type(cause).__name__}")
