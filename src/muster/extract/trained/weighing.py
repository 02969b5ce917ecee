"""A claim of any reader as the network weighs it: which words tell it, which are its number, which name its actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from muster.extract.trained.labels import ACTORS, CHANGES, COMPONENTS, SENSES
from muster.extract.trained.locating import Locator
from muster.extract.trained.network import Weighing
from muster.extract.trained.pieces import Excerpt, Position
from muster.extract.trained.ties import NOBODY, TIES, tie_of
from muster.model.annotation import AnnotatedDocument, Sentence

_ACTS = ("act", "activity", "type", "outcome", "relation")


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is weighed: places in SENSES, CHANGES and COMPONENTS, and words of the document."""

    sense: int
    change: int
    component: int
    words: tuple[Position, ...]
    number: tuple[Position, ...]
    actor: tuple[Position, ...]


def weighed(document: AnnotatedDocument, slots: Mapping[str, Any], words: Sequence[Position]) -> Weighed | None:
    """The claim of these slots (GUIDE.md) as told in some words; None if it is of no sense that the network knows."""
    sense = sense_of(slots)
    if sense is None or not words:
        return None
    locate = Locator(document, frozenset(words))
    return Weighed(
        SENSES.index(sense),
        CHANGES.index(slots.get("change") or "none"),
        COMPONENTS.index(slots.get("component", "personnel")),
        tuple(words),
        number_of(locate, slots),
        actor_of(locate, slots),
    )


def sense_of(slots: Mapping[str, Any]) -> str | None:
    """The sense of the words that tell a claim; None if there is none for it."""
    kind = slots["kind"]
    act = next((slots[slot] for slot in _ACTS if slots.get(slot)), None)
    sense = f"{kind}:{act}" if act else kind
    if kind == "strength" and slots.get("count") is None:
        sense = "nations"
    return sense if sense in SENSES else None


def number_of(locate: Locator, slots: Mapping[str, Any]) -> tuple[Position, ...]:
    """The words of a claim's number, of people or else of nations."""
    count = slots.get("count") or ({"best": slots["nations"]} if slots.get("nations") else None)
    return locate.number(count) if count else ()


def actor_of(locate: Locator, slots: Mapping[str, Any]) -> tuple[Position, ...]:
    """The words of whoever the key slot of its kind names."""
    value = slots.get(ACTORS.get(slots["kind"], ""))
    values = value if isinstance(value, list) else [value] if value else []
    return tuple(place for one in values for place in locate.actor(one))


def weighing_of(excerpt: Excerpt, sentences: Mapping[int, Sentence], found: Sequence[Weighed]) -> Weighing:
    """The claims as the network takes them. Each must have a word in the excerpt."""
    words = len(excerpt.words)
    region, number, actor = (np.zeros((len(found), words), np.float32) for _ in range(3))
    tie, offset = np.full(len(found), NOBODY, np.int64), np.zeros(len(found), np.int64)
    for n, one in enumerate(found):
        told, counted, named = (
            [excerpt.at[place] for place in places if place in excerpt.at]
            for places in (one.words, one.number, one.actor)
        )
        region[n, told], number[n, counted], actor[n, named] = 1, 1, 1
        if named:
            anchor = counted[0] if counted else told[len(told) // 2]
            offset[n] = named[0] - anchor
            tie[n] = _tie(excerpt, sentences, told, anchor, named[0])
    senses, changes, components = (
        np.array([getattr(one, name) for one in found], np.int64) for name in ("sense", "change", "component")
    )
    return Weighing(region, number, actor, senses, changes, components, tie, offset)


def _tie(excerpt: Excerpt, sentences: Mapping[int, Sentence], told: Sequence[int], anchor: int, named: int) -> int:
    """The place in TIES of how a word of the actor's is tied to the words that tell the claim."""
    at, who = excerpt.words[anchor], excerpt.words[named]
    if who.sentence != at.sentence:
        return TIES.index("earlier" if who.sentence < at.sentence else "later")
    own = {excerpt.words[n].token for n in told if excerpt.words[n].sentence == at.sentence}
    return tie_of(sentences[at.sentence], own or {at.token}, who.token)
