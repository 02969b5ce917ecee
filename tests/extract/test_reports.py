"""Long institutional prose: ordinary words there are no movements, positions, acts on a mandate or talks."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim

Claims = Callable[..., tuple[Claim, ...]]


def kinds(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.kind for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL noted the walkout of the deputies. They returned for the rest of the session.",
        "In Liberia UNMIL found the clinics closed owing to the departure of trained staff.",
        "UNMIL supports the UNHCR return programme in Lofa.",
        "The first humanitarian convoy, led by UNHCR, arrived at Gbarnga on 3 May 2004.",
        "In 2004 UNMIK counted 120 Croatian Serbs, 70 Roma/Egyptians and 40 Bosniaks who returned to their homes.",
        "The villagers remain firm in their opposition to UNMIL transporting border police to the gate.",
        "It would be premature to withdraw UNMIL after June.",
        "UNMIL will help all refugees and displaced families to return to their homes.",
    ],
)
def test_no_force_moves(claims_of: Claims, text: str) -> None:
    assert "movement" not in kinds(claims_of(text))


def test_a_state_still_sends_its_soldiers_home_and_out(claims_of: Claims) -> None:
    found = claims_of(
        "Pakistan withdrew its 600 soldiers from Liberia. A military convoy of 90 Ghanaian troops arrived."
    )
    moves = [c.fact.to_dict() if hasattr(c.fact, "to_dict") else c.to_dict() for c in found if c.kind == "movement"]
    assert {(c["actor"], c["act"]) for c in moves} == {("PK", "withdraw"), ("GH", "deploy")}


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL has undertaken various measures to calm the market towns.",
        "All persons undertaking public duties shall observe the law, UNMIL recalled.",
        "The Directorate received 900 claims, of which 12 per cent have been resolved at a steady rate.",
        "The police receive some 400 telephone calls per month from residents.",
        "Oversight of the courts, which was assured by a majority of the judges, is being curtailed.",
    ],
)
def test_no_position_is_taken(claims_of: Claims, text: str) -> None:
    assert "statement" not in kinds(claims_of(text))


def test_a_promise_to_do_something_is_one(claims_of: Claims) -> None:
    assert "statement" in kinds(
        claims_of("UNMIL reports that the Government of Liberia has undertaken to implement the law.")
    )


def test_a_day_is_nobody_to_address(claims_of: Claims) -> None:
    found = claims_of(
        "KFOR stood by. On 14 March President Boris Tadić publicly called for the removal of the roadblocks."
    )
    (claim,) = [c for c in found if c.kind == "statement"]
    assert not claim.to_dict().get("addressee")


@pytest.mark.parametrize(
    "text",
    [
        "Transport units gave the support necessary for UNMIL to fulfil its mandate.",
        "UNMIL has made progress in completing tasks set forth in paragraph 9.",
        "UNMIL will keep to its budget for the year, beginning 1 July 2005.",
        "UNMIL will begin developing a customs service.",
        "EULEX activities October 2011 to January 2012",
    ],
)
def test_nothing_happens_to_the_mandate(claims_of: Claims, text: str) -> None:
    acts = {c.to_dict()["act"] for c in claims_of(text, "2012-02-01") if c.kind == "mandate"}
    assert not acts & {"starts", "ends"}


def test_a_mission_that_ends_its_mandate_ends(claims_of: Claims) -> None:
    found = claims_of("UNMIL completed its mandate on 30 March 2018.")
    assert [c.to_dict()["act"] for c in found if c.kind == "mandate"] == ["ends"]


def test_the_numbers_of_a_local_service_are_not_the_missions(claims_of: Claims) -> None:
    found = claims_of(
        "UNMIK reports progress. The strength of KPC stands at 2,400 members of a total of 2,600 authorized."
    )
    assert "strength" not in kinds(found)


@pytest.mark.parametrize(
    ("text", "whole", "country", "part"),
    [
        ("KFOR had about 4,200 soldiers, some 360 of them from Türkiye.", 4200, "TR", 360),
        ("MINUSMA has 10,500 troops, 1,300 of them from Chad.", 10500, "TD", 1300),
        ("AMISOM has 12,000 soldiers, 5,000 of them provided by Uganda.", 12000, "UG", 5000),
        ("UNIFIL has 9,800 peacekeepers, including 1,050 from Italy.", 9800, "IT", 1050),
    ],
)
def test_a_part_of_the_strength_is_a_contingent(
    claims_of: Claims, text: str, whole: int, country: str, part: int
) -> None:
    found = [c.to_dict() for c in claims_of(text)]
    assert [c["count"]["best"] for c in found if c["kind"] == "strength"] == [whole]
    assert [(c["country"], c["count"]["best"]) for c in found if c["kind"] == "contingent"] == [(country, part)]


@pytest.mark.parametrize(
    "text",
    [
        "The Mitrovica Advisory Team has met five times with the Traffic Board since April.",
        "The Permanent Secretary held several meetings with the Serbian ministry.",
        "The Border Police hold liaison meetings with the Correctional Service.",
    ],
)
def test_working_contacts_are_no_dialogue(claims_of: Claims, text: str) -> None:
    assert "relation" not in kinds(claims_of(text))


def test_two_capitals_in_talks_are(claims_of: Claims) -> None:
    assert "relation" in kinds(claims_of("The dialogue between Belgrade and Pristina resumed on 2 May 2012."))
