"""Which lines make a table: columns kept apart by spaces, tabs, bars or dots, and rows that end in a number."""

import re
from collections.abc import Iterator, Sequence

from muster.read import labels
from muster.read.lines import Line

_CELLS = re.compile(r"\t+| {2,}(?=\S)|\s*\|\s*|(?: ?\.){4,} *|…{2,} *")
_FIGURE = re.compile(r"(?:[<~≈c.]?\s?\d[\d ,.'\u00a0\u202f]*\s?%?\+?\s?[a-z*†‡]{0,2}|\(\d[\d ,.]*\)|[-–—]|n/a)$", re.I)
_DATED = re.compile(r"\d{4}$|present$")
# A name and its figure with nothing but a space or a sign between them: a list, where several lines are alike.
_LISTED = re.compile(r"[^\W\d][^\d:.;?!]{2,40}(?: ?[:–—=-] ?| )\d[\d ,.]*$")
_RULE = re.compile(r"[\s_=|+*.─━-]{3,}$")
_TOTAL = re.compile(r"\W*(?:grand |sub-?)?total\b", re.I)
_MAX_ROW, _MAX_NAME, _MAX_GAP, _MAX_HEADS = 200, 70, 3, 8


def tables_of(lines: Sequence[Line]) -> Iterator[range]:
    """The tables among the lines, as ranges of them, each with its title, its heads and its total.

    A table has two rows or more; a row of totals ends it, so that a second table beside it is one of its own.
    """
    at, free = 0, 0
    while at < len(lines):
        end = _rows(lines, at) or _stacked(lines, at) or _listed(lines, at)
        if end is None:
            at += 1
            continue
        start = _heads(lines, at, free)
        yield range(start, end)
        at = free = end


def cells_of(line: Line) -> list[str]:
    """What stands in the line's columns; one cell if it has no columns."""
    return [cell for cell in _CELLS.split(line.words) if cell] if line.width <= _MAX_ROW else [line.words]


def _rows(lines: Sequence[Line], first: int) -> int | None:
    """Where the table whose first row is line `first` ends; None if no table begins there."""
    if not _is_row(lines[first]):
        return None
    end, rows, at = first + 1, 1, first + 1
    while at < len(lines) and not _TOTAL.match(lines[end - 1].words):
        line = lines[at]
        if line.block > lines[at - 1].block + _MAX_GAP:
            break
        if _is_row(line) or (_RULE.match(line.words) and line.block == lines[at - 1].block):
            rows += _is_row(line)
            end = at + 1
        elif at - end >= 2 or not _may_interrupt(line, lines[end - 1]):
            break
        at += 1
    return end if rows > 1 else None


def _stacked(lines: Sequence[Line], first: int) -> int | None:
    """Where a table ends whose cells came out one below the other: a name, its figure, a name, its figure."""
    at = first
    while at + 1 < len(lines) and _is_name(lines[at]) and _is_figure(lines[at + 1], lines[at]):
        at += 2
        if _TOTAL.match(lines[at - 2].words):
            break
    return at if at - first >= 6 else None


def _listed(lines: Sequence[Line], first: int) -> int | None:
    """Where a list of names and figures ends, one pair a line without columns; three make a list."""
    at = first
    while at < len(lines) and lines[at].block == lines[first].block and _LISTED.match(lines[at].words):
        at += 1
    return at if at - first >= 3 else None


def _is_name(line: Line) -> bool:
    words = line.words
    return line.width <= 45 and words[0].isalpha() and not (words[-1] in ".:;?!" or any(map(str.isdigit, words)))


def _is_figure(line: Line, name: Line) -> bool:
    return line.block - name.block <= 1 and line.width <= 12 and bool(_FIGURE.match(line.words))


def _is_row(line: Line) -> bool:
    cells = cells_of(line)
    if len(cells) < 2 or labels.PAGE_MARK.match(line.words) or labels.MARKER.match(line.words):
        return False
    name, last = cells[0], cells[-1]
    if len(name) > _MAX_NAME or name.endswith(":") or not any(map(str.isalpha, name)):
        return False
    return bool(_FIGURE.match(last)) or (len(cells) > 2 and bool(_DATED.search(last)) and len(last) < 25)


def _may_interrupt(line: Line, row: Line) -> bool:
    """Whether a line inside a table may be a wrapped name, a sub-heading, or a row without figures."""
    short = (
        (line.width < 60 or len(cells_of(line)) > 1)
        and not labels.FULL_STOP.search(line.words)
        and not labels.PAGE_MARK.match(line.words)
    )
    return short and line.block == row.block and not labels.MARKER.match(line.words)


def _heads(lines: Sequence[Line], first: int, free: int) -> int:
    """Where the table begins whose first row is line `first`: titles and heads of columns above belong to it."""
    start, titled = first, False
    while start > free and first - start < _MAX_HEADS and _is_head(lines[start - 1], lines[start]):
        if titled and lines[start - 1].block != lines[start].block:
            break
        start -= 1
        titled = titled or (len(cells_of(lines[start])) == 1 and len(lines[start].words.split()) > 2)
    return start


def _is_head(line: Line, below: Line) -> bool:
    if below.block - line.block > _MAX_GAP or line.width > 110:
        return False
    if line.words[0].islower() and labels.FINITE.search(line.words):
        return False
    if len(cells_of(line)) > 1 and line.block == below.block and not labels.MARKER.match(line.words):
        return not labels.PAPER_HEAD.search(line.words)
    if labels.FULL_STOP.search(line.words) or line.words.endswith((":", ",")) or labels.MARKER.match(line.words):
        return False
    if labels.PAGE_MARK.match(line.words) and not _RULE.match(line.words):
        return False
    return not re.match(r"annex|appendix", line.words, re.I)
