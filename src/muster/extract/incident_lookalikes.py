"""Nouns that look like incidents and are none: demonstrations of skill, breaches of a curfew, threats of more protest;
and events that "were held", of which nobody is held."""

from itertools import pairwise

from muster.extract.evidence import Scene
from muster.model.annotation import Clause

_SHOWN = frozenset(
    "skill technique ability capability capacity equipment method procedure goodwill commitment competence device"
    " weapon knowledge professionalism".split()
)
# Ordinary offences: nobody's ceasefire, line or agreement is violated.
_RULES = frozenset("curfew traffic code regulation discipline rule conduct procedure licence license".split())
_EVENTS = frozenset(
    "demonstration protest meeting election rally talk session ceremony march exercise course vigil poll conference"
    " gathering commemoration event hearing workshop".split()
)
_NEGATED = frozenset({"non", "no"})


def is_lookalike(scene: Scene, clause: Clause) -> bool:
    """Whether a noun of an incident names something else here."""
    return (
        _is_shown(scene, clause)
        or _is_offence(scene, clause)
        or _is_negated(scene, clause.predicate)
        or _is_threatened(scene, clause)
    )


def is_event_held(scene: Scene, clause: Clause) -> bool:
    """ "Demonstrations involving about 900 people were held": the demonstrations were."""
    if clause.lemma != "hold" or not clause.passive:
        return False
    tokens = scene.sentence.tokens
    words = [tokens[i] for p in clause.patients for i in (p, *scene.sentence.ancestors(p)) if i < clause.predicate]
    subject = [t for t in tokens[: clause.predicate] if t.dep in ("nsubj", "nsubjpass") and t.head == clause.predicate]
    return any(t.lemma.lower() in _EVENTS for t in (*words, *subject))


def _is_shown(scene: Scene, clause: Clause) -> bool:
    """ "Demonstrations of skills"."""
    tokens = scene.sentence.tokens
    if not clause.nominal or clause.lemma != "demonstration":
        return False
    of = (c for c in scene.sentence.children_of(clause.predicate) if tokens[c].lower == "of")
    return any(tokens[o].lemma.lower() in _SHOWN for c in of for o in scene.sentence.children_of(c))


def _is_offence(scene: Scene, clause: Clause) -> bool:
    """ "Arrested for violations of curfew", "traffic violations"."""
    tokens = scene.sentence.tokens
    if clause.lemma not in ("violation", "breach", "violate", "infringement"):
        return False
    return any(tokens[i].lemma.lower() in _RULES for i in scene.sentence.subtree(clause.predicate))


def _is_negated(scene: Scene, i: int) -> bool:
    """ "Non-interference"."""
    tokens = scene.sentence.tokens
    return i > 1 and tokens[i - 1].text in "-‐‑" and tokens[i - 2].lower in _NEGATED


def _is_threatened(scene: Scene, clause: Clause) -> bool:
    """ "Threatened to hold more demonstrations": none has been."""
    tokens = scene.sentence.tokens
    above = [tokens[a] for a in scene.sentence.ancestors(clause.predicate)]
    verbs = [t for t in above if t.pos == "VERB"]
    return any(low.dep == "xcomp" and high.lemma == "threaten" and low.tag == "VB" for low, high in pairwise(verbs))
