"""Where places lie, and which of them the words of a report name."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from muster.gazetteer._fold import key_of, parts
from muster.gazetteer._tables import Row, rows, table_text
from muster.model.entity import Place

_COLUMNS = ("name", "other", "also", "countries", "latitude", "longitude", "precision")


class Located(NamedTuple):
    """The place that words name; `whole` is whether they say nothing beside its name."""

    place: Place
    whole: bool


def read_places(text: str, table: str = "places.csv") -> tuple[Place, ...]:
    """The places of a table. Raises GazetteerError for coordinates that are none, and places without a country."""
    return tuple(_place(row) for row in rows(text, table, _COLUMNS))


def _place(row: Row) -> Place:
    if not row["name"] or not row.list("countries"):
        raise row.fault("a place needs a name and the code of its country")
    latitude, longitude = _degrees(row, "latitude", 90), _degrees(row, "longitude", 180)
    if not row["precision"].isdigit() or row["precision"] == "0":
        raise row.fault(f"precision {row['precision']!r} is no number of kilometres above nought")
    names = row["name"], row["other"], row.list("also")
    return Place(*names, row.list("countries"), latitude, longitude, int(row["precision"]))


def _degrees(row: Row, column: str, most: int) -> float:
    try:
        degrees = float(row[column])
    except ValueError:
        raise row.fault(f"{column} {row[column]!r} is no number of degrees") from None
    if not -most <= degrees <= most:
        raise row.fault(f"{column} {degrees} is not between -{most} and {most}")
    return degrees


@cache
def load_places() -> tuple[Place, ...]:
    """All places Muster knows."""
    return read_places(table_text("places.csv"))


def locate(words: str, area: Collection[str]) -> Located | None:
    """The place of the countries in `area` that the words name; None if they name none that is known.

    The longest name counts, of several as long the first. A name that is written with a capital has to be: "beside
    the pale wall" is not in Pale.
    """
    written = parts(words)
    folded = tuple(part for part, _ in written)
    names = _by_name()
    for length in range(len(folded), 0, -1):
        for at in range(len(folded) - length + 1):
            for name, place in names.get(folded[at : at + length], ()):
                if _fits(name, [part for _, part in written[at : at + length]]) and set(place.countries) & set(area):
                    return Located(place, length == len(folded))
    return None


def _fits(name: str, written: Sequence[str]) -> bool:
    return name[0].islower() or any(part[0].isupper() for part in written)


@cache
def _by_name() -> dict[tuple[str, ...], list[tuple[str, Place]]]:
    found: dict[tuple[str, ...], list[tuple[str, Place]]] = {}
    for place in load_places():
        for name in filter(None, (place.name, place.other, *place.also)):
            found.setdefault(key_of(name), []).append((name, place))
    return found
