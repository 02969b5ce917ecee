"""What a time expression is read against, what it comes to, and which year is meant where none is written."""

from dataclasses import dataclass
from datetime import date

from muster.annotate.times_grammar import Expression
from muster.model import days
from muster.model.days import ORDINALS
from muster.model.when import Resolution

SHIFT = {"last": -1, "past": -1, "this": 0, "next": 1, "the coming": 1}


@dataclass(frozen=True, slots=True)
class Given:
    """What an expression is read against.

    `published`: the day of publication, or None; `anchor`: EDTF of the date last spoken of, or None; `ahead`:
    whether the words speak of what is to come; `here`: whether the anchor stands in the same sentence; `nearer`:
    whether they may as well look back, so that of two years the nearer is meant.
    """

    published: date | None
    anchor: str | None
    ahead: bool
    here: bool = False
    nearer: bool = False

    @property
    def anchor_day(self) -> date | None:
        """The anchor, if it is a single day of a known year."""
        return _single_day(self.anchor)


@dataclass(frozen=True, slots=True)
class Value:
    """EDTF of an expression, and how it was resolved. `period` is the whole of which an "end of" is the end
    (2023-04 for "end of April"): it is what "by" and "until" bound (GUIDE.md, decision 39)."""

    edtf: str
    resolution: Resolution
    period: str | None = None


def _single_day(edtf: str | None) -> date | None:
    if edtf is None or len(edtf) != 10 or edtf.startswith("X"):
        return None
    return date.fromisoformat(edtf)


def relative(edtf: str | date | None) -> Value | None:
    """A value reckoned from the day of publication."""
    return Value(str(edtf), Resolution.RELATIVE) if edtf is not None else None


def inherited(edtf: str | date | None) -> Value | None:
    """A value taken from the date last spoken of."""
    return Value(str(edtf), Resolution.INHERITED) if edtf is not None else None


def day_number(written: str) -> int:
    """The day of a month, in digits or as a word."""
    return ORDINALS.get(written) or int(written)


def year_of(one: Expression, given: Given, month: int, number: int | None) -> tuple[str, Resolution] | None:
    """The year of a date: written, told ("last year"), taken from publication or the date before; else `XXXX`."""
    if one["year"]:
        return one["year"], Resolution.EXPLICIT
    which = one["which"]
    if which in SHIFT:
        at = given.published
        return (str(at.year + SHIFT[which]), Resolution.RELATIVE) if at else None
    if which:
        return year_told(which, given)
    if given.published is None:
        return year_carried(given.anchor, f"{month:02}-{number:02}" if number else f"{month:02}")
    past = one["which_after"] in {"last", "past"} or one["which_month"] == "last"
    ahead = (given.ahead or "next" in {one["which_after"], one["which_month"]}) and not past
    at = given.published
    if not number and (past or one["which_month"] == "next"):  # "last June", said in June, is a year ago
        at = days.add_months(at.replace(day=1), 1 if ahead else -1)
    if ahead and given.nearer and not one["which_after"] and not one["which_month"]:
        year = days.nearer_year(at, month, number)
    else:
        year = days.nearest_year(at, month, number, ahead=ahead)
    return (str(year), Resolution.RELATIVE) if year else None


def year_carried(anchor: str | None, written: str) -> tuple[str, Resolution]:
    """The year of the date before, if the telling goes on from it ("on 13 August 2001 … on 26 August"); else `XXXX`."""
    start = (anchor or "").partition("/")[0]
    shared = min(len(start) - 5, len(written))
    if start[:4].isdigit() and shared >= 2 and start[5:][:shared] <= written[:shared] and int(start[5:7]) <= 12:
        return start[:4], Resolution.INHERITED
    return "XXXX", Resolution.EXPLICIT


def year_told(which: str, given: Given) -> tuple[str, Resolution] | None:
    """ "that year", "the following year": against the date last spoken of."""
    if given.anchor is None or not given.anchor[:4].isdigit():
        return None
    shift = {"the following": 1, "the previous": -1}.get(which, 0)
    return str(int(given.anchor[:4]) + shift), Resolution.INHERITED
