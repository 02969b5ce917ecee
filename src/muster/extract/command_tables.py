"""Commanders in tables: tenure rows with "from" and "to", and rows of sectors or units with their commanders."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muster.extract.command_lexicon import RANKS
from muster.extract.grid import Cell, read_grid
from muster.extract.iso3 import ALPHA_2
from muster.extract.command_tenure import tenure
from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Command
from muster.model.document import Segment, SegmentKind
from muster.model.span import Span

_POST = re.compile(
    r"\b(?:(?:deputy |force |sector |acting )*commanders?|commanding officers?|commandants?|(?:deputy )?special representatives?"
    r"|heads? of mission|chiefs? of mission|police commissioners?|chief (?:military )?observers?|srsg)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^name$|^commander|^head\b|representative|^officer", re.IGNORECASE)
_PLAIN = frozenset({"commander", "commanders", "force commander", "force commanders", "name", "list of commanders", "list of force commanders"})
_WORD = re.compile(r"[\w.'’-]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of commanders: its lines of cells, where the names stand, and the post its title or head names."""

    lines: Sequence[tuple[Cell, ...]]
    head: int
    names: Cell
    post: str


def table_commands(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of command that the tables of a document make."""
    for segment in document.document.segments:
        if segment.kind is SegmentKind.TABLE:
            table = _table(document, segment)
            operation = _operation(document, segment)
            if table is not None and operation is not None:
                yield from _claims(document, table, operation)


def _table(document: AnnotatedDocument, segment: Segment) -> _Table | None:
    """The table of commanders in a segment; None if its title and heads speak of no post."""
    grid = read_grid(document.text, segment.start, segment.end)
    lines = (*grid.head, *grid.rows)
    for n, line in enumerate(lines):
        found = next((cell for cell in line if _NAME.search(cell.text)), None)
        if found is None or len(line) < 2:
            continue
        title = _title(document, segment, lines[:n])
        post = _POST.search(found.text) or _POST.search(title)
        return _Table(lines, n, found, post[0] if post else "") if post else None
    return None


def _title(document: AnnotatedDocument, segment: Segment, above: Sequence[tuple[Cell, ...]]) -> str:
    """The words over a table: its own first lines, else the heading before it."""
    own = " ".join(cell.text for line in above for cell in line)
    before = [s for s in document.document.segments if s.end <= segment.start and s.kind is SegmentKind.HEADLINE]
    return own or (document.text[before[-1].start : before[-1].end] if before else "")


def _operation(document: AnnotatedDocument, segment: Segment) -> str | None:
    before = [s.index for s in document.sentences if s.start < segment.end]
    if before:
        return document.focus[before[-1]]
    return document.focus[0] if document.focus else None


def _claims(document: AnnotatedDocument, table: _Table, operation: str) -> Iterator[Claim]:
    for line in table.lines[table.head + 1 :]:
        cell = min(line, key=lambda c: abs(c.left - table.names.left))
        name = _name(cell.text)
        if len(line) < 2 or name is None or abs(cell.left - table.names.left) > 12:
            continue
        others = [c for c in line if c is not cell]
        dated = [c.text for c in others if re.search(r"\d{4}|present|incumbent|to date", c.text, re.IGNORECASE)]
        last = max((c for c in line if not c.is_figure), key=lambda c: c.end)
        yield Claim(
            document=document.document.id,
            fact=Command(
                holder=name, act="holds", country=_country(others), role=_role(table, line, cell)
            ),
            spans=(Span.of(document.text, line[0].start, max(last.end, cell.end)),),
            operation=operation,
            when=tenure(dated),
            rule="command: table",
        )


def _name(words: str) -> str | None:
    """A person's name in a cell, without rank and bracket; None if it holds none."""
    bare = re.sub(r"\s*[(\[].*", "", words).split()
    while bare and bare[0].lower().rstrip(".") in RANKS:
        bare = bare[1:]
    if len(bare) < 2 or any(char.isdigit() for word in bare for char in word) or not bare[0][:1].isupper():
        return None
    return " ".join(bare)


def _country(cells: Sequence[Cell]) -> str | None:
    for cell in cells:
        words = _WORD.findall(cell.text)
        named = [name for name in find_names(words) if name.kind == "country"]
        if named:
            return named[0].value
        code = cell.text.strip("() ")
        if code in ALPHA_2:
            return ALPHA_2[code]
    return None


def _role(table: _Table, line: Sequence[Cell], name: Cell) -> str | None:
    """The sector or unit a row begins with, else the post the table is about; None for the force's commander."""
    if line[0] is not name and not re.match(r"\d", line[0].text) and not _country(line[:1]):
        return line[0].text
    post = re.sub(r"s\b", "", table.post)
    return None if table.post.lower() in _PLAIN else post
