"""Claims of kind posture: what forces do or how they stand.

A verb of posture ("patrol", "guard", "mass") says all; a noun of posture ("checkpoints", "patrols", "presence") needs a
word of aspect ("set up", "stepped up", "removal of"), which also tells the change.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Ground, Scene, claim, extent, scenes, time_of
from muster.extract.posture_actors import Actor, actors, own_actors, subject_before
from muster.extract.posture_circumstances import is_in_place, place_near, reason_of
from muster.extract.posture_words import aspect, described, governing, is_over, noun_activity, verb_frame
from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Clause, MentionKind
from muster.model.claim import Claim, Posture, Status

# Nouns of posture after these prepositions: "on alert", "on patrol", "to a state of readiness".
_STATES = ("on", "to", "at", "in")
# What a mission alone has: its own where nobody else is named.
_MEASURES = frozenset({"level", "number", "series", "network", "chain", "km", "kilometre", "kilometer", "metre", "meter", "mile", "ring", "line", "some", "most",
                       "all", "one", "several", "many", "dozens", "half", "couple", "string", "degree", "coil", "roll", "score", "majority", "total"})  # fmt: skip
_STATIONED = frozenset({"station", "post", "camp", "locate", "stick", "quarter", "garrison", "encamp"})
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
    denying = ("deny", "refute", "reject", "dismiss")
    if any(scene.sentence.tokens[at].lemma in denying for at in scene.sentence.ancestors(stance.clause.predicate)):
        return Status.DENIED
    own = {scene.sentence.tokens[c].dep for c in scene.sentence.children_of(stance.clause.predicate)}
    if "neg" in own and stance.change != "stops":
        return None
    if stance.change == "stops" and stance.clause.status is Status.DENIED:
        return Status.ACTUAL
    return stance.clause.status


def _verbs(scene: Scene) -> Iterator[Stance]:
    for clause in scene.sentence.clauses:
        yield from _where(scene, clause)
        frame = verb_frame(scene, clause)
        if frame is None or _is_mere(scene, clause):
            continue
        heads = clause.patients or clause.agents if frame.get("role") == "patient" else clause.agents
        found = actors(scene, heads, frame["activity"]) or actors(scene, clause.agents, frame["activity"])
        if frame["activity"] == "massing":
            found = actors(scene, clause.agents, "massing") or found
        yield Stance(frame["activity"], clause, clause.predicate, _change(scene, clause), found)


def _where(scene: Scene, clause: Clause) -> Iterator[Stance]:
    """ "The battalion is in Busovača", "its headquarters is at Larissa", "they are stationed at the airport"."""
    tokens = scene.sentence.tokens
    stationed = clause.lemma in _STATIONED and clause.passive
    being = clause.lemma == "be" and not any(at for at in clause.patients if at > clause.predicate)
    if clause.nominal or not (stationed or being) or not is_in_place(scene, clause):
        return
    heads = clause.patients if clause.passive else clause.agents
    seats = tuple(i for i in heads if tokens[i].lemma.lower() in ("headquarters", "headquarter", "hq", "base", "camp"))
    if seats:
        yield Stance("base", clause, seats[0], None, own_actors(scene, seats[0], "base"))
        return
    if not any(tokens[c].dep in ("acomp", "attr", "ccomp") for c in scene.sentence.children_of(clause.predicate)):
        found = (
            a
            for a in actors(scene, heads, "presence")
            if a.armed and operation(a.name) is None or _is_spot(scene, clause)
        )
        yield Stance("presence", clause, clause.predicate, None, tuple(found))


def _is_spot(scene: Scene, clause: Clause) -> bool:
    """A place within the country: that a mission is in its country says nothing."""
    places = [at for word, at in clause.obliques if word in ("in", "at", "near", "on")]
    return not any(scene.sentence.mention_at(at, MentionKind.COUNTRY) for at in places)


def _is_mere(scene: Scene, clause: Clause) -> bool:
    """A task or an aim, not a posture: an infinitive under anything but a word of aspect; a participle as adjective."""
    tokens = scene.sentence.tokens
    token = tokens[clause.predicate]
    to = any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in scene.sentence.children_of(token.i))
    if to:
        above = scene.sentence.clause_at(token.head)
        under = (
            above is not None
            and not above.nominal
            and (aspect(scene, above) is not None or above.lemma in ("deploy", "move", "arrive", "be"))
        )
        return not under or token.dep == "acl"
    if token.dep == "amod" and token.tag == "VBG" and scene.sentence.tokens[scene.sentence.tokens[token.head].head].lemma == "deny":
        return False
    return token.dep == "amod" or (token.dep == "acl" and clause.passive) or _is_attempt(scene, clause)


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
    """The noun at `i` with the word of aspect that governs it: by the parse, else the nearest one beside it."""
    for clause, relation in (*_governors(scene, i, activity), *_beside(scene, i)):
        change = _aspect(scene, clause, relation, activity)
        if (
            change is None
            or not _fits(activity, relation, clause)
            or _is_attempt(scene, clause)
            or _is_hindrance(scene, clause, i)
        ):
            continue
        if is_over(scene, clause.predicate):
            change = "stops"
        elif change in ("none", "starts"):
            change = described(scene, i) or change
        whose = _whose(scene, clause, i, activity, relation)
        if activity == "barrier" and change in ("stops", "less") and relation == "object" and not _is_own(scene, i):
            # Who clears a barrier away is seldom who put it up: it is theirs.
            whose = tuple(a for a in whose if not a.armed)
        if (
            scene.sentence.tokens[i].lemma.lower() in ("roadblock", "road-block")
            and clause.lemma in ("man", "operate", "staff")
            and all(a.armed for a in whose)
        ):
            activity = "checkpoint"
        yield Stance(activity, clause, i, None if change == "none" else change, whose)
        return


def _governors(scene: Scene, i: int, activity: str) -> Iterator[tuple[Clause, str]]:
    heads = tuple(_heads(scene, i))
    for clause in scene.sentence.clauses:
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
    for at in range(i + 1, min(len(tokens), i + 7)):
        clause = scene.sentence.clause_at(at)
        if clause is not None and not clause.nominal and tokens[at].pos == "VERB":
            yield clause, "subject"
            break
        if tokens[at].pos not in ("AUX", "ADV", "PART") and tokens[at].lower not in ("all", "but"):
            break


def _aspect(scene: Scene, clause: Clause, relation: str, activity: str) -> str | None:
    """The change that a word of aspect tells of a noun in this relation to it."""
    change = aspect(scene, clause)
    if activity == "alert" and clause.lemma in ("be", "remain", "stay", "stand", "keep"):
        return "none"
    if relation == "subject" and clause.lemma in ("be", "become", "grow", "get"):
        return _frequency(scene, clause)
    if relation == "subject" and clause.lemma == "go":
        return "stops"
    if relation != "state" and clause.lemma in ("go", "put", "order", "set") and not clause.particle:
        return None
    if change == "stops" and _is_almost(scene, clause.predicate):
        return "less"
    return change


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


def _is_attempt(scene: Scene, clause: Clause) -> bool:
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
    return (
        clause.oblique("by") is not None
        or bool(clause.agents)
        or (clause.lemma != "suspend" and scene.sentence.tokens[i].tag == "NN")
    )


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
        return clause.lemma not in (
            "have",
            "make",
            "give",
            "open",
            "put",
            "set",
            "control",
            "hold",
            "do",
            "start",
            "raise",
            "lay",
            "place",
            "clear",
            "lift",
            "remove",
            "close",
        )
    if clause.lemma == "be" and relation == "object":
        return activity in ("patrol", "checkpoint", "barrier")
    if activity == "base":
        return clause.lemma not in (
            "leave",
            "be",
            "have",
            "make",
            "send",
            "drive",
            "give",
            "go",
            "accompany",
            "use",
            "clear",
            "raise",
            "order",
            "put",
            "place",
            "provide",
            "evacuate",
            "fall",
            "quit",
        )
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
    heads = clause.agents if relation in ("object", "of") else ()
    if relation == "state":
        heads = clause.patients or clause.agents
    found = actors(scene, heads, activity) or own_actors(scene, i, activity)
    if not found and not heads and relation == "object" and not clause.passive and clause.lemma != "be":
        found = subject_before(scene, clause.predicate, activity)
    known = any(scene.sentence.tokens[at].dep != "expl" and scene.sentence.tokens[at].pos != "PRON" for at in heads)
    if not found and activity in _OF_MISSIONS and scene.focus is not None and not known:
        own = actors(scene, (i,), activity)
        return own or (Actor(i, scene.focus, scene.focus),)
    return found
