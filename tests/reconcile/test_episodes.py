"""Events, who was hurt in them, and what disagrees."""

import pytest

from muster.model.claim import Casualty, Contingent, Incident, Status
from muster.model.count import Count, Rel
from muster.reconcile.contradictions import contradictions
from muster.reconcile.episodes import episodes
from muster.reconcile.series import series
from reconcile.sample_reports import report

CLASH = Incident(type="clash")


def hurt(number: int, group: str = "peacekeepers", rel: Rel = Rel.EXACT) -> Casualty:
    return Casualty(outcome="wounded", group=group, count=Count(best=number, rel=rel))


def test_casualties_of_the_day_and_place_belong_to_the_event() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29", place="Zvecan"),
        report(hurt(30), "b", "2023-05-31", "2023-05-29"),
        report(hurt(4, "civilians"), "b", "2023-05-31", "2023-05-29", place="Mitrovica"),
    ]
    clash, elsewhere = sorted(episodes(reports), key=lambda one: not one.incidents)
    assert [one.claim.fact for one in clash.casualties] == [hurt(30)]
    assert [one.claim.fact for one in elsewhere.casualties] == [hurt(4, "civilians")]


def test_without_days_the_passage_tells_what_belongs_together() -> None:
    reports = [
        report(CLASH, "a", at=100),
        report(Incident(type="obstruction"), "a", at=3000),
        report(hurt(30), "a", at=150),
        report(hurt(2), "b", at=150),
    ]
    found = {one.incidents[0].claim.fact: len(one.casualties) for one in episodes(reports) if one.incidents}
    assert found == {CLASH: 1, Incident(type="obstruction"): 0}
    assert len(episodes(reports)) == 3


def test_reports_of_one_event_are_one_episode() -> None:
    reports = [report(CLASH, page, "2023-05-31", "2023-05-29") for page in "abc"]
    (episode,) = episodes(reports)
    assert len(episode.incidents[0].reports) == 3


def test_a_running_total_of_years_belongs_to_no_event() -> None:
    reports = [
        report(CLASH, "a", "2023-05-30", "2023-05-29"),
        report(hurt(300), "a", "2023-05-30", "1978-03-19/..", at=9000),
    ]
    assert [(len(one.incidents), len(one.casualties)) for one in episodes(reports)] == [(0, 1), (1, 0)]


def test_a_toll_told_differently_by_four_is_one_disagreement() -> None:
    told = zip("abcd", (25, 30, 34, 41), strict=True)
    reports = [report(hurt(number), page, "2023-05-30", "2023-05-29") for page, number in told]
    (found,) = contradictions((), episodes(reports))
    assert (found.about, found.subject) == ("wounded", "peacekeepers")
    assert sorted(getattr(one.claim.fact, "count", Count()).best for one in found.figures) == [25, 30, 34, 41]


@pytest.mark.parametrize("other", [hurt(30, rel=Rel.ABOUT), hurt(25, rel=Rel.MORE_THAN), hurt(11, "IT")])
def test_what_can_be_the_same_number_or_is_of_others_does_not_disagree(other: Casualty) -> None:
    reports = [report(hurt(30), "a", "2023-05-30", "2023-05-29"), report(other, "b", "2023-05-30", "2023-05-29")]
    assert contradictions((), episodes(reports)) == ()


def test_figures_of_one_document_are_parts_not_a_disagreement() -> None:
    reports = [report(hurt(30), "a", "2023-05-30", "2023-05-29"), report(hurt(12), "a", "2023-05-30", "2023-05-29")]
    assert contradictions((), episodes(reports)) == ()


def test_contingents_of_one_day_disagree_and_of_two_days_do_not() -> None:
    def has(number: int, page: str, day: str) -> object:
        return report(Contingent(country="GH", count=Count(best=number)), page, day)

    same = series([has(870, "a", "2023-05-30"), has(860, "b", "2023-05-30")])  # type: ignore[list-item]
    apart = series([has(870, "a", "2023-05-30"), has(860, "b", "2023-06-30")])  # type: ignore[list-item]
    assert [(one.about, one.subject) for one in contradictions(same, ())] == [("contingent", "GH")]
    assert contradictions(apart, ()) == ()


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Count(best=350, rel=Rel.ABOUT), Count(best=340), True),
        (Count(best=350, rel=Rel.ABOUT), Count(best=500), False),
        (Count(low=300, high=400), Count(best=400), True),
        (Count(best=4500, rel=Rel.MORE_THAN), Count(best=4500), False),
        (Count(best=3800, rel=Rel.LESS_THAN), Count(best=3770), True),
        (Count(rel=Rel.DOZENS), Count(best=34), True),
        (Count(best=40, rel=Rel.UP_TO), Count(best=41), False),
    ],
)
def test_hedged_numbers_meet_or_do_not(one: Count, other: Count, meet: bool) -> None:
    assert one.bounds.meets(other.bounds) is other.bounds.meets(one.bounds) is meet


def test_a_denied_event_is_not_the_reported_one() -> None:
    denied = report(CLASH, "b", "2023-05-31", "2023-05-29", status=Status.DENIED)
    assert len(episodes([report(CLASH, "a", "2023-05-30", "2023-05-29"), denied])) == 2
