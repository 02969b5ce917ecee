"""Options that several commands share, and the reading of their values."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from muster.errors import BadDate

Files = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Text files, or folders to be walked.", show_default=False)
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="Day of publication (YYYY-MM-DD) of documents that no sidecar file dates."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def day(written: str | None, option: str) -> str | None:
    """The day a user wrote, None if none was. Raises BadDate unless it is a day of the calendar as YYYY-MM-DD."""
    if written is None:
        return None
    try:
        valid = date.fromisoformat(written).isoformat() == written
    except ValueError:
        valid = False
    if not valid:
        raise BadDate(f"{option} {written}: no such day. Write a day of the calendar as YYYY-MM-DD.")
    return written
