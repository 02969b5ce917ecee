"""The day that the entries of a log are of: a sheet of clock times says its date once, at its head."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from muster.model import days
from muster.model.annotation import AnnotatedDocument
from muster.model.when import Resolution, When

# "0730  Roll call", "101  0145   Flames seen", "15:30 Confirmed", behind a serial number or none.
_ENTRY = re.compile(
    r"^[^\w\n]*(?:\d{1,4}[.)/]?[ \t]+)?(?P<hour>[01]\d|2[0-3])(?P<parted>[:.h])?(?P<minute>[0-5]\d)"
    r"(?P<hours> ?(?:hrs?|[A-Z]))?[ \t:–—-]+\S",
    re.MULTILINE,
)
# "MON 7 JUN", "8 Feb", "Monday, 5 June 2006:" alone on a line. "8/2" alone is a page.
_DAY_LINE = re.compile(
    r"^[ \t#*=-]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: |/|\.|-)"
    rf"(?P<month>{'|'.join(sorted(days.MONTHS, key=len, reverse=True))})\.?(?:[ /.-](?P<year>\d{{4}}|\d\d))?"
    r"[ \t:=*-]*$",
    re.MULTILINE | re.IGNORECASE,
)
_FEWEST = 4


def day_of_log(document: AnnotatedDocument, start: int) -> When | None:
    """The day of the entry at a character: that of the last line above it that is only a day, else of publication;
    None if the text is no log there, or its days cannot be read."""
    entries, published = _entries(document.text), document.document.published
    if not entries or not entries[0] <= start <= _end_of(document.text, entries) or published is None:
        return None
    lines = [line for line in _day_lines(document.text) if line.end() <= start]
    if not lines:
        return When(published, "", Resolution.INHERITED)
    day = _read(lines[-1], date.fromisoformat(published[:10]))
    return When(str(day), lines[-1][0].strip(), Resolution.INHERITED) if day is not None else None


def _read(line: re.Match[str], published: date) -> date | None:
    """The day a line gives, the last such one up to publication where it gives no year."""
    number, month = int(line["day"]), days.MONTHS[line["month"].lower()]
    if not line["year"]:
        year = days.nearest_year(published, month, number, ahead=False)
    else:
        year = int(line["year"]) if len(line["year"]) == 4 else published.year // 100 * 100 + int(line["year"])
    return days.day(year, month, number) if year else None


@lru_cache(maxsize=8)
def _entries(text: str) -> tuple[int, ...]:
    """Where the entries of a log begin: lines with a time of the clock, most of them later than the one before."""
    entries = list(_ENTRY.finditer(text))
    if _is_of_years(entries):
        return ()
    found = [(match.start(), int(match["hour"]) * 60 + int(match["minute"])) for match in entries]
    rising = sum(first[1] <= second[1] for first, second in pairwise(found))
    if len(found) < _FEWEST or rising * 4 < (len(found) - 1) * 3:
        return ()
    return tuple(start for start, _ in found)


def _is_of_years(found: Sequence[re.Match[str]]) -> bool:
    """Whether what looks like times of the clock are years ("1950  Rebels attacked a camp")."""
    bare = [match for match in found if not match["parted"] and not match["hours"]]
    return len(bare) * 2 > len(found) and all(match["hour"] in ("19", "20") for match in bare)


def _end_of(text: str, entries: Sequence[int]) -> int:
    """Where a log ends: with the paragraph of its last entry."""
    end = text.find("\n\n", entries[-1])
    return end if end >= 0 else len(text)


@lru_cache(maxsize=8)
def _day_lines(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_DAY_LINE.finditer(text))
