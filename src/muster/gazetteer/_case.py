"""When the case of the letters lets words be a name."""

from collections.abc import Sequence
from enum import Enum

from muster.gazetteer._load import load_words

_ORDINARY = load_words("ordinary")
_BEFORE_US = load_words("before us")
_AFTER_US = load_words("after us")
_ORDINARY_IN_CAPITALS = load_words("ordinary in capitals")


class Case(Enum):
    """How a sentence uses capitals."""

    MIXED = "mixed"
    SMALL = "small"
    CAPITALS = "capitals"

    @classmethod
    def of(cls, words: Sequence[str]) -> "Case":
        """The use of capitals in the words of a sentence."""
        text = "".join(words)
        if text == text.lower():
            return cls.SMALL
        return cls.CAPITALS if text == text.upper() else cls.MIXED


class Shape(Enum):
    """What case a part of a name asks for."""

    ANY = "any"
    CAPITAL = "capital"
    ACRONYM = "acronym"


_ROMAN = frozenset({"II", "III", "IV", "VI", "VII"})


def shape_of(part: str) -> Shape:
    """The shape of a part of a name as the table writes it."""
    if part in _ROMAN or not part[0].isalpha():
        return Shape.ANY
    if len(part) > 1 and part.isupper():
        return Shape.ACRONYM
    return Shape.CAPITAL if part[0].isupper() else Shape.ANY


def _fits_acronym(written: str) -> bool:
    """ISAF and Isaf, but not IS as Is: the press writes long acronyms like words."""
    letters = written.replace(".", "")
    return letters.isupper() or (len(letters) > 3 and letters[0].isupper() and letters.lower() not in _ORDINARY)


def fits(shapes: Sequence[Shape], written: Sequence[str], strict: bool) -> bool:
    """Whether words as written can be the name of these shapes, in a sentence that has small and capital letters.

    `strict` asks for every capital; else one will do ("operation Artemis", "African Union mission").
    """
    capitals = [word[0].isupper() for shape, word in zip(shapes, written, strict=True) if shape is Shape.CAPITAL]
    acronyms = [word for shape, word in zip(shapes, written, strict=True) if shape is Shape.ACRONYM]
    if not all(_fits_acronym(word) for word in acronyms):
        return False
    # "UN command" in small letters is whoever commands for the UN, not the United Nations Command.
    return all(capitals) if strict else not capitals or (bool(acronyms) and len(capitals) > 1) or any(capitals)


def fits_small(key: Sequence[str], written: Sequence[str]) -> bool:
    """Whether words of a sentence without any capital letter can be the name: all but single ordinary words."""
    return len(key) > 1 or "." in written[0] or key[0] not in _ORDINARY


def fits_capitals(key: Sequence[str], before: str, after: str) -> bool:
    """Whether words of a sentence in capitals can be the name: "US" in "LET US GO" and "CAR" cannot."""
    if key[0] == "us" and len(key) == 1:
        return before not in _BEFORE_US or (after.isalpha() and after not in _AFTER_US)
    return len(key) > 1 or key[0] not in _ORDINARY_IN_CAPITALS
