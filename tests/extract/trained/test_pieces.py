"""Words in pieces, and sentences in excerpts, as the network reads them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.trained.labels import MARKS
from muster.extract.trained.network import vocabulary
from muster.extract.trained.pieces import CONTEXT, Excerpt, excerpts, marks_of, pieces_of, readable
from muster.model.annotation import AnnotatedDocument
from muster.model.document import Document, SegmentKind
from muster.read import segment

TEXT = (
    "Nepal's battalion of UNDOF was relieved on 3 May. Its 211 soldiers flew home from Beirut.\n\n"
    "The 436 Fijians stay. A French lieutenant was hurt by a mine near Quneitra, the force said."
)


@pytest.fixture(scope="module")
def page() -> AnnotatedDocument:
    return annotate_one(Document("page", TEXT, segment(TEXT), "2023-05-05"))


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("soldiers", ["soldiers"]),
        ("Türkiye", ["turk", "##iy", "##e"]),
        ("UNDOF", ["undo", "##f"]),
        ("1,117", ["1", ",", "117"]),
        ("U.N.", ["u", ".", "n", "."]),
        ("peace\u00adkeepers", ["peace", "##keepers"]),
        ("\u2603", ["[UNK]"]),
        ("_" * 200, ["_"] * 12),
        ("x" * 200, ["[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_known_beginnings(word: str, pieces: list[str]) -> None:
    names = {n: piece for piece, n in vocabulary().items()}
    assert [names[n] for n in pieces_of(word, vocabulary())] == pieces


@given(st.text(min_size=1, max_size=40))
def test_every_word_has_pieces_of_the_vocabulary(word: str) -> None:
    found = pieces_of(word, vocabulary())
    assert found
    assert set(found) <= set(vocabulary().values())


@given(longest=st.integers(20, 120), context=st.integers(0, 40))
def test_every_sentence_is_fresh_in_one_excerpt_and_none_is_too_long(
    page: AnnotatedDocument, longest: int, context: int
) -> None:
    found = list(excerpts(readable(page), vocabulary(), longest, context))
    fresh = [at for one in found for at in dict.fromkeys(w.sentence for w in one.words) if at >= one.fresh]
    assert fresh == [s.index for s in page.sentences]
    assert all(sum(len(w.pieces) for w in one.words) <= longest for one in found)


def test_an_excerpt_repeats_the_sentence_before_for_context(page: AnnotatedDocument) -> None:
    _, second, *_ = excerpts(readable(page), vocabulary(), 40, CONTEXT)
    assert second.words[0].sentence < second.fresh


def test_an_excerpt_knows_where_its_words_stand(page: AnnotatedDocument) -> None:
    (one,) = excerpts(readable(page), vocabulary())
    assert [one.words[one.at[0, i]].token for i in range(3)] == [0, 1, 2]
    assert [one.words[n].sentence for n in one.of(1)] == [1] * len(page.sentences[1].tokens)
    assert list(Excerpt((), 0).of(0)) == []


def test_words_carry_what_the_annotation_says_of_them(page: AnnotatedDocument) -> None:
    sentence = page.sentences[2]
    at = {
        token.text: {MARKS[n] for n in marks} for token, marks in zip(sentence.tokens, marks_of(sentence), strict=True)
    }
    assert "count" in at["436"]
    assert {"mention:country", "country:demonym"} <= at["Fijians"]
    assert "count" not in at["stay"]


def test_rows_of_tables_are_not_read(page: AnnotatedDocument) -> None:
    table = replace(page.sentences[0].segment, kind=SegmentKind.TABLE)
    changed = replace(page, sentences=(replace(page.sentences[0], segment=table), *page.sentences[1:]))
    assert readable(changed) == page.sentences[1:]
