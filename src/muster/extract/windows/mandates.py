"""Mandates over windows: an operation, or its mandate, beside a word of founding, beginning, renewing or ending."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.telling import certain_operation, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.annotation import MentionKind
from muster.model.claim import Claim, Mandate, Status
from muster.model.explanation import Refusal

_TERMS = frozenset({"mandate", "term", "authorization", "authorisation"})
_PURPOSES = frozenset({"mandate", "task", "purpose", "job", "role", "mission", "aim", "duty"})
_CHARGED = frozenset({"mandate", "task", "charge", "instruct", "empower"})


def find_mandates(window: Window) -> Iterator[Claim | Refusal]:
    """What the sentence says an operation stands on and is for."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "mandate")
        if frame is not None and status_at(window, k) is not Status.DENIED:
            yield from _done(window, k, frame, _patients(window, k, frame))
        if window.head(k).lemma.lower() in _CHARGED and window.is_passive(k):
            yield from _tasked(window, k)
        if window.head(k).lemma.lower() == "be" and window.is_sort(k + 1, Sort.VERB):
            yield from _meant_to(window, k)
    for k in window.all(Sort.NOUN):
        frame = noun_frame(window, k, "mandate")
        if frame is not None and window.head(k).lemma.lower() not in _TERMS:
            yield from _done(window, k, frame, window.governed(k, "of", reach=2))


def _patients(window: Window, k: int, frame: Frame) -> tuple[int, ...]:
    if frame.get("role") == "agent":
        return window.subject(k)
    if frame.get("role") == "both":
        return (*window.done_to(k), *window.subject(k))
    return window.done_to(k)


def _done(window: Window, k: int, frame: Frame, about: tuple[int, ...]) -> Iterator[Claim | Refusal]:
    for n in about:
        operation = _meant(window, n, frame["of"])
        if operation is not None:
            yield told(window, Mandate(act=frame["act"]), "mandate", (k, n), operation, status_at(window, k))
        elif _operation_in(window, n) is not None or window.head(n).lemma.lower() in _TERMS:
            yield refused(window, (k, n), "mandate", f"the word must be about: {frame['of']}")


def _meant(window: Window, n: int, about: str) -> str | None:
    """The operation that the noun names, or whose mandate it is; None for anything else."""
    term = window.head(n).lemma.lower() in _TERMS
    if term and about in ("mandate", "either"):
        owner = _operation_in(window, n) or _operation_after(window, n)
        return owner or certain_operation(window)
    if about in ("operation", "either") and not term:
        return _operation_in(window, n, whole=True)
    return None


def _operation_in(window: Window, n: int, whole: bool = False) -> str | None:
    """The operation named in a noun chunk; with `whole`, the one that the chunk is."""
    chunk, sentence = window.chunks[n], window.scene.sentence
    named = (m for m in sentence.mentions if m.kind is MentionKind.OPERATION and m.form != "anaphor")
    inside = (m for m in named if chunk.first <= m.first < chunk.last)
    found = next((m.value for m in inside if not whole or m.covers(chunk.head)), None)
    if found is not None or not whole:
        return found
    if window.head(n).lower in ("it", "we"):
        meant = sentence.mention_at(chunk.head, MentionKind.OPERATION)
        return meant.value if meant is not None and meant.value == certain_operation(window) else None
    groups = sentence.groups_at(chunk.head)
    return next((m.value for m in groups if m.form == "missions" and m.country is None), None)


def _operation_after(window: Window, n: int) -> str | None:
    owners = window.governed(n, "of", reach=2)
    return next((found for k in owners if (found := _operation_in(window, k, whole=True))), None)


def _tasked(window: Window, k: int) -> Iterator[Claim | Refusal]:
    """ "UNMOP is mandated to monitor", "tasked with …"."""
    after = window.is_sort(k + 1, Sort.VERB) or window.word(k + 1) == "with"
    for n in window.subject(k)[:1]:
        operation = _operation_in(window, n, whole=True)
        if after and operation is not None:
            yield told(window, Mandate(act="tasked"), "mandate: task", (k, n, k + 1), operation, status_at(window, k))


def _meant_to(window: Window, k: int) -> Iterator[Claim | Refusal]:
    """ "Its mandate is to monitor the ceasefire": the purpose of the operation that is certainly meant."""
    if not any(t.tag == "TO" for t in window.words(k + 1)) or status_at(window, k) is not Status.ACTUAL:
        return
    for n in window.subject(k)[:1]:
        if window.head(n).lemma.lower() in _PURPOSES:
            operation = _operation_in(window, n) or _operation_after(window, n) or certain_operation(window)
            if operation is not None:
                yield told(window, Mandate(act="tasked"), "mandate: task", (k, n, k + 1), operation)
