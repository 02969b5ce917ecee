"""Statements over windows: a speaker beside a word of attitude."""

from collections.abc import Iterator

from muster.extract.windows.chunks import Sort
from muster.extract.windows.parties import is_owned_by_pronoun, speakers
from muster.extract.windows.telling import status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import verb_frame
from muster.model.claim import Claim, Statement, Status


def find_statements(window: Window) -> Iterator[Claim]:
    """The attitudes that the sentence tells."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "statement")
        if frame is None or frame["act"] == "carries" or window.is_passive(k):
            continue
        if status_at(window, k) is not Status.ACTUAL or not _has_what_it_needs(window, k, frame.get("needs")):
            continue
        if _is_of_pronoun(window, k):
            continue
        for n in window.subject(k):
            if is_owned_by_pronoun(window, n):
                continue
            for speaker in speakers(window, n):
                yield told(window, Statement(speaker=speaker, act=frame["act"]), "statement", (k, n))


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
