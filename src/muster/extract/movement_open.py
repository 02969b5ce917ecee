"""Verbs of motion that no list holds: a nation's soldiers who do anything "to", "into", "out of" or "home" move.

English tells motion by the direction as much as by the verb ("filed out of", "emplaned for", "swept into"); so what is
listed here is what soldiers do in a direction without moving there.
"""

from muster.extract.evidence import Scene, is_place
from muster.extract.frames import Frame, verbs_of
from muster.extract.movement_places import GROUNDS
from muster.model.annotation import Clause, MentionKind

_INTO = frozenset({"into", "out of", "onto", "ashore", "to", "for", "from", "across", "over to", "up to", "down to"})
_AWAY = frozenset({"home", "ashore", "homeward", "homewards"})
# Kinds whose verbs are told of soldiers with places: to patrol, fire, die or complain is not to go.
_OTHERS = ("posture", "casualty", "incident", "statement", "relation", "mandate", "command")


# What goes "into" something without anybody going there.
_HITTING = frozenset(
    "crash fire shoot shell lob bump run slam smash plough throw hurl look burst break inquire enquire".split()
)


def open_frame(scene: Scene, clause: Clause) -> Frame | None:
    """The reading of an unlisted verb with a direction; None where nothing directs it or it is known for another."""
    if clause.nominal or clause.lemma in _HITTING:
        return None
    entering = not clause.patients and any(
        w in ("into", "out of") and _is_goal(scene, w, at) for w, at in clause.obliques
    )
    if not entering and any(clause.lemma in verbs_of(kind) for kind in _OTHERS):
        return None
    if scene.sentence.tokens[clause.predicate].pos != "VERB":
        return None
    if clause.particle not in _AWAY and not any(
        word in _INTO and _is_goal(scene, word, at) for word, at in clause.obliques
    ):
        return None
    attributes = {"act": "direction", "mover": "either", "needs": "nation"}
    return Frame(clause.lemma, None, "verb", attributes)


def _is_goal(scene: Scene, word: str, at: int) -> bool:
    """A place by name; after a word that is only of motion also a kind of place."""
    token = scene.sentence.tokens[at]
    if scene.sentence.mention_at(at, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.PERSON):
        return False
    named = bool(scene.sentence.mention_at(at, MentionKind.COUNTRY)) or token.pos == "PROPN"
    loose = word in ("into", "out of", "onto", "ashore", "across")
    return (is_place(scene, at) and (named or loose)) or (loose and token.lower in GROUNDS)
