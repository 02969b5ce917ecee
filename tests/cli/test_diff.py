"""`muster diff`: what was believed on two days."""

import json
from pathlib import Path

import pytest

from command_line import Muster


@pytest.fixture
def pages(no_language_work: None, muster: Muster, tmp_path: Path) -> None:
    for name, words, day in (
        ("first", "Norway has 40 soldiers in KFOR.", "2023-06-01"),
        ("second", "Norway has 55 soldiers in KFOR.", "2023-07-01"),
    ):
        page = tmp_path / f"{name}.txt"
        page.write_text(words, encoding="utf-8")
        muster("add", page, "--published", day)


@pytest.mark.usefixtures("pages")
def test_it_says_what_changed_and_by_which_words(muster: Muster) -> None:
    told = muster("diff", "kfor", "--from", "2023-06-15", "--to", "2023-07-15").out
    assert "Norway: 40 personnel → 55 personnel" in told
    assert "“55 soldiers”" in told


@pytest.mark.usefixtures("pages")
def test_programs_get_the_same(muster: Muster) -> None:
    days = ("--from", "2023-06-15", "--to", "2023-07-15")
    (change,) = json.loads(muster("diff", "kfor", *days, "--json").out)["changes"]
    assert change["before"]["count"]["best"] == 40
    assert change["after"]["count"]["best"] == 55
    assert [by["quotes"] for by in change["by"]] == [["55 soldiers"]]
    head, row = muster("diff", "kfor", *days, "--csv").out.splitlines()
    assert head == "section,subject,before,after,claims,words"
    assert row.startswith("contingents,Norway,40 personnel,55 personnel,")


@pytest.mark.usefixtures("pages")
def test_a_span_in_which_nothing_was_reported_changes_nothing(muster: Muster) -> None:
    told = muster("diff", "kfor", "--from", "2023-06-15", "--to", "2023-06-20").out
    assert "Nothing changed; 1 thing stayed as before." in told


@pytest.mark.usefixtures("pages")
def test_days_are_asked_for_in_a_sentence(muster: Muster) -> None:
    assert "--from" in muster("diff", "kfor").err
    assert "is after" in muster("diff", "kfor", "--from", "2023-06-15", "--to", "2023-06-01").err
