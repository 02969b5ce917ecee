"""A small ledger and a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.sample_entries import TEXT, clock
from muster.ledger import Ledger, open_ledger
from muster.model.document import Document, Segment, SegmentKind


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'house' / 'ledger.db'}"


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with open_ledger(url, clock) as opened:
        yield opened


@pytest.fixture
def page() -> Document:
    segment = Segment(0, len(TEXT), SegmentKind.PARAGRAPH)
    return Document("wire/page", TEXT, (segment,), "2024-04-30", "Example Wire", "A page", "https://example.org/a")
