"""Texts of our own, read by rules all the way to claims: what a test of rules says is not what was learned."""

from collections.abc import Callable

import pytest

from muster.annotate import annotate_one
from muster.extract import read_by_rules
from muster.extract.tiers import joined
from muster.model.claim import Claim
from muster.model.document import Document
from muster.read import segment


def _claims_of(text: str, published: str | None = None) -> tuple[Claim, ...]:
    document = annotate_one(Document("page", text, segment(text), published))
    return joined(document, *read_by_rules(document))


@pytest.fixture(scope="session")
def claims_of() -> Callable[..., tuple[Claim, ...]]:
    """The claims of a text by rules: `claims_of(text, published=None)`."""
    return _claims_of
