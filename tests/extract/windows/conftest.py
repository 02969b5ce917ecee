"""Sentences of our own, read by the second reader alone."""

from collections.abc import Callable

import pytest

from muster.annotate import annotate_one
from muster.extract.windows import read_windows
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim
from muster.model.document import Document
from muster.read import segment


def _annotated(text: str, published: str | None = None) -> AnnotatedDocument:
    return annotate_one(Document("page", text, segment(text), published))


@pytest.fixture(scope="session")
def annotated() -> Callable[..., AnnotatedDocument]:
    """What the language work makes of a text."""
    return _annotated


@pytest.fixture(scope="session")
def seen() -> Callable[..., tuple[Claim, ...]]:
    """What the second reader sees in a text."""
    return lambda text, published=None: tuple(read_windows(_annotated(text, published)))
