"""Complete lists of contributors, and what they end."""

from muster.model.claim import Contingent, Strength
from muster.model.count import Count
from muster.model.record import Series
from muster.model.report import Report
from muster.reconcile import record
from muster.reconcile.series import series
from reconcile.sample_reports import report

ON = "2024-03-01"


def table(page: str, day: str, total: int, **countries: int) -> list[Report]:
    """A page of that day with a total and countries."""
    told = [report(Strength(count=Count(best=total)), page, day, day)]
    for i, (country, number) in enumerate(countries.items(), start=1):
        told.append(report(Contingent(country=country, count=Count(best=number)), page, day, day, at=i * 20))
    return told


OLD = table("a", "2023-06-01", 900, GH=400, IE=300, NP=200)
NEW = table("b", "2024-02-01", 950, GH=500, NP=250, IT=200)


def by_country(reports: list[Report]) -> dict[str | None, Series]:
    return {one.subject: one for one in series(reports, ON)}


def ended(reports: list[Report]) -> dict[str | None, str | None]:
    return {country: one.state.ended for country, one in by_country(reports).items() if one.state and one.state.ended}


def test_a_country_that_a_newer_complete_list_does_not_name_is_not_there_any_more() -> None:
    assert ended([*OLD, *NEW]) == {"IE": "2024-02-01"}


def test_it_has_no_rank_and_is_in_no_account() -> None:
    made = record([*OLD, *NEW], "unifil", ON)
    state = next(one.state for one in made.contingents if one.subject == "IE")
    assert state is not None
    assert state.rank is None
    assert [one.closes for one in made.accounts if one.about == "contingents"] == [True]


def test_a_list_that_does_not_come_to_its_total_ends_nothing() -> None:
    assert ended([*OLD, *table("b", "2024-02-01", 1300, GH=500, NP=250, IT=200)]) == {}


def test_a_list_in_which_somebody_has_miscounted_is_complete_and_its_sum_is_shown_not_to_come_out() -> None:
    reports = [*OLD, *table("b", "2024-02-01", 945, GH=500, NP=250, IT=200)]
    assert ended(reports) == {"IE": "2024-02-01"}
    (found,) = [one for one in record(reports, "unifil", ON).contradictions if one.type == "parts and whole"]
    assert "at least 5 more" in found.why


def test_the_total_may_stand_in_the_text_above_the_list() -> None:
    countries = [one for one in NEW if one.claim.kind == "contingent"]
    above = report(Strength(count=Count(best=950)), "b", "2024-02-05")
    assert ended([*OLD, *countries, above]) == {"IE": "2024-02-01"}


def test_who_is_told_of_after_the_list_is_there() -> None:
    back = report(Contingent(country="IE", count=Count(best=310)), "c", "2024-02-20")
    assert ended([*OLD, *NEW, back]) == {}


def test_the_total_of_a_complete_list_goes_before_another_figure_of_its_days() -> None:
    battalion = report(Strength(count=Count(best=500)), "c", "2024-02-04")
    state = by_country([*NEW, battalion])[None].state
    assert state is not None
    assert state.best == 950


def test_of_two_figures_of_one_page_the_larger_is_the_contingent() -> None:
    officers = report(Contingent(country="GH", count=Count(best=14)), "b", "2024-02-01", "2024-02-01", at=900)
    state = by_country([*NEW, officers])["GH"].state
    assert state is not None
    assert state.best == 500
