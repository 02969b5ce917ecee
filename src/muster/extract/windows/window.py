"""Who does what to whom in a row of chunks, told by what stands beside what.

The subject of a verb is the nearest noun to its left that no preposition governs, times, adverbs and what is set off by
commas or brackets passed over; its object the noun to its right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene
from muster.extract.windows.chunks import Chunk, Sort, chunks_of
from muster.model.annotation import CountMention, Mention, MentionKind, Token

_LINKS = frozenset("of from in at with for on near under along inside outside within to by".split())
_PASSED = (Sort.OTHER, Sort.TIME)
_ASIDE = 12
_NAMED = (MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY)
_BRACKETS = {")": "(", "]": "[", "–": "–", "—": "—", "--": "--", "-": "-"}


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence with its chunks. Positions of chunks are `k`, of words `i`."""

    scene: Scene
    chunks: tuple[Chunk, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return self.scene.sentence.tokens

    def words(self, k: int) -> tuple[Token, ...]:
        """The words of a chunk."""
        return self.tokens[self.chunks[k].first : self.chunks[k].last]

    def lowers(self, k: int) -> frozenset[str]:
        """The words of a chunk in lower case."""
        return frozenset(t.lower for t in self.words(k))

    def head(self, k: int) -> Token:
        """The word of a chunk that counts."""
        return self.tokens[self.chunks[k].head]

    def is_sort(self, k: int, *sorts: Sort) -> bool:
        """Whether there is a chunk of one of these sorts at `k`."""
        return 0 <= k < len(self.chunks) and self.chunks[k].sort in sorts

    def word(self, k: int) -> str:
        """The counting word of a chunk in lower case; empty beyond the sentence."""
        return self.head(k).lower if 0 <= k < len(self.chunks) else ""

    def all(self, sort: Sort) -> Iterator[int]:
        """Where the chunks of a sort are."""
        return (k for k, chunk in enumerate(self.chunks) if chunk.sort is sort)

    # --- what a verb has about it

    def is_passive(self, k: int) -> bool:
        """Whether a verb says what is done to its subject: "were killed", "soldiers killed in"."""
        if self.head(k).tag != "VBN":
            return False
        before = self.tokens[self.chunks[k].first : self.chunks[k].head]
        return not before or any(t.lemma.lower() in ("be", "get") for t in before)

    def is_bare(self, k: int) -> bool:
        """Whether a verb is a participle or infinitive without an auxiliary that makes it finite."""
        tags = {t.tag for t in self.words(k)}
        return not tags & {"MD", "VBD", "VBP", "VBZ"} or "TO" in tags

    def subject(self, k: int) -> tuple[int, ...]:
        """The nouns that stand as subject of the verb at `k`, in order."""
        seen = 0
        j = self._left(k - 1)
        while j >= 0 and seen < 4:
            seen += 1
            if self.is_sort(j, Sort.RELATIVE):
                before = self._left(j - 1)
                before = before - 1 if self.is_sort(before, Sort.COMMA) else before
                if self.is_sort(before, Sort.PREPOSITION):
                    return ()
                return self._chain(before) if self.is_sort(before, Sort.NOUN) else ()
            if self.is_sort(j, Sort.NOUN):
                return self._chain(j)
            if self.is_sort(j, Sort.VERB) and self._is_infinitive(k):
                k, j = j, self._left(j - 1)
            elif self.is_sort(j, Sort.CONJUNCTION):
                earlier = self._verb_before(j)
                if earlier is None:
                    return ()
                k, j = earlier, self._left(earlier - 1)
            else:
                return ()
        return ()

    def object(self, k: int) -> tuple[int, ...]:
        """The nouns right after the verb at `k`, in order."""
        j = k + 1
        while self.is_sort(j, *_PASSED):
            j += 1
        return self._row(j) if self.is_sort(j, Sort.NOUN) else ()

    def governed(self, k: int, *words: str, reach: int = 8) -> tuple[int, ...]:
        """The nouns after one of these prepositions, within `reach` chunks to the right of `k` and before any cut."""
        for j in range(k + 1, min(k + 1 + reach, len(self.chunks) - 1)):
            if self.is_sort(j, Sort.CUT, Sort.RELATIVE):
                return ()
            if self.is_sort(j, Sort.PREPOSITION) and self.word(j) in words and self.is_sort(j + 1, Sort.NOUN):
                return self._row(j + 1)
        return ()

    def doers(self, k: int) -> tuple[int, ...]:
        """Who does it: the subject, of a passive the noun after "by"."""
        return self.governed(k, "by") if self.is_passive(k) else self.subject(k)

    def done_to(self, k: int) -> tuple[int, ...]:
        """What it is done to: the object, of a passive the subject."""
        return self.subject(k) if self.is_passive(k) else self.object(k)

    def _is_infinitive(self, k: int) -> bool:
        return self.words(k)[0].tag == "TO" or self.words(k)[0].tag == "VBG"

    def _left(self, j: int) -> int:
        """From `j` to the left past adverbs, times, and what is set off by a pair of commas or brackets."""
        while j >= 0:
            if self.is_sort(j, *_PASSED):
                j -= 1
            elif self.is_sort(j, Sort.COMMA, Sort.CUT):
                opened = self._opening(j)
                if opened is None:
                    return j
                j = opened - 1
            else:
                return j
        return j

    def _opening(self, j: int) -> int | None:
        """Where what ends with the comma or bracket at `j` is opened, if it is an aside."""
        wanted = _BRACKETS.get(self.word(j), self.word(j))
        for at in range(j - 1, max(-1, j - 1 - _ASIDE), -1):
            if self.word(at) == wanted and at < j:
                return at if self._is_aside(at, j) else None
            if self.is_sort(at, Sort.CUT):
                return None
        return None

    def _is_aside(self, opened: int, closed: int) -> bool:
        if closed - opened < 2:
            return False
        inner = range(opened + 1, closed)
        relative = self.is_sort(opened + 1, Sort.RELATIVE)
        return relative or all(self.is_bare(k) for k in inner if self.is_sort(k, Sort.VERB))

    def _chain(self, j: int) -> tuple[int, ...]:
        """From a noun to the left along "of", "from", "in" to the noun that heads them, with those it is joined to."""
        while self.is_sort(j - 1, Sort.PREPOSITION) and self.word(j - 1) in _LINKS:
            if not self.is_sort(j - 2, Sort.NOUN):
                return ()
            j -= 2
        if self.is_sort(j - 1, Sort.PREPOSITION):
            return ()
        return self._joined_left(j)

    def _joined_left(self, j: int) -> tuple[int, ...]:
        row = [j]
        if self.is_sort(j - 1, Sort.CONJUNCTION) and self.is_sort(j - 2, Sort.NOUN):
            j -= 2
            row.insert(0, j)
            while self.is_sort(j - 1, Sort.COMMA) and self.is_sort(j - 2, Sort.NOUN):
                j -= 2
                row.insert(0, j)
        return tuple(row) if not self.is_sort(row[0] - 1, Sort.PREPOSITION) else ()

    def _row(self, j: int) -> tuple[int, ...]:
        """A noun and those it is joined to on its right: "Canadians, Danes and Swedes"."""
        row = [j]
        while self.is_sort(j + 1, Sort.COMMA, Sort.CONJUNCTION) and self.is_sort(j + 2, Sort.NOUN):
            j += 2
            row.append(j)
        joined = any(self.is_sort(k - 1, Sort.CONJUNCTION) for k in row[1:])
        return tuple(row) if joined else tuple(row[:1])

    def _verb_before(self, j: int) -> int | None:
        for at in range(j - 1, -1, -1):
            if self.is_sort(at, Sort.VERB) and not self.is_bare(at):
                return at
            if self.is_sort(at, Sort.CUT, Sort.RELATIVE):
                return None
        return None

    # --- what a noun is

    def actors(self, k: int) -> tuple[Mention, ...]:
        """Who a noun chunk is: groups (one for each nationality), or a name; empty if it is neither."""
        at = self.chunks[k].head
        groups = self.scene.sentence.groups_at(at)
        names = tuple(m for m in self.scene.sentence.mentions_at(at, *_NAMED) if m.last - 1 <= at)[:1]
        bodies = any(g.form == "institutions" and g.country is None for g in groups)
        return names if names and (bodies or not groups) else groups

    def apposed(self, k: int) -> int | None:
        """The noun that stands beside the noun at `k` between commas: "the chairman, Ada Lind, …", "the battalion, 900
        men, …"; None if there is none."""
        at = k + 2 if self.is_sort(k + 2, Sort.NOUN) else k + 3
        bare = at == k + 2 or (self.is_sort(k + 2, Sort.VERB) and self.head(k + 2).tag == "VBG")
        opened, closed = self.is_sort(k + 1, Sort.COMMA), self.is_sort(at + 1, Sort.COMMA)
        return at if opened and closed and bare and self.is_sort(at, Sort.NOUN) else None

    def count(self, k: int) -> CountMention | None:
        """The number of a noun chunk."""
        chunk = self.chunks[k]
        within = (c for c in self.scene.sentence.counts if chunk.first <= c.first < chunk.last)
        return next((c for c in within if not c.article), next((c for c in self._articles(chunk)), None))

    def _articles(self, chunk: Chunk) -> Iterator[CountMention]:
        return (c for c in self.scene.sentence.counts if c.article and chunk.first <= c.first < chunk.last)

    def stretch(self, k: int) -> tuple[int, int]:
        """The chunks about `k` between one cut and the next: first, and one past the last."""
        first, last = k, k + 1
        while first > 0 and not self.is_sort(first - 1, Sort.CUT):
            first -= 1
        while last < len(self.chunks) and not self.is_sort(last, Sort.CUT):
            last += 1
        return first, last


def window_of(scene: Scene) -> Window:
    """The scene's sentence in chunks."""
    return Window(scene, chunks_of(scene.sentence))
