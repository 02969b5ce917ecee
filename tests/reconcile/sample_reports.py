"""Makers of reports."""

from muster.model.card import Card, Dating
from muster.model.claim import Claim, Fact, Status
from muster.model.record import Report
from muster.model.span import Span
from muster.model.when import Resolution, When


def report(  # noqa: PLR0913, PLR0917 - one parameter for each thing that specifications vary
    fact: Fact,
    page: str = "a",
    published: str | None = None,
    when: str | None = None,
    status: Status = Status.ACTUAL,
    place: str | None = None,
    at: int = 0,
    source: str | None = None,
) -> Report:
    """A report of `fact` by the document `page`, whose words stand from character `at`."""
    claim = Claim(
        document=page,
        fact=fact,
        spans=(Span(at, at + 10, "0123456789"),),
        operation="unifil",
        status=status,
        when=When(when, "", Resolution.EXPLICIT) if when else None,
        place=place,
        source=source,
    )
    dating = Dating(published, "page") if published else None
    return Report(claim, Card(page, (page,), "2024-05-01T00:00:00Z", publisher=f"Wire {page}", dating=dating))
