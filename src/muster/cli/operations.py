"""`muster operations`: which operations the ledger speaks of."""

from muster.cli.opening import reader
from muster.cli.options import AsJson
from muster.cli.report import print_json_line


def operations(as_json: AsJson = False) -> None:
    """List the operations that claims speak of, with how much is known of them and their latest strength.

    With --json, one operation a line.
    """
    # Imported here: `--help` does not need it.
    from muster import query  # noqa: PLC0415
    from muster.cli.listing import summary_dict, summary_line  # noqa: PLC0415

    with reader() as asked:
        summaries = query.operations(asked)
    for summary in summaries:
        if as_json:
            print_json_line(summary_dict(summary))
        else:
            print(summary_line(summary))
