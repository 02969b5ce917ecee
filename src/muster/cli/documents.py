"""`muster documents`: what the ledger has read."""

from muster.cli.opening import reader
from muster.cli.options import AsJson
from muster.cli.report import colour, print_json_lines, width


def documents(as_json: AsJson = False) -> None:
    """List the documents in the ledger: id, name, day of publication and how it is known, publisher, claims.

    With --json, one document a line: "document" (its id), "names", "publisher", "title", "url", "published",
    "dated_by" (sidecar, page, option or person), "dated_by_person", "added", "extractor", "claims" (how many).
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain import card_as_dict
    from muster.show.tables import documents_table

    with reader() as asked:
        cards = query.documents(asked)
    if as_json:
        print_json_lines(map(card_as_dict, cards))
    else:
        print(documents_table(cards, width(), colour()), end="")
