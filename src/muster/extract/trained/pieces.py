"""Words to the pieces a BERT vocabulary has (WordPiece), and excerpts: consecutive sentences that are read at once."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from muster.extract.trained.labels import MARKS
from muster.model.annotation import AnnotatedDocument, MentionKind, Sentence
from muster.model.document import SegmentKind

LONGEST = 220
"""Pieces of an excerpt at most, its two marks apart; a sentence longer than that is read by its beginning."""
CONTEXT = 60
"""Pieces of what stands before, at most, that an excerpt repeats so that its first sentence is not read alone."""
_LETTERS = 60
_MOST = 12
# A rule of underscores has as many pieces as letters, and says nothing.
_AT = {mark: n for n, mark in enumerate(MARKS)}
_SEGMENTS = {SegmentKind.HEADLINE: "headline", SegmentKind.CAPTION: "caption", SegmentKind.QUOTE: "quote"}

Vocabulary = Mapping[str, int]
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an excerpt: where it stands (sentence, token), its pieces, the positions in MARKS of its marks."""

    sentence: int
    token: int
    pieces: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Consecutive sentences of a document as words; those of the sentences before `fresh` are only context."""

    words: tuple[Word, ...]
    fresh: int
    at: Mapping[Position, int] = field(init=False, repr=False, compare=False)
    """Where in `words` a token of a sentence is."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", {(word.sentence, word.token): n for n, word in enumerate(self.words)})

    def of(self, sentence: int) -> range:
        """Where in `words` a sentence is; empty if it is not in the excerpt."""
        first = self.at.get((sentence, 0))
        if first is None:
            return range(0)
        last = first
        while last < len(self.words) and self.words[last].sentence == sentence:
            last += 1
        return range(first, last)


def readable(document: AnnotatedDocument) -> tuple[Sentence, ...]:
    """The sentences the network reads: all but the rows of tables."""
    return tuple(s for s in document.sentences if s.segment.kind is not SegmentKind.TABLE)


def excerpts(
    sentences: Sequence[Sentence], vocabulary: Vocabulary, longest: int = LONGEST, context: int = CONTEXT
) -> Iterator[Excerpt]:
    """The sentences in excerpts of at most `longest` pieces, each sentence fresh in exactly one."""
    rows = [_row(sentence, vocabulary, longest) for sentence in sentences]
    sizes = [sum(len(word.pieces) for word in row) for row in rows]
    at = 0
    while at < len(rows):
        first, held = at, 0
        while first > 0 and held + sizes[first - 1] <= min(context, longest - sizes[at]):
            first -= 1
            held += sizes[first]
        last = at + 1
        held += sizes[at]
        while last < len(rows) and held + sizes[last] <= longest:
            held += sizes[last]
            last += 1
        yield Excerpt(tuple(word for row in rows[first:last] for word in row), sentences[at].index)
        at = last


def _row(sentence: Sentence, vocabulary: Vocabulary, longest: int) -> list[Word]:
    marks = marks_of(sentence)
    row: list[Word] = []
    held = 0
    for token in sentence.tokens:
        pieces = pieces_of(token.text, vocabulary)
        held += len(pieces)
        if held > longest:
            break
        row.append(Word(sentence.index, token.i, pieces, marks[token.i]))
    return row


def marks_of(sentence: Sentence) -> list[tuple[int, ...]]:
    """For each word of a sentence the positions in MARKS of what is known of it."""
    found: list[set[str]] = [set() for _ in sentence.tokens]
    for token, own in zip(sentence.tokens, found, strict=True):
        if token.text.isupper() and len(token.text) > 1:
            own.add("capitals")
        elif token.text[:1].isupper():
            own.add("title")
        if sentence.segment.kind in _SEGMENTS:
            own.add(_SEGMENTS[sentence.segment.kind])
    found[0].add("first")
    for mention in sentence.mentions:
        marks = {f"mention:{mention.kind}"}
        if mention.kind is MentionKind.GROUP:
            marks |= {f"group:{mention.form}"} | ({"national"} if mention.country else set())
        elif mention.kind is MentionKind.COUNTRY:
            marks.add(f"country:{mention.form}")
        elif mention.kind is MentionKind.OPERATION and mention.form == "anaphor":
            marks.add("operation:anaphor")
        _add(found, range(mention.first, mention.last), marks)
    for count in sentence.counts:
        marks = {"count"} | ({"article"} if count.article else set()) | ({"partitive"} if count.partitive else set())
        _add(found, range(count.first, count.last), marks)
    for time in sentence.times:
        _add(found, range(time.first, time.last), {"time"})
    return [tuple(sorted(_AT[mark] for mark in own if mark in _AT)) for own in found]


def _add(found: list[set[str]], at: Iterable[int], marks: set[str]) -> None:
    for i in at:
        found[i] |= marks


def pieces_of(text: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The pieces of a word: accents off, lower case, punctuation apart, then the longest known beginning each time."""
    found: list[int] = []
    for part in _parts(text):
        found.extend(_longest_first(part, vocabulary))
    return tuple(found[:_MOST]) or (vocabulary["[UNK]"],)


@lru_cache(maxsize=50_000)
def _parts(text: str) -> tuple[str, ...]:
    plain = "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) not in ("Mn", "Cf")
    )
    return tuple(
        part
        for marked, letters in groupby(plain, key=lambda c: not c.isalnum())
        for part in (letters if marked else ["".join(letters)])
        if not part.isspace()
    )


def _longest_first(part: str, vocabulary: Vocabulary) -> list[int]:
    if len(part) > _LETTERS:
        return [vocabulary["[UNK]"]]
    found, start = [], 0
    while start < len(part):
        for end in range(len(part), start, -1):
            piece = vocabulary.get(("##" if start else "") + part[start:end])
            if piece is not None:
                break
        else:
            return [vocabulary["[UNK]"]]
        found.append(piece)
        start = end
    return found
