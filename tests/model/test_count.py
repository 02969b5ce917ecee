"""Hedged counts: what they allow, whether two may be the same, and how they add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.count import Bounds, Count, Rel

NUMBERS = st.integers(0, 10_000_000)
BOUNDS = st.builds(lambda low, more: Bounds(low, None if more is None else low + more), NUMBERS, st.none() | NUMBERS)


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (Count(best=780), 780, 780),
        (Count(best=600, rel=Rel.ABOUT), 550, 650),
        (Count(best=3800, rel=Rel.ABOUT), 3610, 3990),
        (Count(best=40, rel=Rel.AT_LEAST), 40, None),
        (Count(best=40, rel=Rel.MORE_THAN), 41, None),
        (Count(best=40, rel=Rel.LESS_THAN), 0, 39),
        (Count(best=40, rel=Rel.UP_TO), 0, 40),
        (Count(low=300, high=400), 300, 400),
        (Count(rel=Rel.DOZENS), 24, None),
        (Count(rel=Rel.THOUSANDS), 2000, None),
    ],
)
def test_a_hedge_bounds_the_number(count: Count, low: int, high: int | None) -> None:
    assert count.bounds == Bounds(low, high)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Count(best=3800, rel=Rel.LESS_THAN), Count(best=3750), True),
        (Count(best=3800, rel=Rel.ABOUT), Count(best=3750), True),
        (Count(best=3800), Count(best=3750), False),
        (Count(best=30, rel=Rel.AT_LEAST), Count(best=34), True),
        (Count(best=30, rel=Rel.AT_LEAST), Count(best=25), False),
        (Count(rel=Rel.DOZENS), Count(best=30), True),
    ],
)
def test_two_figures_meet_when_one_number_fits_both(one: Count, other: Count, same: bool) -> None:
    assert one.bounds.meets(other.bounds) is same
    assert other.bounds.meets(one.bounds) is same


def test_parts_add_up_with_their_hedges() -> None:
    parts = Count(best=40).bounds + Count(best=10, rel=Rel.AT_LEAST).bounds
    assert parts == Bounds(50, None)
    assert Count(best=100).bounds - parts == Bounds(None, 50)


@given(BOUNDS, BOUNDS)
def test_taking_away_what_was_added_leaves_room_for_the_first(one: Bounds, other: Bounds) -> None:
    assert ((one + other) - other).meets(one)


@given(NUMBERS, st.sampled_from([Rel.EXACT, Rel.ABOUT, Rel.AT_LEAST, Rel.UP_TO]))
def test_the_number_itself_is_allowed_by_a_hedge_that_includes_it(best: int, rel: Rel) -> None:
    assert Count(best=best, rel=rel).bounds.meets(Bounds(best, best))


def test_a_range_is_written_with_both_ends() -> None:
    assert Count(low=300, high=400).to_dict() == {"low": 300, "high": 400}
    assert Count(rel=Rel.SCORES).to_dict() == {"best": None, "rel": "scores"}
