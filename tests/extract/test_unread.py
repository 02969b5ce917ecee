"""The words of a time that nothing fixes are kept where the record may fix it."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim
from muster.model.when import Resolution, When

Reader = Callable[..., tuple[Claim, ...]]
UNREAD = When(None, "Sunday", Resolution.UNRESOLVED)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("movement", "A Ghanaian company arrived in Lebanon on Sunday to reinforce UNIFIL."),
        ("casualty", "Three Ghanaian peacekeepers of UNIFIL were wounded on Sunday."),
    ],
)
def test_on_an_undated_page_the_words_are_kept_and_date_nothing(claims_of: Reader, kind: str, sentence: str) -> None:
    (claim,) = (claim for claim in claims_of(sentence) if claim.kind == kind)
    assert claim.when == UNREAD
    assert "when" not in claim.slots


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("movement", "A Ghanaian company arrived in Lebanon on Sunday to reinforce UNIFIL."),
        ("casualty", "Three Ghanaian peacekeepers of UNIFIL were wounded on Sunday."),
    ],
)
def test_on_a_dated_page_they_are_a_day(claims_of: Reader, kind: str, sentence: str) -> None:
    (claim,) = (claim for claim in claims_of(sentence, "2024-03-06") if claim.kind == kind)
    assert claim.slots["when"] == "2024-03-03"


def test_a_time_that_can_be_read_goes_before_one_that_cannot(claims_of: Reader) -> None:
    text = "A Ghanaian company arrived on Sunday to reinforce UNIFIL. A Ghanaian company arrived on 3 March 2024."
    times = [claim.slots.get("when") for claim in claims_of(text) if claim.kind == "movement"]
    assert "2024-03-03" in times
