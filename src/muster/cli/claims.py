"""`muster claims`: what is claimed, by whom, filtered."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import AsJson, Option
from muster.cli.report import colour, print_json_lines, width
from muster.errors import MusterError
from muster.model.claim import KINDS, Status

Operation = Annotated[str | None, Option("Of this operation only.", "OPERATION")]
Kind = Annotated[str | None, Option(f"Of this kind only: {', '.join(KINDS)}.", "KIND")]
OfStatus = Annotated[str | None, Option(f"Of this status only: {', '.join(Status)}.", "STATUS")]
Since = Annotated[str | None, Option("Only what was so on this day (YYYY-MM-DD) or later.", "DAY")]
Until = Annotated[str | None, Option("Only what was so on this day (YYYY-MM-DD) or earlier.", "DAY")]
Document = Annotated[str | None, Option("Of this document only (its name, or the beginning of its id).", "DOC")]


def claims(
    operation: Operation = None,
    kind: Kind = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    as_json: AsJson = False,
) -> None:
    """List the claims in the ledger: id, what is said, of when, and on whose word.

    A claim's day is its own, else the day its document was published.

    With --json, one claim a line: "claim" (its id), its slots and "spans" as muster extract prints them, and
    "document" (id), "publisher" and "published".
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain import report_as_dict
    from muster.show.tables import claims_table

    _one_of(kind, KINDS, "--kind")
    _one_of(status, tuple(Status), "--status")
    with reader() as asked:
        reports = query.claims(asked, operation, kind, status, since, until, document)
    if as_json:
        print_json_lines(map(report_as_dict, reports))
        return
    names = query.names_of([report.claim for report in reports])
    print(claims_table(reports, names, width(), colour()), end="")


def _one_of(given: str | None, known: tuple[str, ...], option: str) -> None:
    if given is not None and given not in known:
        raise MusterError(f"{option} {given}: there is none of that name; choose from {', '.join(known)}.")
