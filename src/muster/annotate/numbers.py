"""Numbers as written: digits, words and mixtures of both, read off the words of a sentence.

Only what a number is worth and where it ends is decided here; what it counts is for `counts` and `times`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from muster.model.annotation import Token

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
SCALES = {"thousand": 1_000, "million": 1_000_000}
GROUPS = {"dozen": 12, "score": 20}
# Before "hundred" or "thousand" alone they say that it is one: "its first hundred", "another hundred".
_DETERMINED = frozenset(
    {"'s", "’s", "whose", "his", "her", "its", "their", "our", "my", "first", "last", "next", "another", "final"}
)
ARTICLES = frozenset({"a", "an"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "hundredth",
        "thousandth",
        "half",
        "halves",
        "thirds",
        "quarter",
        "quarters",
        "fourths",
        "fifths",
        "sixths",
        "eighths",
        "tenths",
    ]
)

_DASHED = re.compile(r"(?<=\d)[–—‑‐-](?=\d)|(?<=[A-Za-z])[‐‑–](?=[A-Za-z])|(?<=\d)[‐‑–](?=[A-Za-z])")
_GROUPED = re.compile(r"\d{1,3}(?:[,’']\d{3})+")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
_PLAIN = re.compile(r"0|[1-9]\d{0,8}")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a token: what the tokeniser left whole ("300–400") is several words.

    `i` is the position of its token in the sentence; `start`/`end` are characters of the document.
    """

    text: str
    lower: str
    i: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number written in words `first` up to `last` of a list of words, and its value.

    `scale` is the unit that ended it (1000 in "eight thousand", 100 in "eight hundred"), 1 if none did; `year_like`
    is true for four digits without a separator; `pointed` for thousands set off by full stops ("3.800"), which may be
    a decimal.
    """

    first: int
    last: int
    value: int
    scale: int = 1
    year_like: bool = False
    pointed: bool = False


def words_of(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """The words of a sentence: white space left out, dashes between digits or letters cut out of their tokens."""
    return tuple(word for token in tokens if token.text.strip() for word in _pieces(token))


def _pieces(token: Token) -> Iterator[Word]:
    at = 0
    for cut in [*_DASHED.finditer(token.text), None]:
        end = cut.start() if cut else len(token.text)
        for start, stop in ((at, end), (end, cut.end() if cut else end)):
            if stop > start:
                text = token.text[start:stop]
                yield Word(text, text.lower(), token.i, token.start + start, token.start + stop)
        at = cut.end() if cut else end


def read_numeral(words: Sequence[Word], at: int) -> Numeral | None:
    """The longest number that begins with word `at`; None if none does, or if it is an ordinal or a fraction."""
    if _lower(words, at - 1) == "between":  # its "and" parts two numbers
        words = words[: next((end for end in range(at, len(words)) if words[end].lower == "and"), len(words))]
    found = _halved(words, at) or _digits(words, at) or _spelled(words, at)
    if found is None:
        return None
    found = _grouped(words, _scaled(words, found))
    return None if _is_part(words, found.last) else found


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _is_part(words: Sequence[Word], end: int) -> bool:
    """Whether an ordinal or the name of a fraction follows: "twenty-first", "two thirds"."""
    following = end + 1 if _lower(words, end) in HYPHENS else end
    return _lower(words, following) in _ORDINALS and (following > end or _lower(words, end) not in {"first", "second"})


def _digits(words: Sequence[Word], at: int) -> Numeral | None:
    text = _lower(words, at)
    if _GROUPED.fullmatch(text):
        return Numeral(at, at + 1, int(re.sub(r"\D", "", text)))
    if _PLAIN.fullmatch(text):
        end = _spaced_thousands(words, at)
        digits = "".join(word.text for word in words[at:end])
        return Numeral(at, end, int(digits), year_like=end == at + 1 and len(digits) == 4)
    if _DECIMAL.fullmatch(text) and (scale := SCALES.get(_lower(words, at + 1))):
        value = Fraction(text) * scale
        return Numeral(at, at + 2, int(value), scale) if value.denominator == 1 else None
    if _POINTED.fullmatch(text):
        return Numeral(at, at + 1, int(text.replace(".", "")), pointed=True)
    return None


def _spaced_thousands(words: Sequence[Word], at: int) -> int:
    """Where "1 008" ends: groups of three digits after one of at most three, one character apart."""
    end = at + 1
    if len(words[at].text) > 3 or words[at].text == "0":
        return end
    while end < len(words) and re.fullmatch(r"\d{3}", words[end].text) and words[end].start - words[end - 1].end == 1:
        end += 1
    return end


def _halved(words: Sequence[Word], at: int) -> Numeral | None:
    """Half a dozen, half a million; half-dozen."""
    if _lower(words, at) in ARTICLES and _lower(words, at + 1) == "half":
        at += 1
    first, unit = at, at + 2
    if _lower(words, at) != "half" or _lower(words, at + 1) not in ARTICLES | HYPHENS:
        return None
    size = (SCALES | GROUPS).get(_lower(words, unit))
    return Numeral(first, unit + 1, size // 2, size) if size else None


def _below_hundred(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """A value below a hundred and where it ends."""
    word = _lower(words, at)
    if word in UNITS:
        return UNITS[word], at + 1
    if word not in TENS:
        return None
    unit = at + 2 if _lower(words, at + 1) in HYPHENS else at + 1
    value = UNITS.get(_lower(words, unit), 0)
    return (TENS[word] + value, unit + 1) if 0 < value < 10 else (TENS[word], at + 1)


def _below_thousand(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """A value below a thousand, or a count of hundreds ("twenty-five hundred"), and where it ends."""
    if _lower(words, at) in ARTICLES and _lower(words, at + 1) == "hundred":
        head: tuple[int, int] | None = (1, at + 1)
    elif _lower(words, at) == "hundred" and _lower(words, at - 1) in _DETERMINED:
        head = (1, at)
    else:
        head = _below_hundred(words, at)
    if head is None:
        return None
    value, end = head
    hundred = end + 1 if _lower(words, end) in HYPHENS else end
    if _lower(words, hundred) != "hundred" or value == 0:
        return head
    rest = _rest(words, hundred + 1)
    return (value * 100 + rest[0], rest[1])


def _rest(words: Sequence[Word], at: int) -> tuple[int, int]:
    """What follows a hundred, with or without "and": its value (0 for nothing) and end."""
    start = at + 1 if _lower(words, at) in {"and"} | HYPHENS else at
    found = _below_hundred(words, start)
    return found if found and found[0] and _lower(words, found[1]) != "hundred" else (0, at)


def _spelled(words: Sequence[Word], at: int) -> Numeral | None:
    """A number in words up to the millions."""
    if _lower(words, at) in ARTICLES and _lower(words, at + 1) in SCALES:
        head: tuple[int, int] | None = (1, at + 1)
    elif _lower(words, at) in SCALES and _lower(words, at - 1) in _DETERMINED:
        head = (1, at)
    else:
        head = _below_thousand(words, at)
    if head is None:
        return None
    total, (value, end) = 0, head
    scale = 100 if _lower(words, end - 1) == "hundred" else 1
    ceiling = 10**9
    while (unit := SCALES.get(_lower(words, _past_hyphen(words, end)), 0)) and unit < ceiling:
        ceiling, scale = unit, unit
        total, end = total + value * unit, _past_hyphen(words, end) + 1
        value, end = _after_scale(words, end)
        scale = 1 if value else scale
    return Numeral(at, end, total + value, scale)


def _after_scale(words: Sequence[Word], at: int) -> tuple[int, int]:
    start = at + 1 if _lower(words, at) in {"and", ","} | HYPHENS else at
    found = _below_thousand(words, start)
    if found is None or not found[0] or (_lower(words, at) == "," and found[0] < 100):
        return 0, at
    return found


def _past_hyphen(words: Sequence[Word], at: int) -> int:
    return at + 1 if _lower(words, at) in HYPHENS and _lower(words, at + 1) in SCALES else at


def _scaled(words: Sequence[Word], found: Numeral) -> Numeral:
    """Digits before a scale ("12 thousand"), and halves of one ("two and a half thousand")."""
    end, value = found.last, Fraction(found.value)
    if found.scale != 1 and found.last - found.first > 1:
        return found
    if [_lower(words, end + step) for step in range(3)] == ["and", "a", "half"]:
        end, value = end + 3, value + Fraction(1, 2)
    scale = SCALES.get(_lower(words, end))
    if scale is None or found.value >= 1000 or (value * scale).denominator != 1:
        return found
    return Numeral(found.first, end + 1, int(value * scale), scale)


def _grouped(words: Sequence[Word], found: Numeral) -> Numeral:
    """Dozens and scores: "two dozen", "three score"."""
    end = found.last
    size = GROUPS.get(_lower(words, end))
    if size is None or found.value >= 100:
        return found
    return Numeral(found.first, end + 1, found.value * size, size)
