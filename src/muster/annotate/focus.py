"""Which operation a sentence is about: the one it names, else the one its section, paragraph or document is about."""

from collections import Counter
from collections.abc import Iterator, Sequence

from muster.annotate.words import noun_sorts
from muster.model.annotation import Mention, MentionKind, Sentence
from muster.model.document import SegmentKind

_SUBJECTS = ("nsubj", "nsubjpass")


def focus_of(sentences: Sequence[Sentence]) -> tuple[str | None, ...]:
    """For each sentence the slug of the operation that "the force", "the mission" or "peacekeepers" means there."""
    weights = _weights(sentences)
    main = weights.most_common(1)[0][0] if weights else None
    found: list[str | None] = []
    for section in _sections(sentences):
        found.extend(_section_focus(section, found[-1] if found else None, main, weights))
    return tuple(found)


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


def _section_focus(
    section: Sequence[Sentence], before: str | None, main: str | None, weights: Counter[str]
) -> Iterator[str | None]:
    """The focus of a section's sentences. Before it names an operation, its first one is meant, if the section has
    any that the document does not name in passing; else the one before it goes on."""
    named = [slug for s in section if (slug := _named(s, weights, None)) is not None]
    lasting = [slug for slug in named if not _is_passing(slug, main, weights)]
    current = next(iter(lasting or named), None) or _carried(before, main, weights)
    previous: Sentence | None = None
    for sentence in section:
        slug = _named(sentence, weights, current)
        if slug is not None:
            current = slug
        elif previous is not None and previous.segment != sentence.segment:
            current = _carried(current, main, weights)
        previous = sentence
        yield current


def _carried(current: str | None, main: str | None, weights: Counter[str]) -> str | None:
    """What stays in focus in a new paragraph: an operation named in passing gives way to the document's own."""
    return main if current is None or _is_passing(current, main, weights) else current


def _is_passing(slug: str, main: str | None, weights: Counter[str]) -> bool:
    return main is not None and weights[slug] <= 2 and weights[main] >= 3 * weights[slug]


def _weights(sentences: Sequence[Sentence]) -> Counter[str]:
    """How much of the document is about each operation: names, more for headlines and subjects."""
    weights: Counter[str] = Counter()
    for sentence in sentences:
        for mention in _operations(sentence):
            weights[mention.value] += 3 if sentence.segment.kind is SegmentKind.HEADLINE else 1
            weights[mention.value] += _is_subject(sentence, mention)
    return weights


def _operations(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor"]


def _named(sentence: Sentence, weights: Counter[str], current: str | None) -> str | None:
    """The operation a sentence puts in focus: its subject's, else the weightiest, else the first. A sentence whose
    own subject is "it" or "the force" goes on about `current`, whatever other operation it mentions."""
    named = _operations(sentence)
    if not named:
        return None
    subjects = [m for m in named if _is_subject(sentence, m)]
    if current is not None and not subjects and _goes_on(sentence):
        return current
    pool = subjects or named
    heaviest = max(weights[m.value] for m in pool)
    return next(m.value for m in pool if weights[m.value] * 2 > heaviest)


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    return any(sentence.tokens[i].dep in _SUBJECTS for i in range(mention.first, mention.last))


def _goes_on(sentence: Sentence) -> bool:
    """Whether the main subject is a pronoun or a bare noun for a mission: it was named before."""
    roots = [token.i for token in sentence.tokens if token.head == token.i]
    subjects = [
        sentence.tokens[c] for r in roots for c in sentence.children_of(r) if sentence.tokens[c].dep in _SUBJECTS
    ]
    return any(s.lower in ("it", "they") or noun_sorts().get(s.lemma.lower()) == "missions" for s in subjects)
