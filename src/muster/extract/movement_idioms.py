"""Words of coming and going in senses that move nobody: "following the adoption", "entry into force", "was assigned a
role", "raised with the monitors"."""

from muster.extract.evidence import Scene
from muster.extract.movement_counts import is_force
from muster.extract.movement_forces import Party
from muster.extract.movement_parties import parties_of
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind

_IN_FORCE = frozenset({"force", "effect", "operation", "being"})
_ROLES = frozenset("role task duty function responsibility mandate seat post job priority".split())
_ADVANCING = frozenset({"move", "advance", "proceed", "shift", "go", "come", "push"})
_HOW = frozenset("approach phase basis system model stage process concept mode posture".split())
# What one enters in the same town.
_ROOMS = frozenset("building house premise office room compound hall shop church school home apartment flat".split())
_TAKEN = frozenset({"take", "bring", "escort", "transport", "transfer", "drive"})
_CUSTODY = frozenset("station prison custody court detention jail clinic morgue cell".split())
_REPATRIATING = frozenset({"repatriation", "repatriate", "return", "resettlement"})


def is_idiom(scene: Scene, clause: Clause) -> bool:
    """Whether a word of coming and going moves nobody here."""
    return (
        _is_preposition(scene, clause)
        or _comes_into_force(scene, clause)
        or _gives_role(scene, clause)
        or _advances_in_doing(scene, clause)
        or _enters_room(scene, clause)
        or _is_taken_in(scene, clause)
        or (clause.lemma == "raise" and any(word == "with" for word, _ in clause.obliques))
    )


def is_homebound(scene: Scene, clause: Clause, party: Party) -> bool:
    """ "The repatriation of Kosovans": the host's people come home, none of them as a force."""
    known = operation(scene.focus) if scene.focus else None
    mention = scene.sentence.mention_at(party.head, MentionKind.COUNTRY)
    host = mention is not None and known is not None and mention.value in known.area
    return host and clause.lemma in _REPATRIATING and mention is not None and mention.form in ("demonym", "adjective")


def counts_things(scene: Scene, party: Party) -> bool:
    """Whether a bare number counts on from things: "10,913 books were certified, and 10,530 handed over"."""
    own = next((c for c in scene.sentence.counts if c.first <= party.head < c.last), None)
    if own is None or own.noun is not None:
        return False
    before = [c for c in scene.sentence.counts if c.last <= own.first and c.noun is not None and not c.article]
    return bool(before) and not is_force(scene, before[-1].noun)


def is_receiver(scene: Scene, clause: Clause, party: Party) -> bool:
    """ "The liaison office will deploy officers to KFOR": those to whom somebody sends are not those who move."""
    if party.own or not clause.agents or clause.passive:
        return False
    return any(
        mention.value == party.actor
        for word, at in clause.obliques
        if word in ("to", "with")
        for mention in scene.sentence.mentions_at(at, MentionKind.OPERATION)
    )


def _is_preposition(scene: Scene, clause: Clause) -> bool:
    """ "Following the adoption of the law": after it."""
    token = scene.sentence.tokens[clause.predicate]
    return token.lower == "following" and not parties_of(scene, clause.patients)


def _comes_into_force(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    return any(word == "into" and tokens[at].lower in _IN_FORCE for word, at in clause.obliques)


def _gives_role(scene: Scene, clause: Clause) -> bool:
    """ "Was assigned a major role"."""
    behind = (*clause.patients, *scene.sentence.children_of(clause.predicate))
    tokens = scene.sentence.tokens
    return any(i > clause.predicate and tokens[i].lemma.lower() in _ROLES for i in behind) and (
        clause.lemma in ("assign", "transfer", "give")
    )


def _advances_in_doing(scene: Scene, clause: Clause) -> bool:
    """ "Moved forward in meeting standards", "to shift to a justice-based approach"."""
    tokens = scene.sentence.tokens
    if clause.lemma not in _ADVANCING:
        return False
    near = tokens[clause.predicate + 1 : clause.predicate + 4]
    doing = any(
        t.lower in ("in", "with", "on") and tokens[t.i + 1].lower.endswith("ing")
        for t in near[:2]
        if t is not tokens[-1]
    )
    return doing or any(tokens[at].lemma.lower() in _HOW for word, at in clause.obliques if word in ("to", "towards"))


def _enters_room(scene: Scene, clause: Clause) -> bool:
    """ "Police entered the building"."""
    rooms = (*clause.patients, *(at for word, at in clause.obliques if word in ("into", "in")))
    return clause.lemma in ("enter", "re-enter") and any(scene.sentence.tokens[i].lemma in _ROOMS for i in rooms)


def _is_taken_in(scene: Scene, clause: Clause) -> bool:
    """ "They were taken to the police station": held, or ill."""
    goals = (at for word, at in clause.obliques if word in ("to", "into"))
    return clause.lemma in _TAKEN and any(scene.sentence.tokens[at].lemma.lower() in _CUSTODY for at in goals)
