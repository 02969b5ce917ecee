"""`muster explain` as a user runs it, with the real language work."""

import json
from pathlib import Path

import pytest

from command_line import Muster


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("UNIFIL has 9,500 troops. Ghana sent 200 soldiers to Lebanon on Monday.", encoding="utf-8")
    return path


def test_each_sentence_is_explained_with_its_claims_and_their_rules(muster: Muster, page: Path) -> None:
    shown = muster("explain", page, "--published", "2024-05-08")
    assert shown.status == 0
    assert "   1  UNIFIL has 9,500 troops." in shown.out
    assert "both readers make it, by strength: " in shown.out
    assert "movement of unifil: 200" in shown.out
    assert "6 May 2024" in shown.out


def test_one_sentence_can_be_asked_for(muster: Muster, page: Path) -> None:
    (read,) = json.loads(muster("explain", page, "--sentence", "2", "--json").out)["sentences"]
    assert read["text"] == "Ghana sent 200 soldiers to Lebanon on Monday."
    assert read["claims"][0]["kind"] == "movement"


@pytest.mark.parametrize("number", ["0", "3", "two", "-1"])
def test_a_sentence_that_is_not_there_is_refused(muster: Muster, page: Path, number: str) -> None:
    shown = muster("explain", page, f"--sentence={number}")
    assert shown.status != 0
    assert "sentences 1 to 2" in shown.err or "Usage" in shown.err


def test_a_folder_and_a_file_that_is_not_there_are_refused(muster: Muster, page: Path) -> None:
    assert f"{page.parent}: a folder; give one of its files, such as {page}." in muster("explain", page.parent).err
    assert "no such file" in muster("explain", page.parent / "leaf.txt").err


def test_explaining_stores_nothing(muster: Muster, page: Path) -> None:
    muster("explain", page)
    assert "no ledger yet" in muster("documents").err
