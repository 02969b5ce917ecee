"""How many an operation has: sentences of our own making."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Contingent, Status, Strength
from muster.model.count import Rel

Claims = Callable[..., tuple[Claim, ...]]


def _strengths(claims: tuple[Claim, ...]) -> list[tuple[str | None, int | None, str | None, Status]]:
    return [
        (c.operation, c.fact.count.best if c.fact.count else None, c.fact.component, c.status)
        for c in claims
        if isinstance(c.fact, Strength)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL has 9,500 troops.",
        "UNIFIL currently comprises 9,500 troops.",
        "UNIFIL consists of 9,500 troops.",
        "UNIFIL was cut to 9,500 troops.",
        "UNIFIL's strength stands at 9,500 troops.",
        "There are 9,500 troops in UNIFIL.",
        "The strength of UNIFIL has fallen to 9,500 troops.",
        "Strength of UNIFIL: 9,500 troops",
        "The UN has 9,500 troops in UNIFIL.",
    ],
)
def test_many_ways_to_say_how_many(claims_of: Claims, text: str) -> None:
    assert _strengths(claims_of(text)) == [("unifil", 9500, "troops", Status.ACTUAL)]


@pytest.mark.parametrize(
    "text",
    [
        "The UN Interim Force in Lebanon (UNIFIL) is 13,000 strong.",
        "The 13,000-strong UNIFIL patrols the border.",
        "UNIFIL numbers 13,000.",
        "UNIFIL peaked at 13,000 in 2007.",
    ],
)
def test_bare_numbers_and_compounds(claims_of: Claims, text: str) -> None:
    assert ("unifil", 13000, None, Status.ACTUAL) in _strengths(claims_of(text))


def test_components_are_claims_of_their_own(claims_of: Claims) -> None:
    found = _strengths(claims_of("MINUSMA counts 12,000 soldiers, 1,600 police and 1,800 civilian staff."))
    assert [(count, component) for _, count, component, _ in found] == [
        (12000, "troops"),
        (1600, "police"),
        (1800, "civilians"),
    ]


def test_ceilings_are_authorised(claims_of: Claims) -> None:
    found = _strengths(claims_of("UNMIL's military strength is 9,200, against an authorized strength of 15,000."))
    assert found == [("unmil", 9200, None, Status.ACTUAL), ("unmil", 15000, None, Status.AUTHORISED)]


def test_what_a_council_decides_is_authorised_and_hedged_as_written(claims_of: Claims) -> None:
    [claim] = [
        c
        for c in claims_of("Decides that UNAMSIL shall comprise a maximum of 6,000 military personnel;")
        if isinstance(c.fact, Strength)
    ]
    assert claim.status is Status.AUTHORISED
    assert isinstance(claim.fact, Strength)
    assert claim.fact.count is not None
    assert claim.fact.count.rel is Rel.UP_TO


def test_from_one_level_to_the_next_is_two_strengths(claims_of: Claims) -> None:
    found = _strengths(claims_of("SFOR will be reduced from 12,000 to 7,000 troops by June."))
    assert [(count, status) for _, count, _, status in found] == [(12000, Status.ACTUAL), (7000, Status.PLANNED)]


def test_nations_and_their_groups_go_with_the_number(claims_of: Claims) -> None:
    text = "KFOR has 4,500 troops from 27 nations, including 21 NATO members and six partner countries."
    [claim] = [c for c in claims_of(text) if isinstance(c.fact, Strength)]
    assert isinstance(claim.fact, Strength)
    assert claim.fact.nations == 27
    assert dict(claim.fact.groups) == {"NATO members": 21, "partners": 6}


def test_a_number_of_nations_alone_is_a_strength(claims_of: Claims) -> None:
    [claim] = [
        c for c in claims_of("A total of 52 countries contribute troops to MONUSCO.") if isinstance(c.fact, Strength)
    ]
    assert isinstance(claim.fact, Strength)
    assert (claim.fact.nations, claim.fact.count) == (52, None)


def test_a_level_reached_by_a_day_is_of_that_day(claims_of: Claims) -> None:
    [claim] = [c for c in claims_of("By 30 June 2009 UNAMID had 15,200 troops.") if isinstance(c.fact, Strength)]
    assert claim.when is not None
    assert claim.when.edtf == "2009-06-30"


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL is sheltering 200 civilians.",
        "KFOR said 30 of its soldiers were hurt.",
        "Some 300 soldiers of UNIFIL searched the village.",
        "UNMISS has 200,000 people in its camps.",
        "MONUSCO says the M23 has 3,000 fighters.",
        "UNIFIL has 50 positions and 130 armoured vehicles.",
        "UNMISS trained 300 South Sudanese police officers.",
        "MONUSCO destroyed 500 weapons.",
    ],
)
def test_other_numbers_are_no_strengths(claims_of: Claims, text: str) -> None:
    assert _strengths(claims_of(text)) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers(min_value=2100, max_value=99000))
def test_the_number_is_read_as_written_and_quoted_verbatim(claims_of: Claims, number: int) -> None:
    text = f"KFOR numbers {number:,} soldiers."
    [claim] = [c for c in claims_of(text) if isinstance(c.fact, Strength)]
    assert isinstance(claim.fact, Strength)
    assert claim.fact.count is not None
    assert claim.fact.count.best == number
    assert all(text[s.start : s.end] == s.quote and f"{number:,}" in s.quote for s in claim.spans)


def test_a_countrys_number_is_no_strength(claims_of: Claims) -> None:
    kinds = {type(c.fact) for c in claims_of("Ireland has 344 personnel in UNIFIL.")}
    assert kinds == {Contingent}
