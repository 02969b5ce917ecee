"""Movements over windows: a force beside a word of coming or going."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import is_owned_by_pronoun, named_forces
from muster.extract.windows.telling import operation_at, place_at, status_at, time_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.claim import Claim, Movement, Status

_MORE = frozenset("more further another additional extra reinforcement reinforcements".split())
_HOMEWARD = frozenset({"home", "homeward", "homewards"})
_TOWARDS = frozenset({"to", "into", "in", "at", "for", "towards", "on", "across"})
_TOLD = (Status.ACTUAL, Status.PLANNED)
_ACTS = frozenset({"deploy", "withdraw", "reinforce", "rotate"})


def find_movements(window: Window) -> Iterator[Claim]:
    """The comings and goings of forces that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "movement")
        if frame is not None and not _may_be_standing(window, k):
            yield from _moved(window, k, frame, _movers(window, k, frame))
    for k in window.all(Sort.NOUN):
        frame = noun_frame(window, k, "movement")
        if frame is not None and frame["act"] in _ACTS:
            yield from _moved(window, k, frame, window.governed(k, "of", reach=2))


def _may_be_standing(window: Window, k: int) -> bool:
    """Whether the verb may as well say who is there: "has committed 400", "will be stationed"."""
    if window.head(k).lemma.lower() == "deploy":
        return False
    return verb_frame(window, k, "strength") is not None or verb_frame(window, k, "contingent") is not None


def _movers(window: Window, k: int, frame: Frame) -> tuple[int, ...]:
    """The nouns that move, as the frame says where they stand."""
    patients, agents = window.done_to(k), window.doers(k)
    if frame["mover"] == "agent":
        return window.subject(k) if not window.is_passive(k) else ()
    if frame["mover"] == "patient":
        return patients
    if frame["mover"] == "either":
        return patients if any(named_forces(window, n) or window.count(n) for n in patients) else agents
    return ()


def _moved(window: Window, k: int, frame: Frame, movers: tuple[int, ...]) -> Iterator[Claim]:
    if status_at(window, k) not in _TOLD:
        return
    for n in movers:
        act = _act(window, k, n, frame)
        count = window.count(n)
        if act is None or is_owned_by_pronoun(window, n) or not (count or _is_placed(window, k)):
            continue
        for actor in _actors(window, k, n):
            fact = Movement(actor=actor, act=act, count=count.count if count else None)
            yield told(window, fact, "movement", (k, n), operation_at(window, k), status_at(window, k))


def _is_placed(window: Window, k: int) -> bool:
    """Whether the movement has a day or an aim of its own, as news has."""
    return time_at(window, k) is not None or place_at(window, k) is not None


def _actors(window: Window, k: int, n: int) -> tuple[str, ...]:
    """Whose force moves: the one its nouns name, else the country or body that sends it."""
    own = named_forces(window, n)
    country = tuple(actor for actor in own if len(actor) == 2 and actor.isupper())
    if country or not (window.count(n) or own):
        return country or own
    senders = () if n in window.subject(k) else window.doers(k)
    sent = tuple(m.value for s in senders for m in window.actors(s) if m.country or m.kind == "country")
    return sent or own


def _act(window: Window, k: int, n: int, frame: Frame) -> str | None:
    act = frame["act"]
    if act == "direction":
        act = _direction(window, k, n, frame.get("default"))
    if act == "deploy" and window.lowers(n) & _MORE:
        return "reinforce"
    return act if act in _ACTS else None


def _direction(window: Window, k: int, n: int, default: str) -> str:
    """Which way it goes: home or only away from a place is withdrawal, towards one is deployment."""
    first, last = max(k, n), window.stretch(k)[1]
    words = [window.word(j) for j in range(first, last)]
    if _HOMEWARD & set(words):
        return "withdraw"
    towards = any(window.is_sort(j, Sort.PREPOSITION) and window.word(j) in _TOWARDS for j in range(k + 1, last))
    away = any(window.is_sort(j, Sort.PREPOSITION) and window.word(j) == "from" for j in range(k + 1, last))
    if away and not towards:
        return "withdraw"
    if towards and default != "withdraw":
        return "deploy"
    return default or "none"
