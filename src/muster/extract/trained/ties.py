"""How the words of an excerpt are tied to a claim's words by the parse: as their subject, as an object beside them…"""

from collections.abc import Iterable, Mapping, Sequence

from muster.extract.trained.pieces import Excerpt
from muster.model.annotation import Sentence, Token

_BRANCHES: Mapping[str, str] = {
    "nsubj": "subject",
    "csubj": "subject",
    "nsubjpass": "passive",
    "dobj": "object",
    "dative": "object",
    "attr": "object",
    "oprd": "object",
    "acomp": "object",
    "agent": "agent",
    "prep": "preposition",
    "pobj": "preposition",
    "poss": "modifier",
    "compound": "modifier",
    "amod": "modifier",
    "nmod": "modifier",
    "nummod": "modifier",
    "appos": "modifier",
    "conj": "conjunct",
    "relcl": "clause",
    "acl": "clause",
    "advcl": "clause",
    "ccomp": "clause",
    "xcomp": "clause",
}
_SORTS = ("subject", "passive", "object", "agent", "preposition", "modifier", "conjunct", "clause", "other")
TIES: tuple[str, ...] = (
    "within",
    "earlier",
    "later",
    "modified",
    "above",
    *(f"own {sort}" for sort in _SORTS),
    *(f"higher {sort}" for sort in _SORTS),
)
"""Within the claim's words; in an earlier or later sentence; what a clause of the claim's words modifies; what they
hang from; in a branch of their head; in one of what that hangs from (a subject shared with the verb before, say)."""
NOBODY = len(TIES)
"""The tie of an actor who is not named in the excerpt."""
_AT = {tie: n for n, tie in enumerate(TIES)}


def ties(excerpt: Excerpt, sentence: Sentence, words: Iterable[int]) -> list[int]:
    """For each word of an excerpt the place in TIES of its tie to the claim that stands in `words` of it; `sentence` is
    the one in which the claim is told."""
    own = {excerpt.words[n].token for n in words if excerpt.words[n].sentence == sentence.index}
    within = _within(sentence, own)
    found = []
    for word in excerpt.words:
        if word.sentence != sentence.index:
            found.append(_AT["earlier" if word.sentence < sentence.index else "later"])
        else:
            found.append(_AT[within[word.token]])
    return found


def tie_of(sentence: Sentence, own: set[int], word: int) -> int:
    """The place in TIES of the tie of one word of a sentence to the claim that stands in its tokens `own`."""
    chain = _upwards(sentence.tokens, min(own, key=lambda i: (len(_upwards(sentence.tokens, i)), i)))
    return _AT["within" if word in own else _tie(sentence.tokens, sentence.tokens[word], chain)]


def _within(sentence: Sentence, own: set[int]) -> list[str]:
    tokens = sentence.tokens
    chain = _upwards(tokens, min(own, key=lambda i: (len(_upwards(tokens, i)), i))) if own else []
    return ["within" if token.i in own else _tie(tokens, token, chain) for token in tokens]


def _upwards(tokens: Sequence[Token], i: int) -> list[int]:
    """The word and all it hangs from, up to the root."""
    chain = [i]
    while tokens[chain[-1]].head != chain[-1] and len(chain) <= len(tokens):
        chain.append(tokens[chain[-1]].head)
    return chain


def _tie(tokens: Sequence[Token], token: Token, chain: Sequence[int]) -> str:
    below: Token | None = None
    for i in _upwards(tokens, token.i):
        if i in chain:
            break
        below = tokens[i]
    else:
        return "higher other"
    if below is None:
        modified = token.i == chain[1] and tokens[chain[0]].dep in ("relcl", "acl")
        return "modified" if modified else "above"
    sort = _BRANCHES.get(below.dep, "other")
    return f"own {sort}" if i == chain[0] else f"higher {sort}"
