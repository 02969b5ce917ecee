"""Whether two names mean one person, place or unit. Every comparison is a function of two names that gives a score from
0 (nothing in common) to 1 (the same); its docstring is what a reader is told of it.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from muster.gazetteer import fold, names_of_places
from muster.model.force import Compared

Comparison = Callable[[str, str], float]

# From this score on two names are one.
ONE = 0.85

# What the Serbian and the Albanian spelling of one name have different, in folded letters; the longer first.
_LETTERS = (("dzh", "dz"), ("xh", "dz"), ("dj", "d"), ("gj", "d"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("q", "c"))
# A name is compared by its consonants and all vowels but the last: Prishtina, Prishtinë. Shorter ones are not.
_SHORT = 5
_RANKS = frozenset(
    "admiral ambassador brigadier captain colonel commander dr general gen lieutenant lt maj major mr mrs ms president"
    " prime minister sir secretary".split()
)
# Words that say what sort of place or unit it is, and distinguish nothing.
_SORTS = frozenset("city municipality of region the town village camp battalion bn brigade command regiment".split())


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> str:
    """The name in lower case, without diacritics, marks and a leading article."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=1 << 14)
def letters(name: str) -> str:
    """The name as both of two ways of writing one language's sounds have it."""
    written = folded(name)
    for foreign, plain in _LETTERS:
        written = written.replace(foreign, plain)
    words = (word[:-1] if len(word) > _SHORT and word[-1] in "aeiou" else word for word in written.split())
    return " ".join(words)


def same_spelling(one: str, other: str) -> float:
    """The same letters, if case, diacritics, hyphens and a leading article are left out: Zvečan, Zvecan."""
    return float(bool(folded(one)) and folded(one) == folded(other))


def same_transliterated(one: str, other: str) -> float:
    """The same, but for Serbian and Albanian ways of writing a sound, and a last vowel: Priština, Prishtinë."""
    return 0.95 * (bool(letters(one)) and letters(one) == letters(other))


def one_slip(one: str, other: str) -> float:
    """One letter more, less or other, in a name of eight letters or more: Lüleburgaz, Luleburgas."""
    first, second = sorted((folded(one), folded(other)), key=len)
    return 0.85 * (len(first) >= 8 and len(second) - len(first) <= 1 and _slips(first, second))


def _slips(short: str, long: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def person_words(name: str) -> list[str]:
    """The words of a person's name, folded, without ranks and titles."""
    return [word for word in folded(name).split() if word not in _RANKS]


def given_and_family(one: str, other: str) -> float:
    """The same last name, and first names of which one leaves out or shortens what the other has: A. Vučić, Henryk J.
    Sokalski. A last name alone fits every first name, and counts a little less."""
    first, second = sorted((person_words(one), person_words(other)), key=len)
    if not first or letters(first[-1]) != letters(second[-1]):
        return 0.0
    if len(first) == 1:
        return 0.9
    rest = iter(second[:-1])
    fits = all(any(_given(name, longer) for longer in rest) for name in first[:-1])
    return 0.95 if fits else 0.0


def _given(one: str, other: str) -> bool:
    """One first name, or an initial of it."""
    short, long = sorted((one, other), key=len)
    return letters(short) == letters(long) or (len(short) == 1 and long.startswith(short))


def same_words(one: str, other: str) -> float:
    """The words that distinguish a place or unit are the same, or all those of one are in the other: Camp Film City."""
    first, second = sorted((_marks(one), _marks(other)), key=len)
    return 0.9 * (bool(first) and first <= second)


@lru_cache(maxsize=1 << 14)
def _marks(name: str) -> frozenset[str]:
    return frozenset(letters(word) for word in folded(name).split() if word not in _SORTS)


def dual_toponym(one: str, other: str) -> float:
    """Two names of one place in the table of places, as its communities call it: Skenderaj, Srbica."""
    return 0.95 * (not toponyms(one).isdisjoint(toponyms(other)))


def toponyms(name: str) -> frozenset[int]:
    """The places of the table that have the name as it is written, case aside, by their lines."""
    return _lines().get(name.casefold(), frozenset())


@cache
def _lines() -> dict[str, frozenset[int]]:
    # Not folded: the table has the names without their accents, too, and folding all of it takes longer than a record.
    found: dict[str, frozenset[int]] = {}
    for line, names in enumerate(names_of_places()):
        for name in names:
            key = name.casefold()
            found[key] = found.get(key, frozenset()) | {line}
    return found


COMPARISONS: dict[str, tuple[Comparison, ...]] = {
    "person": (same_spelling, same_transliterated, given_and_family, one_slip),
    "place": (same_spelling, same_transliterated, dual_toponym, one_slip),
    "unit": (same_spelling, same_transliterated, same_words, one_slip),
}
"""What names of each kind are compared by; the highest score holds."""


def compared(kind: str, one: str, other: str) -> tuple[Compared, ...]:
    """What each comparison for that kind finds; those that find nothing are left out."""
    found = ((comparison.__name__, comparison(one, other)) for comparison in COMPARISONS[kind])
    return tuple(Compared(name, score) for name, score in found if score > 0)


def score(found: Iterable[Compared]) -> float:
    """How far two names are one: the highest of what was found."""
    return max((one.score for one in found), default=0.0)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's."""
    return score(compared("person", one, other)) >= ONE
