"""Which operation a sentence is about: the one it names, else the one the paragraph, section or document is about."""

from collections import Counter
from collections.abc import Sequence

from muster.model.annotation import Mention, MentionKind, Sentence
from muster.model.document import Document, SegmentKind


def focus_of(sentences: Sequence[Sentence], document: Document) -> tuple[str | None, ...]:
    """For each sentence the slug of the operation that "the force", "the mission" or "peacekeepers" means there."""
    weights = _weights(sentences)
    main = weights.most_common(1)[0][0] if weights else None
    found: list[str | None] = []
    current: str | None = None
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        named = _named(sentence, weights)
        if named is not None:
            current = named
        elif current is None or _is_new_part(before, sentence, current, main, weights):
            current = main
        found.append(named or current or main)
    return tuple(found)


def _weights(sentences: Sequence[Sentence]) -> Counter[str]:
    """How much of the document is about each operation: names, more for headlines and subjects."""
    weights: Counter[str] = Counter()
    for sentence in sentences:
        for mention in _operations(sentence):
            weights[mention.value] += 3 if sentence.segment.kind is SegmentKind.HEADLINE else 1
            weights[mention.value] += sentence.tokens[mention.last - 1].dep in ("nsubj", "nsubjpass")
    return weights


def _operations(sentence: Sentence) -> list[Mention]:
    return [m for m in sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor"]


def _named(sentence: Sentence, weights: Counter[str]) -> str | None:
    """The operation a sentence puts in focus: its grammatical subject, else the weightiest, else the first."""
    named = _operations(sentence)
    if not named:
        return None
    subjects = [
        m for m in named if any(sentence.tokens[i].dep in ("nsubj", "nsubjpass") for i in range(m.first, m.last))
    ]
    pool = subjects or named
    heaviest = max(weights[m.value] for m in pool)
    return next(m.value for m in pool if weights[m.value] * 2 > heaviest)


def _is_new_part(
    before: Sentence | None, sentence: Sentence, current: str, main: str | None, weights: Counter[str]
) -> bool:
    """Whether a sentence without a name leaves the operation last named: a passing mention does not outlive its
    paragraph, and a heading that names none starts afresh."""
    if before is None or before.segment == sentence.segment:
        return False
    if sentence.segment.kind is SegmentKind.HEADLINE:
        return False
    return main is not None and weights[current] <= 2 and weights[main] >= 3 * weights[current]
