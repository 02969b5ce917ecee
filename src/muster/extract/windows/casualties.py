"""Casualties over windows: people beside a word of harm."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import named
from muster.extract.windows.telling import operation_at, place_at, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import adjective_frame, verb_frame
from muster.model.annotation import CountMention, Mention, MentionKind
from muster.model.claim import Casualty, Claim, Status
from muster.model.count import Count
from muster.model.explanation import Refusal

_FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff"})
_PEOPLE = _FORCES | {"civilians", "armed", "spokes"}
_ANYBODY = frozenset("person people man woman boy inmate prisoner detainee".split())
_ONE = Count(best=1)


def find_casualties(window: Window) -> Iterator[Claim | Refusal]:
    """Who is killed, wounded, missing, held or freed, as the sentence tells it."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "casualty")
        if frame is None:
            continue
        if _is_told(window, k, frame):
            yield from _harmed(window, k, frame, _victims(window, k, frame))
        else:
            yield refused(window, (k,), "casualty", f"it is {status_at(window, k)}: nobody is said to be hurt")
    for k in window.all(Sort.NOUN):
        yield from _beside(window, k)


def _is_told(window: Window, k: int, frame: Frame) -> bool:
    """Whether the harm has come about (or a release is coming)."""
    status = status_at(window, k)
    return status is Status.ACTUAL or (status is Status.PLANNED and frame["outcome"] == "freed")


def _victims(window: Window, k: int, frame: Frame) -> tuple[int, ...]:
    if frame.get("who") == "subject":
        return window.subject(k)
    if frame.get("who") == "object":
        hurt = window.done_to(k)
        return hurt if hurt or window.head(k).tag != "VBD" else window.subject(k)  # "Four wounded": a headline.
    return ()


def _harmed(window: Window, k: int, frame: Frame, victims: tuple[int, ...]) -> Iterator[Claim | Refusal]:
    if not victims:
        yield refused(window, (k,), "casualty", "no noun stands where the frame wants the hurt")
    for n in victims:
        count, groups = window.count(n), _groups(window, n)
        if not groups:
            yield refused(window, (k, n), "casualty", "the noun does not say whose people they are")
        for group in (_as_written(window, n, group) for group in groups):
            number = _number(window, n, count)
            fact = Casualty(outcome=frame["outcome"], group=group, count=number)
            place = place_at(window, max(k, n))
            yield told(window, fact, "casualty", (k, n), operation_at(window, k), status_at(window, k), place)


def _beside(window: Window, k: int) -> Iterator[Claim | Refusal]:
    """ "Two soldiers dead", "11 wounded": a number of people with the harm right after it."""
    count = window.count(k)
    if count is None or count.article:
        return
    inner = window.chunks[k].last - 1
    after = window.chunks[k + 1].first if window.is_sort(k + 1, Sort.ADJECTIVE) else inner
    frame = adjective_frame(window, after, "casualty")
    if frame is None:
        return
    for group in _groups(window, k):
        fact = Casualty(outcome=frame["outcome"], group=group, count=count.count)
        yield told(window, fact, "casualty: beside", (k,), operation_at(window, k), place=place_at(window, k))


def _groups(window: Window, n: int) -> tuple[str, ...]:
    """What claims call the people of a noun chunk; none if it names no people."""
    if window.lowers(n) & {"no"} or window.head(n).lemma.lower() in _ANYBODY:
        return ()
    people = (m for m in named(window, n) if _are_people(m))
    return tuple(dict.fromkeys(group for m in people if (group := _called(m))))


def _as_written(window: Window, n: int, group: str) -> str:
    """Staff and workers of nobody in particular are called what the text calls them."""
    if not any(m.form == "staff" and m.country is None for m in window.actors(n)):
        return group
    chunk, count = window.chunks[n], window.count(n)
    first = max(chunk.first, count.last if count is not None else chunk.first)
    return window.scene.words(min(first, chunk.head), chunk.last)


def _are_people(actor: Mention) -> bool:
    if actor.kind is MentionKind.GROUP:
        return actor.form in _PEOPLE
    return actor.kind is MentionKind.PERSON or (actor.kind is MentionKind.COUNTRY and actor.form == "demonym")


def _called(actor: Mention) -> str | None:
    """A country for its soldiers, the force for its peacekeepers; soldiers and people of neither are refused."""
    if actor.kind is MentionKind.PERSON:
        return actor.country
    if actor.kind is MentionKind.GROUP and actor.form in ("soldiers", "peacekeepers"):
        return actor.country or ("peacekeepers" if actor.form == "peacekeepers" else None)
    return actor.country or actor.value


def _number(window: Window, n: int, count: CountMention | None) -> Count | None:
    if count is not None:
        return count.count
    head = window.head(n)
    return _ONE if head.tag in ("NN", "NNP") else None
