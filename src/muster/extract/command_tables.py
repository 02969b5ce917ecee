"""Tenure rows and lists of commanders in tables."""

from collections.abc import Iterator

from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim


def table_commands(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of command that the tables of a document make."""
    yield from ()
