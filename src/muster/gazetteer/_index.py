"""Every name of the gazetteer under its folded parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from muster.gazetteer import _load
from muster.gazetteer._case import Shape, shape_of
from muster.gazetteer._fold import parts, spellings
from muster.gazetteer._lookup import country

_DECOY = "decoy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling of one name: what it names, in which form, and the case it asks for."""

    kind: str
    value: str
    form: str
    shapes: tuple[Shape, ...]

    @property
    def strict(self) -> bool:
        """Whether every capital counts: it does for countries, whose names are made of ordinary words."""
        return self.kind in {"country", "group", _DECOY}

    @property
    def decoy(self) -> bool:
        """Whether it is only there to keep its words from being taken for something else."""
        return self.kind == _DECOY


Key = tuple[str, ...]
Spelling = tuple[str, str, str, str]  # words, kind, value, form


def _operation_names() -> Iterator[Spelling]:
    for each in _load.load_operations():
        for form, words in (("acronym", each.acronyms), ("name", each.names), ("anaphor", each.anaphors)):
            yield from (
                (spelt, "operation", each.slug, form)
                for word in words
                for placed in _placed(word, each.area)
                for spelt in spellings(placed)
            )


def _placed(words: str, area: Sequence[str]) -> Iterator[str]:
    """A name as the table writes it, and with every other name of the country it ends with: "in the DRC"."""
    yield words
    for code in area:
        known = country(code)
        names = known.names if known is not None else ()
        ending = next((f" {name}" for name in names if words.endswith(f" {name}") and words != name), None)
        if ending is not None and " in " in words:
            bare = words.removesuffix(ending).removesuffix(" the")
            yield from (f"{bare} {the}{name}" for name in names for the in ("", "the "))


def _organisation_names() -> Iterator[Spelling]:
    for each in _load.load_organisations():
        for name in each.names:
            yield name, "organisation", each.slug, "acronym" if name.replace(".", "").isupper() else "name"
        yield from ((words, "organisation", each.slug, "anaphor") for words in each.anaphors)


def _headquarters_names() -> Iterator[Spelling]:
    for each in _load.load_headquarters():
        yield from ((name, "headquarters", each.organisation, "name") for name in each.names)


def _country_names() -> Iterator[Spelling]:
    for each in _load.load_countries():
        for form, words in (
            ("name", each.names),
            ("adjective", each.adjectives),
            ("demonym", each.demonyms),
            ("capital", each.capitals),
            ("force", each.forces),
        ):
            yield from ((spelt, "country", each.code, form) for word in words for spelt in spellings(word))


def _group_names() -> Iterator[Spelling]:
    for names in _load.load_groups():
        yield from ((name, "group", names[0], "name") for name in names)
    for names in _load.load_lookalikes():
        yield from ((name, _DECOY, names[0], "name") for name in names)


def _spellings() -> Iterator[Spelling]:
    """All names; of two that are spelled alike and cannot be told apart the earlier one counts."""
    yield from _group_names()
    yield from _operation_names()
    yield from _headquarters_names()
    yield from _organisation_names()
    yield from _country_names()


@cache
def index() -> tuple[dict[Key, tuple[Entry, ...]], dict[str, int]]:
    """The entries under the folded parts of their names, and the longest key that begins with each part."""
    entries: dict[Key, tuple[Entry, ...]] = {}
    longest: dict[str, int] = {}
    for words, kind, value, form in _spellings():
        split = parts(words.removeprefix("the ") if form != "anaphor" else words)
        key, shapes = tuple([part for part, _ in split]), tuple([shape_of(part) for _, part in split])
        held = entries.get(key, ())
        if any((entry.kind, entry.value, entry.shapes) == (kind, value, shapes) for entry in held):
            continue
        entries[key] = (*held, Entry(kind, value, form, shapes))
        if longest.get(key[0], 0) < len(key):
            longest[key[0]] = len(key)
    return entries, longest
