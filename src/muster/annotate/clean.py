"""Text as the parser should see it, and the way back to where each character stands in the document.

The document is never altered: what is parsed is a copy in which white space is single, quotation marks are plain and
words in capitals are written as the rest of the document writes them. Every character of the copy knows its place.
"""

import calendar
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from muster.annotate.words import titles

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "‑": "-", "‐": "-"}
)
_UNSEEN = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
# What stands before a sentence's first word.
_OPENING = re.compile(r"(?:^|[.!?:])[\s\"'“‘(]*")
# An encyclopaedia's footnote numbers: "2003[3]".
_MARK = re.compile(r"\[\d{1,3}\]")
_JOINING = frozenset(
    {
        "of",
        "and",
        "in",
        "for",
        "to",
        "from",
        "at",
        "on",
        "with",
        "by",
        "said",
        "says",
        "was",
        "is",
        "has",
        "who",
        "today",
        "yesterday",
    }
)
_CALENDAR = frozenset(
    (*(name.lower() for name in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr[1:])), "sept")
) - {""}
_PARTICLES = frozenset({"von", "van", "de", "da", "el", "al", "bin", "del", "du"})
_SHOUTED = 0.7


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text for the parser; character `i` of `text` is character `places[i]` of the document."""

    text: str
    places: Sequence[int]

    def cut(self, start: int, end: int) -> "CleanText":
        """The part from `start` up to `end`."""
        return CleanText(self.text[start:end], self.places[start:end])

    def then(self, other: "CleanText") -> "CleanText":
        """This text and another behind it, a space between them."""
        if not self.text or not other.text:
            return self if self.text else other
        gap = self.places[-1] + 1
        return CleanText(f"{self.text} {other.text}", [*self.places, gap, *other.places])


def clean(text: str, start: int, end: int) -> CleanText:
    """The stretch of a document's text with single spaces and plain quotation marks."""
    kept: list[str] = []
    places: list[int] = []
    marks = frozenset(at for found in _MARK.finditer(text, start, end) for at in range(found.start(), found.end()))
    for at, char in enumerate(text[start:end].translate(_PLAIN), start):
        if at in marks:
            continue
        if char in _UNSEEN:
            continue
        if char.isspace() and (not kept or kept[-1] == " " or _breaks_word(text[places[-1] : at + 1], kept)):
            continue
        kept.append(" " if char.isspace() else char)
        places.append(at)
    while kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return CleanText("".join(kept), places)


def _breaks_word(since: str, kept: list[str]) -> bool:
    """Whether the white space since a hyphen is a line break inside a word ("peace-⏎keeping")."""
    return len(kept) > 1 and kept[-1] == "-" and kept[-2].isalpha() and "\n" in since


def casing(text: str) -> Mapping[str, str]:
    """How the document writes each word where it does not shout: lower-cased word to its usual form.

    A word's capital at the start of a sentence says nothing, so that occurrence does not count.
    """
    forms: dict[str, Counter[str]] = {}
    if is_shouted(text):
        return {}
    for line in text.splitlines():
        if not is_shouted(line):
            openings = {found.end() for found in _OPENING.finditer(line)}
            for found in _WORD.finditer(line):
                word = found.group().rstrip(".")
                if not word[1:].islower() or found.start() not in openings:
                    forms.setdefault(word.lower(), Counter())[word] += 1
    return {word: max(seen.items(), key=lambda item: (item[1], item[0].islower()))[0] for word, seen in forms.items()}


def is_shouted(text: str) -> bool:
    """Whether the text is in capitals, as headlines and cables are."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 12 and sum(char.isupper() for char in letters) > _SHOUTED * len(letters)


def spoken(
    sentence: CleanText, forms: Mapping[str, str], named: Callable[[Sequence[str]], frozenset[int]]
) -> CleanText:
    """The sentence in ordinary case if it is shouted, unchanged otherwise.

    `forms` is how the document writes words elsewhere, empty where the whole document is shouted. `named` tells which
    of a list of words are parts of names; they keep a capital. Lengths never change.
    """
    if not (is_shouted(sentence.text) or (not forms and sentence.text.isupper())):
        return sentence
    found = list(_WORD.finditer(sentence.text))
    words = [match.group() for match in found]
    names, people = named(words), frozenset(_after_titles(words))
    chars = list(sentence.text)
    for n, match in enumerate(found):
        word = (
            match.group().capitalize() if n in people else _ordinary(words[n], forms, first=n == 0, is_name=n in names)
        )
        if len(word) == len(match.group()):
            chars[match.start() : match.end()] = word
    return CleanText("".join(chars), sentence.places)


def _after_titles(words: Sequence[str]) -> Iterator[int]:
    """The words that rank or title makes a name: "GENERAL VON HORN TOOK OVER"."""
    for n, word in enumerate(words[1:], 1):
        if words[n - 1].rstrip(".").lower() in titles() and word.rstrip(".").lower() not in titles() | _JOINING:
            yield n
            if word.lower() in _PARTICLES and n + 1 < len(words):
                yield n + 1


def _ordinary(word: str, forms: Mapping[str, str], *, first: bool, is_name: bool) -> str:
    bare = word.rstrip(".")
    stop = word[len(bare) :]
    known = forms.get(bare.lower())
    if known is not None:
        return (known[:1].upper() + known[1:] if first else known) + stop
    if "." in bare:
        return word
    if bare.lower() in _CALENDAR:
        return bare.capitalize() + stop
    if is_name:
        return word if len(bare) <= 3 or not re.search("[AEIOUY]", bare) else bare.capitalize() + stop
    return word.capitalize() if first else word.lower()
