"""Numbers of things in a sentence, with their hedges and the noun they count (GUIDE.md, "A count is")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from muster.annotate.counted import PARTS, Counted, counted_after
from muster.annotate.hedges import hedge_after, hedge_before
from muster.annotate.not_counts import is_no_count
from muster.annotate.numbers import ARTICLES, HYPHENS, Numeral, Word, read_numeral, words_of
from muster.annotate.times_grammar import dated_words
from muster.annotate.words import noun_sorts
from muster.model.annotation import CountMention, Token
from muster.model.count import Count, Rel

_ORDERS = {
    "dozens": Rel.DOZENS,
    "scores": Rel.SCORES,
    "hundreds": Rel.HUNDREDS,
    "thousands": Rel.THOUSANDS,
    "dozen": Rel.DOZENS,
    "score": Rel.SCORES,
    "hundred": Rel.HUNDREDS,
    "thousand": Rel.THOUSANDS,
}
_VAGUE = ("several", "many", "few")
_PERSONS = frozenset(
    {"soldiers", "peacekeepers", "police", "observers", "staff", "armed", "civilians", "spokes", "offices"}
)

# A piece of a sentence that gives a number: words first up to last, the count, and what it counts.
Found = tuple[int, int, Count, Counted]


def find_counts(tokens: Sequence[Token]) -> tuple[CountMention, ...]:
    """Every number of things that the words state, in order.

    Dates, ages, money, measures, shares and names with a number in them are none. A bare "a" or "an" before a
    person counts 1 and is marked `article`.
    """
    words = words_of(tokens)
    dated = dated_words(tokens, words)
    found = [*_numbers(tokens, words, dated)]
    taken = {i for first, last, _, _ in found for i in range(first, last)}
    found += [one for one in _persons(tokens, words) if one[0] not in taken]
    ordered = sorted(found, key=lambda one: one[0])
    return tuple(_mention(words, *one) for one in _hedges_shared(words, ordered))


def _hedges_shared(words: Sequence[Word], found: Sequence[Found]) -> Iterator[Found]:
    """ "roughly 130 and 150", "up to 40 soldiers and 20 police": one hedge over both.

    With a noun between them only a ceiling is shared: "some 40 soldiers and 20 police" leaves the 20 exact.
    """
    before: Found | None = None
    for first, last, count, counted in found:
        shared = _shared(words, before, first) if count.best is not None and not counted.article else Rel.EXACT
        one = (first, last, replace(count, rel=shared) if count.rel is Rel.EXACT else count, counted)
        yield one
        before = one


def _shared(words: Sequence[Word], before: Found | None, first: int) -> Rel:
    """The relation that a number hands on to the one that begins with word `first`."""
    if before is None or before[2].best is None:
        return Rel.EXACT
    _, last, count, counted = before
    if counted.noun is not None and count.rel is not Rel.UP_TO:
        return Rel.EXACT
    end = last if counted.noun is None else counted.end
    joint = [word.lower for word in words[end:first]]
    return count.rel if joint in (["and"], [",", "and"], [","], ["or"]) else Rel.EXACT


def _mention(words: Sequence[Word], first: int, last: int, count: Count, counted: Counted) -> CountMention:
    return CountMention(
        words[first].i,
        words[last - 1].i + 1,
        count,
        counted.noun,
        counted.partitive,
        article=counted.article,
    )


def _numbers(tokens: Sequence[Token], words: Sequence[Word], dated: frozenset[int]) -> Iterator[Found]:
    at, refused = 0, False
    while at < len(words):
        found = None if at in dated else _order(tokens, words, at) or _pair(tokens, words, at)
        if found is not None:
            yield found
            at = found[1]
            continue
        numeral = None if at in dated else read_numeral(words, at)
        if numeral is None:
            refused = refused and words[at].lower in {"and", ",", "or", "to", "-", "–", "&"}
            at += 1
            continue
        refused = is_no_count(tokens, words, numeral, after_refused=refused)
        if refused:
            at = numeral.last
            continue
        found = _number(tokens, words, _restated(words, numeral), dated)
        yield found
        at = found[1]


def _order(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Found | None:
    """Only an order of size: dozens of, several hundred, tens of thousands, several."""
    lower = [word.lower for word in words[at : at + 3]] + [""] * 3
    if lower[0] in ("tens", "hundreds") and lower[1:3] == ["of", "thousands"]:
        rel, last = Rel.THOUSANDS, at + 3
    elif lower[0].endswith("s") and lower[0] in _ORDERS:
        rel, last = _ORDERS[lower[0]], at + 1
        if lower[0] == "scores" and lower[1] != "of":
            return None
    elif (vague := next((step for step in (0, 1) if lower[step] in _VAGUE), None)) is not None and (
        lower[vague + 1] in _ORDERS and (vague == 0 or lower[0] == "a")
    ):
        rel, last = _ORDERS[lower[vague + 1]], at + vague + 2
    elif lower[0] == "several":
        rel, last = Rel.SEVERAL, at + 1
    else:
        return None
    counted = counted_after(tokens, words, last)
    if counted.measured or (rel is Rel.SEVERAL and counted.noun is None and not counted.partitive):
        return None
    hedge = hedge_before(words, at)
    return hedge[1] if hedge else at, last, Count(rel=rel), counted


def _pair(tokens: Sequence[Token], words: Sequence[Word], at: int) -> Found | None:
    """A couple of, a pair of, a dozen, a score of."""
    lower = [word.lower for word in words[at : at + 3]] + [""] * 3
    start = 1 if lower[0] in ARTICLES else 0
    if start and lower[1] in ("couple", "pair") and lower[2] in ("of", "more"):
        value, last = 2, at + 2
    elif lower[start] == "dozen" or (start and lower[1:3] == ["score", "of"]):
        value, last = {"dozen": 12, "score": 20}[lower[start]], at + start + 1
    else:
        return None
    counted = counted_after(tokens, words, last)
    return None if counted.measured else _hedged(tokens, words, (at, last), Count(best=value), counted)


def _number(tokens: Sequence[Token], words: Sequence[Word], numeral: Numeral, dated: frozenset[int]) -> Found:
    ranged = _range(words, numeral, dated)
    if ranged is not None:
        first, last, low, high = ranged
        count = Count(low=low, high=high)
    else:
        first, last, count = numeral.first, numeral.last, Count(best=numeral.value)
    after = hedge_after(words, last)
    counted = counted_after(tokens, words, after[1] if after else last)
    if _of_whom(words, first):
        counted = replace(counted, partitive=True)
    return _hedged(tokens, words, (first, last), count, counted)


def _restated(words: Sequence[Word], numeral: Numeral) -> Numeral:
    """A number with its figure in brackets behind it, "two (2) soldiers", as one."""
    at = numeral.last
    if at + 2 >= len(words) or words[at].lower != "(" or words[at + 2].lower != ")":
        return numeral
    figure = read_numeral(words, at + 1)
    same = figure is not None and figure.value == numeral.value and figure.last == at + 2
    return replace(numeral, last=at + 3) if same else numeral


def _of_whom(words: Sequence[Word], at: int) -> bool:
    """ "of whom 21", "of these, at least 40": a part, told before its number."""
    before = [word.lower for word in words[max(at - 6, 0) : at]]
    return any(pair[0] == "of" and pair[1] in PARTS for pair in pairwise(before))


def _hedged(
    tokens: Sequence[Token], words: Sequence[Word], at: tuple[int, int], count: Count, counted: Counted
) -> Found:
    """The number with the hedges around it, and around its noun ("300 soldiers at most")."""
    first, last = at
    after = hedge_after(words, last) or (hedge_after(words, counted.end) if counted.noun is not None else None)
    before = hedge_before(words, first)
    rel = before[0] if before else after[0] if after else Rel.EXACT
    if after and after[1] - last <= 4 and hedge_after(words, last):
        last = after[1]
    if rel is not Rel.EXACT and count.best is not None:
        count = replace(count, rel=rel)
    return before[1] if before else first, last, count, counted


def _range(words: Sequence[Word], low: Numeral, dated: frozenset[int]) -> tuple[int, int, int, int] | None:
    """ "300 to 400", "between 300 and 400", "300-400", "six to eight hundred"; "from 60,000 to 20,000" is none."""
    joint = words[low.last].lower if low.last < len(words) else ""
    before = words[low.first - 1].lower if low.first else ""
    between = before == "between" and joint == "and"
    if not between and (before == "from" or joint not in HYPHENS | {"to", "—"}):
        return None
    high = read_numeral(words, low.last + 1) if low.last + 1 not in dated else None
    if high is None:
        return None
    shared = high.scale if low.scale == 1 and low.value < 1000 <= high.value * 10 and high.scale >= 100 else 1
    bottom = low.value * shared if low.value < high.value // max(shared, 1) else low.value
    if bottom >= high.value:
        return None
    return low.first - (1 if between else 0), high.last, bottom, high.value


def _persons(tokens: Sequence[Token], words: Sequence[Word]) -> Iterator[Found]:
    """ "A soldier", "an Italian officer", "another policeman": one person."""
    for at, word in enumerate(words):
        if word.lower not in ARTICLES | {"another"} or at + 1 >= len(words):
            continue
        counted = counted_after(tokens, words, at + 1)
        if counted.noun is None or counted.partitive or counted.hyphenated:
            continue
        noun = tokens[counted.noun - tokens[0].i]
        if noun.tag in ("NN", "NNP") and _is_person(noun):
            yield at, at + 1, Count(best=1), replace(counted, article=True)


def _is_person(noun: Token) -> bool:
    return noun_sorts().get(noun.lemma.lower()) in _PERSONS or noun.entity == "NORP"
