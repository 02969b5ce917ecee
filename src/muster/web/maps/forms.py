"""Maps as files: SVG and PNG to print and share, CSV of the points on them."""

from muster.web.charts.forms import written_as_csv
from muster.web.charts.palette import FONT, Palette
from muster.web.maps.drawing import Drawing
from muster.web.rendering import environment

CAPTION = "Outlines: Natural Earth. Boundaries are no opinion on status; disputed ones are dashed."


def as_svg(drawing: Drawing, palette: Palette, mark: str, footnote: str = "") -> bytes:
    """The map as a drawing that needs nothing else; `mark` is the colour of its points."""
    caption = f"{CAPTION} {footnote}".strip()
    given = {"drawing": drawing, "colours": palette, "mark": mark, "caption": caption, "font": FONT}
    return environment().get_template("map.svg").render(given).encode()


def as_png(drawing: Drawing, palette: Palette, mark: str, footnote: str = "") -> bytes:
    """The map as a picture, twice as large, for print."""
    # Imported here: it is slow to load, and the map's page does without.
    import vl_convert

    return vl_convert.svg_to_png(as_svg(drawing, palette, mark, footnote).decode(), scale=2.0)


def as_csv(drawing: Drawing, palette: Palette, mark: str, footnote: str = "") -> bytes:
    """The points: where they lie (WGS 84), how exactly in kilometres, how many people; then what has no place."""
    del palette, mark, footnote
    rows = [
        {
            "place": dot.mark.name,
            "latitude": round(dot.mark.latitude, 3),
            "longitude": round(dot.mark.longitude, 3),
            "precision_km": dot.mark.precision,
            "people": dot.mark.size,
            "says": dot.mark.words,
        }
        for dot in drawing.dots
    ]
    nowhere = dict.fromkeys(("latitude", "longitude", "precision_km", "people"))
    return written_as_csv(
        [*rows, *({"place": place, **nowhere, "says": "no place known"} for place in drawing.unplaced)]
    )


FORMS = {
    "svg": ("image/svg+xml", as_svg),
    "png": ("image/png", as_png),
    "csv": ("text/csv; charset=utf-8", as_csv),
}
