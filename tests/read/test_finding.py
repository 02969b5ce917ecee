"""Paths become sources with names."""

from pathlib import Path

import pytest

from muster.errors import NoSuchFile
from muster.read import find_documents


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
