"""`muster warnings`: what went wrong while documents were added."""

from muster.cli.opening import reader


def warnings() -> None:
    """List the warnings the ledger keeps: when, at which stage, and what was wrong with which file."""
    # Imported here: `--help` does not need it.
    from muster import query  # noqa: PLC0415

    with reader() as asked:
        kept = query.warnings(asked)
    for caution in kept:
        print(f"{caution.at}  {caution.stage}  {caution.message}")
    if not kept:
        print("No warnings.")
