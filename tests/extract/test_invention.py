"""What somebody made up gives no claims; what is told in earnest beside it does."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

_TOLD = "Two UNIFIL peacekeepers were killed near Tyre on 3 May 2019."


@pytest.mark.parametrize(
    "notice",
    [
        "All countries and events in this annex are fictitious.",
        "EXERCISE   EXERCISE   EXERCISE",
        "The characters are entirely imaginary.",
        "For exercise purposes only.",
    ],
)
def test_a_document_that_calls_itself_made_up_gives_nothing(claims_of: ClaimsOf, notice: str) -> None:
    assert claims_of(f"{notice}\n\n{_TOLD}\n") == ()


def test_a_paragraph_in_earnest_among_made_up_ones_is_read(claims_of: ClaimsOf) -> None:
    text = f"EXERCISE EXERCISE EXERCISE\n\nThree soldiers of KFOR died in an ambush.\n\nNo duff: {_TOLD}\n"
    killed = [each for each in claims_of(text) if each.fact.kind == "casualty"]
    assert [each.operation for each in killed] == ["unifil"]


def test_a_game_is_made_up_in_its_own_paragraph_only(claims_of: ClaimsOf) -> None:
    text = f"{_TOLD}\n\nIn the board game the player has lost 12 soldiers of UNIFIL, killed by a mine.\n"
    killed = [each for each in claims_of(text) if each.fact.kind == "casualty"]
    assert [text[each.spans[0].start :].startswith("Two") for each in killed] == [True]


def test_a_chapter_of_the_charter_is_no_story(claims_of: ClaimsOf) -> None:
    text = f"Acting under Chapter VII of the Charter, the Council noted that {_TOLD[0].lower()}{_TOLD[1:]}\n"
    assert any(each.fact.kind == "casualty" for each in claims_of(text))
