"""Claims as people read them in a terminal."""

from collections.abc import Iterable
from typing import Any

from muster.model.claim import Claim
from muster.model.document import Document


def claims_of(document: Document, claims: Iterable[Claim]) -> str:
    """A document's name and date, and its claims, each with the words that say so."""
    heading = f"{document.name} ({document.published or 'undated'})"
    lines = [line for claim in claims for line in _claim_lines(claim)]
    return "\n".join([heading, *(lines or ["  no claims"]), ""])


def _claim_lines(claim: Claim) -> list[str]:
    slots = dict(claim.slots)
    kind = slots.pop("kind")
    filled = "  ".join(f"{name}: {_shown(value)}" for name, value in slots.items())
    quotes = (" ".join(span.quote.split()) for span in claim.spans)
    return [f"  {claim.id[:10]}  {kind:<10}  {filled}", *(f"              “{quote}”" for quote in quotes)]


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part is not None)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
