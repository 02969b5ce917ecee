"""A brief as a picture: what the terminal shows, as SVG, for a page or a slide."""

from pathlib import Path


def save_picture(text: str, title: str, width: int, path: Path) -> None:
    """Write `text`, with its terminal colours, as an SVG of `width` characters to `path`."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(record=True, width=width, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text))
    console.save_svg(str(path), title=title)
