"""The days between which an EDTF time lies, as ISO days: what searching and reconciling compare."""

from functools import lru_cache

from muster.errors import BadDate
from muster.model.when import extent_of

Bounds = tuple[str | None, str | None]


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> Bounds:
    """The first and the last ISO day that `edtf` can mean; None on a side that is open, unknown or unreadable.

    >>> bounds("2023-06")
    ('2023-06-01', '2023-06-30')
    >>> bounds("../2023-06-04")
    (None, '2023-06-04')
    """
    first, mark, last = (edtf or "").partition("/")
    return _side(first)[0], _side(last if mark else first)[1]


def _side(words: str) -> Bounds:
    """The first and last day of one side of an interval."""
    try:
        extent = extent_of(words)
    except BadDate:
        return None, None
    if extent.yearless or extent.earliest is None or extent.latest is None:
        return None, None
    return extent.earliest.isoformat(), extent.latest.isoformat()
