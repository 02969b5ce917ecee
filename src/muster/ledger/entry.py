"""What is entered into a ledger, and what came of it."""

from dataclasses import dataclass

from muster.model.card import Dating
from muster.model.claim import Claim
from muster.model.document import Document


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of the extractor read in a document under one day of publication (None: undated)."""

    extractor: str
    published: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as it reached us: its original bytes, how it is dated, and what was read in it.

    `reading` is None where nothing was read anew; `dating` is None for an undated page.
    """

    document: Document
    data: bytes
    dating: Dating | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What an entry brought that the ledger did not have: the document, a dating, a reading, and how many claims.

    `known_claims` counts the claims of the reading that were there already.
    """

    document: str
    name: str
    new_document: bool
    new_dating: bool
    new_reading: bool
    new_claims: int
    known_claims: int
