"""`muster claims`: what is claimed, by whom, filtered."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import AsJson, Option
from muster.cli.report import print_json_line
from muster.errors import MusterError
from muster.model.claim import KINDS, Status

Operation = Annotated[str | None, Option("Of this operation only.", "OPERATION")]
Kind = Annotated[str | None, Option(f"Of this kind only: {', '.join(KINDS)}.", "KIND")]
OfStatus = Annotated[str | None, Option(f"Of this status only: {', '.join(Status)}.", "STATUS")]
Since = Annotated[str | None, Option("Only what was so on this day or later.", "DAY")]
Until = Annotated[str | None, Option("Only what was so on this day or earlier.", "DAY")]
Document = Annotated[str | None, Option("Of this document only (name or beginning of id).", "DOC")]


def claims(
    operation: Operation = None,
    kind: Kind = None,
    status: OfStatus = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    as_json: AsJson = False,
) -> None:
    """List the claims in the ledger, each with its document and the words that say so.

    A claim's day is its own, else the day its document was published. With --json, one claim a line, as
    `muster extract --json` prints them and with "id" and "published" besides.
    """
    # Imported here: `--help` does not need it.
    from muster import query  # noqa: PLC0415
    from muster.cli.listing import report_dict, report_lines  # noqa: PLC0415

    _one_of(kind, KINDS, "--kind")
    _one_of(status, tuple(Status), "--status")
    with reader() as asked:
        reports = query.claims(asked, operation, kind, status, since, until, document)
    for report in reports:
        if as_json:
            print_json_line(report_dict(report))
        else:
            print(report_lines(report))


def _one_of(given: str | None, known: tuple[str, ...], option: str) -> None:
    if given is not None and given not in known:
        raise MusterError(f"{option} {given}: there is none of that name; choose from {', '.join(known)}.")
