"""The sentence around a claim's words."""

from hypothesis import given
from hypothesis import strategies as st

from muster.model.document import Document, Segment, SegmentKind
from muster.model.passage import passages
from muster.model.span import Span

TEXT = "First things first. Lt. Gen. A. Pale has 900 troops, he said. “More will come.” No more.\n\nA new paragraph"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def test_the_sentence_around_the_words() -> None:
    (passage,) = passages(Document("d", TEXT), [span("900 troops")])
    assert passage.text == "Lt. Gen. A. Pale has 900 troops, he said."
    assert [passage.text[start:end] for start, end in passage.marks] == ["900 troops"]


def test_words_of_one_sentence_share_their_passage() -> None:
    first, second = passages(Document("d", TEXT), [span("paragraph"), span("he said"), span("A. Pale")])
    assert [first.text[start:end] for start, end in first.marks] == ["A. Pale", "he said"]
    assert second.text == "A new paragraph"


def test_words_that_run_over_sentences_bring_both() -> None:
    (passage,) = passages(Document("d", TEXT), [span("he said. “More")])
    assert passage.text.startswith("Lt. Gen.")
    assert passage.text.endswith("“More will come.”")


def test_a_segment_bounds_the_passage() -> None:
    start = TEXT.index("900")
    document = Document("d", TEXT, (Segment(start, start + 10, SegmentKind.CAPTION),))
    (passage,) = passages(document, [span("troops")])
    assert passage.text == "900 troops"


@given(st.text("ab.A \n", min_size=1), st.data())
def test_the_marks_are_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = passages(Document("d", text), [Span.of(text, start, end)])
    ((mark_start, mark_end),) = found[0].marks
    at = found[0].start
    assert text[at : at + len(found[0].text)] == found[0].text
    assert text[at + mark_start : at + mark_end] == text[start:end]
