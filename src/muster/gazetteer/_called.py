"""How codes and slugs are called, straight from the tables: what a read command needs, without building the rest."""

import csv
from collections.abc import Collection
from functools import cache
from io import StringIO

from muster.gazetteer._fold import fold
from muster.gazetteer._tables import table_text

_TABLES = {"operations": "operations.csv", "countries": "countries.csv", "organisations": "organisations.csv"}

# Whose operations are not made up of the forces of the countries in which they are.
_FROM_OUTSIDE = frozenset({"un", "nato", "eu", "osce", "weu"})


def called(kind: str, wanted: Collection[str]) -> dict[str, str]:
    """The display name of each of the `wanted` slugs or codes that the table of that kind (`operations`, `countries`,
    `organisations`) has: the first of its names."""
    return _first_of("names", kind, wanted)


def acronyms_of(wanted: Collection[str]) -> dict[str, str]:
    """The acronym of each of the `wanted` operations that has one."""
    return _first_of("acronyms", "operations", wanted)


def hosts_of(slug: str) -> frozenset[str]:
    """The countries in which an operation of somebody from outside is; none of one that neighbours lead, whose members
    send forces of their own."""
    found = [row for row in _rows_of("operations", {slug}) if row["led_by"] in _FROM_OUTSIDE]
    return frozenset(code for row in found for code in row["area"].split(";") if code)


def words_for(codes: Collection[str]) -> tuple[str, ...]:
    """What the countries, their people and what is theirs are called, in lower case: "lebanon", "lebanese"."""
    columns = ("names", "adjectives", "demonyms")
    told = [row[column].split(";") for row in _rows_of("countries", codes) for column in columns]
    return tuple(sorted({name.strip().casefold() for names in told for name in names if name.strip()}))


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
    rows = ((next(iter(row.values())), row[column]) for row in _rows_of(kind, wanted))
    return {key: names.split(";")[0].strip() for key, names in rows if names}


def _rows_of(kind: str, wanted: Collection[str]) -> list[dict[str, str]]:
    """The rows of the wanted slugs or codes. Only these are taken apart: a read command waits for them."""
    head, *lines = table_text(_TABLES[kind]).splitlines()
    return list(csv.DictReader([head, *(line for line in lines if line.partition(",")[0] in wanted)]))


def names_of_places() -> list[tuple[str, ...]]:
    """The names of each place of the table, as its communities call it."""
    table = csv.reader(StringIO(table_text("places.csv")))
    head = next(table)
    columns = [head.index(column) for column in ("name", "other", "also")]
    return [tuple(name for at in columns for name in row[at].split(";") if name) for row in table]
