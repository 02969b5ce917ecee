"""Times of a sentence as EDTF (GUIDE.md, "Slots", decisions 6, 20, 27, 28, 39)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from muster.annotate.numbers import Word, words_of
from muster.annotate.outlook import Outlook, outlook_of
from muster.annotate.times_given import Given, Value
from muster.annotate.times_grammar import Expression, expressions_of
from muster.annotate.times_values import value_of
from muster.model.annotation import Token, WhenMention
from muster.model.when import Resolution, When, is_edtf

# The relation each preposition puts its date in; the longest that fits holds.
_RELATIONS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "until": "until",
    "till": "until",
    "til": "until",
    "up to": "until",
    "up until": "until",
    "through": "until",
    "up to and including": "until",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "since": "since",
    "ever since": "since",
    "as from": "from",
    "with effect from": "from",
    "effective": "from",
    "effective from": "from",
    "starting": "from",
    "starting on": "from",
    "starting from": "from",
    "beginning": "from",
    "beginning on": "from",
    "beginning in": "from",
    "from": "from",
    "between": "at",
    "after": "after",
    "following": "after",
}
_ENDING = frozenset({"by", "until", "before", "within"})
_BEGINNING = frozenset({"since", "from", "after"})
# "extended to 31 March": only with these is "to" a bound.
_EXTENDING = frozenset(
    {"extend", "prolong", "renew", "run", "last", "continue", "extension", "renewal", "prolongation"}
)
_ARTICLES = frozenset({"the", "about", "around", "at", "on", "in", "approximately", "mid", "exactly"})
_JOINTS = frozenset({"to", "until", "till", "through", "-", "–", "—"})


def find_times(
    tokens: Sequence[Token],
    published: str | None,
    tense_of: Callable[[int], str] | None = None,
    anchor: str | None = None,
) -> tuple[WhenMention, ...]:
    """Every time that the words name, in order.

    `published` is the ISO day of publication, if known: years that are not written and words such as "Sunday" are
    read against it. `tense_of` gives `future`, `past` or `present` for a word's clause. `anchor` is the EDTF value of
    the date last spoken of before the sentence (see `last_spoken_of`), for "that day" and "two days later".
    What nothing fixes, and days that do not exist, have no EDTF value and the resolution UNRESOLVED.
    """
    words = words_of(tokens)
    day = date.fromisoformat(published[:10]) if published else None
    found: list[WhenMention] = []
    expressions = expressions_of(tokens, words)
    at = 0
    while at < len(expressions):
        one = expressions[at]
        outlook = outlook_of(tokens, words[one.first].i, tense_of, _relation(tokens, words, one.first)[0])
        given = Given(day, anchor, outlook is not Outlook.BACK, here=bool(found), nearer=outlook is Outlook.NEARER)
        ranged = _range(words, expressions[at : at + 2], given)
        mention = ranged or _mention(tokens, words, one, value_of(one, given))
        joined = _run_on(words, found[-1], mention) if found else None
        found[-1 if joined else len(found) :] = [joined or mention]
        anchor = mention.bare or anchor
        at += 2 if ranged else 1
    return tuple(found)


def last_spoken_of(mentions: Sequence[WhenMention], before: str | None) -> str | None:
    """The anchor for the next sentence: the last date of this one, else the one from before."""
    return next((mention.bare for mention in reversed(mentions) if mention.bare), before)


def _mention(tokens: Sequence[Token], words: Sequence[Word], one: Expression, value: Value | None) -> WhenMention:
    relation, first = _relation(tokens, words, one.first)
    if one.sort in {"days", "months", "years"} and relation in {"from", "at"}:
        relation = "from-to"
    if one.sort in {"within", "sofar"} and one["word"] not in {"in"}:
        relation = "within" if one.sort == "within" else "until"
    elif one.sort == "offset":
        relation = "of-what-follows"
    if value is None:
        edtf, bare, resolution = None, None, Resolution.UNRESOLVED
    else:
        edtf, bare, resolution = _bounded(value, relation), value.edtf, value.resolution
    written = " ".join(word.text for word in words[one.first : one.last])
    return WhenMention(
        words[first].i, words[one.last - 1].i + 1, When(edtf, written, resolution), relation=relation, bare=bare
    )


def _bounded(value: Value, relation: str) -> str:
    """The date under its preposition: by and until end at it, since and after begin with it."""
    if relation not in _ENDING | _BEGINNING:
        return value.edtf
    start, _, end = (value.period or value.edtf).partition("/")
    if relation in _ENDING:
        return f"../{end or start}"
    return f"{(value.edtf if value.period else start)}/.."


def _relation(tokens: Sequence[Token], words: Sequence[Word], at: int) -> tuple[str, int]:
    """The relation of a date that begins at word `at`, and the word its preposition begins with."""
    before = at
    while before and words[before - 1].lower in _ARTICLES:
        before -= 1
    for length in (4, 3, 2, 1):
        phrase = " ".join(word.lower for word in words[max(before - length, 0) : before])
        if phrase in _RELATIONS and before >= length:
            return _RELATIONS[phrase], before - length
    if before and words[before - 1].lower == "to":
        head = tokens[tokens[words[before - 1].i - tokens[0].i].head - tokens[0].i]
        if head.lemma.lower() in _EXTENDING:
            return "until", before - 1
    return "at", at


def _range(words: Sequence[Word], pair: Sequence[Expression], given: Given) -> WhenMention | None:
    """ "from 19 December 2020 to 18 June 2021", "between 29 May and 2 June", "1994 until 1996"."""
    if len(pair) < 2:
        return None
    first, last = pair
    between = [word.lower for word in words[first.last : last.first]]
    opened = words[first.first - 1].lower if first.first else ""
    if not (len(between) == 1 and (between[0] in _JOINTS or (between[0] == "and" and opened == "between"))):
        return None
    if between[0] in {"until", "till", "through"} and opened != "from":
        return None
    end = value_of(last, given)
    start = _start_of(first, last, given, end)
    if start is None or end is None:
        return None
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    if not is_edtf(edtf):
        return None
    opening = first.first - (opened in {"from", "between"})
    written = " ".join(word.text for word in words[first.first : last.last])
    resolution = end.resolution if end.resolution is not Resolution.EXPLICIT else start.resolution
    when = When(edtf, written, resolution)
    return WhenMention(words[opening].i, words[last.last - 1].i + 1, when, relation="from-to", bare=edtf)


def _run_on(words: Sequence[Word], before: WhenMention, mention: WhenMention) -> WhenMention | None:
    """ "8, 9 and 10 May", "last Thursday and Friday": days that come one after the other are one stretch."""
    between = [word.lower for word in words if before.last <= word.i < mention.first]
    if between not in (["and"], [","], [",", "and"], ["and", "on"]) or not (before.bare and mention.bare):
        return None
    if before.relation not in {"at", "from-to"} or mention.relation not in {"at", "from-to"}:
        return None
    start, end = before.bare.split("/")[-1], mention.bare.split("/")[0]
    if len(start) != 10 or len(end) != 10 or not (start + end).replace("-", "").isdigit():
        return None
    if date.fromisoformat(end) - date.fromisoformat(start) != timedelta(1):
        return None
    edtf = f"{before.bare.split('/')[0]}/{mention.bare.split('/')[-1]}"
    written = " ".join(word.text for word in words if before.first <= word.i < mention.last).replace(" ,", ",")
    when = When(edtf, written, mention.when.resolution)
    return WhenMention(before.first, mention.last, when, relation="from-to", bare=edtf)


def _start_of(first: Expression, last: Expression, given: Given, end: Value | None) -> Value | None:
    """The first date of a range; its year is that of the last one, or the one before it, unless it is written."""
    start = value_of(first, given)
    if end is None or start is None or first["year"] or not end.edtf[:4].isdigit():
        return start if end is not None and start is not None and _in_order(start.edtf, end.edtf) else None
    if first.sort != "date" or not first["month"]:
        return start if _in_order(start.edtf, end.edtf) else None
    for year in (int(end.edtf[:4]), int(end.edtf[:4]) - 1):
        edtf = f"{year}{start.edtf[4:]}"
        if _in_order(edtf, end.edtf):
            return Value(edtf, end.resolution)
    return None


def _in_order(start: str, end: str) -> bool:
    shared = min(len(start.split("/", maxsplit=1)[0]), len(end.rsplit("/", maxsplit=1)[-1]))
    return start[:shared] <= end.rsplit("/", maxsplit=1)[-1][:shared]
