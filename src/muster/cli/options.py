"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Text files, or folders to be walked.", show_default=False)
]
Operation = Annotated[
    str,
    typer.Argument(metavar="OPERATION", help="Slug, acronym or name of an operation, as in kfor.", show_default=False),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Day of publication (YYYY-MM-DD) of documents that neither a sidecar file nor the page itself dates.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
