"""What a document makes up: a novel's or a game's world, the scenario of an exercise (GUIDE.md, decision 33)."""

import re

from muster.model.annotation import AnnotatedDocument
from muster.model.document import Segment

# What a document says of itself where all it tells is made up. The banner of exercise traffic is the word repeated.
_ALL = re.compile(
    r"\b(?:events?|states?|countries|characters?|names?|forces|persons|scenario|setting)\b[^.]{0,60}\b(?:are|is)\s+"
    r"(?:\w+\s+)?(?:fictitious|fictional|notional|imaginary|invented)\b"
    r"|\bwork\s+of\s+(?:fiction|satire)\b|\bfor\s+(?:exercise|training)\s+purposes\s+only\b"
    r"|\bexercise(?:[\s*/–—-]+exercise){2}\b",
    re.I,
)
# What says of one paragraph of such a document that it is in earnest ("no duff": so soldiers call it on the radio).
_EARNEST = re.compile(
    r"\bno[- ]duff\b|\b(?:not|non|outside)[- ](?:the[- ])?exercise\b|\bin real life\b|\breal[- ]world\b", re.I
)
# What makes up one paragraph.
_HERE = re.compile(r"\b(?:video|computer|board|role-playing|war)[- ]?games?\b|\b(?:fictional|fictitious)\b", re.I)


def invented_segments(document: AnnotatedDocument) -> frozenset[Segment]:
    """The segments that tell what somebody made up."""
    whole = _ALL.search(document.text) is not None
    return frozenset(s for s in document.document.segments if _is_invented(document.text[s.start : s.end], whole=whole))


def _is_invented(words: str, *, whole: bool) -> bool:
    return _EARNEST.search(words) is None if whole else _HERE.search(words) is not None
