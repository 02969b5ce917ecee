"""The grammar of time expressions: which words name a time, and of which sort. What day it is, `times_values` says.

The words of a sentence are joined with single spaces and lower case, so that a pattern is read like the phrase.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from muster.annotate.days import MONTHS, SEASONS, WEEKDAYS
from muster.annotate.numbers import TENS, UNITS, Word
from muster.annotate.words import titles
from muster.model.annotation import Token

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:\.| \.(?= [\d,]))?"
_MONTH2 = _MONTH.replace("<month>", "<month2>")
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?"
_DAY2 = _DAY.replace("<day>", "<day2>")
_DAY3 = _DAY.replace("<day>", "<day3>")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_YEAR2 = _YEAR.replace("<year>", "<year2>")
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_SHORT = r"(?:mon|tues?|wed|thurs?|fri|sat|sun)(?: ?\.)?"
_ON = rf"(?:(?:{'|'.join(WEEKDAYS)}|{_SHORT})(?: the)?(?: ?,)? (?:the )?\(? ?)?"
_PART = (
    r"(?:(?:the )?(?P<part>early|mid|late|middle|beginning|start|end|close|first half|second half)"
    r"(?: ?- ?| of the | of | in | ))?"
)
_WHICH_YEAR = r"(?:(?: ?,)? (?:of |in )?(?P<which>this|last|next|that|the same|the following|the previous) year)"
_LAST = r"(?: (?P<which_after>last|next|past)(?! (?:week|month|year|night)))"
_NUMBER = rf"(?P<amount>an?|a couple of|{'|'.join(sorted([*UNITS, *TENS], key=len, reverse=True))}|\d{{1,3}})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|decade)s?"
_TIME_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|at dawn|noon))"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_TO = r"(?: ?(?:-|–|—|/) ?| (?:to|until|till|through|thru|and|or) )"

# Sort of expression and the phrases of it. Where two begin together the longer one holds, then the earlier.
_PHRASES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>\d{4}) ?- ?(?P<month>\d\d) ?- ?(?P<day>\d\d)"),
    ("numeric", r"(?P<one>\d\d?) ?(?P<mark>[./]) ?(?P<two>\d\d?) ?(?P=mark) ?(?P<year>\d{4})"),
    (
        "days",
        r"(?:(?:the )?(?:night|weekend|days?)"
        rf" of (?:the )?)?{_DAY}{_TO}(?:the )?{_DAY2} (?:of )?{_MONTH}(?:(?: ?,)? (?:of )?{_YEAR}|{_WHICH_YEAR}|"
        rf"{_LAST})?",
    ),
    ("days", rf"{_MONTH} {_DAY}{_TO}{_DAY2}(?:(?: ?,)? {_YEAR}|{_WHICH_YEAR})?"),
    ("date", rf"{_ON}(?:the )?{_DAY} (?:day )?(?:of )?{_MONTH}(?:(?: ?,)? (?:of |in )?{_YEAR}|{_WHICH_YEAR}|{_LAST})?"),
    ("date", rf"{_ON}{_MONTH} (?:the )?{_DAY}(?:(?: ?,)? {_YEAR}|{_WHICH_YEAR}|{_LAST})?"),
    (
        "day",  # the first of several: "7 and 9 May"
        rf"(?:the )?{_DAY}(?=(?: ?,| and| or| &) (?:the )?{_DAY2}(?: and {_DAY3})? (?:of )?"
        rf"{_MONTH}(?:(?: ,)? {_YEAR})?(?!\S))",
    ),
    ("stamp", rf"{_DAY} {_MONTH} ?['’]?(?P<short>\d\d)"),
    ("months", rf"{_MONTH}{_TO}{_MONTH2}(?:(?: ?,)? (?:of )?{_YEAR}|{_WHICH_YEAR})?"),
    ("date", rf"{_PART}{_MONTH}(?: ?,)? (?:of )?{_YEAR}"),
    ("date", rf"{_PART}(?:(?P<which_month>last|next|this|that|the same) )?{_MONTH}(?:{_WHICH_YEAR}|{_LAST})?"),
    ("years", rf"{_YEAR}(?: ?[-–/] ?){_YEAR2}"),
    ("years", rf"{_YEAR} ?[-–/] ?(?P<short2>\d\d)"),
    ("decade", rf"{_PART}(?:the )?(?P<decade>(?:19|20)\d)0 ?['’]?s"),
    ("date", rf"{_PART}{_YEAR}"),
    (
        "season",
        rf"{_PART}(?:the )?(?:(?P<which_season>last|next|this|that) )?{_SEASON}"
        rf"(?: (?:of )?(?:{_YEAR}|['’] ?(?P<short>\d\d))|{_WHICH_YEAR})?",
    ),
    (
        "fraction",
        rf"(?:the )?(?P<fraction>first|second|third|fourth|last) (?P<of>quarter|half) of (?:{_YEAR}|(?P<which>this|"
        r"last|next) year)",
    ),
    (
        "holiday",
        r"(?P<holiday>christmas eve|christmas day|christmas|new year 's eve|new year ’s eve|new year 's day|"
        rf"new year ’s day)(?: {_YEAR})?",
    ),
    (
        "weekday",
        r"(?:(?P<which>last|next|this|this past|this coming|past|the following|the previous)"
        rf" )?{_WEEKDAY}{_TIME_OF_DAY}?(?: (?:of )?(?P<week>last|next|this) week)?",
    ),
    ("weekday", rf"(?P<week>last|next|this) week ?,? (?:on )?{_WEEKDAY}"),
    (
        "today",
        r"(?P<word>today|yesterday|tomorrow|tonight|(?:this|last|yesterday|tomorrow) (?:morning|afternoon|evening|"
        r"night)|at present|overnight)",
    ),
    ("today", r"the (?P<word>day before yesterday|day after tomorrow)"),
    (
        "period",
        rf"{_PART}(?:later |earlier |so far )?(?P<which>this|last|next|the past|past|the coming|that|the same|"
        r"the following|the previous|the) (?P<period>week|weekend|month|year|decade)",
    ),
    (
        "ago",
        rf"(?:about |around |some |nearly |almost |over |more than )?{_NUMBER} (?:more )?{_UNIT} (?P<way>ago|back)",
    ),
    ("shift", rf"{_NUMBER} {_UNIT} (?P<way>earlier|later|previously|afterwards|thereafter)"),
    ("shift", r"(?:on )?the (?P<way>next|following|previous|preceding) (?P<unit>day|morning|night|evening|afternoon)"),
    ("shift", r"the (?P<unit>day|night) (?P<way>before|after)"),
    ("ahead", rf"the (?:next|coming) (?:{_NUMBER} )?{_UNIT}"),
    (
        "same",
        r"(?:the )?(?:that|same|very same|the very|this same) (?:same )?(?P<unit>day|morning|afternoon|evening|"
        r"night|week|month|year|date)",
    ),
    ("offset", rf"{_NUMBER} {_UNIT} (?P<way>after|before)"),
    ("same", r"(?P<unit>then)"),
    ("within", rf"(?P<word>within|in) (?:the next )?{_NUMBER} {_UNIT}(?: (?P<time>time))?"),
    ("sofar", r"(?P<word>to date|so far|until now|till now|up to now|thus far|as of now)"),
    ("ordinal", r"the (?P<nth>\d{1,2}) ?(?:st|nd|rd|th)"),
)  # fmt: skip
_GRAMMAR = tuple((sort, re.compile(rf"(?:{phrase})(?!\S)")) for sort, phrase in _PHRASES)
# All phrases in one, without names: most words begin none, and one look tells.
_NAMED = re.compile(r"[(][?]P<[a-z0-9_]+>")
_PLAIN = (_NAMED.sub("(?:", phrase).replace("(?P=mark)", "[./]") for _, phrase in _PHRASES)
_ANY = re.compile("|".join(rf"(?:{phrase})(?!\S)" for phrase in _PLAIN))
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
    check = _CHECKS.get(one.sort)
    if one.sort == "weekday" and following in _PAPERS:
        return False
    return check is None or check(tokens, words, one)


def _is_date(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    if not one["month"]:
        return _is_year(tokens, words, one)
    before = words[one.first - 1].lower if one.first else ""
    month = next(word for word in words[one.first : one.last] if word.lower.rstrip(".") in MONTHS)
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
    return before in {"on", "since", "until"} and after not in {"NN", "NNS", "NNP", "JJ", "CD", "NNPS"}


def _is_then(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    if one["unit"] != "then":
        return True
    return one.first > 0 and words[one.first - 1].lower in {"since", "until", "till", "by", "before"}


def _is_period(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "the month" alone is a time only with a part of it ("the end of the month"); "the weekend" always."""
    return one["which"] != "the" or bool(one["part"]) or one["period"] == "weekend"


def _is_days(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "between 3 and 5 May" is a range; "on 3 and 5 May" two days, told as the first to the last is wrong."""
    joint = {word.lower for word in words[one.first : one.last]} & {"and", "or"}
    return not joint or ("and" in joint and one.first > 0 and words[one.first - 1].lower == "between")


def _is_stamp(tokens: Sequence[Token], words: Sequence[Word], one: Expression) -> bool:
    """ "17 MAY 95": capitals, or an apostrophe; "17 May 40 men" is none."""
    month = next(word for word in words[one.first : one.last] if word.lower.rstrip(".") in MONTHS)
    counts = one.last < len(words) and _token(tokens, words[one.last]).tag in {"NN", "NNS", "JJ"}
    return not counts and (month.text.isupper() or words[one.last - 1].text[0] in "'’")


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
    "season": _is_season,
    "ordinal": _is_ordinal,
    "same": _is_then,
    "period": _is_period,
    "months": _is_days,
    "within": _is_soon,
    "numeric": _is_numeric,
    "years": _is_years,
}
