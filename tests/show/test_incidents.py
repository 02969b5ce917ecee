"""Incidents, chains and timelines as tables, CSV and JSON."""

import json

import pytest

from muster.model.brief import Brief
from muster.model.claim import Casualty, Incident, Movement, Status, Strength
from muster.model.count import Bounds, Count, Rel
from muster.model.events import Days
from muster.reconcile import record
from muster.reconcile.timeline import timeline
from muster.show.chains import chains_rows, chains_table, nested
from muster.show.event_words import days_words, left_over_words, missing_words, number_of_days
from muster.show.incidents import incidents_rows, incidents_table
from muster.show.plain_events import chain_as_dict, event_as_dict, moment_as_dict, response_as_dict
from muster.show.timeline import timeline_rows, timeline_table
from reconcile.sample_reports import report
from show.sample_brief import NAMES


def hurt(number: int, group: str = "peacekeepers", rel: Rel = Rel.EXACT) -> Casualty:
    return Casualty(outcome="wounded", group=group, count=Count(best=number, rel=rel))


REPORTS = [
    report(Incident(type="clash", means="stones"), "a", "2024-03-18", "2024-03-17", place="Naqoura"),
    report(hurt(25, rel=Rel.ABOUT), "a", "2024-03-18", "2024-03-17", at=20),
    report(hurt(30), "b", "2024-03-19", "2024-03-17", place="Naqoura"),
    report(hurt(11, "IE"), "b", "2024-03-19", "2024-03-17", at=20),
    report(hurt(18, "GH"), "b", "2024-03-19", "2024-03-17", at=40),
    report(
        Movement(actor="un", act="reinforce", count=Count(best=700), stage="announced", requested_by="the force"),
        "c",
        "2024-03-20",
        status=Status.PLANNED,
    ),
    report(
        Movement(actor="NP", act="deploy", count=Count(best=300), stage="completed", role="reserve"),
        "d",
        "2024-04-03",
        "2024-04-02",
    ),
]
BRIEF = Brief(record(REPORTS, "unifil", "2024-05-01"), NAMES, ())


def test_the_table_of_incidents_shows_how_the_count_rose_and_what_followed() -> None:
    shown = incidents_table(BRIEF, BRIEF.record.incidents, width=200)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "17 Mar 2024 clash: Naqoura, with stones" in " ".join(lines)
    assert any(line.startswith("peacekeepers, wounded 30 25–30") for line in lines)
    told = [line for line in lines if line.startswith("told ")]
    assert [line.split(" Mar")[0] for line in told] == ["told about 25 18", "told 30 19"]
    text = " ".join(lines)
    assert "Ghana 18 + Ireland 11 of 30 wounded: 1 left over" in text
    assert "then reinforcement by United Nations, announced after 3 days at most" in text


def test_the_table_of_chains_puts_countries_beneath_what_they_answer() -> None:
    shown = " ".join(chains_table(BRIEF, BRIEF.record.movements, width=140).split())
    assert [(chain.actor, depth) for chain, depth in nested(BRIEF.record.movements)] == [("un", 0), ("NP", 1)]
    assert "asked for by the force; planned 700; answers: Nepal" in shown
    assert "role 2 Apr 2024 as reserve" in shown


def test_the_table_of_a_timeline_is_in_the_order_of_time() -> None:
    moments = timeline(BRIEF.record)
    lines = timeline_table(BRIEF, moments, width=160).splitlines()
    assert [line.split("  ")[0] for line in lines if line.startswith(("17", "by", "2 "))] == [
        "17 Mar 2024",
        "by 20 Mar 2024",
        "by 20 Mar 2024",
        "2 Apr 2024",
    ]


def test_an_operation_of_which_nothing_is_told_says_so() -> None:
    empty = Brief(record([], "unifil", "2024-05-01"), NAMES, ())
    assert "no incidents told of United Nations Interim Force in Lebanon" in incidents_table(empty, ())
    assert "no movements told of" in chains_table(empty, ())
    assert "nothing told of these days" in timeline_table(empty, ())


def test_csv_has_a_row_for_every_count_step_and_entry_under_one_head() -> None:
    head, *counts = incidents_rows(BRIEF.record.incidents)
    assert all(len(row) == len(head) for row in counts)
    best = [dict(zip(head, row, strict=True)) for row in counts if row[list(head).index("chosen")] is True]
    assert {(one["group"], one["best"], one["toll_low"], one["toll_high"]) for one in best} == {
        ("peacekeepers", 30, 25, 30),
        ("IE", 11, 11, 11),
        ("GH", 18, 18, 18),
    }
    head, *steps = chains_rows(BRIEF.record.movements)
    assert all(len(row) == len(head) for row in steps)
    number_of = {row[1]: row[0] for row in steps}
    assert {row[3] for row in steps if row[1] == "NP"} == {number_of["un"]}
    head, *entries = timeline_rows(BRIEF, timeline(BRIEF.record))
    assert all(len(row) == len(head) for row in entries)


def test_every_claim_is_in_the_json() -> None:
    made, on = BRIEF.record, BRIEF.record.on
    events = [event_as_dict(event, on) for event in made.incidents]
    chains = [chain_as_dict(chain, on) for chain in made.movements]
    text = json.dumps([events, chains])
    assert all(one.claim.id in text for one in REPORTS)
    (event,) = events
    assert (event["when"], event["tolls"][0]["best"]) == ({"earliest": "2024-03-17", "latest": "2024-03-17"}, 30)
    assert [figure["first_reported"] for figure in event["tolls"][0]["figures"]] == ["2024-03-18", "2024-03-19"]
    assert event["breakdowns"][0]["residual"] == {"low": 1, "high": 1}
    assert event["joins"][0]["score"] == sum(event["joins"][0]["comparisons"].values())


def test_responses_and_moments_are_json_too() -> None:
    (response,) = BRIEF.record.responses
    written = json.loads(json.dumps(response_as_dict(response)))
    assert (written["reinforcement"]["actor"], written["announced_after"]) == ("un", {"low": None, "high": 3})
    moments = json.loads(json.dumps([moment_as_dict(one, BRIEF.record.on) for one in timeline(BRIEF.record)]))
    assert [moment["section"] for moment in moments] == ["incident", "movement", "movement", "movement"]
    assert moments[0]["event"]["types"] == ["clash"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Days("2023-05-29", "2023-05-29"), "29 May 2023"),
        (Days("2023-06-01", "2023-06-30"), "Jun 2023"),
        (Days("2022-01-01", "2022-12-31"), "2022"),
        (Days("2023-06-04", "2023-06-05"), "4 Jun – 5 Jun 2023"),
        (Days(None, "2023-05-31"), "by 31 May 2023"),
        (Days("2023-05-31", None), "since 31 May 2023"),
        (Days(), "undated"),
    ],
)
def test_days_in_words(days: Days, words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Bounds(6, 6), "6 days"),
        (Bounds(0, 12), "0 to 12 days"),
        (Bounds(4, None), "4 days or more"),
        (Bounds(None, 1), "1 day at most"),
        (Bounds(None, None), ""),
    ],
)
def test_numbers_of_days_in_words(days: Bounds, words: str) -> None:
    assert number_of_days(days) == words


@pytest.mark.parametrize(
    ("residual", "words"),
    [
        (Bounds(0, 0), "nothing left over"),
        (Bounds(63, 63), "63 left over"),
        (Bounds(-1, -1), "1 too many"),
        (Bounds(None, 9), "9 or fewer left over"),
        (Bounds(2, 5), "2 to 5 left over"),
    ],
)
def test_what_is_left_over_in_words(residual: Bounds, words: str) -> None:
    assert left_over_words(residual) == words


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (Bounds(-100, 100), "as many as planned"),
        (Bounds(-80, -20), "more than planned"),
        (Bounds(30, 30), "fewer than planned, by 30"),
        (Bounds(30, None), "fewer than planned, by 30 or more"),
    ],
)
def test_what_is_missing_in_words(missing: Bounds, words: str) -> None:
    assert missing_words(missing) == words


def test_what_is_none_of_the_forces_stands_apart_from_their_movements() -> None:
    moved = [
        report(Movement(actor="NP", act="deploy", stage="completed")),
        report(Movement(actor="LB", act="withdraw", stage="completed")),
    ]
    brief = Brief(record(moved, "unifil", "2024-05-01"), NAMES, ())
    shown = " ".join(chains_table(brief, brief.record.movements, width=140).split())
    assert shown.index("Nepal comes") < shown.index("none of its forces: LB leaves")


def test_what_only_the_record_dates_stands_in_the_timeline_from_the_first_day_it_can_be_of() -> None:
    tells = report(Incident(type="clash"), "undated", None, "2024-03-17", place="Tyre")
    strength = report(Strength(count=Count(best=9000)), "undated", at=40)
    brief = Brief(record([tells, strength], "unifil", "2024-05-02"), NAMES, ())
    lines = [" ".join(line.split()) for line in timeline_table(brief, timeline(brief.record), width=120).splitlines()]
    assert any(line.startswith("17 Mar 2024 or later strength 9,000") for line in lines)
