"""Incidents over windows: a word for an event beside a place, a day, or those it befell."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.telling import is_place, operation_at, place_at, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.claim import Claim, Incident, Status

_BACK = frozenset({"this", "that", "these", "those"})
_ABSTRACT = frozenset("any no such possible potential future further more every against prevent risk threat".split())


def find_incidents(window: Window) -> Iterator[Claim]:
    """The events that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "incident")
        if frame is None or status_at(window, k) is not Status.ACTUAL or _is_harm(window, k):
            continue
        if _has_parties(window, k, frame) and _has_circumstance(window, k):
            yield _told(window, k, frame)
    for k in window.all(Sort.NOUN):
        frame = noun_frame(window, k, "incident")
        if frame is not None and not _is_spoken_of(window, k) and _has_circumstance(window, k):
            yield _told(window, k, frame)


def _is_harm(window: Window, k: int) -> bool:
    """ "Was shot", "was hit": who was hurt is told, and no more (GUIDE.md, decision 29)."""
    harm = verb_frame(window, k, "casualty")
    return harm is not None and harm["outcome"] in ("killed", "wounded")


def _is_spoken_of(window: Window, k: int) -> bool:
    """Whether an event is one in general, or one told before ("the fighting", "that ambush")."""
    return bool(window.lowers(k) & _ABSTRACT) or window.words(k)[0].lower in _BACK


def _told(window: Window, k: int, frame: Frame) -> Claim:
    beside = (*window.subject(k), *window.object(k)) if window.is_sort(k, Sort.VERB) else ()
    fact = Incident(type=frame["type"])
    return told(window, fact, "incident", (k, *beside), operation_at(window, k), place=place_at(window, k))


def _has_parties(window: Window, k: int, frame: Frame) -> bool:
    """Whether the verb has about it what it needs: somebody or something it befalls."""
    if frame.get("needs") in ("none", ""):
        return True
    beside = (*window.done_to(k), *window.governed(k, "on", "at", "upon", "with", "into", reach=4))
    if frame.get("needs") in ("vehicle", "weapon", "shell", "bomb"):
        return any(window.head(n).tag.startswith("NN") for n in (*window.subject(k), *window.object(k)))
    if frame.get("needs") in ("crowd", "parties"):
        beside = (*beside, *window.subject(k))
    return any(window.actors(n) or is_place(window, n) for n in beside)


def _has_circumstance(window: Window, k: int) -> bool:
    first, last = window.stretch(k)
    low, high = window.chunks[first].first, window.chunks[last - 1].last
    return any(low <= t.first < high for t in window.scene.sentence.times) or place_at(window, k) is not None
