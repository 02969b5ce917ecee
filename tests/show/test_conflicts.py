"""What disagrees, as text, JSON and CSV."""

from muster.model.brief import Brief
from muster.model.claim import Casualty, Contingent, Status
from muster.model.count import Count, Rel
from muster.model.report import Report
from muster.reconcile import record
from muster.show.brief import brief_text
from muster.show.conflicts import conflicts_rows, conflicts_text, contradiction_as_dict
from show.sample_brief import DATED, NAMES, report

LATER = DATED._replace(document="l" * 64, publisher="Other Wire")
EARLY = DATED._replace(document="e" * 64, dating=DATED.dating and DATED.dating._replace(day="2023-12-01"))


def hurt(number: int, card: object, **more: str) -> Report:
    fact = Casualty(outcome="wounded", group="peacekeepers", count=Count(best=number))
    return report(fact, card, "2024-03-17", place="Naqoura", **more)  # type: ignore[arg-type]


REPORTS = [
    report(Contingent(country="GH", count=Count(best=870)), EARLY),
    report(Contingent(country="GH", count=Count(best=990, rel=Rel.ABOUT))),
    hurt(3, DATED),
    hurt(3, LATER),
    hurt(5, EARLY._replace(document="m" * 64, dating=DATED.dating), source="a driver"),
]


def found(*reports: Report) -> Brief:
    return Brief(record(reports, "unifil", "2024-05-01"), NAMES, (DATED,))


def test_each_has_its_type_its_figures_the_choice_and_the_reason() -> None:
    told = [" ".join(line.split()) for line in conflicts_text(found(*REPORTS), width=120).splitlines()]
    assert "1 conflict, 1 superseded" in told
    at = told.index("conflict: wounded peacekeepers, Naqoura, 17 Mar 2024")
    assert told[at + 1].startswith("taken 3 17 Mar 2024 Other Wire ×2 ")
    assert told[at + 2].startswith("set aside 5 17 Mar 2024 a driver, via Example Wire ")
    assert told[at + 3] == "because told by 2 independent sources against 1"


def test_what_weighs_most_comes_first() -> None:
    told = conflicts_text(found(*REPORTS))
    assert told.index("conflict: ") < told.index("superseded: ")


def test_where_nothing_disagrees_it_says_so() -> None:
    assert conflicts_text(found(REPORTS[0])).endswith("\n\nNothing disagrees.\n")


def test_json_names_the_claim_taken_and_those_set_aside() -> None:
    told = [contradiction_as_dict(one, "2024-05-01") for one in found(*REPORTS[:2]).record.contradictions]
    assert [(one["type"], one["chosen"], one["set_aside"]) for one in told] == [
        ("superseded", REPORTS[1].claim.id, [REPORTS[0].claim.id])
    ]


def test_csv_has_a_row_for_every_figure() -> None:
    head, *rows = conflicts_rows(found(*REPORTS))
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["type"], row["part"], row["claim"]) for row in told] == [
        ("conflict", "taken", found(*REPORTS).record.incidents[0].tolls[0].figures[0].claim.id),
        ("conflict", "set aside", REPORTS[4].claim.id),
        ("superseded", "taken", REPORTS[1].claim.id),
        ("superseded", "set aside", REPORTS[0].claim.id),
    ]


def test_a_brief_tells_only_what_is_in_dispute() -> None:
    told = brief_text(found(*REPORTS)).partition("What disagrees")[2]
    assert "(conflict: told by 2 independent sources against 1)" in " ".join(told.split())
    assert "superseded" not in told


def test_a_conflict_of_a_past_week_is_told_under_its_day_and_is_none_of_a_brief() -> None:
    page = DATED._replace(document="p" * 64, dating=DATED.dating and DATED.dating._replace(day="2023-12-03"))
    told = [*REPORTS[:2], report(Contingent(country="GH", count=Count(best=700)), page)]
    assert "conflict: contingent of Ghana, 3 Dec 2023" in conflicts_text(found(*told))
    assert "conflict" not in brief_text(found(*told))


def test_a_count_that_is_only_thought_possible_says_so() -> None:
    possible = hurt(5, LATER, status=Status.POSSIBLE)
    assert "set aside  possible 5" in conflicts_text(found(hurt(3, DATED), possible))
