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


@dataclass(frozen=True, slots=True)
class Count:
    """A number as reported: `best` with a hedge, a range from `low` to `high`, or only an order of size."""

    best: int | None = None
    low: int | None = None
    high: int | None = None
    rel: Rel = Rel.EXACT

    def to_dict(self) -> dict[str, int | str | None]:
        """As GUIDE.md writes counts."""
        if self.low is not None or self.high is not None:
            written: dict[str, int | str | None] = {"low": self.low, "high": self.high}
        else:
            written = {"best": self.best}
        if self.rel is not Rel.EXACT:
            written["rel"] = str(self.rel)
        return written
