"""The day of publication, where the page itself prints it beyond doubt."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from muster.model.document import Segment, SegmentKind
from muster.read import labels

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = labels.MONTH.pattern
_DATES = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d\d-\d\d\b)"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<m1>{_NAME})\.?,?\s+(?:of\s+)?(?P<y1>\d{{4}})\b"
    rf"|(?P<m2>{_NAME})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>\d{4})\b",
    re.I,
)
_PUBLISHED = re.compile(r"\b(?:published|posted|released?|issued|date)\b", re.I)
_OTHER_DAY = re.compile(
    r"\b(?:updated|modified|as (?:of|at)|since|until|till|from|to|between|by|for|edited|adopted)\b", re.I
)
_HEAD = 12
_COVER_WORDS = 100


def publication_day(text: str, segments: Sequence[Segment]) -> str | None:
    """The ISO day on which the text came out, or None if the page does not say so beyond doubt.

    Read are only the chrome and the short lines above the first paragraph (on a first page that is a mere cover, all of
    them), and the dateline of an agency report. A
    date called `published` counts first; else there must be one date in the head alone. Dates without a year, days
    of updates, and figures that may be month and day or day and month are passed over.
    """
    head = _head(text, segments)
    named = {day for words in head if _PUBLISHED.search(words) for day in _named(words)}
    others = {day for words in head if not _OTHER_DAY.search(words) for day in _days(words)}
    days = named or others
    return days.pop() if len(days) == 1 else None


def _head(text: str, segments: Sequence[Segment]) -> list[str]:
    """The lines that may say when the text came out: all short ones above the first paragraph, and its dateline."""
    head: list[str] = []
    cover = _cover(text)
    for segment in segments[:_HEAD]:
        words = text[segment.start : min(segment.end, segment.start + 400)]
        if segment.kind in (SegmentKind.CHROME, SegmentKind.HEADLINE) or _is_masthead(words):
            head.append(words)
        elif segment.kind is SegmentKind.PARAGRAPH and segment.start >= cover:
            dateline = re.match(r"[A-Z][A-Z./' -]+,[^.;:—–]{0,60}?\d{4}(?=\s\(|\s?[—–]|\s--?\s)", words)
            return [*head, dateline[0]] if dateline else head
    return head


def _cover(text: str) -> int:
    """Where a first page ends that is too short to be more than a cover or a note of transmission; else 0."""
    end = text.find("\f")
    return end if end >= 0 and len(text[:end].split()) <= _COVER_WORDS else 0


def _is_masthead(words: str) -> bool:
    return len(words.split()) <= 16 and not labels.FULL_STOP.search(words) and not labels.FINITE.search(words)


def _named(words: str) -> Iterator[str]:
    """The day that follows `published`, without a day of updating that follows it."""
    return _days(_OTHER_DAY.split(_PUBLISHED.split(words)[1])[0])


def _days(words: str) -> Iterator[str]:
    for found in _DATES.finditer(words):
        day = _day(found)
        if day is not None:
            yield day.isoformat()


def _day(found: re.Match[str]) -> date | None:
    """The day that was found, if there is such a day and only one way to read it."""
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["d3"]:
            day, month = int(found["d3"]), int(found["m3"])
            return date(int(found["y3"]), month, day) if day > 12 or day == month else None
        name = (found["m1"] or found["m2"])[:3].lower()
        return date(int(found["y1"] or found["y2"]), _MONTH_NAMES.index(name) + 1, int(found["d1"] or found["d2"]))
    except ValueError:
        return None
