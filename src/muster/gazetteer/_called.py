"""How codes and slugs are called, straight from the tables: what a read command needs, without building the rest."""

import csv
from collections.abc import Collection
from functools import cache
from io import StringIO

from muster.gazetteer._fold import fold
from muster.gazetteer._tables import table_text

_TABLES = {"operations": "operations.csv", "countries": "countries.csv", "organisations": "organisations.csv"}


def called(kind: str, wanted: Collection[str]) -> dict[str, str]:
    """The display name of each of the `wanted` slugs or codes that the table of that kind (`operations`, `countries`,
    `organisations`) has: the first of its names."""
    return _first_of("names", kind, wanted)


def acronyms_of(wanted: Collection[str]) -> dict[str, str]:
    """The acronym of each of the `wanted` operations that has one."""
    return _first_of("acronyms", "operations", wanted)


@cache
def country_words() -> frozenset[str]:
    """Every word of the names, adjectives and demonyms of countries, and of the names of peoples, folded.

    None of them tells two places apart.
    """
    names = [row[column] for row in _rows("countries.csv") for column in ("names", "adjectives", "demonyms")]
    names += [row["names"] for row in _rows("groups.csv") if row["why"].startswith("ethnic")]
    # Each word is folded once: a read command waits for it.
    return frozenset(map(fold, set(" ".join(names).replace(";", " ").replace("-", " ").split())))


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(table_text(table))))


def _first_of(column: str, kind: str, wanted: Collection[str]) -> dict[str, str]:
    table = csv.reader(StringIO(table_text(_TABLES[kind])))
    at = next(table).index(column)
    return {row[0]: row[at].split(";")[0].strip() for row in table if row[0] in wanted and row[at]}


def names_of_places() -> list[tuple[str, ...]]:
    """The names of each place of the table, as its communities call it."""
    table = csv.reader(StringIO(table_text("places.csv")))
    head = next(table)
    columns = [head.index(column) for column in ("name", "other", "also")]
    return [tuple(name for at in columns for name in row[at].split(";") if name) for row in table]
