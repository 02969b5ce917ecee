"""Plain-text tables as rows of cells: columns are where the figures line up, heads are what stands above them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from muster.extract.table_counted import heads_part
from muster.model.span import Span

# What stands between two cells: wide space, a bar, a tabulator, leading dots.
_GAP = re.compile(r"(?:\s*\.){3,}\s*|\s*[|\t]\s*|\s{2,}")
# A name and its figure with a space or a sign between them, alone on a line.
_PAIR = re.compile(r"([^\W\d][^\d:]*?)(?: ?[:–—=-] ?| )(?=\d[\d ,.]*$)")
# A figure that the page set right beside the next column's name; a day and its month are none.
_MET = re.compile(
    r"(\d{1,3}(?:,\d{3})*)\s(?=(?:(?:and|of|the)\s)?[A-Z][a-z])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
)
_DATED = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
_FIGURE = re.compile(r"^\(?(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d+)\s?(?:[a-z*†‡]|\([^)]*\))?\)?$")
_NOTHING = re.compile(r"^(?:[-–—]+|n/?a|nil|\.{2,})$", re.IGNORECASE)
_BARRED = re.compile(r"\S\s*[|\t]\s*\S")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"^\d{1,3}[.)]$")
# A head line of one cell is a column's head if it is short and stands right of the names; else it is the title.
_WIDEST = 30
_NAMES = 15
_INDENT = 4
"""How far to either side of the names under it the head of a list may begin."""
_RULE = re.compile(r"^[\s_=\-+|.]*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell: characters `start` to `end` of the document, `left` to `right` columns of its line."""

    text: str
    start: int
    end: int
    left: int
    right: int

    @property
    def figure(self) -> int | None:
        """The number in the cell, footnote marks and spaced thousands read through; None if it is no number."""
        found = _FIGURE.match(self.text)
        return int(re.sub(r"\D", "", found[1])) if found else None

    @property
    def is_blank(self) -> bool:
        """Whether the cell is printed as nothing ("-")."""
        return bool(_NOTHING.match(self.text))

    @property
    def is_figure(self) -> bool:
        """Whether the cell stands in a column of numbers."""
        return self.figure is not None or self.is_blank

    def span(self, text: str) -> Span:
        """The cell in the document."""
        return Span.of(text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row's name with the figures that follow it; `above` is the first half of a name that runs over two lines,
    `beside` what else stands between name and figures (a place, a unit); `under` the last line before it that
    heads a part of the table ("Police")."""

    name: Cell
    figures: tuple[Cell, ...]
    above: Cell | None = None
    beside: tuple[Cell, ...] = ()
    under: Cell | None = None

    @property
    def label(self) -> str:
        """The whole name."""
        return f"{self.above.text} {self.name.text}" if self.above else self.name.text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the lines above the first row of figures (title and heads), and its rows."""

    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    barred: bool = False

    @property
    def title(self) -> str:
        """The words above the first row, in one."""
        return " ".join(cell.text for line in self.head for cell in line)

    def heads_of(self, cell: Cell) -> tuple[Cell, ...]:
        """What stands above a cell: the nearest cell of each head line, top down; where bars part the cells, the head
        of the same place in its row."""
        lines = [line for line in self.head if _is_column_heads(line)]
        row = next((row for row in self.rows if cell in row), (cell,))
        if self.barred:
            place = row.index(cell)
            return tuple(line[place] for line in lines if place < len(line))
        figures = [each for each in row if each.is_figure]
        if _are_lists(row):
            lines = [line for line in lines if len(line) > 1]
        nearest = [(min(line, key=lambda above: _distance(above, cell)), len(line)) for line in lines]
        # Over heads that come again ("Men Women Total Men Women Total") stand those of several columns.
        again = bool(lines) and len({head.text for head in lines[-1]}) * 2 <= len(lines[-1])
        return tuple(
            above
            for above, heads in nearest
            if (again and 1 < heads <= len(figures) / 2)
            or (_near(above, cell) and not _is_of_another(above, cell, figures))
        )

    def beside_of(self, name: Cell) -> str:
        """The words above a row's name, where lists stand side by side under a head each ("Troops … Police")."""
        lines = [line for line in self.head if len(line) > 1 and _is_column_heads(line)]
        return " ".join(c.text for line in lines for c in line if abs(c.left - name.left) <= _INDENT)

    def head_of(self, cell: Cell) -> str:
        """The words above a cell's column."""
        return " ".join(above.text for above in self.heads_of(cell))


def read_grid(text: str, start: int, end: int) -> Grid:
    """The table in `text[start:end]`."""
    lines = [cells for cells in _lines(text, start, end) if cells]
    first = next((n for n, cells in enumerate(lines) if _is_row(cells)), len(lines))
    # A name that runs over two lines begins above its first figure: it is no head.
    return Grid(tuple(lines[:first]), tuple(lines[first:]), barred=bool(_BARRED.search(text, start, end)))


def entries(grid: Grid) -> Iterator[Entry]:
    """The named figures of every row, side-by-side columns one after the other, wrapped names joined."""
    waiting: Sequence[Cell] = ()
    under: Cell | None = None
    for row in grid.rows:
        names: list[Cell] = []
        figures: list[Cell] = []
        for cell in row:
            if cell.is_figure:
                figures.extend([cell] if names else [])
                continue
            if figures:
                yield Entry(names[0], tuple(figures), _upper_half(names[0], waiting), tuple(names[1:]), under)
                names, figures = [], []
            names.extend([] if _ORDINAL.match(cell.text) else [cell])
        if figures:
            yield Entry(names[0], tuple(figures), _upper_half(names[0], waiting), tuple(names[1:]), under)
            names = []
        waiting = names
        under = row[0] if len(row) == 1 and names and heads_part(row[0].text) else under


def _upper_half(name: Cell, waiting: Sequence[Cell]) -> Cell | None:
    """The cell of the line above that a name continues: in the same column, and the name starts low or with "and"."""
    if not re.match(r"(?:and|of|the|&)\b|[a-z(]", name.text):
        return None
    # A half pushed to the left by the figure beside it stands under no half of its own but the one that waits.
    pushed = waiting[0] if len(waiting) == 1 and waiting[0].left > name.left else None
    return next((cell for cell in waiting if abs(cell.left - name.left) <= 3), pushed)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Cell, ...]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if not _RULE.match(line):
            indent = at - (text.rfind("\n", 0, at) + 1)
            bare = line.rstrip()
            yield tuple(
                Cell(bare[left:right], at + left, at + right, indent + left, indent + right)
                for left, right in _apart(bare, _between(bare))
            )
        at += len(line)


def _apart(line: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches; one that holds a figure and the name beside it ("9 Pakistan") behind another name is two."""
    for n, (left, right) in enumerate(stretches):
        found = _MET.match(line[left:right]) if n else None
        if found is None:
            yield left, right
        else:
            yield from ((left, left + found.end(1)), (left + found.end(), right))


def _between(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that no gap covers."""
    at = 0
    for gap in _GAP.finditer(line):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    pair = None if at else _PAIR.match(line)
    if pair is not None and not _DATED.search(pair[1]):
        yield from (pair.span(1), (pair.end(), len(line)))
    elif at < len(line):
        yield at, len(line)


def _is_column_heads(line: Sequence[Cell]) -> bool:
    """Whether a line above the rows names columns: short words, and not one cell at the left, which is a title."""
    return all(len(cell.text) < _WIDEST for cell in line) and (len(line) > 1 or line[0].left > _NAMES)


def _is_row(cells: Sequence[Cell]) -> bool:
    words = next((n for n, cell in enumerate(cells) if not cell.is_figure), len(cells))
    figures = [cell.text for cell in cells[words + 1 :] if cell.is_figure]
    return bool(figures) and words < 2 and not all(_YEAR.fullmatch(figure) for figure in figures)


def _distance(above: Cell, cell: Cell) -> int:
    if above.left < cell.right and cell.left < above.right:
        return 0
    return min(abs(above.right - cell.right), abs((above.left + above.right) - (cell.left + cell.right)) // 2)


def _are_lists(row: Sequence[Cell]) -> bool:
    """Whether a row is of lists that stand side by side: a name, figures, and a name again."""
    sorts = [cell.is_figure for cell in row]
    return True in sorts and False in sorts[sorts.index(True) :]


def _is_of_another(above: Cell, cell: Cell, figures: Iterable[Cell]) -> bool:
    """Whether a head stands over another figure of the row and not over this one."""
    return _distance(above, cell) > 0 and any(_distance(above, other) == 0 for other in figures)


def _near(above: Cell, cell: Cell) -> bool:
    return _distance(above, cell) <= 9
