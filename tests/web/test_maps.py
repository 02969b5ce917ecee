"""Maps: outlines cut to a view, places told put on it."""

import re
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.gazetteer import load_operations
from muster.web.maps.drawing import Mark, Scale, drawing, view_around
from muster.web.maps.outlines import View, centre, extent, lands, outlines
from web.visit import Visit

SCALE = Scale(100, 30)
KOSOVO = View(19.5, 41.7, 22.3, 43.4)


def numbers(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]


def test_the_land_stays_within_the_view_and_its_margin() -> None:
    margin = KOSOVO.width / 20 * 1.5 * KOSOVO.stretch
    for land in lands(KOSOVO):
        for x, y in numbers(land.path):
            assert -margin <= x <= KOSOVO.width + margin
            assert -margin <= y <= KOSOVO.height + margin


def test_disputed_boundaries_are_told_apart() -> None:
    found = {land.code: land.disputed for land in lands(KOSOVO)}
    assert found["XK"]
    assert not found["AL"]


def test_every_land_where_an_operation_is_has_an_outline_and_a_middle_in_it() -> None:
    gone = {"YU"}
    for code in {code for operation in load_operations() for code in operation.area} - gone:
        west, south, east, north = extent([code]) or (1, 1, 0, 0)
        x, y = centre(code) or (999, 999)
        assert west <= x <= east, code
        assert south <= y <= north, code


def test_no_outline_is_drawn_across_the_whole_world() -> None:
    for rings in outlines("world").values():
        for ring in rings:
            assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring))


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.tuples(st.floats(-170, 170), st.floats(-60, 70), st.integers(0, 500)), min_size=1, max_size=12),
)
def test_marks_are_drawn_within_the_map_and_names_do_not_overlap(points: list[tuple[float, float, int]]) -> None:
    marks = [Mark(x, y, f"Town {i}", "", "", size) for i, (x, y, size) in enumerate(points)]
    view = view_around((), marks)
    assert view is not None
    made = drawing(view, marks, (), SCALE)
    assert len(made.dots) == len(marks)
    for dot in made.dots:
        assert 0 <= dot.x <= made.width
        assert 0 <= dot.y <= made.height


def test_a_place_told_less_exactly_is_paler() -> None:
    exact, vague = Mark(21, 42.6, "A", "", "", 4, 3), Mark(21.2, 42.6, "B", "", "", 4, 60)
    first, second = drawing(KOSOVO, [exact, vague], ["XK"], SCALE).dots
    assert first.opacity > second.opacity


def test_more_people_harmed_is_larger() -> None:
    few, many = Mark(21, 42.6, "A", "", "", 1), Mark(21.2, 42.6, "B", "", "", 90)
    dots = {dot.mark.name: dot.radius for dot in drawing(KOSOVO, [few, many], ["XK"], SCALE).dots}
    assert dots["B"] > dots["A"]


def test_an_incident_is_on_the_map_under_both_names_of_its_place(looking: Visit) -> None:
    page = looking.get("/operations/kfor?on=2023-06-10").text
    assert "Zveçan / Zvečan" in page
    assert 'class="map incidents"' in page


@pytest.mark.parametrize("words", ["no opinion on status", "Kosovo Force"])
def test_the_map_of_operations_says_what_it_shows(looking: Visit, words: str) -> None:
    assert words in looking.get("/map").text


@pytest.mark.parametrize("name", ["incidents", "contingents"])
def test_a_map_is_had_as_a_drawing_a_picture_and_its_points(looking: Visit, name: str) -> None:
    address = f"/operations/kfor/maps/{name}"
    drawing = Xml.fromstring(looking.get(f"{address}.svg?on=2023-06-10").text)
    circles = list(drawing.iter("{http://www.w3.org/2000/svg}circle"))
    points = looking.get(f"{address}.csv?on=2023-06-10").text.splitlines()
    assert circles
    assert len(points) - 1 >= len(circles)
    assert looking.get(f"{address}.png?on=2023-06-10").content.startswith(b"\x89PNG")


def test_a_map_that_is_shared_carries_the_footnote(looking: Visit) -> None:
    assert "No status is implied." in looking.get("/operations/kfor/maps/incidents.svg?on=2023-06-10").text


@pytest.mark.parametrize("path", ["nothing.svg", "incidents.pdf", "incidents.svg?on=1990-01-01"])
def test_what_there_is_no_map_of_is_not_found(looking: Visit, path: str) -> None:
    assert looking.get(f"/operations/kfor/maps/{path}").status_code == 404
