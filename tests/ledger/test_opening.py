"""Opening what is a ledger, what is none, and what is none yet."""

import os
import sqlite3
from pathlib import Path

import pytest

from ledger.sample_entries import clock, entry_of
from muster.errors import ForeignDatabase, LedgerError, ReadOnlyLedger
from muster.ledger import claims, open_ledger, open_reader
from muster.ledger.address import in_plain_words, shown, sqlite_file
from muster.model.document import Document


def test_reading_creates_nothing(url: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger yet at .*ledger\.db: run muster add"):
        open_reader(url)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_ledger_yet_but_becomes_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerError, match="no ledger yet"):
        open_reader(str(path))
    with open_ledger(str(path)), open_reader(str(path)) as reader:
        assert claims(reader) == []


def test_reader_and_ledger_see_the_same(url: str, page: Document) -> None:
    with open_ledger(url, clock) as ledger:
        ledger.append([entry_of(page)])
        with open_reader(url) as reader:
            assert claims(reader) == claims(ledger) != []


@pytest.mark.parametrize("opened", [open_ledger, open_reader])
def test_a_database_of_something_else_is_refused_and_left_alone(tmp_path: Path, opened: object) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE documents (id)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(ForeignDatabase, match=r"other\.db is no ledger"):
        opened(str(path))  # type: ignore[operator]
    assert path.read_bytes() == before


@pytest.mark.parametrize("opened", [open_ledger, open_reader])
@pytest.mark.parametrize("content", [b"%PDF-1.7 " * 100, b"x", b"\0" * 4096])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, opened: object, content: bytes) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    with pytest.raises(ForeignDatabase, match="no ledger"):
        opened(str(path))  # type: ignore[operator]
    assert path.read_bytes() == content


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(ForeignDatabase, match="it is no file"):
        open_reader(str(tmp_path))


def test_a_newer_ledger_asks_for_a_newer_muster(url: str) -> None:
    with open_ledger(url) as ledger:
        path = sqlite_file(url)
    assert path is not None
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(LedgerError, match="written by a newer Muster"):
        open_reader(url)
    del ledger


def test_a_locked_ledger_says_so(url: str, page: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muster.ledger.store.PATIENCE", 0.05)
    with open_ledger(url) as ledger:
        other = sqlite3.connect(sqlite_file(url) or "", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="in use by another program"):
            ledger.append([entry_of(page)])
        other.close()


def test_a_damaged_ledger_says_so(url: str, page: Document) -> None:
    with open_ledger(url, clock) as ledger:
        ledger.append([entry_of(page)])
    path = sqlite_file(url)
    assert path is not None
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"ledger\.db is damaged"), open_reader(url) as reader:
        claims(reader)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_ledger_is_read_and_not_written(url: str, page: Document) -> None:
    with open_ledger(url, clock) as ledger:
        ledger.append([entry_of(page)])
    path = sqlite_file(url)
    assert path is not None
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_reader(url) as reader:
            assert len(claims(reader)) == 2
        with pytest.raises(ReadOnlyLedger), open_ledger(url) as ledger:
            ledger.append([entry_of(Document("other", "Nothing."))])
    finally:
        path.parent.chmod(0o755)


def test_a_refusal_to_write_is_a_read_only_ledger(url: str) -> None:
    with open_ledger(url):
        pass
    connection = sqlite3.connect(f"{(sqlite_file(url) or Path()).as_uri()}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError) as raised:
        connection.execute("DELETE FROM claims")
    connection.close()
    assert isinstance(in_plain_words(raised.value, "here"), ReadOnlyLedger)


def test_addresses_of_files_and_servers() -> None:
    assert sqlite_file("sqlite:///a/b.db") == Path("a/b.db")
    assert sqlite_file("sqlite:////a/b.db") == Path("/a/b.db")
    assert sqlite_file("~/b.db") == Path("~/b.db").expanduser()
    assert sqlite_file("postgresql://host/muster") is None
    with pytest.raises(LedgerError, match="names no file"):
        sqlite_file("sqlite://")


def test_a_password_is_never_shown() -> None:
    assert shown("postgresql://ana:secret@host:5432/muster") == "postgresql://host/muster"


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(LedgerError, match="no address of a ledger"):
        open_ledger("gopher://host/muster")


@pytest.mark.parametrize("url", ["mysql://ann:secret@host/x", "bogus://x", "postgresql://ann:secret@host:port/x"])
def test_an_address_of_another_kind_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(LedgerError, match="no address of a ledger") as refused:
        open_reader(url)
    assert "secret" not in str(refused.value)
