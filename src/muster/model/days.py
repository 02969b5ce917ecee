"""Reckoning with days as EDTF writes them: months, weeks, weekends, seasons; nearest dates before and after a day."""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
_SPELLED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {
    **{name: number for number, name in enumerate(_SPELLED, start=1)},
    **{f"twenty{joint}{name}": 20 + number for number, name in enumerate(_SPELLED[:9], 1) for joint in ("-", " - ")},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty - first": 31,
}
"""The days of a month as words spell them, up to "thirty-first"."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def day(year: int, month: int, number: int) -> date | None:
    """The day, or None if there is none such (31 February)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_of(short: int) -> int:
    """The year of two figures: peace operations begin in 1948."""
    return (1900 if short >= 45 else 2000) + short


def month_of(at: date) -> str:
    """The month a day is in."""
    return f"{at:%Y-%m}"


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def add_months(at: date, count: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    year, month = divmod(at.year * 12 + at.month - 1 + count, 12)
    return date(year, month + 1, min(at.day, monthrange(year, month + 1)[1]))


def week_of(at: date) -> str:
    """The ISO week, Monday to Sunday, that a day is in."""
    monday = at - timedelta(at.weekday())
    return f"{monday}/{monday + timedelta(6)}"


def weekend(at: date, shift: int) -> str:
    """Saturday and Sunday: the weekend of the day's week (0), the last one over before that (-1), the next (1)."""
    saturday = at - timedelta(at.weekday()) + timedelta(5 + 7 * shift)
    return f"{saturday}/{saturday + timedelta(1)}"


def weekday_before(at: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday up to a day; `strictly`: before it."""
    back = (at.weekday() - weekday) % 7
    return at - timedelta(back or (7 if strictly else 0))


def weekday_after(at: date, weekday: int, *, strictly: bool = False) -> date:
    """The earliest such weekday from a day on; `strictly`: after it."""
    ahead = (weekday - at.weekday()) % 7
    return at + timedelta(ahead or (7 if strictly else 0))


def nearest_year(at: date, month: int, number: int | None, *, ahead: bool) -> int | None:
    """The year that puts a month, or a day of one, last before or (`ahead`) first after a day."""
    for step in range(9):  # up to two leap years on
        year = at.year + (step if ahead else -step)
        first = day(year, month, number or 1)
        if first is None:
            continue
        last = first if number else month_end(year, month)
        if (last >= at) if ahead else (first <= at):
            return year
    return None


def nearer_year(at: date, month: int, number: int | None) -> int | None:
    """The year that puts a month, or a day of one, after a day, unless the one before it is far nearer: what was to
    come is seldom told eight months ahead without its year."""
    ahead, past = (nearest_year(at, month, number, ahead=way) for way in (True, False))
    last = day(past, month, number or 15) if past is not None else None
    return past if last is not None and abs((at - last).days) <= 120 and last < at else ahead


def nearest_season(at: date, season: int, *, ahead: bool) -> int:
    """The year of the season last begun before a day, or (`ahead`) the first not yet over."""
    begun = date(at.year, _FIRST_MONTH[season], 1) <= at
    last = at.year if begun else at.year - 1
    over = month_end(*_season_end(last, season)) < at
    return last + 1 if ahead and over else last


def _season_end(year: int, season: int) -> tuple[int, int]:
    return (year + 1, 2) if season == 24 else (year, _FIRST_MONTH[season] + 2)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian reckoning)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap, rest = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    month, number = divmod(moon + weekday - 7 * ((golden + 11 * moon + 22 * weekday) // 451) + 114, 31)
    return date(year, month, number + 1)


def named_day(near: date, weekday: int, number: int, *, ahead: bool) -> date | None:
    """The day of that number that falls on that weekday, nearest before a day, or (`ahead`) after it."""
    for months in range(12):
        at = add_months(near.replace(day=1), months if ahead else -months)
        found = day(at.year, at.month, number)
        if found is not None and found.weekday() == weekday and ((found >= near) if ahead else (found <= near)):
            return found
    return None
