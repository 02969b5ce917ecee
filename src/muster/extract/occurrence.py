"""When, where and by what means something happened: told in its own clause, else in its sentence, else just before."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from muster.extract.evidence import Scene, is_place, place_of, time_of
from muster.model.annotation import Clause, MentionKind, WhenMention
from muster.model.when import When

_SAYING = frozenset({"say", "tell", "announce", "report", "state", "add", "confirm", "declare"})
_UNREAL = frozenset(
    "scenario simulate simulated simulation mock novel fictional fictitious script chapter film rehearsal screenplay wargame".split()
)
# Prepositions that only say "where" are left out of a place as written; those that say more stay with it.
_PLAIN = frozenset({"in", "at", "to", "into", "from", "within", "by", "inside", "off", "over", "of"})
_SITES = (
    "in at near outside around on along inside across throughout between off south north east west towards within "
    "beyond over toward beside behind by"
).split()


def when_at(scene: Scene, clause: Clause) -> When | None:
    """The time of what a clause tells: its own, another of its sentence that is not the time of saying, or the one
    of the sentence before in the same paragraph."""
    own = time_of(scene, clause)
    if own is not None:
        return own
    here = [m for m in scene.sentence.times if m.when.edtf and not _of_saying(scene, m)]
    if here:
        return min(here, key=lambda m: abs(m.first - clause.predicate)).when
    before = _before(scene)
    if scene.sentence.times or before is None or clause.status.value != "actual":
        return None
    earlier = [m for m in before.sentence.times if m.when.edtf and not _of_saying(before, m)]
    return earlier[-1].when if earlier else None


def place_at(scene: Scene, clause: Clause) -> str | None:
    """The place of what a clause tells, found in the same order, with a preposition that says more than "in"."""
    own = own_place(scene, clause)
    if own is not None:
        return own
    here = _nearest_place(scene, clause.predicate)
    if here is not None:
        return here
    before = _before(scene)
    if before is None or clause.status.value != "actual":
        return None
    return _nearest_place(before, len(before.sentence.tokens))


def means_at(scene: Scene, clause: Clause) -> str | None:
    """What did it: a weapon in the clause's sentence, else a mishap or an illness that it names."""
    for sort in ("weapons", "illnesses", "mishaps"):
        found = [i for i in _means_heads(scene, sort) if i != clause.predicate]
        if found:
            return scene.phrase(min(found, key=lambda i: (abs(i - clause.predicate), i)), of=sort == "mishaps")
    return None


@cache
def means_words() -> Mapping[str, frozenset[str]]:
    """The nouns of `lexicon/means.yaml`, by sort: weapons, mishaps, illnesses."""
    import yaml  # a tenth of a second: only when something is to be extracted

    written = yaml.safe_load((files(__package__) / "lexicon" / "means.yaml").read_text("utf-8"))
    return {str(sort): frozenset(map(str, words)) for sort, words in written.items()}


def _means_heads(scene: Scene, sort: str) -> Iterator[int]:
    words = means_words()[sort]
    for token in scene.sentence.tokens:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod") and token.lemma.lower() in words:
            yield token.i


def is_unreal(scene: Scene) -> bool:
    """Whether the paragraph tells a story, a film or a drill rather than what happened (GUIDE.md, decision 33)."""
    same = (each for each in scene.document.sentences if each.segment == scene.sentence.segment)
    return any(token.lemma.lower() in _UNREAL for each in same for token in each.tokens)


def _before(scene: Scene) -> Scene | None:
    """The sentence before, if it is of the same paragraph."""
    index = scene.sentence.index
    if index == 0:
        return None
    sentence = scene.document.sentences[index - 1]
    return Scene(scene.document, sentence) if sentence.segment == scene.sentence.segment else None


def _of_saying(scene: Scene, mention: WhenMention) -> bool:
    """Whether a time is that of a verb of saying ("said on Tuesday")."""
    tokens = scene.sentence.tokens
    above = next((at for at in scene.sentence.ancestors(mention.first) if tokens[at].pos in ("VERB", "AUX")), None)
    return above is not None and tokens[above].lemma in _SAYING


def own_place(scene: Scene, clause: Clause) -> str | None:
    """The place that stands with the clause's own predicate."""
    for word, at in clause.obliques:
        if place_of(scene, clause, word) and is_place(scene, at) and not _is_time(scene, at):
            return _written(scene, word, at)
    return None


def _nearest_place(scene: Scene, i: int) -> str | None:
    """The place nearest to word `i` of those that stand after a preposition of place."""
    tokens = scene.sentence.tokens
    found = [
        (abs(t.i - i), tokens[t.head].lower, t.i)
        for t in tokens
        if t.dep == "pobj" and tokens[t.head].lower in _SITES and is_place(scene, t.i) and not _is_body(scene, t.i)
    ]
    if not found:
        return None
    _, word, at = min(found)
    return _written(scene, word, at)


def _written(scene: Scene, word: str, at: int) -> str:
    phrase = scene.phrase(at)
    return phrase if word.rsplit(maxsplit=1)[-1] in _PLAIN or word in ("on",) else f"{word} {phrase}"


def _is_time(scene: Scene, i: int) -> bool:
    return any(time.first <= i < time.last for time in scene.sentence.times)


def _is_body(scene: Scene, i: int) -> bool:
    kinds = (MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION)
    return _is_time(scene, i) or scene.sentence.mention_at(i, *kinds) is not None
