"""Claims of kind posture: what forces do or how they stand.

A verb of posture ("patrol", "guard", "mass") says all; a noun of posture ("checkpoints", "patrols", "presence") needs a
word of aspect ("set up", "stepped up", "removal of"), which also tells the change.
"""

from collections.abc import Iterator

from muster.extract.evidence import Ground, Scene, claim, extent, scenes, time_of
from muster.extract.posture_actors import Actor, actors, own_actors
from muster.extract.posture_circumstances import is_in_place, place_near, reason_of
from muster.extract.posture_nouns import Stance, is_attempt, noun_stances
from muster.extract.posture_words import aspect, governing, is_over, verb_frame
from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Clause, MentionKind
from muster.model.claim import Claim, Posture, Status

_STATIONED = frozenset({"station", "post", "camp", "locate", "stick", "quarter", "garrison", "encamp"})
_OF_MISSIONS = ("patrol", "monitor", "escort")


def find_postures(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    for scene in scenes(document):
        for stance in (*_verbs(scene), *noun_stances(scene)):
            yield from _claims(scene, stance)


def _claims(scene: Scene, stance: Stance) -> Iterator[Claim]:
    status = _status(scene, stance)
    if status is None:
        return
    place = place_near(scene, stance.clause, stance.word, stance.activity)
    fact_reason = reason_of(scene, stance.clause)
    for actor in stance.actors:
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
    now = any(
        tokens[c].lower in ("is", "are", "remain", "remains") for c in scene.sentence.children_of(clause.predicate)
    )
    stationed = clause.passive and (
        clause.lemma in _STATIONED or (clause.lemma == "deploy" and now and clause.status is Status.ACTUAL)
    )
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
            if (a.armed and operation(a.name) is None) or _is_spot(scene, clause)
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
    return token.dep == "amod" or (token.dep == "acl" and clause.passive) or is_attempt(scene, clause)


def frame_activity(scene: Scene, clause: Clause) -> str | None:
    """The activity of a verb of posture."""
    frame = verb_frame(scene, clause)
    return frame["activity"] if frame is not None else None


def _change(scene: Scene, clause: Clause) -> str | None:
    """The change that verbs of aspect above, or "no longer", tell of a verb of posture."""
    if is_over(scene, clause.predicate):
        return "stops"
    if frame_activity(scene, clause) == "barrier" and scene.sentence.tokens[clause.predicate].tag == "VBD":
        return "starts"
    for above in governing(scene, clause):
        change = aspect(scene, above)
        if change is not None and change != "none":
            return change
    return None
