"""Which time a claim takes from its sentence, and from what stands before it."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Status

Claims = Callable[..., tuple[Claim, ...]]


def day(claims: tuple[Claim, ...], kind: str) -> list[str | None]:
    """The times of the claims of a kind, in order."""
    return [c.when.edtf if c.when else None for c in claims if c.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "General Ines Prado has led UNMIL since the mission opened its doors on 1 October 2003.",
        "Ms Ines Prado has been force commander of UNMIL since it began work on 1 October 2003.",
    ],
)
def test_what_has_been_since_an_event_has_been_since_its_day(claims_of: Claims, text: str) -> None:
    assert day(claims_of(text), "command") == ["2003-10-01/.."]


def test_a_participle_that_says_what_something_came_to_has_no_time(claims_of: Claims) -> None:
    assert day(claims_of("UNMIL came into being in October 2003."), "mandate") == ["2003-10"]


def test_the_present_with_a_day_to_come_is_planned(claims_of: Claims) -> None:
    text = "UNMIL was not needed, and the Nigerians are flying home on Sunday."
    [claim] = (c for c in claims_of(text, "2017-01-27") if c.kind == "movement")
    assert (claim.status, claim.when.edtf if claim.when else None) == (Status.PLANNED, "2017-01-29")
