"""Paths become sources with names."""

import os
from pathlib import Path

import pytest

from muster.errors import NoSuchFile, ReadError
from muster.read import bytes_of, find_documents


def _write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Troops arrived.")
    return path


def test_a_file_is_named_by_itself_whatever_its_ending(tmp_path: Path) -> None:
    report = _write(tmp_path / "report.2023.md")
    assert [(s.path, s.name) for s in find_documents([report])] == [(report, "report.2023")]


def test_a_folder_is_walked_in_order_and_names_are_paths_below_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.text", "a/c.TXT", "a/c.json", ".hidden/d.txt", "a/.e.txt"):
        _write(tmp_path / name)
    assert [s.name for s in find_documents([tmp_path])] == ["a/c", "a/z", "b"]


def test_missing_paths_and_empty_folders_say_so(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"nowhere: no such file"):
        list(find_documents([tmp_path / "nowhere"]))
    with pytest.raises(NoSuchFile, match="no document in this folder"):
        list(find_documents([tmp_path]))


def test_what_cannot_be_read_is_given_so_that_reading_it_says_why(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "self").symlink_to(tmp_path)
    found = list(find_documents([tmp_path]))
    assert [s.name for s in found] == ["a", "gone", "pipe"]
    with pytest.raises(NoSuchFile, match="gone"):
        bytes_of(found[1].path)
    with pytest.raises(ReadError, match="a pipe or a device"):
        bytes_of(found[2].path)


def test_a_folder_that_cannot_be_listed_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "a.txt")
    closed = tmp_path / "closed"
    closed.mkdir()
    listed = os.scandir

    def scandir(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [s.path for s in find_documents([tmp_path])] == [tmp_path / "a.txt", closed]
    assert [s.name for s in find_documents([closed])] == ["closed"]
