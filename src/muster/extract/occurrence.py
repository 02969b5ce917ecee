"""When, where and by what means something happened: told in its own clause, else in its sentence, else just before."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from muster.extract.evidence import Scene, is_place, place_of, time_of
from muster.model.annotation import Clause, MentionKind, WhenMention
from muster.model.claim import Status
from muster.model.when import When

_SAYING = frozenset({"say", "tell", "announce", "report", "state", "add", "confirm", "declare"})
# Words of stories and drills: of the whole paragraph, and of the sentence they stand in.
_UNREAL = frozenset(
    ("scenario simulate simulated simulation novel fictional fictitious script chapter screenplay wargame").split()
)
_UNREAL_HERE = frozenset("film mock rehearsal movie video-game role-play".split())
_DENIALS = frozenset(
    {"deny", "refute", "dismiss", "untrue", "baseless", "unfounded", "false", "fabricate", "denial", "disprove"}
)
_LOOK_BACK = 4
# Prepositions that only say "where" are left out of a place as written; those that say more stay with it.
_PLAIN = frozenset({"in", "at", "to", "into", "from", "within", "by", "inside", "off", "over", "of"})
_SITES = (
    "in at near outside around on along inside across throughout between off south north east west towards within "
    "beyond over toward beside behind by"
).split()


def when_at(scene: Scene, clause: Clause) -> When | None:
    """The time of what a clause tells: its own, that of the event it is told of, another of its sentence that is not
    the time of saying, or the last one told before in the same paragraph."""
    own = time_of(scene, clause) or _time_of_antecedent(scene, clause)
    if own is not None:
        return own
    here = _told_times(scene)
    if here:
        return min(here, key=lambda m: abs(m.first - clause.predicate)).when
    if clause.status is not Status.ACTUAL or any(not _of_saying(scene, m) for m in scene.sentence.times):
        return None
    return next((_told_times(before)[-1].when for before in _before(scene) if _told_times(before)), None)


def place_at(scene: Scene, clause: Clause) -> str | None:
    """The place of what a clause tells, found in the same order, with a preposition that says more than "in"."""
    event = _antecedent(scene, clause)
    own = own_place(scene, clause) or (own_place(scene, event) if event else None)
    here = own or _nearest_place(scene, clause.predicate)
    if here is not None or clause.status is not Status.ACTUAL:
        return here
    found = (_nearest_place(before, len(before.sentence.tokens), countries=False) for before in _before(scene))
    return next((place for place in found if place is not None), None)


def status_at(scene: Scene, clause: Clause) -> Status:
    """The status of what a clause tells; denied too where it is a report or claim that somebody denies."""
    above = [scene.sentence.tokens[at].lemma.lower() for at in scene.sentence.ancestors(clause.predicate)][:6]
    return Status.DENIED if _DENIALS.intersection(above) else clause.status


def means_at(scene: Scene, clause: Clause) -> str | None:
    """What did it: the weapon that is the doer, else the nearest weapon of the sentence, else an illness or mishap."""
    doers = [i for i in _doers(scene, clause) if _is_means(scene, i, "weapons")]
    if doers:
        return scene.phrase(doers[0], of=False)
    for sort in ("weapons", "illnesses", "mishaps"):
        found = [i for i in _means_heads(scene, sort) if i != clause.predicate]
        if found:
            return scene.phrase(min(found, key=lambda i: (abs(i - clause.predicate), i)), of=sort == "mishaps")
    return None


def _doers(scene: Scene, clause: Clause) -> Iterator[int]:
    """The agents of a clause, then of the clauses above it."""
    yield from clause.agents
    for at in scene.sentence.ancestors(clause.predicate):
        above = scene.sentence.clause_at(at)
        yield from above.agents if above and not above.nominal else ()


def _antecedent(scene: Scene, clause: Clause) -> Clause | None:
    """The event that a relative clause tells more of ("the ambush in which five died")."""
    token = scene.sentence.tokens[clause.predicate]
    return scene.sentence.clause_at(token.head) if token.dep == "relcl" else None


def _time_of_antecedent(scene: Scene, clause: Clause) -> When | None:
    event = _antecedent(scene, clause)
    return time_of(scene, event) if event is not None else None


def _told_times(scene: Scene) -> list[WhenMention]:
    """The times of a sentence, without those of saying and those that cannot be read."""
    return [m for m in scene.sentence.times if m.when.edtf and not _of_saying(scene, m)]


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


def _is_means(scene: Scene, i: int, sort: str) -> bool:
    return scene.sentence.tokens[i].lemma.lower() in means_words()[sort]


def is_unreal(scene: Scene) -> bool:
    """Whether the paragraph tells a story, a film or a drill rather than what happened (GUIDE.md, decision 33)."""
    if any(token.lemma.lower() in _UNREAL_HERE for token in scene.sentence.tokens):
        return True
    same = (each for each in scene.document.sentences if each.segment == scene.sentence.segment)
    return any(token.lemma.lower() in _UNREAL for each in same for token in each.tokens)


def _before(scene: Scene) -> Iterator[Scene]:
    """The sentences before in the same paragraph, the nearest first."""
    for index in range(scene.sentence.index - 1, max(-1, scene.sentence.index - 1 - _LOOK_BACK), -1):
        sentence = scene.document.sentences[index]
        if sentence.segment != scene.sentence.segment:
            return
        yield Scene(scene.document, sentence)


def _of_saying(scene: Scene, mention: WhenMention) -> bool:
    """Whether a time is that of a verb of saying ("said on Tuesday")."""
    tokens = scene.sentence.tokens
    above = next((at for at in scene.sentence.ancestors(mention.first) if tokens[at].pos in ("VERB", "AUX")), None)
    return above is not None and tokens[above].lemma in _SAYING


def own_place(scene: Scene, clause: Clause) -> str | None:
    """The place that stands with the clause's own predicate."""
    for word, at in clause.obliques:
        if place_of(scene, clause, word) and is_place(scene, at) and not _is_body(scene, at):
            return _written(scene, word, at)
    return None


def _nearest_place(scene: Scene, i: int, *, countries: bool = True) -> str | None:
    """The place nearest to word `i` of those that stand after a preposition of place; a whole country if wanted."""
    tokens = scene.sentence.tokens
    found = [
        (abs(t.i - i), tokens[t.head].lower, t.i)
        for t in tokens
        if t.dep == "pobj"
        and tokens[t.head].lower in _SITES
        and is_place(scene, t.i)
        and not _is_body(scene, t.i)
        and (countries or scene.sentence.mention_at(t.i, MentionKind.COUNTRY) is None)
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
    """Whether a word is people or a body rather than a place."""
    kinds = (MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION)
    if _is_time(scene, i) or scene.sentence.mention_at(i, *kinds) is not None:
        return True
    country = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    return country is not None and country.form in ("demonym", "force")
