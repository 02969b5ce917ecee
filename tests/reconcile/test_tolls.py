"""Counts of those hurt: which to quote, how far apart they are, what they are made of."""

from dataclasses import replace

import pytest

from muster.model.claim import Casualty
from muster.model.count import Bounds, Count, Rel
from muster.model.events import Toll
from muster.model.record import Report
from muster.reconcile.tolls import breakdowns_of, casualties_of, tolls_of
from muster.reconcile.victims import group_key, groups_of, same_group
from reconcile.sample_reports import report


def wounded(page: str, day: str | None, number: int, rel: Rel = Rel.EXACT, group: str = "peacekeepers") -> Report:
    return report(Casualty(outcome="wounded", group=group, count=Count(best=number, rel=rel)), page, day)


def toll(*told: Report) -> Toll:
    (made,) = tolls_of(casualties_of(told))
    return made


def test_the_newest_count_is_quoted_and_the_least_and_most_are_kept() -> None:
    made = toll(wounded("a", "2023-05-29", 25), wounded("b", "2023-05-30", 30), wounded("c", "2023-09-20", 93))
    assert (made.low, made.best, made.high) == (25, 93, 93)


def test_one_report_does_not_overturn_a_count_that_more_keep_to_afterwards() -> None:
    held_to = [wounded(page, "2023-06-10", 30) for page in "cde"]
    made = toll(wounded("a", "2023-05-30", 30), wounded("b", "2023-06-01", 60), *held_to)
    assert (made.low, made.best, made.high) == (30, 30, 60)


def test_of_two_counts_of_one_day_the_one_with_more_reports_is_quoted() -> None:
    made = toll(wounded("a", "2023-05-30", 30), wounded("b", "2023-05-30", 30), wounded("c", "2023-05-30", 41))
    assert (made.best, made.high) == (30, 41)


def test_of_one_documents_counts_the_largest_is_quoted_the_others_may_be_parts() -> None:
    made = toll(wounded("a", "2023-05-30", 2), wounded("a", "2023-05-30", 30))
    assert (made.low, made.best, made.high, len(made.figures)) == (30, 30, 30, 2)


def test_two_sources_in_one_document_are_rivals_and_the_smaller_count_is_quoted() -> None:
    told = [
        report(
            Casualty(outcome="wounded", group="peacekeepers", count=Count(best=number)),
            "a",
            "2023-05-30",
            source=source,
        )
        for number, source in ((41, "Italian media"), (30, "the force"))
    ]
    made = toll(*told)
    assert (made.best, made.high) == (30, 41)


def test_an_exact_count_is_quoted_before_a_later_hedged_one_that_allows_it() -> None:
    assert toll(wounded("a", "2023-05-30", 52), wounded("b", "2023-05-31", 50, Rel.MORE_THAN)).best == 52


def test_an_undated_count_is_quoted_only_where_nothing_is_dated() -> None:
    assert toll(wounded("a", "2023-05-30", 30), wounded("blog", None, 41)).best == 30
    assert toll(wounded("blog", None, 41)).best == 41


def test_an_order_of_size_gives_no_number() -> None:
    dozens = report(Casualty(outcome="wounded", group="peacekeepers", count=Count(rel=Rel.DOZENS)), "a", "2023-09-24")
    made = toll(dozens)
    assert (made.low, made.best, made.high, made.chosen) == (None, None, None, None)


def test_the_worst_outcome_comes_first_and_nations_after_the_whole() -> None:
    killed = report(Casualty(outcome="killed", group="IT", count=Count(best=1)), "a", "2023-05-30")
    told = [wounded("a", "2023-05-30", 11, group="IT"), wounded("a", "2023-05-30", 5), killed]
    made = tolls_of(casualties_of(told))
    assert [(one.outcome, one.group) for one in made] == [
        ("killed", "IT"),
        ("wounded", "peacekeepers"),
        ("wounded", "IT"),
    ]


def test_nationalities_against_the_count_for_all_as_one_document_tells_both() -> None:
    told = [
        wounded("a", "2023-05-31", 30),
        wounded("a", "2023-05-31", 11, group="IT"),
        wounded("a", "2023-05-31", 19, group="HU"),
        wounded("b", "2023-09-20", 93),
    ]
    (made,) = breakdowns_of(tolls_of(casualties_of(told)))
    assert (made.whole.claim.fact, made.residual) == (told[0].claim.fact, Bounds(0, 0))
    assert {part.claim.fact for part in made.parts} == {told[1].claim.fact, told[2].claim.fact}


def test_nationalities_are_held_against_the_count_of_their_own_source() -> None:
    def says(number: int, group: str, source: str) -> Report:
        fact = Casualty(outcome="wounded", group=group, count=Count(best=number))
        return report(fact, "a", "2023-05-30", source=source)

    told = [says(30, "peacekeepers", "force"), says(11, "IT", "force"), says(19, "HU", "force")]
    told += [says(41, "peacekeepers", "media"), says(22, "HU", "ministry")]
    (made,) = breakdowns_of(tolls_of(casualties_of(told)))
    assert {one.claim.fact for one in (made.whole, *made.parts)} == {one.claim.fact for one in told[:3]}


def test_what_nationalities_leave_of_the_whole_is_shown() -> None:
    told = [wounded("a", "2023-05-31", 30), wounded("b", "2023-06-01", 20, Rel.MORE_THAN, "HU")]
    (made,) = breakdowns_of(tolls_of(casualties_of(told)))
    assert made.residual == Bounds(None, 9)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("policeman", "Kosovo police officers", True),
        ("gunmen", "attackers", True),
        ("Serbs", "Serb protesters", True),
        ("police", "international police officers", False),
        ("Kosovo Albanians", "Kosovo Albanian KPS officer", False),
        ("IT", "HU", False),
        ("peacekeepers", "police officers", False),
        ("Serb protesters", "Albanian protesters", False),
    ],
)
def test_people_called_differently(one: str, other: str, same: bool) -> None:
    assert same_group(group_key(one), group_key(other)) is same


def test_a_name_that_fits_two_groups_is_counted_under_neither() -> None:
    keys = [group_key(name) for name in ("protesters", "Serb protesters", "Albanian protesters")]
    assert groups_of(keys) == {key: key for key in keys}
    assert groups_of(keys[:2]) == {keys[0]: keys[1], keys[1]: keys[1]}


def test_a_document_that_sets_a_rival_count_beside_the_one_before_tells_a_dispute_and_no_news() -> None:
    said = {"a": ("2023-05-30", 11, "the force"), "b": ("2023-05-31", 11, "UNIFIL"), "c": ("2023-05-31", 14, "papers")}
    told = [
        report(Casualty(outcome="wounded", group="IT", count=Count(best=number)), page, day, source=source)
        for page, (day, number, source) in said.items()
    ]
    beside = [told[0], told[1], told[2]._replace(claim=replace(told[2].claim, document="b"), card=told[1].card)]
    assert toll(*beside).best == 11
    assert toll(*told).best == 14


def test_the_force_and_the_operation_are_one_source_whose_newer_count_is_quoted() -> None:
    told = [
        report(Casualty(outcome="wounded", group="peacekeepers", count=Count(best=number)), page, day, source=source)
        for page, day, number, source in (
            ("a", "2023-05-29", 25, "UNIFIL"),
            ("b", "2023-05-30", 25, "UNIFIL"),
            ("b", "2023-05-30", 30, "the peace force"),
        )
    ]
    assert toll(*told).best == 30
