"""The sentence around a claim's words, as a reader wants to see it."""

import re
from collections.abc import Iterable

from muster.model.brief import Passage
from muster.model.document import Document
from muster.model.span import Span

# A sentence ends at a mark of its end, with the quotes and brackets that close after it, before a new beginning.
_END = re.compile(r"[.!?…]['\"”’)\]]*\s+(?=['\"“‘(\[]?[A-Z0-9À-Þ])")
# A full stop after these ends a name, not a sentence.
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Lt|Col|Maj|Gen|Brig|Capt|Sgt|Adm|Gov|Sen|vs))\.\s+$")
_BLANK = re.compile(r"\n\s*\n")


def passages(document: Document, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """The sentences in which the spans stand, in order of the text, each once."""
    marks: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for span in sorted(spans):
        start, end = _sentence(document, span)
        marks.setdefault((start, end), []).append((span.start - start, span.end - start))
    return tuple(Passage(start, document.text[start:end], tuple(at)) for (start, end), at in marks.items())


def _sentence(document: Document, span: Span) -> tuple[int, int]:
    """The bounds of the sentence (or sentences) that the span lies in."""
    start, end = _stretch(document, span)
    breaks = [
        found.end()
        for found in _END.finditer(document.text, start, end)
        if not _SHORT.search(document.text, start, found.end())
    ]
    first = max((at for at in breaks if at <= span.start), default=start)
    last = min((at for at in breaks if at >= span.end), default=end)
    return first, first + len(document.text[first:last].rstrip())


def _stretch(document: Document, span: Span) -> tuple[int, int]:
    """The segment around the span; the paragraph, if the document has no segment there."""
    for segment in document.segments:
        if segment.start <= span.start and span.end <= segment.end:
            return segment.start, segment.end
    before = [blank.end() for blank in _BLANK.finditer(document.text, 0, span.start)]
    after = _BLANK.search(document.text, span.end)
    return (before[-1] if before else 0), (after.start() if after else len(document.text))
