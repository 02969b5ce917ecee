"""A sentence as a row of chunks: nouns, verbs, prepositions and what stands between, told by tags and mentions alone.

Nothing here looks at heads, labels or clauses: who does what to whom is read from what stands beside what.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from muster.model.annotation import MentionKind, Sentence, Token

_NOMINAL = frozenset("NN NNS NNP NNPS DT PDT PRP PRP$ JJ JJR JJS CD POS $ EX AFX FW ADD SYM HYPH #".split())
_NOUNS = frozenset("NN NNS NNP NNPS PRP CD EX".split())
_OPENING = frozenset("DT PDT PRP PRP$ EX".split())
_VERBAL = frozenset("MD VB VBD VBP VBZ VBN VBG".split())
_BEFORE_NOUNS = frozenset({"VBN", "VBG", "RB", "RBR", "RBS"})
_AUXILIARIES = frozenset({"be", "have", "do", "get", "’s", "'s"})
_CUTTING = frozenset("; : . ? ! – — -- - ( ) [ ] … / |".split())
_QUOTES = frozenset("\" “ ” ‘ ’ ' `` ''".split())
_ABBREVIATED = frozenset("maj lt col gen sgt cpl capt brig dr mr mrs ms st no adm cdr pte wo sq".split())
_CLAUSAL = frozenset(
    "that while although though because whereas unless if whether lest once but yet so than until till".split()
)
_NAMES = (MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.PERSON)


class Sort(StrEnum):
    """What a chunk is."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    RELATIVE = "relative"
    COMMA = "comma"
    CUT = "cut"
    TIME = "time"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` up to `last` that stand together; `head` is the word that counts (of nouns and verbs the last)."""

    sort: Sort
    first: int
    last: int
    head: int


def chunks_of(sentence: Sentence) -> tuple[Chunk, ...]:
    """The sentence's chunks in order; quotation marks are passed over."""
    return tuple(_chunks(sentence))


def _chunks(sentence: Sentence) -> Iterator[Chunk]:
    at, tokens = 0, sentence.tokens
    named = _names(sentence)
    times = {t.first: t.last for t in sentence.times if t.first not in named}
    while at < len(tokens):
        token = tokens[at]
        if at in times:
            last = max(times[at], at + 1)
            yield Chunk(Sort.TIME, at, last, last - 1)
        elif at in named or _is_nominal(tokens, at):
            last = _nominal_end(tokens, at, named, times)
            yield _nominal(tokens, at, last, named)
        elif token.tag in _VERBAL or _opens_infinitive(tokens, at):
            last, head = _verbal_end(tokens, at, named, times)
            yield Chunk(Sort.VERB, at, last, head)
        else:
            last = at + 1
            if not _is_passed_over(tokens, at):
                yield Chunk(_single(token), at, last, at)
        at = last


def _is_passed_over(tokens: tuple[Token, ...], at: int) -> bool:
    """Quotation marks, white space, and the point of an abbreviated rank or title."""
    if tokens[at].text == "." and at and tokens[at - 1].lower in _ABBREVIATED:
        return at + 1 < len(tokens)
    return tokens[at].text in _QUOTES or tokens[at].text.isspace()


def _names(sentence: Sentence) -> dict[int, int]:
    """The words of names, whatever their tags: each with the end of its name."""
    found: dict[int, int] = {}
    for mention in sentence.mentions:
        if mention.kind in _NAMES and mention.form != "anaphor":
            for at in range(mention.first, mention.last):
                found[at] = max(found.get(at, 0), mention.last)
    for count in sentence.counts:
        for at in range(count.first, count.last):
            found.setdefault(at, count.last)
    return found


def _is_nominal(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].tag in _NOMINAL and tokens[at].text not in _CUTTING and tokens[at].text not in _QUOTES


def _nominal_end(tokens: tuple[Token, ...], at: int, named: dict[int, int], times: dict[int, int]) -> int:
    """Where the nouns that begin at `at` end: before a new article, a pronoun, a verb that is no participle of them."""
    if tokens[at].tag in ("PRP", "EX") and at not in named:
        return at + 1
    here = max(named.get(at, at + 1), at + 1)
    while here < len(tokens) and here not in times:
        token = tokens[here]
        if here in named:
            here = max(named[here], here + 1)
        elif token.tag in _OPENING and (_has_noun(tokens, at, here) or token.tag in ("PRP", "EX")):
            break
        elif _goes_on(tokens, at, here):
            here += 1
        else:
            break
    return here


def _goes_on(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the word at `at` belongs to the nouns that began at `first`."""
    if _is_nominal(tokens, at) or _is_inner_hyphen(tokens, at):
        return True
    return tokens[at].tag in _BEFORE_NOUNS and _is_inside(tokens, first, at)


def _has_noun(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    return any(t.tag in _NOUNS for t in tokens[first:last])


def _is_inner_hyphen(tokens: tuple[Token, ...], at: int) -> bool:
    """A hyphen without space on either side."""
    inner = at + 1 < len(tokens) and tokens[at].text in ("-", "–", "/")
    return inner and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _is_inside(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether a participle or adverb stands among the words before a noun: "the departing contingent"."""
    if _has_noun(tokens, first, at) and tokens[at - 1].tag not in ("CD", "POS", "HYPH") and tokens[at - 1].text != "-":
        return False
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBN", "HYPH")


def _nominal(tokens: tuple[Token, ...], first: int, last: int, named: dict[int, int]) -> Chunk:
    plain = [i for i in range(first, last) if tokens[i].tag in _NOUNS or tokens[i].tag == "DT" or i in named]
    if not plain:
        return Chunk(Sort.ADJECTIVE, first, last, last - 1)
    nouns = [i for i in plain if tokens[i].tag not in ("DT", "CD")]
    return Chunk(Sort.NOUN, first, last, (nouns or plain)[-1])


def _opens_infinitive(tokens: tuple[Token, ...], at: int) -> bool:
    follow = [t.tag for t in tokens[at + 1 : at + 3]]
    return tokens[at].tag == "TO" and bool(follow) and (follow[0] == "VB" or follow == ["RB", "VB"])


def _verbal_end(tokens: tuple[Token, ...], at: int, named: dict[int, int], times: dict[int, int]) -> tuple[int, int]:
    """Where the verbs that begin at `at` end, and the one that counts: the last, with its auxiliaries before it."""
    head = at if tokens[at].tag in _VERBAL else at + 1
    here = at + 1
    while here < len(tokens) and here not in named and here not in times:
        token = tokens[here]
        if token.tag in _VERBAL and (_leads_on(tokens[head]) or here == head):
            head = here
        elif token.tag not in ("RB", "RBR") or not any(t.tag in _VERBAL for t in tokens[here + 1 : here + 3]):
            break
        here += 1
    return max(here, head + 1), head


def _leads_on(token: Token) -> bool:
    return token.tag == "MD" or token.lemma.lower() in _AUXILIARIES


def _single(token: Token) -> Sort:
    if token.text == ",":
        return Sort.COMMA
    if token.text in _CUTTING:
        return Sort.CUT
    if token.tag in ("WP", "WDT", "WRB", "WP$"):
        return Sort.RELATIVE
    if token.tag == "CC" and token.lower not in ("but", "yet"):
        return Sort.CONJUNCTION
    if token.lower in _CLAUSAL:
        return Sort.CUT
    return Sort.PREPOSITION if token.tag in ("IN", "TO") else Sort.OTHER
