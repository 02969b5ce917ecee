"""Who asked for a movement, where a sentence of its own says so."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Movement

Claims = Callable[..., tuple[Claim, ...]]

SENT = "Some 300 Swedish soldiers will deploy to KFOR. "


def moves(found: tuple[Claim, ...]) -> list[Movement]:
    return [claim.fact for claim in found if isinstance(claim.fact, Movement)]


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("The deployment was requested by the Supreme Commander, General Paul Dent.", "Supreme Commander"),
        ("The request for it came from the Joint Command in Eastport.", "Joint Command in Eastport"),
        ("The parliament has approved it. The deployment was requested by Joint Command Eastport.", "Joint Command"),
    ],
)
def test_the_sentence_behind_a_movement_says_who_asked_for_it(claims_of: Claims, text: str, asker: str) -> None:
    [move] = moves(claims_of(SENT + text))
    assert move.requested_by is not None
    assert asker in move.requested_by


def test_the_words_that_say_who_asked_are_evidence(claims_of: Claims) -> None:
    text = SENT + "The deployment was requested by the Supreme Commander."
    [claim] = [c for c in claims_of(text) if isinstance(c.fact, Movement)]
    assert "deployment was requested by the Supreme Commander" in [span.quote for span in claim.spans]


def test_a_paragraph_of_its_own_is_about_the_movement_that_the_page_is_about(claims_of: Claims) -> None:
    text = (
        SENT + "They belong to a battalion.\n\nGreece will also send 100 soldiers to Kosovo.\n\n"
        "The deployment was requested by the Supreme Commander."
    )
    assert {move.actor: move.requested_by for move in moves(claims_of(text))} == {"SE": "Supreme Commander", "GR": None}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor asked for help.",
        "The report was requested by the mayor.",
        "A deployment of police was requested by the mayor.",
        "The withdrawal was requested by the mayor.",
        "The request for more engineers came from the mayor.",
        "The deployment was not requested by the mayor.",
        "It rained. The road was closed. The school was shut. The deployment was requested by the mayor.",
    ],
)
def test_a_request_for_something_else_says_nothing_of_it(claims_of: Claims, text: str) -> None:
    assert [move.requested_by for move in moves(claims_of(SENT + text)) if move.actor == "SE"] == [None]
