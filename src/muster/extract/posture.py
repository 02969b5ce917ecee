"""Claims of kind posture: what forces do or how they stand.

A verb of posture ("patrol", "guard", "mass") says all; a noun of posture ("checkpoints", "patrols", "presence") needs a
word of aspect ("set up", "stepped up", "removal of"), which also tells the change.
"""

from collections.abc import Iterator

from muster.extract.evidence import Ground, Scene, claim, extent, scenes, time_of
from muster.extract.nationality import home_nation
from muster.extract.posture_actors import Actor, actors, of_nation
from muster.extract.posture_circumstances import place_near, reason_of
from muster.extract.posture_nouns import Stance, is_attempt, noun_stances
from muster.extract.posture_owned import owned_stances
from muster.extract.posture_standing import standing_stances
from muster.extract.posture_words import aspect, governing, hidden_verbs, is_over, verb_frame
from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Clause
from muster.model.claim import Claim, Posture, Status

# Participles that tell a posture beside the noun: "the engineers, based at Hinniyah".
_SEATED = frozenset({"base", "quarter", "billet", "headquarter", "encamp", "camp"})


def find_postures(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    nation = home_nation(document)
    for scene in scenes(document):
        told = [*_verbs(scene), *noun_stances(scene)]
        said = {(stance.activity, stance.word) for stance in told if stance.actors}
        told += [stance for stance in owned_stances(scene) if (stance.activity, stance.word) not in said]
        for stance in told:
            yield from _claims(scene, stance, nation)


def _claims(scene: Scene, stance: Stance, nation: str | None) -> Iterator[Claim]:
    status = _status(scene, stance)
    if status is None:
        return
    place = place_near(scene, stance.clause, stance.word, stance.activity)
    fact_reason = reason_of(scene, stance.clause)
    for actor in (of_nation(scene, each, stance.word, nation) for each in stance.actors):
        ground = Ground(
            scene,
            stance.clause.predicate,
            (stance.word, *_words(scene, stance, actor)),
            operation=actor.operation,
            status=status,
            when=time_of(scene, stance.clause),
            place=place,
        )
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
    none = any(scene.sentence.tokens[c].lower == "no" for c in scene.sentence.children_of(stance.word))
    if none and stance.activity != "massing":
        return None
    helpers = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(stance.clause.predicate)}
    if {"would", "have"} <= helpers:
        return None  # "would have been reduced": it was not
    own = {scene.sentence.tokens[c].dep for c in scene.sentence.children_of(stance.clause.predicate)}
    if "neg" in own and stance.change != "stops":
        return None
    if stance.change == "stops" and stance.clause.status is Status.DENIED:
        return Status.ACTUAL
    return stance.clause.status


def _verbs(scene: Scene) -> Iterator[Stance]:
    for clause in (*scene.sentence.clauses, *hidden_verbs(scene)):
        yield from standing_stances(scene, clause)
        frame = verb_frame(scene, clause)
        if frame is None or _is_mere(scene, clause):
            continue
        heads = clause.patients or clause.agents if frame.get("role") == "patient" else clause.agents
        found = actors(scene, heads, frame["activity"]) or actors(scene, clause.agents, frame["activity"])
        if frame["activity"] == "massing":
            found = actors(scene, clause.agents, "massing") or found
            found = tuple(a for a in found if operation(a.name) is None)  # a mission that builds up masses nothing
        activity = "base" if frame["activity"] == "presence" and _is_at_base(scene, clause) else frame["activity"]
        yield Stance(activity, clause, clause.predicate, _change(scene, clause), found)


def _is_at_base(scene: Scene, clause: Clause) -> bool:
    """ "Will stay on their base"."""
    bases = ("base", "camp", "barracks", "compound")
    staying = clause.lemma in ("stay", "remain", "keep")
    return staying and any(scene.sentence.tokens[at].lemma.lower() in bases for _, at in clause.obliques)


def _is_mere(scene: Scene, clause: Clause) -> bool:
    """A task or an aim, not a posture: an infinitive under anything but a word of aspect; a participle as adjective."""
    tokens = scene.sentence.tokens
    token = tokens[clause.predicate]
    to = any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in scene.sentence.children_of(token.i))
    if to:
        above = scene.sentence.clause_at(token.head)
        begun = token.dep == "xcomp" and above is not None and aspect(scene, above) is not None
        under = above is not None and not above.nominal and (begun or above.lemma in ("deploy", "move", "arrive", "be"))
        return not under or token.dep == "acl"
    described = token.dep == "acl" and clause.passive and not clause.agents and clause.lemma not in _SEATED
    return token.dep == "amod" or described or is_attempt(scene, clause)


def frame_activity(scene: Scene, clause: Clause) -> str | None:
    """The activity of a verb of posture."""
    frame = verb_frame(scene, clause)
    return frame["activity"] if frame is not None else None


def _is_from(scene: Scene, clause: Clause) -> bool:
    """ "From Monday all lorries will be escorted": it starts."""
    return clause.tense == "future" and any(t.relation in ("from", "since") for t in scene.sentence.times)


def _change(scene: Scene, clause: Clause) -> str | None:
    """The change that verbs of aspect above, or "no longer", tell of a verb of posture."""
    if is_over(scene, clause.predicate):
        return "stops"
    told = scene.sentence.tokens[clause.predicate].tag in ("VBD", "VBN") and not clause.passive
    struck = frame_activity(scene, clause) == "barrier" and told
    if struck or _is_from(scene, clause):
        return "starts"
    for above in governing(scene, clause):
        change = aspect(scene, above)
        if change is not None and change != "none":
            return change
    return None
