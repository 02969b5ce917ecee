"""Parts of a number of victims: "30 soldiers — 11 Italians and 19 Hungarians —", "of whom 21 were French", "including a child"."""

from collections.abc import Iterator, Sequence

from muster.extract.casualty_harm import Harm
from muster.extract.casualty_victims import Victims, counted
from muster.extract.evidence import Scene
from muster.model.annotation import CountMention

_OPENING = frozenset(
    "including include included among whom them these mostly namely comprising ( — – : - those -- notably".split()
)
_JOINTS = frozenset({"and", ",", "&", "plus", ";"})


def parts_in(scene: Scene, harms: Sequence[Harm]) -> Iterator[tuple[Harm, Victims]]:
    """The parts the sentence tells of each harm's victims, with the harm they share.

    A part is opened by words of parting, a dash, a bracket or a colon after the whole, and is told by its own group;
    further parts are joined to it.
    """
    taken = {i for harm in harms for who in harm.victims for i in who.tokens}
    last: int | None = None
    for count in scene.sentence.counts:
        whole = [h for h in harms if h.start < count.first]
        if count.first in taken or not whole:
            continue
        joined = last is not None and _is_joined(scene, last, count)
        if not joined and not _is_opened(scene, whole[-1], count):
            continue
        who = counted(scene, count, anyone=False)
        if who is not None and who.group is not None:
            last = _end(scene, who)
            yield whole[-1], who


def _end(scene: Scene, who: Victims) -> int:
    """Where a part's words end: with the group, when it is told after the number ("21 were French")."""
    return who.tokens[-1]


def _is_opened(scene: Scene, whole: Harm, count: CountMention) -> bool:
    between = [t.lower for t in scene.sentence.tokens[max(whole.start, count.first - 4) : count.first]]
    return count.partitive or bool(_OPENING.intersection(between))


def _is_joined(scene: Scene, last: int, count: CountMention) -> bool:
    between = [t.lower for t in scene.sentence.tokens[last + 1 : count.first]]
    return len(between) <= 6 and bool(between) and between[-1] in _JOINTS
