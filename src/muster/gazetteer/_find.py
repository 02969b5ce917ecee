"""Names of the gazetteer in the words of a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from muster.gazetteer._case import Case, fits, fits_capitals, fits_small
from muster.gazetteer._fold import key_of, parts
from muster.gazetteer._index import Entry, index
from muster.gazetteer._lookalike import is_other_name
from muster.gazetteer._lookup import operation, running
from muster.model.entity import Operation


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


# What a country's forces are called after its adjective or name; those with a name of their own are in the table.
_FORCES = tuple(
    key_of(words) for words in ("Armed Forces", "Air Force", "Defence Forces", "Defence Force", "Army", "Navy")
)


class _Part(NamedTuple):
    """A part of a token: folded, as written, and the token it belongs to."""

    folded: str
    written: str
    token: int


# First part, last part (not included), and what the parts between may name.
_Match = tuple[int, int, list[Entry]]


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
        key = tuple([part.folded for part in sentence[at : at + length]])
        held = entries.get(key)
        if not held:
            continue
        beside = _folded(sentence, at - 1), _folded(sentence, at + length)
        if fitting := _fitting(held, sentence[at : at + length], beside, case):
            return length, fitting
    return 0, []


def _matches(sentence: list[_Part], case: Case) -> list[_Match]:
    """Leftmost-longest names. Decoys are left out."""
    _, longest = index()
    written = [part.written for part in sentence]
    found, at = [], 0
    while at < len(sentence):
        length, entries = _longest_at(sentence, at, case) if sentence[at].folded in longest else (0, [])
        end = at + length
        if length and not (entries[0].decoy or (case is Case.MIXED and is_other_name(entries[0], written, at, end))):
            found.append((at, end, entries))
        at += length or 1
    return found


def _with_forces(match: _Match, sentence: list[_Part], case: Case) -> _Match:
    """The match, grown over "Armed Forces" or "Army" after it if it is a country's adjective or name."""
    first, last, entries = match
    entry = entries[0]
    if entry.kind != "country" or entry.form not in {"adjective", "name"}:
        return match
    for force in _FORCES:
        following = sentence[last : last + len(force)]
        written = case is not Case.MIXED or all(part.written[0].isupper() for part in following)
        if written and tuple([part.folded for part in following]) == force:
            return first, last + len(force), [replace(entry, form="force")]
    return match


def _distance(each: Operation, match: _Match, countries: Sequence[tuple[int, str]]) -> int:
    """How many parts lie between an operation's name and the nearest country of its area; very many if none does."""
    first, last, _ = match
    beside = (at - last if at >= last else first - at for at, code in countries if code in each.area)
    return min(beside, default=1 << 16)


def _in_order(match: _Match, countries: Sequence[tuple[int, str]], on: str | None) -> list[str]:
    """The values a match may stand for, likeliest first.

    Those of the day come first, then those whose proper name it is, then those whose country is nearest.
    """
    forms = {entry.value: entry.form for entry in reversed(match[2]) if entry.kind == match[2][0].kind}
    values = [entry.value for entry in match[2] if entry.value in forms]
    if match[2][0].kind != "operation" or len(forms) == 1:
        return list(dict.fromkeys(values))
    candidates = tuple(each for value in dict.fromkeys(values) if (each := operation(value)))
    alive = running(candidates, on)

    def remoteness(each: Operation) -> tuple[bool, bool, int]:
        return each not in alive, forms[each.slug] == "anaphor", _distance(each, match, countries)

    return [each.slug for each in sorted(candidates, key=remoteness)]


def find_names(words: Sequence[str], on: str | None = None) -> tuple[Name, ...]:
    """The operations, countries, organisations, headquarters and groups that the words of a sentence name.

    `words` are the texts of its tokens. Names are leftmost-longest and do not overlap; accents, hyphens and
    apostrophes do not matter, case does where a name is also an ordinary word. Of several operations of one name
    the one that ran on the day `on` (YYYY-MM-DD), or whose area the sentence names, comes first.
    """
    sentence = _parts(words)
    found: list[Name] = []
    case = Case.of(words)
    matches = [_with_forces(match, sentence, case) for match in _matches(sentence, case)]
    countries = [(first, entries[0].value) for first, _, entries in matches if entries[0].kind == "country"]
    for match in matches:
        first, last, entries = match
        start, end = sentence[first].token, sentence[last - 1].token + 1
        if found and start < found[-1].last:
            continue
        value, *others = _in_order(match, countries, on)
        form = next(entry.form for entry in entries if entry.value == value)
        found.append(Name(start, end, entries[0].kind, value, form, tuple(others)))
    return tuple(found)
