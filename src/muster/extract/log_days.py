"""The day that entries of a log or diary are of: it is said once, at the head of the sheet or of the day's entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from muster.extract.log_labels import Label, dates_in, days_of, labels_of
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Casualty, Claim, Incident, Movement, Posture, Statement, Status
from muster.model.when import Resolution, When

_FEWEST = 4
"""Entries that make a log."""
_HALF_A_DAY = 12 * 60
_HEAD_LINES, _HEAD_LINE = 10, 80
"""Lines above a log's first entry that are its head, and how long one is at most."""
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
    # A weekday that is the label itself is the day the label is read as.
    own = claim.when is None or claim.when.words.lower().strip(" .") == day.words.lower()
    return replace(claim, when=day) if own else claim


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
    entries, labels = _entries(text), labels_of(text, published)
    given = list(zip(labels, days_of(labels, published), strict=True))
    if not entries:
        several = len({day for _, day in given if day is not None}) > 1
        return tuple(_paragraphs(text, given)) if several else ()
    head, end = _head_of(text, entries[0][0]), _end_of(text, entries[-1][0])
    dates = dates_in(head, published)
    day = next(iter(dates)) if len(dates) == 1 else None if dates else published
    sheet = _Stretch(entries[0][0], _midnight(entries, entries[0][0], end), day, head.strip() if dates else "")
    inside = [(label, day) for label, day in given if label.alone and label.end <= end]
    return (sheet, *_days_of_sheet(inside, entries, end))


def _days_of_sheet(
    given: Sequence[tuple[Label, date | None]], entries: Sequence[tuple[int, int]], end: int
) -> Iterator[_Stretch]:
    """Each label's entries, down to the next label."""
    for (label, day), following in zip(given, (*given[1:], None)[: len(given)], strict=True):
        last = following[0].start - 1 if following else end
        yield _Stretch(label.end, _midnight(entries, label.end, last), day, label.words)


def _paragraphs(text: str, given: Sequence[tuple[Label, date | None]]) -> Iterator[_Stretch]:
    """Of a diary without times of the clock: what stands in a label's own paragraph, or in the next one if the label is
    a paragraph itself, down to the next label."""
    for (label, day), following in zip(given, (*given[1:], None), strict=True):
        breaks = len(text[label.end : label.end + 3]) - len(text[label.end : label.end + 3].lstrip("\n"))
        last = following[0].start - 1 if following else len(text)
        yield _Stretch(label.end, min(last, _end_of(text, label.end + breaks)), day, label.words)


def _midnight(entries: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Where a day's entries end: the clock falls by more than half a day, or its stretch is over."""
    own = [entry for entry in entries if start <= entry[0] <= end]
    return next((later[0] - 1 for first, later in pairwise(own) if first[1] - later[1] > _HALF_A_DAY), end)


def _head_of(text: str, end: int) -> str:
    """The short lines above the first entry that are no sentences."""
    above = text[max(0, end - _HEAD_LINES * _HEAD_LINE) : end].splitlines()[-_HEAD_LINES:]
    return "\n".join(line for line in above if len(line) <= _HEAD_LINE and not line.rstrip().endswith((".", ",")))


@lru_cache(maxsize=8)
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
