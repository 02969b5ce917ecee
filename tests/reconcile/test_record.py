"""The record of one operation, by valid day and by known day."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import TRAINED, Contingent, Posture, Relation, Statement, Status, Strength
from muster.model.count import Count, Rel
from muster.model.judgement import Judgement, Verdict
from muster.model.record import Record
from muster.model.report import Report
from muster.reconcile import record
from muster.reconcile.dating import dated
from reconcile.sample_reports import report


def strength(number: int, rel: Rel = Rel.EXACT) -> Strength:
    return Strength(count=Count(best=number, rel=rel), component="troops")


def latest_strength(made: Record) -> int | None:
    count = getattr(made.strength[0].latest.claim.fact, "count", None) if made.strength else None
    return count.best if count else None


OLD = report(strength(9000), "a", "2022-03-01")
NEW = report(strength(9500), "b", "2023-03-01")


def test_the_state_is_the_latest_as_of_the_day() -> None:
    assert latest_strength(record([OLD, NEW], "unifil", "2024-01-01")) == 9500
    assert latest_strength(record([OLD, NEW], "unifil", "2022-12-31")) == 9000
    assert latest_strength(record([OLD, NEW], "unifil", "2022-02-28")) is None


def test_what_only_the_trained_reader_sees_waits_until_somebody_accepts_it() -> None:
    seen = report(strength(9900), "c", "2023-06-01")
    seen = seen._replace(claim=replace(seen.claim, rule=f"{TRAINED} strength"))
    assert latest_strength(record([OLD, NEW, seen], "unifil", "2024-01-01")) == 9500
    accepted = Judgement(Verdict.ACCEPT, (seen.claim.id,), "Ines", number=1)
    assert latest_strength(record([OLD, NEW, seen], "unifil", "2024-01-01", judgements=[accepted])) == 9900


def test_a_page_that_only_waits_or_was_rejected_brings_nothing_else_with_it() -> None:
    beside = report(Relation(relation="dialogue", subject="IL"), "c", "2023-06-01")
    beside = beside._replace(claim=replace(beside.claim, operation=None))
    seen = report(strength(9900), "c", "2023-06-01")
    waits = seen._replace(claim=replace(seen.claim, rule=f"{TRAINED} strength"))
    rejected = Judgement(Verdict.REJECT, (seen.claim.id,), "Ines", number=1)
    assert record([beside, seen], "unifil", "2024-01-01").relations
    assert record([beside, waits], "unifil", "2024-01-01").relations == ()
    assert record([beside, seen], "unifil", "2024-01-01", judgements=[rejected]).relations == ()


def test_what_was_published_later_was_not_known() -> None:
    told_late = report(strength(8000), "c", "2023-06-01", when="2022-06")
    assert latest_strength(record([OLD, told_late], "unifil", "2022-12-31")) == 8000
    assert latest_strength(record([OLD, told_late], "unifil", "2022-12-31", known_by="2022-12-31")) == 9000


def test_an_undated_document_is_known_from_the_day_it_was_added() -> None:
    undated = report(strength(7000), "d")
    assert latest_strength(record([undated], "unifil", "2024-06-01", known_by="2024-04-30")) is None
    assert latest_strength(record([undated], "unifil", "2024-06-01", known_by="2024-05-01")) == 7000


def test_an_undated_figure_never_passes_for_the_newest() -> None:
    made = record([report(strength(7000), "d"), OLD], "unifil", "2024-06-01")
    assert [point.day for point in made.strength[0].points] == ["2022-03-01", None]


def test_a_plan_for_later_counts_from_the_day_it_was_told() -> None:
    plan = report(strength(12000), "e", "2022-05-01", when="2025", status=Status.PLANNED)
    made = record([plan], "unifil", "2022-06-01")
    assert made.strength[0].status is Status.PLANNED
    assert made.strength[0].latest.day == "2022-05-01"


def test_figures_of_different_status_are_never_one_series() -> None:
    ceiling = report(strength(15000), "a", "2022-03-01", status=Status.AUTHORISED)
    made = record([OLD, ceiling], "unifil", "2024-01-01")
    assert [(series.status, len(series.points)) for series in made.strength] == [
        (Status.ACTUAL, 1),
        (Status.AUTHORISED, 1),
    ]


def test_police_are_not_counted_among_the_military() -> None:
    police = report(Strength(count=Count(best=60), component="police"), "a", "2022-03-01")
    made = record([police, OLD], "unifil", "2024-01-01")
    assert [series.component for series in made.strength] == ["military", "police"]


def test_a_figure_repeated_is_one_point_with_its_reports() -> None:
    again = report(strength(9500), "c", "2023-04-01")
    made = record([OLD, NEW, again], "unifil", "2024-01-01")
    newest, older = made.strength[0].points
    assert [one.card.document for one in newest.reports] == ["c", "b"]
    assert older.reports == (OLD,)


def test_a_figure_that_returns_after_another_is_a_point_of_its_own() -> None:
    back = report(strength(9000), "c", "2024-01-01")
    made = record([OLD, NEW, back], "unifil", "2024-02-01")
    assert [point.day for point in made.strength[0].points] == ["2024-01-01", "2023-03-01", "2022-03-01"]


def test_each_country_has_its_series_and_the_superseded_figures_stay() -> None:
    ghana = [
        report(Contingent(country="GH", count=Count(best=870)), "a", "2022-03-01"),
        report(Contingent(country="GH", count=Count(best=860)), "b", "2023-03-01"),
    ]
    nepal = report(Contingent(country="NP", count=Count(best=800)), "a", "2022-03-01")
    made = record([*ghana, nepal], "unifil", "2024-01-01")
    counts = {
        one.subject: [getattr(p.claim.fact, "count", Count()).best for p in one.points] for one in made.contingents
    }
    assert counts == {"GH": [860, 870], "NP": [800]}


def test_the_same_posture_statement_or_relation_is_told_once() -> None:
    facts = (
        Posture(actor="unifil", activity="patrol", change="more"),
        Statement(speaker="IE", act="condemns"),
        Relation(relation="agreement", subject="IL", object=("LB",)),
    )
    reports = [report(fact, page, "2022-03-01") for fact in facts for page in "ab"]
    made = record(reports, "unifil", "2024-01-01")
    told = (made.stances[0].latest, *made.statements, *made.relations)
    assert [len(one.reports) for one in told] == [2, 2, 2]


DAY = st.dates().map(str)
# A page has one day of publication, or none.
PUBLISHED = st.fixed_dictionaries(dict.fromkeys("abc", st.none() | DAY))
TOLD = st.tuples(
    st.builds(strength, st.integers(1, 20), st.sampled_from(Rel)),
    st.sampled_from("abc"),
    st.none() | DAY,
    st.sampled_from(Status),
)


@st.composite
def reports_of_pages(draw: st.DrawFn) -> list[Report]:
    published = draw(PUBLISHED)
    told = draw(st.lists(TOLD, max_size=12))
    return [report(fact, page, published[page], when, status) for fact, page, when, status in told]


@given(reports_of_pages(), DAY, DAY)
def test_every_known_report_is_in_the_record_once_and_no_other(reports: list[Report], on: str, known_by: str) -> None:
    made = record(reports, "unifil", on, known_by)
    held = [one for series in made.strength for point in series.points for one in point.reports]
    known = [one for one in dated(reports)[0] if one.holds_from <= on and one.known_from <= known_by]
    assert sorted(one.claim.id for one in held) == sorted({one.claim.id for one in known})
    assert all(
        one.claim.status is series.status for series in made.strength for p in series.points for one in p.reports
    )


def test_a_rank_without_a_number_does_not_hide_the_number() -> None:
    counted = report(Contingent(country="IT", count=Count(best=638)), "a", "2022-08-01")
    ranked = report(Contingent(country="IT", rank=1), "b", "2023-05-01")
    made = record([counted, ranked], "unifil", "2023-06-01")
    assert [point.claim.slots.get("count") for point in made.contingents[0].points] == [{"best": 638}, None]
