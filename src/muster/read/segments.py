"""Text → segments."""

import re

from muster.model.document import Segment, SegmentKind

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def segment(text: str) -> tuple[Segment, ...]:
    """The stretches a text is made of, in order; together they cover all that is not white space."""
    return tuple(
        Segment(block.start(), block.start() + len(block[0].rstrip()), SegmentKind.PARAGRAPH)
        for block in _BLOCK.finditer(text)
    )
