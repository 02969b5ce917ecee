"""Tables checked by arithmetic and by plain lines, without the grid that the table reader sees.

A figure of a table is borne out where the line it stands in, read as plain text, names what it is claimed of, and it
is the only figure of the line or of the entry that the name begins, or adds up: the line to its last figure, or the
column to the printed total.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument, MentionKind
from muster.model.claim import Claim, Contingent, Strength
from muster.model.document import Segment, SegmentKind

_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[ ,.\u00a0]\d{3})+(?![\d])|(?<![\w.,/-])\d+(?![\d/-])")
_TOTAL = re.compile(r"^\W*(?:grand |overall )?totals?\b", re.IGNORECASE)
_WORD = re.compile(r"[\w.'’]+|[-()]")
# What is written after a line's first figure shows that it is no row: "1 May 2024".
_LETTERS = re.compile(r"[^\W\d_]{3}")
_LOOSE = 2


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number printed in a line: its place there, and its value."""

    start: int
    end: int
    value: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table with its figures; `start` is where it begins in the document."""

    start: int
    text: str
    figures: tuple[_Figure, ...]

    @property
    def is_total(self) -> bool:
        """Whether it is a line of totals."""
        return _TOTAL.search(self.text) is not None


def bears_out(document: AnnotatedDocument, claim: Claim) -> bool:
    """Whether the lines of the table that a claim was read from bear it out."""
    fact = claim.fact
    if not isinstance(fact, Contingent | Strength) or fact.count is None or fact.count.best is None:
        return False
    for span in claim.spans:
        segment = next((s for s in document.document.segments if s.start <= span.start < s.end), None)
        if segment is None or segment.kind is not SegmentKind.TABLE:
            continue
        if not _is_of(document, span.start, claim.operation):
            continue
        lines = _lines(document.text, segment)
        for line in (one for one in lines if one.start < span.end and span.start < one.start + len(one.text)):
            if _names(line, fact) and _is_borne_out(lines, line, fact.count.best):
                return True
            if isinstance(fact, Contingent) and _stands_beside(line, fact.country, fact.count.best):
                return True
    return False


def _is_of(document: AnnotatedDocument, at: int, operation: str | None) -> bool:
    """Whether the row at character `at` is of that operation: the one that its line names, else the one named last."""
    line_start, line_end = document.text.rfind("\n", 0, at) + 1, document.text.find("\n", at)
    own: set[str] = set()
    last: set[str] = set()
    for start, slug in _operations(document):
        if line_start <= start and (line_end < 0 or start < line_end):
            own.add(slug)
        elif start < line_start:
            last = {slug}
    return (own or last) == {operation}


def _operations(document: AnnotatedDocument) -> Iterator[tuple[int, str]]:
    """Where the document names an operation by a name, and which."""
    for sentence in document.sentences:
        for mention in sorted(sentence.mentions, key=lambda m: m.first):
            if mention.kind is MentionKind.OPERATION and mention.form != "anaphor":
                yield sentence.tokens[mention.first].start, mention.value


def _lines(text: str, segment: Segment) -> tuple[_Line, ...]:
    found, start = [], segment.start
    for line in text[segment.start : segment.end].splitlines(keepends=True):
        figures = (_Figure(m.start(), m.end(), int(re.sub(r"\D", "", m.group()))) for m in _FIGURE.finditer(line))
        found.append(_Line(start, line.rstrip(), tuple(figures)))
        start += len(line)
    return tuple(found)


def _names(line: _Line, fact: Contingent | Strength) -> bool:
    """Whether the line itself says whose the figures are: the country, or that they are totals."""
    if isinstance(fact, Strength):
        return line.is_total
    names = find_names(_WORD.findall(line.text))[:1]
    return any(name.kind == "country" and name.value == fact.country for name in names)


def _stands_beside(line: _Line, country: str, value: int) -> bool:
    """Whether a line of several entries has the country's name and the figure as one: `Ghana 870   Nepal 760`."""
    words = list(_WORD.finditer(line.text))
    for name in find_names([word.group() for word in words]):
        if name.kind != "country" or name.value != country:
            continue
        after = next((f for f in line.figures if f.start >= words[name.last - 1].end()), None)
        if after is None or after.value != value:
            continue
        between, behind = line.text[words[name.last - 1].end() : after.start], line.text[after.end :].lstrip(" .\t|")
        if not any(c.isalnum() for c in between) and not behind[:1].isdigit():
            return True
    return False


def _is_borne_out(lines: Sequence[_Line], line: _Line, value: int) -> bool:
    """Whether the figure of that value is the only one of the line, or adds up with others."""
    figures = [f for f in line.figures if f.value == value]
    if not figures or (len(line.figures) == 1 and not line.is_total):
        return bool(figures)
    *parts, last = line.figures
    if len(parts) > 1 and sum(f.value for f in parts) == last.value:
        return True
    return any(_column_adds_up(lines, figure) for figure in figures)


def _column_adds_up(lines: Sequence[_Line], figure: _Figure) -> bool:
    """Whether the figures printed above each other come to the total printed below them."""
    rows = (line for line in lines if line.figures and not _LETTERS.search(line.text[line.figures[0].end :]))
    column = [(line, f) for line in rows for f in line.figures if _are_aligned(f, figure)]
    totals = [f.value for line, f in column if line.is_total]
    parts = [f.value for line, f in column if not line.is_total]
    return len(totals) == 1 and len(parts) > 1 and sum(parts) == totals[0]


def _are_aligned(one: _Figure, other: _Figure) -> bool:
    return abs(one.end - other.end) <= _LOOSE
