"""Units: the paragraphs, titles, items and tables of a page, before and after they are told apart."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from muster.model.document import SegmentKind
from muster.read import labels
from muster.read.lines import Line, units_of, wrap_width
from muster.read.running import running_lines
from muster.read.tables import tables_of

_SHORT = 400


@dataclass(frozen=True, slots=True)
class Unit:
    """Characters `start` to `end` of the text, which are `words`; `block` as of its lines; `kind` once it is known."""

    start: int
    end: int
    block: int
    words: str
    kind: SegmentKind | None = None

    def of_kind(self, kind: SegmentKind) -> "Unit":
        """The same stretch, known to be of this kind."""
        return replace(self, kind=kind)

    def part(self, first: int, last: int, kind: SegmentKind | None = None) -> "Unit":
        """Its characters `first` to `last` without white space around them."""
        words = self.words[first:last]
        start = self.start + first + len(words) - len(words.lstrip())
        return Unit(start, start + len(words.strip()), self.block, words.strip(), kind)

    @property
    def short(self) -> str:
        """Its words if they are few enough for a label, else nothing."""
        return self.words if len(self.words) <= _SHORT else ""

    @property
    def is_chrome(self) -> bool:
        """Whether it is known to be page furniture."""
        return self.kind is SegmentKind.CHROME

    @property
    def is_sentence(self) -> bool:
        """Whether it reads as running text: long, or closed by a stop and more than a few words."""
        many = len(self.words.split(maxsplit=30))
        return many > 28 or (many > 5 and bool(labels.FULL_STOP.search(self.words[-60:])))

    @property
    def is_title(self) -> bool:
        """Whether it may be a title: few words, no full stop, no item of a list, no `key: value`."""
        words = self.short.lstrip("*# ")
        if not words or len(words.split()) > 28 or labels.MARKER.match(words) or labels.SPEAKER.match(words):
            return False
        stop = labels.FULL_STOP.search(words)
        return (
            not (words.endswith((";", ",")) or (stop and stop[0][0] in ".…") or _is_pair(words) or _leads_on(words))
            and not words[0].islower()
        )


def _is_pair(words: str) -> bool:
    key, colon, value = words.partition(":")
    return (
        bool(colon)
        and len(key.split()) <= 5
        and len(value.split()) <= 5
        and (value[:2] == "  " or any(map(str.isdigit, value)))
    )


def _leads_on(words: str) -> bool:
    """Whether it is a clause that something follows, not a title with a colon."""
    return words.endswith(":") and len(words.split()) > 6


def units_in(text: str, lines: Sequence[Line]) -> Iterator[Unit]:
    """The units of a text, in order: its tables, its page marks (chrome), and all else with its line breaks mended."""
    running = running_lines(text, lines)
    tables = list(_tables(lines, running))
    tabular = {at for table in tables for at in table}
    width, at = wrap_width([line for i, line in enumerate(lines) if i not in tabular]), 0
    for table in tables:
        yield from _prose(text, lines[at : table.start], width, running)
        yield _unit(text, lines[table.start : table.stop], SegmentKind.TABLE)
        at = table.stop
    yield from _prose(text, lines[at:], width, running)


def _tables(lines: Sequence[Line], running: Collection[Line]) -> Iterator[range]:
    """The tables among the lines; a running head or foot ends one."""
    breaks = [-1, *(at for at, line in enumerate(lines) if line in running), len(lines)]
    for one, two in pairwise(breaks):
        for table in tables_of(lines[one + 1 : two]):
            yield range(table.start + one + 1, table.stop + one + 1)


def _prose(text: str, lines: Sequence[Line], width: int, running: Collection[Line]) -> Iterator[Unit]:
    run: list[Line] = []
    for line in lines:
        marks = line.width <= _SHORT and labels.PAGE_MARK.match(line.words) and not _is_value(line, run[-1:])
        if marks or line in running:
            yield from (_unit(text, unit) for unit in units_of(run, width))
            yield _unit(text, [line], SegmentKind.CHROME)
            run = []
        else:
            run.append(line)
    yield from (_unit(text, unit) for unit in units_of(run, width))


def _is_value(line: Line, above: Sequence[Line]) -> bool:
    """Whether a bare figure may be a value and no page: too great for one, or right below what may be its name."""
    if not line.words.isdigit():
        return False
    named = any(name.block == line.block and name.width <= 45 and name.words[-1].isalpha() for name in above)
    return len(line.words) in (4, 5) or (named and len(line.words) < 4)


def _unit(text: str, lines: Sequence[Line], kind: SegmentKind | None = None) -> Unit:
    start, end = lines[0].start, lines[-1].end
    return Unit(start, end, lines[0].block, text[start:end], kind)
