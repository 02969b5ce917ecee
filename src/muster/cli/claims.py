"""`muster claims`: what is claimed, by whom, filtered."""

from typing import Annotated

from muster.cli.opening import reader
from muster.cli.options import AsCsv, AsJson, OfTier, Option, one_of
from muster.cli.report import colour, print_csv, print_json_lines, width
from muster.model.claim import KINDS, Status, Tier

Operation = Annotated[str | None, Option("Of this operation only.", "OPERATION")]
Kind = Annotated[str | None, Option(f"Of this kind only: {', '.join(KINDS)}.", "KIND")]
OfStatus = Annotated[str | None, Option(f"Of this status only: {', '.join(Status)}.", "STATUS")]
Since = Annotated[str | None, Option("Only what was so on this day (YYYY-MM-DD) or later.", "DAY")]
Until = Annotated[str | None, Option("Only what was so on this day (YYYY-MM-DD) or earlier.", "DAY")]
Document = Annotated[str | None, Option("Of this document only (its name, or the beginning of its id).", "DOC")]


def claims(  # noqa: PLR0913, PLR0917 - one parameter for every option
    operation: Operation = None,
    kind: Kind = None,
    status: OfStatus = None,
    tier: OfTier = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List the claims in the ledger: id, what is said, of when, and on whose word.

    A claim's day is its own, else the day its document was published. Claims stand as they were read; what a person
    decided of one stands beside it, or "waits" where only the trained reader sees it: no record rests on those until
    somebody accepts them.

    With --json, one claim a line: "claim" (its id), its slots and "spans" as muster extract prints them,
    "document" (id), "publisher" and "published", "judged": null, or the judgement that holds of it, and
    "waits".
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.claims import claim_as_dict, claims_rows, claims_table

    one_of(kind, KINDS, "--kind")
    one_of(status, tuple(Status), "--status")
    one_of(tier, tuple(Tier), "--tier")
    wanted = query.Wanted(kind=kind, status=status, tier=tier, since=since, until=until, document=document)
    with reader() as asked:
        reports, decided = query.claims(asked, operation, **wanted), query.decisions_on(asked)
    if as_json:
        print_json_lines(claim_as_dict(report, decided) for report in reports)
        return
    names = query.names_of([report.claim for report in reports])
    if as_csv:
        print_csv(claims_rows(reports, names, decided))
    else:
        print(claims_table(reports, names, width(), colour(), decided), end="")
