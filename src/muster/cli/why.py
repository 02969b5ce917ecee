"""`muster why`: the words behind a claim."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import Argument

Claim = Annotated[str, Argument("CLAIM", "The beginning of a claim's id.")]


def why(claim: Claim) -> None:
    """Show why a claim stands: the sentences that say so, the document they stand in, and the rule that read them."""
    # Imported here: `--help` does not need it.
    from muster import query, show  # noqa: PLC0415

    with reader() as asked:
        found = query.why(asked, claim)
    print(show.why_text(found))
