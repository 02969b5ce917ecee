"""Whether an attitude was really taken: not negated, not to come, not conditional, not refused."""

from muster.extract.evidence import Scene
from muster.model.annotation import Clause, Token

_FIRST = frozenset({"i", "we"})
# Verbs that govern an act which is then done: "went on to thank", "wishes to thank".
_DONE = frozenset(
    {
        "continue",
        "begin",
        "start",
        "go",
        "take",
        "move",
        "keep",
        "proceed",
        "join",
        "come",
        "use",
        "issue",
        "write",
        "telephone",
        "phone",
        "speak",
        "meet",
        "appear",
        "gather",
        "hold",
        "send",
        "rush",
        "unite",
        "hasten",
        "queue",
        "line",
        "turn",
        "return",
        "be",
    }
)
_WISHES = frozenset({"wish", "like", "want", "let", "love", "desire", "seize", "have"})
_MUST = frozenset({"must", "should", "would", "can", "could", "may", "have"})


def is_made(scene: Scene, clause: Clause) -> bool:
    """Whether the attitude was really taken: not negated, not to come, not conditional, not refused."""
    sentence = scene.sentence
    own = [sentence.tokens[c] for c in sentence.children_of(clause.predicate)]
    first = any(sentence.tokens[i].lower in _FIRST for i in clause.agents)
    if any(t.dep == "neg" or t.lower == "never" for t in own):
        return False
    if any(t.dep == "mark" and t.lower in ("if", "unless", "whether") for t in own):
        return False
    modal = next((t for t in own if t.tag == "MD"), None)
    if any(sentence.tokens[i].lower in ("nobody", "none", "no-one", "neither") for i in clause.agents):
        return False
    if modal is not None and modal.lower not in ("will", "'ll") and not (first and modal.lower in _MUST):
        return False
    return _is_governed_well(scene, clause.predicate, first)


def _is_governed_well(scene: Scene, i: int, first: bool) -> bool:
    """Whether the verb above an infinitive lets its act be done."""
    tokens = scene.sentence.tokens
    token = tokens[i]
    to = any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in scene.sentence.children_of(i))
    if token.dep == "conj" and not to:
        return tokens[token.head].pos not in ("VERB", "AUX") or _is_governed_well(scene, token.head, first)
    if not to:
        return True
    above = tokens[token.head]
    if above.lemma.lower() in _WISHES or above.pos in ("NOUN", "ADJ"):
        return (
            first
            or above.lemma
            in ("like", "wish", "honour", "opportunity", "statement", "letter", "message", "phone", "call", "occasion")
            or tokens[token.head].tag == "MD"
        )
    return above.lemma.lower() in _DONE and _has_no_modal(scene, above, first)


def _has_no_modal(scene: Scene, above: Token, first: bool) -> bool:
    own = [scene.sentence.tokens[c] for c in scene.sentence.children_of(above.i)]
    return first or not any(t.tag == "MD" or t.dep == "neg" for t in own)
