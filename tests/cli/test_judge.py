"""`muster judge`: the record follows at once, and back."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from command_line import Muster

pytestmark = pytest.mark.usefixtures("no_language_work")


@pytest.fixture
def claim(muster: Muster, tmp_path: Path) -> str:
    """The id of the one claim in the ledger: Norway has 40 soldiers in KFOR."""
    page = tmp_path / "page.txt"
    page.write_text("Norway has 40 soldiers in KFOR.", encoding="utf-8")
    muster("add", page, "--published", "2023-06-01")
    return str(json.loads(muster("claims", "--json").out)["claim"])


def figures(muster: Muster) -> list[int]:
    brief = json.loads(muster("brief", "kfor", "--on", "2023-06-02", "--json").out)
    return [point["count"]["best"] for series in brief["contingents"] for point in series["points"]]


def test_a_correction_changes_the_record_and_undoing_it_brings_the_old_one_back(muster: Muster, claim: str) -> None:
    assert figures(muster) == [40]
    told = muster("judge", "correct", claim[:8], "--set", "count=at-least 45", "--reason", "the table says so")
    assert told.out.startswith(f"judgement 1: correct {claim[:12]}")
    assert figures(muster) == [45]
    assert muster("judge", "undo", "1").out == f"judgement 1 (correct {claim[:12]}) is withdrawn.\n"
    assert figures(muster) == [40]


def test_a_rejected_claim_is_gone_from_the_record_but_not_from_the_ledger(muster: Muster, claim: str) -> None:
    muster("judge", "reject", claim)
    assert figures(muster) == []
    told = muster("why", claim)
    assert told.status == 0
    assert "judged        reject by" in told.out


def test_what_was_corrected_leads_to_its_sentence_and_to_the_correction(muster: Muster, claim: str) -> None:
    muster("judge", "correct", claim, "--set", "count=at-least 45", "--author", "Inés", "--reason", "see table")
    brief = json.loads(muster("brief", "kfor", "--on", "2023-06-02", "--json").out)
    (shown,) = [point["claim"] for series in brief["contingents"] for point in series["points"]]
    told = muster("why", shown).out
    assert "Norway has »40 soldiers« in KFOR." in told
    assert "correct count=at-least 45 by Inés" in told
    assert "see table" in told
    muster("judge", "undo", "1")
    assert "judged" not in muster("why", shown).out


def test_the_list_says_who_decided_what_and_why(muster: Muster, claim: str) -> None:
    muster("judge", "accept", claim, "--author", "Inés", "--reason", "read it twice")
    muster("judge", "same", "place:Zvečan", "place:Zvecan", "--author", "Omar")
    muster("judge", "undo", "2", "--author", "Omar")
    assert "Inés" in muster("judge", "list").out
    assert "Zvečan" not in muster("judge", "list").out
    everything = [json.loads(line) for line in muster("judge", "list", "--all", "--json").out.splitlines()]
    assert [one["verdict"] for one in everything] == ["accept", "same"]
    assert everything[1]["withdrawn"]["author"] == "Omar"
    assert json.loads(muster("judge", "list", claim[:8], "--json").out)["number"] == 1


def test_the_setting_says_who_decides(muster: Muster, claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSTER_AUTHOR", "Desk 4")
    muster("judge", "accept", claim)
    assert json.loads(muster("judge", "list", "--json").out)["author"] == "Desk 4"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("approve", "CLAIM"), "no verdict “approve”"),
        (("correct", "CLAIM"), "changes at least one slot"),
        (("correct", "CLAIM", "--set", "speaker=NATO"), "has no slot speaker"),
        (("accept", "CLAIM", "place:Zvecan"), "said of one claim"),
        (("correct", "CLAIM", "--set", "country=Norwegen"), "no country's code"),
        (("correct", "CLAIM", "--set", "operation=KFOR"), "operation=kfor"),
        (("undo", "first"), "number of one judgement"),
        (("correct", "CLAIM", "--set", "count=30", "--set", "count=40"), "count is given twice"),
        (("undo", "²"), "number of one judgement"),
        (("undo", "9" * 30), "number of one judgement"),
        (("undo", "9"), "no judgement 9"),
        (("accept", "ffffffff"), "no claim begins with"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_a_sentence(
    muster: Muster, claim: str, words: tuple[str, ...], says: str
) -> None:
    refused = muster("judge", *(claim if word == "CLAIM" else word for word in words))
    assert refused.status == 1
    assert says in refused.err
    assert muster("judge", "list", "--all", "--json").out == ""


def test_the_list_of_claims_marks_what_was_decided_of_each(muster: Muster, claim: str) -> None:
    assert "judged" not in muster("claims").out
    assert json.loads(muster("claims", "--json").out)["judged"] is None
    muster("judge", "correct", claim, "--set", "count=at-least 45", "--author", "Inés")
    assert "corrected: count=at-least 45" in " ".join(muster("claims").out.split())
    muster("judge", "reject", claim, "--author", "Inés", "--reason", "another force")
    assert "rejected" in muster("claims").out
    marked = json.loads(muster("claims", "--json").out)["judged"]
    assert (marked["verdict"], marked["author"], marked["reason"]) == ("reject", "Inés", "another force")
    muster("judge", "undo", "2")
    muster("judge", "undo", "1")
    assert "judged" not in muster("claims").out


def test_the_list_of_claims_as_csv_has_a_row_for_each_with_its_words_and_judgement(muster: Muster, claim: str) -> None:
    muster("judge", "reject", claim, "--author", "Inés")
    (row,) = csv.DictReader(StringIO(muster("claims", "--csv").out))
    assert (row["claim"], row["kind"], row["best"], row["words"]) == (claim, "contingent", "40", "40 soldiers")
    assert (row["judged"], row["judged_by"], row["published"]) == ("rejected", "Inés", "2023-06-01")
