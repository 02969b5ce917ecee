"""The days between which a time lies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2023-06-04", ("2023-06-04", "2023-06-04")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-22", ("2023-06-01", "2023-08-31")),
        ("2023-24", ("2023-12-01", "2024-02-29")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("2023-05-29/2023-06", ("2023-05-29", "2023-06-30")),
        ("../2023-06-04", (None, "2023-06-04")),
        ("1999-06-12/..", ("1999-06-12", None)),
        ("XXXX-10-09", (None, None)),
        ("2023-13", (None, None)),
        ("soon", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(edtf: str | None, days: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == days


@given(st.dates(), st.dates())
def test_an_interval_of_days_is_its_own_bounds(one: object, other: object) -> None:
    assert bounds(f"{one}/{other}") == (str(one), str(other))
