"""Attitudes that only quoted or reported words show: "they should engage in the dialogue", "we will not be driven out"."""

from collections.abc import Iterator

from muster.extract.evidence import Ground, Scene, claim
from muster.extract.statement_parties import is_party, named
from muster.extract.statement_voice import Voices, cited, in_quotes
from muster.model.annotation import Clause
from muster.model.claim import Claim, Statement

_OUGHT = frozenset({"must", "should", "ought"})
_FIRST = frozenset({"i", "we"})
_SHALL = frozenset({"will", "shall", "'ll", "’ll", "wo", "going"})
# What one will not do, and what one will, when one stands firm.
_YIELDING = frozenset(
    "leave abandon tolerate allow let accept yield surrender retreat withdraw drive intimidate deter rest stop give hesitate bow"
    " go run budge waver forget cow bully compromise flinch quit shrink permit back stand blackmail scare".split()
)
_STANDING = frozenset("continue stay remain stand defend protect ensure respond maintain support uphold spare fight carry persevere react retaliate".split())


def spoken(scene: Scene, voices: Voices) -> Iterator[Claim]:
    """The attitudes of a sentence's quoted or reported words."""
    for clause in scene.sentence.clauses:
        if clause.nominal:
            continue
        speaker = cited(scene, clause.predicate) or (voices.own(scene.sentence) if _is_first(scene, clause) else None)
        if speaker is None:
            continue
        if _is_admonition(scene, clause):
            told = [pair for i in clause.agents for pair in named(scene, i)]
            others = tuple(dict.fromkeys(name for _, name in told if name != speaker))
            if others:
                yield _claim(scene, clause, Statement(speaker=speaker, act="urges", addressee=others))
        elif _is_first(scene, clause) and _is_resolve(scene, clause):
            yield _claim(scene, clause, Statement(speaker=speaker, act="pledges"))


def _claim(scene: Scene, clause: Clause, fact: Statement) -> Claim:
    words = (*clause.agents[:1], *clause.patients[:1]) if not clause.passive else clause.patients[:1]
    return claim(Ground(scene, clause.predicate, words, operation=scene.focus), fact, f"statement.{fact.act}.speech")


def _is_first(scene: Scene, clause: Clause) -> bool:
    subjects = clause.patients[:1] if clause.passive else clause.agents[:1]
    return any(scene.sentence.tokens[i].lower in _FIRST for i in subjects)


def _is_admonition(scene: Scene, clause: Clause) -> bool:
    """ "Both sides must", "they should": somebody else is to do something."""
    own = [scene.sentence.tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    modal = any(t.lower in _OUGHT and t.dep == "aux" for t in own)
    past = any(t.lower == "have" and t.dep == "aux" for t in own)
    subjects = [i for i in clause.agents if scene.sentence.tokens[i].lower not in (*_FIRST, "it", "you")]
    return modal and not past and not clause.passive and any(is_party(scene, i) for i in subjects)


def _is_resolve(scene: Scene, clause: Clause) -> bool:
    """ "We will not leave", "we stay", "we are not going to be driven out"."""
    tokens = scene.sentence.tokens
    own = [tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    above = tokens[tokens[clause.predicate].head]
    going = above.lemma == "go" and above.tag == "VBG"
    if going:
        own += [tokens[c] for c in scene.sentence.children_of(above.i)]
    will = going or any(t.lower in _SHALL for t in own)
    negated = any(t.dep == "neg" or t.lower == "never" for t in own)
    if negated:
        return will and clause.lemma in _YIELDING
    stays = clause.lemma in ("stay", "remain") and tokens[clause.predicate].tag in ("VBP",) and in_quotes(scene, clause.predicate)
    return stays or (will and clause.lemma in _STANDING)
