"""Whether words speak of what is to come: what decides on which side of publication "on Monday" lies."""

from collections.abc import Callable, Sequence

from muster.model.annotation import Token

# Verbs whose present tense tells a timetable ("the mandate expires on 2 October").
_SCHEDULED = frozenset(
    [
        "end",
        "expire",
        "begin",
        "start",
        "open",
        "close",
        "leave",
        "arrive",
        "return",
        "resume",
        "finish",
        "depart",
        "fly",
        "come",
        "go",
        "take",
        "hand",
        "become",
        "relinquish",
        "assume",
        "complete",
        "meet",
        "vote",
        "run",
        "conclude",
        "lapse",
        "deploy",
        "join",
        "replace",
        "relieve",
    ]
)
_PENDING = frozenset(["due", "expected", "scheduled", "planned", "slated", "supposed", "awaited"])
_EXTENDING = frozenset(["extend", "prolong", "renew", "extension", "renewal", "prolongation", "authorise", "authorize"])
_SURE = frozenset({"will", "shall", "'ll", "’ll"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "can", "could", "should", "must"})


def is_ahead(tokens: Sequence[Token], at: int, tense_of: Callable[[int], str] | None, relation: str = "at") -> bool:
    """Whether the clause of word `at` looks ahead: a future or infinitive, a timetable in the present, what is due,
    or the end to which something was extended."""
    chain = _heads(tokens, at)
    verb = next((token for token in chain if token.pos in {"VERB", "AUX"}), None)
    extended = relation in {"until", "by"} and any(token.lemma.lower() in _EXTENDING for token in chain[:4])
    if extended or _is_pending(tokens, chain, verb):
        return True
    if verb is None:
        return False
    told = tense_of is not None and tense_of(at) == "future"
    return told or verb.tag == "MD" or _looks_ahead(tokens, verb) or _is_timetable(tokens, verb, relation)


def _is_pending(tokens: Sequence[Token], chain: Sequence[Token], verb: Token | None) -> bool:
    """ "due in Darwin on Monday", "expected within a week": the word above, or beside under "to be"."""
    near = [*chain[: chain.index(verb) + 1], *_under(tokens, verb)] if verb else chain
    return any(token.lower in _PENDING and token.dep not in {"conj", "ccomp", "advcl"} for token in near)


def _looks_ahead(tokens: Sequence[Token], verb: Token) -> bool:
    """A modal or an infinitive; "may have left" looks back."""
    helpers = {token.lower for token in _under(tokens, verb) if token.dep in {"aux", "auxpass"}}
    if helpers & _SURE:
        return True
    return bool(helpers & (_WILL | {"to"})) and not helpers & {"have", "had", "’ve", "'ve"}


def _is_timetable(tokens: Sequence[Token], verb: Token, relation: str) -> bool:
    if verb.tag in {"VBZ", "VBP"}:
        return verb.lemma.lower() in _SCHEDULED or relation == "until"
    return verb.tag == "VBG" and any(token.lower in {"is", "are", "'s", "’s"} for token in _under(tokens, verb))


def _heads(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words above a word, nearest first, with the word itself."""
    first = tokens[0].i
    chain = [tokens[at - first]]
    while chain[-1].head != chain[-1].i and len(chain) <= len(tokens):
        chain.append(tokens[chain[-1].head - first])
    return chain


def _under(tokens: Sequence[Token], verb: Token) -> list[Token]:
    return [token for token in tokens if token.head == verb.i and token is not verb]
