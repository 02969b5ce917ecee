"""Reports of one event are one event, whoever tells it and in whatever order they come."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Casualty, Incident, Status
from muster.model.count import Count, Rel
from muster.model.events import Days, Event
from muster.model.judgement import Judgement, Ties, Verdict
from muster.model.record import Report
from muster.reconcile.incidents import incidents
from muster.reconcile.judged import judged
from reconcile.sample_reports import report

CLASH = Incident(type="clash")


def hurt(number: int, group: str = "peacekeepers", outcome: str = "wounded", rel: Rel = Rel.EXACT) -> Casualty:
    return Casualty(outcome=outcome, group=group, count=Count(best=number, rel=rel))


def claims_of(event: Event) -> set[str]:
    return {claim for part in event.parts for claim in part.claims}


def test_many_pages_on_one_riot_are_one_event_with_a_toll_that_rises() -> None:
    reports = [
        report(hurt(25, rel=Rel.ABOUT), "force", "2024-05-29", place="Naqoura"),
        report(Incident(type="attack"), "force", "2024-05-29", place="Naqoura"),
        report(hurt(30), "wire", "2024-05-31", "2024-05-29", place="Naqoura"),
        report(CLASH, "wire", "2024-05-31", "2024-05-29", place="Naqoura"),
        report(hurt(34), "ministry", "2024-06-02", "2024-05-29"),
        report(CLASH, "later", "2024-09-20", "2024-05", place="Naqoura"),
        report(hurt(41), "later", "2024-09-20", "2024-05", place="Naqoura"),
    ]
    (event,) = incidents(reports)
    (toll,) = event.tolls
    assert [figure.claim.fact.count.best for figure in toll.figures] == [25, 30, 34, 41]  # type: ignore[union-attr]
    assert [figure.first_reported for figure in toll.figures] == [
        "2024-05-29",
        "2024-05-31",
        "2024-06-02",
        "2024-09-20",
    ]
    assert (toll.low, toll.best, toll.high) == (25, 41, 41)
    assert (event.when, event.place, event.types[0]) == (Days("2024-05-29", "2024-05-29"), "Naqoura", "clash")


def test_casualties_of_another_place_on_the_day_are_of_another_event() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29", place="Naqoura"),
        report(hurt(30), "b", "2023-05-31", "2023-05-29"),
        report(hurt(4, "civilians"), "b", "2023-05-31", "2023-05-29", place="Tyre", at=2000),
    ]
    clash, elsewhere = sorted(incidents(reports), key=lambda one: not one.incidents)
    assert [one.claim.fact for one in clash.casualties] == [hurt(30)]
    assert [one.claim.fact for one in elsewhere.casualties] == [hurt(4, "civilians")]


def test_a_casualty_that_could_be_of_either_of_two_events_of_the_day_stays_alone() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29", place="Naqoura"),
        report(CLASH, "b", "2023-05-30", "2023-05-29", place="Tyre"),
        report(hurt(30), "c", "2023-05-31", "2023-05-29"),
    ]
    assert sorted(len(event.parts) for event in incidents(reports)) == [1, 1, 1]


def test_without_days_the_passage_tells_what_belongs_together() -> None:
    reports = [
        report(CLASH, "a", at=100),
        report(Incident(type="accident"), "a", at=3000),
        report(hurt(30), "a", at=150),
        report(hurt(2), "b", at=150),
    ]
    found = {event.types: len(event.casualties) for event in incidents(reports)}
    assert found == {("clash",): 1, ("accident",): 0, (): 1}


def test_an_undated_page_belongs_to_the_event_whose_place_and_count_it_tells() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29", place="Zvečan"),
        report(hurt(41), "a", "2023-05-30", "2023-05-29", at=50),
        report(hurt(5, "police officers"), "b", "2023-05-27", "2023-05-26", place="Zvecan"),
        report(hurt(41), "blog", place="zvecan"),
    ]
    riot, before = incidents(reports)
    assert {one.card.document for part in riot.parts for one in part.reports} == {"a", "blog"}
    assert before.when == Days("2023-05-26", "2023-05-26")


def test_a_page_cannot_tell_of_an_event_after_its_publication() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29", place="Naqoura"),
        report(CLASH, "b", "2023-05-27", place="Naqoura"),
    ]
    assert len(incidents(reports)) == 2


def test_news_without_a_time_is_not_taken_for_what_happened_there_days_before() -> None:
    reports = [
        report(CLASH, "a", "2023-05-26", "2023-05-26", place="Naqoura"),
        report(Incident(type="attack"), "b", "2023-05-29", place="Naqoura"),
        report(hurt(25), "b", "2023-05-29", at=50),
        report(CLASH, "c", "2023-05-30"),
        report(hurt(25), "c", "2023-05-30", at=50),
    ]
    before, attack = sorted(incidents(reports), key=lambda event: event.when.latest or "")
    assert (before.when.latest, len(before.parts)) == ("2023-05-26", 1)
    assert attack.when == Days(None, "2023-05-29")


def test_two_clashes_that_one_document_gives_two_times_are_not_bridged_by_those_hurt_between() -> None:
    reports = [
        report(CLASH, "a", "2023-06-02", "2023-05-29", place="Naqoura"),
        report(hurt(2), "a", "2023-06-02", at=50, place="Naqoura"),
        report(CLASH, "a", "2023-06-02", "2023-05", at=100, place="Naqoura"),
    ]
    assert len(incidents(reports)) == 2


def test_an_old_undated_telling_is_not_taken_for_this_years_event() -> None:
    reports = [
        report(CLASH, "a", "2004-03-20", "2004-03-17", place="Naqoura"),
        report(CLASH, "b", "2011-06-01", place="Naqoura"),
    ]
    assert len(incidents(reports)) == 2


def test_reports_long_after_that_name_only_the_month_mean_one_event() -> None:
    reports = [report(CLASH, page, day, "2004-03") for page, day in (("a", "2010-07-29"), ("b", "2011-01-28"))]
    assert len(incidents(reports)) == 1


def test_a_running_total_of_years_belongs_to_no_event() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29"),
        report(hurt(300), "a", "2023-05-30", "1978-03-19/..", at=9000),
    ]
    assert sorted((len(one.incidents), len(one.casualties)) for one in incidents(reports)) == [(0, 1), (1, 0)]


def test_people_set_free_belong_to_the_day_they_were_taken() -> None:
    taken = hurt(3, "police officers", "held")
    reports = [
        report(Incident(type="abduction"), "a", "2023-06-15", "2023-06-14"),
        report(taken, "a", "2023-06-15", "2023-06-14", at=20),
        report(hurt(3, "Kosovo police officers", "freed"), "b", "2023-06-26", "2023-06-26", place="Belgrade"),
        report(hurt(3, "policemen", "freed"), "c", "2023-06-10", "2023-06-10"),
    ]
    abduction, other = sorted(incidents(reports), key=lambda event: not event.incidents)
    assert (abduction.when, [toll.outcome for toll in abduction.tolls]) == (
        Days("2023-06-14", "2023-06-14"),
        ["held", "freed"],
    )
    assert other.when.latest == "2023-06-10"


def test_what_is_denied_or_only_possible_is_in_no_toll() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29"),
        report(hurt(3, "gunmen", "killed"), "a", "2023-05-30", "2023-05-29", at=20),
        report(hurt(4, "gunmen", "killed"), "a", "2023-05-30", "2023-05-29", Status.POSSIBLE, at=40),
    ]
    (event,) = incidents(reports)
    (toll,) = event.tolls
    assert (toll.low, toll.best, toll.high) == (3, 3, 3)
    assert len(event.casualties) == 2


def test_an_event_only_others_give_no_operation_belongs_to_it_through_one_that_does() -> None:
    own = report(CLASH, "a", "2023-05-30", "2023-05-29", place="Naqoura")
    strange, far = (
        one._replace(claim=_without_operation(one))
        for one in (
            report(hurt(7), "b", "2023-05-30", "2023-05-29", place="Naqoura"),
            report(hurt(9), "c", "2023-08-30", "2023-08-29", place="Tyre"),
        )
    )
    (event,) = incidents([own, strange, far])
    assert claims_of(event) == {own.claim.id, strange.claim.id}


def _without_operation(one: Report) -> Any:
    from dataclasses import replace

    return replace(one.claim, operation=None)


def test_every_join_says_which_comparisons_made_it() -> None:
    reports = [report(CLASH, page, "2023-05-31", "2023-05-29", place="Naqoura") for page in "abc"]
    (event,) = incidents(reports)
    assert [dict(join.comparisons) for join in event.joins] == [{"day": 3.0, "place": 2.0, "kind": 1.0}] * 2
    assert all(join.score == 6.0 for join in event.joins)


@pytest.mark.parametrize(("verdict", "events"), [(Verdict.SAME, 1), (Verdict.DIFFERENT, 2), (None, 2)])
def test_a_person_joins_what_nothing_else_does(verdict: Verdict | None, events: int) -> None:
    one, other = report(CLASH, "a", "2023-05-30"), report(CLASH, "b", "2023-08-30")
    said = [Judgement(verdict, (one.claim.id, other.claim.id), "Ada")] if verdict else []
    assert len(incidents([one, other], Ties(said))) == events


def test_a_person_parts_what_everything_else_joins() -> None:
    one, other = (report(CLASH, page, "2023-05-30", "2023-05-29", place="Naqoura") for page in "ab")
    assert len(incidents([one, other])) == 1
    apart = Ties([Judgement(Verdict.DIFFERENT, (one.claim.id, other.claim.id), "Ada")])
    assert len(incidents([one, other], apart)) == 2


def test_what_was_corrected_can_still_be_joined_and_parted() -> None:
    one, other = report(CLASH, "a", "2023-05-30"), report(CLASH, "b", "2023-08-30")
    moved = Judgement(Verdict.CORRECT, (one.claim.id,), "Ada", correction={"place": "Naqoura"}, number=1)
    joined = Judgement(Verdict.SAME, (one.claim.id, other.claim.id), "Ada", number=2)
    told = judged([one, other], [moved, joined])
    assert len(incidents(told, Ties([moved]))) == 2
    assert len(incidents(told, Ties([moved, joined]))) == 1


DAYS = st.sampled_from(["2023-05-26", "2023-05-29", "2023-05", "XXXX-05-29", "2023-06-14"])


@pytest.mark.parametrize(
    ("verdict", "one", "other", "events"),
    [
        (Verdict.SAME, "Banjska", "the monastery of Banja", 1),
        (None, "Banjska", "the monastery of Banja", 2),
        (Verdict.DIFFERENT, "Mitrovica", "North Mitrovica", 2),
        (None, "Mitrovica", "North Mitrovica", 1),
    ],
)
def test_a_person_says_whether_two_places_are_one(verdict: Verdict | None, one: str, other: str, events: int) -> None:
    reports = [
        report(CLASH, page, "2023-05-30", "2023-05-29", place=place) for page, place in (("a", one), ("b", other))
    ]
    said = [Judgement(verdict, (f"place:{one}", f"place:{other}"), "Ada")] if verdict else []
    assert len(incidents(reports, Ties(said))) == events


# One page has one day of publication.
PUBLISHED = dict(zip("abcdef", (None, None, "2023-05-30", "2023-06-01", "2023-09-20", "2023-05-30"), strict=True))


def published(page: str, **more: Any) -> Report:
    return report(page=page, published=PUBLISHED[page], **more)


REPORT = st.builds(
    published,
    fact=st.sampled_from(
        [
            CLASH,
            Incident(type="attack"),
            hurt(30),
            hurt(25, rel=Rel.ABOUT),
            hurt(11, "IT"),
            hurt(3, "men", "held"),
            hurt(3, "men", "freed"),
        ]
    ),
    page=st.sampled_from("abcdef"),
    when=st.none() | DAYS,
    place=st.none() | st.sampled_from(["Naqoura", "Tyre", "town hall"]),
    at=st.integers(0, 3000),
)


@given(st.lists(REPORT, max_size=14), st.randoms())
def test_the_order_of_arrival_does_not_matter(reports: list[Report], chance: Random) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert _shape(incidents(reports)) == _shape(incidents(shuffled))


def _shape(events: tuple[Event, ...]) -> list[Any]:
    return sorted((sorted(claims_of(event)), event.when, [(t.group, t.best) for t in event.tolls]) for event in events)


@given(st.lists(REPORT, max_size=14))
def test_every_report_is_in_one_event_and_every_toll_rests_on_reports_of_its_event(reports: list[Report]) -> None:
    once = {one.claim.id: one for one in reports}.values()
    events = incidents(once)
    held = [one.claim.id for event in events for part in event.parts for one in part.reports]
    assert sorted(held) == sorted(one.claim.id for one in once)
    for event in events:
        figures = {claim for toll in event.tolls for figure in toll.figures for claim in figure.claims}
        assert figures <= claims_of(event)
        assert not event.when.earliest or not event.when.latest or event.when.earliest <= event.when.latest
        for toll in event.tolls:
            assert toll.best is None or (toll.low or 0) <= toll.best <= (toll.high or 0)


def test_a_count_told_months_later_belongs_to_the_clash_before_it_in_the_text_not_to_the_news_after_it() -> None:
    place = "Zvečan"
    reports = [
        report(CLASH, "a", "2023-09-20", "2023-05-29", place=place, at=100),
        report(hurt(93), "a", "2023-09-20", place=place, at=220),
        report(Incident(type="abduction"), "a", "2023-09-20", at=400),
    ]
    clash, abduction = sorted(incidents(reports), key=lambda event: event.types, reverse=True)
    assert [toll.best for toll in clash.tolls] == [93]
    assert abduction.tolls == ()
