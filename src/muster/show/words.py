"""Values in words: figures as hedged, times as people write them, ages."""

import re
from datetime import date

from muster.model.claim import Status
from muster.model.count import Count, Rel

UNDATED = "undated"
_HEDGES = {
    Rel.EXACT: "",
    Rel.ABOUT: "about ",
    Rel.AT_LEAST: "at least ",
    Rel.MORE_THAN: "more than ",
    Rel.LESS_THAN: "under ",
    Rel.UP_TO: "up to ",
}
_STATUSES = {Status.ACTUAL: "", Status.AUTHORISED: "authorised"}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def count_words(count: Count | None) -> str:
    """The number with its hedge: "about 350", "more than 4,500", "300–400", "dozens"; nothing for no count."""
    if count is None:
        return ""
    if count.low is not None and count.high is not None:
        return f"{count.low:,}–{count.high:,}"
    if count.low is not None or count.high is not None:
        return f"{count.low:,} or more" if count.low is not None else f"up to {count.high:,}"
    if count.best is None:
        return "" if count.rel in _HEDGES else str(count.rel)
    return f"{_HEDGES.get(count.rel, '')}{count.best:,}"


def bounds_words(low: int | None, high: int | None) -> str:
    """Between which numbers something lies: "560–650", "781 or more", "up to 3,799"; "any number" for neither end."""
    if low is None and high is None:
        return "any number"
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}–{high:,}" if low else f"up to {high:,}"


def status_words(status: Status) -> str:
    """What is said of a thing that is not simply so; nothing for what is."""
    return _STATUSES.get(status, str(status))


def time_words(edtf: str | None) -> str:
    """An EDTF time as people write it: "4 Jun 2023", "29 May – 4 Jun 2023", "since Jun 1999", "9 Oct, year unknown"."""
    if not edtf:
        return UNDATED
    first, mark, last = edtf.partition("/")
    if not mark:
        return _moment(first)
    if first in ("", ".."):
        return f"by {_moment(last)}"
    if last in ("", ".."):
        return f"since {_moment(first)}"
    if first == last:
        return _moment(first)
    start, end = _moment(first), _moment(last)
    # The year once, if both ends have the same.
    shared = first[:4] == last[:4] and start.endswith(first[:4]) and len(start) > 4
    return f"{start[:-5] if shared else start} – {end}"


def _moment(edtf: str) -> str:
    found = _DATE.match(edtf)
    if found is None:
        return edtf
    year, month, day = found["year"], found["month"], found["day"]
    shown = ", year unknown" if year == "XXXX" else f" {year.replace('X', '0')}{'s' if 'X' in year else ''}"
    if month is None:
        return shown.strip(" ,")
    if month in _SEASONS:
        return f"{_SEASONS[month]}{shown}"
    name = _MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    return f"{int(day)} {name}{shown}" if day else f"{name}{shown}"


def age_words(day: str | None, on: str) -> str:
    """How long before the day `on` a day was: "today", "12 days", "7 months", "24 years"; nothing if undated."""
    if day is None:
        return ""
    days = (date.fromisoformat(on) - date.fromisoformat(day)).days
    if days < 1:
        return "today"
    if days < 100:
        return "1 day" if days == 1 else f"{days} days"
    return f"{days * 12 // 365} months" if days < 730 else f"{days * 100 // 36525} years"


def ordinal_words(number: int) -> str:
    """A rank: "largest", "2nd largest"."""
    if number == 1:
        return "largest"
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} largest"


def number_words(number: int, noun: str) -> str:
    """A number of things: "1 document", "12 documents"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
