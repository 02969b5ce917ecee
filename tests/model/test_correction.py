"""Corrections as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import BadJudgement
from muster.model.correction import correction_of, count_from_words
from muster.model.count import Rel
from muster.model.interchange import count_from_dict


def test_slots_are_read_in_their_own_way() -> None:
    written = ["count=about 30", "rank=2", "addressee=Belgrade; Pristina", "place=Zvecan", "source="]
    assert correction_of(written) == {
        "count": {"best": 30, "rel": "about"},
        "rank": 2,
        "addressee": ["Belgrade", "Pristina"],
        "place": "Zvecan",
        "source": None,
    }


@pytest.mark.parametrize("words", ["count=many", "count=nearly 30", "rank=second", "Zvecan", "=30"])
def test_what_cannot_be_read_is_refused(words: str) -> None:
    with pytest.raises(BadJudgement):
        correction_of([words])


def test_ranges_and_orders_of_size() -> None:
    assert count_from_words("300..1,400") == {"low": 300, "high": 1400}
    assert count_from_words("dozens") == {"best": None, "rel": "dozens"}


@given(st.integers(0, 10**6), st.sampled_from([Rel.EXACT, Rel.ABOUT, Rel.AT_LEAST, Rel.MORE_THAN, Rel.LESS_THAN]))
def test_a_count_written_in_words_is_the_count(best: int, rel: Rel) -> None:
    count = count_from_dict(count_from_words(f"{rel} {best:,}"))
    assert (count.best, count.rel) == (best, rel)
