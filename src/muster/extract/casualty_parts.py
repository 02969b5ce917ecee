"""Parts of a number of victims: "30 soldiers — 11 Italians and 19 Hungarians —", "of whom 21 were French"."""

from collections.abc import Iterator, Sequence

from muster.extract.casualty_harm import Harm
from muster.extract.casualty_roll import one_of_each
from muster.extract.casualty_victims import Victims, counted
from muster.extract.evidence import Scene
from muster.model.annotation import CountMention

_OPENING = frozenset(
    ("including include included among whom them these mostly namely comprising ( — – : - those -- notably").split()
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
        if count.first in taken or not whole or _is_description(scene, count):
            continue
        who = counted(scene, count, anyone=False)
        if who is not None and (each := one_of_each(scene, who)):
            yield from ((whole[-1], one) for one in each)
        if who is None or who.group is None or not _is_apart(who, whole[-1]):
            continue
        joined = last is not None and _is_joined(scene, last, count)
        if joined or _is_opened(scene, whole[-1], count) or _is_apposed(scene, whole[-1], who):
            last = who.tokens[-1]
            yield whole[-1], who


def parts_later(scene: Scene) -> Iterator[Victims]:
    """Parts told in a sentence of their own: "Of the six, four are Uruguayan, one is from Mongolia"."""
    tokens = scene.sentence.tokens
    for count in scene.sentence.counts:
        if count.noun is not None or count.article or count.last >= len(tokens):
            continue
        who = counted(scene, count, anyone=False)
        linked = tokens[count.last].lemma.lower() in ("be", "from") or (
            count.partitive and tokens[count.last].lower == "of"
        )
        if (
            linked
            and not _has_whole(scene, count)
            and who is not None
            and who.group is not None
            and len(who.group) == 2
            and who.group.isupper()
        ):
            yield who


def _is_description(scene: Scene, count: CountMention) -> bool:
    """ "A man who was one of the witnesses", "one of whom was a member": what somebody was, not another person."""
    tokens = scene.sentence.tokens
    heads = [tokens[count.first], *([tokens[count.noun]] if count.noun is not None else [])]
    return any(t.dep == "attr" and tokens[t.head].dep == "relcl" for t in heads)


def _has_whole(scene: Scene, count: CountMention) -> bool:
    """Whether the sentence has a number of people of its own for this to be a part of ("4,000 soldiers, 350 of them");
    one taken up again is the one told before ("of the six")."""
    tokens = scene.sentence.tokens
    people = (
        c
        for c in scene.sentence.counts
        if c.last <= count.first and c.noun is not None and not c.article and not c.partitive
    )
    return any(
        scene.sentence.groups_at(c.noun) and not (c.first and tokens[c.first - 1].lower in ("the", "these", "those"))
        for c in people
        if c.noun is not None and (c.count.best or 0) > (count.count.best or 0)
    )


def _is_apart(who: Victims, whole: Harm) -> bool:
    """Whether a part has a group of its own: not the whole's, and not merely the force's."""
    groups = {each.group for each in whole.victims}
    return (who.group not in groups and who.group != "peacekeepers") or bool(groups & {"people", None})


def _is_apposed(scene: Scene, whole: Harm, who: Victims) -> bool:
    """ "Three soldiers, one Italian and two Spaniards, …": nationalities right behind the whole's own words."""
    ends = {each.tokens[-1] for each in whole.victims}
    nation = who.group is not None and len(who.group) == 2 and who.group.isupper()
    at = who.tokens[0]
    return nation and at >= 2 and scene.sentence.tokens[at - 1].text == "," and at - 2 in ends


def _is_opened(scene: Scene, whole: Harm, count: CountMention) -> bool:
    between = [t.lower for t in scene.sentence.tokens[max(whole.start, count.first - 4) : count.first]]
    return count.partitive or bool(_OPENING.intersection(between))


def _is_joined(scene: Scene, last: int, count: CountMention) -> bool:
    between = [t.lower for t in scene.sentence.tokens[last + 1 : count.first]]
    return len(between) <= 6 and bool(between) and between[-1] in _JOINTS
