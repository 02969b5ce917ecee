"""Relations over windows: two parties beside a word of pact, talks, poll, boycott or recognition."""

from collections.abc import Iterator

from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import named
from muster.extract.windows.telling import refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import noun_frame, verb_frame
from muster.model.annotation import MentionKind
from muster.model.claim import Claim, Relation, Status
from muster.model.explanation import Refusal


def find_relations(window: Window) -> Iterator[Claim | Refusal]:
    """How parties are said to stand to each other."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "relation")
        if frame is None or status_at(window, k) is Status.POSSIBLE:
            continue
        if frame.get("relation"):
            yield from _said(window, k, frame["relation"], window.subject(k))
        elif frame.get("makes"):
            yield from _made(window, k, frame["makes"].split())


def _made(window: Window, k: int, makes: list[str]) -> Iterator[Claim | Refusal]:
    """ "Signed an agreement", "talks were held": a noun of relation that the verb brings about."""
    for n in window.done_to(k):
        frame = noun_frame(window, n, "relation")
        if frame is not None and frame.get("with") in makes:
            parties = window.governed(n, "between", reach=4) or window.governed(k, "by", "between", "with")
            subjects = parties if window.is_passive(k) or not window.subject(k) else window.subject(k)
            yield from _said(window, k, frame["relation"], subjects)


def _said(window: Window, k: int, relation: str, subjects: tuple[int, ...]) -> Iterator[Claim | Refusal]:
    objects = tuple(m.value for n in window.object(k) for m in named(window, n) if m.kind is not MentionKind.GROUP)
    if not any(named(window, n) for n in subjects[:1]):
        yield refused(window, (k,), "relation", "the sentence does not name the party")
    for n in subjects[:1]:
        for subject in named(window, n)[:1]:
            fact = Relation(relation=relation, subject=subject.value, object=objects)
            yield told(window, fact, "relation", (k, n), status=status_at(window, k))
