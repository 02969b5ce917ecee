"""`muster extract`: claims of documents, nothing stored."""

from muster.cli.options import AsJson, Paths, Published
from muster.cli.report import complain, print_json_line


def extract(paths: Paths, published: Published = None, as_json: AsJson = False) -> None:
    """Print the claims of documents; nothing is stored.

    With --json, one claim a line, as GUIDE.md describes them.
    """
    # Imported here: the stages are slow to load and `--help` does not need them.
    from muster.cli.listing import document_lines  # noqa: PLC0415
    from muster.pipeline import Publication, Refused, extract_files  # noqa: PLC0415
    from muster.query import iso_day  # noqa: PLC0415

    refused = 0
    for outcome in extract_files(paths, Publication(published and iso_day(published))):
        if isinstance(outcome, Refused):
            complain(outcome.reason)
            refused += 1
        elif as_json:
            for claim in outcome.claims:
                print_json_line({"doc": outcome.document.name, **claim.to_dict()})
        else:
            print(document_lines(outcome.document, outcome.claims))
    if refused:
        raise SystemExit(1)
