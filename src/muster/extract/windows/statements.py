"""Statements over windows: a speaker beside a word of attitude."""

from collections.abc import Iterator

from muster.extract.frames import Frame
from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import is_owned_by_pronoun, named_people, speakers
from muster.extract.windows.telling import refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import verb_frame
from muster.model.claim import Claim, Statement, Status
from muster.model.explanation import Refusal


def find_statements(window: Window) -> Iterator[Claim | Refusal]:
    """The attitudes that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "statement")
        if frame is None or frame["act"] == "carries" or window.is_passive(k):
            continue
        reason = _reason_against(window, k, frame)
        if reason is not None:
            yield refused(window, (k,), "statement", reason)
            continue
        for n in window.subject(k):
            named = _speakers(window, n)
            if not named:
                yield refused(window, (k, n), "statement", "the sentence does not name the speaker")
            for speaker in named:
                yield told(window, Statement(speaker=speaker, act=frame["act"]), "statement", (k, n))


def _speakers(window: Window, n: int) -> tuple[str, ...]:
    """Who speaks: the person named beside a title, else whom the noun names."""
    beside = window.apposed(n)
    person = named_people(window, beside) if beside is not None else ()
    return person or (() if is_owned_by_pronoun(window, n) else speakers(window, n))


def _reason_against(window: Window, k: int, frame: Frame) -> str | None:
    """Why the verb is no statement for this reader; None if it is."""
    if status_at(window, k) is not Status.ACTUAL:
        return f"it is {status_at(window, k)}: the position is not taken"
    if not _has_what_it_needs(window, k, frame.get("needs")):
        return f"the word means it only with {frame.get('needs')} beside it"
    if _is_of_pronoun(window, k):
        return "what it is about stands in another sentence"
    return None if window.subject(k) else "no noun stands as its subject"


def _is_of_pronoun(window: Window, k: int) -> bool:
    """ "Denies it", "deplores this": of what, another sentence says."""
    if window.is_sort(k - 2, Sort.RELATIVE):
        return True
    return any(window.head(n).tag in ("PRP", "DT") for n in window.object(k))


def _has_what_it_needs(window: Window, k: int, need: str) -> bool:
    """Whether words that mean an attitude only in company have it: somebody named and what they are to do."""
    if need == "asked":
        objects = window.object(k)
        after = objects[-1] + 1 if objects else k + 1
        asked = bool(objects) and any(window.actors(n) for n in objects)
        return asked and window.is_sort(after, Sort.VERB) and window.words(after)[0].tag == "TO"
    if need in ("infinitive", "content"):
        return window.is_sort(k + 1, Sort.VERB) or window.word(k + 1) == "that"
    if need in ("actor", "event", "claim-noun"):
        return bool(window.object(k))
    return True
