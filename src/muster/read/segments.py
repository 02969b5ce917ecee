"""Text → segments: what each stretch of a page is, told by its shape, its neighbours and the words of labels."""

import re
from collections.abc import Iterator, Sequence

from muster.model.document import Segment, SegmentKind
from muster.read import labels
from muster.read.captions import mark_captions
from muster.read.furniture import mark_furniture
from muster.read.lines import lines_of
from muster.read.units import Unit, units_in

MAX_SEGMENT = 20_000
"""Characters; a longer stretch is cut at the end of a sentence or at white space, so that parsers can take it."""

_CHROME, _HEADLINE = SegmentKind.CHROME, SegmentKind.HEADLINE
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*\s")
_ARMY_CLOCK = re.compile(labels.ARMY_CLOCK)
_QUOTED = re.compile(r"(?:“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"|‘[^‘]*’)\W*$")
# The share of capitals from which a text is a cable and not a page with a headline.
_CAPITALS = 0.8


def segment(text: str) -> tuple[Segment, ...]:
    """The stretches a text is made of.

    They are in order, do not overlap, hold no blank margin, and together cover every character that is not white
    space. Credits, labels, numbers of paragraphs and times of entries are chrome segments of their own beside what
    they belong to. Takes time linear in the length of the text.
    """
    # In a cable that is all capitals, capitals mark no headline.
    seen = text.lower() if _is_all_capitals(text) else text
    units = mark_captions(mark_furniture(list(units_in(seen, lines_of(seen)))))
    markers = [labels.MARKER]
    if sum(bool(_ARMY_CLOCK.match(unit.words)) for unit in units) > 2:
        markers.append(labels.YEARLIKE_CLOCK)
    parted = [part for unit in _with_headings(units) for part in _without_marker(unit, markers)]
    return tuple(
        Segment(start, end, unit.kind or SegmentKind.PARAGRAPH) for unit in parted for start, end in _cut(unit)
    )


def _is_all_capitals(text: str) -> bool:
    """Whether nearly every letter of the text is a capital, and lower case would not move any character."""
    letters = sum(char.isalpha() for char in text)
    return sum(char.isupper() for char in text) > _CAPITALS * letters and len(text.lower()) == len(text)


def _with_headings(units: Sequence[Unit]) -> list[Unit]:
    """The units, those that are still unknown told apart as headline, standfirst, quote and paragraph."""
    first = next((at for at, unit in enumerate(units) if unit.kind is None), -1)
    told: list[Unit] = []
    for at, unit in enumerate(units):
        below = units[at + 1] if at + 1 < len(units) else None
        above = told[-1] if told else None
        if unit.kind is not None:
            told.append(unit)
        elif _is_heading(unit, above, below, at == first):
            told.append(unit.of_kind(_HEADLINE))
        elif at == first + 1 and _is_standfirst(unit, told[first], below):
            told.append(unit.of_kind(SegmentKind.STANDFIRST))
        else:
            told.append(unit.of_kind(SegmentKind.QUOTE if _is_quote(unit.words) else SegmentKind.PARAGRAPH))
    return told


def _is_heading(unit: Unit, above: Unit | None, below: Unit | None, first: bool) -> bool:
    if not unit.is_title:
        return False
    if first or labels.SECTION.match(unit.short) or unit.words.isupper():
        return True
    begins = above is None or above.block != unit.block or above.is_chrome or above.kind is _HEADLINE
    return (
        begins and len(unit.short.split()) <= 14 and (below is None or below.block != unit.block or below.is_sentence)
    )


def _is_standfirst(unit: Unit, headline: Unit, below: Unit | None) -> bool:
    """A single paragraph under the headline, kept apart from the body by a picture, a byline or other chrome."""
    if headline.kind is not _HEADLINE or below is None or below.kind not in (_CHROME, SegmentKind.CAPTION):
        return False
    return unit.is_sentence and len(unit.short.split()) in range(6, 61) and not labels.DATELINE.match(unit.short)


def _is_quote(words: str) -> bool:
    if len(words) > MAX_SEGMENT:
        return False
    return all(line.startswith(">") for line in words.splitlines()) or bool(_QUOTED.match(words))


def _without_marker(unit: Unit, markers: Sequence[re.Pattern[str]]) -> tuple[Unit, ...]:
    """A unit cut from the bullet, number or time of day at its head."""
    marker = next((found for marker in markers if (found := marker.match(unit.words))), None)
    if marker is None or unit.kind in (_CHROME, SegmentKind.TABLE):
        return (unit,)
    mark, rest = unit.part(0, marker.end(), _CHROME), unit.part(marker.end(), len(unit.words), unit.kind)
    return (mark, rest) if rest.words else (mark,)


def _cut(unit: Unit) -> Iterator[tuple[int, int]]:
    """Where the unit is cut because it is too long."""
    first, words = 0, unit.words
    while len(words) - first > MAX_SEGMENT:
        last = _place_to_cut(words, first)
        piece = words[first:last]
        begin = first + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield unit.start + begin, unit.start + begin + len(piece.strip())
        first = last
    piece = words[first:]
    if piece.strip():
        begin = first + len(piece) - len(piece.lstrip())
        yield unit.start + begin, unit.start + begin + len(piece.strip())


def _place_to_cut(words: str, first: int) -> int:
    """The end of the last sentence in the second half of what may be one segment, else of a word, else the limit."""
    window = words[first + MAX_SEGMENT // 2 : first + MAX_SEGMENT]
    end = max((found.end() for found in _SENTENCE_END.finditer(window)), default=0)
    if not end:
        end = max((found.end() for found in re.finditer(r"\s", window)), default=len(window))
    return first + MAX_SEGMENT // 2 + end
