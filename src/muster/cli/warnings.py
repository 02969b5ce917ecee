"""`muster warnings`: what went wrong while documents were added."""

from muster.cli.opening import reader
from muster.cli.options import AsJson
from muster.cli.report import colour, print_json_lines, width


def warnings(as_json: AsJson = False) -> None:
    """List the warnings the ledger keeps: which file, at which stage, what was wrong, and when.

    With --json, one warning a line: "path", "stage", "message", "at".
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain import caution_as_dict
    from muster.show.tables import warnings_table

    with reader() as asked:
        kept = query.warnings(asked)
    if as_json:
        print_json_lines(map(caution_as_dict, kept))
    else:
        print(warnings_table(kept, width(), colour()), end="")
