"""The walk through the program as a user takes it, with a stand-in for the language work."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Muster, Ran
from muster import query

pytestmark = pytest.mark.usefixtures("no_language_work")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with a dated page below it, an undated one, and one that cannot be read."""
    folder = tmp_path / "pages"
    (folder / "wire").mkdir(parents=True)
    (folder / "wire" / "dated.txt").write_text("There are 40 soldiers from Norway in KFOR.", encoding="utf-8")
    (folder / "wire" / "dated.yaml").write_text("published: 2023-06-05\npublisher: The Wire\n", encoding="utf-8")
    (folder / "undated.txt").write_text("Zvečan: 55 soldiers from Norway went home.", encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def lines(shown: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in shown.out.splitlines()]


def test_extract_prints_claims_as_the_contract_has_them(muster: Muster, pages: Path) -> None:
    first, second = lines(muster("extract", pages / "wire", pages / "undated.txt", "--json"))
    assert first["doc"] == "dated"
    assert (first["kind"], first["operation"], first["country"]) == ("contingent", "kfor", "NO")
    assert (first["count"], first["when"]) == ({"best": 40}, "2023-06-05")
    assert second["doc"] == "undated"
    assert second["spans"] == [{"start": 8, "end": 19, "quote": "55 soldiers"}]
    assert "when" not in second


def test_extract_names_documents_by_their_path_below_the_folder(muster: Muster, pages: Path) -> None:
    shown = muster("extract", pages, "--json")
    assert [claim["doc"] for claim in lines(shown)] == ["undated", "wire/dated"]
    assert shown.status == 1
    assert "empty.txt" in shown.err


def test_extract_dates_with_the_day_given_what_nothing_else_dates(muster: Muster, pages: Path) -> None:
    shown = muster("extract", pages / "wire", pages / "undated.txt", "--published", "2023-07-01", "--json")
    assert [claim["when"] for claim in lines(shown)] == ["2023-06-05", "2023-07-01"]


def test_extract_shows_people_the_claims_with_their_words(muster: Muster, pages: Path) -> None:
    shown = muster("extract", pages / "wire" / "dated.txt")
    assert "dated, 5 Jun 2023" in shown.out
    assert "“40 soldiers”" in shown.out


def test_extract_stores_nothing(muster: Muster, pages: Path) -> None:
    muster("extract", pages)
    assert "no ledger yet" in muster("documents").err


def test_add_says_what_is_new_known_and_refused(muster: Muster, pages: Path) -> None:
    first, second = muster("add", pages), muster("add", pages)
    assert first.out.splitlines()[-1] == "3 documents: 2 new, 1 refused. 2 new claims."
    assert second.out.splitlines()[-1] == "3 documents: 2 known, 1 refused. 0 new claims."
    assert first.status == second.status == 1
    assert "empty.txt" in first.err


def test_adding_twice_changes_no_answer(muster: Muster, pages: Path) -> None:
    questions = [("claims", "--json"), ("documents", "--json"), ("operations", "--json"), ("brief", "kfor", "--json")]
    muster("add", pages / "wire")
    before = [muster(*question).out for question in questions]
    muster("add", pages / "wire")
    assert [muster(*question).out for question in questions] == before


def test_add_keeps_what_it_refuses_as_a_warning(muster: Muster, pages: Path) -> None:
    muster("add", pages, pages / "missing")
    (empty, missing) = lines(muster("warnings", "--json"))
    assert empty["path"].endswith("empty.txt")
    assert missing["path"].endswith("missing")
    assert "empty.txt" in muster("warnings").out


def test_publisher_and_day_given_hold_for_documents_that_do_not_say(muster: Muster, pages: Path) -> None:
    muster("add", pages / "wire", pages / "undated.txt", "--publisher", "The Herald", "--published", "2023-07-01")
    cards = lines(muster("documents", "--json"))
    assert {(card["publisher"], card["published"], card["dated_by"]) for card in cards} == {
        ("The Wire", "2023-06-05", "sidecar"),
        ("The Herald", "2023-07-01", "option"),
    }


def test_claims_are_filtered(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    assert len(lines(muster("claims", "--json"))) == 2
    for option, value in [("--operation", "kfor"), ("--kind", "contingent"), ("--tier", "candidate")]:
        assert len(lines(muster("claims", option, value, "--json"))) == 2, option
    for option, value in [("--since", "2023-06-01"), ("--until", "2023-06-30"), ("--document", "dated")]:
        assert [one["count"]["best"] for one in lines(muster("claims", option, value, "--json"))] == [40], option
    assert muster("claims", "--kind", "strength", "--json").out == ""


@pytest.mark.parametrize("asked", [("extract",), ("claims",), ("brief", "kfor")])
def test_either_tier_can_be_asked_for_and_no_other(muster: Muster, pages: Path, asked: tuple[str, ...]) -> None:
    muster("add", pages / "wire")
    words = [*asked, pages / "wire"] if asked == ("extract",) else asked
    assert "40" in muster(*words, "--tier", "candidate").out
    assert "40" not in muster(*words, "--tier", "confirmed").out
    refused = muster(*words, "--tier", "sure")
    assert (refused.status, refused.out) == (1, "")
    assert "--tier sure: there is none of that name; choose from confirmed, candidate." in refused.err


def test_why_leads_from_an_id_to_the_sentence(muster: Muster, pages: Path) -> None:
    muster("add", pages / "wire")
    (claim,) = lines(muster("claims", "--json"))
    shown = muster("why", claim["claim"][:8])
    assert "There are »40 soldiers« from Norway in KFOR." in shown.out
    assert "The Wire" in shown.out


def test_date_dates_a_page_and_resolves_its_claims_again(muster: Muster, pages: Path) -> None:
    muster("add", pages / "undated.txt")
    first, second = muster("date", "undated", "2023-07-01"), muster("date", "undated", "2023-07-01")
    (claim,) = lines(muster("claims", "--json"))
    assert claim["when"] == "2023-07-01"
    assert first.out.startswith("undated is now dated 2023-07-01")
    assert second.out.startswith("undated was already dated 2023-07-01")


def test_brief_shows_the_figure_its_source_and_an_id_that_why_takes(muster: Muster, pages: Path) -> None:
    muster("add", pages / "wire")
    shown = muster("brief", "kfor", "--on", "2023-06-10").out
    (claim,) = lines(muster("claims", "--json"))
    assert "The Wire" in shown
    assert "40" in shown
    assert claim["claim"][:8] in shown
    assert "40" not in muster("brief", "kfor", "--on", "2023-06-01").out


def test_operations_are_listed_with_what_is_known_of_them(muster: Muster, pages: Path) -> None:
    muster("add", pages)
    (kfor,) = lines(muster("operations", "--json"))
    assert (kfor["operation"], kfor["claims"], kfor["documents"], kfor["first"]) == ("kfor", 2, 2, "2023-06-05")
    assert "kfor" in muster("operations").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract", "missing.txt"], "missing.txt: no such file"),
        (["extract", "missing.txt", "--published", "2023-02-30"], "“2023-02-30” is no day: write YYYY-MM-DD"),
        (["brief", "kfor", "--on", "yesterday"], "“yesterday” is no day: write YYYY-MM-DD"),
        (["brief", "kfro"], "no operation “kfro” is known: did you mean kfor"),
        (["why", "ffffffff"], "no claim begins with “ffffffff”"),
        (["why", "ff"], "“ff” is too short"),
        (["date", "nowhere", "2023-06-05"], "no document “nowhere”"),
        (["date", "dated", "2023-13-05"], "“2023-13-05” is no day"),
        (["claims", "--kind", "weather"], "--kind weather: there is none of that name; choose from strength"),
        (["claims", "--status", "true"], "--status true: there is none of that name; choose from actual"),
        (["claims", "--document", "nowhere"], "no document “nowhere”"),
        (["score", "missing"], "missing is no folder"),
        (["breif"], "there is no command 'breif'; did you mean brief?"),
        (["weather"], "there is no command 'weather'; muster --help lists the commands."),
    ],
)
def test_what_is_wrong_is_one_sentence_and_a_status(
    muster: Muster, pages: Path, arguments: list[str], told: str
) -> None:
    muster("add", pages / "wire")
    shown = muster(*arguments)
    assert shown.status == 1
    assert shown.err.startswith(f"muster: {told}")
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_wrong_option_is_explained(muster: Muster) -> None:
    shown = muster("claims", "--kin", "strength")
    assert shown.status == 2
    assert "No such option: --kin" in shown.err


@pytest.mark.parametrize("content", [b"", b"\x7fELF\x00\x01", b"caf\xc3", b"\n \n"])
def test_what_is_no_text_is_refused_with_the_file_named(muster: Muster, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(content)
    shown = muster("add", file)
    assert shown.status == 1
    assert shown.err.startswith(f"muster: {file}: ")
    assert "Traceback" not in shown.err


def test_a_folder_without_documents_is_an_error(muster: Muster, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    shown = muster("add", tmp_path / "empty")
    assert shown.status == 1
    assert "no document in this folder" in shown.err


def test_a_foreign_database_is_left_alone(muster: Muster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"this is no database at all, but a file of a kilobyte of text" * 20)
    monkeypatch.setenv("MUSTER_DATABASE", f"sqlite:///{foreign}")
    before = foreign.read_bytes()
    for arguments in (["documents"], ["add", tmp_path], ["brief", "kfor"]):
        shown = muster(*arguments)
        assert shown.status == 1
        assert "is no ledger" in shown.err
    assert foreign.read_bytes() == before


def test_a_settings_file_with_a_fault_is_named(muster: Muster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("database = 7", encoding="utf-8")
    monkeypatch.setenv("MUSTER_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.delenv("MUSTER_DATABASE")
    assert "the setting database is 7" in muster("documents").err


@pytest.mark.parametrize("arguments", [["documents"], ["extract", "page.txt"]])
def test_interruption_is_said(
    muster: Muster, pages: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    muster("add", pages)
    monkeypatch.setattr(query, "documents", interrupted)
    monkeypatch.setattr("muster.pipeline.find_files", interrupted)
    shown = muster(*arguments)
    assert shown.status == 130
    assert shown.err.startswith("muster: interrupted")


def test_score_prints_figures_errors_and_a_status(muster: Muster, tmp_path: Path) -> None:
    text = "There are 40 soldiers here. The other 55 soldiers went home."
    gold = {"kind": "contingent", "operation": "kfor", "country": "NO", "count": {"best": 40}, "evidence": ["40"]}
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    (tmp_path / "page.json").write_text(json.dumps({"claims": [gold]}), encoding="utf-8")
    shown = muster("score", tmp_path)
    assert shown.status == 0
    assert shown.out.splitlines()[-1].startswith("all         P 0.500  R 1.000  F1 0.667")
    assert json.loads(muster("score", tmp_path, "--json").out)["recall"] == 1
    assert muster("score", tmp_path, "--min-f1", "0.9").status == 1
    assert muster("score", tmp_path, "--errors").out.startswith('["page", "false", "contingent"')
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(muster("extract", tmp_path, "--json").out, encoding="utf-8")
    assert muster("score", tmp_path, "--predicted", predicted).out == shown.out


def test_score_tells_what_was_held_back_apart(muster: Muster, tmp_path: Path) -> None:
    gold = {"kind": "contingent", "operation": "kfor", "country": "NO", "count": {"best": 40}, "evidence": ["40"]}
    missed = {**gold, "count": {"best": 7}}
    for name, claim in (("set/seen", gold), ("set/kept", missed)):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.with_suffix(".txt").write_text("There are 40 soldiers here.", encoding="utf-8")
        file.with_suffix(".json").write_text(json.dumps({"claims": [claim]}), encoding="utf-8")
    listed = tmp_path / "held.txt"
    listed.write_text("# not to be looked at\nset/kept\n", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "set"):
        held, others = muster("score", folder, "--held-back", listed).out.splitlines()
        assert held.startswith("held back   P 0.000  R 0.000")
        assert others.startswith("others      P 1.000  R 1.000")
        told = json.loads(muster("score", folder, "--held-back", listed, "--json").out)
        assert (told["held_back"]["f1"], told["others"]["f1"]) == (0, 1)
        assert "kept" not in muster("score", folder, "--held-back", listed, "--errors").out
    listed.write_text("set/other\n", encoding="utf-8")
    shown = muster("score", tmp_path, "--held-back", listed)
    assert (shown.status, shown.out) == (1, "")
    assert "names no document of" in shown.err
