"""A sentence's words are its own: what the page puts between them is left out."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.annotation import Sentence, Token
from muster.model.document import Segment, SegmentKind


def _sentence(text: str, *words: str) -> Sentence:
    tokens, at = [], 0
    for i, word in enumerate(words):
        at = text.index(word, at)
        tokens.append(Token(i, at, at + len(word), word, word, "NOUN", "NN", "dep", 0))
        at += len(word)
    return Sentence(0, 0, len(text), Segment(0, len(text), SegmentKind.PARAGRAPH), tuple(tokens))


def test_the_foot_of_a_page_is_no_part_of_a_phrase() -> None:
    text = "the local   12    A/99/101\n  commander of the post"
    sentence = _sentence(text, "the", "local", "commander", "of", "the", "post")
    assert sentence.words(1, 3, text) == "local commander"
    assert sentence.words(0, 6, text) == "the local commander of the post"


def test_hyphens_and_line_breaks_stay() -> None:
    text = "a 200-\nstrong un-armed unit"
    sentence = _sentence(text, "a", "200", "strong", "un", "armed", "unit")
    assert sentence.words(1, 6, text) == "200- strong un-armed unit"


@given(st.lists(st.sampled_from([" ", "\n", "  12 S/1 \n"]), min_size=1, max_size=6))
def test_whatever_stands_between_only_words_come_out(gaps: list[str]) -> None:
    words = [f"w{i}" for i in range(len(gaps) + 1)]
    text = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    assert _sentence(text, *words).words(0, len(words), text) == " ".join(words)
