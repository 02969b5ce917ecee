"""Incidents over windows: a word for an event beside a place, a day, or those it befell."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.telling import is_place, operation_at, place_at, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.claim import Claim, Incident, Status
from muster.model.explanation import Refusal

_BACK = frozenset({"this", "that", "these", "those"})
_SPOKEN_OF = "an event in general, or one told before"
_ABSTRACT = frozenset("any no such possible potential future further more every against prevent risk threat".split())


def find_incidents(window: Window) -> Iterator[Claim | Refusal]:
    """The events that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "incident")
        if frame is not None:
            reason = _reason_against(window, k, frame)
            yield refused(window, (k,), "incident", reason) if reason else _told(window, k, frame)
    for k in window.all(Sort.NOUN):
        frame = noun_frame(window, k, "incident")
        if frame is not None:
            reason = _SPOKEN_OF if _is_spoken_of(window, k) else _no_circumstance(window, k)
            yield refused(window, (k,), "incident", reason) if reason else _told(window, k, frame)


def _reason_against(window: Window, k: int, frame: Frame) -> str | None:
    """Why the verb tells no incident for this reader; None if it does."""
    if status_at(window, k) is not Status.ACTUAL:
        return f"it is {status_at(window, k)}: nothing is said to have happened"
    if _is_harm(window, k):
        return "it tells who was hurt and no more (GUIDE.md, decision 29)"
    if not window.subject(k) and not window.object(k):
        return "nobody and nothing stands about the verb"
    if not _has_parties(window, k, frame):
        return f"the word means an incident only with {frame.get('needs')} beside it"
    return _no_circumstance(window, k)


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


def _no_circumstance(window: Window, k: int) -> str | None:
    first, last = window.stretch(k)
    low, high = window.chunks[first].first, window.chunks[last - 1].last
    dated = any(low <= t.first < high for t in window.scene.sentence.times)
    return None if dated or place_at(window, k) is not None else "it has no day and no place"
