"""`muster documents`: what the ledger has read."""

from muster.cli.opening import reader
from muster.cli.options import AsJson
from muster.cli.report import print_json_line


def documents(as_json: AsJson = False) -> None:
    """List the documents in the ledger: id, day of publication and who gave it, name, publisher, number of claims.

    With --json, one document a line.
    """
    # Imported here: `--help` does not need it.
    from muster import query  # noqa: PLC0415
    from muster.cli.listing import card_dict, card_line  # noqa: PLC0415

    with reader() as asked:
        cards = query.documents(asked)
    for card in cards:
        if as_json:
            print_json_line(card_dict(card))
        else:
            print(card_line(card))
