"""Rival figures: a number told without its harm right after one told with it ("The mission says 58")."""

from collections.abc import Iterator

from muster.extract.casualty_victims import Victims, counted
from muster.extract.evidence import Scene
from muster.model.annotation import CountMention

_SAYING = frozenset(
    {"say", "tell", "speak", "report", "claim", "count", "put", "give", "reckon", "estimate", "insist", "admit", "talk"}
)
_BEFORE = 6
# How much larger or smaller a figure for the same harm can be.
_FACTOR = 10
_SHORT = 9


def rivals_in(scene: Scene, taken: frozenset[int], told: int) -> Iterator[Victims]:
    """The numbers that somebody gives without saying of what, for what was told as `told`; `taken` are words that other
    claims have read."""
    for count in scene.sentence.counts:
        if count.first in taken or count.article or count.partitive or not _is_given(scene, count):
            continue
        best = count.count.best or count.count.low or told
        if not told / _FACTOR <= best <= told * _FACTOR:
            continue
        who = counted(scene, count, anyone=False)
        # "Some papers insist on 14 Italians": of a nation, where a harm has just been told, it is the same harm.
        nation = who is not None and who.group is not None and len(who.group) == 2 and who.group.isupper()
        if who is not None and (nation or count.noun is None or who.group == "civilians"):
            yield who


def _is_given(scene: Scene, count: CountMention) -> bool:
    """Whether somebody says the number: a verb of saying or a colon leads to it, and no other noun follows."""
    tokens = scene.sentence.tokens
    lead = tokens[max(0, count.first - _BEFORE) : count.first]
    said = any(token.lemma.lower() in _SAYING for token in lead)
    listed = bool(lead) and lead[-1].text == ":" and len(tokens) <= _SHORT
    after = tokens[count.last : count.last + 2]
    ends = not after or after[0].pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV") or count.noun is not None
    bare = not any(t.pos in ("NOUN", "NUM") for t in lead[-2:])
    return (said or listed) and ends and bare
