"""`muster extract`: claims of documents, nothing stored."""

from muster.cli.options import AsJson, OfTier, Paths, Published, one_of
from muster.cli.report import complain, print_json_lines
from muster.model.claim import Tier


def extract(paths: Paths, published: Published = None, tier: OfTier = None, as_json: AsJson = False) -> None:
    """Print the claims of documents; nothing is stored.

    With --json, one claim a line in the form of docs/how-to/machine-readable.md: "doc" (the file's name, or its path
    below the folder given, without the ending), "kind", the slots, "tier" ("confirmed" if two independent
    readers agree, else "candidate"), and "spans" in characters of the text.
    """
    # Imported here: the stages are slow to load and `--help` does not need them.
    from muster.cli.listing import document_lines
    from muster.pipeline import Publication, Refused, extract_files
    from muster.query import iso_day, names_of

    one_of(tier, tuple(Tier), "--tier")
    refused = 0
    for outcome in extract_files(paths, Publication(published and iso_day(published))):
        if isinstance(outcome, Refused):
            complain(outcome.reason)
            refused += 1
            continue
        claims = [claim for claim in outcome.claims if tier in (None, claim.tier)]
        if as_json:
            print_json_lines({"doc": outcome.document.name, **claim.to_dict()} for claim in claims)
        else:
            print(document_lines(outcome.document, claims, names_of(claims)))
    if refused:
        raise SystemExit(1)
