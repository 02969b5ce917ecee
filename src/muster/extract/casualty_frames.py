"""Which words say that people are hurt, and how: the lexicon of casualties, read for a clause or a word."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from muster.extract.evidence import Scene
from muster.extract.frames import Frame, lexicon
from muster.extract.occurrence import means_words
from muster.model.annotation import Clause, Token

OUTCOMES = ("killed", "wounded", "missing", "held", "freed")
_ALLOWED = (
    ("outcome", OUTCOMES),
    ("who", ("object", "subject", "of", "lives")),
    ("people", ("any", "named")),
    ("means", ()),
)
_REACH = 15
_BROKEN = frozenset(
    "broken break fractured fracture crushed crush shattered injured sprained torn burst perforated dislocated".split()
)


@cache
def _completed() -> Mapping[str, tuple[Frame, ...]]:
    """The verb frames that need a second word, by their verb."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in lexicon("casualty", _ALLOWED).frames.values():
        if frame.pos == "verb" and frame.particle is not None:
            found[frame.lemma] = (*found.get(frame.lemma, ()), frame)
    return found


def noun_frame(clause: Clause) -> Frame | None:
    """The frame of a noun of harm; None if it is none."""
    return lexicon("casualty", _ALLOWED).frames.get((clause.lemma, None, "noun"))


def verb_frame(scene: Scene, clause: Clause) -> Frame | None:
    """The frame of a verb: with the second word that stands after it, if there is one, else of the verb alone."""
    follow = _following(scene, clause.predicate) | _right_before(scene, clause.predicate) | _with_injury(scene, clause)
    for frame in _completed().get(clause.lemma, ()):
        if frame.particle in follow or frame.particle == clause.particle:
            return frame
    return lexicon("casualty", _ALLOWED).frames.get((clause.lemma, None, "verb"))


def _right_before(scene: Scene, at: int) -> set[str]:
    """The adverb before a verb that changes what it says: "was fatally wounded"."""
    return {t.lower for t in scene.sentence.tokens[max(0, at - 2) : at] if t.lower in ("fatally", "mortally")}


def _following(scene: Scene, at: int) -> set[str]:
    """The words after a verb up to the end of its clause, as lemmas and as written, without what is in dashes."""
    words: set[str] = set()
    aside = False
    for token in scene.sentence.tokens[at + 1 : at + 1 + _REACH]:
        if token.text in ("—", "–", "--", "(", ")"):
            aside = not aside
        elif not aside and _ends_clause(token, at):
            break
        elif not aside:
            words |= {token.lower, token.lemma.lower(), *_stands_for(token)}
    return words


def _stands_for(token: Token) -> Iterator[str]:
    """The sorts of words that a frame can ask for: a part of the body, what is done to one."""
    lemma = token.lemma.lower()
    if token.pos in ("NOUN", "PROPN", "X") and token.lower not in ("arms", "hands"):
        yield from (name for name, sort in (("BODY", "body"), ("INJURY", "injuries")) if lemma in means_words()[sort])


def _with_injury(scene: Scene, clause: Clause) -> set[str]:
    """HURT where the clause says "with burns", "with a broken jaw", "with shrapnel in his leg"."""
    tokens = scene.sentence.tokens
    for word, at in clause.obliques:
        broken = any(tokens[c].lemma.lower() in _BROKEN for c in scene.sentence.children_of(at))
        sorts = set(_stands_for(tokens[at]))
        if word == "with" and ("INJURY" in sorts or (broken and "BODY" in sorts)):
            return {"HURT"}
    return set()


def _ends_clause(token: Token, verb: int) -> bool:
    finite = token.tag in ("VBD", "VBZ", "VBP") and token.head != verb and token.dep != "conj"
    return token.text in (";", ",", ".") or finite


def is_harm_word(token: Token) -> bool:
    """Whether the word can say by itself what befell those it stands with ("dead", "wounded", "missing")."""
    frames = lexicon("casualty", _ALLOWED).frames
    return (token.lower, None, "adjective") in frames


def outcome_of(token: Token) -> str:
    """What a word of harm says befell them ("lost" and "death" are killed)."""
    frames = lexicon("casualty", _ALLOWED).frames
    keys = ((token.lower, None, "adjective"), (token.lemma.lower(), None, "noun"), (token.lemma.lower(), None, "verb"))
    return next((frames[key]["outcome"] for key in keys if key in frames), "killed")


def state_frame(token: Token) -> Frame | None:
    """The frame of a word of state ("wounded", "missing"); None if it is none."""
    return lexicon("casualty", _ALLOWED).frames.get((token.lower, None, "adjective"))


def outcome_of_words(tokens: Sequence[Token]) -> str | None:
    """What words after a rank say befell its bearer: "to die", "killed", "to lose his life", "whom we lost"."""
    words = [t.lemma.lower() for t in tokens]
    if not words or not {"to", "who", "whom", "we", "have", "be", "die", "kill", "wound", "lose"}.intersection(
        words[:6]
    ):
        return None
    named = {
        "die": "killed",
        "kill": "killed",
        "lose": "killed",
        "wound": "wounded",
        "injure": "wounded",
        "kidnap": "held",
        "abduct": "held",
    }
    return next((named[word] for word in words if word in named), None)
