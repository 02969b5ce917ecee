"""A file becomes a document whose text is what was in the file."""

from pathlib import Path

import pytest

from muster.errors import NoSuchFile, NotText, ReadError
from muster.read import Sidecar, read_bytes, read_document


def test_the_text_is_that_of_the_file_and_the_facts_those_of_the_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Troops arrive\r\n\r\nSome 40 soldiers came on Monday.\r\n")
    document = read_document(path, "report", Sidecar(published="2023-06-05", publisher="Example Wire"))
    assert document.text == "Troops arrive\r\n\r\nSome 40 soldiers came on Monday.\r\n"
    assert (document.name, document.published, document.publisher) == ("report", "2023-06-05", "Example Wire")
    assert [document.text[s.start : s.end] for s in document.segments] == [
        "Troops arrive",
        "Some 40 soldiers came on Monday.",
    ]


def test_without_facts_nothing_is_filled_in() -> None:
    document = read_bytes(b"Troops arrived on 5 June 2023.", "note")
    assert (document.published, document.publisher, document.title, document.url) == (None, None, None, None)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match="no such file"):
        read_document(tmp_path / "nowhere.txt", "nowhere")
    with pytest.raises(ReadError, match="cannot be read"):
        read_document(tmp_path, "folder")


def test_bytes_are_named_in_messages() -> None:
    with pytest.raises(NotText, match=r"^note: "):
        read_bytes(b"", "note")
