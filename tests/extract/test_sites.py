"""Where something happened: which of the places of a sentence is its own."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels and police of UNMIK fought in the streets at Gostivar.", "Gostivar"),
        ("At Osweyne, where rebels stormed a camp in May, UNSOM has a new fence.", "Osweyne"),
        ("UNIFIL, 3 May. Two soldiers were hurt when a mortar bomb landed round the market.", "round market"),
    ],
)
def test_a_place_with_a_name_comes_before_one_without(claims_of: Claims, text: str, place: str) -> None:
    assert {c.place for c in claims_of(text) if c.kind in ("incident", "casualty")} == {place}


def test_a_pronoun_is_no_place(claims_of: Claims) -> None:
    found = claims_of("UNIFIL has one post. Two Irish soldiers were wounded by a mine in it.")
    assert [c.place for c in found if c.kind == "casualty"] == [None]
