"""Charts: one definition for page, SVG and PNG; the rows behind them as CSV."""

import csv
import io
import json
from xml.etree import ElementTree as Xml

import pytest

from web.visit import Visit

CHARTS = ["strength", "contingents", "command", "tolls", "nationalities"]
ON = "on=2023-12-31"


def chart(looking: Visit, name: str, form: str, more: str = "") -> object:
    return looking.get(f"/operations/kfor/charts/{name}.{form}?{ON}{more}")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_specification_without_a_foreign_address(looking: Visit, name: str) -> None:
    spec = chart(looking, name, "json").json()  # type: ignore[attr-defined]
    assert spec["width"] == "container"
    assert "url" not in json.dumps(spec.get("data", {})) + json.dumps(
        [one.get("data") for one in spec.get("layer", [])]
    )


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_drawing_with_something_on_it(looking: Visit, name: str) -> None:
    drawing = chart(looking, name, "svg")
    root = Xml.fromstring(drawing.text)  # type: ignore[attr-defined]
    assert root.tag.endswith("svg")
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 2


def test_a_chart_is_a_picture(looking: Visit) -> None:
    assert chart(looking, "strength", "png").content.startswith(b"\x89PNG")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", CHARTS)
def test_rows_lead_to_claims(looking: Visit, name: str) -> None:
    text = chart(looking, name, "csv").content.decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    assert all(len(row["claim"]) == 16 for row in rows)


def test_observations_are_points_that_lead_to_their_claim(looking: Visit) -> None:
    spec = chart(looking, "strength", "json").json()  # type: ignore[attr-defined]
    points = next(layer for layer in spec["layer"] if "href" in layer["encoding"])
    values = spec["datasets"][points["data"]["name"]] if "name" in points["data"] else points["data"]["values"]
    assert {value["href"] for value in values} <= {f"/claims/{value['claim']}" for value in values}
    assert points["encoding"]["href"]["field"] == "href"


def test_bands_hold_their_figure(looking: Visit) -> None:
    text = chart(looking, "strength", "csv").content.decode("utf-8-sig")  # type: ignore[attr-defined]
    for row in csv.DictReader(io.StringIO(text)):
        assert not row["low"] or not row["high"] or int(row["low"]) <= int(row["high"])


def test_colours_are_of_the_scheme(looking: Visit) -> None:
    light = chart(looking, "strength", "json").json()  # type: ignore[attr-defined]
    dark = chart(looking, "strength", "json", "&scheme=dark").json()  # type: ignore[attr-defined]
    assert light["config"]["background"] != dark["config"]["background"]


@pytest.mark.parametrize("path", ["nothing.svg", "strength.pdf"])
def test_what_there_is_no_chart_of_is_not_found(looking: Visit, path: str) -> None:
    assert looking.get(f"/operations/kfor/charts/{path}").status_code == 404


def test_the_script_that_draws_is_kept_for_good(looking: Visit) -> None:
    page = looking.get("/").text
    address = page.split('data-bundle="')[1].split('"')[0]
    answer = looking.get(address)
    assert "immutable" in answer.headers["cache-control"]
    assert "vegaEmbed" in answer.text
