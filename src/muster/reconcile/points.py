"""Figures of one series compared: which day they are of, whether they may be one number, which repeats an old one."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from muster.model.claim import Contingent, Status, Strength
from muster.model.count import Count
from muster.model.report import Attested

# Figures told within so many days of one another may be of one state.
ONE_STATE = 7
# Of two figures for one day, what was told in so many days before speaks for one or the other.
MONTH = 31
# A figure that another has replaced, told again in the same words within so many days, is taken for the old.
REPEATED_WITHIN = 60


class Told(NamedTuple):
    """What is told of one country (None: of the operation in all), class and status: figures, and ranks without any."""

    subject: str | None
    component: str
    status: Status
    numbered: tuple[Attested, ...]
    ranked: tuple[Attested, ...]


def count_of(said: Attested) -> Count:
    """The number told; one that allows everything if there is none."""
    return said.number or Count()


def component_of(said: Attested) -> str:
    """Whom the figure counts: everybody, if nothing says."""
    fact = said.claim.fact
    return (fact.component if isinstance(fact, (Strength, Contingent)) else None) or "personnel"


def shares_document(one: Attested, other: Attested) -> bool:
    """Whether one document tells both."""
    own = {report.card.document for report in one.reports}
    return not own.isdisjoint(report.card.document for report in other.reports)


def support(point: Attested, points: Sequence[Attested]) -> int:
    """How many lineages give a figure that may be the same, on the day of this one or in the month before."""
    if point.day is None:
        return len(point.lineages)
    month = [one for one in points if one.day and 0 <= days_between(one.day, point.day) <= MONTH]
    return sum(len(one.lineages) for one in month if _speaks_for(count_of(one), count_of(point)))


def _speaks_for(one: Count, other: Count) -> bool:
    """Whether two counts may be one number, and are within a twentieth of each other as quoted: "about 100" allows 130,
    but speaks for 100."""
    near = one.size is not None and other.size is not None and abs(one.size - other.size) * 20 <= other.size
    return near and one.rounded.meets(other.rounded)


def of_one_state(one: Attested, other: Attested) -> bool:
    """Told of about the same day, and numbers that meet."""
    if one.day is None or other.day is None or abs(days_between(one.day, other.day)) > ONE_STATE:
        return False
    return count_of(one).bounds.meets(count_of(other).bounds)


def repeats(point: Attested, points: Sequence[Attested]) -> Attested | None:
    """The figure that had replaced this one before it was told again in the same words; None if none had.

    Not for a figure of whose own day something is told: that is a new count.
    """
    if point.day is None or any(report.edtf for report in point.reports):
        return None
    told = count_of(point)
    same = (other.day for other in points if other is not point and count_of(other) == told)
    first = min((day for day in same if day and day < point.day), default=None)
    if first is None:
        return None
    replacing = (
        other
        for other in points
        if first < (other.day or "") < point.day and days_between(other.day or "", point.day) <= REPEATED_WITHIN
    )
    return next((other for other in replacing if not count_of(other).rounded.meets(told.rounded)), None)


def former(point: Attested, points: Sequence[Attested]) -> bool:
    """Whether the words that tell the figure tell it as what was before: "from 350 to 780", the 350."""
    document = point.claim.document
    return any(other is not point and other.claim.document == document and _within(point, other) for other in points)


def _within(point: Attested, other: Attested) -> bool:
    """Whether both stand in the same words of their document, and those of the point end with "from" its number."""
    for own in point.claim.spans:
        words = own.quote.casefold().split()
        longer = any(span.start <= own.start and own.end < span.end for span in other.claim.spans)
        if longer and "from" in words and "to" not in words:
            return True
    return False


@cache
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def days_between(first: str, last: str) -> int:
    """Days from one ISO day to another; below nothing if the second comes first."""
    return _ordinal(last) - _ordinal(first)
