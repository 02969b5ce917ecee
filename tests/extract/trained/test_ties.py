"""How words are tied to a claim's words."""

import pytest

from muster.annotate import annotate_one
from muster.extract.trained.network import vocabulary
from muster.extract.trained.pieces import excerpts, readable
from muster.extract.trained.ties import TIES, ties
from muster.model.document import Document
from muster.read import segment

TEXT = "Oslo spoke. Norway withdrew its troops and sent a frigate. It rained."


def tied(*words: str) -> dict[str, str]:
    """The tie of each word of TEXT to a claim that stands in these words of its second sentence."""
    document = annotate_one(Document("page", TEXT, segment(TEXT)))
    (excerpt,) = excerpts(readable(document), vocabulary())
    sentence = document.sentences[1]
    at = [excerpt.at[1, t.i] for t in sentence.tokens if t.text in words]
    texts = [document.sentences[w.sentence].tokens[w.token].text for w in excerpt.words]
    return {text: TIES[n] for text, n in zip(texts, ties(excerpt, sentence, at), strict=True)}


@pytest.mark.parametrize(
    ("word", "tie"),
    [
        ("Oslo", "earlier"),
        ("rained", "later"),
        ("withdrew", "within"),
        ("Norway", "own subject"),
        ("troops", "own object"),
        ("its", "own object"),
        ("frigate", "own conjunct"),
    ],
)
def test_a_word_is_tied_by_the_branch_of_the_parse_it_stands_in(word: str, tie: str) -> None:
    assert tied("withdrew")[word] == tie


def test_the_subject_of_the_verb_before_is_told_from_an_own_one() -> None:
    assert tied("sent", "a", "frigate")["Norway"] == "higher subject"


def test_what_the_words_hang_from_is_above_them() -> None:
    assert tied("frigate")["sent"] == "above"
