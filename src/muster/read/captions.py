"""Captions, and the credits that go with them."""

import re
from collections.abc import Sequence

from muster.model.document import SegmentKind
from muster.read import labels
from muster.read.units import Unit

_CHROME, _CAPTION = SegmentKind.CHROME, SegmentKind.CAPTION
_MAX_CAPTION = 600
_NAMED = re.compile(r"(?:image|photo|picture)? ?caption\W*$", re.I)


def mark_captions(units: Sequence[Unit]) -> list[Unit]:
    """The units, captions marked and cut off from their labels and credits, which are chrome."""
    parts = [part for unit in units for part in (_parted(unit) if unit.kind is None else (unit,))]
    credited = _beside_labels(parts)
    known = {_said(unit) for unit in credited if unit.kind is _CAPTION}
    return [unit.of_kind(_CAPTION) if unit.kind is None and _said(unit) in known else unit for unit in credited]


def _said(unit: Unit) -> str:
    return " ".join(unit.words.split()) if len(unit.words) <= _MAX_CAPTION else ""


def _parted(unit: Unit) -> tuple[Unit, ...]:
    """A caption cut from the label before and the credit after it; any other unit as it is."""
    if len(unit.words) > _MAX_CAPTION:
        return (unit,)
    if labels.CREDIT_LINE.match(unit.words) and _names_only(unit.words):
        return (unit.of_kind(_CHROME),)
    label = labels.CAPTION_HEAD.match(unit.words)
    first = label.end() if label else 0
    credit = _credit(unit.words, first)
    if label is None and credit is None:
        return (unit,)
    last = len(unit.words) if credit is None else credit
    parts = unit.part(0, first, _CHROME), unit.part(first, last, _CAPTION), unit.part(last, len(unit.words), _CHROME)
    return tuple(part for part in parts if part.words)


def _credit(words: str, first: int) -> int | None:
    """Where the credit at the end of a caption begins, if it has one after character `first`."""
    found = labels.CREDIT.search(words, first)
    if found is None or labels.DATELINE.match(words) or not _names_only(found[0]):
        return None
    return found.start()


def _names_only(credit: str) -> bool:
    """Whether it consists of names and of words that stand in credits: it says nothing of what is in the picture."""
    return all(labels.CREDIT_WORDS.fullmatch(word) for word in re.findall(r"\b[a-z][a-zà-ÿ]{3,}\b", credit))


def _beside_labels(units: Sequence[Unit]) -> list[Unit]:
    """A line that stands right above a credit of its own, or right below a label of captions, is the caption."""
    marked = list(units)
    for at in range(1, len(units)):
        unit, before = units[at], units[at - 1]
        below = unit.is_chrome and unit.block == before.block and labels.CREDIT_LINE.match(unit.short or "")
        if below and before.kind is None and len(before.words) <= _MAX_CAPTION:
            marked[at - 1] = before.of_kind(_CAPTION)
        named = before.is_chrome and unit.block == before.block and _NAMED.match(before.words[:40])
        if named and unit.kind is None and len(unit.words) <= _MAX_CAPTION:
            marked[at] = unit.of_kind(_CAPTION)
    return marked
