"""How many, as hedged by those who said so."""

from dataclasses import dataclass
from enum import StrEnum


class Rel(StrEnum):
    """How a number stands to the truth, in the words of GUIDE.md."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    UP_TO = "up-to"
    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    SEVERAL = "several"


# "Dozens" are two of them at least; how many more nobody says.
_AT_LEAST_OF = {Rel.DOZENS: 24, Rel.SCORES: 40, Rel.HUNDREDS: 200, Rel.THOUSANDS: 2_000, Rel.SEVERAL: 3}


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number of things may truly be: from `low` to `high`, both included; `high` None for no upper end.

    A difference may be below nothing ("departures were more than arrivals"): `low` None then means no lower end.
    """

    low: int | None
    high: int | None

    def meets(self, other: "Bounds") -> bool:
        """Whether one number fits both: two figures that meet differ by rounding or hedging only."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and self.low > other.high
        return not (below or above)

    def narrowed(self, other: "Bounds") -> "Bounds":
        """The numbers that fit both; only of those that meet is this anything."""
        lows = [low for low in (self.low, other.low) if low is not None]
        highs = [high for high in (self.high, other.high) if high is not None]
        return Bounds(max(lows, default=None), min(highs, default=None))

    def __add__(self, other: "Bounds") -> "Bounds":
        return Bounds(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: "Bounds") -> "Bounds":
        return self + Bounds(_negative(other.high), _negative(other.low))


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other


def _negative(number: int | None) -> int | None:
    return None if number is None else -number


@dataclass(frozen=True, slots=True)
class Count:
    """A number as reported: `best` with a hedge, a range from `low` to `high`, or only an order of size."""

    best: int | None = None
    low: int | None = None
    high: int | None = None
    rel: Rel = Rel.EXACT

    @property
    def bounds(self) -> Bounds:
        """The numbers the words allow.

        "About" n is half a unit of n's last figure that is not nought, either way, but a twentieth of n at least:
        about 600 is 550 to 650, about 3,800 is 3,610 to 3,990. "Almost" and "fewer than" are one relation in GUIDE.md,
        so that "less-than" has no lower end but nought. A count without any number allows everything.
        """
        if self.low is not None or self.high is not None:
            return Bounds(self.low or 0, self.high)
        if self.best is None:
            return Bounds(_AT_LEAST_OF.get(self.rel, 0), None)
        return _hedged(self.best, self.rel)

    @property
    def rounded(self) -> Bounds:
        """The numbers the words allow if a round number was rounded though nothing says so.

        Half a unit of its last figure that is not nought either way, but a fortieth of it at most: 4,500 is 4,450 to
        4,550; 30 is 30.
        """
        told = self.bounds
        if self.best is None or self.rel is not Rel.EXACT or told != Bounds(self.best, self.best):
            return told
        slack = min(_unit(self.best) // 2, self.best // 40)
        return Bounds(self.best - slack, self.best + slack)

    @property
    def size(self) -> int | None:
        """One number to order by: the number told, the middle of a range, its only end; None for no number."""
        if self.best is not None or (self.low is None and self.high is None):
            return self.best
        if self.low is not None and self.high is not None:
            return (self.low + self.high) // 2
        return self.high if self.low is None else self.low

    def to_dict(self) -> dict[str, int | str | None]:
        """As GUIDE.md writes counts."""
        if self.low is not None or self.high is not None:
            written: dict[str, int | str | None] = {"low": self.low, "high": self.high}
        else:
            written = {"best": self.best}
        if self.rel is not Rel.EXACT:
            written["rel"] = str(self.rel)
        return written


def _hedged(best: int, rel: Rel) -> Bounds:
    match rel:
        case Rel.ABOUT:
            slack = max(_unit(best) // 2, best // 20, 1)
            return Bounds(max(best - slack, 0), best + slack)
        case Rel.AT_LEAST:
            return Bounds(best, None)
        case Rel.MORE_THAN:
            return Bounds(best + 1, None)
        case Rel.LESS_THAN:
            return Bounds(0, max(best - 1, 0))
        case Rel.UP_TO:
            return Bounds(0, best)
        case _:
            return Bounds(best, best)


def _unit(number: int) -> int:
    """The place of the last figure that is not nought: 100 of 3,800."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit
