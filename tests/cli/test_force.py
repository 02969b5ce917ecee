"""`muster force` and `muster conflicts` as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Muster

pytestmark = pytest.mark.usefixtures("no_language_work")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages that count one contingent otherwise."""
    for name, number, day in (("one", 40, "2023-06-05"), ("two", 55, "2023-06-07")):
        (tmp_path / f"{name}.txt").write_text(f"There are {number} soldiers from Norway in KFOR.", encoding="utf-8")
        sidecar = f"published: {day}\npublisher: The {name.title()}\n"
        (tmp_path / f"{name}.yaml").write_text(sidecar, encoding="utf-8")
    return tmp_path


def test_force_shows_the_state_of_the_day_asked(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    assert "40" in muster("force", "kfor", "--on", "2023-06-06").out
    told = muster("force", "kfor", "--on", "2023-06-30").out
    assert "Norway" in told
    assert "55" in told


def test_force_marks_as_stale_what_is_older_than_asked(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    assert "stale" not in muster("force", "kfor", "--on", "2023-07-30").out
    assert "stale" in muster("force", "kfor", "--on", "2023-07-30", "--stale-after", "30").out


def test_a_limit_that_is_no_number_of_days_is_refused(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    shown = muster("force", "kfor", "--stale-after", "soon")
    assert (shown.status, shown.out) == (1, "")
    assert "number of days" in shown.err


def test_force_and_conflicts_as_json_and_csv(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    asked = ("kfor", "--on", "2023-06-30")
    told = json.loads(muster("force", *asked, "--json").out)
    assert [one["state"]["best"] for one in told["contingents"]] == [55]
    (conflict,) = json.loads(muster("conflicts", *asked, "--json").out)
    assert [figure["count"]["best"] for figure in conflict["figures"]] == [55, 40]
    rows = list(csv.DictReader(io.StringIO(muster("force", *asked, "--csv").out)))
    assert [(row["country"], row["best"], row["share"]) for row in rows] == [("NO", "55", "")]
    parts = list(csv.DictReader(io.StringIO(muster("conflicts", *asked, "--csv").out)))
    assert [row["part"] for row in parts] == ["taken", "set aside"]


def test_what_was_published_later_was_not_known(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    assert "Nothing disagrees." in muster("conflicts", "kfor", "--on", "2023-06-30", "--known-by", "2023-06-06").out
