"""Valid time as reported, and the subset of EDTF (ISO 8601-2) it is written in.

Days, months, years, seasons (21 to 24), decades (`199X`), days and months without a year (`XXXX-10-09`), and
intervals of these with either end open (`..`).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from muster.errors import BadDate

_ONE = re.compile(r"(?P<year>\d{4}|\d{3}X|XXXX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
# Days of dates without a year are reckoned in a leap year, so that 29 February is one.
_ANY_YEAR = 2000


class Resolution(StrEnum):
    """How the words of a time became a date."""

    EXPLICIT = "explicit"
    RELATIVE = "relative to publication"
    INHERITED = "inherited from sentence"
    CONSTRAINED = "constrained by the record"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class When:
    """A time: EDTF if it could be read (`2023-06-04`, `2023-05-29/2023-06-04`, `XXXX-10-09`, `../2023-06`),
    the words it came from, and how it was resolved. `edtf` is None where nothing fixes it: never a guess."""

    edtf: str | None
    words: str
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Extent:
    """The days a time covers, both included; an open end is None. `yearless`: the year in the days means nothing."""

    earliest: date | None
    latest: date | None
    yearless: bool = False

    def overlaps(self, other: "Extent") -> bool:
        """Whether the two may share a day; a time without a year recurs in every year."""
        if self.yearless and other.yearless:
            return _meet(self, other)
        if self.yearless or other.yearless:
            recurring, dated = (self, other) if self.yearless else (other, self)
            return _recurs_in(recurring, dated)
        return _meet(self, other)


def extent_of(edtf: str) -> Extent:
    """The days that an EDTF value covers: `2023-06` is 1 to 30 June.

    Raises BadDate if it is none of the forms Muster writes, names a day that does not exist, or ends before it begins.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _one(edtf)
    first = _one(start) if start != ".." else None
    last = _one(end) if end != ".." else None
    if first is None and last is None:
        raise BadDate(f"{edtf!r}: an interval needs at least one end; write YYYY-MM-DD/.. or ../YYYY-MM-DD")
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest and latest and earliest > latest:
        raise BadDate(f"{edtf!r}: ends before it begins; write the earlier date first")
    return Extent(earliest, latest, bool((first or last) and all(one.yearless for one in (first, last) if one)))


def is_edtf(edtf: str) -> bool:
    """Whether the value is in the subset of EDTF that Muster writes, and a time that exists."""
    try:
        extent_of(edtf)
    except BadDate:
        return False
    return True


def overlaps(one: str, other: str) -> bool:
    """Whether two EDTF values may share a day. Raises BadDate as `extent_of`."""
    return extent_of(one).overlaps(extent_of(other))


def _one(edtf: str) -> Extent:
    """A value that is no interval."""
    found = _ONE.fullmatch(edtf)
    if found is None:
        raise BadDate(f"{edtf!r}: not a date; write YYYY, YYYY-MM or YYYY-MM-DD (XXXX for an unknown year)")
    written, month, day = found["year"], found["month"], found["day"]
    yearless = written == "XXXX"
    if (yearless or written.endswith("X")) and (yearless == (month is None)):
        raise BadDate(
            f"{edtf!r}: X stands only in decades and for an unknown year; write 199X, or XXXX-10 with a month"
        )
    first = _ANY_YEAR if yearless else int(written.replace("X", "0"))
    last = first + 9 if written.endswith("X") and not yearless else first
    try:
        return Extent(*_days(first, last, int(month or 0), int(day or 0)), yearless)
    except ValueError as error:
        raise BadDate(f"{edtf!r}: there is no such day ({error}); check year, month and day") from error


def _days(first: int, last: int, month: int, day: int) -> tuple[date, date]:
    """The first and the last day; month and day are 0 where not given."""
    if not month:
        return date(first, 1, 1), date(last, 12, 31)
    if month in _SEASON_MONTHS and not day:
        begin, end = _SEASON_MONTHS[month]
        over = first + (end > 12)
        return date(first, begin, 1), _last_of(over, (end - 1) % 12 + 1)
    if not day:
        return date(first, month, 1), _last_of(first, month)
    return date(first, month, day), date(first, month, day)


def _last_of(year: int, month: int) -> date:
    """The last day of a month; the standard library's calendar takes longer to import than all else here."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else None
    return following - timedelta(1) if following else date.max


def _meet(one: Extent, other: Extent) -> bool:
    begins_late = one.earliest and other.latest and one.earliest > other.latest
    ends_early = one.latest and other.earliest and one.latest < other.earliest
    return not (begins_late or ends_early)


def _recurs_in(recurring: Extent, dated: Extent) -> bool:
    """Whether a time without a year falls on a day of one with a year, in any year."""
    if not (dated.earliest and dated.latest and recurring.earliest and recurring.latest):
        return True
    if dated.latest - dated.earliest >= timedelta(365):
        return True
    length = recurring.latest - recurring.earliest
    years = range(dated.earliest.year - 1, dated.latest.year + 1)
    begins = [day for year in years if (day := _in_year(recurring.earliest, year))]
    return any(day <= dated.latest and day + length >= dated.earliest for day in begins)


def _in_year(day: date, year: int) -> date | None:
    """The same day of another year; None for 29 February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
