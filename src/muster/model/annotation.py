"""A document with what the language work found in it. Everything an extractor sees; nothing of a parser's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from muster.model.claim import Status
from muster.model.count import Count
from muster.model.document import Document, Segment
from muster.model.when import When

# What may stand between two tokens that belong together: white space, hyphens (soft and hard).
_JOINING = " \t\r\n\f\v\u00a0\u2009\u202f-\u00ad\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. `i` and `head` are positions in the sentence (the root is its own head);
    `start`/`end` are characters of the document; labels are Universal POS, Penn tags and ClearNLP dependencies."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str = ""
    lower: str = field(init=False, repr=False, compare=False)
    """The word in lower case: asked for more often than everything else, so it is kept."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", self.text.lower())


class MentionKind(StrEnum):
    """What a stretch of words names."""

    OPERATION = "operation"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNIT = "unit"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a sentence (tokens `first` up to, not including, `last`) that name something.

    `value` is the slug of an operation or organisation, the ISO code of a country, a person's name without rank,
    or the words themselves. `form` says how it is named (`name`, `adjective`, `demonym`, `capital`, `force`, `acronym`,
    `alias`, `anaphor`); of a group it is the sort of its noun (`soldiers`, `units`, `armed`…: data/nouns.yaml).
    `others` are the slugs of further operations of the same name.
    """

    kind: MentionKind
    first: int
    last: int
    value: str
    form: str = "name"
    country: str | None = None
    others: tuple[str, ...] = ()

    def covers(self, i: int) -> bool:
        """Whether token `i` is one of its words."""
        return self.first <= i < self.last


@dataclass(frozen=True, slots=True)
class CountMention:
    """A number of a sentence with its hedge (tokens `first` up to `last`), and the token of the noun it counts.

    `noun` is None where none is written ("of whom 21 were French"); `partitive` is true for "11 of them";
    `article` for a bare "a" or "an" before a person ("a soldier"), which counts 1.
    """

    first: int
    last: int
    count: Count
    noun: int | None = None
    partitive: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class WhenMention:
    """A time expression of a sentence: tokens `first` up to `last`, its preposition included.

    `when.edtf` is the time under its preposition: `../2023-04` for "by the end of April". `bare` is the date itself
    (`2023-04-30`), for a level reached by then; None where nothing fixes it. `relation` is the preposition's sense:
    `at`, `by`, `until`, `since`, `before`, `after`, `from`, `from-to`, `within`; `of-what-follows` for "two days
    after", which dates what stands after it.
    """

    first: int
    last: int
    when: When
    relation: str = "at"
    bare: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate of a sentence with its arguments, whatever its form: a finite verb, a participle, an infinitive,
    or a noun of doing ("the withdrawal of", "Kenya's deployment").

    Arguments are positions of head words. `obliques` pairs a preposition (lower case) with the head of its object.
    `agents` are who does it (active subject, passive `by`, possessor or adjective of a nominal); `patients` are what
    it is done to (object, passive subject, `of` of a transitive nominal).
    """

    predicate: int
    lemma: str
    particle: str | None
    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    obliques: tuple[tuple[str, int], ...] = ()
    passive: bool = False
    nominal: bool = False
    status: Status = Status.ACTUAL
    tense: str = "past"

    def oblique(self, *prepositions: str) -> int | None:
        """The head of the first object of one of these prepositions."""
        return next((at for word, at in self.obliques if word in prepositions), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words and all that was found in it."""

    index: int
    start: int
    end: int
    segment: Segment
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    times: tuple[WhenMention, ...] = ()
    clauses: tuple[Clause, ...] = ()
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False, repr=False)

    @property
    def is_full(self) -> bool:
        """Whether it has a finite verb, so that it is more than a heading or an entry."""
        return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in self.tokens)

    def children_of(self, i: int) -> tuple[int, ...]:
        """The positions of the words that depend on word `i`."""
        return self.children[i]

    def subtree(self, i: int) -> tuple[int, ...]:
        """Word `i` and everything under it, in order of the text."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads of word `i`, nearest first, up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def clause_at(self, i: int) -> Clause | None:
        """The clause whose predicate is word `i`."""
        return next((clause for clause in self.clauses if clause.predicate == i), None)

    def mentions_at(self, i: int, *kinds: MentionKind) -> tuple[Mention, ...]:
        """Every mention of these kinds (of any, if none is given) that covers word `i`."""
        return tuple(m for m in self.mentions if m.covers(i) and (not kinds or m.kind in kinds))

    def groups_at(self, i: int) -> tuple[Mention, ...]:
        """The groups, bodies or people whose head noun (or pronoun) is word `i`; one for each nationality named."""
        return tuple(m for m in self.mentions if m.kind is MentionKind.GROUP and m.last - 1 == i)

    def phrase(self, i: int, *, of: bool = False) -> tuple[int, int]:
        """The words of the noun phrase headed by `i`, from its first modifier up to the head (end not included);
        with `of`, also the prepositional phrases and names directly behind it."""
        first = min((j for c in self.children[i] if c < i and self._modifies(c) for j in self.subtree(c)), default=i)
        last = i + 1
        for c in sorted(c for c in self.children[i] if c > i):
            if self.tokens[c].dep in ("compound", "nummod", "nmod") or (of and self.tokens[c].dep == "prep"):
                last = max(last, self.subtree(c)[-1] + 1)
            elif self.tokens[c].dep not in ("punct", "case"):
                break
        return min(first, i), last

    def _modifies(self, c: int) -> bool:
        return self.tokens[c].dep in (
            "det",
            "amod",
            "compound",
            "poss",
            "nummod",
            "nmod",
            "quantmod",
            "predet",
            "npadvmod",
        )

    def words(self, first: int, last: int, text: str) -> str:
        """The document's own words for tokens `first` up to `last`, white space single; what stands between two of
        them and is no word of the sentence (a page's foot and head, the mark of a note) is left out."""
        parts, start = [], self.tokens[first].start
        for token, following in pairwise(self.tokens[first:last]):
            if text[token.end : following.start].strip(_JOINING):
                parts.append(text[start : token.end])
                start = following.start
        return " ".join(" ".join((*parts, text[start : self.tokens[last - 1].end])).split())

    def mention_at(self, i: int, *kinds: MentionKind) -> Mention | None:
        """The longest mention of these kinds (of any, if none is given) that covers word `i`."""
        longest: Mention | None = None
        for m in self.mentions:
            covers = m.first <= i < m.last and (not kinds or m.kind in kinds)
            if covers and (longest is None or m.last - m.first > longest.last - longest.first):
                longest = m
        return longest


@dataclass(frozen=True, slots=True)
class Citation:
    """Words and who is cited for them: characters `start` to `end` are on the word of `source` (as written).

    `speaker` is the source as claims name speakers (country, operation or organisation code, or the name)."""

    start: int
    end: int
    source: str
    speaker: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document, its sentences in order, who is cited where, and the operations it speaks of.

    `operations` maps the index of a sentence to the slug of the operation in focus there, or None.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()
    focus: tuple[str | None, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text
