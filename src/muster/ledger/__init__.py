"""The store: schema, migrations, append, read."""

from muster.ledger.entry import Added, Entry, Reading
from muster.ledger.holdings import (
    cards,
    cautions,
    claims,
    day_of,
    document,
    find_card,
    find_claim,
    is_read,
    operation_claims,
    original,
    tally,
)
from muster.ledger.reader import Reader, open_reader
from muster.ledger.store import Ledger, open_ledger

__all__ = [
    "Added",
    "Entry",
    "Ledger",
    "Reader",
    "Reading",
    "cards",
    "cautions",
    "claims",
    "day_of",
    "document",
    "find_card",
    "find_claim",
    "is_read",
    "open_ledger",
    "open_reader",
    "operation_claims",
    "original",
    "tally",
]
