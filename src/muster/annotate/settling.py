"""Which operation a shared name means, and which one a document means that names none: the countries it speaks of,
the organisations, and the day it was published decide; where they leave a choice, nothing is decided."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from muster.gazetteer import operation, operations_in
from muster.model.annotation import Mention, MentionKind, Sentence

# Nouns that only a peace operation's people go by, and adjectives that make a force one.
_PEACEKEEPERS = frozenset({"peacekeeper", "peacekeeping", "peace-keeping", "peace-keeper", "peacekeepers"})
_MULTINATIONAL = frozenset(
    {"multinational", "international", "multi-national", "peace", "stabilisation", "stabilization"}
)
_FORCES = frozenset({"force", "mission", "contingent", "troop", "troops", "soldier"})


def settled(sentences: Sequence[Sentence], published: str | None) -> tuple[Sentence, ...]:
    """The sentences with every operation's shared name read as the one the document's countries fit."""
    spoken_of = _countries(sentences)
    return tuple(
        replace(s, mentions=tuple(_settle(mention, spoken_of, published) for mention in s.mentions)) for s in sentences
    )


def unnamed_operation(sentences: Sequence[Sentence], published: str | None) -> str | None:
    """The one operation that a document without any operation's name can mean by its peacekeepers: the only one that
    ran then in the country most spoken of, led by an organisation it mentions (by anybody, if it mentions none)."""
    if any(m.kind is MentionKind.OPERATION for s in sentences for m in s.mentions) or not _has_peacekeepers(sentences):
        return None
    leaders = {m.value for s in sentences for m in s.mentions if m.kind is MentionKind.ORGANISATION}
    for code, _ in _countries(sentences).most_common(3):
        running = operations_in(code, on=published)
        led = [each for each in running if each.led_by in leaders] or list(running)
        if len(led) == 1:
            return led[0].slug
    return None


def _settle(mention: Mention, spoken_of: Counter[str], published: str | None) -> Mention:
    if not mention.others:
        return mention
    best = max((mention.value, *mention.others), key=lambda slug: (_ran(slug, published), _fit(slug, spoken_of)))
    return replace(mention, value=best)


def _ran(slug: str, published: str | None) -> bool:
    known = operation(slug)
    return known is None or published is None or known.runs_on(published)


def _fit(slug: str, spoken_of: Counter[str]) -> int:
    known = operation(slug)
    return sum(spoken_of[code] for code in known.area) if known else 0


def _countries(sentences: Iterable[Sentence]) -> Counter[str]:
    return Counter(m.value for s in sentences for m in s.mentions if m.kind is MentionKind.COUNTRY)


def _has_peacekeepers(sentences: Iterable[Sentence]) -> bool:
    return any(
        token.lemma.lower() in _PEACEKEEPERS
        or (token.lower in _MULTINATIONAL and s.tokens[token.head].lemma.lower() in _FORCES)
        or (
            token.lower in ("blue", "u.n.", "un")
            and s.tokens[token.head].lemma.lower() in {"helmet", "beret", *_FORCES}
        )
        for s in sentences
        for token in s.tokens
    )
