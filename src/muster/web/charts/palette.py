"""The colours of charts: those of static/muster.css, by what they mean, for light and dark pages."""

from typing import Any, NamedTuple


class Palette(NamedTuple):
    """Colours of one scheme. `series` are told apart by those who see no red and green."""

    paper: str
    ink: str
    quiet: str
    line: str
    strength: str
    contingent: str
    command: str
    incident: str
    casualty: str
    movement: str
    sea: str
    land: str
    host: str
    series: tuple[str, ...]


class Frame(NamedTuple):
    """How a chart is drawn: its colours, its width in pixels (or `container`), and from which ISO day (None: all)."""

    palette: Palette
    width: int | str
    since: str | None = None


LIGHT = Palette(
    paper="#ffffff",
    ink="#1c2126",
    quiet="#59626b",
    line="#d9d6cf",
    strength="#1d4e6b",
    contingent="#2f6b3a",
    command="#6a3d8f",
    incident="#a12622",
    casualty="#8c1d4f",
    movement="#9a4a00",
    sea="#e9eef1",
    land="#f8f6f0",
    host="#ebe3c9",
    series=("#1d4e6b", "#b4570a", "#6a3d8f", "#2f6b3a", "#8c1d4f", "#6b5b00"),
)
DARK = Palette(
    paper="#1b2127",
    ink="#e6e8ea",
    quiet="#a3adb6",
    line="#353e47",
    strength="#8cc4e6",
    contingent="#8bcf97",
    command="#c9a6ea",
    incident="#f29a94",
    casualty="#f0a3c4",
    movement="#f0b27a",
    sea="#10151a",
    land="#242b32",
    host="#3a3a2c",
    series=("#8cc4e6", "#f0b27a", "#c9a6ea", "#8bcf97", "#f0a3c4", "#dccb6e"),
)
SCHEMES = {"light": LIGHT, "dark": DARK}
FONT = "Inter, Segoe UI, Noto Sans, Liberation Sans, sans-serif"


def config(palette: Palette) -> dict[str, Any]:
    """What every chart has in common, as Vega-Lite configures it."""
    words = {"labelColor": palette.quiet, "titleColor": palette.quiet, "labelFont": FONT, "titleFont": FONT}
    return {
        "background": palette.paper,
        "font": FONT,
        "view": {"stroke": None},
        "axis": words
        | {
            "gridColor": palette.line,
            "domainColor": palette.line,
            "tickColor": palette.line,
            "titleFontWeight": 500,
            "labelFontSize": 11,
            "titleFontSize": 11,
        },
        "legend": words
        | {"labelFontSize": 11, "titleFontSize": 11, "orient": "top", "symbolSize": 80, "labelLimit": 260},
        "text": {"color": palette.ink, "font": FONT},
        "padding": 8,
    }
