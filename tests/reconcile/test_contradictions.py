"""Every disagreement has a type, a choice and a reason."""

import pytest

from muster.model.claim import Casualty, Contingent, Incident, Status, Strength
from muster.model.count import Count, Rel
from muster.model.record import Contradiction
from muster.model.report import Report
from muster.reconcile import record
from reconcile.sample_reports import report

ON = "2024-03-01"


def has(number: int, page: str, day: str | None, rel: Rel = Rel.EXACT, component: str | None = None) -> Report:
    return report(Contingent(country="GH", count=Count(best=number, rel=rel), component=component), page, day)


def hurt(number: int | None, page: str, day: str | None, rel: Rel = Rel.EXACT, source: str | None = None) -> Report:
    fact = Casualty(outcome="wounded", group="peacekeepers", count=Count(best=number, rel=rel))
    return report(fact, page, day, "2024-02-01", place="Naqoura", source=source)


CLASH = report(Incident(type="clash"), "z", "2024-02-02", "2024-02-01", place="Naqoura")


def found(*reports: Report) -> list[Contradiction]:
    return list(record(reports, "unifil", ON).contradictions)


def types(*reports: Report) -> list[str]:
    return [one.type for one in found(*reports)]


def numbers(one: Contradiction) -> list[int | None]:
    return [figure.claim.slots["count"]["best"] for figure in one.figures]


def test_a_newer_figure_supersedes_an_older() -> None:
    (one,) = found(has(850, "a", "2023-11-01"), has(870, "b", "2024-02-20"), has(700, "c", "2023-10-01"))
    assert (one.type, one.about, one.subject) == ("superseded", "contingent", "GH")
    assert numbers(one) == [870, 850, 700]
    assert one.chosen is one.figures[0]
    assert (len(one.set_aside), one.why) == (2, "the newer figure holds")


def test_a_count_of_its_own_older_day_contradicts_nothing() -> None:
    counted = report(Contingent(country="GH", count=Count(best=850)), "a", "2023-11-02", when="2023-11-01")
    assert types(counted, has(870, "b", "2024-02-20")) == []


def test_history_told_as_history_contradicts_nothing() -> None:
    column = report(Contingent(country="GH", count=Count(best=850)), "b", "2024-02-20", when="2023-08")
    assert types(has(870, "b", "2024-02-20"), column, has(300, "a", "2020-01-01")) == []


def test_figures_of_different_sources_within_days_conflict() -> None:
    (one,) = found(has(870, "a", "2024-02-20"), has(790, "b", "2024-02-18"))
    assert (one.type, numbers(one)) == ("conflict", [870, 790])


@pytest.mark.parametrize(("number", "rel"), [(4530, Rel.EXACT), (4600, Rel.ABOUT), (4500, Rel.MORE_THAN)])
def test_numbers_of_which_one_may_be_the_other_rounded_differ_by_rounding(number: int, rel: Rel) -> None:
    told = [
        report(Strength(count=Count(best=best, rel=of)), page, "2024-02-20")
        for best, of, page in ((4500, Rel.EXACT, "a"), (number, rel, "b"))
    ]
    assert types(*told) == ["rounding"]


def test_an_old_figure_told_again_is_a_stale_repeat() -> None:
    told = found(has(850, "a", "2024-01-01"), has(1200, "b", "2024-02-01"), has(850, "c", "2024-02-20"))
    assert [(one.type, numbers(one)) for one in told] == [("stale repeat", [1200, 850]), ("superseded", [1200, 850])]
    assert [point.claim.document for one in told for point in one.set_aside] == ["c", "a"]


def test_figures_that_count_different_people_are_of_different_scope() -> None:
    (one,) = found(has(870, "a", "2024-02-20", component="troops"), has(990, "b", "2024-02-18", component="personnel"))
    assert one.type == "scope"
    assert "personnel" in one.why
    assert "troops" in one.why


def test_a_ceiling_is_of_another_scope_than_what_is_there() -> None:
    ceiling = report(Strength(count=Count(best=15000)), "a", "2024-02-01", status=Status.AUTHORISED)
    (one,) = found(ceiling, report(Strength(count=Count(best=9500)), "b", "2024-02-20"))
    assert (one.type, numbers(one)) == ("scope", [9500, 15000])


def test_two_figures_of_one_document_for_one_day_conflict() -> None:
    assert types(has(870, "a", "2024-02-20"), has(790, "a", "2024-02-20")) == ["conflict"]


def test_an_undated_figure_that_differs_is_set_aside() -> None:
    (one,) = record([has(870, "a", "2024-02-20"), has(790, "b", None)], "unifil", "2024-06-01").contradictions
    assert (one.type, numbers(one)) == ("conflict", [870, 790])


def test_a_toll_told_earlier_is_superseded() -> None:
    (one,) = found(CLASH, hurt(25, "a", "2024-02-01"), hurt(30, "b", "2024-02-03"))
    assert (one.type, one.about, one.subject, one.place) == ("superseded", "wounded", "peacekeepers", "Naqoura")
    assert numbers(one) == [30, 25]


def test_a_toll_that_its_source_has_corrected_is_superseded_on_the_same_day() -> None:
    told = [hurt(25, "a", "2024-02-01", source="UNIFIL"), hurt(30, "b", "2024-02-01", source="UNIFIL")]
    assert types(CLASH, *told, hurt(30, "c", "2024-02-01")) == ["superseded"]


def test_a_toll_that_others_count_otherwise_is_in_conflict() -> None:
    (one,) = found(CLASH, hurt(30, "a", "2024-02-02"), hurt(30, "b", "2024-02-02"), hurt(41, "c", "2024-02-02"))
    assert (one.type, numbers(one)) == ("conflict", [30, 41])
    assert "2 independent sources" in one.why


def test_a_toll_told_again_after_it_was_replaced_is_a_stale_repeat() -> None:
    told = [hurt(25, "a", "2024-02-01"), hurt(30, "b", "2024-02-03"), hurt(30, "c", "2024-02-03")]
    assert types(CLASH, *told, hurt(25, "d", "2024-02-10")) == ["stale repeat"]


def test_an_order_of_size_that_fits_contradicts_nothing() -> None:
    assert types(CLASH, hurt(30, "a", "2024-02-02"), hurt(None, "b", "2024-02-02", Rel.DOZENS)) == []


def test_nationalities_that_do_not_come_to_the_sum_are_parts_and_whole() -> None:
    def of(country: str, number: int) -> Report:
        fact = Casualty(outcome="wounded", group=country, count=Count(best=number))
        return report(fact, "a", "2024-02-02", "2024-02-01", place="Naqoura", at=20)

    (one,) = found(CLASH, hurt(30, "a", "2024-02-02"), of("IT", 14), of("HU", 19))
    assert (one.type, numbers(one)[0]) == ("parts and whole", 30)
    assert types(CLASH, hurt(30, "a", "2024-02-02"), of("IT", 11), of("HU", 19)) == []


def test_contingents_that_come_to_more_than_the_total_are_parts_and_whole() -> None:
    total = report(Strength(count=Count(best=900)), "a", "2024-02-20")
    ireland = report(Contingent(country="IE", count=Count(best=200)), "a", "2024-02-20")
    (one,) = found(total, has(870, "a", "2024-02-20"), ireland)
    assert (one.type, one.about, sorted(numbers(one)[1:])) == ("parts and whole", "contingents", [200, 870])  # type: ignore[type-var]
    assert "170" in one.why


def test_every_contradiction_lists_the_claims_it_rests_on() -> None:
    told = [has(850, "a", "2023-11-01"), has(870, "b", "2024-02-20")]
    (one,) = found(*told)
    assert set(one.claims) == {each.claim.id for each in told}


def test_figures_beside_a_list_that_comes_to_its_total_are_of_another_scope() -> None:
    def table(number: int, country: str, at: int) -> Report:
        return report(Contingent(country=country, count=Count(best=number)), "a", "2024-02-20", "2024-02-20", at=at)

    total = report(Strength(count=Count(best=900)), "a", "2024-02-20", "2024-02-20")
    staff = table(14, "GH", 80)
    (one,) = found(total, table(400, "GH", 20), table(300, "IE", 40), table(200, "NP", 60), staff)
    assert (one.type, one.subject, numbers(one)) == ("scope", "GH", [400, 14])


def test_contingents_of_other_days_than_the_total_may_have_changed_since() -> None:
    total = report(Strength(count=Count(best=900)), "a", "2024-02-20")
    ireland = report(Contingent(country="IE", count=Count(best=200)), "a", "2023-10-20")
    assert types(total, has(870, "a", "2024-02-20"), ireland) == []


def test_a_week_whose_figures_did_not_fit_stays_in_conflict_when_all_are_replaced() -> None:
    told = found(has(850, "a", "2023-11-01"), has(700, "b", "2023-11-03"), has(870, "c", "2024-02-20"))
    (past,) = [one for one in told if one.past]
    assert (past.type, past.about, past.subject, past.day) == ("conflict", "contingent", "GH", "2023-11-03")
    assert sorted(filter(None, numbers(past))) == [700, 850]


def test_a_figure_of_no_known_day_that_fits_nothing_told_since_its_page_could_appear_is_in_conflict() -> None:
    clash = report(Incident(type="clash"), "z", "2023-11-02", "2023-11-01", place="Naqoura")
    again = report(Incident(type="clash"), "undated", None, "2023-11-01", place="Naqoura")
    about = [
        has(4000, "undated", None, rel=Rel.ABOUT),
        has(3800, "a", "2023-11-02", rel=Rel.LESS_THAN),
        has(4500, "b", "2024-02-01"),
    ]
    told = record([clash, again, *about], "unifil", "2024-06-01").contradictions
    assert [numbers(one) for one in told if one.past] == [[3800, 4000]]
    fitting = [*about, has(4000, "c", "2023-12-24")]
    told = record([clash, again, *fitting], "unifil", "2024-06-01").contradictions
    assert not [one for one in told if one.past]


def test_a_count_only_thought_possible_and_one_denied_conflict_with_the_one_taken() -> None:
    possible = report(
        Casualty(outcome="wounded", group="peacekeepers", count=Count(best=4)),
        "b",
        "2024-02-02",
        "2024-02-01",
        Status.POSSIBLE,
        "Naqoura",
    )
    (one,) = found(CLASH, hurt(3, "a", "2024-02-02"), possible)
    assert (one.type, numbers(one), one.why) == ("conflict", [3, 4], "the other is thought possible")
