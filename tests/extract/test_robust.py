"""Whatever stands in a text: every claim's words are the text's own, the same each time, and nothing is raised."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

_WORDS = (
    "peacekeepers soldiers troops battalion contingent observers patrol convoy UNIFIL MINUSMA KFOR Mali Ghana Ghanaian "
    "Nepal France General Smith commander mandate resolution 2100 200 1,500 two dozen hundreds nine killed wounded "
    "died withdrew deployed sent arrived took over said condemned thanked extended authorised patrolled blocked "
    "attacked ambush shelling of from to in by with for and or which who their its our the a was were has had will not "
    "respectively including strength ceasefire agreement talks on 3 May 2019 Monday since until Kidal Bamako"
).split()
_PIECES = (
    "Two UNIFIL peacekeepers were killed in Lebanon on 3 May 2019",
    "Ghana sent 870 soldiers to MINUSMA",
    "Nepal and Togo withdrew 200 and 300 troops respectively",
    "General Smith of India took command of UNMISS",
    "the Security Council extended the mandate of KFOR until 31 March 2020",
    "the Secretary-General condemned the attack",
    "the mission, 3,000 strong,",
)
_MARKS = (
    *(", . ; : ( ) “ ” ’ ' - – — / * | % … ! ? @ #".split()),
    "\n",
    "\n\n",
    "\f",
    "\t",
    "\u00a0",
    "\u200f",
    "\u202e",
    "\u0301",
    "\U0001f1eb\U0001f1f7",
    "\U0001f54a\ufe0f",
    "جنود",
    "חיילים",
    "軍隊",
    "e\u0301tat",
)
_TEXTS = st.lists(
    st.sampled_from(_PIECES) | st.sampled_from(_WORDS) | st.sampled_from(_MARKS) | st.text(max_size=4),
    min_size=1,
    max_size=40,
).map(" ".join)


def _check(claims_of: ClaimsOf, text: str) -> tuple[Claim, ...]:
    found = claims_of(text)
    for each in found:
        assert each.spans
        for span in each.spans:
            assert text[span.start : span.end] == span.quote
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=_TEXTS)
@example(text="200 , and 300 soldiers of , respectively")
@example(text="\u0301UNIFIL\u0301 said\u202e two\u200f soldiers of Ghana were killed \U0001f54a\ufe0f")
def test_any_text_gives_claims_in_its_own_words_the_same_each_time(claims_of: ClaimsOf, text: str) -> None:
    assert _check(claims_of, text) == claims_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t",
        ".",
        "200",
        "UNIFIL",
        "\ufeff",
        "\U0001f54a" * 50,
        "killed " * 100,
        "of the " * 100,
        "(" * 200,
    ],
)
def test_a_text_that_tells_nothing_gives_nothing(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text) == ()


def test_a_document_of_only_a_headline_is_read(claims_of: ClaimsOf) -> None:
    found = _check(claims_of, "Two UNIFIL peacekeepers killed in Lebanon\n")
    assert [each.fact.kind for each in found] == ["casualty"]


def test_a_document_of_only_a_table_is_read(claims_of: ClaimsOf) -> None:
    text = "Country      Troops   Police\nGhana        870      12\nNepal        1,020    0\nTotal        1,890    12\n"
    _check(claims_of, text)


def test_a_long_paragraph_takes_no_longer_than_its_length_tells(claims_of: ClaimsOf) -> None:
    sentence = "Ghana sent 870 soldiers to MINUSMA in Mali, said the mission on 3 May 2019. "
    claims_of(sentence)  # the model is loaded

    def seconds(times: int) -> float:
        begun = process_time()
        claims_of(sentence * times)
        return process_time() - begun

    assert seconds(400) < 12 * seconds(100)
