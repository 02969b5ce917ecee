"""Commanders in tables: tenure rows with "from" and "to", and rows of sectors or units with their commanders."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muster.extract.command_lexicon import RANKS
from muster.extract.command_tenure import tenure
from muster.extract.grid import Cell, read_grid
from muster.extract.iso3 import ALPHA_2
from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Command
from muster.model.document import SegmentKind
from muster.model.span import Span
from muster.model.when import When

_POST = re.compile(
    r"\b(?:(?:deputy |force |sector |acting )*commanders?|commanding officers?|commandants?"
    r"|(?:deputy )?special representatives?"
    r"|heads? of mission|chiefs? of mission|police commissioners?|chief (?:military )?observers?|srsg)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^name$|^commander|^head\b|representative|^officer", re.IGNORECASE)
_PLAIN = frozenset(
    {
        "commander",
        "commanders",
        "force commander",
        "force commanders",
        "name",
        "list of commanders",
        "list of force commanders",
    }
)
_LEAD = re.compile(r"^lead\b|lead nation|framework nation|^nation in command", re.IGNORECASE)
# Two lines or more of three cells, whatever parts them.
_COLUMNED = re.compile(r"(?:^[^\n]*\S(?: {2,}|\t|\s*\|\s*)\S[^\n]*?(?: {2,}|\t|\s*\|\s*)\S[^\n]*\n){2,}", re.MULTILINE)
_DATED = re.compile(r"\d{4}|present|incumbent|to date|^\d{1,2} [a-z]{3,9}\.? ['’]?\d\d$", re.IGNORECASE)
_WORD = re.compile(r"[\w.'’-]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of commanders: its rows, where the names stand (None: whichever cell holds a ranked name), the post that
    its title or head names, and where it begins and ends in the document."""

    rows: Sequence[tuple[Cell, ...]]
    names: Cell | None
    post: str
    start: int
    end: int


def table_commands(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of command that the tables of a document make."""
    for start, end in _blocks(document):
        operation = _operation(document, start, end)
        if operation is None:
            continue
        grid = read_grid(document.text, start, end)
        lines = (*grid.head, *grid.rows)
        table = _table(document, lines, start, end)
        if table is not None:
            yield from _claims(document, table, operation)
        else:
            yield from _led(document, lines, operation)


def _blocks(document: AnnotatedDocument) -> Iterator[tuple[int, int]]:
    """The stretches that are tables: segments read as such, and runs of columned lines that were not."""
    tables = [(s.start, s.end) for s in document.document.segments if s.kind is SegmentKind.TABLE]
    yield from tables
    for found in _COLUMNED.finditer(document.text):
        if not any(start < found.end() and found.start() < end for start, end in tables):
            yield found.start(), found.end()


def _table(document: AnnotatedDocument, lines: Sequence[tuple[Cell, ...]], start: int, end: int) -> _Table | None:
    """The table of commanders in these lines; None if its title and heads speak of no post."""
    for n, line in enumerate(lines):
        found = next((cell for cell in line if _NAME.search(cell.text)), None)
        if found is None or len(line) < 2 or _name(found.text, ranked=True):
            continue
        post = _POST.search(found.text) or _POST.search(_title(document, lines[:n], start))
        return _Table(lines[n + 1 :], found, post[0] if post else "", start, end) if post else None
    titles = [line for line in lines if len(line) == 1]
    post = _POST.search(_title(document, titles, start))
    if post is None or not post[0].lower().endswith(("commanders", "s", "mission")):
        return None
    return _Table([line for line in lines if len(line) > 1], None, post[0], start, end)


def _title(document: AnnotatedDocument, above: Sequence[tuple[Cell, ...]], start: int) -> str:
    """The words over a table: its own first lines, else the line before it."""
    own = " ".join(cell.text for line in above for cell in line)
    before = document.text[max(0, start - 200) : start].strip().splitlines()
    return own or (before[-1] if before else "")


def _operation(document: AnnotatedDocument, start: int, end: int) -> str | None:
    before = [s.index for s in document.sentences if s.start < end]
    if before:
        return document.focus[before[-1]]
    names = find_names(_WORD.findall(document.text[:end]))
    return next((name.value for name in names if name.kind == "operation"), None)


def _claims(document: AnnotatedDocument, table: _Table, operation: str) -> Iterator[Claim]:
    for line in table.rows:
        cell = _name_cell(table, line)
        name = _name(cell.text, ranked=table.names is None) if cell is not None else None
        if len(line) < 2 or cell is None or name is None:
            continue
        others = [c for c in line if c is not cell]
        dated = [c.text for c in others if _DATED.search(c.text)]
        fact = Command(holder=name, act="holds", country=_country(others), role=_role(table, line, cell))
        yield _claim(document, line, fact, operation, tenure(dated))


def _name_cell(table: _Table, line: Sequence[Cell]) -> Cell | None:
    """The cell of a row that holds the name: under the names' head, else the first with a rank."""
    if table.names is None:
        return next((cell for cell in line if _name(cell.text, ranked=True)), None)
    names = table.names
    cell = min(line, key=lambda c: abs(c.left - names.left))
    return cell if abs(cell.left - names.left) <= 12 else None


def _led(document: AnnotatedDocument, lines: Sequence[tuple[Cell, ...]], operation: str) -> Iterator[Claim]:
    """Rows of sectors with their lead nations."""
    for n, line in enumerate(lines):
        head = next((cell for cell in line[1:] if _LEAD.search(cell.text)), None)
        if head is None:
            continue
        for row in lines[n + 1 :]:
            cell = min(row, key=lambda c: abs(c.left - head.left))
            code = _country([cell]) if len(row) > 1 and cell is not row[0] else None
            if code is not None:
                fact = Command(holder=code, act="holds", country=code, role=row[0].text)
                yield _claim(document, row, fact, operation, None)
        return


def _claim(
    document: AnnotatedDocument, line: Sequence[Cell], fact: Command, operation: str, when: When | None
) -> Claim:
    last = max((c for c in line if not c.is_figure), key=lambda c: c.end)
    return Claim(
        document=document.document.id,
        fact=fact,
        spans=(Span.of(document.text, line[0].start, last.end),),
        operation=operation,
        when=when,
        rule="command: table",
    )


def _name(words: str, *, ranked: bool = False) -> str | None:
    """A person's name in a cell, without rank and bracket; None if it holds none (or, if asked, no rank)."""
    bare = re.sub(r"\s*[(\[].*", "", words).split()
    if ranked and (not bare or bare[0].lower().rstrip(".") not in RANKS or bare[0] == "the"):
        return None
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
