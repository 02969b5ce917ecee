"""The force of an operation as tables, JSON and CSV."""

import json

from muster.model.brief import Brief
from muster.model.card import Card
from muster.model.claim import Contingent, Movement, Status, Strength
from muster.model.count import Count, Rel
from muster.model.report import Report
from muster.reconcile import record
from muster.show.force import account_words, force_text
from muster.show.plain_force import force_as_dict, force_rows
from show.sample_brief import DATED, NAMES, report

OLD = DATED._replace(document="o" * 64, dating=DATED.dating and DATED.dating._replace(day="2023-01-20"))


def has(country: str, count: Count | None, card: Card = DATED, rank: int | None = None) -> Report:
    return report(Contingent(country=country, count=count, component="troops", rank=rank), card)


REPORTS = [
    report(Strength(count=Count(best=1000, rel=Rel.MORE_THAN), component="troops")),
    report(Strength(count=Count(best=1500), component="troops"), status=Status.AUTHORISED),
    has("GH", Count(best=350, rel=Rel.ABOUT)),
    has("IE", Count(best=200), OLD),
    has("NP", None, rank=1),
    report(Contingent(country="NP", count=Count(low=300, high=400)), status=Status.PLANNED),
]


def force_of(reports: list[Report], on: str = "2024-05-01") -> Brief:
    return Brief(record(reports, "unifil", on), NAMES, (DATED, OLD))


def test_the_tables_show_rank_share_bounds_age_and_what_is_stale() -> None:
    shown = force_text(force_of(REPORTS), width=160)
    told = [" ".join(line.split()) for line in shown.splitlines()]
    assert "in all more than 1,000 troops 1,001 or more 20 Mar 2024 42 days Example Wire" in shown_without_ids(told)
    assert "ceiling 1,500 troops 20 Mar 2024 42 days Example Wire" in shown_without_ids(told)
    assert "1 Ghana about 350 troops 35.0% 333–367 20 Mar 2024 42 days Example Wire" in shown_without_ids(told)
    assert "2 Ireland 200 troops 20.0% 20 Jan 2023 15 months, stale Example Wire" in shown_without_ids(told)
    assert "Nepal planned 300–400 personnel 300–400 20 Mar 2024 42 days Example Wire" in shown_without_ids(told)
    assert "Without a number: Nepal largest" in told


def shown_without_ids(lines: list[str]) -> list[str]:
    return [line.rpartition(" ")[0] for line in lines]


def test_what_the_contingents_leave_over_is_told_as_quoted_and_as_hedged() -> None:
    told = " ".join(force_text(force_of(REPORTS)).split())
    assert "2 contingents come to 533–567, of more than 1,000: 450 left over as quoted (between 434 and any)" in told


def test_a_narrow_terminal_has_origins_beneath() -> None:
    lines = force_text(force_of(REPORTS), width=60).splitlines()
    assert max(map(len, lines)) <= 60
    at = next(i for i, line in enumerate(lines) if "Ghana" in line)
    assert lines[at + 1].strip().startswith("20 Mar 2024 · 42 days · Example Wire · ")


def test_an_operation_of_which_nothing_is_known_says_so() -> None:
    assert force_text(force_of([])).count("nothing reported") == 2


def test_comings_and_goings_are_told_as_a_sum() -> None:
    arrived = Movement(actor="GH", act="deploy", count=Count(best=250), stage="completed")
    reports = [
        report(Strength(count=Count(best=700), component="troops"), OLD),
        report(arrived, when="2023-09-01"),
        report(Strength(count=Count(best=1000), component="troops"), when="2023-12-01"),
    ]
    made = force_of(reports)
    (account,) = [one for one in made.record.accounts if one.about == "strength"]
    assert account_words(account, NAMES) == "700 (reported 20 Jan 2023) + 250 from Ghana; reported 1,000: 50 left over"


def test_json_lists_the_claims_behind_every_figure() -> None:
    told = json.loads(json.dumps(force_as_dict(force_of(REPORTS))))
    ghana = next(one for one in told["contingents"] if one["country"] == "GH")
    assert ghana["state"]["figure"]["claim"] == REPORTS[2].claim.id
    assert (ghana["state"]["low"], ghana["state"]["share"], ghana["state"]["stale"]) == (333, 0.35, False)
    assert told["accounts"][0]["residual"] == [434, None]
    assert {part["claim"] for part in told["accounts"][0]["additions"]} == {REPORTS[i].claim.id for i in (2, 3)}


def test_csv_has_a_row_for_every_series_with_a_number_and_leaves_the_unknown_empty() -> None:
    head, *rows = force_rows(force_of(REPORTS))
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["status"], row["country"], row["best"]) for row in told] == [
        ("actual", None, 1000),
        ("authorised", None, 1500),
        ("actual", "GH", 350),
        ("actual", "IE", 200),
        ("planned", "NP", None),
    ]
    assert told[0]["high"] is None
