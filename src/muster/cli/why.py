"""`muster why`: the words behind a claim."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import Argument, AsJson
from muster.cli.report import colour, print_json, width

Claim = Annotated[str, Argument("CLAIM", "The beginning of a claim's id, as other commands show it.")]


def why(claim: Claim, as_json: AsJson = False) -> None:
    """Show why a claim stands: the sentences that say so, the document they stand in, and how they were read.

    What people decided of it stands below.

    With --json, one object: the claim as muster claims --json prints it, "passages", "document", "when_words",
    "resolution", "rule", "current", "judgements" (as muster judge list --json prints them).
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain import why_as_dict
    from muster.show.why import why_text

    with reader() as asked:
        found = query.why(asked, claim)
    if as_json:
        print_json(why_as_dict(found))
    else:
        print(why_text(found, width(), colour()), end="")
