"""Labels of days: lines that are only a date, or begin with one before what the day brought, and what day they give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from muster.model import days

_LONG = 50
"""Characters of a line that a sentence may fill and run on from."""
_FURTHEST = 120
"""Days before publication beyond which a date without a year is of some other year."""
_SPREAD = 14
"""Days that labels which are only weekdays may reach back over."""
_WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?\b"
_MONTH = rf"(?P<month>{'|'.join(sorted(days.MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>\d{4}|['’]?\d\d)\b"
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:[ /.-]{_MONTH}(?:[ /.-]{_YEAR})?)?"
_MONTH_FIRST = rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?"
_ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"
_FORMS = (_DAY_FIRST, _MONTH_FIRST, _ISO)
# What may follow: nothing, a stop before words, or columns; no other day ("Monday - Thursday:"), no figures of a table.
_ENDS = (
    r"(?:(?P<alone>[ \t:=*–—-]*$)|(?:[ \t]?[.:–—](?=\s)|[ \t]-(?=[ \t])|[ \t]{2,}(?=[^\W\d]))"
    r"(?![ \t]*(?:\d{1,2}\b|mon|tue|wed|thu|fri|sat|sun)))"
)
_LABELS = tuple(
    re.compile(rf"^[^\w\n]{{0,9}}(?=\w)(?:{_WEEKDAY}\.?,?(?: |(?=[.:–—-]|\s*$|  )))?(?:{form})?{_ENDS}", re.M | re.I)
    for form in _FORMS
)
_WRITTEN = tuple(re.compile(rf"\b{form}", re.I) for form in _FORMS)
_RUNS_ON = re.compile(r"(?:\b(?:on|of|by|until|till|since|last|the|and|to|from|next|this|before|after)|,)$", re.I)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at characters `start` to `end` of a text, and the parts it is written with, as numbers; `alone` on its
    line."""

    start: int
    end: int
    weekday: int | None
    day: int | None
    month: int | None
    year: int | None
    alone: bool
    words: str


def labels_of(text: str, published: date) -> tuple[Label, ...]:
    """The labels of a text, in order."""
    found: dict[int, Label] = {}
    for form in _LABELS:
        for match in form.finditer(text):
            told = match["weekday"] or (match["month"] and match["day"])
            if told and match.start() not in found and _begins(text, match):
                found[match.start()] = _label(match, published)
    return tuple(found[start] for start in sorted(found))


def dates_in(text: str, published: date) -> frozenset[date]:
    """The days that are written in full."""
    matches = (m for form in _WRITTEN for m in form.finditer(text) if m["month"] and m["year"])
    read = (_label(match, published) for match in matches)
    return frozenset(day for one in read if (day := _in_full(one)) is not None)


def _label(match: re.Match[str], published: date) -> Label:
    own = match.groupdict()
    weekdays = [name[:3] for name in days.WEEKDAYS]
    month = own["month"]
    return Label(
        match.start(),
        match.end(),
        weekday=weekdays.index(own["weekday"].lower()) if own.get("weekday") else None,
        day=int(own["day"]) if own["day"] else None,
        month=None if not month else int(month) if month.isdigit() else days.MONTHS[month.lower()],
        year=_year(own["year"], published) if own["year"] else None,
        alone=own.get("alone") is not None,
        words=match[0].strip(" \t\n.:=*–—-"),
    )


def _year(written: str, published: date) -> int:
    """The year; of two figures the last such one up to publication."""
    if len(written) == 4:
        return int(written)
    year = published.year // 100 * 100 + int(written[-2:])
    return year if year <= published.year else year - 100


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a line begins anew: the one above it does not run on over the break ("on\\n5 March. He left")."""
    if not match[0].lstrip(" \t")[0].isalnum():
        return True
    end = max(match.start() - 1, 0)
    above = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    return not above or not (_RUNS_ON.search(above) or (len(above) >= _LONG and above[-1].isalnum()))


def days_of(labels: Sequence[Label], published: date) -> tuple[date | None, ...]:
    """The day of each label. What it leaves out, the label above it gives, else publication; None where that does not
    give one day."""
    if labels and all(one.day is None for one in labels):
        return _of_weekdays([one.weekday for one in labels], published)
    found: list[date | None] = []
    above: date | None = None
    for one in labels:
        day = _read(one, above, published)
        above = day or above
        found.append(day)
    return tuple(found)


def _read(label: Label, above: date | None, published: date) -> date | None:
    if label.day is None:
        return published - timedelta((published.weekday() - (label.weekday or 0)) % 7)
    day = _in_full(label) if label.year else _completed(label, above, published)
    agrees = day is not None and label.weekday in (None, day.weekday())
    return day if agrees else None


def _in_full(label: Label) -> date | None:
    return days.day(label.year, label.month, label.day) if label.year and label.month and label.day else None


def _completed(label: Label, above: date | None, published: date) -> date | None:
    """The first such day from the label above on; without one the last up to publication, if that is near."""
    if above is not None:
        ahead = (above + timedelta(n) for n in range(_FURTHEST))
        return next((day for day in ahead if _fits(label, day) and day <= published), None)
    back = (published - timedelta(n) for n in range(_FURTHEST))
    return next((day for day in back if _fits(label, day)), None)


def _fits(label: Label, day: date) -> bool:
    return day.day == label.day and label.month in (None, day.month)


def _of_weekdays(named: Sequence[int | None], published: date) -> tuple[date | None, ...]:
    """Weekdays up to publication, rising or falling down the page; none if both or neither can be."""
    weekdays = [one or 0 for one in named]
    rising, falling = _reaching_back(weekdays[::-1], published)[::-1], _reaching_back(weekdays, published)
    fit = [way for way in (rising, falling) if (published - min(way)).days < _SPREAD]
    shortest = min(fit, key=lambda way: published - min(way), default=None)
    if shortest is None or (len(fit) > 1 and min(rising) == min(falling) and rising != falling):
        return (None,) * len(named)
    return tuple(shortest)


def _reaching_back(weekdays: Sequence[int], published: date) -> list[date]:
    """Each the last such weekday up to that of the one before it."""
    found: list[date] = []
    for weekday in weekdays:
        last = found[-1] if found else published
        found.append(last - timedelta((last.weekday() - weekday) % 7))
    return found
