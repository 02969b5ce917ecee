"""Which operation a sentence is about: the one it names, else the one its section, paragraph or document is about."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muster.annotate.words import noun_sorts
from muster.gazetteer import operation, operations_under
from muster.model.annotation import Mention, MentionKind, Sentence, Token
from muster.model.document import SegmentKind

# How many sentences the head of a document has at most: letterhead, date, title.
_TITLE = 12
_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("compound", "nmod", "amod", "poss", "appos")
# Before the name of a country where something is, not who does it.
_PLACING = frozenset({"in", "from", "to", "for", "inside", "within", "across", "into", "throughout", "leave", "near"})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a document speaks of: how much of it is about each operation, and the one it is most about."""

    weights: Counter[str]
    main: str | None
    published: str | None
    unnamed: str | None = None
    everywhere: frozenset[str] = frozenset()
    titled: bool = False

    def is_passing(self, slug: str) -> bool:
        """Whether an operation is named once or twice in a document about another, or is over and followed by it."""
        if self.main is None:
            return False
        rare = self.weights[slug] <= 2 and self.weights[self.main] >= 3 * self.weights[slug]
        return rare or _is_followed(slug, self.main, self.published)

    def in_country(self, code: str) -> list[str]:
        """The operations spoken of, tables included, whose area a country (ISO code) is."""
        return [slug for slug in sorted({*self.weights} | self.everywhere) if code in _area(slug)]


def is_hardly_named(sentences: Sequence[Sentence]) -> bool:
    """Whether a document names no operation, or each only once and in passing: it may be about one it never names."""
    return max(_weights(sentences).values(), default=0) < 2


def focus_of(
    sentences: Sequence[Sentence],
    published: str | None = None,
    unnamed: str | None = None,
    everywhere: frozenset[str] = frozenset(),
) -> tuple[str | None, ...]:
    """For each sentence the slug of the operation that "the force", "the mission" or "peacekeepers" means there.

    `published` (YYYY-MM-DD) tells an operation of the day from the one before it; `unnamed` is the one that the
    document is about without naming it; `everywhere` are those it names anywhere, in tables too.
    """
    weights = _weights(sentences)
    if unnamed is not None and unnamed not in weights:
        weights[unnamed] = 3
    titled = _titled(sentences, weights)
    main = titled or _main(weights, published)
    spoken = _Spoken(weights, main, published, unnamed, everywhere, titled is not None)
    found: list[str | None] = []
    for section in _sections(sentences):
        found.extend(_section_focus(section, found[-1] if found else None, spoken))
    return tuple(found)


def _titled(sentences: Sequence[Sentence], weights: Counter[str]) -> str | None:
    """The one operation that the title names in full ("Report on the United Nations Mission in Liberia"), unless the
    text hardly does."""
    headings = (s for s in sentences[:_TITLE] if s.segment.kind is SegmentKind.HEADLINE)
    named = {m.value for s in headings for m in _operations(s) if m.form == "name" and m.last - m.first > 3}
    titled = named.pop() if len(named) == 1 else None
    return titled if titled is not None and weights[titled] * 3 >= max(weights.values()) else None


def _main(weights: Counter[str], published: str | None) -> str | None:
    """The operation a document is most about; of two in one country, one that is over gives way to one that runs."""
    ranked = [slug for slug, _ in weights.most_common()]
    first = next(iter(ranked), None)
    return next((slug for slug in ranked if first and _is_followed(first, slug, published)), first)


def _is_followed(slug: str, other: str, published: str | None) -> bool:
    """Whether one operation was over when the document was published and another ran in its country."""
    before, after = operation(slug), operation(other)
    if published is None or before is None or after is None:
        return False
    over = before.end is not None and before.end < published[: len(before.end)]
    return over and after.runs_on(published) and bool({*before.area} & {*after.area})


def _sections(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences under each heading, headings first."""
    section: list[Sentence] = []
    for sentence in sentences:
        heads = sentence.segment.kind is SegmentKind.HEADLINE
        if section and heads and section[-1].segment.kind is not SegmentKind.HEADLINE:
            yield section
            section = []
        section.append(sentence)
    if section:
        yield section


def _section_focus(section: Sequence[Sentence], before: str | None, spoken: _Spoken) -> Iterator[str | None]:
    """The focus of a section's sentences: until one names an operation the section's own, in a new paragraph again
    that one if the last was named in passing."""
    own = _own(section, before, spoken)
    current, previous, last, firm = own, section[0], own, False
    for sentence in section:
        if previous.segment != sentence.segment and current is not None and not firm:
            current = own
        going_on = _meant(sentence, last, current) if previous.segment == sentence.segment else current
        previous = sentence
        placed = None if _operations(sentence) else _placed(sentence, current, spoken)
        here = last = placed or _named(sentence, spoken.weights, going_on) or going_on
        if placed is not None:
            yield here
            continue
        if current is None or here is None or not spoken.is_passing(here) or _is_topic(sentence, here):
            firm = (firm and here == current) or _is_firm(sentence, here, spoken)
            current = here
        yield here


def _is_firm(sentence: Sentence, slug: str | None, spoken: _Spoken) -> bool:
    """Whether what follows in other paragraphs goes on about an operation: it is a subject and not named in passing,
    and no title says that the document is about another."""
    if spoken.titled and slug != spoken.main:
        return False
    named = [m for m in _operations(sentence) if m.value == slug]
    return slug is not None and not spoken.is_passing(slug) and any(_is_subject(sentence, m) for m in named)


def _own(section: Sequence[Sentence], before: str | None, spoken: _Spoken) -> str | None:
    """The operation a section is about: the document's if the section names it, else the first it names (before those
    that the document names in passing); if it names none, the one before goes on unless that was named in passing.
    In a document with a title of its own only the section's heading and first sentence count."""
    heads = section if not spoken.titled else list(_opening(section))
    named = [slug for s in heads if (slug := _named(s, spoken.weights, None)) is not None]
    if not named and spoken.titled:
        return spoken.main
    if not named:
        return spoken.main if before is None or spoken.is_passing(before) else before
    lasting = [slug for slug in named if not spoken.is_passing(slug)]
    if spoken.main in named or (spoken.unnamed is not None and not lasting):
        return spoken.main
    return (lasting or named)[0]


def _opening(section: Sequence[Sentence]) -> Iterator[Sentence]:
    """The headings of a section and the first sentence under them."""
    for sentence in section:
        yield sentence
        if sentence.segment.kind is not SegmentKind.HEADLINE:
            return


def _is_topic(sentence: Sentence, slug: str) -> bool:
    """Whether the sentences after this one may go on about an operation that it names: in its subject ("the seven
    officers with ISAF will stay"), not as help or whence ("were taken over from AMIB")."""
    return any(_is_in_subject(sentence, m) for m in _operations(sentence) if m.value == slug)


def _is_in_subject(sentence: Sentence, mention: Mention) -> bool:
    at = mention.last - 1
    while sentence.tokens[at].dep in (*_INSIDE, "pobj", "prep", "conj"):
        at = sentence.tokens[at].head
    return sentence.tokens[at].dep in (*_SUBJECTS, "ROOT") and sentence.tokens[at].pos not in ("VERB", "AUX")


def _placed(sentence: Sentence, current: str | None, spoken: _Spoken) -> str | None:
    """The one operation spoken of that is in the country a sentence places something in, where that is not the
    current one's."""
    for mention in sentence.mentions:
        if mention.kind is not MentionKind.COUNTRY or mention.form != "name" or not _places(sentence, mention):
            continue
        there = spoken.in_country(mention.value)
        if len(there) == 1 and mention.value not in _area(current):
            return there[0]
    return None


def _places(sentence: Sentence, mention: Mention) -> bool:
    """Whether a country's name stands behind "in" and the like, or is the heading itself."""
    alone = sentence.segment.kind is SegmentKind.HEADLINE and mention.last - mention.first == len(sentence.tokens)
    at = mention.first - 1
    while at > 0 and (sentence.tokens[at].pos in ("DET", "ADJ") or sentence.tokens[at].lower == "neighbouring"):
        at -= 1
    return alone or (at >= 0 and sentence.tokens[at].lower in _PLACING)


def _area(slug: str | None) -> tuple[str, ...]:
    known = operation(slug) if slug else None
    return known.area if known else ()


def _weights(sentences: Sequence[Sentence]) -> Counter[str]:
    """How much of the document is about each operation: sentences that name it, more for headlines and subjects."""
    weights: Counter[str] = Counter()
    for sentence in sentences:
        named = _operations(sentence)
        for slug in dict.fromkeys((*(m.value for m in named), *_founded(sentence))):
            weights[slug] += 3 if sentence.segment.kind is SegmentKind.HEADLINE else 1
            weights[slug] += any(_is_subject(sentence, m) for m in named if m.value == slug)
    return weights


def _operations(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor"]


def _founded(sentence: Sentence) -> tuple[str, ...]:
    """The operation whose founding resolution a sentence quotes, if that founded no other."""
    tokens = sentence.tokens
    for token in tokens[:-1]:
        if token.lower in ("resolution", "unscr") and tokens[token.i + 1].text.isdigit():
            founded = operations_under(tokens[token.i + 1].text)
            if len(founded) == 1:
                return (founded[0].slug,)
    return ()


def _named(sentence: Sentence, weights: Counter[str], current: str | None) -> str | None:
    """The operation a sentence puts in focus: its subject's, else the weightiest, else the first. A sentence whose
    own subject is "it" or "the force" goes on about `current`, whatever other operation it mentions."""
    named = _operations(sentence)
    if not named:
        return next(iter(_founded(sentence)), None)
    subjects = [m for m in named if _is_subject(sentence, m)]
    if current is not None and not subjects and _goes_on(sentence):
        return current
    pool = subjects or named
    heaviest = max(weights[m.value] for m in pool)
    return next(m.value for m in pool if weights[m.value] * 2 > heaviest)


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is a subject, stands in one before its noun ("KFOR troops watched") or beside it ("the mission,
    UNMIK, said")."""
    for i in range(mention.first, mention.last):
        at = i
        while sentence.tokens[at].dep in _INSIDE:
            at = sentence.tokens[at].head
        if sentence.tokens[at].dep in _SUBJECTS:
            return True
    return False


def _meant(sentence: Sentence, last: str | None, current: str | None) -> str | None:
    """The operation that goes on: for a sentence whose subject is "the operation" or "the force" the one of the
    sentence before, if that is its noun ("the operation" is no mission)."""
    for subject in _subjects(sentence):
        known = operation(last) if last and noun_sorts().get(subject.lemma.lower()) == "missions" else None
        if known is not None and any(subject.lemma.lower() in name.lower().split() for name in known.names):
            return known.slug
    return current


def _goes_on(sentence: Sentence) -> bool:
    """Whether the main subject is a pronoun or a bare noun for a mission: it was named before."""
    return any(
        s.lower in ("it", "they") or noun_sorts().get(s.lemma.lower()) == "missions" for s in _subjects(sentence)
    )


def _subjects(sentence: Sentence) -> list[Token]:
    roots = [token.i for token in sentence.tokens if token.head == token.i]
    return [sentence.tokens[c] for r in roots for c in sentence.children_of(r) if sentence.tokens[c].dep in _SUBJECTS]
