"""Words made comparable: without accents, case, dots of abbreviations, and whatever joins their parts."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

# Letters that Unicode does not take apart into a base and an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_DASHES_AND_MARKS = "-‐‑–−'’‘ʼ`´"
_PARTS = re.compile(rf"[^\W_]+(?:\.[^\W_]+)+\.?|[^\W_]+(?:\u0307)?|[^\w\s.{_DASHES_AND_MARKS}]|(?<!\S)\.(?!\S)")


def fold(word: str) -> str:
    """The word in lower case, in American spelling, without accents and dots."""
    bare = word.casefold()
    if not word.isascii():
        bare = "".join(letter for letter in normalize("NFKD", bare) if not combining(letter)).translate(_PLAIN)
    return bare.replace(".", "").replace("isation", "ization").replace("defence", "defense")


@lru_cache(maxsize=1 << 16)
def parts(word: str) -> tuple[tuple[str, str], ...]:
    """The parts of a word, or of words, each folded and as written.

    Hyphens and apostrophes part and leave nothing; other marks stand for themselves: "d'Ivoire" is `d`, `ivoire`,
    "U.N.-led" is `un`, `led`, "-" is nothing, "," is `,`.
    """
    if word.isascii() and word.isalpha():
        return ((fold(word), word),)
    return tuple((fold(part) or part, part) for part in _PARTS.findall(normalize("NFC", word)))


def key_of(words: str) -> tuple[str, ...]:
    """The folded parts of words: equal for all spellings that differ in case, accents, hyphens or apostrophes."""
    return tuple(part for part, _ in parts(words))


# Organisations that reporting writes short within the name of an operation: "UN Mission in Liberia".
_ENDINGS = (("ization", "isation"), ("isation", "ization"))
_SHORT = (("United Nations", "UN"), ("African Union", "AU"), ("European Union", "EU"))


def spellings(name: str) -> tuple[str, ...]:
    """A name as the tables write it, and as reporting and tokenizers do.

    "UN" for "United Nations", "peace-keeping", "Dem ." for "Dem.".
    """
    found = [name]
    found += [short + name.removeprefix(long) for long, short in _SHORT if name.startswith(long + " ")]
    found += [long + name.removeprefix(short) for long, short in _SHORT if name.startswith(short + " ")]
    found += [each.replace(one, other) for each in found for one, other in _ENDINGS if one in each]
    found += [each.replace("eacekeep", "eace-keep") for each in found if "eacekeep" in each]
    found += [each.replace(". ", " . ", times) for each in found if ". " in each for times in (1, -1)]
    return tuple(found)
