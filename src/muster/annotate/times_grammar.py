"""The grammar of time expressions: which words name a time, and of which sort. What day it is, `times_values` says.

The words of a sentence are joined with single spaces and lower case, so that a pattern is read like the phrase.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from muster.annotate.numbers import Word
from muster.annotate.times_phrases import PHRASES
from muster.annotate.words import titles
from muster.model.annotation import Token
from muster.model.days import MONTHS, SEASONS, WEEKDAYS

_GRAMMAR = tuple((sort, re.compile(rf"(?:{phrase})(?!\S)")) for sort, phrase in PHRASES)
# All phrases in one, without names: most words begin none, and one look tells.
_NAMED = re.compile(r"[(][?]P<[a-z0-9_]+>")
_PLAIN = (_NAMED.sub("(?:", phrase).replace("(?P=mark)", "[./]") for _, phrase in PHRASES)
_ANY = re.compile("|".join(rf"(?:{phrase})(?!\S)" for phrase in _PLAIN))
# What stands behind a time of the clock.
_CLOCK = frozenset("mon tue tues wed thu thur thurs fri sat sun hrs hours hour h z local gmt utc".split())
_GROUP = re.compile(r"\d{6}[A-Za-z]")
_OF_MAPS = frozenset({"grid", "gr", "ref", "reference", "map", "mgr", "mgrs"})
_TIMES_OF_DAY = frozenset({"night", "morning", "evening", "afternoon"})
_PAPERS = frozenset(
    [
        "times",
        "telegraph",
        "mail",
        "express",
        "mirror",
        "world",
        "herald",
        "post",
        "independent",
        "mercury",
        "sport",
        "tribune",
    ]
)
_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "of",
        "before",
        "after",
        "during",
        "to",
        "between",
        "year",
        "early",
        "late",
        "mid",
        "through",
        "the",
        "'s",
        "’s",
        "’",
        "'",
        "for",
        ",",
        "and",
        "its",
        "their",
        "his",
        "her",
        "end",
        "and/or",
        "summer",
        "spring",
        "as",
        "around",
        "circa",
    ]
)
_ABBREVIATED = frozenset(name for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"})


@dataclass(frozen=True, slots=True)
class Expression:
    """Words `first` up to `last` of a sentence that name a time; `fields` are its parts as written, lower case."""

    first: int
    last: int
    sort: str
    fields: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name) or ""


def expressions_of(tokens: Sequence[Token], words: Sequence[Word]) -> tuple[Expression, ...]:
    """Every time expression of a sentence, in order, none inside another."""
    found: list[Expression] = []
    text = " ".join(word.lower for word in words)
    starts: dict[int, int] = {}
    offset = 0
    for number, word in enumerate(words):
        starts[offset] = number
        offset += len(word.lower) + 1
    ends = {start + len(words[number].lower): number + 1 for start, number in starts.items()}
    reached = 0
    for start, number in starts.items():
        if number < reached:
            continue
        for expression in _readings(text, start, number, ends):
            if _is_time(tokens, words, expression):
                found.append(expression)
                reached = expression.last
                break
    return tuple(found)


def dated_words(tokens: Sequence[Token], words: Sequence[Word]) -> frozenset[int]:
    """The positions of all words that are part of a time expression: their numbers count nothing."""
    return frozenset(at for one in expressions_of(tokens, words) for at in range(one.first, one.last))


def _readings(text: str, start: int, number: int, ends: Mapping[int, int]) -> Iterator[Expression]:
    """What may begin here, the longest first."""
    if not _ANY.match(text, start):
        return
    matches = [(sort, match) for sort, pattern in _GRAMMAR if (match := pattern.match(text, start))]
    for sort, match in sorted(matches, key=lambda pair: -pair[1].end()):
        if match.end() in ends:
            yield Expression(number, ends[match.end()], sort, match.groupdict())


def _is_time(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """Whether the phrase is used as a time here, and is none of the words that only look like one."""
    inside = words[one.first : one.last]
    if one["month"] and one.first and words[one.first - 1].lower.rstrip(".") in titles():
        return False  # "Captain May"
    named = [word for word in inside if word.lower.rstrip(".") in MONTHS or word.lower in WEEKDAYS]
    if any(not word.text[0].isupper() for word in named):
        return False
    following = words[one.last].lower if one.last < len(words) else ""
    if _GROUP.match(words[one.first].text):
        return _is_group(words, one)
    check = _CHECKS.get(one.sort)
    if one.sort == "weekday" and following in _PAPERS:
        return False
    return check is None or check(tokens, words, one)


def _month_word(words: Sequence[Word], one: Expression) -> Word:
    """The word of an expression that names its month, which may be part of one ("23-May-04")."""
    return next(word for word in words[one.first : one.last] if MONTHS.keys() & set(re.split("[-.]", word.lower)))


def _is_date(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    if not one["month"]:
        return _is_year(tokens, words, one)
    before = words[one.first - 1].lower if one.first else ""
    month = _month_word(words, one)
    if one["day"]:
        # "in March 20 soldiers": a day is "on", not "in".
        day_after = words[one.last - 1].lower == one["day"]
        follows = one.last < len(words) and _token(tokens, words[one.last]).tag in {"NNS", "NN", "JJ"}
        return not (before == "in" and day_after and follows)
    if one["year"] or one["part"] or one["which"] or one["which_month"]:
        return True
    name = month.lower.rstrip(".")
    if name in _ABBREVIATED or name in {"may", "march"}:
        token = _token(tokens, month)
        return (token.pos == "PROPN" or token.entity == "DATE") and (
            name not in _ABBREVIATED or before in {"in", "since", "until", "by", "from", "of"}
        )
    return _token(tokens, month).entity != "PERSON"


def _is_year(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """A lone number as a year: after a word that takes one, and not counting persons or standing in "(1999)"."""
    if one["part"]:
        return True
    before = words[one.first - 1].lower if one.first else ""
    following = _token(tokens, words[one.last]) if one.last < len(words) else None
    if before.isdigit() or (following is not None and following.lower.rstrip(".") in _CLOCK):
        return False  # an entry of a log: "116 2015 …", "1930 Wed"
    plural = following is not None and following.tag in {"NNS", "NNPS"}
    if before in {"(", "["} or (following is not None and following.lower in {"%", "per", "+", "troops"}):
        return False
    if before in {
        "in",
        "since",
        "during",
        "until",
        "till",
        "from",
        "year",
        "between",
        "through",
        "by",
        "after",
        "before",
    }:
        return not plural or before == "in"
    if before in {"the", "'s", "’s", "its", "their", "his", "of"}:
        return not plural or before != "of"
    entity = _token(tokens, words[one.first]).entity
    return entity == "DATE" and not plural and before not in {"at", "/"}


def _is_season(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    if one["year"] or one["short"] or one["which"] or one["which_season"]:
        return True
    noun = next(_token(tokens, word) for word in words[one.first : one.last] if word.lower in SEASONS)
    the = words[one.first].lower == "the" or (
        one.first and words[one.first - 1].lower in {"in", "until", "by", "before", "since"}
    )
    follows = (
        one.last < len(words) and _token(tokens, words[one.last]).tag in {"NN", "NNS", "IN"} and one["season"] == "fall"
    )
    return bool(the) and noun.pos in {"NOUN", "PROPN"} and one["season"] != "fall" and not follows


def _is_ordinal(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "on the 20th", "the night of the 20th"; "the 51st Battalion" is none."""
    before = words[one.first - 1].lower if one.first else ""
    if one.first > 1 and before == "of" and words[one.first - 2].lower in _TIMES_OF_DAY:
        return True
    after = _token(tokens, words[one.last]).tag if one.last < len(words) else "."
    bare = words[one.first].lower != "the"  # "taken 17th", as logs and telegrams have it
    led = before in {"on", "since", "until", "by", "from"} or (bare and before in {"taken", "dated", "of"})
    return led and after not in {"NN", "NNS", "NNP", "JJ", "CD", "NNPS"}


def _is_group(words: Sequence[Word], one: Expression) -> bool:
    """A date-time group, its zone a capital; no reference of a map, and no latitude beside a longitude."""
    group = words[one.first].text
    near = [word.text for word in (*words[max(one.first - 2, 0) : one.first], *words[one.last : one.last + 2])]
    before = {text.lower().strip(".") for text in near[: min(one.first, 2)]}
    return group[6:7].isupper() and not before & _OF_MAPS and not (group[6] in "NESW" and any(map(_degrees, near)))


def _degrees(text: str) -> bool:
    return text[:-1].isdigit() and text[-1] in "NESW"


def _is_then(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    if one["unit"] != "then":
        return True
    return one.first > 0 and words[one.first - 1].lower in {"since", "until", "till", "by", "before"}


def _is_period(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "the month" alone is a time only with a part of it ("the end of the month"); "the weekend" always."""
    return one["which"] != "the" or bool(one["part"]) or one["period"] == "weekend"


def _is_days(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "between 3 and 5 May" is a range, and so are two days on end; "on 3 and 5 May" two days, told as the first to
    the last is wrong."""
    joint = {word.lower for word in words[one.first : one.last]} & {"and", "or"}
    if joint == {"and"} and _follow_on(one):
        return True
    return not joint or ("and" in joint and one.first > 0 and words[one.first - 1].lower == "between")


def _follow_on(one: Expression) -> bool:
    """Whether two days of a month, or two months, come one after the other."""
    if one["month2"]:
        return MONTHS[one["month2"]] == MONTHS[one["month"]] % 12 + 1
    return int(one["day2"]) == int(one["day"]) + 1


def _is_stamp(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "17 MAY 95": capitals, or an apostrophe; "17 May 40 men" is none."""
    month = _month_word(words, one)
    counts = one.last < len(words) and _token(tokens, words[one.last]).tag in {"NN", "NNS", "JJ"}
    joined = any(word.text == "-" for word in words[one.first : one.last]) or "-" in month.text
    return joined or (not counts and (month.text.isupper() or words[one.last - 1].text[0] in "'’"))


def _is_named(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "Friday, the second" is a day of the month; "Friday, the second attack" is none."""
    after = _token(tokens, words[one.last]).tag if one.last < len(words) else "."
    return after not in {"NN", "NNS", "NNP", "JJ", "CD", "NNPS"} or bool(one["day"])


def _is_fraction(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "In the first quarter"; "the first half", "a quarter of them" and "the second quarter of town" are no times."""
    if one["year"] or one["which"]:
        return True
    before = words[one.first - 1].lower if one.first else ""
    after = words[one.last].lower if one.last < len(words) else "."
    return one["of"] == "quarter" and before in {"in", "during", "for", "since"} and after != "of"


def _is_holiday(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """Names are written as names: "the new year" is no day."""
    return words[one.first].text[0].isupper()


def _is_soon(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "in ten days", "within a fortnight" ahead; told of the past it is how long something took."""
    if one["time"]:
        return True
    verbs = [_token(tokens, word) for word in words[: one.first]]
    tag = next((token.tag for token in reversed(verbs) if token.pos in {"VERB", "AUX"} and token.tag != "VBG"), "")
    return tag == "VB" or (
        one["word"] == "within" and tag in {"VBP", "VBZ", "VBN"} and any(t.lower in {"is", "are"} for t in verbs)
    )


def _is_numeric(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    return one["mark"] == "." or int(one["one"]) > 12 or int(one["two"]) > 12 or one["one"] == one["two"]


def _is_years(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    end = int(one["year2"] or one["year"][:2] + one["short2"])
    counts = one.last < len(words) and _token(tokens, words[one.last]).tag == "NNS"
    return (
        int(one["year"]) < end
        and not counts
        and (not one.first or words[one.first - 1].lower not in {"/", "resolution"})
    )


def _token(tokens: Sequence[Token], word: Word) -> Token:
    return tokens[word.i - tokens[0].i]


def _is_offset(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "two days after the vote", told of another time: not at the sentence's end, where "after" is "afterwards"."""
    return one.first > 1 and one.last < len(words) - 1


_CHECKS = {
    "offset": _is_offset,
    "date": _is_date,
    "days": _is_days,
    "stamp": _is_stamp,
    "named": _is_named,
    "fraction": _is_fraction,
    "holiday": _is_holiday,
    "season": _is_season,
    "ordinal": _is_ordinal,
    "same": _is_then,
    "period": _is_period,
    "months": _is_days,
    "within": _is_soon,
    "numeric": _is_numeric,
    "years": _is_years,
}
