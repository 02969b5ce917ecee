"""A map as plain values: the land, the marks on it, and what could not be placed."""

from collections.abc import Iterable, Sequence
from math import log2, sqrt
from typing import NamedTuple

from muster.web.maps.outlines import Land, View, extent, lands

# A mark's radius in pixels: of nothing, and of as many people as `Scale` says; what is more is no larger.
_SMALLEST = 4.0
# Room around what is shown, as a part of it; the least a map shows, in degrees; the flattest it may be.
_ROOM, _LEAST, _FLATTEST = 0.08, 1.6, 0.42
_LETTER, _LINE = 6.6, 15.0

Box = tuple[float, float, float, float]


class Scale(NamedTuple):
    """How large marks are: so many people are drawn `radius` pixels wide; the area grows with their number."""

    people: int
    radius: float


class Mark(NamedTuple):
    """A point on a map: `size` in people, `precision` in kilometres, `words` for who points at it."""

    longitude: float
    latitude: float
    name: str
    words: str
    href: str
    size: int = 0
    precision: int = 5
    pale: bool = False


class Dot(NamedTuple):
    """A mark as it is drawn, in pixels; `labelled` where its name fits beside it, before it if `left`."""

    x: float
    y: float
    radius: float
    opacity: float
    labelled: bool
    left: bool
    mark: Mark


class Drawing(NamedTuple):
    """A map: its size in pixels, the land (`hosts` are where the operation is), the dots, and what has no place."""

    width: int
    height: int
    land: tuple[Land, ...]
    hosts: frozenset[str]
    dots: tuple[Dot, ...]
    unplaced: tuple[str, ...] = ()


def view_around(codes: Iterable[str], marks: Sequence[Mark], width: int = 900) -> View | None:
    """The view that shows the countries and the marks; None if there is nothing to show."""
    held = extent(codes)
    wests = [mark.longitude for mark in marks] + ([held[0], held[2]] if held else [])
    souths = [mark.latitude for mark in marks] + ([held[1], held[3]] if held else [])
    if not wests:
        return None
    across, high = max(max(wests) - min(wests), _LEAST), max(max(souths) - min(souths), _LEAST)
    middle, centre = (min(wests) + max(wests)) / 2, (min(souths) + max(souths)) / 2
    across, high = across * (1 + 2 * _ROOM), high * (1 + 2 * _ROOM)
    # As wide as a page is: what is high and narrow is shown with its neighbours.
    across = max(across, high * 2.1 * View(0, centre - 1, 1, centre + 1).stretch)
    high = max(high, across * _FLATTEST / View(0, centre - 1, 1, centre + 1).stretch)
    return View(
        middle - across / 2, max(centre - high / 2, -85), middle + across / 2, min(centre + high / 2, 85), width
    )


def drawing(
    view: View, marks: Iterable[Mark], hosts: Iterable[str], scale: Scale, unplaced: Iterable[str] = ()
) -> Drawing:
    """The map of a view. Large marks lie under small ones, and keep their names where two would overlap."""
    ordered = sorted(marks, key=lambda mark: -mark.size)
    rounds = [(*view.at(mark.longitude, mark.latitude), _radius(mark, scale)) for mark in ordered]
    taken = [(x - radius, y - radius, x + radius, y + radius) for x, y, radius in rounds]
    dots = tuple(_dot(mark, place, view.width, taken) for mark, place in zip(ordered, rounds, strict=True))
    return Drawing(view.width, view.height, lands(view), frozenset(hosts), dots, tuple(dict.fromkeys(unplaced)))


def _radius(mark: Mark, scale: Scale) -> float:
    part = min(mark.size / max(scale.people, 1), 1)
    return _SMALLEST + (scale.radius - _SMALLEST) * sqrt(part)


def _dot(mark: Mark, place: tuple[float, float, float], width: int, taken: list[Box]) -> Dot:
    """The mark in pixels; what its name covers is added to `taken`."""
    x, y, radius = place
    length = _LETTER * len(mark.name) + 6
    starts = (x + radius + 3, x - radius - 3 - length)
    boxes = [(start, y - _LINE / 2, start + length, y + _LINE / 2) for start in starts]
    free = [box[0] >= 0 and box[2] <= width and not any(_overlap(box, other) for other in taken) for box in boxes]
    if any(free):
        taken.append(boxes[free.index(True)])
    opacity = max(0.2, 0.9 - 0.13 * max(log2(mark.precision / 4), 0)) * (0.5 if mark.pale else 1)
    return Dot(round(x, 1), round(y, 1), round(radius, 1), round(opacity, 2), any(free), free == [False, True], mark)


def _overlap(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
