"""Hedges: the words before and after a number that loosen it, and the relation of GUIDE.md they stand for."""

from collections.abc import Mapping, Sequence

from muster.annotate.numbers import Word
from muster.model.count import Rel

_BEFORE: Mapping[Rel, str] = {
    Rel.ABOUT: "some|around|about|roughly|approximately|approx|approx.|in the region of|in the order of|"
    "on the order of|"
    "in the neighbourhood of|in the neighborhood of|somewhere around|something like|somewhere in the region of|"
    "estimated|an estimated|perhaps|maybe|circa|c.|ca.|ca|~|≈|nearer|more or less|give or take|"
    "in the vicinity of|somewhere between",
    Rel.AT_LEAST: "at least|at the least|at the very least|a minimum of|minimum of|a minimum|min.|no fewer than|"
    "no less than|not less than|not fewer than|minimum|≥",
    Rel.MORE_THAN: "more than|over|in excess of|upwards of|upward of|just over|well over|a little over|slightly over|"
    "slightly more than|a little more than|just above|above|well above|just more than|far more than|>|better than|"
    "a bit more than|a bit over|even more than|much more than",
    Rel.LESS_THAN: "nearly|almost|close to|just under|under|just short of|short of|fewer than|less than|below|"
    "just below|not quite|well under|well below|slightly under|slightly less than|slightly fewer than|"
    "a little under|a little less than|little less than|a few short of|<|all but|"
    "the best part of|the better part of|approaching|just less than|just fewer than|very nearly",
    Rel.UP_TO: "up to|as many as|a maximum of|maximum of|no more than|not more than|at most|at the most|"
    "at the very most|"
    "anything up to|a ceiling of|not to exceed|not exceeding|max.|maximum|≤|upto|as much as",
}
_AFTER: Mapping[Rel, str] = {
    Rel.ABOUT: "or so|- odd|odd|or thereabouts|approximately|approx|approx.|or more or less",
    Rel.AT_LEAST: "or more|at least|at the least|at the very least|or over|minimum|and upwards|and up",
    Rel.MORE_THAN: "+|plus|- plus|and counting|- some",
    Rel.UP_TO: "at most|at the most|at the very most|or fewer|or less|maximum|max|max.|tops|or under",
}
# Words that may stand between a hedge and its number: "at least another 30".
BETWEEN = frozenset({"the", "a", "an", "another", "additional", "further", "other", "extra", "its", "their"})

Phrases = tuple[tuple[tuple[str, ...], Rel], ...]


def _phrases(written: Mapping[Rel, str]) -> Phrases:
    """Every phrase with its relation, the longest first."""
    found = [(tuple(phrase.split()), rel) for rel, phrases in written.items() for phrase in phrases.split("|")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


BEFORE = _phrases(_BEFORE)
AFTER = _phrases(_AFTER)


def hedge_before(words: Sequence[Word], at: int) -> tuple[Rel, int] | None:
    """The relation that the words before word `at` give, and where they begin.

    Of several hedges in a row ("up to around 500") the first one that is a bound counts.
    """
    rel, first = Rel.EXACT, at
    while (found := _one_before(words, first)) is not None:
        rel = found[0] if rel in (Rel.EXACT, Rel.ABOUT) else rel
        first = found[1]
    return (rel, first) if first < at else None


def _one_before(words: Sequence[Word], at: int) -> tuple[Rel, int] | None:
    reached = at
    for _ in range(3):
        for phrase, rel in BEFORE:
            start = reached - len(phrase)
            if start >= 0 and tuple(word.lower for word in words[start:reached]) == phrase:
                return rel, start
        reached -= 1
        if reached < 1 or words[reached].lower not in BETWEEN:
            return None
    return None


def hedge_after(words: Sequence[Word], at: int) -> tuple[Rel, int] | None:
    """The relation that the words from word `at` on give, and where they end."""
    for phrase, rel in AFTER:
        end = at + len(phrase)
        if tuple(word.lower for word in words[at:end]) == phrase:
            return rel, end
    return None
