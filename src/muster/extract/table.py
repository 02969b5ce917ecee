"""Tables of contingents: a row is a contingent, a printed total a strength (GUIDE.md, decisions 12, 51, 52)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from muster.extract.grid import Cell, Entry, Grid, entries, read_grid
from muster.extract.table_standing import day_of, is_of_what_is_there, status_in
from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument, MentionKind, Sentence
from muster.model.claim import Claim, Contingent, Fact, Status, Strength
from muster.model.count import Count
from muster.model.document import Segment, SegmentKind
from muster.model.span import Span
from muster.model.when import When

_TOTAL = re.compile(r"^(?:grand\s+|overall\s+)?totals?\b", re.IGNORECASE)
_UNCOUNTED = re.compile(
    r"\b(?:women|female|men|male|per\s?cent|percentage|share|rank|vehicles|cost|population|no)\b|%", re.IGNORECASE
)
_MARKS = re.compile(r"\s*(?:\(\w{1,2}\)|\[\w{1,2}\]|[*†‡]|(?<=\w)\s[a-z])$")
# Head words that tell what a column counts, the more telling first.
_COMPONENTS = (
    ("observers", re.compile(r"observer|\bunmos?\b|\bmilobs?\b|monitors|experts on mission|verifier", re.IGNORECASE)),
    ("police", re.compile(r"police|\bfpus?\b|\bipos?\b|\bciv\s?pol\b|\bunpol\b|gendarm", re.IGNORECASE)),
    ("troops", re.compile(r"troops?\b|soldiers?\b|contingent troops", re.IGNORECASE)),
    ("civilians", re.compile(r"civilian|international staff|local staff|volunteers", re.IGNORECASE)),
)
_MILITARY = re.compile(r"\bmilitary\s+(?:liaison\s+)?(?:component|personnel|officers)\b", re.IGNORECASE)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with what its surroundings say: operation, date, the country whose deployments it lists, the times at
    its columns' heads, and the sentence that leads up to it."""

    text: str
    document: str
    grid: Grid
    operation: str | None
    when: When | None
    owner: str | None
    times: tuple[tuple[int, When], ...]
    lead: str
    counted: str | None
    heads: frozenset[str]


def find_table_claims(document: AnnotatedDocument) -> Iterator[Claim]:
    """The contingents and strengths that the document's tables print."""
    for segment in document.document.segments:
        if segment.kind is SegmentKind.TABLE:
            yield from _claims(_table(document, segment))


def _claims(table: _Table) -> Iterator[Claim]:
    rows = list(entries(table.grid))
    named = [(entry, *_named(entry)) for entry in rows]
    countries = sum(kind == "country" for _, kind, _ in named)
    operations = sum(kind == "operation" for _, kind, _ in named)
    for entry, kind, value in named:
        for cell in entry.figures:
            if not cell.figure or _UNCOUNTED.search(table.grid.head_of(cell)) or _is_over_all(table, cell):
                continue
            if kind == "country" and countries >= _FEWEST:
                yield _contingent(table, entry, cell, value)
            elif kind == "operation" and operations >= _FEWEST and table.owner:
                yield _deployment(table, entry, cell, value)
            elif kind == "total" and countries >= _FEWEST and not operations:
                fact = Strength(count=Count(best=cell.figure), component=_component(table, cell))
                yield _claim(table, entry, cell, fact, table.operation)


def _named(entry: Entry) -> tuple[str, str]:
    """What a row is about: an operation if any of its words name one, else the country or the total its name is."""
    beside = (_name_of(cell.text) for cell in entry.beside)
    return next((found for found in beside if found[0] == "operation"), _name_of(entry.label))


def _name_of(words_of_cell: str) -> tuple[str, str]:
    """What the words of a cell are, with the code: `country`, `operation`, `total`, or nothing."""
    label = re.sub(r"^[Tt]he\s", "", _MARKS.sub("", words_of_cell))
    if _TOTAL.match(label):
        return "total", ""
    words = re.findall(r"[\w.'’]+|[-()&,]", label)
    names = [name for name in find_names(words) if name.first == 0 and name.kind in ("country", "operation")]
    if (names and names[0].last >= len(words) - 1) or (names and words[names[0].last] == "("):
        return names[0].kind, names[0].value
    return "", ""


def _contingent(table: _Table, entry: Entry, cell: Cell, country: str) -> Claim:
    fact = Contingent(country=country, count=Count(best=cell.figure), component=_component(table, cell))
    return _claim(table, entry, cell, fact, table.operation)


def _deployment(table: _Table, entry: Entry, cell: Cell, operation: str) -> Claim:
    fact = Contingent(country=table.owner or "", count=Count(best=cell.figure), component=_component(table, cell))
    return _claim(table, entry, cell, fact, operation)


def _claim(table: _Table, entry: Entry, cell: Cell, fact: Fact, operation: str | None) -> Claim:
    row = Span.of(table.text, entry.name.start, cell.end)
    spans = (entry.above.span(table.text), row) if entry.above else (row,)
    return Claim(
        document=table.document,
        fact=fact,
        spans=spans,
        operation=_column_operation(table, cell) or operation,
        status=_status(table, cell),
        when=_column_day(table, cell) or table.when,
        rule="table",
    )


def _status(table: _Table, cell: Cell) -> Status:
    """Whether a column's head, or else the title or the words that lead up to the table, say that it only plans."""
    heads = table.grid.head_of(cell)
    if is_of_what_is_there(heads):
        return Status.ACTUAL
    return status_in(heads) or (status_in(table.grid.title) or status_in(table.lead, leading=True) or Status.ACTUAL)


def _column_day(table: _Table, cell: Cell) -> When | None:
    """The time at the head of a cell's column ("February 2017"), for tables that compare."""
    place = next((row.index(cell) for row in table.grid.rows if cell in row), 0)
    heads = table.grid.heads_of(cell, place)
    return next((when for at, when in table.times for head in heads if head.start <= at < head.end), None)


def _column_operation(table: _Table, cell: Cell) -> str | None:
    """The operation at the head of a cell's column, in tables that set several missions side by side."""
    return _operation_in(table.grid.head_of(cell))


def _is_over_all(table: _Table, cell: Cell) -> bool:
    """Whether a cell's column adds up several operations: its head names none, others' do (decision 12)."""
    if _column_operation(table, cell) is not None:
        return False
    return len({_operation_in(words) for words in table.heads} - {None}) > 1


def _component(table: _Table, cell: Cell) -> str | None:
    """What a column counts: its own head decides; a head that says nothing leaves it to the title."""
    grid = table.grid
    found = _component_in(grid.head_of(cell))
    if found is not None:
        return found
    if any(_component_in(words) for words in table.heads):
        return None
    above = (grid.title, table.lead)
    telling = next((words for words in above if _component_in(words) or _is_military(words)), None)
    return table.counted if telling is None else _component_in(telling)


def _is_military(words: str) -> bool:
    """Whether a title names a military component alone, which no claim gives a name to (decisions 14, 52)."""
    return bool(_MILITARY.search(words)) and _component_in(words) is None


@lru_cache(maxsize=1024)
def _component_in(words: str) -> str | None:
    if re.search(r"\bmilitary\b(?! observers| liaison)", words, re.IGNORECASE) and not re.search(
        r"military\s+observers", words, re.IGNORECASE
    ):
        return None
    return next((name for name, pattern in _COMPONENTS if pattern.search(words)), None)


def _table(document: AnnotatedDocument, segment: Segment) -> _Table:
    grid = read_grid(document.text, segment.start, segment.end)
    before = [s for s in document.sentences if s.start < segment.end]
    return _Table(
        text=document.text,
        document=document.document.id,
        grid=grid,
        operation=_operation(document, grid, before),
        when=day_of(before, segment),
        owner=_owner(before),
        times=tuple(_head_times(document, segment)),
        lead=next((document.text[s.start : s.end] for s in reversed(before) if s.segment != segment), ""),
        counted=_counted(document, grid),
        heads=frozenset(grid.head_of(each) for row in grid.rows for each in row if each.is_figure),
    )


def _counted(document: AnnotatedDocument, grid: Grid) -> str | None:
    """What a table without a word for it counts: what the text counts where it gives the printed total."""
    totals = {e.figures[-1].figure for e in entries(grid) if _TOTAL.match(e.label)} - {None}
    told = (
        _component_in(s.words(count.first, count.noun + 1, document.text))
        for s in document.sentences
        for count in s.counts
        if count.noun is not None and count.count.best in totals
    )
    return next((component for component in told if component is not None), None)


@lru_cache(maxsize=1024)
def _operation_in(words: str) -> str | None:
    """The first operation that a title or a head names."""
    names = find_names(re.findall(r"[\w.'’]+|[-()]", words))
    return next((name.value for name in names if name.kind == "operation"), None)


def _head_times(document: AnnotatedDocument, segment: Segment) -> Iterator[tuple[int, When]]:
    """The times that a table's head names, each with the character where it stands."""
    for sentence in document.sentences:
        if sentence.segment == segment:
            for mention in sentence.times:
                if mention.when.edtf:
                    yield sentence.tokens[mention.first].start, mention.when


def _operation(document: AnnotatedDocument, grid: Grid, before: list[Sentence]) -> str | None:
    """The operation the table's title names, else the one in focus where it stands."""
    named = _operation_in(grid.title)
    if named is not None:
        return named
    focus = [document.focus[s.index] for s in before] or list(document.focus)
    return focus[-1] if focus else None


def _owner(before: list[Sentence]) -> str | None:
    """The country whose deployments a table of operations lists: the one most spoken of above it."""
    named = [m.value for s in before for m in s.mentions if m.kind is MentionKind.COUNTRY]
    return max(named, key=named.count) if named else None
