"""A document for the eye: its text cut wherever a claim's words begin or end, each claim beside its sentence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from muster.desk import Reading
from muster.model.claim import KINDS, Claim
from muster.model.document import Document, Segment, SegmentKind
from muster.model.judgement import Judgement
from muster.model.record import Report
from muster.web.views.claim import Line, holding, line

PART_LENGTH = 40_000
"""Characters of a document that one page shows: with its claims some 200 kB."""


class Mark(NamedTuple):
    """A stretch of text with the claims whose words it is part of: their numbers, their kinds (each once, that of the
    shortest span first), and the numbers of those that begin here. No numbers: no claim's words."""

    text: str
    numbers: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()


class Beside(NamedTuple):
    """A claim in the margin, under its number, with what people decided about it."""

    number: int
    line: Line
    decided: str


class Block(NamedTuple):
    """A segment of the text and the claims whose words begin in it."""

    kind: str
    marks: tuple[Mark, ...]
    beside: tuple[Beside, ...]


class Sheet(NamedTuple):
    """One part of a document. `kinds` counts the claims of each kind in all of it; `part` of `parts` is shown."""

    blocks: tuple[Block, ...]
    kinds: tuple[tuple[str, int], ...]
    part: int
    parts: int


def sheet(reading: Reading, kind: str | None, part: int, claim: str = "") -> Sheet:
    """The part of the document (the one where the claim `claim` begins, if it is given), with the claims of `kind` (of
    all, if None)."""
    numbered = {one.id: number for number, one in enumerate(reading.claims, 1)}
    shown = [one for one in reading.claims if kind in (None, one.kind)]
    parts = _parts(_segments(reading.document))
    sought = next((one for one in reading.claims if claim and one.id.startswith(claim)), None)
    chosen = min(max(part, 1), len(parts)) if sought is None else _part_of(parts, sought)
    segments = parts[chosen - 1]
    decided = _decided(reading)
    blocks = [_block(reading, segment, shown, numbered, decided) for segment in segments]
    counted = Counter(one.kind for one in reading.claims)
    return Sheet(tuple(blocks), tuple((k, counted[k]) for k in KINDS if counted[k]), chosen, len(parts))


def _segments(document: Document) -> list[Segment]:
    """The document's segments, and what stands outside of them if anything does: nothing is to be left out."""
    found: list[Segment] = []
    at = 0
    for segment in (*document.segments, Segment(len(document.text), len(document.text), SegmentKind.CHROME)):
        if document.text[at : segment.start].strip():
            found.append(Segment(at, segment.start, SegmentKind.PARAGRAPH))
        if segment.end > segment.start:
            found.append(segment)
        at = max(at, segment.end)
    return found


def _parts(segments: Sequence[Segment]) -> list[list[Segment]]:
    parts: list[list[Segment]] = [[]]
    for segment in segments:
        if parts[-1] and segment.end - parts[-1][0].start > PART_LENGTH:
            parts.append([])
        parts[-1].append(segment)
    return parts


def _part_of(parts: Sequence[Sequence[Segment]], claim: Claim) -> int:
    start = claim.spans[0].start
    return next((n for n, part in enumerate(parts, 1) if part and start < part[-1].end), len(parts))


def _decided(reading: Reading) -> dict[str, str]:
    """What holds of each claim that a person judged alone."""
    about: dict[str, list[Judgement]] = {}
    for one in reading.judgements:
        about.setdefault(one.subjects[0], []).append(one)
    return {address: holding(told) for address, told in about.items()}


def _block(
    reading: Reading, segment: Segment, shown: Iterable[Claim], numbered: dict[str, int], decided: dict[str, str]
) -> Block:
    here = [one for one in shown if any(_meets(segment, span.start, span.end) for span in one.spans)]
    own = [one for one in here if segment.start <= one.spans[0].start < segment.end]
    beside = [
        Beside(numbered[one.id], _line(one, reading, is_decided=one.id in decided), decided.get(one.id, ""))
        for one in own
    ]
    return Block(str(segment.kind), _marks(reading.document.text, segment, here, numbered), tuple(beside))


def _line(claim: Claim, reading: Reading, *, is_decided: bool) -> Line:
    return line(Report(claim, reading.card, judged=claim.id if is_decided else None), reading.names)


def _meets(segment: Segment, start: int, end: int) -> bool:
    return start < segment.end and segment.start < end


def _marks(text: str, segment: Segment, claims: Iterable[Claim], numbered: dict[str, int]) -> tuple[Mark, ...]:
    """The segment's text cut wherever a span begins or ends, so that spans may overlap as they like."""
    spans = [
        (max(span.start, segment.start), min(span.end, segment.end), place == 0 and span.start >= segment.start, claim)
        for claim in claims
        for place, span in enumerate(claim.spans)
        if _meets(segment, span.start, span.end)
    ]
    cuts = sorted({segment.start, segment.end, *(at for start, end, *_ in spans for at in (start, end))})
    marks = []
    for start, end in pairwise(cuts):
        over = sorted((one for one in spans if one[0] <= start and end <= one[1]), key=lambda one: one[1] - one[0])
        numbers = dict.fromkeys(numbered[one[3].id] for one in over)
        kinds = dict.fromkeys(one[3].kind for one in over)
        begins = dict.fromkeys(numbered[one[3].id] for one in over if one[0] == start and one[2])
        marks.append(Mark(text[start:end], tuple(numbers), tuple(kinds), tuple(sorted(begins))))
    return tuple(marks)
