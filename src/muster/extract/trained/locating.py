"""Where in a document the value of a slot stands: the words themselves, or a name or group that goes by it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any

from muster.extract.trained.pieces import Position
from muster.model.agreement import folded, same, same_name
from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence
from muster.model.span import Span

BEFORE, BEHIND = 6, 1
"""Sentences before a claim's words, and behind them, in which its slots are looked for."""
_FORCES = frozenset("soldiers peacekeepers units missions staff police observers".split())


def words_in(document: AnnotatedDocument, span: Span) -> Iterator[Position]:
    """Where the words of a span stand."""
    first = max(bisect_right(document.sentences, span.start, key=lambda s: s.start) - 1, 0)
    for sentence in takewhile(lambda s: s.start < span.end, document.sentences[first:]):
        for token in sentence.tokens:
            if token.start < span.end and span.start < token.end:
                yield sentence.index, token.i


@dataclass(frozen=True, slots=True)
class Locator:
    """A document as seen from the words that tell a claim; of several places the nearest is found."""

    document: AnnotatedDocument
    told: frozenset[Position]
    sentences: tuple[Sentence, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        first, last = min(self.told)[0] - BEFORE, max(self.told)[0] + BEHIND
        near = tuple(s for s in self.document.sentences[max(first, 0) : last + 1])
        object.__setattr__(self, "sentences", near)

    def distance(self, places: Sequence[Position]) -> tuple[int, int]:
        """How far words are from the claim's: among them, in a sentence of theirs, before them, behind them."""
        if any(place in self.told for place in places):
            return (0, 0)
        sentence, token = places[0]
        own = min((abs(token - at) for s, at in self.told if s == sentence), default=None)
        if own is not None:
            return (1, own)
        first = min(self.told)[0]
        return (2 + abs(sentence - first) * (1 if sentence < first else 3), -token)

    def mentions(self, accept: Callable[[Mention], bool]) -> tuple[Position, ...]:
        """The words of the nearest mention that is accepted."""
        found = [
            tuple((s.index, i) for i in range(m.first, m.last)) for s in self.sentences for m in s.mentions if accept(m)
        ]
        best = min(map(self.distance, found), default=None)
        return tuple(sorted({place for places in found if self.distance(places) == best for place in places}))

    def words(self, value: str) -> tuple[Position, ...]:
        """Where the value stands as words, loosely (case, accents, articles)."""
        wanted = folded(value).split()
        found = (places for s in self.sentences for places in _standing(s, wanted)) if wanted else iter(())
        return min(found, key=lambda places: (self.distance(places), places), default=())

    def actor(self, value: str) -> tuple[Position, ...]:
        """Where somebody stands whom claims call so: by code, by name, or as written."""
        if value == "peacekeepers":
            return self.words(value) or self.mentions(_of_force)
        exact = self.mentions(lambda m: value in (m.value, m.country))
        if exact or (len(value) == 2 and value.isupper()):
            return exact
        return self.words(value) or self.mentions(lambda m: same_name(m.value, value))

    def time(self, edtf: str) -> tuple[Position, ...]:
        """The time expression that gives this date, with or without its preposition."""
        found = (
            tuple((s.index, i) for i in range(t.first, t.last))
            for s in self.sentences
            for t in s.times
            if edtf in (t.when.edtf, t.bare)
        )
        return min(found, key=lambda places: (self.distance(places), places), default=())

    def number(self, count: Mapping[str, Any]) -> tuple[Position, ...]:
        """The words of this number in a sentence of the claim's."""
        found = [
            tuple((s.index, i) for i in range(c.first, c.last))
            for s in self.sentences
            for c in s.counts
            if same("count", c.count.to_dict(), count)
        ]
        best = min(map(self.distance, found), default=(2, 0))
        near = {place for places in found if self.distance(places) == best for place in places}
        return tuple(sorted(near)) if best[0] <= 1 else ()


def _of_force(mention: Mention) -> bool:
    return mention.kind is MentionKind.GROUP and mention.form in _FORCES and not mention.country


def _standing(sentence: Sentence, wanted: Sequence[str]) -> Iterator[tuple[Position, ...]]:
    """Wherever the words stand in a sentence."""
    flat = [(piece, token.i) for token in sentence.tokens for piece in _pieces(token.text)]
    for k in range(len(flat) - len(wanted) + 1):
        if all(flat[k + n][0] == word for n, word in enumerate(wanted)):
            yield tuple((sentence.index, i) for i in range(flat[k][1], flat[k + len(wanted) - 1][1] + 1))


@lru_cache(maxsize=50_000)
def _pieces(word: str) -> tuple[str, ...]:
    return tuple(folded(word).split())
