"""Comings and goings, from request to return, joined across reports."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Contingent, Movement, Status
from muster.model.count import Bounds, Count, Rel
from muster.model.events import Chain, Days
from muster.model.judgement import Judgement, Ties, Verdict
from muster.model.record import Report
from muster.reconcile import record
from muster.reconcile.chains import chains
from reconcile.sample_reports import report


def sends(
    number: int | None, stage: str | None = None, actor: str = "TR", act: str = "deploy", **more: Any
) -> Movement:
    count = Count(best=number, rel=more.pop("rel", Rel.EXACT)) if number else None
    return Movement(actor=actor, act=act, count=count, stage=stage, **more)


REINFORCEMENT = [
    report(sends(600), "request", "2023-05-28", status=Status.REQUESTED, source="Joint Force Command"),
    report(sends(500, "announced"), "ministry", "2023-06-01", "2023-06-04/2023-06-05", Status.PLANNED),
    report(sends(500, "under-way", requested_by="Joint Force Command Naples"), "wire", "2023-06-03", "2023-06-03"),
    report(sends(470, "completed", role="reserve"), "post", "2023-06-05", "2023-06-04"),
]


def chain_of(*reports: Report) -> Chain:
    (made,) = chains(reports)
    return made


def test_a_reinforcement_is_one_case_with_its_stages_in_order() -> None:
    made = chain_of(*REINFORCEMENT)
    assert [(stage.name, stage.when) for stage in made.stages] == [
        ("requested", Days(None, "2023-05-28")),
        ("announced", Days(None, "2023-06-01")),
        ("under-way", Days("2023-06-03", "2023-06-03")),
        ("arrived", Days("2023-06-04", "2023-06-04")),
        ("role", Days("2023-06-04", "2023-06-04")),
    ]


def test_a_case_says_who_asked_who_sends_as_what_and_for_when() -> None:
    made = chain_of(*REINFORCEMENT)
    assert (made.actor, made.direction, made.asked_by) == ("TR", "in", ("Joint Force Command Naples",))
    assert (made.roles, made.due) == (("reserve",), Days("2023-06-04", "2023-06-05"))


def test_days_between_stages_are_bounds_where_a_day_is_known_only_by_its_report() -> None:
    delays = {(one.start, one.end): one.days for one in chain_of(*REINFORCEMENT).delays}
    assert delays == {("announced", "under-way"): Bounds(2, None), ("under-way", "arrived"): Bounds(1, 1)}


def test_a_stage_was_reached_when_it_was_first_told_though_others_tell_it_later() -> None:
    later = report(sends(500, "announced"), "digest", "2023-06-09", "2023-06-05", Status.PLANNED)
    (announced,) = (stage for stage in chain_of(*REINFORCEMENT, later).stages if stage.name == "announced")
    assert announced.when == Days(None, "2023-06-01")


def test_a_month_and_a_report_within_it_bound_the_day() -> None:
    reports = [
        report(sends(500, "completed"), "a", "2023-06-10"),
        report(sends(500, "completed"), "b", "2023-09-01", "2023-06"),
    ]
    assert chain_of(*reports).stages[0].when == Days("2023-06-01", "2023-06-10")


def test_what_was_planned_stands_against_what_arrived() -> None:
    made = chain_of(*REINFORCEMENT)
    assert made.planned
    assert made.arrived
    assert (made.planned.claim.fact, made.arrived.claim.fact) == (
        REINFORCEMENT[1].claim.fact,
        REINFORCEMENT[3].claim.fact,
    )
    assert made.missing == Bounds(30, 30)


def test_movements_half_a_year_apart_are_two() -> None:
    reports = [report(sends(500), "a", "2023-01-01"), report(sends(500), "b", "2023-07-01")]
    assert [chain.day for chain in chains(reports)] == ["2023-07-01", "2023-01-01"]


def test_actors_and_directions_are_kept_apart() -> None:
    reports = [report(sends(500)), report(sends(500, actor="IT")), report(sends(500, act="withdraw"))]
    assert {(chain.actor, chain.direction) for chain in chains(reports)} == {("TR", "in"), ("IT", "in"), ("TR", "out")}


def test_undated_reports_join_by_their_document_their_number_or_their_unit() -> None:
    reports = [
        report(sends(500), "a"),
        report(sends(200), "a"),
        report(sends(100), "b"),
        report(sends(500), "c"),
        report(sends(None, unit="65th Lüleburgaz Brigade"), "d"),
        report(sends(None, unit="brigade of Luleburgaz"), "e"),
    ]
    documents = sorted(
        sorted({one.card.document for step in chain.steps for one in step.reports}) for chain in chains(reports)
    )
    assert documents == [["a", "c"], ["b"], ["d", "e"]]


def test_who_names_only_the_force_may_mean_the_country_whose_number_and_day_it_gives() -> None:
    named = report(sends(200, "completed", "GB", rel=Rel.ABOUT), "a", "2023-10-06", "2023-10-06")
    vague = report(sends(200, "completed", "unifil", rel=Rel.ABOUT), "b", "2023-10-11", "2023-10-06")
    other = report(sends(90, "completed", "unifil"), "b", "2023-10-11", "2023-10-06")
    assert sorted((chain.actor, len(chain.steps[0].reports)) for chain in chains([named, vague, other])) == [
        ("GB", 2),
        ("unifil", 1),
    ]


def test_a_country_answers_the_announcement_of_an_organisation() -> None:
    call = report(sends(700, "announced", "nato", "reinforce"), "a", "2023-05-31", status=Status.PLANNED)
    answer = report(sends(500, "completed"), "b", "2023-06-05", "2023-06-04")
    later = report(sends(200, "completed", "GB"), "c", "2023-10-06", "2023-10-06")
    made = {chain.actor: chain for chain in chains([call, answer, later])}
    assert made["nato"].contributions == (made["TR"],)
    assert made["GB"].contributions == made["TR"].contributions == ()


def test_a_withdrawal_with_the_number_that_came_is_the_way_home() -> None:
    home = report(sends(470, "completed", act="withdraw"), "home", "2023-11-02", "2023-11-01")
    made = chain_of(*REINFORCEMENT, home)
    assert (made.stages[-1].name, made.stages[-1].when) == ("returned", Days("2023-11-01", "2023-11-01"))
    assert made.delays[-1].days == Bounds(150, 150)


def test_a_withdrawal_of_another_size_is_a_case_of_its_own() -> None:
    home = report(sends(60, "completed", act="withdraw"), "home", "2023-11-02", "2023-11-01")
    assert {chain.direction for chain in chains([*REINFORCEMENT, home])} == {"in", "out"}


def test_a_denial_joins_only_what_it_shows_that_it_means() -> None:
    denied = report(sends(None, None, "nato"), "a", "2023-05-26", status=Status.DENIED)
    call = report(sends(700, "announced", "nato"), "b", "2023-05-31", status=Status.PLANNED)
    assert len(chains([denied, call])) == 2
    assert len(chains([report(sends(700, actor="nato"), "a", "2023-05-26", status=Status.DENIED), call])) == 1


@pytest.mark.parametrize(("verdict", "number"), [(Verdict.SAME, 1), (None, 2)])
def test_a_person_joins_two_cases(verdict: Verdict | None, number: int) -> None:
    one, other = report(sends(500), "a", "2023-01-01"), report(sends(500), "b", "2023-03-31")
    far = report(sends(200, actor="kosovo"), "b")
    said = [Judgement(verdict, (one.claim.id, far.claim.id), "Ada")] if verdict else []
    assert len(chains([one, other, far], Ties(said))) == number


def test_what_names_no_operation_is_no_movement_of_the_operation() -> None:
    from dataclasses import replace

    strange = report(sends(500, actor="RS"))
    assert chains([strange._replace(claim=replace(strange.claim, operation=None))]) == ()


# One page has one day of publication.
PUBLISHED = dict(zip("abcdef", (None, None, "2023-05-31", "2023-06-05", "2023-10-06", "2024-02-01"), strict=True))


def published(page: str, **more: Any) -> Report:
    return report(page=page, published=PUBLISHED[page], **more)


REPORT = st.builds(
    published,
    fact=st.builds(
        sends,
        st.none() | st.sampled_from([200, 500, 700]),
        st.sampled_from([None, "announced", "under-way", "completed"]),
        st.sampled_from(["TR", "GB", "nato", "unifil"]),
        st.sampled_from(["deploy", "reinforce", "withdraw"]),
    ),
    page=st.sampled_from("abcdef"),
    when=st.none() | st.sampled_from(["2023-06-04", "2023-06", "2023-10-06"]),
    status=st.sampled_from([Status.ACTUAL, Status.PLANNED, Status.REQUESTED, Status.DENIED]),
    at=st.integers(0, 3000),
)


@given(st.lists(REPORT, max_size=12), st.randoms())
def test_the_order_of_arrival_does_not_matter(reports: list[Report], chance: Random) -> None:
    once = list({one.claim.id: one for one in reports}.values())
    shuffled = list(once)
    chance.shuffle(shuffled)
    assert _shape(chains(once)) == _shape(chains(shuffled))


def _shape(made: tuple[Chain, ...]) -> list[Any]:
    return sorted(
        (chain.actor, [(s.name, str(s.when), sorted(c for step in s.steps for c in step.claims)) for s in chain.stages])
        for chain in made
    )


@given(st.lists(REPORT, max_size=12))
def test_every_report_is_in_one_case(reports: list[Report]) -> None:
    once = {one.claim.id: one for one in reports}
    held = [sorted({claim for step in chain.steps for claim in step.claims}) for chain in chains(once.values())]
    assert sorted(claim for claims in held for claim in claims) == sorted(once)


def test_what_a_country_without_a_contingent_only_denies_is_of_its_own_army() -> None:
    denied = [
        report(Movement(actor=actor, act="reinforce"), page, "2024-02-01", status=Status.DENIED)
        for actor, page in (("RS", "a"), ("GH", "b"))
    ]
    has = report(Contingent(country="GH", count=Count(best=850)), "c", "2024-01-01")
    made = record([*denied, has], "unifil", "2024-03-01")
    assert [chain.actor for chain in made.movements] == ["GH"]
    assert [chain.actor for chain in made.others_moving] == ["RS"]


def test_what_the_host_does_with_its_own_forces_is_no_movement_of_the_operation() -> None:
    moved = [
        report(Movement(actor=actor, act="deploy", stage="completed"), actor, "2024-02-01")
        for actor in ("LB", "Lebanese police", "GH")
    ]
    made = record(moved, "unifil", "2024-03-01")
    assert [chain.actor for chain in made.movements] == ["GH"]
    assert sorted(chain.actor for chain in made.others_moving) == ["LB", "Lebanese police"]
