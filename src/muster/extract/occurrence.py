"""When, where and by what means something happened: told in its own clause, else in its sentence, else just before."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from muster.extract.evidence import (
    Scene,
    actors_at,
    describes_another,
    is_of_saying,
    operation_near,
    scenes_before,
    time_of,
)
from muster.extract.log_days import day_of_log
from muster.extract.sites import is_state
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind, Sentence, Token, WhenMention
from muster.model.claim import Status
from muster.model.when import When

# Words of stories and drills: of the whole paragraph, and of the sentence they stand in.
_UNREAL = frozenset(
    ("scenario simulate simulated simulation novel fictional fictitious script chapter screenplay wargame").split()
)
_UNREAL_HERE = frozenset("film mock rehearsal movie role-play".split())
_DENIALS = frozenset(
    {"deny", "refute", "dismiss", "untrue", "baseless", "unfounded", "false", "fabricate", "denial", "disprove"}
)
_KNOWING = frozenset({"know", "learn", "realise", "realize", "remember", "recall", "regret", "note", "aware", "find"})
_ITS_PEOPLE = frozenset({"soldiers", "peacekeepers", "observers", "staff", "missions"})


def when_at(scene: Scene, clause: Clause) -> When | None:
    """The time of what a clause tells: its own, that of the event it is told of, another of its sentence that is not
    the time of saying, the last one told before in the same paragraph, or the day of the log it is an entry of."""
    own = time_of(scene, clause)
    if own is not None:
        return own
    here = [m for m in _told_times(scene) if not describes_another(scene.sentence, m, clause.predicate)]
    if here:
        return min(here, key=lambda m: abs(m.first - clause.predicate)).when
    if clause.status is not Status.ACTUAL or any(not is_of_saying(scene, m) for m in scene.sentence.times):
        return None
    if is_state(scene, clause):
        return None
    before = next((_told_times(each)[-1].when for each in scenes_before(scene) if _told_times(each)), None)
    return before or day_of_log(scene.document, scene.sentence.start)


def operation_at(scene: Scene, clause: Clause, *people: int) -> str | None:
    """The operation that what a clause tells belongs to: the one its sentence names, else the one spoken of.

    Where that one is no force, what locals do among themselves is nobody's: its own people must be involved (GUIDE.md,
    decision 22).
    """
    near = operation_near(scene, clause.predicate)
    if near is None or any(m.kind is MentionKind.OPERATION for m in scene.sentence.mentions):
        return near
    involved = (*people, *clause.agents, *clause.patients, *(at for _, at in clause.obliques))
    own = (m for i in involved for m in actors_at(scene, i))
    return near if not _is_no_force(near) or any(m.value == near and m.form in _ITS_PEOPLE for m in own) else None


def _is_no_force(slug: str) -> bool:
    """Whether an operation is of civilians, or administers a territory."""
    found = operation(slug)
    return found is not None and (found.kind == "civilian" or any("Administration" in name for name in found.names))


def status_at(scene: Scene, clause: Clause) -> Status:
    """The status of what a clause tells; denied too where it is a report or claim that somebody denies.

    What is told in the past is actual under a verb of knowing, and beside another sentence that the parse hangs it on.
    """
    above: list[str] = []
    for at in scene.sentence.ancestors(clause.predicate):
        if _is_apart(scene, clause.predicate, at):
            break
        above.append(scene.sentence.tokens[at].lemma.lower())
    if _DENIALS.intersection(above[:6]):
        return Status.DENIED
    own = len(above) < len([*scene.sentence.ancestors(clause.predicate)]) or bool(_KNOWING.intersection(above[:1]))
    return Status.ACTUAL if own and _is_past(scene, clause) else clause.status


def _is_apart(scene: Scene, i: int, head: int) -> bool:
    """Whether a stop or semicolon stands between two words: then they are of two sentences."""
    first, last = sorted((i, head))
    return any(t.text in (";", ".", "•") for t in scene.sentence.tokens[first:last])


def _is_past(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is finite, in the past, and neither negated nor under a modal of its own."""
    kids = [scene.sentence.tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    if any(kid.dep == "neg" or kid.tag == "MD" for kid in kids):
        return False
    return scene.sentence.tokens[clause.predicate].tag == "VBD" or any(k.tag == "VBD" and "aux" in k.dep for k in kids)


def means_at(scene: Scene, clause: Clause) -> str | None:
    """What did it: the weapon that is the doer, else the nearest weapon of the sentence, else an illness or mishap."""
    doers = [i for i in _doers(scene, clause) if _is_means(scene, i, "weapons")]
    if doers:
        return scene.phrase(doers[0], of=False)
    wounds = (t for t in scene.sentence.tokens if t.lower == "gunshot" and t.dep == "compound")
    if (shot := next(wounds, None)) is not None:
        return shot.text
    for sort in ("weapons", "illnesses", "mishaps"):
        found = [i for i in _means_heads(scene, sort) if i != clause.predicate]
        if found:
            return scene.phrase(min(found, key=lambda i: (abs(i - clause.predicate), i)), of=False)
    ways = (t for t in scene.sentence.tokens if t.pos == "VERB" and t.lemma in ("ambush", "stone", "stab"))
    return next(("ambush" if t.lemma == "ambush" else t.text for t in ways), None)


def _doers(scene: Scene, clause: Clause) -> Iterator[int]:
    """The agents of a clause, then of the clauses above it."""
    yield from clause.agents
    for at in scene.sentence.ancestors(clause.predicate):
        above = scene.sentence.clause_at(at)
        yield from above.agents if above and not above.nominal else ()


def _told_times(scene: Scene) -> list[WhenMention]:
    """The times of a sentence, without those of saying and those that cannot be read."""
    return [m for m in scene.sentence.times if m.when.edtf and not is_of_saying(scene, m)]


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
    return any(_is_of_story(each, token) for each in same for token in each.tokens)


def _is_of_story(sentence: Sentence, token: Token) -> bool:
    """Whether a word speaks of a story: no chapter of the Charter, no novel virus."""
    if token.lemma.lower() not in _UNREAL or (token.lower == "novel" and token.pos == "ADJ"):
        return False
    after = sentence.tokens[token.i + 1].text if token.i + 1 < len(sentence.tokens) else ""
    return token.lower != "chapter" or not (after.isdigit() or set(after) <= set("IVX"))
