"""Claims that are in no ledger, as people read them."""

from collections.abc import Iterable

from muster.model.brief import Names
from muster.model.claim import Claim
from muster.model.document import Document
from muster.show.tables import claim_words
from muster.show.words import time_words


def document_lines(document: Document, claims: Iterable[Claim], names: Names) -> str:
    """A document's name and day, and its claims, each with the words that say so."""
    day = time_words(document.published) if document.published else "undated"
    told = [_claim_lines(claim, names) for claim in claims]
    return "\n".join([f"{document.name}, {day}", *(told or ["  no claims"]), ""])


def _claim_lines(claim: Claim, names: Names) -> str:
    when = f", {time_words(claim.when.edtf)}" if claim.when and claim.when.edtf else ""
    source = f" ({names.of(claim.source)})" if claim.source else ""
    about = f"{claim.kind} of {claim.operation}" if claim.operation else claim.kind
    quotes = [f"      “{' '.join(span.quote.split())}”" for span in claim.spans]
    return "\n".join([f"  {about}: {claim_words(claim, names)}{when}{source}", *quotes])
