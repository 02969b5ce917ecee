"""Where words stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: `quote == text[start:end]`, in Unicode code points."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` up to `end`."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def to_dict(self) -> dict[str, int | str]:
        """As GUIDE.md prints spans."""
        return {"start": self.start, "end": self.end, "quote": self.quote}
