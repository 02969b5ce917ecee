"""What the record itself settled, as a reader is told of it."""

from muster.model.brief import Brief
from muster.model.claim import Command, Contingent, Statement
from muster.model.count import Count
from muster.model.judgement import Judgement, Verdict
from muster.reconcile import record
from muster.show.brief import brief_text
from muster.show.plain import brief_as_dict
from show.sample_brief import DATED, NAMES, UNDATED, report

REPORTS = [
    report(Command(holder="Ana Pale", country="IE", act="takes"), when="2024-02-01"),
    report(Command(holder="Pale", act="takes"), UNDATED, when="XXXX-02-01"),
    report(Statement(speaker="Åna Pale", act="condemns")),
    report(Contingent(country="GH", count=Count(best=870)), UNDATED),
]


def brief_of(*judgements: Judgement) -> Brief:
    made = record(REPORTS, "unifil", "2024-05-01", judgements=judgements)
    return Brief(made, NAMES, made.cards)


def told(brief: Brief) -> str:
    return " ".join(brief_text(brief).split())


def test_an_undated_page_is_told_with_its_days_and_the_reason() -> None:
    shown = told(brief_of())
    assert "Dated by the record Example Post: it tells of 2024-02-01 1 Feb 2024 or later · undated" in shown
    assert "reported 1 Feb 2024 or later, by the record" in shown


def test_names_taken_for_one_are_told_with_the_comparison() -> None:
    shown = told(brief_of())
    assert "Names taken for one person: Ana Pale = Åna Pale: the same but for accents (1.00)" in shown
    assert "Ana Pale = Pale: one last name, first names that fit (0.90)" in shown


def test_a_persons_word_is_told_as_such() -> None:
    said = Judgement(Verdict.SAME, ("person:Ana Pale", "person:Pale"), "Cy Dow", number=1)
    assert "Ana Pale = Pale: Cy Dow says so" in told(brief_of(said))


def test_json_has_both_with_the_claims_they_rest_on() -> None:
    plain = brief_as_dict(brief_of())
    assert [(one["name"], one["published"]) for one in plain["dated"]] == [("undated", "2024-02-01/..")]
    assert REPORTS[1].claim.id in plain["dated"][0]["reasons"][0]["claims"]
    (person,) = plain["entities"]
    assert person["names"] == ["Ana Pale", "Åna Pale", "Pale"]
    assert set(person["claims"]) == {one.claim.id for one in REPORTS[:3]}


def test_where_nothing_was_settled_there_is_no_section() -> None:
    made = record(REPORTS[:1], "unifil", "2024-05-01")
    shown = brief_text(Brief(made, NAMES, (DATED,)))
    assert "Dated by the record" not in shown
    assert "Names taken for one" not in shown
