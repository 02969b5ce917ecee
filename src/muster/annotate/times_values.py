"""What day a time expression means, given the day of publication and the date last spoken of."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from muster.annotate.times_given import SHIFT, Given, Value, day_number, inherited, relative, year_of, year_told
from muster.annotate.times_grammar import Expression
from muster.annotate.times_shifts import TODAY, ago, ahead, anchor_start, as_fine, offset, shifted, within
from muster.errors import BadDate
from muster.model import days
from muster.model.when import Resolution, extent_of

_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
}
# So many days before publication a month spoken of is still the one that "the 20th" is of.
_AT_HAND = 100


def value_of(one: Expression, given: Given) -> Value | None:
    """The value of an expression; None if nothing fixes it, or if there is no such day."""
    found = _READERS[one.sort](one, given)
    if found is None:
        return None
    try:
        extent_of(found.edtf)
    except BadDate:
        return None
    return found


def _date(one: Expression, given: Given) -> Value | None:
    if not one["month"]:
        return _whole_year(one["year"], one["part"])
    month, last = days.MONTHS[one["month"]], one["day"].startswith("last")
    number = 0 if last or not one["day"] else day_number(one["day"])
    if one["which_month"] in {"that", "the same"}:
        dated = year_told("same", given)
    else:
        dated = year_of(one, given, month, number or None)
    if dated is None:
        return None
    year, resolution = dated
    if number:
        return Value(f"{year}-{month:02}-{number:02}", resolution)
    return _month(year, month, "end" if last else one["part"], resolution)


def _month(year: str, month: int, part: str, resolution: Resolution) -> Value:
    """A month, its halves, or its last day."""
    whole = f"{year}-{month:02}"
    if not year.isdigit() or part not in {"end", "close", "first half", "second half"}:
        return Value(whole, resolution)
    end = days.month_end(int(year), month)
    if part == "first half":
        return Value(f"{whole}-01/{whole}-15", resolution)
    return Value(f"{whole}-16/{end}", resolution) if part == "second half" else Value(str(end), resolution, whole)


def _of_month(one: Expression, given: Given) -> Value | None:
    """ "The seventh of this month", "the last day of that month": of the month of publication, or last spoken of."""
    which, last = one["which"], one["spelled"].startswith("last")
    told = which not in SHIFT
    at = anchor_start(given.anchor) if told else given.published
    if at is None or (told and not as_fine(given.anchor, "month")):
        return None
    shift = {"the following": 1, "the previous": -1, "the preceding": -1}.get(which, SHIFT.get(which, 0))
    month = days.add_months(at.replace(day=1), shift)
    resolution = Resolution.INHERITED if told else Resolution.RELATIVE
    if last:
        return _month(str(month.year), month.month, "end", resolution)
    return Value(f"{month:%Y-%m}-{day_number(one['day'] or one['spelled']):02}", resolution)


def _named_day(one: Expression, given: Given) -> Value | None:
    """ "Sunday the 15th": the nearest day of that number which falls on that weekday."""
    at = given.published
    number, weekday = day_number(one["day"] or one["spelled"]), days.WEEKDAYS[one["weekday"]]
    return relative(days.named_day(at, weekday, number, ahead=given.ahead)) if at else None


def _of_week(one: Expression, given: Given) -> Value | None:
    """ "Friday week": a week beyond the next Friday, or before the last."""
    if given.published is None:
        return None
    find = days.weekday_after if given.ahead else days.weekday_before
    return relative(find(given.published, days.WEEKDAYS[one["weekday"]]) + timedelta(7 if given.ahead else -7))


def _whole_year(year: str, part: str, resolution: Resolution = Resolution.EXPLICIT) -> Value:
    """A year, its first month, its halves, or its last day."""
    if part in {"end", "close"}:
        return Value(f"{year}-12-31", resolution, year)
    halves = {"first half": f"{year}-01/{year}-06", "second half": f"{year}-07/{year}-12"}
    halves |= dict.fromkeys(("beginning", "start"), f"{year}-01")
    return Value(halves.get(part, year), resolution)


def _days(one: Expression, given: Given) -> Value | None:
    month, first, last = days.MONTHS[one["month"]], int(one["day"]), int(one["day2"])
    dated = year_of(one, given, month, last)
    if dated is None:
        return None
    year, resolution = dated
    if first > last:  # "the night of 31 to 1 May"
        begin = days.day(int(year) if year.isdigit() else 2000, month, 1)
        start = f"{year}-{month - 1:02}-{first:02}" if begin and month > 1 else None
    else:
        start = f"{year}-{month:02}-{first:02}"
    return Value(f"{start}/{year}-{month:02}-{last:02}", resolution) if start else None


def _months(one: Expression, given: Given) -> Value | None:
    first, last = days.MONTHS[one["month"]], days.MONTHS[one["month2"]]
    dated = year_of(one, given, last, None)
    if dated is None:
        return None
    year, resolution = dated
    begins = str(int(year) - 1) if first > last and year.isdigit() else year
    return Value(f"{begins}-{first:02}/{year}-{last:02}", resolution)


def _stamp(one: Expression, given: Given) -> Value | None:
    year = days.year_of(int(one["short"]))
    return Value(f"{year}-{days.MONTHS[one['month']]:02}-{int(one['day']):02}", Resolution.EXPLICIT)


def _iso(one: Expression, given: Given) -> Value | None:
    return Value(f"{one['year']}-{one['month']}-{one['day']}", Resolution.EXPLICIT)


def _numeric(one: Expression, given: Given) -> Value | None:
    first, second = int(one["one"]), int(one["two"])
    month, number = (first, second) if second > 12 and one["mark"] == "/" else (second, first)
    return Value(f"{one['year']}-{month:02}-{number:02}", Resolution.EXPLICIT)


def _years(one: Expression, given: Given) -> Value | None:
    end = one["year2"] or one["year"][:2] + one["short2"]
    return Value(f"{one['year']}/{end}", Resolution.EXPLICIT)


def _decade(one: Expression, given: Given) -> Value | None:
    return Value(f"{one['decade']}X", Resolution.EXPLICIT)


def _season(one: Expression, given: Given) -> Value | None:
    season, which = days.SEASONS[one["season"]], one["which_season"] or one["which"]
    if one["year"] or one["short"]:
        written = one["year"] or str(days.year_of(int(one["short"])))
        return Value(f"{written}-{season}", Resolution.EXPLICIT)
    at = given.published
    if at is None or which == "that":
        told = year_told("same", given)
        return inherited(f"{told[0]}-{season}") if told else None
    if one["which"] in SHIFT:
        return relative(f"{at.year + SHIFT[one['which']]}-{season}")
    year = days.nearest_season(at, season, ahead=which == "next" or (given.ahead and which != "last"))
    current = extent_of(f"{year}-{season}")
    if which == "this":
        year = at.year
    elif which == "last" and current.latest and current.latest >= at:
        year -= 1
    elif which == "next" and current.earliest and current.earliest <= at:
        year += 1
    return relative(f"{year}-{season}")


def _fraction(one: Expression, given: Given) -> Value | None:
    length = 3 if one["of"] == "quarter" else 6
    nth = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 12 // length}[one["fraction"]]
    year, begins = one["year"], (nth - 1) * length + 1
    dated: tuple[str, Resolution] | None = (year, Resolution.EXPLICIT) if year else year_of(one, given, begins, None)
    if dated is None or not dated[0].isdigit():
        return None
    return Value(f"{dated[0]}-{(nth - 1) * length + 1:02}/{dated[0]}-{nth * length:02}", dated[1])


def _holiday(one: Expression, given: Given) -> Value | None:
    if "easter" in one["holiday"] or "friday" in one["holiday"]:
        return _of_easter(one, given)
    month, number = _HOLIDAYS.get(one["holiday"]) or ((12, 31) if one["holiday"].endswith("eve") else (1, 1))
    dated = year_of(one, given, month, number)
    return Value(f"{dated[0]}-{month:02}-{number:02}", dated[1]) if dated and dated[0] != "XXXX" else None


def _of_easter(one: Expression, given: Given) -> Value | None:
    """A day that moves with Easter, the nearest to publication on its side where no year is written."""
    shift = timedelta({"good friday": -2, "easter monday": 1}.get(one["holiday"], 0))
    if one["year"]:
        return Value(str(days.easter(int(one["year"])) + shift), Resolution.EXPLICIT)
    at = given.published
    if at is None:
        return None
    if one["which"] in SHIFT:
        return relative(days.easter(at.year + SHIFT[one["which"]]) + shift)
    years = (days.easter(at.year + n) + shift for n in (0, 1 if given.ahead else -1))
    return relative(next((day for day in years if (day >= at if given.ahead else day <= at)), None))


def _weekday(one: Expression, given: Given) -> Value | None:
    weekday, which, at = days.WEEKDAYS[one["weekday"]], one["which"], given.published
    if which in {"the following", "the previous"}:
        return _weekday_told(weekday, which, given)
    if at is None:
        return None
    if one["week"]:
        monday = at - timedelta(at.weekday()) + timedelta(7 * SHIFT[one["week"]])
        return relative(monday + timedelta(weekday))
    if which in {"next", "this coming"}:
        return relative(days.weekday_after(at, weekday, strictly=True))
    if which in {"last", "past", "this past"}:
        return relative(days.weekday_before(at, weekday, strictly=True))
    return relative(days.weekday_after(at, weekday) if given.ahead else days.weekday_before(at, weekday))


def _weekday_told(weekday: int, which: str, given: Given) -> Value | None:
    at = given.anchor_day
    if at is None:
        return None
    find = days.weekday_after if which == "the following" else days.weekday_before
    return inherited(find(at, weekday, strictly=True))


def _today(one: Expression, given: Given) -> Value | None:
    at, word = given.published, one["word"]
    if at is None:
        return None
    if word == "overnight":
        return relative(f"{at - timedelta(1)}/{at}")
    if word == "at present":
        return relative(at)
    shift = TODAY.get(word)
    if shift is None:
        shift = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[word.split()[0]]
    return relative(at + timedelta(shift))


def _period(one: Expression, given: Given) -> Value | None:
    """Weeks, weekends, months, years and decades near publication or the date last spoken of."""
    which, unit = one["which"], one["period"]
    if which in {"that", "the same", "the following", "the previous"}:
        at, shift = anchor_start(given.anchor), {"the following": 1, "the previous": -1}.get(which, 0)
        told = True
    else:
        at, shift, told = given.published, SHIFT.get(which, 0), False
        if which == "the" and unit == "weekend":
            shift = 0 if given.ahead else -1
    if at is None or unit == "decade" or which == "the past" or (told and not as_fine(given.anchor, unit)):
        return None
    edtf, ends = _period_near(at, unit, shift)
    resolution = Resolution.INHERITED if told else Resolution.RELATIVE
    if one["part"] in {"end", "close"}:
        return Value(str(ends), resolution, edtf)
    return Value(edtf, resolution)


def _period_near(at: date, unit: str, shift: int) -> tuple[str, date]:
    """The period so many from the one a day is in, and its last day."""
    if unit == "week":
        edtf = days.week_of(at + timedelta(7 * shift))
    elif unit == "weekend":
        # On the Sunday itself the weekend just begun is the one that is meant.
        edtf = days.weekend(at, shift + 1 if shift < 0 and at.weekday() == 6 else shift)
    elif unit == "month":
        edtf = days.month_of(days.add_months(at.replace(day=1), shift))
    else:
        edtf = f"{at.year + shift:04}"
    latest = extent_of(edtf).latest
    assert latest is not None
    return edtf, latest


def _same(one: Expression, given: Given) -> Value | None:
    unit = one["unit"]
    if unit == "then":
        return inherited(given.anchor)
    if unit == "year":
        told = year_told("same", given)
        return inherited(told[0]) if told else None
    start = anchor_start(given.anchor)
    if start is None or not as_fine(given.anchor, unit):
        return None
    if unit in {"week", "month"}:
        return inherited(_period_near(start, unit, 0)[0])
    return inherited(given.anchor_day)


def _sofar(one: Expression, given: Given) -> Value | None:
    return relative(given.published)


def _ordinal(one: Expression, given: Given) -> Value | None:
    """ "The 20th": of the month last spoken of, if that was in this sentence or not long before publication, and is
    not still to come for what has been; else the nearest to publication."""
    number, at = int(one["nth"]), given.published
    if given.anchor and len(given.anchor) >= 7 and given.anchor[5:7].isdigit() and int(given.anchor[5:7]) <= 12:
        told = f"{given.anchor[:7]}-{number:02}"
        if at is None or (_is_at_hand(given, at) and (given.ahead or told <= str(at))):
            return inherited(told)
    if at is None:
        return None
    month = at.replace(day=1)
    if (number > at.day) != given.ahead:
        month = days.add_months(month, 1 if given.ahead else -1) if number != at.day else month
    return relative(f"{month:%Y-%m}-{number:02}")


def _is_at_hand(given: Given, published: date) -> bool:
    """Whether the date last spoken of is near enough to tell the month of a day without one."""
    start = anchor_start(given.anchor)
    return given.here or (start is not None and abs((published - start).days) <= _AT_HAND)


_READERS: Mapping[str, Callable[[Expression, Given], Value | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "days": _days,
    "date": _date,
    "day": _date,
    "ofmonth": _of_month,
    "named": _named_day,
    "ofweek": _of_week,
    "stamp": _stamp,
    "months": _months,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "fraction": _fraction,
    "holiday": _holiday,
    "weekday": _weekday,
    "today": _today,
    "period": _period,
    "ahead": ahead,
    "ago": ago,
    "shift": shifted,
    "offset": offset,
    "same": _same,
    "within": within,
    "sofar": _sofar,
    "ordinal": _ordinal,
    "group": _ordinal,
}
