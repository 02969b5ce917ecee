"""Sums checked, the residual shown."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Casualty, Contingent, Incident, Movement, Strength
from muster.model.count import Bounds, Count, Rel
from muster.model.record import Account
from muster.model.report import Report
from muster.reconcile import record
from reconcile.sample_reports import report

ON = "2024-03-01"


def total(number: int, day: str, page: str = "a", rel: Rel = Rel.EXACT) -> Report:
    return report(Strength(count=Count(best=number, rel=rel), component="troops"), page, day)


def contingent(country: str, number: int, day: str = "2024-02-01") -> Report:
    return report(Contingent(country=country, count=Count(best=number), component="troops"), "a", day)


def came(country: str, number: int, day: str, act: str = "deploy", page: str = "m") -> Report:
    fact = Movement(actor=country, act=act, count=Count(best=number), stage="completed")
    return report(fact, page, day, day)


def found(*reports: Report) -> dict[tuple[str, str | None], Account]:
    return {(one.about, one.subject): one for one in record(reports, "unifil", ON).accounts}


def test_what_the_contingents_leave_over_of_the_total_is_shown() -> None:
    account = found(total(1000, "2024-02-01"), contingent("GH", 250), contingent("IE", 400))["contingents", None]
    assert (account.expected, account.residual, account.closes) == (Bounds(650, 650), Bounds(350, 350), False)
    assert len(account.claims) == 3


def test_one_contingent_alone_is_no_account() -> None:
    assert found(total(1000, "2024-02-01"), contingent("GH", 250)) == {}


def test_an_earlier_strength_with_what_came_and_went_is_held_against_the_later() -> None:
    made = found(
        total(3800, "2023-05-29"),
        came("TR", 500, "2023-06-04"),
        came("IE", 100, "2023-08-01", "withdraw", "n"),
        total(4500, "2023-10-06", "b"),
    )
    account = made["strength", None]
    assert account.opening is not None
    assert (account.expected, account.residual) == (Bounds(4200, 4200), Bounds(300, 300))
    assert [len(account.additions), len(account.departures)] == [1, 1]


def test_a_countrys_own_strength_is_accounted_for_with_its_own_movements() -> None:
    own = contingent("TR", 350, "2023-06-03"), contingent("TR", 780, "2023-10-11")
    made = found(*own, came("TR", 500, "2023-06-04"), came("GB", 200, "2023-10-06", page="n"))
    assert (made["strength", "TR"].expected, made["strength", "TR"].residual) == (Bounds(850, 850), Bounds(-70, -70))


def test_what_came_before_the_earlier_strength_is_in_it() -> None:
    assert found(total(3800, "2023-07-01"), came("TR", 500, "2023-06-04"), total(4500, "2023-10-06", "b")) == {}


def test_hedges_widen_the_residual_and_it_may_close() -> None:
    made = found(
        total(3800, "2023-05-29", rel=Rel.ABOUT), came("TR", 500, "2023-06-04"), total(4400, "2023-10-06", "b")
    )
    assert made["strength", None].residual == Bounds(-90, 290)
    assert made["strength", None].closes


def test_nationalities_are_held_against_the_toll() -> None:
    def hurt(group: str, number: int) -> Report:
        fact = Casualty(outcome="wounded", group=group, count=Count(best=number))
        return report(fact, "a", "2024-02-02", "2024-02-01", place="Naqoura")

    clash = report(Incident(type="clash"), "a", "2024-02-02", "2024-02-01", place="Naqoura")
    account = found(clash, hurt("peacekeepers", 30), hurt("IT", 11), hurt("HU", 18))["casualties", "wounded"]
    assert (account.expected, account.residual) == (Bounds(29, 29), Bounds(1, 1))


@given(st.lists(st.integers(1, 500), min_size=2, max_size=6), st.integers(0, 300))
def test_what_the_parts_and_the_residual_come_to_is_the_whole(parts: list[int], over: int) -> None:
    countries = ("GH", "IE", "NP", "IT", "ES", "FR")
    told = [contingent(country, number) for country, number in zip(countries, parts, strict=False)]
    account = found(total(sum(parts) + over, "2024-02-01"), *told)["contingents", None]
    assert account.residual == Bounds(over, over)
