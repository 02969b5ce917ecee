"""Where a claim is told, by what the network says of each word."""

import numpy as np
import pytest

from muster.annotate import annotate_one
from muster.extract.trained.labels import SENSES
from muster.extract.trained.network import vocabulary
from muster.extract.trained.pieces import Excerpt, excerpts, readable
from muster.extract.trained.proposals import Proposal, proposals
from muster.model.annotation import Sentence
from muster.model.document import Document
from muster.read import segment

TEXT = "Kenya sent 400 troops and lost two of them near Kismayo on Monday."
KILLED, WOUNDED, CLASH = (SENSES.index(s) for s in ("casualty:killed", "casualty:wounded", "incident:clash"))


@pytest.fixture(scope="module")
def page() -> tuple[Excerpt, tuple[Sentence, ...]]:
    document = annotate_one(Document("page", TEXT, segment(TEXT)))
    (excerpt,) = excerpts(readable(document), vocabulary())
    return excerpt, document.sentences


def _found(page: tuple[Excerpt, tuple[Sentence, ...]], said: dict[tuple[str, int], float]) -> list[Proposal]:
    """The proposals where these words have these chances of these senses, and all others none."""
    excerpt, sentences = page
    senses = np.zeros((len(excerpt.words), len(SENSES)), np.float32)
    texts = [t.text for t in sentences[0].tokens]
    for (word, sense), likely in said.items():
        senses[texts.index(word), sense] = likely
    return list(proposals(excerpt, sentences, senses))


def test_nothing_likely_is_nothing_told(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    assert _found(page, {("lost", KILLED): 0.3}) == []


def test_a_likely_number_is_a_claim_with_the_words_about_it(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    (one,) = _found(page, {("lost", KILLED): 0.9, ("two", KILLED): 0.8})
    assert one.count is not None
    assert (one.count.count.best, one.likely) == (2, pytest.approx(0.8))
    assert [TEXT.split()[n] for n in one.words] == ["lost", "two"]
    assert (one.kind, one.act) == ("casualty", "killed")


def test_words_without_a_number_are_a_claim_without_one(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    (one,) = _found(page, {("lost", CLASH): 0.9})
    assert one.count is None


def test_a_small_gap_is_bridged_and_a_large_one_parts(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    assert len(_found(page, {("lost", CLASH): 0.9, ("of", CLASH): 0.9})) == 1
    assert len(_found(page, {("sent", CLASH): 0.9, ("Kismayo", CLASH): 0.9})) == 2


def test_of_two_readings_of_the_same_words_the_likelier_stays(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    (one,) = _found(page, {("two", KILLED): 0.8, ("two", WOUNDED): 0.6})
    assert one.act == "killed"


def test_both_stay_where_both_are_all_but_certain(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    assert {p.act for p in _found(page, {("two", KILLED): 0.99, ("two", WOUNDED): 0.9})} == {"killed", "wounded"}


def test_a_number_of_countries_is_a_strength_in_nations(page: tuple[Excerpt, tuple[Sentence, ...]]) -> None:
    (one,) = _found(page, {("400", SENSES.index("nations")): 0.9})
    assert one.kind == "strength"
