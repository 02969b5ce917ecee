"""A sentence in chunks, and what stands about a verb."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.extract.evidence import Scene
from muster.extract.windows.chunks import Sort, chunks_of
from muster.extract.windows.window import Window, window_of
from muster.model.annotation import AnnotatedDocument

Annotated = Callable[..., AnnotatedDocument]
_WORDS = (
    "The force Ghana's UNIFIL troops which who were not sent to and , ( ) — from 200 3 May have been killed".split()
)


def _window(annotated: Annotated, text: str) -> Window:
    document = annotated(text)
    return window_of(Scene(document, document.sentences[0]))


def _words(window: Window, positions: tuple[int, ...]) -> list[str]:
    return [" ".join(t.text for t in window.words(k)) for k in positions]


def _verb(window: Window, word: str) -> int:
    return next(k for k in window.all(Sort.VERB) if window.word(k) == word)


def test_nouns_verbs_and_prepositions_stand_apart(annotated: Annotated) -> None:
    (sentence,) = annotated("The departing Indian contingent has handed its camp in Kibati to the army.").sentences
    told = [(str(c.sort), sentence.tokens[c.head].text) for c in chunks_of(sentence)]
    assert told == [
        ("noun", "contingent"),
        ("verb", "handed"),
        ("noun", "camp"),
        ("preposition", "in"),
        ("noun", "Kibati"),
        ("preposition", "to"),
        ("noun", "army"),
        ("cut", "."),
    ]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Ghana sent 200 soldiers.", "sent", ["Ghana"]),
        ("Ghana, the largest contributor, yesterday sent 200 soldiers.", "sent", ["Ghana"]),
        ("Soldiers of the battalion in Kidal patrolled the town.", "patrolled", ["Soldiers"]),
        ("Canada, Denmark and Sweden sent 200 soldiers.", "sent", ["Canada", "Denmark", "Sweden"]),
        ("Soldiers who had been wounded were flown out.", "wounded", ["Soldiers"]),
        ("Ghana landed its men at noon and took the port.", "took", ["Ghana"]),
        ("Ghana agreed to send 200 soldiers.", "send", ["Ghana"]),
        ("In Kidal were heard three shots.", "heard", []),
    ],
)
def test_the_subject_is_the_noun_before_the_verb(
    annotated: Annotated, text: str, verb: str, subject: list[str]
) -> None:
    window = _window(annotated, text)
    assert _words(window, window.subject(_verb(window, verb))) == subject


def test_what_is_done_to_whom_survives_the_passive(annotated: Annotated) -> None:
    window = _window(annotated, "Two soldiers were killed by a mine near Aguelhok.")
    killed = _verb(window, "killed")
    assert _words(window, window.done_to(killed)) == ["Two soldiers"]
    assert _words(window, window.doers(killed)) == ["a mine"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_chunks_stand_in_order_whatever_the_words(annotated: Annotated, words: list[str]) -> None:
    for sentence in annotated(" ".join(words)).sentences:
        at = 0
        for chunk in chunks_of(sentence):
            assert at <= chunk.first <= chunk.head < chunk.last <= len(sentence.tokens)
            at = chunk.last
