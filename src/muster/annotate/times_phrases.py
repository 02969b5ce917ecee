"""The phrases that name a time, as patterns over the words of a sentence in lower case, joined with single spaces."""

from muster.annotate.numbers import TENS, UNITS
from muster.model.days import MONTHS, ORDINALS, SEASONS, WEEKDAYS

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:\.| \.(?= [\d,]))?"
_MONTH2 = _MONTH.replace("<month>", "<month2>")
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?: ?(?:st|nd|rd|th))?"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SPELLED = rf"(?P<day>{_ORDINAL}|last(?: day)?)"
_SPELLED_2 = _SPELLED.replace("<day>", "<spelled>")
_DAY_TH = r"(?P<day>0?[1-9]|[12]\d|3[01]) ?(?:st|nd|rd|th)"
# A date-time group: "210640Z" is twenty to seven on the 21st in zone Z.
_GROUP = r"(?P<day>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[a-z]\.?"
_DAY2 = _DAY.replace("<day>", "<day2>")
_DAY3 = _DAY.replace("<day>", "<day3>")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_YEAR2 = _YEAR.replace("<year>", "<year2>")
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_SHORT = r"(?:mon|tues?|wed|thurs?|fri|sat|sun)(?: ?\.)?"
_ON = rf"(?:(?:{'|'.join(WEEKDAYS)}|{_SHORT})(?: the)?(?: ?,)? (?:the )?\(? ?)?"
_PART = (
    r"(?:(?:the )?(?:(?P<part>early|mid|late|middle|beginning|start|end|close|first half|second half)"
    r"(?: ?- ?| of the | of | in | )|(?:first|second|third|fourth|last|final) (?:week|days|weeks) (?:of|in) ))?"
)
_WHICH_YEAR = r"(?:(?: ?,)? (?:of |in )?(?P<which>this|last|next|that|the same|the following|the previous) year)"
_LAST = r"(?: (?P<which_after>last|next|past)(?! (?:week|month|year|night)))"
_NUMBER = rf"(?P<amount>an?|a couple of|{'|'.join(sorted([*UNITS, *TENS], key=len, reverse=True))}|\d{{1,3}})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|hour|decade)s?"
_TIME_OF_DAY = r"(?: (?:early |late )?(?:morning|afternoon|evening|night|at dawn|noon))"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_TO = r"(?: ?(?:-|–|—|/) ?| (?:to|until|till|through|thru|and|or) )"

# Sort of expression and the phrases of it. Where two begin together the longer one holds, then the earlier.
PHRASES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<year>\d{4}) ?- ?(?P<month>\d\d) ?- ?(?P<day>\d\d)"),
    ("numeric", r"(?P<one>\d\d?) ?(?P<mark>[./]) ?(?P<two>\d\d?) ?(?P=mark) ?(?P<year>\d{4})"),
    ("stamp", rf"{_GROUP} {_MONTH} (?P<short>\d\d)"),
    ("date", rf"{_GROUP} {_MONTH}(?: {_YEAR})?"),
    ("group", _GROUP.replace("<day>", "<nth>")),
    (
        "days",
        r"(?:(?:the )?(?:night|weekend|days?)"
        rf" of (?:the )?)?{_DAY}{_TO}(?:the )?{_DAY2} (?:of )?{_MONTH}(?:(?: ?,)? (?:of )?{_YEAR}|{_WHICH_YEAR}|"
        rf"{_LAST})?",
    ),
    ("days", rf"{_MONTH} {_DAY}{_TO}{_DAY2}(?:(?: ?,)? {_YEAR}|{_WHICH_YEAR})?"),
    ("date", rf"{_ON}(?:the )?{_DAY} (?:day )?(?:of )?{_MONTH}(?:(?: ?,)? (?:of |in )?{_YEAR}|{_WHICH_YEAR}|{_LAST})?"),
    ("date", rf"{_ON}{_MONTH} (?:the )?{_DAY}(?:(?: ?,)? {_YEAR}|{_WHICH_YEAR}|{_LAST})?"),
    ("date", rf"{_ON}(?:the )?{_SPELLED} (?:day )?of {_MONTH}(?:(?: ?,)? (?:of |in )?{_YEAR}|{_WHICH_YEAR}|{_LAST})?"),
    ("date", rf"{_ON}{_MONTH} (?:the )?(?P<day>{_ORDINAL})(?:(?: ?,)? {_YEAR}|{_WHICH_YEAR})?"),
    ("stamp", rf"{_DAY} ?- ?{_MONTH} ?- ?(?P<short>\d\d)"),
    ("date", rf"{_DAY} ?- ?{_MONTH}(?: ?- ?{_YEAR})?"),
    ("ofmonth", rf"(?:the )?(?:{_DAY}|{_SPELLED_2}) (?:day )?of (?P<which>this|last|next|that|the same|the following|"
     r"the previous|the preceding) month"),
    ("named", rf"(?:last |next )?{_WEEKDAY} ?,? (?:the )?(?:{_DAY_TH}|(?P<spelled>{_ORDINAL}))"),
    ("ofweek", rf"(?:on )?{_WEEKDAY}(?P<week> week)"),
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
        rf"(?:the )?(?P<fraction>first|second|third|fourth|last) (?P<of>quarter|half)(?: of (?:{_YEAR}|(?P<which>this|"
        r"last|next) year))?",
    ),
    (
        "holiday",
        r"(?P<holiday>christmas eve|christmas day|christmas|boxing day|new year ['’]s(?: eve| day)?|new year|"
        rf"good friday|easter sunday|easter monday|easter)(?: {_YEAR}|{_WHICH_YEAR})?",
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
        r"night)|this (?:a ?\. ?m|p ?\. ?m) ?\.?|at present|overnight)",
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
    ("ago", rf"{_NUMBER} {_UNIT} (?P<way>ago) (?P<on>today|tomorrow|yesterday)"),
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
    ("ordinal", r"(?:the )?(?P<nth>\d{1,2}) ?(?:st|nd|rd|th)"),
)  # fmt: skip
