"""The undated, dated by what the record constrains."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Casualty, Command, Contingent, Movement, Relation, Status
from muster.model.count import Count
from muster.model.judgement import Judgement, Verdict
from muster.model.record import DatedDocument
from muster.model.report import Report
from muster.model.when import Resolution, When
from muster.reconcile import record
from muster.reconcile.dating import dated
from muster.reconcile.known import known
from reconcile.sample_reports import report

TAKES = Command(holder="Ben Roe", act="takes", country="GH", predecessor="Ana Pale")
YEARLESS = report(TAKES, "undated", when="XXXX-10-09")
TOLD = report(TAKES, "told", "2023-10-11", "2023-10-10")
STATE = report(Contingent(country="GH", count=Count(best=870)), "undated", at=40)
HURT = Casualty(outcome="wounded", group="peacekeepers", count=Count(best=30))
CONVOY = Movement(actor="GH", act="deploy", count=Count(best=450), stage="completed")


def on_sunday(words: str = "Sunday", page: str = "undated") -> Report:
    told = report(CONVOY, page)
    claim = told.claim
    when = When(None, words, Resolution.UNRESOLVED)
    return told._replace(
        claim=type(claim)(document=page, fact=claim.fact, spans=claim.spans, operation="unifil", when=when)
    )


def times(*reports: Report) -> list[str | None]:
    return [one.edtf for one in dated(reports)[0] if one.card.document == "undated"]


def documents(*reports: Report) -> list[tuple[str, str]]:
    return [(one.card.document, one.published.edtf) for one in dated(reports)[1]]


def test_a_day_without_a_year_takes_the_year_in_which_others_tell_the_same() -> None:
    assert times(YEARLESS, TOLD) == ["2023-10-09"]


def test_it_does_not_take_the_year_of_another_thing_or_of_another_season() -> None:
    another = report(Command(holder="Cy Dow", act="takes", predecessor="Di Low"), "told", "2023-10-11", "2023-10-10")
    in_march = report(TAKES, "told", "2023-03-11", "2023-03-10")
    assert times(YEARLESS, another) == times(YEARLESS, in_march) == ["XXXX-10-09"]


def test_where_two_years_fit_it_takes_neither() -> None:
    again = report(TAKES, "again", "2021-10-10", "2021-10-09")
    assert times(YEARLESS, TOLD, again) == ["XXXX-10-09"]


def test_times_of_one_page_take_the_year_of_those_beside_them() -> None:
    beside = report(Relation(relation="dialogue", subject="IL", object=("LB",)), "undated", when="XXXX-10-20")
    in_may = report(Relation(relation="election", subject="LB"), "undated", when="XXXX-05-20")
    assert times(YEARLESS, TOLD, beside, in_may) == ["2023-10-09", "2023-10-20", "XXXX-05-20"]


def test_the_page_is_no_older_than_what_it_tells() -> None:
    assert documents(YEARLESS, TOLD, STATE) == [("undated", "2023-10-09/..")]


def test_what_is_only_planned_dates_no_page() -> None:
    plan = report(HURT, "undated", when="2030-01-01", status=Status.PLANNED)
    assert documents(plan) == []


def test_a_day_of_the_week_is_the_one_that_fits_what_others_tell_and_dates_the_page_to_a_week() -> None:
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    assert times(on_sunday(), others) == ["2023-06-04"]
    assert documents(on_sunday(), others) == [("undated", "2023-06-04/2023-06-10")]
    assert documents(on_sunday("last Sunday"), others) == [("undated", "2023-06-05/2023-06-17")]


def test_of_a_month_with_four_such_days_none_is_taken() -> None:
    assert times(on_sunday(), report(CONVOY, "told", "2023-07-01", "2023-06")) == [None]


def test_who_is_in_office_dates_the_page_too() -> None:
    holds = report(Command(holder="Ana Pale", act="holds"), "undated")
    since = report(Command(holder="Ana Pale", act="takes"), "b", "2022-10-15", "2022-10-14")
    assert documents(holds, since, TOLD) == [("undated", "2022-10-14/2023-10-10")]


def test_constraints_that_contradict_one_another_date_nothing() -> None:
    holds = report(Command(holder="Ana Pale", act="holds"), "undated")
    later = report(HURT, "undated", when="2024-02-01")
    assert documents(holds, TOLD, later) == []


def test_a_dated_page_stays_as_it_is() -> None:
    page = report(TAKES, "a", "2023-11-01", "2023-10-09")
    assert dated([page, TOLD]) == ([page, TOLD], ())


def test_every_date_has_its_reasons_and_the_claims_they_rest_on() -> None:
    made, (document,) = dated([YEARLESS, TOLD])
    time = made[0].time
    assert time is not None
    assert time.reasons[0].words == "other reports of it are of 2023"
    assert time.reasons[0].claims == (TOLD.claim.id,)
    assert set(document.published.reasons[0].claims) == {YEARLESS.claim.id, TOLD.claim.id}


def strengths_on(day: str, *judgements: Judgement) -> tuple[list[str | None], tuple[DatedDocument, ...]]:
    made = record([YEARLESS, TOLD, STATE], "unifil", day, judgements=judgements)
    return [point.report.earliest for one in made.contingents for point in one.points], made.dated


def test_what_an_undated_page_says_counts_from_the_first_day_it_can_be_of() -> None:
    assert strengths_on("2023-10-08")[0] == []
    assert strengths_on("2023-10-12")[0] == ["2023-10-09"]


def test_that_holds_for_a_page_of_a_week_too() -> None:
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    made = [record([on_sunday(), others, STATE], "unifil", day).contingents for day in ("2023-06-03", "2023-06-06")]
    assert [len(one) for one in made] == [0, 1]
    state = made[1][0].state
    assert state is not None
    assert (state.age, state.figure.day) == (0, "2023-06-10")


def test_when_the_reason_is_rejected_the_date_is_withdrawn() -> None:
    rejected = Judgement(Verdict.REJECT, (TOLD.claim.id,), "an analyst", number=1)
    assert strengths_on("2023-10-12", rejected) == ([], ())


def test_an_undated_page_is_known_once_it_was_certainly_public() -> None:
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    reports = [on_sunday(), others, STATE]
    known = [record(reports, "unifil", "2023-07-01", day).contingents for day in ("2023-06-09", "2023-06-10")]
    assert [len(one) for one in known] == [0, 1]


DAYS = st.dates().map(str)


@given(st.lists(st.tuples(st.sampled_from("abc"), DAYS, st.booleans()), max_size=8), st.randoms())
def test_in_whatever_order_reports_come_the_same_is_dated(told: list[tuple[str, str, bool]], chance: object) -> None:
    published = {"a": None, "b": "1998-12-31", "c": "1999-12-31"}
    reports = [
        report(HURT, page, published[page], f"XXXX{day[4:]}" if bare else day, at=i)
        for i, (page, day, bare) in enumerate(told)
    ]
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = dated(reports), dated(shuffled)
    assert sorted(map(repr, first[0])) == sorted(map(repr, second[0]))
    assert [one.published.edtf for one in first[1]] == [one.published.edtf for one in second[1]]


def test_a_page_that_the_record_dates_does_not_pass_for_the_newest() -> None:
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    dated_page = report(Contingent(country="GH", count=Count(best=900)), "b", "2023-06-06")
    made = record([on_sunday(), others, STATE, dated_page], "unifil", "2023-06-20").contingents
    assert [point.claim.document for point in made[0].points] == ["b", "undated"]


def added(one: Report, day: str) -> Report:
    return one._replace(card=one.card._replace(added=f"{day}T00:00:00Z"))


def test_a_page_that_came_later_dates_nothing_in_a_view_of_before() -> None:
    here = [added(YEARLESS, "2023-10-10"), added(STATE, "2023-10-10")]
    reports = [*here, TOLD]
    assert record(reports, "unifil", "2023-10-20", "2023-10-10") == record(here, "unifil", "2023-10-20", "2023-10-10")
    assert record(reports, "unifil", "2023-10-20", "2023-10-10").dated == ()
    assert [one.published.edtf for one in record(reports, "unifil", "2023-10-20", "2023-10-11").dated] == [
        "2023-10-09/.."
    ]


def test_a_page_is_not_known_by_what_was_told_of_it_later() -> None:
    told_in_july = report(CONVOY, "told", "2023-07-07", "2023-06-03/2023-06-05")
    reports = [on_sunday(), told_in_july, STATE]
    known = [
        record(reports, "unifil", "2023-08-01", day).contingents for day in ("2023-06-20", "2023-07-06", "2023-07-07")
    ]
    assert [len(one) for one in known] == [0, 0, 1]


def test_a_page_once_known_stays_known_when_a_later_page_contradicts_what_dated_it() -> None:
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    rival = report(CONVOY, "rival", "2023-06-20", "2023-06-11")
    reports = [on_sunday(), others, rival, STATE]
    shown = record(reports, "unifil", "2024-06-20", "2023-06-20")
    assert "undated" in {card.document for card in shown.cards}
    assert shown.dated == ()


def test_what_dates_a_page_can_be_a_page_that_is_dated_itself() -> None:
    """The first page is of the week of the convoy, and its own day of taking office dates the second."""
    others = report(CONVOY, "told", "2023-06-07", "2023-06-03/2023-06-05")
    left = report(Command(holder="Ana Pale", act="leaves"), "undated", when="2023-06-04", at=80)
    came = report(Command(holder="Ana Pale", act="takes"), "b", "2022-10-15", "2022-10-14")
    holds = report(Command(holder="Ana Pale", act="holds"), "second")
    reports = [on_sunday(), others, left, came, holds]
    known = [
        {one.document for one in record(reports, "unifil", "2024-06-20", day).cards}
        for day in ("2023-06-09", "2023-06-10")
    ]
    assert [sorted(one & {"undated", "second"}) for one in known] == [[], ["second", "undated"]]


JUNE = [f"2023-06-{day:02}" for day in range(1, 21)]


@st.composite
def pages(draw: st.DrawFn) -> list[Report]:
    """Up to six pages in June, half of them undated, that tell of one convoy and of who was in office."""
    made = []
    for name in "abcdef"[: draw(st.integers(2, 6))]:
        published, came = draw(st.none() | st.sampled_from(JUNE)), draw(st.sampled_from(JUNE))
        act = draw(st.sampled_from(["takes", "leaves", "holds"]))
        when = draw(st.none() | st.sampled_from(JUNE)) if act != "holds" else None
        told = [report(Command(holder="Ana Pale", act=act), name, published, when)]
        if published is None:
            told.append(on_sunday(draw(st.sampled_from(["Sunday", "last Sunday", "Monday"])), name))
        else:
            first, last = sorted((draw(st.sampled_from(JUNE)), draw(st.sampled_from(JUNE))))
            told.append(report(CONVOY, name, published, f"{first}/{last}" if first != last else first))
        made += [added(one, came if published or draw(st.booleans()) else "2024-01-01") for one in told[:1]]
        made += [one._replace(card=made[-1].card) for one in told[1:]]
    return made


@given(pages(), st.sampled_from(JUNE), st.sampled_from(JUNE))
def test_a_later_day_never_forgets_a_page_nor_does_an_earlier_one_look_ahead(
    told: list[Report], one: str, other: str
) -> None:
    earlier, later = sorted((one, other))
    before, after = (known(told, day) for day in (earlier, later))
    assert {report.card.document for report in before} <= {report.card.document for report in after}
    assert known(after, earlier) == before
