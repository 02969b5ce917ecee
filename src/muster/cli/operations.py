"""`muster operations`: which operations the ledger speaks of."""

from muster.cli.opening import reader
from muster.cli.options import AsJson
from muster.cli.report import colour, print_json_lines, width


def operations(as_json: AsJson = False) -> None:
    """List the operations that claims speak of: how much is known of them, from when to when, latest strength.

    With --json, one operation a line: "operation" (its slug), "name", "claims" and "documents" (how many), "first" and
    "last" (days of publication), "strength" (the latest claim of it, or null).
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain import summary_as_dict
    from muster.show.tables import operations_table

    with reader() as asked:
        summaries = query.operations(asked)
    if as_json:
        print_json_lines(map(summary_as_dict, summaries))
    else:
        print(operations_table(summaries, width(), colour()), end="")
