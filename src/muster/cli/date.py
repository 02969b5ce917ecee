"""`muster date`: give an undated page its day."""

from typing import Annotated

from muster.cli.opening import author_of, ledger
from muster.cli.options import Argument

Document = Annotated[str, Argument("DOC", "Name of the document, or the beginning of its id.")]
Day = Annotated[str, Argument("DAY", "Day of publication (YYYY-MM-DD).")]


def date(document: Document, published: Day) -> None:
    """Date a document, and read it again under that date.

    What the document says of "yesterday" or "last month" then gets its day. That it was you who dated it is kept.
    """
    # Imported here: the stages and the store are slow to load and `--help` does not need them.
    from muster.pipeline import redate
    from muster.query import iso_day

    said = iso_day(published)
    with ledger() as opened:
        dated = redate(opened, document, said, author_of())
    if not dated.new_dating and not dated.new_reading:
        print(f"{dated.name} was already dated {said}; nothing changed.")
    else:
        number = dated.new_claims + dated.known_claims
        read = f" and read again: {number} claims, {dated.new_claims} of them new" if dated.new_reading else ""
        print(f"{dated.name} is now dated {said}{read}.")
