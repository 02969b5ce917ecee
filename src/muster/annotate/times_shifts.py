"""Days told by a distance: "two weeks ago", "the next fortnight", "three days later", "within ten days"."""

from datetime import date, timedelta

from muster.annotate.numbers import TENS, UNITS
from muster.annotate.times_given import Given, Value, inherited, relative
from muster.annotate.times_grammar import Expression
from muster.model import days
from muster.model.when import extent_of

TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
_BACK = frozenset({"earlier", "previously", "before", "previous", "preceding"})


def anchor_start(anchor: str | None) -> date | None:
    """The first day of a date spoken of."""
    if anchor is None or not anchor[:4].isdigit():
        return None
    return extent_of(anchor).earliest


def as_fine(anchor: str | None, unit: str) -> bool:
    """Whether the anchor tells the unit: a year does not tell the month."""
    return anchor is not None and len(anchor.split("/")[0]) >= {"year": 4, "month": 7}.get(unit, 10)


def _amount(one: Expression) -> int:
    word = one["amount"]
    return {"": 1, "a": 1, "an": 1, "a couple of": 2}.get(word) or (UNITS | TENS).get(word) or int(word)


def _moved(at: date, unit: str, count: int) -> date | None:
    """A day moved by so many units; None where the unit is too short or too long to say a day."""
    if unit in {"month", "year"}:
        return days.add_months(at, count * (12 if unit == "year" else 1))
    size = {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0)
    return at + timedelta(count * size) if size else None


def ago(one: Expression, given: Given) -> Value | None:
    """As exact as the unit: a day, a week, a month, a year."""
    if given.published is None:
        return None
    at = _moved(given.published, one["unit"], -_amount(one))
    if at and one["on"]:  # "a year ago tomorrow"
        return relative(at + timedelta(TODAY[one["on"]]))
    return relative(_as_coarse(at, one["unit"])) if at else None


def _as_coarse(at: date, unit: str) -> str:
    if unit in {"week", "fortnight"}:
        return days.week_of(at)
    return {"month": days.month_of(at), "year": f"{at.year:04}"}.get(unit, str(at))


def ahead(one: Expression, given: Given) -> Value | None:
    """ "the next fortnight", "the next three weeks": from publication on; "the coming weeks" says not how many."""
    if given.published is None or not (one["amount"] or one["unit"] == "fortnight"):
        return None
    end = _moved(given.published, one["unit"], _amount(one))
    return relative(f"{given.published}/{end}") if end else None


def shifted(one: Expression, given: Given) -> Value | None:
    """ "Three days later", "the week before": reckoned from the date last spoken of."""
    at, unit = given.anchor_day, one["unit"]
    if at is None:
        return None
    back = one["way"] in _BACK
    amount = _amount(one) if one["amount"] else 1
    moved = _moved(at, unit if one["amount"] else "day", -amount if back else amount)
    return inherited(_as_coarse(moved, unit)) if moved else None


def offset(one: Expression, given: Given) -> Value | None:
    """ "On Friday, two days after the vote": the vote's day, reckoned from the day told in the same sentence."""
    start = anchor_start(given.anchor) if given.here else None
    if start is None or given.anchor is None or "/" in given.anchor or not as_fine(given.anchor, one["unit"]):
        return None
    moved = _moved(start, one["unit"], -_amount(one) if one["way"] == "after" else _amount(one))
    return inherited(_as_coarse(moved, one["unit"])) if moved else None


def within(one: Expression, given: Given) -> Value | None:
    """From the day spoken of in the sentence ("on Tuesday asked us to leave within ten days"), else publication."""
    at = (given.anchor_day if given.here else None) or given.published
    end = _moved(at, one["unit"], _amount(one)) if at else None
    if end is None:
        return None
    return relative(end if one["word"] == "within" else _as_coarse(end, one["unit"]))
