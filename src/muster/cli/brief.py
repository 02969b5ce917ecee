"""`muster brief`: the state of a mission."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import AsJson, Operation, Option
from muster.cli.report import print_json

On = Annotated[str | None, Option("The state on this day (YYYY-MM-DD); by default today.", "DAY")]
KnownBy = Annotated[str | None, Option("Only from what was published by this day.", "DAY")]


def brief(operation: Operation, on: On = None, known_by: KnownBy = None, as_json: AsJson = False) -> None:
    """Print the state of an operation: command, strength, contingents, movements, posture, incidents, mandate.

    Each line has its figure as it was hedged, its day, who says so, how old it is, and the beginning of the claim's
    id for `muster why`.
    """
    # Imported here: `--help` does not need it.
    from muster import query, show  # noqa: PLC0415

    with reader() as asked:
        found = query.brief(asked, operation, on, known_by)
    print_json(show.brief_dict(found)) if as_json else print(show.brief_text(found))
