"""Figures over time, and what they come to on a day."""

from dataclasses import replace

from muster.model.claim import Command, Contingent, Status, Strength
from muster.model.count import Count, Rel
from muster.model.record import Series, State
from muster.model.report import Report
from muster.model.span import Span
from muster.reconcile import record
from muster.reconcile.series import series
from reconcile.sample_reports import report

ON = "2024-03-01"


def strength(number: int, page: str, day: str | None, rel: Rel = Rel.EXACT, source: str | None = None) -> Report:
    return report(Strength(count=Count(best=number, rel=rel), component="troops"), page, day, source=source)


def contingent(country: str, count: Count | None, page: str = "a", day: str | None = "2024-02-01") -> Report:
    return report(Contingent(country=country, count=count, component="troops"), page, day)


def state_of(*reports: Report, on: str = ON) -> State:
    (one,) = series(reports, on)
    assert one.state is not None
    return one.state


def test_the_newest_figure_is_carried_forward_with_its_age() -> None:
    state = state_of(strength(9000, "a", "2023-01-01"), strength(9500, "b", "2024-02-20"))
    assert (state.best, state.figure.day, state.age, state.stale) == (9500, "2024-02-20", 10, False)


def test_a_figure_older_than_the_limit_is_stale_and_so_is_an_undated_one() -> None:
    assert state_of(strength(9000, "a", "2023-01-01")).stale
    assert state_of(strength(9000, "a", None)).stale
    assert not series([strength(9000, "a", "2023-01-01")], ON, stale_after=1000)[0].state.stale  # type: ignore[union-attr]


def test_low_and_high_are_what_reports_of_one_state_all_allow() -> None:
    state = state_of(strength(9500, "a", "2024-02-20", Rel.MORE_THAN), strength(9600, "b", "2024-02-18", Rel.ABOUT))
    assert (state.low, state.best, state.high) == (9501, 9500, 10080)
    assert [point.claim.document for point in state.agreeing] == ["b"]


def test_of_figures_of_one_day_the_one_with_more_independent_sources_holds() -> None:
    state = state_of(strength(870, "a", ON), strength(860, "b", ON), strength(860, "c", ON))
    assert state.best == 860
    assert len(state.figure.lineages) == 2


def test_many_who_cite_one_source_are_no_more_than_one() -> None:
    echo = [strength(870, page, ON, source="the ministry") for page in "abc"]
    assert state_of(*echo, strength(860, "d", ON), strength(860, "e", ON)).best == 860


def test_an_old_figure_told_again_does_not_replace_the_one_that_replaced_it() -> None:
    told = [strength(9000, "a", "2024-01-01"), strength(9800, "b", "2024-02-01"), strength(9000, "c", "2024-02-10")]
    assert state_of(*told).best == 9800
    assert state_of(*told, strength(9000, "d", "2024-01-02")).best == 9800


def test_a_count_of_its_own_day_is_news_even_if_it_is_the_old_number() -> None:
    counted = report(Strength(count=Count(best=9000), component="troops"), "c", "2024-02-10", when="2024-02-09")
    assert state_of(strength(9000, "a", "2024-01-01"), strength(9800, "b", "2024-02-01"), counted).best == 9000


def by_country(*reports: Report) -> dict[str | None, Series]:
    return {one.subject: one for one in series(reports, ON)}


def test_contingents_have_rank_and_share_of_the_operations_own_total() -> None:
    made = by_country(
        strength(1000, "a", ON), contingent("GH", Count(best=250)), contingent("IE", Count(low=300, high=500))
    )
    ranks = {country: (one.state.rank, one.state.share) for country, one in made.items() if one.state}
    assert ranks == {None: (None, None), "IE": (1, 0.4), "GH": (2, 0.25)}


def test_without_a_total_there_is_no_share() -> None:
    state = by_country(contingent("GH", Count(best=250)))["GH"].state
    assert state is not None
    assert state.share is None


def test_a_rank_told_without_a_number_stands_beside_the_number() -> None:
    told = report(Contingent(country="GH", rank=2), "b", "2024-02-20")
    state = by_country(contingent("GH", Count(best=250)), told)["GH"].state
    assert state is not None
    assert state.told_rank is not None
    assert (state.best, state.rank, state.told_rank.claim.slots["rank"]) == (250, 1, 2)


def test_a_country_of_which_only_a_rank_is_told_has_no_state() -> None:
    assert by_country(report(Contingent(country="GH", rank=2), "b", "2024-02-20"))["GH"].state is None


def test_plans_have_ranks_among_plans() -> None:
    plan = report(Contingent(country="NP", count=Count(best=900)), "b", "2024-02-20", status=Status.PLANNED)
    made = series([contingent("GH", Count(best=250)), plan], ON)
    assert [one.state.rank for one in made if one.state] == [1, 1]


def test_the_order_in_which_reports_come_changes_nothing() -> None:
    told = [strength(870, page, ON) for page in "ab"] + [strength(860, page, ON) for page in "cd"]
    assert record(told, "unifil", ON).strength == record(told[::-1], "unifil", ON).strength


def test_a_figure_carried_on_for_years_has_the_sources_of_its_newest_month() -> None:
    days = ("2021-03-01", "2022-03-01", "2024-02-20", "2024-03-01")
    state = state_of(*(strength(9000, page, day) for page, day in zip("abcd", days, strict=True)))
    assert (len(state.figure.reports), len(state.figure.lineages)) == (4, 2)


def test_of_a_rise_from_one_figure_to_another_in_one_sentence_the_second_holds() -> None:
    def told(number: int, quote: str) -> Report:
        one = strength(number, "a", ON)
        return one._replace(claim=replace(one.claim, spans=(Span(0, len(quote), quote),)))

    rise = [told(1721, "increased from 1,721"), told(1402, "increased from 1,721 to 1,402")]
    made = record(rise, "unifil", ON)
    assert made.strength[0].state is not None
    assert made.strength[0].state.best == 1402
    assert [(one.type, one.why) for one in made.contradictions] == [("superseded", "told as what was before")]


def test_a_band_never_leaves_out_its_own_figure() -> None:
    almost = report(Strength(count=Count(3800, rel=Rel.LESS_THAN)), "a", "2024-05-01")
    about = report(Strength(count=Count(4000, rel=Rel.ABOUT)), "b", "2024-05-10")
    (one,) = series([almost, about], "2024-05-12")
    assert one.state is not None
    assert (one.state.low or 0) <= (one.state.best or 0) <= (one.state.high or 10**9)


def test_a_figure_that_only_the_record_dates_is_stale_once_it_may_be_too_old() -> None:
    takes = Command(holder="Ben Roe", act="takes", predecessor="Ana Pale")
    told = report(takes, "told", "2023-10-11", "2023-10-10")
    yearless = report(takes, "undated", when="XXXX-10-09")
    about = report(Contingent(country="DE", count=Count(best=70)), "undated", at=40)
    states = [
        record([told, yearless, about], "unifil", day).contingents[0].state for day in ("2023-10-15", "2024-06-01")
    ]
    assert [(state.age, state.stale) for state in states if state] == [(None, False), (None, True)]


def test_a_round_number_says_nothing_new_of_the_figure_it_allows() -> None:
    narrow = strength(3760, "a", "2024-02-20")
    assert state_of(narrow, strength(4000, "b", "2024-02-24", Rel.ABOUT)).best == 3760
    assert state_of(narrow, strength(4000, "b", "2024-02-24")).best == 4000
    assert state_of(narrow, strength(4000, "b", "2024-02-29", Rel.ABOUT)).best == 4000
    assert state_of(narrow, strength(5000, "b", "2024-02-24", Rel.ABOUT)).best == 5000
    assert state_of(strength(3000, "a", "2024-02-20"), strength(3150, "b", "2024-02-24", Rel.ABOUT)).best == 3150


def test_a_long_series_is_read_to_its_end() -> None:
    days = [
        f"{year}-{month:02}-{day:02}" for year in range(1990, 2024) for month in range(1, 13) for day in (5, 15, 25)
    ]
    told = [strength(9000 + n, f"p{n}", day, Rel.ABOUT) for n, day in enumerate(days)]
    assert state_of(*told).best == 9000 + len(days) - 1
