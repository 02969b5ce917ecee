"""Places as told, compared."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Words that say what kind of place, or where in it, or which country: they do not tell two places apart.
_KINDS_OF_PLACE = frozenset(
    """
    a the of in at on near around along outside inside between and or with to from its our their his her several many
    where which had four three two five some
    north south east west northern southern eastern western central upper lower mainly mostly
    village villages town towns city cities municipality municipalities municipal district region area areas sector zone
    territory province country border boundary line administrative crossing gate road roads street bridge hall building
    buildings house houses church monastery hospital school station camp base headquarters office main part parts
    january february march april may june july august september october november december
    multi-ethnic serb serbs serbian albanian albanians ethnic majority populated inhabited balkan
    kosovo serbia bosnia herzegovina croatia albania macedonia montenegro former yugoslav republic federation
    lebanon cyprus
    """.split()
)


@lru_cache(maxsize=4096)
def place_names(place: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The proper names in a place as told, and all its words that name something; accents and case do not matter."""
    found = [(folded(word), word[:1].isupper()) for word in _WORD.findall(place or "")]
    naming = [(word, proper) for word, proper in found if word not in _KINDS_OF_PLACE and len(word) > 2]
    return frozenset(word for word, proper in naming if proper), frozenset(word for word, _ in naming)


def folded(word: str) -> str:
    """In lower case, without accents."""
    bare = normalize("NFKD", word.casefold())
    return "".join(letter for letter in bare if not combining(letter)).translate(str.maketrans("đıł", "dil"))
