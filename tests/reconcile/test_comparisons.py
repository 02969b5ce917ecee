"""What speaks for and against two tellings being of one event."""

from typing import Any

import pytest

from muster.model.claim import Casualty, Incident
from muster.model.count import Count, Rel
from muster.reconcile import comparisons as compare
from muster.reconcile.joining import NEVER
from muster.reconcile.tellings import Telling, merged, telling_of
from reconcile.sample_reports import report

CLASH = Incident(type="clash")


def told(fact: Any = CLASH, **where: Any) -> Telling:
    return telling_of(report(fact, **where))


def hurt(number: int, group: str = "peacekeepers", outcome: str = "wounded", rel: Rel = Rel.EXACT) -> Casualty:
    return Casualty(outcome=outcome, group=group, count=Count(best=number, rel=rel))


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("2023-05-29", "2023-05-29", 3),
        ("2023-05-28/2023-05-30", "2023-05-29", 2),
        ("XXXX-05-29", "2023-05-29", 2.5),
        ("2023-05", "2023-05-29", 1),
        ("2023", "2023-05-29", -1),
        ("2023-01/..", "2023-05-29", 0),
        (None, "2023-05-29", 0),
        ("2023-05-28", "2023-05-29", NEVER),
        ("XXXX-05-28", "2023-05-29", NEVER),
        ("2023-06", "2023-05-29", NEVER),
    ],
)
def test_days(one: str | None, other: str, score: float) -> None:
    first, second = told(page="a", when=one), told(page="b", when=other)
    assert compare.day(first, second) == compare.day(second, first) == score


def test_a_day_without_its_year_says_no_more_than_the_month_that_another_tells() -> None:
    both = merged(told(when="2023-05-29"), told(page="b", when="XXXX-05-29"))
    assert compare.day(both, told(page="c", when="2023-05")) == 1


def test_a_year_after_the_publication_is_wrong_and_the_day_of_the_year_may_be_right() -> None:
    wrong = told(page="a", published="2014-10-31", when="2015-08-27")
    assert compare.day(wrong, told(page="b", published="2014-10-31", when="2014-08-27")) == 2.5
    assert compare.day(wrong, told(page="b", published="2014-10-31", when="2014-08-28")) == NEVER


@pytest.mark.parametrize(("published", "score"), [("2023-05-31", 1), ("2023-06-05", -1), ("2024-05-01", -2)])
def test_what_is_told_without_a_time_is_news(published: str, score: float) -> None:
    news, event = told(page="a", published=published), told(page="b", published="2023-05-30", when="2023-05-29")
    assert compare.recency(news, event) == score


def test_the_time_of_what_is_told_with_one_is_no_news() -> None:
    assert compare.recency(told(when="2023-05-29", published="2023-05-30"), told(when="2023-05-30")) == 0


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("Zvečan", "village of Zveçan", 2),
        ("zvecan", "main street of Zvecan", 2),
        ("Prishtinë/Priština", "Pristina", 2),
        ("Malakal, South Sudan", "Juba, South Sudan", NEVER),
        ("town hall", "Zvecan", 0),
        (None, "Zvecan", 0),
        ("northern Kosovo", "Zvecan", 0),
    ],
)
def test_places(one: str | None, other: str, score: float) -> None:
    first, second = told(place=one), told(page="b", place=other)
    assert compare.place(first, second) == compare.place(second, first) == score


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [("clash", "clash", 1), ("clash", "protest", 0.5), ("accident", "explosion", 0.5), ("accident", "protest", NEVER)],
)
def test_kinds(one: str, other: str, score: float) -> None:
    assert compare.kind(told(Incident(type=one)), told(Incident(type=other))) == score


def test_nobody_is_held_in_an_accident() -> None:
    assert compare.kind(told(Incident(type="accident")), told(hurt(3, outcome="held"))) == -1


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ([hurt(30)], [hurt(30)], 2),
        ([hurt(3, "policemen")], [hurt(3, "Kosovo police officers")], 1),
        ([hurt(1, "civilians")], [hurt(1, "civilians")], 0.5),
        ([hurt(30), hurt(11, "IT")], [hurt(30), hurt(11, "IT")], 4),
        ([hurt(3, "men"), hurt(1, "women")], [hurt(1, "women"), hurt(3, "men")], 4),
        ([hurt(1, "men"), hurt(1, "women")], [hurt(1, "women"), hurt(1, "men")], 1.5),
        ([hurt(30)], [hurt(25, rel=Rel.MORE_THAN)], 0.5),
        ([hurt(30)], [hurt(41)], 0.25),
        ([hurt(30)], [hurt(30, "IT")], 0),
        ([hurt(30)], [hurt(30, outcome="killed")], 0),
    ],
)
def test_tolls(one: list[Casualty], other: list[Casualty], score: float) -> None:
    assert compare.toll(*(_all_of(facts) for facts in (one, other))) == score


def _all_of(facts: list[Casualty]) -> Telling:
    first, *rest = map(told, facts)
    for telling in rest:
        first = merged(first, telling)
    return first


@pytest.mark.parametrize(
    ("held", "score"), [(hurt(3, "policemen", "held"), 3), (hurt(5, "policemen", "held"), NEVER), (CLASH, NEVER)]
)
def test_people_set_free(held: Any, score: float) -> None:
    assert compare.freed(told(held), told(hurt(3, "police officers", "freed"))) == score


def test_people_are_set_free_after_they_were_taken() -> None:
    free = told(hurt(3, outcome="freed"), when="2023-06-26")
    assert compare.day(told(hurt(3, outcome="held"), when="2023-06-14"), free) == 0
    assert compare.day(told(hurt(3, outcome="held"), when="2023-06-28"), free) == NEVER


@pytest.mark.parametrize(("at", "score"), [(50, 3), (300, 3), (1000, 1), (5000, -1)])
def test_an_event_and_those_hurt_beside_it_in_the_text(at: int, score: float) -> None:
    assert compare.passage(told(), told(hurt(30), at=at)) == score
    assert compare.passage(told(), told(hurt(30), page="b", at=at)) == 0


def test_what_tells_no_day_and_stands_before_what_does_may_be_of_another_day() -> None:
    attack = told(when="2023-05-29", at=300)
    assert compare.passage(told(hurt(19), at=0), attack) == 1
    assert compare.passage(told(hurt(19), at=600), attack) == 3
    assert compare.passage(told(hurt(19), at=250), attack) == 3


def test_one_document_means_two_events_by_two_of_a_type() -> None:
    assert compare.passage(told(), told(at=50)) == NEVER
    assert compare.passage(told(when="2023-05-29"), told(at=50, when="2023-05-29")) == 0
    assert compare.passage(told(), told(Incident(type="protest"), at=50)) == 1.5


def test_a_month_remembered_by_both_long_after() -> None:
    month = [told(page=page, published=day, when="2004-03") for page, day in (("a", "2010-07-29"), ("b", "2011-01-28"))]
    news = told(page="c", published="2004-04-02", when="2004-03")
    assert compare.remembered(*month) == 1
    assert compare.remembered(month[0], news) == 0


@pytest.mark.parametrize("comparison", compare.COMPARISONS)
def test_every_comparison_is_documented_for_the_reader(comparison: compare.Comparison) -> None:
    assert comparison.__doc__
    assert comparison(told(), told(hurt(30), page="b")) == comparison(told(hurt(30), page="b"), told())
