"""Look-ups of operations, countries and organisations by slug, code or name."""

from difflib import get_close_matches
from functools import cache

from muster.gazetteer._fold import key_of, spellings
from muster.gazetteer._load import load_countries, load_operations, load_organisations, load_resolutions
from muster.model.entity import Country, Operation, Organisation


@cache
def _by_slug() -> dict[str, Operation]:
    return {each.slug: each for each in load_operations()}


@cache
def _by_name() -> dict[str, tuple[Operation, ...]]:
    """Operations under every slug, name and description, folded and without spaces; those it is proper to first."""
    slugs = ((each, (each.slug,)) for each in load_operations())
    proper = ((each, (*each.acronyms, *each.names)) for each in load_operations())
    descriptions = ((each, each.anaphors) for each in load_operations())
    found: dict[str, tuple[Operation, ...]] = {}
    for each, names in (*slugs, *proper, *descriptions):
        for key in dict.fromkeys("".join(key_of(spelt)) for name in names for spelt in spellings(name)):
            if each not in found.get(key, ()):
                found[key] = (*found.get(key, ()), each)
    return found


@cache
def _countries() -> dict[str, Country]:
    return {each.code: each for each in load_countries()}


@cache
def _organisations() -> dict[str, Organisation]:
    return {each.slug: each for each in load_organisations()}


def operation(slug: str) -> Operation | None:
    """The operation of exactly this slug, or None."""
    return _by_slug().get(slug)


def country(code: str) -> Country | None:
    """The country of this ISO 3166-1 alpha-2 code, or None."""
    return _countries().get(code)


def organisation(slug: str) -> Organisation | None:
    """The organisation of exactly this slug, or None."""
    return _organisations().get(slug)


def running(candidates: tuple[Operation, ...], on: str | None) -> tuple[Operation, ...]:
    """Those that ran on a day (YYYY-MM-DD); all of them if no day is given or none ran then."""
    if on is None:
        return candidates
    return tuple(each for each in candidates if each.runs_on(on)) or candidates


def operation_named(words: str, on: str | None = None) -> Operation | None:
    """The operation whose slug, acronym or name these words are, or None.

    Case, accents, hyphens and spaces do not matter. Of several operations of one name the first in the table
    that ran on the day `on` (YYYY-MM-DD) is taken.
    """
    candidates = _by_name().get("".join(key_of(words)), ())
    return next(iter(running(candidates, on)), None)


def operations_in(code: str, led_by: str | None = None, on: str | None = None) -> tuple[Operation, ...]:
    """The operations in a country (ISO code), of one leader if given, that ran on a day (YYYY-MM-DD) if given."""
    return tuple(
        each
        for each in load_operations()
        if code in each.area and led_by in {None, each.led_by} and (on is None or each.runs_on(on))
    )


def operations_under(number: str) -> tuple[Operation, ...]:
    """The operations that a resolution of the Security Council founded, by its number; none if it founded none."""
    return tuple(each for slug in load_resolutions().get(number, ()) if (each := operation(slug)))


def suggest_operations(words: str) -> tuple[str, ...]:
    """The slugs of up to three operations with a name close to these words, closest first, for error messages."""
    names = _by_name()
    close = get_close_matches("".join(key_of(words)), names, n=6, cutoff=0.6)
    return tuple(dict.fromkeys(each.slug for name in close for each in names[name]))[:3]
