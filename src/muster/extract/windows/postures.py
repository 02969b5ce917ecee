"""Postures over windows: a force beside a word for what it does or how it stands."""

from collections.abc import Iterator

from muster.extract.frames import Frame, lexicon
from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import is_owned_by_pronoun, named_forces
from muster.extract.windows.telling import is_place, operation_at, place_at, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.annotation import MentionKind
from muster.model.claim import Claim, Posture, Status
from muster.model.explanation import Refusal

_NOWHERE = "it has no place, and nothing changes"
_NOBODY = "the sentence does not name the force that stands so"


def find_postures(window: Window) -> Iterator[Claim | Refusal]:
    """What forces do in the sentence, or how they stand."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "posture")
        if status_at(window, k) is not Status.ACTUAL:
            if frame is not None:
                yield refused(window, (k,), "posture", f"it is {status_at(window, k)}: nobody stands so yet")
            continue
        if frame is not None and not _has_what_it_needs(window, k, frame):
            yield refused(window, (k,), "posture", f"the word means it only with {frame.get('needs')} beside it")
        elif frame is not None and not any(noun_frame(window, n, "posture") for n in window.object(k)):
            own = frame.get("role") != "patient" or not window.is_passive(k)
            stand = window.subject(k) if own else window.done_to(k)
            yield from _standing(window, k, stand, frame["activity"], _aspect_before(window, k))
        aspect = verb_frame(window, k, "posture_aspect")
        if aspect is not None:
            yield from _with_noun(window, k, aspect)


def _with_noun(window: Window, k: int, aspect: Frame) -> Iterator[Claim | Refusal]:
    """ "Increased its patrols", "patrols were suspended", "set up a checkpoint"."""
    for n in window.done_to(k):
        frame, place = noun_frame(window, n, "posture"), place_at(window, n)
        change = (None if aspect["change"] == "none" else aspect["change"]) or _adjective(window, n)
        if frame is None:
            continue
        owners = _owners(window, n) or tuple(a for d in window.doers(k) for a in _forces(window, d))
        if not owners or (change is None and place is None):
            reason = _NOWHERE if owners else _NOBODY
            yield refused(window, (k, n), "posture: noun", reason)
            continue
        for actor in owners:
            fact = Posture(actor=actor, activity=frame["activity"], change=change)
            yield told(window, fact, "posture: noun", (k, n), operation_at(window, k), place=place)


def _adjective(window: Window, n: int) -> str | None:
    frames = lexicon("posture_aspect").frames
    found = (frames.get((t.lower, None, "adjective")) for t in window.words(n))
    return next((frame["change"] for frame in found if frame is not None), None)


def _owners(window: Window, n: int) -> tuple[str, ...]:
    """The country or operation named before the noun: "Irish patrols", "KFOR's checkpoints"."""
    chunk, sentence = window.chunks[n], window.scene.sentence
    kinds = (MentionKind.COUNTRY, MentionKind.OPERATION)
    found = (m for m in sentence.mentions if m.kind in kinds and chunk.first <= m.first < chunk.head)
    return tuple(dict.fromkeys(m.value for m in found if m.form != "anaphor"))


def _standing(
    window: Window, k: int, stand: tuple[int, ...], activity: str, change: str | None
) -> Iterator[Claim | Refusal]:
    place = place_at(window, k) or next((_place(window, n) for n in window.object(k) if is_place(window, n)), None)
    if place is None and change is None:
        yield refused(window, (k,), "posture", _NOWHERE)
        return
    for n in stand:
        forces = _forces(window, n)
        if not forces:
            yield refused(window, (k, n), "posture", _NOBODY)
        for actor in forces:
            fact = Posture(actor=actor, activity=activity, change=change)
            yield told(window, fact, "posture", (k, n), operation_at(window, k), place=place)


def _place(window: Window, n: int) -> str:
    return window.scene.words(window.chunks[n].first, window.chunks[n].last)


def _aspect_before(window: Window, k: int) -> str | None:
    """ "Began to patrol", "stopped patrolling": what the verb right before makes of it."""
    if not window.is_sort(k - 1, Sort.VERB):
        return None
    aspect = verb_frame(window, k - 1, "posture_aspect")
    return aspect["change"] if aspect is not None and aspect["change"] in ("starts", "stops") else None


def _forces(window: Window, n: int) -> tuple[str, ...]:
    """Forces, and countries that act by themselves; not those of a pronoun ("his men")."""
    if is_owned_by_pronoun(window, n):
        return ()
    own = named_forces(window, n)
    return own or tuple(
        m.value for m in window.actors(n) if m.kind is MentionKind.COUNTRY and m.form not in ("adjective", "anaphor")
    )


def _has_what_it_needs(window: Window, k: int, frame: Frame) -> bool:
    if not frame.get("needs"):
        return True
    return any(is_place(window, n) or window.actors(n) for n in (*window.object(k), *window.governed(k, "in", "at")))
