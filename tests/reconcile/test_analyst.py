"""The commands against what an analyst wrote by hand from the same pages (tests/reconcile/analyst), from page to print.

What Muster does not yet read as the analyst does is listed in MISSES with its reason; a miss that is mended must leave
the list.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from muster.ledger import open_ledger, open_reader
from muster.model.claim import Status
from muster.pipeline import add_files, find_files
from muster.query import brief
from muster.query import diff as difference
from muster.show.changes import diff_as_dict
from muster.show.plain import brief_as_dict

ANSWERS = Path(__file__).parent / "analyst"
REPOSITORY = Path(__file__).parents[2]
Told = dict[str, Any]

MISSES: dict[str, str] = {}


def answer(name: str) -> Told:
    return dict(yaml.safe_load((ANSWERS / f"{name}.yaml").read_text("utf-8")))


def expected(name: str, *path: str, asked: str = "") -> list[Any]:
    """The answers under a key, each a case of its own; what is known to be missed is expected to fail.

    `asked` is put before a label where the same answers are asked about for a second thing.
    """
    found: Any = answer(name)
    for key in path:
        found = found[key]
    cases = found.items() if isinstance(found, dict) else ((str(i), one) for i, one in enumerate(found))
    return [_case(f"{asked}{name} {' '.join(path)} {key}", key, one) for key, one in cases]


def _case(label: str, key: str, one: Any) -> Any:
    marks = [pytest.mark.xfail(reason=MISSES[label], strict=True)] if label in MISSES else []
    return pytest.param(key, one, id=label, marks=marks)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The examples, and the two seeds where they are at hand, in one ledger."""
    url = f"sqlite:///{tmp_path_factory.mktemp('analyst') / 'ledger.db'}"
    seeds = REPOSITORY.parent / "shared" / "gold" / "seeds"
    folders = [REPOSITORY / "examples", *([seeds] if seeds.is_dir() else [])]
    with open_ledger(url) as opened:
        for _ in add_files(opened, find_files(folders)):
            pass
    return url


def state(ledger: str, on: str, known_by: str | None = None) -> Told:
    with open_reader(ledger) as reader:
        return dict(json.loads(json.dumps(brief_as_dict(brief(reader, "kfor", on, known_by)))))


@pytest.fixture(scope="module")
def june(ledger: str) -> Told:
    return state(ledger, "2023-06-10")


@pytest.fixture(scope="module")
def october(ledger: str) -> Told:
    return state(ledger, "2023-10-15")


@pytest.fixture(scope="module")
def everything(ledger: str) -> Told:
    return state(ledger, "2026-11-23")


def figures(series: list[Told], country: str | None, status: str = "actual") -> Iterator[Told]:
    for one in series:
        if one["country"] == country and one["status"] == status and one["component"] == "military" and one["state"]:
            yield one["state"]


@pytest.mark.parametrize("name", ["force-2023-06-10", "force-2023-10-15"])
def test_the_commander(name: str, june: Told, october: Told) -> None:
    told = {"force-2023-06-10": june, "force-2023-10-15": october}[name]
    (serving,) = [one for one in told["command"] if one["serving"] and one["role"].casefold() == "force commander"]
    assert {slot: serving[slot] for slot in ("holder", "country")} == answer(name)["command"]


@pytest.mark.parametrize("name", ["force-2023-06-10", "force-2023-10-15"])
def test_the_strength(name: str, june: Told, october: Told) -> None:
    told = {"force-2023-06-10": june, "force-2023-10-15": october}[name]
    wanted = answer(name)["strength"]
    for status in [one for one in (*Status,) if one in wanted]:
        (found,) = figures(told["strength"], None, status)
        assert found["figure"]["count"] == wanted[status]
        assert found["best"] not in wanted["not"]


@pytest.mark.parametrize(("country", "wanted"), expected("force-2023-06-10", "contingents"))
def test_contingents_in_june(country: str, wanted: Told, june: Told) -> None:
    (found,) = figures(june["contingents"], country)
    assert {slot: found[slot] for slot in wanted} == wanted


@pytest.mark.parametrize(("country", "wanted"), expected("force-2023-10-15", "contingents"))
def test_contingents_in_october(country: str, wanted: Told, october: Told) -> None:
    (found,) = figures(october["contingents"], country)
    assert (found["best"], found["stale"]) == (wanted["best"], wanted["stale"])
    assert found["figure"]["count"].get("rel", "exact") == wanted.get("rel", "exact")
    if "rank_said" in wanted:
        assert found["told_rank"] == wanted["rank_said"]


@pytest.mark.parametrize("country", answer("force-2023-10-15")["absent"])
def test_who_is_not_there(country: str, october: Told) -> None:
    assert list(figures(october["contingents"], country)) == []


def test_what_the_contingents_leave_over(june: Told) -> None:
    wanted = answer("force-2023-06-10")
    parts = [one["best"] for country in wanted["contingents"] for one in figures(june["contingents"], country)]
    assert sum(parts) == wanted["contingents_sum"]
    (account,) = [one for one in june["accounts"] if one["about"] == "contingents"]
    assert (account["residual"]["low"] if isinstance(account["residual"], dict) else account["residual"][0]) <= wanted[
        "residual_at_most"
    ]


def test_the_account_of_tuerkiye(october: Told) -> None:
    wanted = answer("force-2023-10-15")["account"]
    (account,) = [one for one in october["accounts"] if one["subject"] == wanted["country"]]
    assert account["opening"]["count"]["best"] == wanted["earlier"]
    assert [one["count"]["best"] for one in account["additions"]] == [wanted["arrivals"]]
    assert account["reported"]["count"]["best"] == wanted["reported"]
    assert account["quoted"] == wanted["residual"]


def test_how_many_nations(october: Told) -> None:
    told = [one for series in october["strength"] for one in series["points"] if series["status"] == "actual"]
    nations = [one["nations"] for one in told if one.get("nations")]
    assert answer("force-2023-10-15")["strength"]["nations"] == nations[0]


def chain_of(told: Told, actor: str, direction: str) -> Told:
    found = [one for one in told["movements"] if (one["actor"], one["direction"]) == (actor, direction)]
    return max(found, key=lambda one: len(one["stages"]))


@pytest.mark.parametrize(("_key", "wanted"), expected("chain", "cases"))
def test_reinforcement_chains(_key: str, wanted: Told, everything: Told) -> None:
    chain = chain_of(everything, wanted["actor"], wanted["direction"])
    stages = {stage["stage"]: stage["when"] for stage in chain["stages"]}
    for stage, day in wanted.get("stages", {}).items():
        earliest, latest = stages[stage]["earliest"] or "", stages[stage]["latest"] or "9999"
        assert earliest <= str(day) <= latest, (stage, stages)
    for name in ("planned", "arrived"):
        if name in wanted:
            assert chain[name]["count"]["best"] == wanted[name]
    if "days_from_announcement_to_arrival" in wanted:
        (delay,) = [one for one in chain["delays"] if (one["from"], one["to"]) == ("announced", "arrived")]
        assert delay["days"]["low"] == wanted["days_from_announcement_to_arrival"]
    assert not set(stages) & set(wanted.get("never", []))
    if "year" in wanted:
        assert stages["left"]["earliest"].startswith(str(wanted["year"]))


@pytest.mark.parametrize(
    ("_key", "wanted"),
    [one for one in expected("chain", "cases", asked="who asked: ") if "requested_by" in one.values[1]],
)
def test_who_asked_for_reinforcements(_key: str, wanted: Told, everything: Told) -> None:
    chain = chain_of(everything, wanted["actor"], wanted["direction"])
    assert any(wanted["requested_by"] in asked for asked in chain["asked_by"])


def test_the_army_next_door_is_no_part_of_the_force(everything: Told) -> None:
    actors = {one["actor"] for one in everything["movements"]}
    assert not actors & set(answer("chain")["never_of_the_force"])


def numbers(one: Told) -> set[int]:
    return {n for figure in one["figures"] if (n := (figure.get("count") or {}).get("best")) is not None}


@pytest.mark.parametrize(("_key", "wanted"), expected("conflicts", "conflicts"))
def test_disagreements(_key: str, wanted: Told, everything: Told) -> None:
    about = [one for one in everything["contradictions"] if _is_about(one, wanted)]
    assert about, "nothing of the kind is said to disagree"
    assert {one["type"] for one in about} & set(wanted["types"])
    if "figures" in wanted:
        assert set().union(*map(numbers, about)) >= set(wanted["figures"])
    if "chosen" in wanted:
        chosen = {one["chosen"] for one in about}
        told = {figure["claim"]: figure for one in about for figure in one["figures"]}
        values = [(told[c].get("count") or {}).get("best", told[c].get("when")) for c in chosen if c in told]
        assert (wanted["chosen"] if isinstance(wanted["chosen"], int) else str(wanted["chosen"])) in values


def _is_about(one: Told, wanted: Told) -> bool:
    subject = wanted.get("group") or wanted.get("country") or wanted.get("actor") or wanted.get("holder") or ""
    # A country's figures may be told as its contingent, as what it sends, or as an account of its strength.
    told_as = ("contingent", "movement", "strength")
    about = told_as if subject and wanted["about"] in told_as else (wanted["about"],)
    spoken_of = f"{one['subject'] or ''} {one['place'] or ''}"
    near = str(wanted.get("place", "")) in spoken_of
    return one["about"] in about and subject.casefold() in spoken_of.casefold() and near


@pytest.mark.parametrize("wanted", answer("conflicts")["no_conflict"], ids=str)
def test_what_hedges_allow_is_no_conflict(wanted: Told, everything: Told) -> None:
    conflicts = [one for one in everything["contradictions"] if one["type"] == "conflict"]
    assert not [one for one in conflicts if one["about"] == wanted["about"] and numbers(one) == set(wanted["figures"])]


@pytest.fixture(scope="module")
def changed(ledger: str) -> Told:
    with open_reader(ledger) as reader:
        found, _ = difference(reader, "kfor", "2023-05-30", "2023-06-05")
    return dict(json.loads(json.dumps(diff_as_dict(found))))


def _matches(claim: Told | None, wanted: Told) -> bool:
    if claim is None:
        return False
    best = wanted.get("best", wanted.get("planned"))
    number = best is None or (claim.get("count") or {}).get("best") == best
    return number and claim.get("status", "actual") == wanted.get("status", claim.get("status", "actual"))


SECTIONS = {"chain": "movements", "contingent": "contingents", "strength": "strength", "wounded": "incidents"}


@pytest.mark.parametrize(("_key", "wanted"), expected("diff-2023-05-30-2023-06-05", "new"))
def test_what_was_new_by_5_june(_key: str, wanted: Told, changed: Told) -> None:
    subject = wanted.get("actor") or wanted.get("country") or wanted.get("group") or ""
    found = [
        one
        for one in changed["changes"]
        if one["section"] == SECTIONS[wanted["about"]] and (not subject or subject in one["subject"])
    ]
    assert any(_matches(one["after"], wanted) for one in found)
    names = {name.rpartition("/")[2] for one in found for by in one["by"] for name in by["names"]}
    assert wanted["sentence_from"] in names


def believed(ledger: str, day: str, wanted: Told) -> list[Told]:
    """What was believed on the day, as known on it, of what the analyst says stayed the same."""
    told = state(ledger, day, day)
    if wanted["about"] == "strength":
        return [one["figure"]["count"] for one in figures(told["strength"], None)]
    if wanted["about"] == "command":
        return [one for one in told["command"] if one["serving"]]
    tolls = [toll for event in told["incidents"] for toll in event["tolls"] if toll["outcome"] == wanted["about"]]
    return [toll for toll in tolls if toll["group"] == wanted["group"]]


@pytest.mark.parametrize(("_key", "wanted"), expected("diff-2023-05-30-2023-06-05", "same"))
@pytest.mark.parametrize("day", ["2023-05-30", "2023-06-05"])
def test_what_was_believed_on_both_days(day: str, _key: str, wanted: Told, ledger: str) -> None:
    told = {slot: value for slot, value in wanted.items() if slot not in ("about", "group")}
    assert told in [{slot: one.get(slot) for slot in told} for one in believed(ledger, day, wanted)]


@pytest.mark.parametrize(("_key", "wanted"), expected("diff-2023-05-30-2023-06-05", "not_yet"))
def test_what_was_not_known_yet(_key: str, wanted: Told, changed: Told) -> None:
    found = [one for one in changed["changes"] if one["section"] == SECTIONS[wanted["about"]]]
    assert not any(_matches(one["after"], {"status": "actual", **wanted}) for one in found)
