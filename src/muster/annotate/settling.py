"""Which operation a shared name means, and which one a document means that names none: the countries it speaks of,
the organisations, and the day it was published decide; where they leave a choice, nothing is decided."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from muster.gazetteer import operation, operations_in
from muster.model.annotation import Mention, MentionKind, Sentence
from muster.model.entity import Operation

# What only the people of a peace operation are called, in words without hyphens.
_PEACEKEEPERS = re.compile(
    r"\bpeacekeep\w*|\bblue (?:helmet|beret)s?\b"
    r"|\b(?:multinational|international|stabili[sz]ation|peace|u\.?n\.?|united nations)"
    r" (?:force|troops|soldiers|contingent|mission|observers)s?\b"
)


def settled(sentences: Sequence[Sentence], published: str | None) -> tuple[Sentence, ...]:
    """The sentences with every operation's shared name read as the one the document's countries fit."""
    spoken_of = _countries(sentences)
    return tuple(
        replace(s, mentions=tuple(_settle(mention, spoken_of, published) for mention in s.mentions)) for s in sentences
    )


def unnamed_operation(sentences: Sequence[Sentence], published: str | None) -> str | None:
    """The one operation that a document without any operation's name can mean by its peacekeepers: the only one that
    ran then in the country most spoken of, led by an organisation it mentions (by anybody, if it mentions none)."""
    said = _plain(" ".join(token.text for s in sentences for token in s.tokens))
    if any(m.kind is MentionKind.OPERATION for s in sentences for m in s.mentions) or not _PEACEKEEPERS.search(said):
        return None
    leaders = {m.value for s in sentences for m in s.mentions if m.kind is MentionKind.ORGANISATION}
    for code, _ in _countries(sentences).most_common(3):
        running = operations_in(code, on=published)
        called = [each for each in running if _is_called(each, said)]
        led = [each for each in running if each.led_by in leaders] or list(running)
        for fitting in (called, led):
            if len(fitting) == 1:
                return fitting[0].slug
    return None


def _is_called(known: Operation, said: str) -> bool:
    """Whether the document uses an operation's name without its country: "the Multi-National Force"."""
    bare = {_plain(re.split(r" (?:in|for|to|of) ", name)[0]) for name in known.names}
    return any(name in said for name in bare if " " in name)


def _plain(words: str) -> str:
    return re.sub(r"\s?-\s?", "", words.lower())


def _settle(mention: Mention, spoken_of: Counter[str], published: str | None) -> Mention:
    if not mention.others:
        return mention
    # Where it is outweighs when it ran: yesterday's force is still spoken of.
    best = max(
        (mention.value, *mention.others), key=lambda slug: (1 + _ran(slug, published)) * (1 + _fit(slug, spoken_of))
    )
    return replace(mention, value=best)


def _ran(slug: str, published: str | None) -> bool:
    known = operation(slug)
    return known is None or published is None or known.runs_on(published)


def _fit(slug: str, spoken_of: Counter[str]) -> int:
    known = operation(slug)
    return sum(spoken_of[code] for code in known.area) if known else 0


def _countries(sentences: Iterable[Sentence]) -> Counter[str]:
    return Counter(m.value for s in sentences for m in s.mentions if m.kind is MentionKind.COUNTRY)
