"""The shared lexicons (`lexicon/KIND.yaml`), looked up by the words that stand beside each other."""

from collections.abc import Mapping
from functools import cache

from muster.extract.frames import Frame, lexicon
from muster.extract.windows.chunks import Sort
from muster.extract.windows.window import Window

# How many words after a verb may hold those that complete it: "brought the men home".
_REACH = 6
# Of a verb that says something else without them ("come under fire") they must stand close.
_CLOSE = 3


@cache
def _completed(kind: str) -> Mapping[str, tuple[Frame, ...]]:
    """The verb frames that need further words, by their verb, those with most words first."""
    found: dict[str, list[Frame]] = {}
    for frame in lexicon(kind).frames.values():
        if frame.pos == "verb" and frame.particle:
            found.setdefault(frame.lemma, []).append(frame)
    return {lemma: tuple(sorted(frames, key=lambda f: -len(f.particle or ""))) for lemma, frames in found.items()}


def verb_frame(window: Window, k: int, kind: str) -> Frame | None:
    """The frame of the verb at chunk `k`: with the words after it that complete it, else of the verb alone."""
    lemma = window.head(k).lemma.lower()
    reach = _CLOSE if kind in ("incident", "command") else _REACH
    for frame in _completed(kind).get(lemma, ()):
        if _follows(window, window.chunks[k].head + 1, (frame.particle or "").split(), reach):
            return frame
    return lexicon(kind).frames.get((lemma, None, "verb"))


def _follows(window: Window, at: int, words: list[str], reach: int) -> bool:
    """Whether these words come after `at`, in order and before any cut."""
    wanted = list(words)
    for token in window.tokens[at : at + reach]:
        if token.text in (",", ";", ":", "(", ".", "–", "—"):
            break
        if token.lower == wanted[0] or token.lemma.lower() == wanted[0]:
            wanted.pop(0)
        if not wanted:
            return True
    return False


def noun_frame(window: Window, k: int, kind: str) -> Frame | None:
    """The frame of the noun at chunk `k`, a compound of two before the noun alone."""
    if not window.is_sort(k, Sort.NOUN):
        return None
    at, lemma = window.chunks[k].head, window.head(k).lemma.lower()
    frames = lexicon(kind).frames
    if at > window.chunks[k].first:
        before = window.tokens[at - 1]
        for first in (before.lower, before.lemma.lower()):
            for key in ((first, lemma), (lemma, first)):
                if (*key, "noun") in frames:
                    return frames[key[0], key[1], "noun"]
    return frames.get((lemma, None, "noun"))


def adjective_frame(window: Window, i: int, kind: str) -> Frame | None:
    """The frame of word `i` as an adjective."""
    frames = lexicon(kind).frames
    token = window.tokens[i]
    return frames.get((token.lower, None, "adjective")) or frames.get((token.lemma.lower(), None, "adjective"))
