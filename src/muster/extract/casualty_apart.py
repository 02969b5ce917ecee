"""Parts of a number of victims with a time, place or cause of their own: "one by a mine on 15 April, one in a crash".

Such a part names no harm and often no people: it has both from the whole that it is a part of.
"""

from collections.abc import Iterator
from typing import NamedTuple

from muster.extract.casualty_victims import Victims, counted, nationals_in
from muster.extract.evidence import Scene, is_site, place_written
from muster.extract.occurrence import means_words
from muster.model.annotation import CountMention, MentionKind
from muster.model.when import When

_BY = frozenset({"by", "of", "from", "through", "with", "to"})
_IN = frozenset({"in", "during", "when", "while", "at", "near", "on", "off", "after"})
_EVENTS = frozenset("attack ambush clash incident operation battle mishap raid assault fighting action combat".split())
_DROWNING = frozenset({"drown", "suffocate", "electrocute"})
_CAUSES = ("weapons", "mishaps", "illnesses", "bombs")
_REACH = 8


class Apart(NamedTuple):
    """A part of the victims, and what its own words tell of when, where and by what."""

    who: Victims
    when: When | None
    place: str | None
    means: str | None


def parts_apart(scene: Scene, taken: frozenset[int], whole: int) -> Iterator[Apart]:
    """The parts of a whole of so many that the sentence tells apart; `taken` are words that other claims have read."""
    people = sorted((*_numbers(scene), *nationals_in(scene)), key=lambda who: who.tokens)
    found = [who for who in people if who.tokens[0] not in taken and _is_apart(scene, who, whole)]
    for n, who in enumerate(found):
        last = found[n + 1].tokens[0] if n + 1 < len(found) else len(scene.sentence.tokens)
        yield _told(scene, who, range(who.tokens[-1] + 1, last))


def _numbers(scene: Scene) -> Iterator[Victims]:
    """Numbers without a noun, those with a nationality alone."""
    for count in scene.sentence.counts:
        if not count.article and not count.partitive and _is_bare(scene, count):
            who = counted(scene, count, anyone=False)
            yield from (who,) if who is not None else ()


def _is_bare(scene: Scene, count: CountMention) -> bool:
    return count.noun is None or scene.sentence.mention_at(count.noun, MentionKind.COUNTRY) is not None


def _is_apart(scene: Scene, who: Victims, whole: int) -> bool:
    """Whether people, fewer than the whole, are followed by a cause, a time or a place."""
    tokens = scene.sentence.tokens
    at = who.tokens[-1] + 1
    if at >= len(tokens) or who.count is None or not 0 < (who.count.best or 0) < whole:
        return False
    caused = any(_is_cause(scene, i) for i in range(at + 1, min(len(tokens), at + _REACH)))
    timed = any(time.first in (at, at + 1) for time in scene.sentence.times)
    return (tokens[at].lower in _BY and caused) or (tokens[at].lower in _IN and (caused or timed))


def _is_cause(scene: Scene, i: int) -> bool:
    lemma = scene.sentence.tokens[i].lemma.lower()
    return lemma in _EVENTS | _DROWNING or any(lemma in means_words()[sort] for sort in _CAUSES)


def _told(scene: Scene, who: Victims, words: range) -> Apart:
    tokens = scene.sentence.tokens
    when = next((t.when for t in scene.sentence.times if t.first in words and t.when.edtf), None)
    sites = (i for i in words if tokens[i].dep == "pobj" and is_site(scene, i))
    place = next((place_written(scene, tokens[tokens[i].head].lower, i) for i in sites), None)
    causes = (i for i in words if _is_cause(scene, i) and tokens[i].dep not in ("compound", "nmod"))
    means = next((scene.phrase(i, of=False) for i in causes), None)
    return Apart(who, when, place, means)
