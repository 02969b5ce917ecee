"""Claims, documents and operations one by one: as lines for people and as JSON for programs."""

from collections.abc import Iterable
from typing import Any

from muster.model.brief import OperationSummary
from muster.model.card import Card
from muster.model.claim import Claim
from muster.model.document import Document
from muster.model.record import Attested, Report

SHORT_ID = 10
"""Characters of a claim's or document's id that are shown; `muster why` takes four or more."""


def document_lines(document: Document, claims: Iterable[Claim]) -> str:
    """A document's name and day, and its claims, each with the words that say so."""
    heading = f"{document.name} ({document.published or 'undated'})"
    return "\n".join([heading, *([claim_lines(claim) for claim in claims] or ["  no claims"]), ""])


def report_lines(report: Report) -> str:
    """A claim with the document that makes it."""
    return f"{claim_lines(report.claim)}\n{_INDENT}{report.card.label}, {report.card.published or 'undated'}"


def claim_lines(claim: Claim) -> str:
    """A claim: id, kind and slots, and under them the words that say so."""
    slots = claim.slots
    filled = "  ".join(f"{name}: {_shown(value)}" for name, value in slots.items() if name != "kind")
    quotes = [f"{_INDENT}“{' '.join(span.quote.split())}”" for span in claim.spans]
    return "\n".join([f"  {claim.id[:SHORT_ID]}  {claim.kind:<10}  {filled}", *quotes])


_INDENT = " " * (SHORT_ID + 4)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {part}" for name, part in value.items() if part is not None)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def report_dict(report: Report) -> dict[str, Any]:
    """The interchange form of a claim, with the ids of claim and document and the document's day besides."""
    card = report.card
    named = {"id": report.claim.id, "document": card.document, "doc": card.names[-1], "published": card.published}
    return named | report.claim.to_dict()


def card_line(card: Card) -> str:
    """A document in one line."""
    how = f"{card.dating.day} by {card.dating.author or card.dating.how}" if card.dating else "undated"
    names = ", ".join(card.names)
    publisher = f"  {card.publisher}" if card.publisher else ""
    return f"{card.document[:SHORT_ID]}  {how:<22}  {card.claims:>4} claims  {names}{publisher}"


def card_dict(card: Card) -> dict[str, Any]:
    """A document's card; `dated_by` says whether a sidecar, the page, an option or a person gave its day."""
    return {
        "id": card.document,
        "names": list(card.names),
        "published": card.published,
        "dated_by": card.dating.how if card.dating else None,
        "publisher": card.publisher,
        "title": card.title,
        "url": card.url,
        "added": card.added,
        "extractor": card.extractor,
        "claims": card.claims,
    }


def summary_line(summary: OperationSummary) -> str:
    """An operation in one line."""
    span = f"{summary.first} to {summary.last}" if summary.first else "undated"
    numbers = f"{summary.claims:>4} claims in {summary.documents} documents, {span}"
    strength = f"; strength {_strength(summary.strength)}" if summary.strength else ""
    return f"{summary.operation:<14}  {numbers}{strength}  ({summary.name})"


def _strength(attested: Attested) -> str:
    slots = attested.claim.slots
    figure = _shown(slots["count"]) if "count" in slots else f"{slots.get('nations')} nations"
    return f"{figure} ({attested.day or 'undated'})"


def summary_dict(summary: OperationSummary) -> dict[str, Any]:
    """An operation; `first` and `last` are days of publication, `strength` the newest claim of it or null."""
    return {
        "operation": summary.operation,
        "name": summary.name,
        "claims": summary.claims,
        "documents": summary.documents,
        "first": summary.first,
        "last": summary.last,
        "strength": report_dict(summary.strength.report) if summary.strength else None,
    }
