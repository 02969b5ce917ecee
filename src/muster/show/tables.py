"""Documents, operations and warnings as tables, and a claim in a line."""

from collections.abc import Iterable, Sequence

from muster.model.brief import Names, OperationSummary
from muster.model.card import Card, Caution
from muster.model.claim import Claim, Status
from muster.show.figures import figure_words
from muster.show.layout import columns
from muster.show.lines import ID_LENGTH
from muster.show.words import UNDATED, count_words, status_words, time_words

_APART = frozenset({"kind", "operation", "when", "status", "source", "count"})


def operations_table(summaries: Iterable[OperationSummary], width: int = 100, colour: bool = False) -> str:
    """Each operation with how much is known of it, from when to when, and its latest strength."""
    head = ("operation", "name", "claims", "documents", "first", "last", "latest strength")
    rows = [
        (
            one.operation,
            one.name,
            f"{one.claims:,}",
            f"{one.documents:,}",
            _day(one.first),
            _day(one.last),
            figure_words(one.strength) if one.strength else "",
        )
        for one in summaries
    ]
    return table(head, rows, "no operations yet: run muster add", width, colour)


def documents_table(cards: Iterable[Card], width: int = 100, colour: bool = False) -> str:
    """Each document with its day, how that is known, its publisher, and how many claims it makes."""
    head = ("document", "name", "published", "dated by", "publisher", "claims")
    rows = [
        (
            card.document[:ID_LENGTH],
            card.names[-1] if card.names else "",
            _day(card.published),
            card.dating.how if card.dating else "",
            card.publisher or "",
            f"{card.claims:,}",
        )
        for card in cards
    ]
    return table(head, rows, "no documents yet: run muster add", width, colour)


def warnings_table(cautions: Iterable[Caution], width: int = 100, colour: bool = False) -> str:
    """Each warning with its file and stage."""
    head = ("file", "stage", "warning", "noticed")
    rows = [(one.path, one.stage, one.message, one.at[:10]) for one in cautions]
    return table(head, rows, "no warnings", width, colour)


def claim_words(claim: Claim, names: Names) -> str:
    """What a claim says in one line: its status if not actual, its figure, its slots in order."""
    values = [_value(value, names) for name, value in claim.slots.items() if name not in _APART]
    status = status_words(claim.status) if claim.status is not Status.ACTUAL else ""
    return ", ".join(filter(None, (status, count_words(getattr(claim.fact, "count", None)), *values)))


def _value(value: object, names: Names) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{number} {group}" for group, number in value.items())
    listed = value if isinstance(value, list) else [value]
    return ", ".join(names.of(str(one)) for one in listed)


def _day(day: str | None) -> str:
    return time_words(day) if day else UNDATED


def table(head: Sequence[str], rows: Sequence[Sequence[str]], empty: str, width: int, colour: bool) -> str:
    """Rows under a head, or what to say where there are none."""
    return (columns(head, rows, width, colour) if rows else empty) + "\n"
