"""Text → lines, and lines → units: what was one line before somebody's printer or converter broke it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from muster.read import labels

_COLUMNS = re.compile(r"[^\s.)]\s{3,}\S")
_NEVER_BROKEN = 400
"""A line longer than this was not broken by anybody."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line's content without the white space around it; `block` counts the runs of lines between blank ones."""

    start: int
    end: int
    indent: int
    block: int
    words: str

    @property
    def width(self) -> int:
        """Characters from the first to the last that is not white."""
        return self.end - self.start


def lines_of(text: str) -> tuple[Line, ...]:
    """Every line that is not blank, in order. A byte order mark is a line and a block of its own."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    at, block = 0, 0
    if text.startswith("\ufeff"):
        yield Line(0, 1, 0, -1, "\ufeff")
        at = 1
    for raw in text[at:].splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            yield Line(at + indent, at + indent + len(words), indent, block, words)
        else:
            block += 1
        at += len(raw)


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the text's lines were broken, or 0 if its lines end where its paragraphs end.

    Lines are broken by width where many go on in lower case on the next line.
    """
    pairs = [(one, two) for one, two in pairwise(lines) if one.block == two.block]
    broken = sorted(one.width for one, two in pairs if two.words[0].islower() and one.width > 40)
    if len(broken) < 3 or len(broken) * 5 < len(pairs):
        return 0
    return broken[len(broken) * 3 // 4]


# Words with which neither a title nor an item ends.
_OPEN = re.compile(r"\w\s+(?:the|of|and|an?|for)$", re.IGNORECASE)


def units_of(lines: Sequence[Line], width: int) -> Iterator[tuple[Line, ...]]:
    """The lines joined to paragraphs, titles and items again; `width` is what wrap_width found."""
    unit: list[Line] = []
    for line in lines:
        if unit and not _goes_on(unit[-1], line, width):
            yield tuple(unit)
            unit = []
        unit.append(line)
    if unit:
        yield tuple(unit)


def _goes_on(one: Line, two: Line, width: int) -> bool:
    """Whether line `two` is the rest of line `one`."""
    if one.block != two.block or one.width > _NEVER_BROKEN or labels.ENUMERATOR_ALONE.match(one.words):
        return False
    if _COLUMNS.search(one.words) or _COLUMNS.search(two.words):
        return False
    open_end = not labels.STOP.search(one.words)
    wide = width > 0 and one.width > 0.6 * width
    if labels.MARKER.match(two.words):
        # A figure that closes a sentence may stand first in a line; a bullet or a bracketed number may not.
        return open_end and wide and two.words[0].isdigit() and not labels.ENUMERATOR_ALONE.match(two.words)
    if open_end:
        unfinished = wide or two.words[0].islower() or bool(_OPEN.search(one.words))
        return unfinished or (_shouts(one.words) and _shouts(two.words.rstrip(".")))
    first_word = len(two.words.split(maxsplit=1)[0])
    return wide and two.indent <= one.indent + 1 and one.width + 1 + first_word > width - 4


def _shouts(words: str) -> bool:
    """Whether it is a title all in capitals, of three words or more."""
    return words.isupper() and len(re.findall(r"[^\W\d_]{2,}", words)) > 2 and not labels.STOP.search(words)
