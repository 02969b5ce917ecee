"""What one country has in an operation: sentences of our own making."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Contingent, Status

Claims = Callable[..., tuple[Claim, ...]]
Row = tuple[str | None, str, int | None, int | None, Status]


def _contingents(claims: tuple[Claim, ...]) -> list[Row]:
    return [
        (c.operation, c.fact.country, c.fact.count.best if c.fact.count else None, c.fact.rank, c.status)
        for c in claims
        if isinstance(c.fact, Contingent)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Canada contributes 580 soldiers to UNFICYP.",
        "Canada's contribution to UNFICYP is 580 soldiers.",
        "Canada has 580 soldiers in UNFICYP.",
        "Some 580 Canadian soldiers serve with UNFICYP.",
        "The 580 Canadian soldiers with UNFICYP were on parade.",
        "UNFICYP includes 580 soldiers from Canada.",
        "There are currently 580 Canadian soldiers in UNFICYP.",
        "The Canadian contingent in UNFICYP numbers 580.",
    ],
)
def test_many_ways_to_say_what_a_country_has(claims_of: Claims, text: str) -> None:
    assert ("unficyp", "CA", 580, None, Status.ACTUAL) in _contingents(claims_of(text))


def test_pledges_are_planned_and_lists_go_on_without_a_verb(claims_of: Claims) -> None:
    found = _contingents(claims_of("France has pledged 2,000 troops for UNIFIL, Spain 1,100 and Belgium around 400."))
    assert found == [
        ("unifil", "FR", 2000, None, Status.PLANNED),
        ("unifil", "ES", 1100, None, Status.PLANNED),
        ("unifil", "BE", 400, None, Status.PLANNED),
    ]


def test_numbers_in_parentheses_behind_countries(claims_of: Claims) -> None:
    text = "UNIFIL's main contributors are Indonesia (1,231), Italy (1,068) and India (903)."
    assert {(country, count) for _, country, count, _, _ in _contingents(claims_of(text))} >= {
        ("ID", 1231),
        ("IT", 1068),
        ("IN", 903),
    }


def test_places_among_the_contributors(claims_of: Claims) -> None:
    text = "Italy, with 2,500 troops, is the largest contributor to UNIFIL, followed by France with 1,600."
    assert _contingents(claims_of(text)) == [
        ("unifil", "IT", 2500, 1, Status.ACTUAL),
        ("unifil", "FR", 1600, 2, Status.ACTUAL),
    ]


def test_a_place_without_a_number(claims_of: Claims) -> None:
    found = _contingents(claims_of("India is the biggest troop contributor to UNMISS."))
    assert found == [("unmiss", "IN", None, 1, Status.ACTUAL)]


def test_a_total_after_a_change(claims_of: Claims) -> None:
    found = _contingents(claims_of("The deployment brings Türkiye's contingent in KFOR to 780."))
    assert ("kfor", "TR", 780, None, Status.ACTUAL) in found


def test_numbers_apiece_and_respectively(claims_of: Claims) -> None:
    apiece = _contingents(claims_of("Jordan and Nepal have 900 each in MINUSTAH."))
    assert {(country, count) for _, country, count, _, _ in apiece} == {("JO", 900), ("NP", 900)}
    text = "Uganda and Burundi have 6,200 and 5,400 troops respectively in AMISOM."
    assert {(row[1], row[2]) for row in _contingents(claims_of(text))} == {("UG", 6200), ("BI", 5400)}


def test_one_country_in_several_operations(claims_of: Claims) -> None:
    found = _contingents(claims_of("The UK has 3 staff officers in UNMISS and 250 personnel in UNFICYP."))
    assert {(row[0], row[2]) for row in found} == {("unmiss", 3), ("unficyp", 250)}


def test_parts_of_a_whole(claims_of: Claims) -> None:
    found = _contingents(claims_of("Of the 9,000 ECOMOG soldiers, 7,000 are Nigerians."))
    assert ("ecomog", "NG", 7000, None, Status.ACTUAL) in found


@pytest.mark.parametrize(
    "text",
    [
        "Turkey sent 500 troops to KFOR.",
        "A French battalion of 800 arrived in Beirut for UNIFIL.",
        "Chad withdrew 1,200 troops from MINUSMA.",
        "Four Tanzanian soldiers in MONUSCO have died.",
        "Three Irish soldiers serving with UNIFIL were injured.",
        "The US has 28,500 troops in South Korea, UNIFIL's commander noted.",
        "Sudan has 40,000 soldiers in Darfur, UNAMID said.",
        "Rwanda has 4,000 soldiers inside Congo, MONUSCO says.",
    ],
)
def test_comings_losses_and_other_armies_are_no_contingents(claims_of: Claims, text: str) -> None:
    assert _contingents(claims_of(text)) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    number=st.integers(min_value=101, max_value=1899), country=st.sampled_from(["Ghana", "Nepal", "Fiji", "Austria"])
)
def test_the_words_quoted_hold_country_and_number(claims_of: Claims, number: int, country: str) -> None:
    text = f"{country} keeps {number:,} soldiers in UNIFIL."
    [claim] = [c for c in claims_of(text) if isinstance(c.fact, Contingent)]
    assert isinstance(claim.fact, Contingent)
    assert claim.fact.count is not None
    assert claim.fact.count.best == number
    assert all(text[s.start : s.end] == s.quote and f"{number:,}" in s.quote for s in claim.spans)


@pytest.mark.parametrize(
    "text",
    [
        "UNFICYP is stretched thin. Canada's battalion, 580 men, watches the Green Line.",
        "UNFICYP is stretched thin. The Canadian battalion (580) watches the Green Line.",
        "UNFICYP is stretched thin. Canada's task force of 580 holds the Green Line.",
        "UNFICYP is stretched thin. The Canadians (580) watch the Green Line.",
        "UNFICYP in figures\n\n– Canada: 580 soldiers\n– Nepal: 30",
        "UNFICYP in figures\nCANADA 580\nNEPAL 30\nPERU 7",
    ],
)
def test_a_country_beside_a_number_owns_it_whatever_the_verb(claims_of: Claims, text: str) -> None:
    assert ("unficyp", "CA", 580, None, Status.ACTUAL) in _contingents(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "UNFICYP said that a Canadian soldier, 31, fell ill.",
        "UNFICYP said that one Canadian soldier was hurt near Kyrenia.",
        "UNFICYP is stretched thin. A Canadian battalion, 580 men, leaves on Monday.",
        "UNFICYP patrols the line. The Cypriot army (580) does not.",
    ],
)
def test_ages_the_hurt_the_moving_and_the_host_are_no_contingents(claims_of: Claims, text: str) -> None:
    assert _contingents(claims_of(text)) == []
