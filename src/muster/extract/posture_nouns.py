"""Nouns of posture with the word of aspect beside them: "set up checkpoints", "patrols were stepped up", "on alert"."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene
from muster.extract.posture_actors import Actor, actors, own_actors, subject_before
from muster.extract.posture_words import aspect, described, hidden_verbs, is_over, noun_activity
from muster.model.annotation import Clause

# Nouns of posture after these prepositions: "on alert", "on patrol", "to a state of readiness".
_STATES = ("on", "to", "at", "in")
# What a mission alone has: its own where nobody else is named.
_OF_MISSIONS = ("patrol", "monitor", "escort", "checkpoint")
# What a patrol does on its way, and what befalls it: no change of patrolling.
_COMINGS = frozenset("go leave fall come withdraw run drop set return walk open close transfer turn throw".split())
_TAKEN = frozenset({("take", "over"), ("hand", "over"), ("give", "up"), ("give", "over"), ("take", "on")})
_ALERTED = {
    **{("object", verb): "more" for verb in ("raise", "lift", "heighten", "increase")},
    **{(way, verb): "none" for way in ("state", "subject") for verb in ("be", "remain", "stay", "stand", "keep")},
    ("state", "go"): "starts",
}
_MEASURES = frozenset(
    "level state degree mounting manning running conduct"
    " number series network chain km kilometre kilometer metre meter mile ring line some most all"
    " one several many dozens half couple string degree coil roll score majority total".split()
)
# Verbs of aspect that do not go with a noun of posture as subject, or with a base.
_NOT_OF_SUBJECTS = frozenset(
    "have make give open put set control hold do start raise lay place clear lift remove close".split()
)
_NOT_OF_BASES = frozenset(
    "leave be have make send drive give go accompany use clear raise order put place provide evacuate fall quit".split()
)


@dataclass(frozen=True, slots=True)
class Stance:
    """A posture as the words tell it: the clause, the word that names the activity, the change, and whose it is."""

    activity: str
    clause: Clause
    word: int
    change: str | None
    actors: tuple[Actor, ...]


def noun_stances(scene: Scene) -> Iterator[Stance]:
    """The postures that the sentence's nouns tell."""
    for token in scene.sentence.tokens:
        activity = noun_activity(scene, token.i)
        if activity is not None:
            yield from _told(scene, token.i, activity)


def _told(scene: Scene, i: int, activity: str) -> Iterator[Stance]:
    """The noun at `i` with the word of aspect that governs it: by the parse, else the nearest one beside it; one that
    tells a change before one that only says that it is ("roadblocks manned by militias have gone")."""
    told = list(_aspects(scene, i, activity))
    changing = [each for each in told if each[1][2] != "none"]
    for clause, reading in (changing or told)[:1]:
        yield _stance(scene, i, clause, reading)


def _aspects(scene: Scene, i: int, activity: str) -> Iterator[tuple[Clause, tuple[str, str, str]]]:
    for clause, relation in (*_governors(scene, i, activity), *_beside(scene, i), *_placing(scene, i, activity)):
        known = _of_position(scene, i, clause, activity)
        change = _aspect(scene, clause, relation, known) if known is not None else None
        if known is None or change is None or not _fits(known, relation, clause):
            continue
        sized = known == "base" and change in ("more", "less")
        if not sized and not is_attempt(scene, clause) and not _is_hindrance(scene, clause, i):
            yield clause, (known, relation, change)


def _stance(scene: Scene, i: int, clause: Clause, told: tuple[str, str, str]) -> Stance:
    """The posture that activity, relation and change come to."""
    activity, relation, change = told
    if is_over(scene, clause.predicate):
        change = "stops"
    elif change == "none" or (change == "starts" and activity != "alert"):
        change = described(scene, i) or change
    whose = _whose(scene, clause, i, activity, relation)
    if activity == "barrier" and change in ("stops", "less") and relation == "object" and not _is_own(scene, i):
        # Who clears a barrier away is seldom who put it up: it is theirs.
        whose = tuple(actor for actor in whose if not actor.armed)
    if _is_manned(scene, i) and change in ("none", "starts", "more") and whose and all(actor.armed for actor in whose):
        # A roadblock of regular forces checks who passes; one of crowds and militias bars the way.
        activity = "checkpoint"
    return Stance(activity, clause, i, None if change == "none" else change, whose)


def _is_manned(scene: Scene, i: int) -> bool:
    tokens = scene.sentence.tokens
    apart = tokens[i].lemma.lower() == "block" and i > 0 and tokens[i - 1].lower == "road"
    return apart or tokens[i].lemma.lower() in ("roadblock", "road-block")


def _of_position(scene: Scene, i: int, clause: Clause, activity: str) -> str | None:
    """Positions that are manned are posts to watch from, positions that are held a presence; a guard or protection that
    is taken over or given up a presence; others say nothing."""
    lemma = scene.sentence.tokens[i].lemma.lower()
    if lemma in ("guard", "protection", "defence", "defense"):
        return activity if (clause.lemma, clause.particle) in _TAKEN or clause.lemma == "assume" else None
    if lemma == "post" and scene.sentence.tokens[i - 1].lower not in ("observation", "listening", "monitoring"):
        many = scene.sentence.tokens[i].tag in ("NNS", "NNPS")
        return "monitor" if many and clause.lemma in ("man", "occupy", "operate", "staff", "keep") else None
    if lemma != "position":
        return activity
    if clause.lemma in ("hold", "occupy", "keep") or (clause.lemma, clause.particle) == ("take", "up"):
        return "presence"
    return "monitor" if clause.lemma in ("man", "operate", "staff") else None


def _governors(scene: Scene, i: int, activity: str) -> Iterator[tuple[Clause, str]]:
    heads = tuple(_heads(scene, i))
    for clause in (*scene.sentence.clauses, *hidden_verbs(scene)):
        relation = next((found for at in heads if (found := _relation(clause, at, activity))), None)
        if relation is not None:
            yield clause, relation


def _heads(scene: Scene, i: int) -> Iterator[int]:
    """The noun, and what it is a part or measure of: "18 of our posts", "11 km of wire", "a high level of presence"."""
    yield i
    tokens = scene.sentence.tokens
    first = i
    while tokens[first].dep == "conj" and tokens[tokens[first].head].pos in ("NOUN", "PROPN"):
        first = tokens[first].head
    above = tokens[tokens[first].head]
    if tokens[first].dep == "pobj" and above.lower == "of":
        measure = tokens[above.head]
        if measure.pos == "NUM" or measure.lower in _MEASURES or measure.lemma.lower() in _MEASURES:
            yield measure.i


def _beside(scene: Scene, i: int) -> Iterator[tuple[Clause, str]]:
    """The verb of aspect that stands before or behind a noun with no other verb between, whatever the parse."""
    tokens = scene.sentence.tokens
    lost = tokens[i].dep == "pobj" and tokens[tokens[i].head].lower != "of"
    for at in range(i - 1, max(-1, i - 9) if not lost else i - 1, -1):
        if tokens[at].text in (";", ":", "(", ")"):
            break
        clause = scene.sentence.clause_at(at)
        if clause is not None and not clause.nominal:
            if not clause.patients and not clause.passive:
                yield clause, "object"
            break
    for at in range(i + 1, min(len(tokens), i + 8)):
        clause = scene.sentence.clause_at(at)
        if clause is not None and not clause.nominal and tokens[at].pos == "VERB":
            yield clause, "subject"
            break
        within = tokens[i + 1].pos == "ADP" and tokens[at].pos in ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM")
        if not within and tokens[at].pos not in ("AUX", "ADV", "PART") and tokens[at].lower not in ("all", "but"):
            break


def _placing(scene: Scene, i: int, activity: str) -> Iterator[tuple[Clause, str]]:
    """The verb that puts a force on alert, from wherever the parse hangs the alert."""
    tokens = scene.sentence.tokens
    if activity != "alert":
        return
    for at in range(i - 1, max(-1, i - 16), -1):
        clause = scene.sentence.clause_at(at)
        if tokens[at].text in (";", ":", "(", ")"):
            return
        if clause is not None and not clause.nominal:
            if clause.lemma in ("place", "put", "bring", "keep", "hold", "order"):
                yield clause, "state"
            return


def _aspect(scene: Scene, clause: Clause, relation: str, activity: str) -> str | None:
    """The change that a word of aspect tells of a noun in this relation to it."""
    if relation == "left":
        return "stops"
    if activity == "alert" and (special := _ALERTED.get((relation, clause.lemma))) is not None:
        return special
    if relation == "subject" and (known := _of_subject(scene, clause, activity)) != "":
        return known
    if relation != "state" and clause.lemma in ("go", "put", "order", "set") and not clause.particle:
        return None
    change = aspect(scene, clause)
    if change != "stops":
        return change
    partly = (relation == "object" and _is_part(scene, clause)) or _is_almost(scene, clause.predicate)
    return "less" if partly else change


def _of_subject(scene: Scene, clause: Clause, activity: str) -> str | None:
    """The change that a verb tells of its subject in a way of its own; empty where it does as any other."""
    if activity == "patrol" and clause.lemma in _COMINGS:
        return None
    if clause.lemma == "go":
        return "stops"
    return _frequency(scene, clause) if clause.lemma in ("be", "become", "grow", "get") else ""


def _is_part(scene: Scene, clause: Clause) -> bool:
    """ "Gave up 18 of our 40 posts"."""
    tokens = scene.sentence.tokens
    return any(
        tokens[i].pos == "NUM" and any(tokens[c].lower == "of" for c in scene.sentence.children_of(i))
        for i in clause.patients
    )


def _frequency(scene: Scene, clause: Clause) -> str | None:
    """ "Have become more frequent", "are fewer": how often; None for any other quality."""
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(clause.predicate):
        if tokens[c].dep in ("acomp", "attr") and tokens[c].lower in (
            "frequent",
            "numerous",
            "regular",
            "fewer",
            "rarer",
            "rare",
            "heavier",
            "denser",
        ):
            fewer = tokens[c].lower in ("fewer", "rarer", "rare") or any(
                tokens[d].lower == "less" for d in scene.sentence.children_of(c)
            )
            return "less" if fewer else "more"
    return None


def _is_almost(scene: Scene, i: int) -> bool:
    """ "Have all but stopped", "almost ceased"."""
    before = [t.lower for t in scene.sentence.tokens[max(0, i - 3) : i]]
    return before[-2:] == ["all", "but"] or bool(
        {"almost", "virtually", "practically", "nearly", "largely", "mostly"} & set(before)
    )


def is_attempt(scene: Scene, clause: Clause) -> bool:
    """Whether it was only tried, wanted or refused."""
    token = scene.sentence.tokens[clause.predicate]
    return token.dep == "xcomp" and scene.sentence.tokens[token.head].lemma in (
        "attempt",
        "try",
        "seek",
        "want",
        "threaten",
        "fail",
        "refuse",
        "hope",
    )


def _is_own(scene: Scene, i: int) -> bool:
    return any(scene.sentence.tokens[c].dep == "poss" for c in scene.sentence.children_of(i))


def _is_hindrance(scene: Scene, clause: Clause, i: int) -> bool:
    """ "A patrol was stopped by villagers": somebody hinders it; it is no change of posture."""
    if not clause.passive or clause.lemma not in ("stop", "halt", "block", "interrupt", "suspend"):
        return False
    often = any(t.lower == "times" for t in scene.sentence.tokens[clause.predicate :])
    return (
        clause.oblique("by") is not None
        or bool(clause.agents)
        or often
        or (clause.lemma != "suspend" and scene.sentence.tokens[i].tag == "NN")
    )


def _relation(clause: Clause, i: int, activity: str) -> str | None:
    """How a clause governs a noun: `object`, `subject`, `of` (of a noun of aspect), `state` ("on alert")."""
    if clause.nominal:
        within = i in clause.patients or any(word == "in" and at == i for word, at in clause.obliques)
        return "of" if within and i != clause.predicate else None
    if i in clause.patients:
        return "object"
    if i in clause.agents:
        return "subject"
    leaving = clause.lemma in ("withdraw", "pull", "move", "retreat", "evacuate", "stand") and activity in (
        "monitor",
        "checkpoint",
        "alert",
    )
    if leaving and any(word.endswith(("from", "of")) and at == i for word, at in clause.obliques):
        return "left"
    states = _STATES if activity == "alert" else ("on",)
    if activity in ("alert", "patrol") and any(word in states and at == i for word, at in clause.obliques):
        return "state"
    return None


def _fits(activity: str, relation: str, clause: Clause) -> bool:
    """Whether an aspect can be told of this noun so: bases are opened, not conducted."""
    if relation == "subject":
        return clause.lemma not in _NOT_OF_SUBJECTS
    if clause.lemma == "be" and relation == "object":
        return activity in ("patrol", "checkpoint", "barrier")
    if activity == "base":
        return clause.lemma not in _NOT_OF_BASES
    if activity == "alert":
        return relation == "state" or clause.lemma in (
            "raise",
            "lift",
            "lower",
            "heighten",
            "order",
            "call",
            "maintain",
            "increase",
        )
    return True


def _whose(scene: Scene, clause: Clause, i: int, activity: str, relation: str) -> tuple[Actor, ...]:
    """The actors: of the verb of aspect, else of the noun itself, else the mission for what only missions have."""
    heads = clause.agents if relation in ("object", "of", "left") else ()
    if activity == "escort":  # "every convoy has an escort": it is escorted
        heads = tuple(at for at in heads if scene.sentence.tokens[at].lemma.lower() not in ("convoy", "column"))
    if relation == "state":
        heads = clause.patients or clause.agents
    found = actors(scene, heads, activity)
    if not found and relation == "state":
        found = actors(scene, clause.agents, activity)
    found = found or own_actors(scene, i, activity)
    if not found and not heads and relation == "object" and not clause.passive and clause.lemma != "be":
        found = subject_before(scene, clause.predicate, activity)
    known = any(scene.sentence.tokens[at].dep != "expl" and scene.sentence.tokens[at].pos != "PRON" for at in heads)
    shut = activity == "base" and relation == "object" and clause.passive and not clause.agents
    if not found and (activity in _OF_MISSIONS or shut) and scene.focus is not None and not known:
        own = actors(scene, (i,), activity)
        return own or (Actor(i, scene.focus, scene.focus),)
    return found
