"""What a number counts: the noun after it, found by the parse where it agrees with the order of the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from muster.annotate.numbers import HYPHENS, Word
from muster.model.annotation import Token

_MEASURES = frozenset(
    [
        "km",
        "kms",
        "kilometre",
        "kilometer",
        "metre",
        "meter",
        "m",
        "mile",
        "yard",
        "foot",
        "feet",
        "ft",
        "inch",
        "mm",
        "cm",
        "centimetre",
        "centimeter",
        "millimetre",
        "millimeter",
        "kg",
        "kilo",
        "kilogram",
        "kilogramme",
        "gram",
        "gramme",
        "ton",
        "tonne",
        "litre",
        "liter",
        "gallon",
        "barrel",
        "hectare",
        "acre",
        "ha",
        "degree",
        "knot",
        "mph",
        "kph",
        "calibre",
        "caliber",
        "pound",
        "watt",
        "megawatt",
        "kilowatt",
        "mw",
        "kw",
        "volt",
        "nm",
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
        "generation",
        "time",
        "o'clock",
        "hrs",
        "hr",
        "percent",
        "percentage",
        "per",
        "%",
        "percentage-point",
        "hourly",
        "dollar",
        "euro",
        "franc",
        "mark",
        "rouble",
        "ruble",
        "dinar",
        "pence",
        "cent",
        "usd",
        "eur",
        "gbp",
        "birr",
        "shilling",
        "rand",
        "yen",
        "hryvnia",
        "lira",
        "am",
        "pm",
        "a.m.",
        "p.m.",
        "years-old",
    ]
)
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "RBR", "PDT", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ADVERBS = frozenset({"RB"})
PARTS = frozenset({"them", "whom", "these", "those", "us", "you", "which"})
_OUTCOMES = frozenset({"dead", "wounded", "injured", "missing", "hurt", "killed", "captured", "strong", "ill", "sick"})
_JOINED = frozenset(
    {"strong", "man", "member", "person", "soldier", "odd", "plus", "men", "woman", "nation", "country"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun (position of its token; None if none is written), where its words end, and how the number takes it.

    `measured`: the noun is a unit of time, length, money; `hyphenated`: the number is in a compound with a hyphen
    ("230-man company"); `article`: it is no number but "a" or "an".
    """

    noun: int | None
    end: int
    partitive: bool = False
    measured: bool = False
    hyphenated: bool = False
    article: bool = False


def counted_after(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Counted:
    """What a number that ends before word `at` counts."""
    if at >= len(words):
        return Counted(None, at)
    if words[at].lower in HYPHENS and at + 1 < len(words):
        return _compound(tokens, words, at)
    start = _past_more(words, at)
    if start < len(words) and words[start].lower == "of":
        return _part_of(tokens, words, start + 1)
    return _noun_group(tokens, words, at)


def is_measure(token: Token) -> bool:
    """Whether the word is a unit of time, length, weight, money or share."""
    return token.lower in _MEASURES or token.lemma.lower() in _MEASURES


def _past_more(words: Sequence[Word], at: int) -> int:
    while at < len(words) and words[at].lower in {"more", "others", "or", "so"}:
        at += 1
    return at


def _token(tokens: Sequence[Token], word: Word) -> Token:
    return tokens[word.i - tokens[0].i]


def _compound(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Counted:
    """ "230-man company", "4,500-strong force"; "42-year-old" is measured, "24-hour" too."""
    joined = _token(tokens, words[at + 1])
    if is_measure(joined):
        return Counted(None, at + 2, measured=True, hyphenated=True)
    group = _noun_group(tokens, words, at + 2)
    return Counted(group.noun, max(group.end, at + 2), hyphenated=True)


def _part_of(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Counted:
    """ "11 of them", "two of the attackers", "dozens of soldiers"."""
    if at < len(words) and words[at].lower in PARTS:
        group = Counted(None, at + 1)
        if words[at].lower in ("these", "those"):
            group = _noun_group(tokens, words, at + 1)
        return Counted(group.noun, group.end, partitive=True)
    group = _noun_group(tokens, words, at)
    definite = at < len(words) and _token(tokens, words[at]).tag in {"DT", "PRP$", "NNP"}
    whose = any(word.text in ("'s", "’s") for word in words[at : group.end])
    return Counted(group.noun, group.end, partitive=definite or whose, measured=group.measured)


def _noun_group(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Counted:
    """The last noun of the adjectives and nouns in a row from word `at` on."""
    noun, end, start = None, at, at
    while at < len(words):
        token = _token(tokens, words[at])
        if token.tag in _NOUNS or token.lower in ("others", "military", "police"):
            if noun is not None and _begins_anew(tokens, words, at):
                break
            noun, end = at, at + 1
            if is_measure(token):
                return Counted(words[noun].i, end, measured=True)
        elif not _may_precede(tokens, words, at, start, noun):
            break
        at += 1
    if noun is None or _token(tokens, words[noun]).lower in _OUTCOMES:
        return Counted(None, end)
    return Counted(words[noun].i, end)


def _may_precede(tokens: Sequence[Token], words: Sequence[Word], at: int, start: int, noun: int | None) -> bool:
    """Whether word `at` may stand before the noun: an adjective, a possessor, "and" between two adjectives."""
    token = _token(tokens, words[at])
    if token.lower in _OUTCOMES and not _noun_follows(tokens, words, at):
        return False
    if token.tag in _ADJECTIVES:
        return noun is None or _noun_follows(tokens, words, at)
    if token.tag in _ADVERBS:
        return noun is None and at + 1 < len(words) and _token(tokens, words[at + 1]).tag in {"VBN", "JJ"}
    if token.tag in {"DT", "PRP$", "CD"}:
        return at == start or (noun is None and token.tag == "CD" and _noun_follows(tokens, words, at))
    if token.tag in {"HYPH", "POS"} or token.lower in HYPHENS | {"-", "/"}:
        return _noun_follows(tokens, words, at) and words[at].start == words[at - 1].end
    return token.lower in ("and", ",") and noun is None and _between_adjectives(tokens, words, at, start)


def _noun_follows(tokens: Sequence[Token], words: Sequence[Word], at: int) -> bool:
    for word in words[at + 1 : at + 4]:
        tag = _token(tokens, word).tag
        if tag in _NOUNS:
            return True
        if tag not in _ADJECTIVES | {"HYPH"}:
            return False
    return False


def _between_adjectives(tokens: Sequence[Token], words: Sequence[Word], at: int, start: int) -> bool:
    if at == start or at + 2 >= len(words):
        return False
    around = [_token(tokens, words[place]).tag for place in (at - 1, at + 1)]
    return all(tag in _ADJECTIVES for tag in around) and _noun_follows(tokens, words, at + 1)


def _begins_anew(tokens: Sequence[Token], words: Sequence[Word], at: int) -> bool:
    """Whether a name begins after a plural noun: "40 soldiers Friday"."""
    before = _token(tokens, words[at - 1])
    return before.tag == "NNS" and _token(tokens, words[at]).tag in {"NNP", "NNPS"}
