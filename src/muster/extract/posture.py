"""Claims of kind posture: what forces do or how they stand.

A verb of posture ("patrol", "guard", "mass") says all; a noun of posture ("checkpoints", "patrols", "presence") needs a
word of aspect ("set up", "stepped up", "removal of"), which also tells the change.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Ground, Scene, claim, extent, place_of, scenes, time_of
from muster.extract.posture_actors import Actor, actors, own_actors
from muster.extract.posture_circumstances import place_near, reason_of
from muster.extract.posture_words import aspect, described, governing, is_over, noun_activity, verb_frame
from muster.model.annotation import AnnotatedDocument, Clause
from muster.model.claim import Claim, Posture, Status

# Nouns of posture after these prepositions: "on alert", "on patrol", "to a state of readiness".
_STATES = ("on", "to", "at", "in")
# What a mission alone has: its own where nobody else is named.
_OF_MISSIONS = ("patrol", "monitor", "escort")


@dataclass(frozen=True, slots=True)
class Stance:
    """A posture as the words tell it: the clause, the word that names the activity, the change, and whose it is."""

    activity: str
    clause: Clause
    word: int
    change: str | None
    actors: tuple[Actor, ...]


def find_postures(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    for scene in scenes(document):
        for stance in (*_verbs(scene), *_nouns(scene)):
            yield from _claims(scene, stance)


def _claims(scene: Scene, stance: Stance) -> Iterator[Claim]:
    status = _status(scene, stance)
    if status is None:
        return
    place = place_near(scene, stance.clause, stance.word, stance.activity)
    fact_reason = reason_of(scene, stance.clause)
    for actor in stance.actors:
        ground = Ground(scene, stance.clause.predicate, (stance.word, *_words(scene, stance, actor)), operation=actor.operation,
                        status=status, when=time_of(scene, stance.clause), place=place)  # fmt: skip
        fact = Posture(actor=actor.name, activity=stance.activity, change=stance.change, reason=fact_reason)
        yield claim(ground, fact, f"posture.{stance.activity}")


def _words(scene: Scene, stance: Stance, actor: Actor) -> tuple[int, ...]:
    near = (actor.head,) if abs(actor.head - stance.clause.predicate) < 12 else ()
    return extent(scene, *near, *stance.clause.patients[:1])


def _status(scene: Scene, stance: Stance) -> Status | None:
    """The status; None where it is simply not so."""
    own = {scene.sentence.tokens[c].dep for c in scene.sentence.children_of(stance.clause.predicate)}
    if "neg" in own and stance.change != "stops":
        return None
    if stance.change == "stops" and stance.clause.status is Status.DENIED:
        return Status.ACTUAL
    return stance.clause.status


def _verbs(scene: Scene) -> Iterator[Stance]:
    for clause in scene.sentence.clauses:
        frame = verb_frame(scene, clause)
        if frame is None:
            continue
        heads = clause.patients or clause.agents if frame.get("role") == "patient" else clause.agents
        found = actors(scene, heads, frame["activity"]) or actors(scene, clause.agents, frame["activity"])
        if frame["activity"] == "massing":
            found = actors(scene, clause.agents, "massing") or found
        yield Stance(frame["activity"], clause, clause.predicate, _change(scene, clause), found)


def _change(scene: Scene, clause: Clause) -> str | None:
    """The change that verbs of aspect above, or "no longer", tell of a verb of posture."""
    if is_over(scene, clause.predicate):
        return "stops"
    for above in governing(scene, clause):
        change = aspect(scene, above)
        if change is not None and change != "none":
            return change
    return None


def _nouns(scene: Scene) -> Iterator[Stance]:
    for token in scene.sentence.tokens:
        activity = noun_activity(scene, token.i)
        if activity is not None:
            yield from _told(scene, token.i, activity)


def _told(scene: Scene, i: int, activity: str) -> Iterator[Stance]:
    """The noun at `i` with each word of aspect that governs it."""
    for clause in scene.sentence.clauses:
        relation = _relation(clause, i, activity)
        change = aspect(scene, clause) if relation else None
        if relation is None or change is None or not _fits(activity, relation, clause):
            continue
        if activity == "alert" and clause.lemma in ("be", "remain", "stay", "stand", "keep"):
            change = "none"
        over = is_over(scene, clause.predicate)
        told = "stops" if over else change
        told = described(scene, i) or told if told in ("none", "starts") else told
        if told == "starts" and activity == "patrol" and clause.lemma in ("send", "put"):
            told = "none"
        yield Stance(activity, clause, i, None if told == "none" else told, _whose(scene, clause, i, activity, relation))
        return


def _relation(clause: Clause, i: int, activity: str) -> str | None:
    """How a clause governs a noun: `object`, `subject`, `of` (of a noun of aspect), `state` ("on alert")."""
    if i == clause.predicate:
        return None
    if clause.nominal:
        return "of" if i in clause.patients or any(word == "in" and at == i for word, at in clause.obliques) else None
    if i in clause.patients:
        return "object"
    if i in clause.agents:
        return "subject"
    if activity in ("alert", "patrol") and any(word in _STATES and at == i for word, at in clause.obliques):
        return "state"
    return None


def _fits(activity: str, relation: str, clause: Clause) -> bool:
    """Whether an aspect can be told of this noun so: bases are opened, not conducted."""
    if relation == "subject":
        return clause.lemma not in ("have", "make", "give", "open", "put", "set", "be", "control", "hold", "do", "start", "raise", "lay", "place", "clear", "lift", "remove", "close")
    if clause.lemma == "be" and relation == "object":
        return activity in ("patrol", "checkpoint", "barrier")
    if activity == "base":
        return clause.lemma not in ("leave", "be", "have", "make", "send", "drive", "give", "go", "accompany", "use", "clear", "raise", "order", "put", "place", "provide", "evacuate", "fall", "quit")
    if activity == "alert":
        return relation == "state" or clause.lemma in ("raise", "lift", "lower", "heighten", "order", "call", "maintain", "increase")
    return True


def _whose(scene: Scene, clause: Clause, i: int, activity: str, relation: str) -> tuple[Actor, ...]:
    """The actors: of the verb of aspect, else of the noun itself, else the mission for what only missions have."""
    heads = clause.agents if relation in ("object", "of") else ()
    if relation == "state":
        heads = clause.patients or clause.agents
    found = actors(scene, heads, activity) or own_actors(scene, i, activity)
    if not found and activity in _OF_MISSIONS and scene.focus is not None and not heads:
        own = actors(scene, (i,), activity)
        return own or (Actor(i, scene.focus, scene.focus),)
    return found
