"""Persons, treaties and newspapers that bear the name of a country or a capital."""

from collections.abc import Sequence

from muster.gazetteer._fold import fold
from muster.gazetteer._index import Entry, index
from muster.gazetteer._load import load_words

_PERSONS = load_words("given names")
_TITLES = load_words("titles")
_BESIDE_COUNTRY = load_words("beside countries")
_AGREEMENTS = load_words("agreements")


def _is_name_word(word: str) -> bool:
    return word.isalpha() and word.istitle() and len(word) > 1


def _beside(word: str) -> bool:
    """Whether a capitalised word beside the name of a country makes it look like part of a person's name."""
    folded = fold(word)
    return _is_name_word(word) and folded not in _BESIDE_COUNTRY and folded not in index()[1]


def _is_person(words: Sequence[str], first: int, last: int) -> bool:
    if first and fold(words[first - 1]) in _TITLES:
        return True
    if last < len(words) and _beside(words[last]):
        return True
    return first > 1 and _beside(words[first - 1])


def is_other_name(entry: Entry, words: Sequence[str], first: int, last: int) -> bool:
    """Whether a country's name or capital (words `first` up to `last` as written) is part of another name.

    "Jordan Hunt" and "Colonel Chad" are persons; the "Lusaka Agreement" is nobody's government.
    """
    if entry.kind != "country" or entry.form not in {"name", "capital"} or last - first != 1:
        return False
    if entry.form == "capital" and last < len(words) and words[last][0].isupper():
        following = words[last + 1] if words[last] in {"Peace", "International"} and last + 1 < len(words) else ""
        if fold(words[last]) in _AGREEMENTS or fold(following) in _AGREEMENTS:
            return True
    return fold(words[first]) in _PERSONS and _is_person(words, first, last)
