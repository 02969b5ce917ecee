"""`muster diff`: what was believed on one day and on another, and what changed it."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import AsCsv, AsJson, OfTier, Operation, Option, one_of
from muster.cli.report import colour, print_csv, print_json, width
from muster.errors import BadDate
from muster.model.claim import Tier

From = Annotated[str | None, Option("The earlier day (YYYY-MM-DD).", "DAY", "--from")]
To = Annotated[str | None, Option("The later day (YYYY-MM-DD); by default today.", "DAY", "--to")]


def diff(
    operation: Operation,
    since: From = None,
    until: To = None,
    tier: OfTier = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Say what was believed of an operation on two days, and which sentences changed it.

    Each day is told as it was known on that day: by what had been published by then. What is only told again is no
    change; another figure, holder, stage or toll is.

    With --json, one object: "operation", "from", "to", "kept", and "changes", each with "section", "subject",
    "before", "after" and "by" (the claims that made the difference, with their words).
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.changes import diff_as_dict, diff_rows, diff_text

    if since is None:
        raise BadDate("muster diff needs --from DAY (YYYY-MM-DD): from which day on?")
    one_of(tier, tuple(Tier), "--tier")
    with reader() as asked:
        found, names = query.diff(asked, operation, since, until, tier)
    if as_json:
        print_json(diff_as_dict(found))
    elif as_csv:
        print_csv(diff_rows(found, names))
    else:
        print(diff_text(found, names, width(), colour()), end="")
