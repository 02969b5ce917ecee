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
_AHEAD = 3
"""Days after the label above at which a weekday still stands for the next such day."""
# Names are ASCII: "İ" and "ſ" are other letters in other cases.
_NAMES = "|".join(sorted(days.MONTHS, key=len, reverse=True))
_WEEKDAY = r"(?ai:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?)\b"
_MONTH = rf"(?ai:(?P<month>{_NAMES}))\b\.?"
# Of a year, not of the clock ("14 AUG 0600 hrs") and no number of something ("14 AUG 12 posts manned").
_YEAR = r"(?P<year>(?:1[89]|20)\d\d|['’]\d\d|\d\d(?! ?\w))\b(?! ?(?:h(?:rs?)?\b|[zZ]\b|:\d|-\d))"
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:[ /.-]{_MONTH}(?:[ /.-]{_YEAR})?)?"
_MONTH_FIRST = rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? {_YEAR})?"
_ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"
_FORMS = (_DAY_FIRST, _MONTH_FIRST, _ISO)
# What may follow: nothing, a stop before words, or columns; no other day ("Monday - Thursday:"), no figures of a table.
_ENDS = (
    r"(?:(?P<alone>[ \t.:=*–—-]*$)|(?:[ \t]?[.:](?=\s)|(?:[ \t]?[–—]|[ \t]-)(?=\s)(?!\s*\d)|[ \t]{2,}(?=[^\W\d]))"
    rf"(?!\s*(?:\d{{1,2}}(?:st|nd|rd|th)?(?: ?[–—-]|[ ./-](?:{_NAMES})\b)|mon|tue|wed|thu|fri|sat|sun)))"
)
_LABELS = tuple(
    re.compile(rf"^[^\w\n]{{0,9}}(?=\w)(?:{_WEEKDAY}\.?,?(?: |(?=[.:–—-]|\s*$|  )))?(?:{form})?{_ENDS}", re.M | re.I)
    for form in _FORMS
)
_WRITTEN = tuple(re.compile(rf"\b(?:{_WEEKDAY}\.?,? )?{form}", re.I) for form in _FORMS)
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


def labels_of(text: str) -> tuple[Label, ...]:
    """The labels of a text, in order."""
    found: dict[int, Label] = {}
    for form in _LABELS:
        for match in form.finditer(text):
            told = match["weekday"] or (match["month"] and match["day"])
            if told and match.start() not in found and _begins(text, match):
                found[match.start()] = _label(match)
    return tuple(found[start] for start in sorted(found))


def dates_in(text: str, published: date) -> tuple[tuple[date | None, str], ...]:
    """The days that a text has with their months, and their words; None for what gives no day."""
    matches = [match for form in _WRITTEN for match in form.finditer(text) if match["month"]]
    # "AUG 74" in "14 AUG 74" is no day of August.
    whole = [m for n, m in enumerate(matches) if not any(_overlap(m, other) for other in matches[:n])]
    return tuple((_read(_label(match), None, published), match[0]) for match in whole)


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _label(match: re.Match[str]) -> Label:
    own = match.groupdict()
    weekdays = [name[:3] for name in days.WEEKDAYS]
    month = own["month"]
    return Label(
        match.start(),
        match.end(),
        weekday=weekdays.index(own["weekday"].lower()) if own.get("weekday") else None,
        day=int(own["day"]) if own["day"] else None,
        month=None if not month else int(month) if month.isdigit() else days.MONTHS[month.lower()],
        year=_year(own["year"]) if own["year"] else None,
        alone=own.get("alone") is not None,
        words=match[0].strip(" \t\n.:=*–—-"),
    )


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else days.year_of(int(written[-2:]))


def _begins(text: str, match: re.Match[str]) -> bool:
    """Whether a line begins anew: the one above it does not run on over the break ("on\\n5 March. He left")."""
    if not match[0].lstrip(" \t")[0].isalnum():
        return True
    end = max(match.start() - 1, 0)
    above = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    # A weekday alone is as often the end of a sentence ("officials said\nMonday.").
    runs_on = above[-1:].islower() if match["day"] is None else len(above) >= _LONG and above[-1:].isalnum()
    return not above or not (_RUNS_ON.search(above) or runs_on)


def days_of(labels: Sequence[Label], published: date, above: date | None = None) -> tuple[date | None, ...]:
    """The day of each label. What it leaves out, the label above it gives (`above` for the first), else publication;
    None where that does not give one day."""
    if above is None and labels and all(one.day is None for one in labels):
        return _of_weekdays([one.weekday for one in labels], published)
    found: list[date | None] = []
    for one in labels:
        day = _read(one, above, published)
        above = day or above
        found.append(day)
    return tuple(found)


def _read(label: Label, above: date | None, published: date) -> date | None:
    if label.day is None:
        return _of_weekday(label.weekday or 0, above, published)
    day = _in_full(label) if label.year else _completed(label, above, published)
    agrees = day is not None and day <= published and label.weekday in (None, day.weekday())
    return day if agrees else None


def _of_weekday(weekday: int, above: date | None, published: date) -> date | None:
    """The next such day after the label above, if it is near; without one the last up to publication."""
    if above is None:
        return days.weekday_before(published, weekday)
    day = days.weekday_after(above, weekday)
    return day if day <= published and (day - above).days <= _AHEAD else None


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
