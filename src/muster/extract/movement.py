"""Claims of kind movement."""

from collections.abc import Iterator

from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim


def find_movements(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    yield from ()
