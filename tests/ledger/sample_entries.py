"""Makers of what goes into a ledger."""

from datetime import UTC, datetime

from muster.ledger import Entry, Reading
from muster.model.card import Dating
from muster.model.claim import Claim, Contingent, Strength
from muster.model.count import Count, Rel
from muster.model.document import Document
from muster.model.span import Span

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
TEXT = "The mission has 900 troops. Ghana sent about 120 of them."


def clock() -> datetime:
    return NOW


def claims_of(document: Document) -> tuple[Claim, ...]:
    strength = Strength(count=Count(best=900), component="troops")
    contingent = Contingent(country="GH", count=Count(best=120, rel=Rel.ABOUT), component="troops")
    return (
        Claim(document=document.id, fact=strength, spans=(Span.of(TEXT, 0, 26),), operation="unifil", rule="has"),
        Claim(document=document.id, fact=contingent, spans=(Span.of(TEXT, 28, 50),), operation="unifil", rule="sent"),
    )


def entry_of(document: Document, extractor: str = "1", how: str = "page") -> Entry:
    dating = Dating(document.published, how) if document.published else None
    reading = Reading(extractor, document.published, claims_of(document))
    return Entry(document, document.text.encode(), dating, reading)
