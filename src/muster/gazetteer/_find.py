"""Names of the gazetteer in the words of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from muster.gazetteer._case import Case, fits, fits_capitals, fits_small
from muster.gazetteer._fold import parts
from muster.gazetteer._index import Entry, Key, index
from muster.gazetteer._lookalike import is_other_name
from muster.gazetteer._lookup import operation, running


@dataclass(frozen=True, slots=True)
class Name:
    """Words of a sentence (tokens `first` up to, not including, `last`) that name something known.

    `kind` is `operation`, `country`, `organisation`, `headquarters` or `group`; `value` the slug, the ISO code, for
    a headquarters the slug of its organisation, for a group its display name; `form` is `name`, `adjective`,
    `demonym`, `capital`, `force`, `acronym` or `anaphor`; `alternatives` are the values of others of the same name.
    """

    first: int
    last: int
    kind: str
    value: str
    form: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a token: folded, as written, and the token it belongs to."""

    folded: str
    written: str
    token: int


def _parts(words: Sequence[str]) -> list[_Part]:
    return [_Part(folded, written, i) for i, word in enumerate(words) for folded, written in parts(word)]


def _folded(sentence: Sequence[_Part], at: int) -> str:
    """The folded part at a place, empty beyond the ends."""
    return sentence[at].folded if 0 <= at < len(sentence) else ""


def _fitting(entries: tuple[Entry, ...], found: Sequence[_Part], beside: tuple[str, str], case: Case) -> list[Entry]:
    """The entries whose case the words as written allow."""
    key, written = [part.folded for part in found], [part.written for part in found]
    if case is Case.SMALL:
        return list(entries) if fits_small(key, written) else []
    if case is Case.CAPITALS:
        return list(entries) if fits_capitals(key, *beside) else []
    return [entry for entry in entries if fits(entry.shapes, written, entry.strict)]


def _longest_at(sentence: list[_Part], at: int, case: Case) -> tuple[int, list[Entry]]:
    """The length of the longest name that begins at a part, and what it may name; 0 if none does."""
    entries, longest = index()
    reach = min(longest.get(sentence[at].folded, 0), len(sentence) - at)
    for length in range(reach, 0, -1):
        key: Key = tuple([part.folded for part in sentence[at : at + length]])
        held = entries.get(key)
        if not held:
            continue
        beside = _folded(sentence, at - 1), _folded(sentence, at + length)
        if fitting := _fitting(held, sentence[at : at + length], beside, case):
            return length, fitting
    return 0, []


def _matches(sentence: list[_Part], case: Case) -> list[tuple[int, int, list[Entry]]]:
    """Leftmost-longest names: first part, last part (not included), what they may name. Decoys are left out."""
    _, longest = index()
    found, at = [], 0
    while at < len(sentence):
        length, entries = _longest_at(sentence, at, case) if sentence[at].folded in longest else (0, [])
        if length and not entries[0].decoy:
            written = [part.written for part in sentence]
            if case is not Case.MIXED or not is_other_name(entries[0], written, at, at + length):
                found.append((at, at + length, entries))
        at += length or 1
    return found


def _in_order(entries: list[Entry], countries: frozenset[str], on: str | None) -> list[str]:
    """The values the entries of one kind may stand for, likeliest first: by the day, then by the countries named."""
    values = [entry.value for entry in entries if entry.kind == entries[0].kind]
    if entries[0].kind != "operation" or len(values) == 1:
        return values
    candidates = tuple(each for value in values if (each := operation(value)))
    alive = running(candidates, on)
    return [each.slug for each in sorted(candidates, key=lambda e: (e not in alive, not countries & {*e.area}))]


def find_names(words: Sequence[str], on: str | None = None) -> tuple[Name, ...]:
    """The operations, countries, organisations, headquarters and groups that the words of a sentence name.

    `words` are the texts of its tokens. Names are leftmost-longest and do not overlap; accents, hyphens and
    apostrophes do not matter, case does where a name is also an ordinary word. Of several operations of one name
    the one that ran on the day `on` (YYYY-MM-DD), or whose area the sentence names, comes first.
    """
    sentence = _parts(words)
    found: list[Name] = []
    matches = _matches(sentence, Case.of(words))
    countries = frozenset(entries[0].value for _, _, entries in matches if entries[0].kind == "country")
    for first, last, entries in matches:
        start, end = sentence[first].token, sentence[last - 1].token + 1
        if found and start < found[-1].last:
            continue
        value, *others = _in_order(entries, countries, on)
        found.append(Name(start, end, entries[0].kind, value, entries[0].form, tuple(others)))
    return tuple(found)
