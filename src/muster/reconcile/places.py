"""Places as told, compared."""

import re
from functools import lru_cache

from muster.gazetteer import country_words, fold
from muster.reconcile.names import letters

_SHORTEST_NAME = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words that say what kind of place it is, where in it, or when: they do not tell two places apart. Nor do the names of
# countries and peoples.
_KINDS_OF_PLACE = frozenset(
    """
    a the of in at on near around along outside inside between and or with to from its our their his her several many
    some where which two three four five six seven eight nine ten
    north south east west northern southern eastern western northeast northwest southeast southwest central upper lower
    mainly mostly mixed
    village villages town towns city cities municipality municipalities municipal district districts region regions
    regional area areas sector sectors zone province governorate county state territory country border boundary line
    administrative crossing gate road roads street streets bridge river hall building buildings house houses church
    churches mosque monastery hospital school market station camp base headquarters office offices airport main part
    parts neighbourhood outskirts vicinity premises capital
    january february march april may june july august september october november december
    africa african asia asian europe european balkan balkans sahel middle
    ethnic majority minority populated inhabited multi-ethnic
    """.split()
)


@lru_cache(maxsize=4096)
def place_names(place: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The proper names in a place as told, and all its words that name something.

    Each as `names.letters` has it, so that Zvečan is Zvecan, and Priština Prishtinë.
    """
    found = [(letters(word), word[:1].isupper()) for word in _WORD.findall(place or "") if not _is_common(word)]
    return frozenset(word for word, proper in found if proper), frozenset(word for word, _ in found)


def _is_common(word: str) -> bool:
    return len(word) < _SHORTEST_NAME or word.casefold() in _KINDS_OF_PLACE or fold(word) in country_words()
