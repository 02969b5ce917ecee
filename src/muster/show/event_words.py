"""Days between which things lie, numbers of days, and what followed an event, in words."""

from muster.model.count import Bounds
from muster.model.events import Days, Join, Response
from muster.model.report import Attested
from muster.show.layout import shortened
from muster.show.lines import Voice, source_words
from muster.show.words import UNDATED, number_words, time_words

DIRECTIONS = {"in": "comes", "out": "leaves", "relief": "relieves"}
"""What a force does that comes, goes, or takes over from another."""

# The widest a column of sources gets.
_SOURCE = 24


def days_words(days: Days) -> str:
    """The day, the month or the days between which it lies: "29 May 2023", "Jun 2023", "by 31 May 2023"."""
    first, last = days
    if first is None or last is None:
        edtf = f"../{last}" if last else f"{first}/.." if first else None
        return time_words(edtf) if edtf else UNDATED
    if first[:7] == last[:7] and first.endswith("-01") and _ends_month(last):
        return time_words(first[:7])
    if (first[5:], last[5:]) == ("01-01", "12-31") and first[:4] == last[:4]:
        return first[:4]
    return time_words(f"{first}/{last}")


def _ends_month(day: str) -> bool:
    from datetime import date, timedelta

    return (date.fromisoformat(day) + timedelta(1)).day == 1


def number_of_days(days: Bounds) -> str:
    """How many days it was: "6 days", "0 to 12 days", "4 days or more", "2 days at most"; nothing if unknown."""
    if days.low is None:
        return "" if days.high is None else f"{number_words(days.high, 'day')} at most"
    if days.high is None:
        return f"{number_words(days.low, 'day')} or more"
    return number_words(days.low, "day") if days.low == days.high else f"{days.low} to {number_words(days.high, 'day')}"


def left_over_words(residual: Bounds) -> str:
    """What parts leave of a whole: "nothing left over", "63 left over", "1 too many"."""
    low, high = residual.low, residual.high
    if low == high == 0:
        return "nothing left over"
    if low is not None and low == high:
        return f"{low:,} left over" if low > 0 else f"{-low:,} too many"
    if low is not None and high is not None:
        return f"{low:,} to {high:,} left over"
    return (
        f"{low:,} or more left over" if low is not None else f"{high:,} or fewer left over" if high is not None else ""
    )


def missing_words(missing: Bounds) -> str:
    """What is missing of a planned number once the arrived one is taken off."""
    if missing.meets(Bounds(0, 0)):
        return "as many as planned"
    if missing.high is not None and missing.high < 0:
        return "more than planned"
    more = "" if missing.low == missing.high else " or more"
    return "fewer than planned" + (f", by {missing.low:,}{more}" if missing.low else "")


def by_words(said: Attested, voice: Voice) -> str:
    """Who says so, cut to fit a column, and how many others do."""
    more = f" +{len(said.others)}" if said.others else ""
    return shortened(source_words(said.report, voice.names), _SOURCE - len(more)) + more


def join_words(join: Join) -> str:
    """Which document's reports were joined to which, and what spoke for it: "a wire to a ministry: day 3, place 2"."""
    ends = (" and ".join(sorted({report.card.label for report in end})) for end in (join.reports, join.to))
    scores = ", ".join(f"{name} {score:g}" for name, score in join.comparisons)
    return f"joined {' to '.join(ends)}: {scores}"


def tie_words(said: str) -> str:
    """What ties a response to an event."""
    return said or "followed; no source ties the two"


def posture_after_words(response: Response) -> str:
    """After how many days posture changed."""
    return number_of_days(response.posture_after) or "on a day not told"


def reinforcement_after_words(response: Response) -> str:
    """After how many days a reinforcement was announced, and arrived."""
    told = {"announced": response.announced_after, "arrived": response.arrived_after}
    return ", ".join(f"{stage} after {words}" for stage, days in told.items() if (words := number_of_days(days)))
