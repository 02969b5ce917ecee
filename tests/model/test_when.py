"""EDTF as Muster writes it: the days a value covers, and whether two values may share one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import BadDate
from muster.model.when import Extent, extent_of, is_edtf, overlaps

DAYS = st.dates(date(1948, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2023-06-04", date(2023, 6, 4), date(2023, 6, 4)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("1994-21", date(1994, 3, 1), date(1994, 5, 31)),
        ("1994-24", date(1994, 12, 1), date(1995, 2, 28)),
        ("2023-05-29/2023-06-04", date(2023, 5, 29), date(2023, 6, 4)),
        ("2018/2022", date(2018, 1, 1), date(2022, 12, 31)),
        ("1999-06-12/..", date(1999, 6, 12), None),
        ("../2023-04", None, date(2023, 4, 30)),
    ],
)
def test_a_value_covers_its_days(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert extent_of(edtf) == Extent(earliest, latest)


def test_a_date_without_a_year_is_marked_so() -> None:
    assert extent_of("XXXX-10-09").yearless
    assert not extent_of("2023-10-09").yearless


@pytest.mark.parametrize(
    "edtf",
    [
        "2023-02-31",
        "2023-13",
        "2023-25",
        "",
        "../..",
        "2023-06-04/2023-06-01",
        "XXXX",
        "199X-05",
        "4 June 2023",
        "XXXX-02-30",
    ],
)
def test_anything_else_is_refused_with_what_to_do(edtf: str) -> None:
    assert not is_edtf(edtf)
    with pytest.raises(BadDate, match=r"write|check"):
        extent_of(edtf)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2023-06-04", "2023-06", True),
        ("2023-06-04", "2023-05", False),
        ("1999-06-12/..", "2023", True),
        ("../1998", "1999-06-12", False),
        ("XXXX-10-09", "2023-10", True),
        ("XXXX-10-09", "2023-11", False),
        ("XXXX-10-09", "2023", True),
        ("XXXX-02-29", "2023", False),
        ("XXXX-02-29", "2024", True),
        ("XXXX-10", "XXXX-10-09", True),
        ("XXXX-12-30", "2022-12-30/2023-01-02", True),
        ("XXXX-10-09", "1999-06-12/..", True),
    ],
)
def test_two_times_overlap_when_they_may_share_a_day(one: str, other: str, shared: bool) -> None:
    assert overlaps(one, other) is shared
    assert overlaps(other, one) is shared


@given(DAYS, DAYS)
def test_every_interval_in_order_covers_both_its_ends(one: date, other: date) -> None:
    start, end = sorted((one, other))
    assert overlaps(f"{start}/{end}", str(one))
    assert overlaps(f"{start}/{end}", f"{other:%Y-%m}")
    assert overlaps(f"XXXX-{one:%m-%d}", f"{start}/{end}")
