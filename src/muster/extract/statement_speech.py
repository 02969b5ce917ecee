"""Attitudes that only quoted or reported words show: "they should engage in talks", "we will not be driven out"."""

from collections.abc import Iterator

from muster.extract.evidence import Ground, Scene, claim
from muster.extract.statement_document import Voices
from muster.extract.statement_parties import is_party, named
from muster.extract.statement_sense import FALSEHOODS
from muster.extract.statement_voice import cited, in_quotes
from muster.model.annotation import Clause
from muster.model.claim import Claim, Statement

_OUGHT = frozenset({"must", "should", "ought"})
_FIRST = frozenset({"i", "we"})
_SHALL = frozenset({"will", "shall", "'ll", "’ll", "wo", "going"})
# What one will not do, and what one will, when one stands firm.
_YIELDING = frozenset(
    "leave abandon tolerate allow let accept yield surrender retreat withdraw drive intimidate deter rest"
    " stop give hesitate bow go run budge waver forget cow bully compromise flinch quit shrink permit back"
    " stand blackmail scare".split()
)
_STANDING = frozenset(
    "continue stay remain stand defend protect ensure respond maintain support uphold spare fight carry"
    " persevere react retaliate".split()
)
_YIELDING_OF_OTHERS = frozenset(
    "drive intimidate deter abandon tolerate bow surrender hesitate bully blackmail flinch waver budge"
    " scare cow".split()
)
_MEASURES = frozenset("measure measures action actions step steps means effort efforts".split())
_SAID = frozenset({"that", "this", "it", "they", "these"})
_CHARGES = frozenset("accusation allegation charge claim assertion suggestion".split())
_INVOLVED = frozenset({"responsible", "involved", "guilty", "behind"})


def spoken(scene: Scene, voices: Voices) -> Iterator[Claim]:
    """The attitudes of a sentence's quoted or reported words."""
    for clause in scene.sentence.clauses:
        if clause.nominal:
            continue
        first = _is_first(scene, clause)
        speaker = cited(scene, clause.predicate) or (
            voices.own(scene.sentence, plural=any(scene.sentence.tokens[i].lower == "we" for i in clause.agents))
            if first
            else None
        )
        if speaker is None:
            continue
        speaker = voices.holder(speaker)
        others = _others(scene, clause, speaker)
        if _is_admonition(scene, clause) and others:
            yield _claim(scene, clause, Statement(speaker=speaker, act="urges", addressee=others))
        elif _is_blame(scene, clause) and others:
            yield _claim(scene, clause, Statement(speaker=speaker, act="accuses", addressee=others))
        elif _is_resolve(scene, clause, first=first):
            yield _claim(scene, clause, Statement(speaker=speaker, act="pledges"))
        elif _is_contradiction(scene, clause):
            yield _claim(scene, clause, Statement(speaker=speaker, act="denies"))


def _others(scene: Scene, clause: Clause, speaker: str) -> tuple[str, ...]:
    """The subjects that are somebody else."""
    subjects = [
        i for i in clause.agents if scene.sentence.tokens[i].lower not in (*_FIRST, "it", "you") and is_party(scene, i)
    ]
    return tuple(dict.fromkeys(name for i in subjects for _, name in named(scene, i) if name != speaker))


def _is_blame(scene: Scene, clause: Clause) -> bool:
    """ "The rebels were behind it", "the army was to blame": told by somebody else, and not as a denial."""
    tokens = scene.sentence.tokens
    children = [tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    if clause.lemma != "be" or any(t.dep == "neg" or t.tag == "MD" for t in children):
        return False
    responsible = any(t.lower in ("responsible", "guilty") and t.dep == "acomp" for t in children)
    return responsible or any(
        t.lower == "behind" and t.dep == "prep" and scene.sentence.children_of(t.i) for t in children
    )


def _is_contradiction(scene: Scene, clause: Clause) -> bool:
    """ "That is not true", "it was not, as one paper has it, a raid", "we are not responsible"."""
    tokens = scene.sentence.tokens
    children = [tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    if clause.lemma != "be" or any(t.tag == "MD" for t in children):
        return False
    said = {t.lower for t in children if t.dep in ("acomp", "attr", "oprd")}
    negated = any(t.dep == "neg" for t in children)
    charge = any(tokens[i].lower in _SAID or tokens[i].lemma.lower() in _CHARGES for i in clause.agents)
    if negated:
        others_say = any(
            t.dep == "advcl" and t.lemma in ("have", "claim", "say", "report", "allege", "write", "suggest")
            for t in children
        )
        return (
            others_say
            or (charge and bool(said & {"true", "correct", "accurate", "so"}))
            or (_is_first(scene, clause) and bool(said & _INVOLVED))
        )
    return charge and bool(said & FALSEHOODS)


def _claim(scene: Scene, clause: Clause, fact: Statement) -> Claim:
    words = (*clause.agents[:1], *clause.patients[:1]) if not clause.passive else clause.patients[:1]
    return claim(Ground(scene, clause.predicate, words, operation=scene.focus), fact, f"statement.{fact.act}.speech")


def _is_first(scene: Scene, clause: Clause) -> bool:
    subjects = clause.patients[:1] if clause.passive else clause.agents[:1]
    return any(scene.sentence.tokens[i].lower in _FIRST for i in subjects)


def _is_admonition(scene: Scene, clause: Clause) -> bool:
    """ "Both sides must", "they should": somebody else is to do something."""
    own = [scene.sentence.tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    modal = any(t.lower in _OUGHT and t.dep == "aux" for t in own) or _is_imperative_that(scene, clause)
    past = any(t.lower == "have" and t.dep == "aux" for t in own)
    return modal and not past and not clause.passive and scene.sentence.tokens[clause.predicate].dep != "relcl"


def _is_imperative_that(scene: Scene, clause: Clause) -> bool:
    """ "It is imperative that the parties respect", "it is time for both sides to show"."""
    above = scene.sentence.tokens[clause.predicate].head
    children = [scene.sentence.tokens[c] for c in scene.sentence.children_of(above)]
    urgent = any(
        t.lower in ("imperative", "essential", "vital", "crucial", "time", "urgent") and t.dep in ("acomp", "attr")
        for t in children
    )
    return (
        urgent
        and any(t.lower == "it" for t in children)
        and scene.sentence.tokens[clause.predicate].tag in ("VB", "VBP")
    )


def _is_resolve(scene: Scene, clause: Clause, *, first: bool) -> bool:
    """ "We will not leave", "we stay", "the alliance will take all necessary measures"."""
    tokens = scene.sentence.tokens
    own = [tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    above = tokens[tokens[clause.predicate].head]
    if above.lemma == "go" and above.tag == "VBG":
        own += [above, *(tokens[c] for c in scene.sentence.children_of(above.i))]
    will = any(t.lower in _SHALL or (t.lower == "would" and not first) for t in own)
    if not will:
        return first and _is_standing(scene, clause)
    if any(t.dep == "neg" or t.lower == "never" for t in own):
        return clause.lemma in (_YIELDING if first else _YIELDING_OF_OTHERS)
    firm = any(tokens[i].lower in _MEASURES and _says_all(scene, i) for i in clause.patients)
    return firm or (first and clause.lemma in _STANDING)


def _is_standing(scene: Scene, clause: Clause) -> bool:
    """ "We stay": the present tense, in quotation marks."""
    token = scene.sentence.tokens[clause.predicate]
    return clause.lemma in ("stay", "remain") and token.tag == "VBP" and in_quotes(scene, token.i)


def _says_all(scene: Scene, i: int) -> bool:
    words = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(i)}
    return bool(words & {"all", "every", "any", "no", "necessary", "appropriate"})
