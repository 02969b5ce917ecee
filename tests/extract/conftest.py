"""Texts of our own, read all the way to claims."""

from collections.abc import Callable

import pytest

from muster.annotate import annotate_one
from muster.extract import extract
from muster.model.claim import Claim
from muster.model.document import Document
from muster.read import segment


def _claims_of(text: str, published: str | None = None) -> tuple[Claim, ...]:
    return extract(annotate_one(Document("page", text, segment(text), published)))


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text: `claims_of(text, published=None)`."""
    return _claims_of
