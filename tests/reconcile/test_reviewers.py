"""How far reviewers agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.judgement import Judgement, Verdict, Withdrawal
from muster.reconcile.reviewers import agreement, alpha, share

UNITS = st.lists(st.lists(st.sampled_from("arc"), max_size=4), max_size=12)

# Four observers, twelve units, five categories, some missing: Krippendorff (2011), "Computing Krippendorff's
# Alpha-Reliability", section C; he gives 0.743 for nominal data.
OBSERVED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
# Two observers, ten units, two categories: section A of the same; 0.095.
BINARY = ("0100000010", "1110010000")


def test_the_published_examples_come_out() -> None:
    units = [[value for value in unit if value is not None] for unit in zip(*OBSERVED, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)
    assert alpha(zip(*BINARY, strict=True)) == pytest.approx(0.095, abs=0.0005)


@given(UNITS)
def test_whole_agreement_is_one_and_nothing_to_compare_is_nothing(units: list[list[str]]) -> None:
    agreed = [[unit[0]] * len(unit) for unit in units if unit]
    expected = 1.0 if any(len(unit) > 1 for unit in agreed) else None
    assert alpha(agreed) == expected
    assert share(agreed) == (None if expected is None else pytest.approx(1.0))


@given(UNITS, st.randoms(use_true_random=False))
def test_neither_the_order_of_units_nor_that_of_values_matters(units: list[list[str]], chance: st.DataObject) -> None:
    shuffled = [chance.sample(unit, len(unit)) for unit in chance.sample(units, len(units))]  # type: ignore[attr-defined]
    assert alpha(shuffled) == pytest.approx(alpha(units), nan_ok=True) if alpha(units) is not None else True
    assert (alpha(shuffled) is None) == (alpha(units) is None)


@given(UNITS)
def test_alpha_is_never_above_one_nor_the_share_outside_of_nought_and_one(units: list[list[str]]) -> None:
    found, often = alpha(units), share(units)
    if found is not None and often is not None:
        assert found <= 1
        assert 0 <= often <= 1 + 1e-9
    assert (found is None) == (often is None)


def said(verdict: Verdict, author: str, subject: str = "a", number: int = 1) -> Judgement:
    return Judgement(verdict, (subject * 64,), author, number=number)


def test_the_newest_word_of_each_author_counts_and_withdrawn_ones_do_not() -> None:
    found = agreement(
        [
            said(Verdict.REJECT, "Inés", number=1),
            said(Verdict.ACCEPT, "Inés", number=2),
            said(Verdict.ACCEPT, "Omar", number=3),
            said(Verdict.REJECT, "Omar", "b", number=4)._replace(withdrawn=Withdrawal("Omar")),
            said(Verdict.REJECT, "Inés", "b", number=5),
        ]
    )
    assert (found.judged, found.shared, found.share) == (2, 1, 1.0)
    assert dict(found.authors) == {"Inés": 2, "Omar": 1}
    assert found.splits == ()


def test_where_they_differ_both_are_named() -> None:
    found = agreement([said(Verdict.ACCEPT, "Inés"), said(Verdict.REJECT, "Omar", number=2)])
    (split,) = found.splits
    assert dict(split.verdicts) == {"Inés": Verdict.ACCEPT, "Omar": Verdict.REJECT}
    assert found.share == 0
    assert found.alpha is not None
    assert found.alpha <= 0


def test_a_pair_is_the_same_whichever_is_named_first() -> None:
    one = Judgement(Verdict.SAME, ("a" * 64, "b" * 64), "Inés", number=1)
    other = Judgement(Verdict.DIFFERENT, ("b" * 64, "a" * 64), "Omar", number=2)
    assert agreement([one, other]).shared == 1
