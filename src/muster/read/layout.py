"""Words with their places on a page → lines of text, cells of tables kept apart by spaces."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Shares of the height of a line of print, which is a little more than the size of its type.
_SAME_BASELINE = 0.4
_RAISED = 0.2
_INSIDE_WORD = 0.6
_BETWEEN_WORDS = 1.2
_NEW_PARAGRAPH = 1.3
_STRETCHED = 1.8  # times the middle one of a line's spaces
_GUTTER = 0.6
# What makes two columns of print and no table of two columns: many rows, most of them full, of many letters.
_COLUMN_ROWS, _COLUMN_FILL, _COLUMN_LETTERS = 8, 0.7, 20
# Print begins its column at one of the page's commonest left edges, within a point or two.
_EDGES, _EDGE_PRECISION = 6, 1.5
# In leadings: what is farther from a column is the head or the foot of its page.
_OUT_OF_COLUMN = 2.5


@dataclass(frozen=True, slots=True)
class Word:
    """Letters printed without a space: from `left` to `right`, on `baseline`, the line `height` high; in points."""

    letters: str
    left: float
    right: float
    baseline: float
    height: float

    def touches(self, next_: "Word") -> bool:
        """Whether `next_` goes on with this word: on its line, no gap between, and no figure raised to mark a note."""
        gap = (next_.left - self.right) / self.height
        is_mark = next_.letters.isdigit() and next_.baseline - self.baseline > _RAISED * self.height
        return self.is_level_with(next_) and -_INSIDE_WORD < gap < _INSIDE_WORD and not is_mark

    def is_level_with(self, other: "Word") -> bool:
        """Whether both stand on one line; a raised mark of a note stands on the line of its word."""
        return abs(self.baseline - other.baseline) <= _SAME_BASELINE * max(self.height, other.height)


Row = list[Word]
"""The words of a line, from left to right."""
Page = Sequence[Sequence[Word]]
"""The words of a page, those of one direction of writing together."""


def joined(letters: Sequence[Word]) -> Word:
    """One word of what touches."""
    base = max(letters, key=lambda letter: letter.height)
    right = max(letter.right for letter in letters)
    return Word("".join(letter.letters for letter in letters), letters[0].left, right, base.baseline, base.height)


def page_lines(page: Page) -> Iterator[str]:
    """The lines of a page from its top, blank ones where there is space between paragraphs.

    Every letter of its words is in them once. Two columns of print are given one after the other.
    """
    for at, words in enumerate(page):
        if at:
            yield ""
        yield from _lines(words)


def _lines(words: Sequence[Word]) -> Iterator[str]:
    rows = list(_rows(words))
    margin = min(word.left for word in words)
    advance = sum(word.right - word.left for word in words) / sum(len(word.letters) for word in words) or 1.0
    leading = _leading(rows)
    above: Row = []
    for row in _unfolded(rows, leading):
        if above and _is_apart(above, row, leading):
            yield ""
        yield _line(row, margin, advance)
        above = row


def _rows(words: Iterable[Word]) -> Iterator[Row]:
    """The words of each line, from left to right, lines from the top."""
    row: Row = []
    for word in sorted(words, key=lambda word: (-word.baseline, word.left)):
        if row and not row[0].is_level_with(word):
            yield sorted(row, key=lambda word: word.left)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.left)


def _baseline(row: Row) -> float:
    return min(word.baseline for word in row)


def _leading(rows: Sequence[Row]) -> float:
    """From line to line where lines stand close: the first quartile, but no less than a line is high.

    The lines of two columns may stand at different heights, and follow one another closer than those of one.
    """
    steps = sorted(_baseline(one) - _baseline(two) for one, two in pairwise(rows))
    heights = sorted(row[0].height for row in rows)
    return max(steps[len(steps) // 4] if steps else 0.0, heights[len(heights) // 2])


def _is_apart(above: Row, row: Row, leading: float) -> bool:
    """Whether more than the space between lines is above a row, or it begins a column."""
    step = _baseline(above) - _baseline(row)
    height = min(max(word.height for word in one) for one in (above, row))
    return step < 0 or step > _NEW_PARAGRAPH * max(leading, height)


def _line(row: Row, margin: float, advance: float) -> str:
    """A row as text: what stands apart on paper begins in the column of its place, as the width of letters allows."""
    text, right, widest = "", margin, _widest_space(row)
    for word in row:
        column = round((word.left - margin) / advance)
        if not text:
            spaces = column
        elif word.left - right <= widest * word.height:
            spaces = 1
        else:
            spaces = max(2, column - len(text))
        text, right = text + " " * spaces + word.letters, word.right
    return text


def _widest_space(row: Row) -> float:
    """How wide a space between words may be, in heights: more in a line of print that is stretched to the margin."""
    gaps = sorted((two.left - one.right) / one.height for one, two in pairwise(row))
    is_print = len(gaps) > 2 and 2 * sum(word.letters[0].islower() for word in row) > len(row)
    return max(_BETWEEN_WORDS, _STRETCHED * gaps[len(gaps) // 2]) if is_print else _BETWEEN_WORDS


def _unfolded(rows: Sequence[Row], leading: float) -> Sequence[Row]:
    """The rows; where two columns of print stand side by side, those of the left one before those of the right."""
    edges = Counter(edge for row in rows for edge in _left_edges(row)).most_common(_EDGES)
    for gutter in (edge - _EDGE_PRECISION for edge, times in edges if times >= _COLUMN_ROWS):
        parted = [part for run in _runs(rows, gutter, leading) for part in _parted(run, gutter)]
        if parted != rows:
            return parted
    return rows


def _left_edges(row: Row) -> Iterator[int]:
    """Where print begins in a row: at its first word, and behind every gap."""
    yield round(row[0].left)
    yield from (round(two.left) for one, two in pairwise(row) if two.left - one.right >= _GUTTER * one.height)


def _runs(rows: Sequence[Row], gutter: float, leading: float) -> Iterator[list[Row]]:
    """Rows that follow closely upon one another and leave the gutter free; each other row for itself."""
    run: list[Row] = []
    for row in rows:
        closed = _crosses(row, gutter)
        if run and (closed or _baseline(run[-1]) - _baseline(row) > _OUT_OF_COLUMN * leading):
            yield run
            run = []
        if closed:
            yield [row]
        else:
            run.append(row)
    if run:
        yield run


def _crosses(row: Row, gutter: float) -> bool:
    """Whether print goes over the gutter, or comes as near to it from both sides as word to word."""
    left = max((word.right for word in row if word.left < gutter), default=None)
    right = min((word.left for word in row if word.left >= gutter), default=None)
    return left is not None and (left > gutter or (right is not None and right - left < _GUTTER * row[0].height))


def _parted(run: list[Row], gutter: float) -> Sequence[Row]:
    """What stands left of the gutter, then what stands right of it, if both are columns of print."""
    halves = [[[word for word in row if (word.left < gutter) == left] for row in run] for left in (True, False)]
    columns = [[row for row in half if row] for half in halves]
    return columns[0] + columns[1] if all(map(_is_print, columns)) else run


def _is_print(column: Sequence[Row]) -> bool:
    """Whether rows are running print: enough of them, most nearly as wide as the widest, of many letters each."""
    if len(column) < _COLUMN_ROWS:
        return False
    widths = [row[-1].right - row[0].left for row in column]
    letters = [sum(len(word.letters) for word in row) for row in column]
    full = sum(
        width > _COLUMN_FILL * max(widths) and many > _COLUMN_LETTERS
        for width, many in zip(widths, letters, strict=True)
    )
    return full > _COLUMN_FILL * len(column)
