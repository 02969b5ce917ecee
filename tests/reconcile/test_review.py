"""What a person should look at first."""

from dataclasses import replace

from muster.model.claim import Command, Contingent, Statement, Status, Strength, Tier
from muster.model.count import Count
from muster.model.judgement import Judgement, Verdict
from muster.model.record import Record, Report
from muster.reconcile import record
from muster.reconcile.review import Doubt, Turn, appearances, judged_id, ranked
from reconcile.sample_reports import report


def confirmed(one: Report) -> Report:
    return one._replace(claim=replace(one.claim, tier=Tier.CONFIRMED))


def strength(best: int) -> Strength:
    return Strength(count=Count(best), component="troops")


def desk(*reports: Report) -> list[Doubt]:
    return ranked(made(*reports), reports)


def made(*reports: Report) -> Record:
    return record(reports, "unifil", "2024-06-01")


def turns(*reports: Report) -> dict[str, Turn]:
    return {doubt.report.card.document: doubt.turn for doubt in desk(*reports)}


def test_a_figure_that_one_reader_found_comes_before_one_that_both_did() -> None:
    mine = report(strength(900), "a", "2024-05-01")
    sure = confirmed(report(Contingent(country="GH", count=Count(120)), "b", "2024-05-01"))
    assert turns(sure, mine) == {"a": Turn.MOVES, "b": Turn.PUBLISHED}


def test_what_no_figure_hangs_on_comes_later_and_what_is_not_shown_last() -> None:
    words = report(Statement(speaker="Kofi Mensah", act="urges"), "a", "2024-05-01")
    later = report(strength(950), "b", "2024-07-01")
    figure = report(strength(900), "c", "2024-05-01")
    assert [doubt.report.card.document for doubt in desk(words, later, figure)] == ["c", "a", "b"]
    assert turns(words, later, figure)["b"] is Turn.KEPT


def test_two_figures_that_conflict_both_come_first_each_beside_the_other() -> None:
    one = confirmed(report(strength(900), "a", "2024-05-01", when="2024-05-01"))
    other = confirmed(report(strength(600), "b", "2024-05-02", when="2024-05-01"))
    doubts = desk(one, other)
    assert {doubt.turn for doubt in doubts} == {Turn.MOVES}
    assert all("another figure contradicts it" in doubt.reasons for doubt in doubts)
    assert [doubt.beside[0].card.document for doubt in doubts] != [doubt.report.card.document for doubt in doubts]


def test_the_strength_weighs_more_than_a_contingent() -> None:
    nation = report(Contingent(country="GH", count=Count(120)), "a", "2024-05-02")
    whole = report(strength(900), "b", "2024-05-01")
    assert [doubt.report.card.document for doubt in desk(nation, whole)] == ["b", "a"]


def test_support_makes_it_less_urgent() -> None:
    alone = report(Contingent(country="GH", count=Count(120)), "a", "2024-05-01")
    shared = [report(Contingent(country="IT", count=Count(80)), page, "2024-05-01") for page in "bc"]
    doubts = desk(alone, *shared)
    assert doubts[0].report is alone
    assert "nobody else says so" in doubts[0].reasons
    assert any(reason.endswith("rests on it with 1 other") for reason in doubts[1].reasons)


def test_a_plan_is_no_published_figure() -> None:
    plan = report(strength(1200), "a", "2024-05-01", status=Status.PLANNED)
    assert turns(plan) == {"a": Turn.SHOWN}


def test_who_commands_is_a_published_figure_who_did_is_not() -> None:
    new = report(Command(holder="Aroldo Lázaro", act="takes", role="force commander"), "a", "2024-05-01")
    assert turns(new) == {"a": Turn.MOVES}


def test_a_corrected_claim_is_known_by_the_id_it_was_read_under() -> None:
    one = report(strength(900), "a", "2024-05-01")
    told = Judgement(Verdict.CORRECT, (one.claim.id,), "Inés", correction={"count": {"best": 950}}, number=1)
    shown = record([one], "unifil", "2024-06-01", judgements=[told])
    (place,) = appearances(shown)
    assert judged_id(place.said.report) == one.claim.id
    assert [doubt.id for doubt in ranked(shown, [one])] == [one.claim.id]
    assert ranked(shown, [one])[0].turn is not Turn.KEPT


def test_every_claim_of_the_operation_comes_up_once_in_an_order_that_chance_does_not_decide() -> None:
    reports = [report(strength(900 + n), f"p{n}", f"2024-05-{n + 1:02}") for n in range(9)]
    forth, back = desk(*reports), desk(*reversed(reports))
    assert [doubt.id for doubt in forth] == [doubt.id for doubt in back]
    assert {doubt.id for doubt in forth} == {one.claim.id for one in reports}
    assert all(len(doubt.beside) <= 5 for doubt in forth)
