"""Words of coming and going in a mission's report that move no force."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Movement

Claims = Callable[..., tuple[Claim, ...]]


def moves(found: tuple[Claim, ...]) -> list[Movement]:
    return [claim.fact for claim in found if isinstance(claim.fact, Movement)]


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. The Assembly of Liberia got a list, following the adoption of the law in September.",
        "UNMIL reports. Liberia has reformed, with the entry into force on 1 January 2008 of the law.",
        "UNMIL reports. The Liberian police moved forward in meeting standards.",
        "UNMIL reports. The Liberian police unit was assigned a major role in the works.",
        "UNMIL reports. The allegations were also raised with UNMIL monitors.",
        "UNMIL reports. Some 913 registry books have been certified, and 530 have been handed over to UNMIL.",
        "UNMIL reports. Liberian police units entered the building and arrested the mayor.",
        "UNMIL reports. The group of officers was taken to the police station in Ganta.",
    ],
)
def test_an_idiom_moves_nobody(claims_of: Claims, text: str) -> None:
    assert moves(claims_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. UNMIL monitors who went to meet them were stopped.",
        "UNMIL reports. The mission encourages more minority police officers to return.",
        "UNMIL reports. Local deminers will be deployed by the mine centre in June.",
        "UNMIL reports. The members of that bloc returned thereafter.",
        "UNMIL reports. The repatriation of Liberians is a problem.",
    ],
)
def test_people_who_are_no_force_do_not_make_a_movement(claims_of: Claims, text: str) -> None:
    assert moves(claims_of(text)) == []


def test_leaving_an_agreement_is_no_withdrawal(claims_of: Claims) -> None:
    assert moves(claims_of("KFOR reports. Serbia could withdraw from its commitments.")) == []


def test_those_to_whom_officers_are_sent_do_not_move(claims_of: Claims) -> None:
    text = "KFOR works with the police. The Military Liaison Office will deploy officers to KFOR."
    assert [move.actor for move in moves(claims_of(text))] == []


@pytest.mark.parametrize(
    ("text", "actor", "act"),
    [
        ("Some 300 Ghanaian troops moved in to Liberia on 3 May 2008.", "GH", "deploy"),
        ("Pakistan withdrew its 600 soldiers from Liberia.", "PK", "withdraw"),
        ("Following 200 Danes, some 300 Swedish soldiers were sent to Liberia.", "SE", "deploy"),
        ("Sweden will deploy 20 deminers to UNMIL.", "SE", "deploy"),
    ],
)
def test_a_force_still_moves(claims_of: Claims, text: str, actor: str, act: str) -> None:
    assert (actor, act) in [(move.actor, move.act) for move in moves(claims_of(text))]


def test_two_numbers_for_two_groups_are_two_reinforcements(claims_of: Claims) -> None:
    text = "The strength of UNPREDEP's observers and police was increased by 12 and 24 personnel respectively."
    told = {move.count.best for move in moves(claims_of(text)) if move.count is not None}
    assert told == {12, 24}
