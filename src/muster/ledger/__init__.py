"""The store: schema, migrations, append, read.

What only writing needs is imported when it is asked for: reading is to start fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from muster.ledger.entry import Added, Entry, Reading
    from muster.ledger.store import Ledger, open_ledger

_WRITING = {"Added": "entry", "Entry": "entry", "Reading": "entry", "Ledger": "store", "open_ledger": "store"}


def __getattr__(name: str) -> Any:
    """Import what writing needs on first use."""
    if name not in _WRITING:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WRITING[name]}"), name)


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
