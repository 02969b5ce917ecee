"""Outlines of countries as paths within a view."""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data"
# Parts of a degree that the numbers of each file are.
_UNITS = {"near": 100, "world": 10}
# Boundaries that somebody disputes are dashed; names stand for lands without a code.
_DISPUTED = frozenset({"XK", "EH", "PS", "TW", "N. Cyprus", "Somaliland", "Siachen Glacier", "Cyprus U.N. Buffer Zone"})
# Beyond this many degrees across, coarse outlines do.
_WIDE = 45.0
# Points nearer than this to the last one, and islands smaller than it, in pixels, would not be seen.
_SEEN = 0.8

Ring = tuple[tuple[float, float], ...]
# An island cut to a point or a line has no area, in square degrees.
_POINT = 1e-6


class View(NamedTuple):
    """What a map shows: from west to east and south to north in degrees, on so many pixels across."""

    west: float
    south: float
    east: float
    north: float
    width: int = 900

    @property
    def scale(self) -> float:
        """Pixels for each degree of longitude."""
        return self.width / (self.east - self.west)

    @property
    def stretch(self) -> float:
        """How much longer a degree of latitude is than one of longitude, in the middle of the view."""
        return 1 / max(cos(radians((self.south + self.north) / 2)), 0.2)

    @property
    def height(self) -> int:
        """Pixels from south to north."""
        return round((self.north - self.south) * self.scale * self.stretch)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place lies on the map, in pixels from its upper left corner."""
        return (longitude - self.west) * self.scale, (self.north - latitude) * self.scale * self.stretch


class Land(NamedTuple):
    """A country on a map: its code, the data of its path, and whether its boundary is disputed."""

    code: str
    path: str
    disputed: bool


@cache
def outlines(level: str) -> dict[str, tuple[Ring, ...]]:
    """Every country's rings, in degrees; `level` is `near` or `world`."""
    unit = _UNITS[level]
    told = json.loads((_DATA / f"{level}.json").read_text(encoding="utf-8"))
    return {
        code: tuple(tuple((ring[i] / unit, ring[i + 1] / unit) for i in range(0, len(ring), 2)) for ring in rings)
        for code, rings in told.items()
    }


@cache
def centre(code: str) -> tuple[float, float] | None:
    """Longitude and latitude of the middle of a country's largest part; None for a country without an outline."""
    rings = outlines("near").get(code) or outlines("world").get(code)
    if not rings:
        return None
    largest = max(rings, key=lambda ring: abs(_doubled_area(ring)))
    area = _doubled_area(largest)
    if abs(area) < _POINT:
        return sum(x for x, _ in largest) / len(largest), sum(y for _, y in largest) / len(largest)
    pairs = list(zip(largest, largest[1:] + largest[:1], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (3 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (3 * area)
    return x, y


def _doubled_area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) or 1e-9


def extent(codes: Iterable[str]) -> tuple[float, float, float, float] | None:
    """West, south, east and north of the largest parts of the countries; None if none has an outline."""
    rings = [
        max(found, key=lambda ring: abs(_doubled_area(ring))) for code in codes if (found := outlines("near").get(code))
    ]
    points = [point for ring in rings for point in ring]
    if not points:
        return None
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


@lru_cache(maxsize=64)
def lands(view: View) -> tuple[Land, ...]:
    """The countries that meet the view, cut at its edges."""
    level = "world" if view.east - view.west > _WIDE else "near"
    found = ((code, _path(rings, view)) for code, rings in outlines(level).items())
    return tuple(Land(code, path, code in _DISPUTED) for code, path in found if path)


def _path(rings: Iterable[Ring], view: View) -> str:
    return "".join(_drawn(_cut(ring, view), view) for ring in rings if _meets(ring, view))


def _meets(ring: Ring, view: View) -> bool:
    longitudes, latitudes = [point[0] for point in ring], [point[1] for point in ring]
    across = min(longitudes) < view.east and max(longitudes) > view.west
    return across and min(latitudes) < view.north and max(latitudes) > view.south


def _drawn(ring: list[tuple[float, float]], view: View) -> str:
    """The ring as a closed path; nothing if it would not be seen."""
    kept: list[tuple[float, float]] = []
    for longitude, latitude in ring:
        x, y = view.at(longitude, latitude)
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _SEEN:
            kept.append((x, y))
    if len(kept) < 3:
        return ""
    digits = 0 if view.east - view.west > _WIDE else 1
    return "M" + "L".join(f"{x:.{digits}f} {y:.{digits}f}" for x, y in kept) + "Z"


def _cut(ring: Ring, view: View) -> list[tuple[float, float]]:
    """The part of the ring within the view and a margin around it (Sutherland and Hodgman's rule, side by side)."""
    margin = (view.east - view.west) / 20
    points = list(ring)
    for axis, limit, sign in (
        (0, view.west - margin, 1),
        (0, view.east + margin, -1),
        (1, view.south - margin, 1),
        (1, view.north + margin, -1),
    ):
        points = _cut_side(points, axis, limit, sign)
    return points


def _cut_side(points: list[tuple[float, float]], axis: int, limit: float, sign: int) -> list[tuple[float, float]]:
    kept: list[tuple[float, float]] = []
    for i, here in enumerate(points):
        before = points[i - 1]
        inside, was_inside = (here[axis] - limit) * sign >= 0, (before[axis] - limit) * sign >= 0
        if inside != was_inside:
            part = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept
