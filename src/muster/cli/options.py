"""How commands declare their arguments and options, and those that several share.

A command is a plain function whose parameters are annotated with Argument or Option. `app` makes Typer's declarations
of them; `direct` reads them itself, because Typer's own reading takes longer than most commands.
"""

from pathlib import Path
from typing import Annotated, NamedTuple

from muster.errors import MusterError
from muster.model.claim import Tier


class Argument(NamedTuple):
    """A parameter given by its place."""

    metavar: str
    help: str


class Option(NamedTuple):
    """A parameter given by its name, `--` and the parameter's own unless `name` says otherwise; a flag if it is a
    bool, for which `metavar` is empty."""

    help: str
    metavar: str = ""
    name: str = ""


Paths = Annotated[list[Path], Argument("PATH…", "Text files, or folders to be walked.")]
Operation = Annotated[str, Argument("OPERATION", "Slug, acronym or name of an operation, as in kfor.")]
On = Annotated[str | None, Option("The state on this day (YYYY-MM-DD); by default today.", "DAY")]
KnownBy = Annotated[str | None, Option("Only from what was published by this day (YYYY-MM-DD).", "DAY")]
Published = Annotated[
    str | None,
    Option("Day of publication (YYYY-MM-DD) of documents that neither a sidecar nor the page itself dates.", "DAY"),
]
OfTier = Annotated[str | None, Option(f"Of this tier only: {', '.join(Tier)}.", "TIER", "--tier")]
Joins = Annotated[bool, Option("Also say why reports were taken for one: what was compared, with its score.")]
AsCsv = Annotated[bool, Option("Print CSV for spreadsheets.", name="--csv")]
AsJson = Annotated[bool, Option("Print JSON for programs.", name="--json")]


def one_of(given: str | None, known: tuple[str, ...], option: str) -> None:
    """Refuse what an option does not know. Raises MusterError, which names what it does."""
    if given is not None and given not in known:
        raise MusterError(f"{option} {given}: there is none of that name; choose from {', '.join(known)}.")
