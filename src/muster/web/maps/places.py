"""What a record has on the map: where incidents were, which countries contribute, where operations are."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from muster.gazetteer import locate, operation
from muster.model.brief import Brief
from muster.model.events import Event
from muster.show.words import number_words
from muster.web.maps.drawing import Drawing, Mark, Scale, drawing, view_around
from muster.web.maps.outlines import View, centre
from muster.web.views.events import anchor_of, event_title
from muster.web.views.figures import Standing
from muster.web.views.tolls import toll

# A hundred people harmed in one place are as large as a mark becomes.
HARMED = Scale(100, 30)
WORLD = View(-125, -38, 160, 66, 1100)


def area_of(slug: str) -> tuple[str, ...]:
    """The codes of the countries an operation is in; none for one that the gazetteer does not know."""
    known = operation(slug)
    return known.area if known else ()


def incident_map(brief: Brief, anchors: Collection[str] = ()) -> Drawing | None:
    """Where the incidents were, one mark for each place, as large as all that was suffered there; None if the record
    has no incident, or nobody knows where the operation is. A mark leads to the event if that is among `anchors`."""
    area = area_of(brief.record.operation)
    at: dict[str, list[tuple[Event, Mark]]] = {}
    unplaced = []
    for event in brief.record.incidents:
        mark = _mark(event, area)
        if mark is None:
            unplaced.append(event.place or event_title(event))
        else:
            at.setdefault(mark.name, []).append((event, mark))
    marks = [_together(found, anchors) for found in at.values()]
    view = view_around(area, marks) if brief.record.incidents else None
    return drawing(view, marks, area, HARMED, unplaced) if view else None


def _mark(event: Event, area: tuple[str, ...]) -> Mark | None:
    """The first of the places told that is known."""
    for words in event.places:
        found = locate(words, area)
        if found is not None:
            place = found.place
            precision = place.precision if found.whole else place.precision * 2
            return Mark(place.longitude, place.latitude, place.title, "", "", toll(event), precision)
    return None


def _together(found: list[tuple[Event, Mark]], anchors: Collection[str]) -> Mark:
    events, marks = [event for event, _ in found], [mark for _, mark in found]
    people = sum(mark.size for mark in marks)
    words = f"{marks[0].name}: {number_words(len(found), 'incident')}" + (
        f", {people:,} people harmed" if people else ""
    )
    anchor = next((anchor for event in events if (anchor := anchor_of(event)) in anchors), "incidents")
    best = min(marks, key=lambda mark: mark.precision)
    return best._replace(size=people, words=words, href=f"#{anchor}")


def contingent_map(slug: str, shown: Iterable[Standing]) -> Drawing | None:
    """Where contingents come from, as large as they are, pale where the figures are old; None if there is none."""
    countries: dict[str, list[Standing]] = {}
    for one in shown:
        if one.code and one.size and not one.status:
            countries.setdefault(one.code, []).append(one)
    marks = [mark for code, found in countries.items() if (mark := _home(code, found)) is not None]
    view = view_around(area_of(slug), marks) if marks else None
    scale = Scale(max((mark.size for mark in marks), default=0), 16)
    return drawing(view, marks, area_of(slug), scale) if view else None


def _home(code: str, found: Sequence[Standing]) -> Mark | None:
    middle, first = centre(code), found[0]
    if middle is None:
        return None
    figures = ", ".join(f"{one.figure} {one.component}" for one in found)
    pale = all(one.stale for one in found)
    size = sum(one.size for one in found)
    return Mark(*middle, first.label, f"{first.label}: {figures}", f"/claims/{first.said.claim}", size, 4, pale)


class Theatre(NamedTuple):
    """An operation on the map of all: its slug, its short name, what is said of it, how many people it has."""

    slug: str
    name: str
    words: str
    people: int


def world_map(theatres: Iterable[Theatre]) -> Drawing:
    """Where the operations are, as large as they are, each leading to its page."""
    marks, unplaced = [], []
    for one in theatres:
        middle = next((found for code in area_of(one.slug) if (found := centre(code)) is not None), None)
        if middle is None:
            unplaced.append(one.name)
        else:
            marks.append(Mark(*middle, one.name, one.words, f"/operations/{one.slug}", one.people, 4))
    scale = Scale(max((mark.size for mark in marks), default=0), 18)
    return drawing(WORLD, marks, (), scale, unplaced)
