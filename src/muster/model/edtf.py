"""The days between which an EDTF time lies.

EDTF is ISO 8601-2:2019; known here are days, months, years, seasons (21 to 24, of the northern year), intervals with an
open end (`..`), and unspecified digits (`XXXX-10-09`, `199X`).
"""

import re
from datetime import date, timedelta
from functools import lru_cache

Bounds = tuple[str | None, str | None]

_PART = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?[~?%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> Bounds:
    """The first and the last ISO day that `edtf` can mean; None on a side that is open, unknown or unreadable.

    >>> bounds("2023-06")
    ('2023-06-01', '2023-06-30')
    >>> bounds("../2023-06-04")
    (None, '2023-06-04')
    """
    if not edtf:
        return None, None
    first, mark, last = edtf.partition("/")
    return _part(first)[0], _part(last if mark else first)[1]


def _part(words: str) -> Bounds:
    """The first and last day of one side of an interval."""
    found = _PART.fullmatch(words)
    if found is None or found["year"].startswith("X"):
        return None, None
    first, last = int(found["year"].replace("X", "0")), int(found["year"].replace("X", "9"))
    if found["day"]:
        return words[:10], words[:10]
    if not found["month"]:
        return f"{first:04}-01-01", f"{last:04}-12-31"
    month = int(found["month"])
    return _season(last, month) if month in _SEASONS else _month(last, month, month)


def _season(year: int, season: int) -> Bounds:
    start, end = _SEASONS[season]
    # Winter ends in the year after the one it is named by.
    return f"{year:04}-{start:02}-01", _month(year + (end < start), end, end)[1]


def _month(year: int, first: int, last: int) -> Bounds:
    if not 1 <= first <= last <= 12:
        return None, None
    next_month = date(year + last // 12, last % 12 + 1, 1) if year < 9999 else date.max
    return f"{year:04}-{first:02}-01", (next_month - timedelta(days=1)).isoformat()
