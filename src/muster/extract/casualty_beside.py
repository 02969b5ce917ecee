"""The people whose words stand right before or after a word of harm: what adjacency makes clear."""

from muster.extract.casualty_frames import is_harm_word
from muster.extract.casualty_victims import Victims, counted
from muster.extract.evidence import Scene
from muster.model.annotation import CountMention, MentionKind
from muster.model.count import Count

_BETWEEN = frozenset(
    (
        "be been being is are was were have has had still also already reported reportedly feared confirmed "
        "believed presumed found left listed badly seriously severely slightly lightly critically gravely "
        "fatally instantly later since now more others - who all said then both either so far"
    ).split()
)
_JOINTS = frozenset({"and", ",", "&", "plus", "as", "well", "or"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})


def before(scene: Scene, at: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The counted people whose phrase ends right before word `at`, auxiliaries aside, with those joined to them."""
    tokens = scene.sentence.tokens
    own = next((c for c in scene.sentence.counts if c.noun == at and c.last == at), None)
    if own is not None:  # "3 WIA"
        return (Victims(None, own.count, tuple(range(own.first, at))),)
    end = at - 1
    while end >= 0 and (tokens[end].lower in _BETWEEN or tokens[end].pos in ("AUX", "ADV")) and at - end <= 5:
        end -= 1
    if end > 0 and tokens[end].lower in ("whom", "them", "which") and tokens[end - 1].lower == "of":
        end -= 2
    found = _phrases_ending(scene, end, anyone=anyone)
    aside = _before_aside(scene, end) if not found else None
    return found or (_phrases_ending(scene, aside, anyone=anyone) if aside is not None else ())


def _before_aside(scene: Scene, at: int) -> int | None:
    """Where the words before an aside between commas, dashes or brackets end ("three men, one a Dane, …")."""
    tokens = scene.sentence.tokens
    openers = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--"}
    if at < 0 or tokens[at].text not in openers:
        return None
    return next((k - 1 for k in range(at - 1, max(0, at - 16), -1) if tokens[k].text == openers[tokens[at].text]), None)


def _phrases_ending(scene: Scene, end: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The counted people whose words end at word `end`, with those joined to them before."""
    tokens = scene.sentence.tokens
    found: list[Victims] = []
    while end >= 0 and (who := _ending(scene, end, anyone=anyone)) is not None:
        found.append(who)
        end = who.tokens[0] - 1
        if end < 0 or tokens[end].lower not in _JOINTS:
            break
        while end >= 0 and tokens[end].lower in _JOINTS:
            end -= 1
    return tuple(reversed(found))


def after(scene: Scene, at: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The counted people whose phrase begins right after word `at`, with those joined to them; not those of whom a
    next word of harm tells ("killing two and five wounded")."""
    tokens = scene.sentence.tokens
    found: list[Victims] = []
    start = at + 1
    while start < len(tokens):
        while start < len(tokens) and (
            tokens[start].pos == "ADV" or tokens[start].lower in ("all", "the", "both", "its")
        ):
            start += 1
        who = _beginning(scene, start, anyone=anyone)
        if who is None:
            break
        end = who.tokens[-1] + 1
        if end < len(tokens) and is_harm_word(tokens[end]) and tokens[end].tag in ("VBN", "VBD", "JJ"):
            break
        found.append(who)
        start = end
        if start >= len(tokens) or tokens[start].lower not in _JOINTS:
            break
        while start < len(tokens) and tokens[start].lower in _JOINTS:
            start += 1
    return tuple(found)


def _beginning(scene: Scene, at: int, *, anyone: bool) -> Victims | None:
    count = next((c for c in scene.sentence.counts if c.first == at), None)
    return counted(scene, count, anyone=anyone) if count is not None else None


def _ending(scene: Scene, at: int, *, anyone: bool) -> Victims | None:
    """The people whose phrase ends with word `at`: a number with its noun or alone, "a third", "a Senegalese"."""
    ending = [c for c in scene.sentence.counts if c.noun == at or (c.noun is None and c.last - 1 == at)]
    count = next((c for c in ending if c.partitive), ending[-1] if ending else None)
    if count is not None and (part := _of_whole(scene, count)) is not None:
        whole = counted(scene, count, anyone=anyone)
        return whole and Victims(whole.group, part.count, tuple(range(part.first, at + 1)), whole.sort)
    if count is not None:
        return counted(scene, count, anyone=anyone)
    return _shared(scene, at, anyone=anyone) or _one(scene, at)


def _of_whole(scene: Scene, whole: CountMention) -> CountMention | None:
    """The part that is told of a number right before it: "five of the eight aboard"."""
    tokens = scene.sentence.tokens
    lead = whole.first - 1
    while lead > 0 and tokens[lead].lower in ("the", "these", "those", "its", "their"):
        lead -= 1
    if lead < 1 or tokens[lead].lower != "of":
        return None
    return next((c for c in scene.sentence.counts if c.partitive and c.last == lead), None)


def _shared(scene: Scene, at: int, *, anyone: bool) -> Victims | None:
    """The first of "one Ghanaian and two Fijian soldiers": a number with a nationality, its noun told later."""
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    if mention is None or mention.first == 0:
        return None
    if scene.sentence.tokens[mention.first - 1].lower in ("a", "an"):
        return Victims(mention.value, Count(best=1), tuple(range(mention.first - 1, at + 1)), "soldiers")
    count = next((c for c in scene.sentence.counts if c.last == mention.first), None)
    if count is None or count.article:
        return None
    return Victims(mention.value, count.count, tuple(range(count.first, at + 1)), "soldiers")


def _one(scene: Scene, at: int) -> Victims | None:
    """ "another", "a third", "a Senegalese": one person without a noun."""
    tokens = scene.sentence.tokens
    if tokens[at].lower in ("another", "one") and tokens[at].pos in ("PRON", "DET", "NUM"):
        return Victims(None, Count(best=1), (at,))
    soldier = next(
        (g for g in scene.sentence.groups_at(at) if g.form == "soldiers" and g.country and g.last - g.first == 2), None
    )
    if soldier is not None and tokens[at].tag in ("NN", "NNP"):
        return Victims(soldier.country, Count(best=1), (soldier.first, at), "soldiers")
    if at == 0 or tokens[at - 1].lower not in ("a", "an"):
        return None
    if tokens[at].lower in _ORDINALS:
        return Victims(None, Count(best=1), (at - 1, at))
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    if mention is not None and mention.last == at + 1:
        return Victims(mention.value, Count(best=1), (at - 1, at), "soldiers")
    return None


def joined_before(scene: Scene, who: Victims) -> tuple[Victims, ...]:
    """Numbers with a nationality joined before ("one Ghanaian and two Fijian soldiers") that the parse leaves out."""
    tokens = scene.sentence.tokens
    end = who.tokens[0] - 1
    found: list[Victims] = []
    while end > 0 and tokens[end].lower in ("and", ",", "&"):
        while end > 0 and tokens[end].lower in ("and", ",", "&"):
            end -= 1
        other = _shared(scene, end, anyone=False)
        if other is None:
            break
        found.append(other)
        end = other.tokens[0] - 1
    return tuple(reversed(found))
