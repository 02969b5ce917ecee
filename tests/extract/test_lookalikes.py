"""Words that look like incidents, harm, a country's people or a post, and are something else."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Command

Claims = Callable[..., tuple[Claim, ...]]


def of_kind(found: tuple[Claim, ...], kind: str) -> list[Claim]:
    return [claim for claim in found if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. The parties keep a policy of non-interference with the vote.",
        "UNMIL reports. The police arrested 30 persons for violations of curfew.",
        "UNMIL reports. The visitors saw demonstrations of skills by the special unit.",
        "UNMIL reports. The veterans threatened to hold more demonstrations.",
    ],
)
def test_a_lookalike_is_no_incident(claims_of: Claims, text: str) -> None:
    assert of_kind(claims_of(text), "incident") == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("UNIFIL counted 30 violations of the ceasefire on 3 May 2009.", "violation"),
        ("Demonstrations were held in Monrovia on 3 May 2009.", "protest"),
        ("Veterans marched in a demonstration in Monrovia on 3 May 2009.", "protest"),
    ],
)
def test_an_incident_still_is_one(claims_of: Claims, text: str, type_: str) -> None:
    assert type_ in [claim.slots["type"] for claim in of_kind(claims_of(text), "incident")]


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. Demonstrations involving about 900 demonstrators were held in Monrovia.",
        "UNMIL reports. UNMIL experts identified the remains of one missing person.",
    ],
)
def test_those_who_demonstrate_and_those_found_are_neither_held_nor_missing(claims_of: Claims, text: str) -> None:
    assert of_kind(claims_of(text), "casualty") == []


def test_people_held_after_a_demonstration_are_held(claims_of: Claims) -> None:
    [claim] = of_kind(claims_of("Ten people were held after a demonstration in Monrovia."), "casualty")
    assert claim.slots["outcome"] == "held"


def test_members_who_are_not_of_a_country_are_not_its_contingent(claims_of: Claims) -> None:
    found = claims_of("UNIFIL reports. The corps has 140 non-Irish members.")
    assert of_kind(found, "contingent") == []


def test_what_a_force_commander_heads_is_not_his_title(claims_of: Claims) -> None:
    text = "The military component of UNMIL is headed by the Force Commander, Brigadier General Jon Malm (Sweden)."
    [claim] = of_kind(claims_of(text), "command")
    assert isinstance(claim.fact, Command)
    assert (claim.fact.holder, claim.fact.country, claim.fact.role) == ("Jon Malm", "SE", None)


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. The negotiation teams of both towns, led by Marko Ilic and Avni Berg, met on 26 February 2009.",
        "UNMIL reports. The court freed the former Liberation Army commander Amos Berg, who served as zone commander.",
        "UNMIL reports. The Bishop, Amos Berg, protested. The Assembly voted to dismiss him from his post in October.",
    ],
)
def test_who_leads_something_else_has_no_command(claims_of: Claims, text: str) -> None:
    assert of_kind(claims_of(text), "command") == []


def test_who_leads_a_brigade_of_the_force_has_one(claims_of: Claims) -> None:
    text = "KFOR reports. Multinational Brigade East, led by Colonel Jan Holm, met the mayor."
    assert [claim.slots["holder"] for claim in of_kind(claims_of(text), "command")] == ["Jan Holm"]
