"""The day that entries of a log or diary are of: it is said once, at the head of the sheet or of the day's entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise, zip_longest

from muster.extract.log_labels import Label, dates_in, days_of, labels_of
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Casualty, Claim, Incident, Movement, Posture, Statement, Status
from muster.model.when import Resolution, When

_FEWEST = 4
"""Entries that make a log."""
_LATE = 6 * 60
"""Minutes that the clock may fall from one entry to the next on one day: some are entered late."""
_NEIGHBOURS = timedelta(7)
"""Days between labels of a diary at most: further apart, dates alone on their lines are of several papers."""
_HEAD_LINES, _HEAD_LINE = 10, 80
"""Lines above a log's first entry that are its head, and how long one is at most."""
_LONG = 40
"""Characters from which a line that ends in a stop is a sentence."""
_OF_OTHERS = re.compile(r"\W*(?:ref|your|our|previous)\b", re.IGNORECASE)
_HAPPENS = (Casualty, Incident, Movement, Posture, Statement)
# "0730  Roll call", "101  0145   Flames seen", "15:30 Confirmed", behind a serial number or none.
_ENTRY = re.compile(
    r"^[^\w\n]*(?:\d{1,4}[.)/]?[ \t]+)?(?P<hour>[01]\d|2[0-3])(?P<parted>[:.h])?(?P<minute>[0-5]\d)"
    r"(?P<hours> ?(?:hrs?|[A-Z]))?[ \t:–—-]+\S",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of a text that are of one day, and the words that say so; no day where it cannot be read."""

    start: int
    end: int
    day: date | None
    words: str


def dated_by_log(document: AnnotatedDocument, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, with the day of their entry for those of what happened that say no time of their own."""
    return tuple(_dated(document, claim) for claim in claims)


def _dated(document: AnnotatedDocument, claim: Claim) -> Claim:
    if claim.status is not Status.ACTUAL or not isinstance(claim.fact, _HAPPENS):
        return claim
    found = {day.edtf: day for span in claim.spans if (day := day_of_log(document, span.start)) is not None}
    if len(found) != 1:
        return claim
    [day] = found.values()
    # What the label itself says is read as the label is; where the entry tells days, the log's is none of them.
    told = {claim.when.words} if claim.when is not None else _told_with(document, claim)
    of_label = all(words.lower().strip(" .") in day.words.lower() for words in told)
    return replace(claim, when=day) if of_label else claim


def _told_with(document: AnnotatedDocument, claim: Claim) -> frozenset[str]:
    """The words of the days in the sentences of a claim."""
    own = [s for s in document.sentences if any(span.start < s.end and s.start < span.end for span in claim.spans)]
    return frozenset(m.when.words for s in own for m in s.times if m.when.edtf is not None)


def day_of_log(document: AnnotatedDocument, start: int) -> When | None:
    """The day of the entry at a character: that which the head of its sheet or the label above it gives, of a log of
    clock times without any that of publication; None if the text is no log there, or its days cannot be read."""
    published = document.document.published
    if published is None:
        return None
    stretches = _stretches(document.text, date.fromisoformat(published[:10]))
    found = next((s for s in reversed(stretches) if s.start <= start <= s.end), None)
    if found is None or found.day is None:
        return None
    return When(str(found.day), found.words, Resolution.INHERITED)


@lru_cache(maxsize=8)
def _stretches(text: str, published: date) -> tuple[_Stretch, ...]:
    """The stretches of a log, those of labels behind the sheet they stand in."""
    entries, labels = _entries(text), labels_of(text)
    if not entries:
        return tuple(_paragraphs(text, list(zip(labels, days_of(labels, published), strict=True))))
    first, end = entries[0][0], _end_of(text, entries[-1][0])
    day, words = _day_of_head(text, first, published)
    inside = [label for label in labels if first < label.start and label.end <= end]
    given = list(zip(inside, days_of(inside, published, day if words else None), strict=True))
    # Where later days have labels, and the first has none, it is not that of publication.
    sheet = _Stretch(first, _midnight(entries, first, end), None if inside and not words else day, words)
    return (sheet, *_days_of_sheet(given, entries, end))


def _day_of_head(text: str, end: int, published: date) -> tuple[date | None, str]:
    """The day that the head of a log gives, and its words; no day if it gives several or one that cannot be read,
    publication, without words, if it gives none."""
    lines = _head_of(text, end)
    found = [one for line in lines for one in dates_in(line, published)]
    if not found:
        labels = [label for line in lines for label in labels_of(line)]
        found = [(day, one.words) for one, day in zip(labels, days_of(labels, published), strict=True)]
    if not found:
        return published, ""
    return found[0] if len({day for day, _ in found}) == 1 else (None, found[0][1])


def _days_of_sheet(
    given: Sequence[tuple[Label, date | None]], entries: Sequence[tuple[int, int]], end: int
) -> Iterator[_Stretch]:
    """Each label's entries, down to the next label."""
    for (label, day), following in zip_longest(given, given[1:]):
        last = following[0].start - 1 if following else end
        yield _Stretch(label.end, _midnight(entries, label.end, last), day, label.words)


def _paragraphs(text: str, given: Sequence[tuple[Label, date | None]]) -> Iterator[_Stretch]:
    """Of a diary without times of the clock: what stands in a label's own paragraph, or in the next one if the label is
    a paragraph itself, down to the next label. One day makes no diary."""
    read = sorted({day for _, day in given if day is not None})
    if not any(later - first <= _NEIGHBOURS for first, later in pairwise(read)):
        return
    for (label, day), following in zip_longest(given, given[1:]):
        behind = text[label.end : label.end + 3]
        breaks = len(behind) - len(behind.lstrip("\n"))
        last = following[0].start - 1 if following else len(text)
        yield _Stretch(label.end, min(last, _end_of(text, label.end + breaks)), day, label.words)


def _midnight(entries: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Where a day's entries end: the clock falls further than for a late entry, or its stretch is over."""
    own = [entry for entry in entries if start <= entry[0] <= end]
    return next((later[0] - 1 for first, later in pairwise(own) if first[1] - later[1] > _LATE), end)


def _head_of(text: str, end: int) -> list[str]:
    """The lines above the first entry that are short and no sentences, nor parts of one, nor of another paper."""
    lines = text[:end].splitlines()[-_HEAD_LINES:]
    return [
        line
        for line, below in zip_longest(lines, lines[1:], fillvalue="")
        if len(line) <= _HEAD_LINE
        and not line.rstrip().endswith(",")
        and not (len(line) >= _LONG and line.rstrip().endswith("."))
        and not below[:1].islower()
        and not _OF_OTHERS.match(line)
    ]


def _entries(text: str) -> tuple[tuple[int, int], ...]:
    """Where the entries of a log begin, and their minutes of the day: lines with a time of the clock, most of them
    later than the one before."""
    entries = list(_ENTRY.finditer(text))
    if not _are_times(entries):
        return ()
    found = [(match.start(), int(match["hour"]) * 60 + int(match["minute"])) for match in entries]
    rising = sum(first[1] <= second[1] for first, second in pairwise(found))
    enough = len(found) >= _FEWEST and rising * 4 >= (len(found) - 1) * 3
    return tuple(found) if enough else ()


def _are_times(found: Sequence[re.Match[str]]) -> bool:
    """Whether what looks like times of the clock are none of years ("1950  Rebels attacked a camp") or of numbers in
    order ("1200 Danes"): bare ones begin in the morning somewhere."""
    bare = [match for match in found if not match["parted"] and not match["hours"]]
    years = len(bare) * 2 > len(found) and all(match["hour"] in ("19", "20") for match in bare)
    return not years and (len(bare) < len(found) or any(match["hour"] < "10" for match in bare))


def _end_of(text: str, start: int) -> int:
    """Where a paragraph ends."""
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)
