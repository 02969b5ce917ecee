"""Numbers that count nothing: names and designations, money, shares, measures, ages, clock times, list marks."""

import re
from collections.abc import Sequence

from muster.annotate.counted import counted_after, is_measure
from muster.annotate.numbers import Numeral, Word
from muster.annotate.words import noun_sorts
from muster.model.annotation import Token

_MONEY_SIGN = re.compile(r"[A-Z]{0,3}[$€£¥]|US\$|USD|EUR|GBP|CHF|Rs\.?|CFA")
_DESIGNATORS = frozenset(
    [
        "route",
        "mile",
        "highway",
        "road",
        "exit",
        "gate",
        "resolution",
        "resolutions",
        "res",
        "unscr",
        "scr",
        "battalion",
        "sector",
        "paragraph",
        "paragraphs",
        "para",
        "paras",
        "para.",
        "paras.",
        "page",
        "pages",
        "p.",
        "pp.",
        "chapter",
        "article",
        "articles",
        "annex",
        "section",
        "figure",
        "table",
        "no",
        "no.",
        "nos",
        "nos.",
        "number",
        "№",
        "#",
        "§",
        "rule",
        "camp",
        "post",
        "unp",
        "op",
        "bop",
        "hill",
        "line",
        "phase",
        "part",
        "item",
        "channel",
        "flight",
        "area",
        "zone",
        "checkpoint",
        "boeing",
        "mark",
        "type",
        "version",
        "volume",
        "vol",
        "vol.",
        "issue",
        "point",
        "points",
        "clause",
        "appendix",
        "tel",
        "telephone",
        "phone",
        "fax",
        "tel.",
        "fax.",
        "mobile",
        "room",
        "building",
        "house",
        "block",
        "apollo",
        "protocol",
        "note",
        "document",
        "ref",
        "ref.",
        "aged",
        "age",
        "ages",
        "page.",
        "km",
        "decree",
        "law",
        "act",
        "order",
        "regulation",
        "form",
        "directive",
        "convention",
        "task",
        "level",
        "category",
        "grade",
        "class",
        "group",
        "squad",
        "grid",
        "position",
        "pk",
        "bravo",
        "alpha",
        "station",
        "base",
        "barracks",
        "pole",
        "unit",
        "platoon",
        "company",
        "brigade",
        "regiment",
        "division",
        "corps",
        "army",
        "wing",
        "squadron",
        "f",
        "isbn",
        "issn",
    ]
)
# Names of units are designations only when written with a capital: "Company 3", but "a company 130 strong".
_CAPITAL_ONLY = frozenset(
    [
        "battalion",
        "sector",
        "camp",
        "post",
        "hill",
        "line",
        "phase",
        "part",
        "area",
        "zone",
        "base",
        "group",
        "unit",
        "platoon",
        "company",
        "brigade",
        "regiment",
        "division",
        "corps",
        "army",
        "wing",
        "squadron",
        "point",
        "points",
        "law",
        "act",
        "order",
        "form",
        "task",
        "level",
        "position",
        "station",
        "table",
        "house",
        "block",
        "class",
        "road",
        "gate",
        "number",
        "no",
        "f",
        "mark",
        "type",
        "note",
        "page",
        "building",
        "room",
        "document",
    ]
)
_ONE_NOT_BEFORE = frozenset({"no", "the", "this", "that", "which", "any", "every", "each", "another", "some"})
_LARGE = 100
_NUMBERED = frozenset(
    {
        "flight",
        "house",
        "phone",
        "telephone",
        "room",
        "serial",
        "case",
        "document",
        "reference",
        "hull",
        "paragraph",
        "contract",
        "resolution",
    }
)
_STANDING = frozenset(["stand", "number", "total", "remain", "put", "reach", "rise", "fall", "level", "peak"])


def is_no_count(
    tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral, *, after_refused: bool = False
) -> bool:
    """Whether a number counts no things. `after_refused`: it follows one that does not, with "and" or a comma."""
    written = (tokens, words, numeral)
    return (
        (after_refused and _elided(*written))
        or _is_money_or_measure(*written)
        or _is_designation(*written)
        or _is_list_mark(*written)
        or _is_age(*written)
        or _is_clock(*written)
        or _is_year(*written)
        or _is_ratio(*written)
        or _is_pronoun_one(*written)
        or _is_uncounted_decimal(*written)
    )


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""


def _token(tokens: Sequence[Token], word: Word) -> Token:
    return tokens[word.i - tokens[0].i]


def _elided(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """No noun of its own: "resolutions 1244 and 1325"."""
    return counted_after(tokens, words, numeral.last).noun is None


def _is_money_or_measure(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    if numeral.first and _MONEY_SIGN.fullmatch(words[numeral.first - 1].text):
        return True
    if _lower(words, numeral.last) in {"%", "percent", "per", "°", "$", "€", "£"}:
        return _lower(words, numeral.last) != "per" or _lower(words, numeral.last + 1) in {"cent", "cents", "mille"}
    if counted_after(tokens, words, numeral.last).measured:
        return True
    if numeral.last < len(words) and is_measure(_token(tokens, words[numeral.last])):
        return True  # whatever the tagger makes of "a.m."
    # The unit after a range or an "and" belongs to both: "two to three hours".
    beyond = numeral.last + 2
    return (
        _lower(words, numeral.last) in {"to", "or", "-", "–"}
        and beyond < len(words)
        and _token(tokens, words[beyond - 1]).tag == "CD"
        and is_measure(_token(tokens, words[beyond]))
    )


def _is_designation(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    if not numeral.first:
        return False
    before = words[numeral.first - 1]
    if re.fullmatch(r"\+\d+", before.text):  # a telephone number
        return True
    if before.lower == "number" and numeral.value >= _LARGE and _lower(words, numeral.first - 2) not in _NUMBERED:
        return False  # the verb: "troops number 852"
    if before.lower in _DESIGNATORS:
        alone = numeral.first > 1 or counted_after(tokens, words, numeral.last).noun is None
        return before.lower not in _CAPITAL_ONLY or (before.text[0].isupper() and alone)
    glued = before.end == words[numeral.first].start
    if glued and before.lower in {"-", "/", "+", "#", ".", ":", "№", "–"}:
        return numeral.first < 2 or words[numeral.first - 2].end == before.start or before.lower in {"+", "#"}
    return before.lower == "[" or (glued and before.lower.isalpha())


def _is_list_mark(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    if numeral.first or not words[0].text.isdigit():
        return False
    following = words[numeral.last : numeral.last + 2]
    if not following:
        return len(words[0].text) < 3
    if following[0].lower in {".", ")"}:
        return len(words[0].text) < 3 or len(words) == 2
    return _token(tokens, following[0]).tag in {"DT", "IN", "PRP"} and following[0].text[0].isupper()


def _is_age(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """ "Coutts, 58, who": between commas after a person's name."""
    first, last = numeral.first, numeral.last
    if first < 2 or numeral.value > 110 or _lower(words, first - 1) not in {",", "("}:
        return False
    name = _token(tokens, words[first - 2])
    closed = _lower(words, last) in {",", ")", "."}
    return closed and name.pos == "PROPN" and name.entity in {"PERSON", ""}


def _is_clock(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """ "At 1810 we", "0930 hours"; "stood at 1810" is a number of things."""
    text = words[numeral.first].text
    if not (numeral.year_like and int(text[:2]) < 24 and int(text[2:]) < 60):
        return False
    if _lower(words, numeral.last) in {"hours", "hrs", "gmt", "h", "utc", "z"}:
        return True
    if _lower(words, numeral.first - 1) not in {"at", "around", "by", "until", "about"}:
        return False
    stands = numeral.first > 1 and _token(tokens, words[numeral.first - 2]).lemma.lower() in _STANDING
    return not stands and counted_after(tokens, words, numeral.last).noun is None


def _is_year(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """Four digits that may be a year, unless they count persons: "2023 troops", but "the 1999 bombing"."""
    if not (numeral.year_like and 1900 <= numeral.value <= 2100):
        return False
    counted = counted_after(tokens, words, numeral.last)
    if counted.noun is None:
        before = [_token(tokens, word).lemma.lower() for word in words[max(numeral.first - 2, 0) : numeral.first]]
        return not _STANDING.intersection(before)
    noun = tokens[counted.noun - tokens[0].i]
    plural = noun.tag in {"NNS", "NNPS"} or noun.lower in {"police", "personnel", "military", "people"}
    the = _lower(words, numeral.first - 1) in {"the", "'s", "’s", "in", "its", "their", "his"}
    return not plural or the or (noun_sorts().get(noun.lemma.lower()) is None and noun.entity != "NORP")


def _is_ratio(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """ "one in three", "nine out of ten", both ends; "12,000 out of 13,500" are two numbers of things."""
    if numeral.value >= _LARGE:
        return False
    lower = [_lower(words, numeral.last + step) for step in range(3)]
    ahead = numeral.last + (1 if lower[0] == "in" else 2 if lower[:2] == ["out", "of"] else len(words))
    if (
        ahead < len(words)
        and _token(tokens, words[ahead]).tag == "CD"
        and not re.fullmatch(r"\d{4}", words[ahead].text)
    ):
        return True
    before = [_lower(words, numeral.first - step) for step in (1, 2, 3)]
    behind = numeral.first - (2 if before[0] == "in" else 3 if before[:2] == ["of", "out"] else len(words) + 1)
    return behind >= 0 and _token(tokens, words[behind]).tag == "CD"


def _is_pronoun_one(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """ "one" for a person at large or a thing said before: "no one", "the one that", "a new one", "one's"."""
    if words[numeral.first].lower != "one" or numeral.last - numeral.first > 1:
        return False
    token = _token(tokens, words[numeral.first])
    before, after = _lower(words, numeral.first - 1), _lower(words, numeral.last)
    if after in {"another", "'s", "’s", "day", "side", "thing"} or before in _ONE_NOT_BEFORE:
        return True
    if token.tag == "PRP" or after in {"of", "from"}:
        return after not in {"of", "from"}
    adjective = numeral.first and _token(tokens, words[numeral.first - 1]).tag in {"JJ", "JJR", "JJS"}
    return bool(adjective) and counted_after(tokens, words, numeral.last).noun is None


def _is_uncounted_decimal(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral) -> bool:
    """ "3.800" counts only people or the like: with a noun that is written."""
    return numeral.pointed and counted_after(tokens, words, numeral.last).noun is None
