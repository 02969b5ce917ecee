"""`muster why`: the words behind a claim."""

from typing import Annotated

import typer

from muster.cli.opening import reader

Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="The beginning of a claim's id.", show_default=False)]


def why(claim: Claim) -> None:
    """Show why a claim stands: the sentences that say so, the document they stand in, and the rule that read them."""
    # Imported here: `--help` does not need it.
    from muster import query, show  # noqa: PLC0415

    with reader() as asked:
        found = query.why(asked, claim)
    print(show.why_text(found))
