"""Segments → sentences: sentencex cuts them; what a page break or an abbreviation's stop has torn is whole again."""

import re
from collections.abc import Iterable, Iterator, Sequence

from muster.annotate.clean import CleanText, casing, clean, spoken
from muster.gazetteer import find_names
from muster.model.document import Document, Segment, SegmentKind

LONGEST = 2_000
_INITIAL = re.compile(r"(?:^|[\s(/-])[A-Z]\.\s*$")
# Abbreviations after which a number or name goes on.
_ABBREVIATED = re.compile(
    r"\b(?:approx|est|incl|ca|c|no|nos|para|paras|art|regt|bn|bde|coy|fig|vs"
    r"|(?:maj|lt|lieut|brig|col|vice|rear)\.?-(?:gen|col|adm|cdr))\.\s*$",
    re.IGNORECASE,
)
_MONTH_AT_END = re.compile(r"\b(?:March|May|June|July)\.\s+(?=[\"“(]?[A-ZÀ-Þ])")
# A table's row: something, a gap, and a figure or a dash that closes a cell.
_ROW = re.compile(
    r"\S(?:[^\S\n]{2,}|[^\S\n]*[|\t][^\S\n]*|(?:[^\S\n]?\.){3,}[^\S\n]*)(?P<figure>\(?\d[\d ,.]*|[-–—])[a-z*]?\)?"
    r"(?=[^\S\n]{2}|[^\S\n]*[|\n]|\t|$)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40}(?:,\s[^()\n–—]{2,40}?)?"
    r"(?:\s?\([^)]{2,40}\))?(?:,\s[^()\n–—]{2,30}?)?\s(?:--?|–|—)\s(?=\S)"
)
# A paragraph of some length that ends in the middle of a sentence.
_OPEN = re.compile(r"\w.{60,}[^.!?:;\"')\]\s]$")
# How many characters at its end show that it is open: the whole of a long paragraph would take minutes.
_TAIL = 200

Cut = tuple[Segment, CleanText]


def cut(document: Document) -> Iterator[Cut]:
    """Every sentence of the text that is neither chrome nor table, in ordinary case."""
    from sentencex import get_sentence_boundaries  # a shared library: only when something is to be parsed

    forms = casing(document.text)
    for segment, whole in _stretches(document):
        bounds = ((bound["start_index"], bound["end_index"]) for bound in get_sentence_boundaries("en", whole.text))
        for start, end in _rejoined(whole.text, bounds):
            for part in _short(whole.cut(start, end)):
                if any(char.isalpha() for char in part.text):
                    yield segment, spoken(part, forms, _named)


def _stretches(document: Document) -> Iterator[Cut]:
    """The segments that hold sentences; a paragraph that a page break cuts in two is one stretch again."""
    held: Cut | None = None
    end = 0
    for segment in document.segments:
        if segment.kind is SegmentKind.CHROME:
            continue
        text = _without_dateline(clean(document.text, segment.start, _prose_end(document.text, segment)))
        if held is not None and _runs_on(held, segment, text, document.text[end : segment.start]):
            held = (held[0], held[1].then(text))
        else:
            if held is not None:
                yield held
            held = (segment, text)
        end = segment.end
    if held is not None:
        yield held


def _runs_on(held: Cut, segment: Segment, text: CleanText, between: str) -> bool:
    """Whether a paragraph goes on with a sentence that the one before, at the foot of a page, left open.

    It begins in lower case; after a form feed it may begin with a name as well, if it has no number or bullet.
    """
    before, open_text = held
    both = before.kind is SegmentKind.PARAGRAPH and segment.kind is SegmentKind.PARAGRAPH
    new_page = "\f" in between and not between.rpartition("\n")[2].strip()
    return (
        both
        and before.end < segment.start
        and bool(_OPEN.search(open_text.text[-_TAIL:]))
        and (text.text[:1].islower() or (new_page and text.text[:1].isalpha()))
    )


def _rejoined(text: str, bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The bounds of sentences, with those undone that fall between an abbreviation's letters ("African Union-U.N.")."""
    open_at: int | None = None
    for start, end in bounds:
        first = start if open_at is None else open_at
        torn = _INITIAL.search(text, first, end) and text[end : end + 2].strip().endswith(".")
        open_at = first if torn or _ABBREVIATED.search(text, first, end) else None
        if open_at is None:
            yield from _parted(text, first, end)
    if open_at is not None:
        yield open_at, len(text)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut where a month written in full ends a sentence: "May." is no abbreviation."""
    for month in _MONTH_AT_END.finditer(text, start, end):
        yield start, month.end()
        start = month.end()
    yield start, end


def _prose_end(text: str, segment: Segment) -> int:
    """Where a segment stops being sentences: a table has only its title and the heads of its columns."""
    if segment.kind is not SegmentKind.TABLE:
        return segment.end
    rows = (row for row in _ROW.finditer(text, segment.start, segment.end) if not _YEAR.fullmatch(row["figure"]))
    first = next(rows, None)
    return text.rfind("\n", segment.start, first.start("figure")) + 1 or segment.start if first else segment.start


def _without_dateline(text: CleanText) -> CleanText:
    """The text after a dateline ("DILI, East Timor, Oct 7 (Wire) - "), which is no part of its first sentence."""
    found = _DATELINE.match(text.text)
    # "KFOR - who is who" is a title.
    titled = found is not None and any(name.kind == "operation" for name in find_names(found[0].split()))
    return text.cut(found.end(), len(text.text)) if found and not titled else text


def _named(words: Sequence[str]) -> frozenset[int]:
    return frozenset(i for name in find_names(words) for i in range(name.first, name.last))


def _short(sentence: CleanText) -> Iterator[CleanText]:
    """The sentence without the space around it; one that is no sentence but a heap is cut at spaces."""
    text = sentence.text
    start = 0
    while start < len(text):
        end = min(len(text), start + LONGEST)
        if end < len(text):
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        left = start + len(text[start:end]) - len(text[start:end].lstrip())
        right = start + len(text[start:end].rstrip())
        if left < right:
            yield sentence.cut(left, right)
        start = end
