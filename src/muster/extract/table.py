"""Tables of contingents: a row is a contingent, a printed total a strength (GUIDE.md, decisions 12, 51, 52)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from muster.extract.grid import Cell, Entry, Grid, entries, read_grid
from muster.extract.strength_heads import component_of_operation
from muster.extract.table_counted import (
    component_in,
    component_told,
    entitles,
    heads_part,
    is_uncounted,
    is_unit,
    outcome_in,
    tells_losses,
)
from muster.extract.table_standing import day_of, is_of_what_is_there, status_in
from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument, MentionKind, Sentence
from muster.model.claim import Casualty, Claim, Contingent, Fact, Status, Strength
from muster.model.count import Count
from muster.model.document import Segment, SegmentKind
from muster.model.span import Span
from muster.model.when import When

_TOTAL = re.compile(r"^(?:grand\s+|overall\s+)?totals?\b", re.IGNORECASE)
_MARKS = re.compile(r"\s*(?:\(\w{1,2}\)|\[\w{1,2}\]|[*†‡]|(?<=\w)\s[a-z])$")
_CONGO = "CG"
"""Of the two Congos the one that lists of contributors call by that name alone."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with what its surroundings say: operation, date, the country whose deployments it lists, the times at
    its columns' heads, the sentence that leads up to it and the heading over both, what it counts where none of its
    words tell, and whether its columns tell the killed from the wounded."""

    text: str
    document: str
    grid: Grid
    operation: str | None
    when: When | None
    owner: str | None
    times: tuple[tuple[int, When], ...]
    leads: tuple[str, ...]
    counted: str | None
    heads: frozenset[str]
    parts_losses: bool

    @property
    def lead(self) -> str:
        """The sentence before it."""
        return next(iter(self.leads), "")


def find_table_claims(document: AnnotatedDocument) -> Iterator[Claim]:
    """The contingents, strengths and losses that the document's tables print."""
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
            head = table.grid.head_of(cell)
            if not cell.figure or is_uncounted(head) or _is_over_all(table, cell):
                continue
            outcome = _outcome(table, head)
            if outcome is None and (table.parts_losses or tells_losses(table.grid.title, head)):
                continue
            if outcome is not None:
                if kind in ("country", "total") and countries >= _FEWEST and not operations:
                    yield _loss(table, entry, cell, outcome, value)
            elif kind == "country" and countries >= _FEWEST:
                yield _contingent(table, entry, cell, value)
            elif kind == "operation" and operations >= _FEWEST and table.owner:
                yield _deployment(table, entry, cell, value)
            elif kind == "total" and countries >= _FEWEST and not operations:
                fact = Strength(count=Count(best=cell.figure), component=_component(table, entry, cell))
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
    if words == ["Congo"]:
        return "country", _CONGO
    names = [name for name in find_names(words) if name.first == 0 and name.kind in ("country", "operation")]
    if (names and names[0].last >= len(words) - 1) or (names and words[names[0].last] == "("):
        return names[0].kind, names[0].value
    return "", ""


def _contingent(table: _Table, entry: Entry, cell: Cell, country: str) -> Claim:
    fact = Contingent(country=country, count=Count(best=cell.figure), component=_component(table, entry, cell))
    return _claim(table, entry, cell, fact, table.operation)


def _outcome(table: _Table, head: str) -> str | None:
    """What became of those whom a column counts, by its head; where no head tells it by the title, or by the sentence
    that announces the table."""
    announced = table.lead if table.lead.rstrip().endswith(":") else ""
    return outcome_in(head) if table.parts_losses else outcome_in(head, table.grid.title, announced)


def _loss(table: _Table, entry: Entry, cell: Cell, outcome: str, country: str) -> Claim:
    fact = Casualty(outcome=outcome, group=country or "peacekeepers", count=Count(best=cell.figure))
    return _claim(table, entry, cell, fact, table.operation)


def _deployment(table: _Table, entry: Entry, cell: Cell, operation: str) -> Claim:
    fact = Contingent(
        country=table.owner or "", count=Count(best=cell.figure), component=_component(table, entry, cell)
    )
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
    return status_in(heads) or status_in(table.grid.title) or status_in(table.lead, leading=True) or Status.ACTUAL


def _column_day(table: _Table, cell: Cell) -> When | None:
    """The time at the head of a cell's column ("February 2017"), for tables that compare."""
    heads = table.grid.heads_of(cell)
    return next((when for at, when in table.times for head in heads if head.start <= at < head.end), None)


def _column_operation(table: _Table, cell: Cell) -> str | None:
    """The operation at the head of a cell's column, in tables that set several missions side by side."""
    return _operation_in(table.grid.head_of(cell))


def _is_over_all(table: _Table, cell: Cell) -> bool:
    """Whether a cell's column adds up several operations: its head names none, others' do (decision 12)."""
    if _column_operation(table, cell) is not None:
        return False
    return len({_operation_in(words) for words in table.heads} - {None}) > 1


def _component(table: _Table, entry: Entry, cell: Cell) -> str | None:
    """What a row and its column count: the head of its list or of its part of the table decides, then the column's own;
    heads that say nothing leave it to the title, to what leads up to the table, and to what the operation has."""
    grid = table.grid
    part = entry.under.text if entry.under and not _TOTAL.match(entry.label) else ""
    own = (*re.findall(r"\(.*?\)", entry.label), grid.beside_of(entry.name), part, grid.head_of(cell))
    head = next((words for words in own if heads_part(words)), None)
    if head is not None or component_told(table.heads):
        return component_in(head or "")
    above = next((words for words in (grid.title, *table.leads) if entitles(words)), None)
    if above is not None:
        return component_in(above)
    return table.counted


def _table(document: AnnotatedDocument, segment: Segment) -> _Table:
    grid = read_grid(document.text, segment.start, segment.end)
    before = [s for s in document.sentences if s.start < segment.end]
    operation = _operation(document, grid, before)
    heads = frozenset(grid.head_of(each) for row in grid.rows for each in row if each.is_figure)
    return _Table(
        text=document.text,
        document=document.document.id,
        grid=grid,
        operation=operation,
        when=day_of(before, segment),
        owner=_owner(before),
        times=tuple(_head_times(document, segment)),
        leads=tuple(_leads(document, before, segment)),
        counted=_counted(document, grid, operation),
        heads=heads,
        parts_losses=any(outcome_in(words) for words in heads),
    )


def _leads(document: AnnotatedDocument, before: list[Sentence], segment: Segment) -> Iterator[str]:
    """What leads up to a table: the sentence before it, and the heading that stands above both."""
    earlier = [s for s in reversed(before) if s.segment != segment]
    heading = next((s for s in earlier if s.segment.kind is SegmentKind.HEADLINE), None)
    yield from (document.text[s.start : s.end] for s in (*earlier[:1], heading) if s is not None)


def _counted(document: AnnotatedDocument, grid: Grid, operation: str | None) -> str | None:
    """What a table without a word for it counts: what the text counts where it gives the printed total, else what the
    operation has, if no row is of a unit of soldiers."""
    totals = {e.figures[-1].figure for e in entries(grid) if _TOTAL.match(e.label)} - {None}
    told = component_told(
        s.words(count.first, count.noun + 1, document.text)
        for s in document.sentences
        for count in s.counts
        if count.noun is not None and count.count.best in totals
    )
    of_units = any(is_unit(each.text) for entry in entries(grid) for each in entry.beside)
    return told or (None if of_units else component_of_operation(operation))


@lru_cache(maxsize=1024)
def _operation_in(words: str, focus: str | None = None) -> str | None:
    """The first operation that a title or a head names; of several of one name the one in focus."""
    names = find_names(re.findall(r"[\w.'’]+|[-()]", words))
    found = next((name for name in names if name.kind == "operation"), None)
    if found is None:
        return None
    return focus if focus in found.alternatives else found.value


def _head_times(document: AnnotatedDocument, segment: Segment) -> Iterator[tuple[int, When]]:
    """The times that a table's head names, each with the character where it stands."""
    for sentence in document.sentences:
        if sentence.segment == segment:
            for mention in sentence.times:
                if mention.when.edtf:
                    yield sentence.tokens[mention.first].start, mention.when


def _operation(document: AnnotatedDocument, grid: Grid, before: list[Sentence]) -> str | None:
    """The operation the table's title names, else the one in focus where it stands."""
    here = next(reversed([document.focus[s.index] for s in before] or document.focus), None)
    return _operation_in(grid.title, here) or here


def _owner(before: list[Sentence]) -> str | None:
    """The country whose deployments a table of operations lists: the one most spoken of above it."""
    named = [m.value for s in before for m in s.mentions if m.kind is MentionKind.COUNTRY]
    return max(named, key=named.count) if named else None
