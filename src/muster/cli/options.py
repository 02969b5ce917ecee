"""Options that several commands share, and the reading of their values."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from muster.errors import BadDate

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Text files, or folders to be walked.", show_default=False)
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Day of publication (YYYY-MM-DD) of documents that neither a sidecar file nor the page itself dates.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


Operation = Annotated[
    str,
    typer.Argument(metavar="OPERATION", help="Slug or name of a peace operation, as in kfor.", show_default=False),
]


def optional_day(written: str | None, option: str) -> str | None:
    """The day a user wrote after `option`, None if none was. Raises BadDate."""
    return None if written is None else day(written, option)


def day(written: str, option: str) -> str:
    """The day a user wrote. Raises BadDate unless it is a day of the calendar as YYYY-MM-DD."""
    try:
        valid = date.fromisoformat(written).isoformat() == written
    except ValueError:
        valid = False
    if not valid:
        raise BadDate(f"{option} {written}: no such day. Write a day of the calendar as YYYY-MM-DD.")
    return written
