"""Is it so, planned, asked for, possible, allowed or denied: read from the words that govern a predicate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from muster.model.annotation import Token
from muster.model.claim import Status

# Prepositions through which a noun or verb governs what follows as it would an infinitive.
_LINKS = frozenset({"of", "for", "on", "about", "to", "against", "over"})

Children = Sequence[Sequence[int]]

# What outweighs what when several words speak (GUIDE.md, decisions 7, 18, 40).
_WEIGHT = (Status.ACTUAL, Status.AUTHORISED, Status.PLANNED, Status.REQUESTED, Status.POSSIBLE, Status.DENIED)
# "is due on Monday": the adjective alone puts what is said of the subject ahead.
_AHEAD = frozenset({"due", "expected", "scheduled", "slated", "set", "awaited"})
_GOVERNED = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "dobj", "pobj", "advcl", "relcl", "nsubjpass", "conj", "oprd", "nsubj", "attr"}
)


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The lists of `data/status.yaml`, turned round: word to status."""

    verbs: Mapping[str, Status]
    nouns: Mapping[str, Status]
    adjectives: Mapping[str, Status]
    modals: Mapping[str, Status]
    conditions: frozenset[str]
    negations: frozenset[str]


@cache
def status_words() -> StatusWords:
    """The words of `data/status.yaml`."""
    import yaml  # a tenth of a second: only when something is to be read

    written: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "status.yaml").read_text("utf-8"))
    by_class = {
        part: {word: Status(name) for name in Status if name in written for word in written[name][part]}
        for part in ("verbs", "nouns", "adjectives")
    }
    modals = {word: Status(name) for name, words in written["modals"].items() for word in words}
    return StatusWords(
        by_class["verbs"],
        by_class["nouns"],
        by_class["adjectives"],
        modals,
        frozenset(written["conditions"]),
        frozenset(written["negations"]),
    )


def status_of(tokens: Sequence[Token], children: Children, i: int) -> Status:
    """The status of what the predicate at `i` says: its own auxiliaries and negation, then what governs it."""
    found = [_own(tokens, children, i)]
    at = i
    for _ in range(6):
        token = tokens[at]
        if token.head == at or token.dep not in _GOVERNED:
            break
        found.append(_governor(tokens, children, at))
        if (
            token.dep in ("conj", "dobj", "pobj", "relcl", "nsubj", "attr")
            and found[-1] is Status.ACTUAL
            and not _shares(tokens, children, at)
        ):
            break
        at = _head(tokens, at)
    return max(found, key=_WEIGHT.index)


def _head(tokens: Sequence[Token], at: int) -> int:
    """What governs a word; through a preposition that only links ("plans for withdrawing", "a decision on it")."""
    above = tokens[at].head
    if (
        tokens[at].dep in ("pobj", "pcomp")
        and tokens[above].lower in _LINKS
        and tokens[tokens[above].head].lemma != "be"
    ):
        return tokens[above].head
    return above


def tense_of(tokens: Sequence[Token], children: Children, i: int) -> str:
    """`future`, `past` or `present`, as the predicate's verb group shows it."""
    if tokens[i].lemma == "be" and any(_is_to_be(tokens, children, c) for c in children[i]):
        return "future"
    words = [tokens[i], *(tokens[c] for c in children[i] if tokens[c].dep in ("aux", "auxpass"))]
    if any(word.lower in ("will", "shall", "'ll", "wo", "would") for word in words):
        return "future"
    if any(word.tag in ("VBD", "VBN") for word in words):
        return "past"
    if any(word.tag in ("VBZ", "VBP") for word in words[1:]):
        return "present"  # "and most are flying home on Sunday": a tense of its own
    head = tokens[tokens[i].head]
    if tokens[i].dep in ("xcomp", "advcl", "conj") and head.i != i:
        return tense_of(tokens, children, head.i)
    return "present"


def is_negated(tokens: Sequence[Token], children: Children, i: int) -> bool:
    """Whether "not", "never", "no", "none of" stand with the predicate, its subject or its object."""
    negations = status_words().negations - {"yet"}
    for c in children[i]:
        if tokens[c].dep == "neg" and tokens[c].lower in negations:
            return True
        if tokens[c].dep in ("nsubj", "nsubjpass", "dobj", "attr"):
            if tokens[c].lower in negations:
                return True
            if any(
                tokens[d].lower in ("no", "neither") and tokens[d].dep in ("det", "neg", "preconj") for d in children[c]
            ):
                return True
    return False


def _own(tokens: Sequence[Token], children: Children, i: int) -> Status:
    words = status_words()
    if is_negated(tokens, children, i):
        return Status.DENIED
    found = Status.ACTUAL
    for c in children[i]:
        child = tokens[c]
        if child.dep in ("aux", "auxpass") and child.lower in words.modals:
            found = max(found, _modal(tokens, child, i), key=_WEIGHT.index)
        if child.dep == "amod" and child.lower in words.adjectives:
            found = max(found, words.adjectives[child.lower], key=_WEIGHT.index)
        if child.dep in ("amod", "compound") and child.lemma in (
            "planned",
            "proposed",
            "impending",
            "expected",
            "promised",
            "forthcoming",
            "further",
        ):
            found = max(found, Status.PLANNED if child.lemma != "further" else found, key=_WEIGHT.index)
        if child.dep in ("acomp", "oprd") and child.lower in _AHEAD:
            found = max(found, Status.PLANNED, key=_WEIGHT.index)
        if child.dep == "mark" and child.lower in words.conditions:
            found = max(found, Status.POSSIBLE, key=_WEIGHT.index)
        if child.dep == "advcl" and any(
            tokens[d].lower in ("if", "unless", "provided") for d in children[c] if tokens[d].dep == "mark"
        ):
            found = max(found, Status.POSSIBLE, key=_WEIGHT.index)
    if _is_to_be(tokens, children, i):
        found = max(found, Status.PLANNED, key=_WEIGHT.index)
    return found


def _modal(tokens: Sequence[Token], modal: Token, i: int) -> Status:
    """What a modal gives: "could not" and "can" of ability are plain; "would have" is nothing that happened."""
    status = status_words().modals[modal.lower]
    return Status.ACTUAL if modal.lower == "can" and tokens[i].lemma in ("see", "say") else status


def _is_to_be(tokens: Sequence[Token], children: Children, i: int) -> bool:
    """ "is to deploy", "are to be sent", headline "to send 500 troops", "is going to", "is leaving tomorrow"."""
    if not any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in children[i]):
        return False
    head = tokens[tokens[i].head]
    if head.i == i:
        return True
    return tokens[i].dep == "xcomp" and head.lemma in ("be", "go")


def _governor(tokens: Sequence[Token], children: Children, at: int) -> Status:
    token, head = tokens[at], tokens[_head(tokens, at)]
    if token.dep == "conj":
        return _own(tokens, children, head.i) if not _has_own_auxiliary(tokens, children, at) else Status.ACTUAL
    if token.dep == "advcl":
        return _purpose(tokens, children, at)
    if token.dep in ("dobj", "nsubjpass", "nsubj", "attr") and not _is_doing(token):
        return Status.ACTUAL
    if token.dep in ("relcl", "acl") and head.pos != "NOUN":
        return Status.ACTUAL
    return _from_head(tokens, children, token, head)


def _from_head(tokens: Sequence[Token], children: Children, token: Token, head: Token) -> Status:
    """The status that the governing word gives by its meaning, turned round where it is negated."""
    words = status_words()
    table = words.verbs if head.pos in ("VERB", "AUX") else words.adjectives if head.pos == "ADJ" else words.nouns
    status = table.get(head.lemma.lower(), Status.ACTUAL)
    if status is Status.ACTUAL:
        passes = token.dep in ("xcomp", "oprd", "dobj", "nsubjpass") and head.pos in ("VERB", "AUX", "NOUN", "ADJ")
        return _own(tokens, children, head.i) if passes else status
    if head.lemma == "announce" and token.dep == "ccomp":
        return Status.ACTUAL
    if head.lemma == "expect" or not (is_negated(tokens, children, head.i) or _is_no_thing(tokens, children, head)):
        return status
    return Status.ACTUAL if status is Status.DENIED else Status.DENIED


def _is_no_thing(tokens: Sequence[Token], children: Children, noun: Token) -> bool:
    """ "No plans to", "there were never plans to", "neither are there plans to"."""
    if noun.pos != "NOUN":
        return False
    if any(tokens[c].lower in ("no", "neither") for c in children[noun.i]):
        return True
    if noun.dep not in ("attr", "dobj", "nsubj", "nsubjpass"):
        return False
    verb = noun.head
    return is_negated(tokens, children, verb) or any(tokens[c].lower in ("neither", "nor") for c in children[verb])


def _purpose(tokens: Sequence[Token], children: Children, at: int) -> Status:
    """An infinitive of purpose has not happened; a participle ("arriving on Sunday") has."""
    infinitive = any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in children[at])
    return Status.PLANNED if infinitive and tokens[tokens[at].head].lemma not in ("go", "move") else Status.ACTUAL


def _has_own_auxiliary(tokens: Sequence[Token], children: Children, at: int) -> bool:
    own = [tokens[c] for c in children[at] if tokens[c].dep in ("aux", "nsubj", "nsubjpass")]
    return bool(own) or tokens[at].tag in ("VBD", "VBZ", "VBP")


def _is_doing(token: Token) -> bool:
    """A noun that names an act rather than a thing: its governor's status is its own."""
    return token.pos == "NOUN" and token.lemma.endswith(
        ("ment", "al", "sion", "tion", "ation", "ure", "ing", "rotation", "reinforcement", "pullout", "troop")
    )


def _shares(tokens: Sequence[Token], children: Children, at: int) -> bool:
    return tokens[at].dep == "conj" and not _has_own_auxiliary(tokens, children, at)
