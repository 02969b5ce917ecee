"""Movements over windows: a force beside a word of coming or going."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import is_owned_by_pronoun, named_forces
from muster.extract.windows.telling import has_time, is_place, operation_at, place_at, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.annotation import CountMention
from muster.model.claim import Claim, Movement, Status, is_country
from muster.model.explanation import Refusal

_MORE = frozenset("more further another additional extra reinforcement reinforcements".split())
_HOMEWARD = frozenset({"home", "homeward", "homewards"})
_HOMES = frozenset({"country", "homeland", "barracks", "base"})
_TOWARDS = frozenset({"to", "into", "in", "at", "for", "towards", "on", "across"})
_TOLD = (Status.ACTUAL, Status.PLANNED)
_EXCEPTING = frozenset({"but", "except"})
# "Joins the force" may as well say that it is there.
_DOUBTFUL = frozenset({"join"})
_ACTS = frozenset({"deploy", "withdraw", "reinforce", "rotate"})
_GOING = _ACTS | {"direction"}


def find_movements(window: Window) -> Iterator[Claim | Refusal]:
    """The comings and goings of forces that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "movement")
        if frame is None or frame["act"] not in _GOING:
            continue
        if _may_be_standing(window, k):
            yield refused(window, (k,), "movement", "the verb may as well say who is there")
        elif _is_attribute(window, k):
            yield refused(window, (k,), "movement", "a participle tells which people are meant, not what happened")
        else:
            yield from _moved(window, k, frame, _movers(window, k, frame))
    for k in window.all(Sort.NOUN):
        frame = noun_frame(window, k, "movement")
        if frame is not None and frame["act"] in _ACTS and frame["mover"] == "either":
            yield from _moved(window, k, frame, window.governed(k, "of", reach=2))


def _may_be_standing(window: Window, k: int) -> bool:
    """Whether the verb may as well say who is there: "has committed 400", "will be stationed"."""
    lemma = window.head(k).lemma.lower()
    if lemma in ("deploy", *_DOUBTFUL):
        return lemma in _DOUBTFUL
    stands, has = verb_frame(window, k, "contingent"), verb_frame(window, k, "strength")
    return (stands is not None and stands.get("owner") == "patient") or (has is not None and has.get("of") == "country")


def _is_attribute(window: Window, k: int) -> bool:
    """ "Soldiers sent to Goma": a participle after its noun tells which soldiers, not news."""
    return window.head(k).tag == "VBN" and window.chunks[k].last - window.chunks[k].first == 1


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


def _moved(window: Window, k: int, frame: Frame, movers: tuple[int, ...]) -> Iterator[Claim | Refusal]:
    status = status_at(window, k)
    if status not in _TOLD:
        yield refused(window, (k,), "movement", f"it is {status}, which words beside each other tell too badly")
        return
    if not movers:
        yield refused(window, (k,), "movement", "no noun stands where the frame wants the one that moves")
    for n in movers:
        act = _act(window, k, n, frame)
        actors = _actors(window, k, n)
        parts = (n, *window.governed(n, "of", reach=2))
        beside = window.apposed(parts[-1])
        counted = parts if beside is None else (*parts, beside)
        count = next((c for part in counted if (c := window.count(part)) is not None), None)
        reason = _reason_against(window, k, n, (act, actors, count))
        if reason is not None or act is None:
            yield refused(window, (k, n), "movement", reason or "")
            continue
        for actor in actors:
            fact = Movement(actor=actor, act=act, count=count.count if count else None)
            yield told(window, fact, "movement", (k, n), operation_at(window, k), status_at(window, k))


def _reason_against(
    window: Window, k: int, n: int, found: tuple[str | None, tuple[str, ...], CountMention | None]
) -> str | None:
    """Why this is no movement of `n` for this reader, given its act, actors and count; None if it is."""
    act, actors, count = found
    if act is None:
        return "neither the word nor the places say which way it goes"
    if window.word(n - 1) in _EXCEPTING:
        return "it tells who did not move"
    if act == "withdraw" and _goes_elsewhere(window, k):
        return "it is from one place to another, which may be a deployment (GUIDE.md, decision 54)"
    if count is None and not (has_time(window, k) or place_at(window, k) is not None):
        return "news of a movement has a number, a day or an aim; this has none"
    return None if actors else "the sentence does not name the country whose force it is"


def _goes_elsewhere(window: Window, k: int) -> bool:
    """ "Pulling 260 out of Cyprus and into Sinai": away from one place and on to another that is not home."""
    aims = window.governed(k, "to", "into", "for")
    return any(is_place(window, n) and not window.lowers(n) & (_HOMEWARD | _HOMES) for n in aims)


def _actors(window: Window, k: int, n: int) -> tuple[str, ...]:
    """Whose force moves: the one its nouns name ("a group of 230 Kenyans" too), else the country that sends it."""
    if not is_owned_by_pronoun(window, n):
        own = [actor for part in (n, *window.governed(n, "of", reach=2)) for actor in named_forces(window, part)]
        # Only countries: the mission's own force is too often another unit that the words do not name.
        countries = tuple(dict.fromkeys(actor for actor in own if is_country(actor)))
        if countries or not (window.count(n) or own):
            return countries
    senders = () if n in window.subject(k) else window.subject(k)
    return tuple(m.value for s in senders for m in window.actors(s) if is_country(m.value) and m.form != "anaphor")


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
    if away and default == "withdraw":
        return "none"  # From one place to another: GUIDE.md, decision 54, leaves it to more than words beside it.
    if towards and default != "withdraw":
        return "deploy"
    return default or "none"
