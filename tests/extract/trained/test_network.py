"""The network as it is run: weights that fit the labels, answers that depend on nothing else."""

from importlib.resources import files

import numpy as np
import onnxruntime
import pytest

from muster.annotate import annotate_one
from muster.extract.trained.labels import SENSES, SLOTS
from muster.extract.trained.network import Asked, answers, encode, vocabulary, written_for
from muster.extract.trained.pieces import Excerpt, excerpts, readable
from muster.model.document import Document
from muster.read import segment

TEXT = "Two Ghanaian soldiers were killed near Naqoura on Monday, and Ireland will send another 120 troops."


@pytest.fixture(scope="module")
def excerpt() -> Excerpt:
    (one,) = excerpts(readable(annotate_one(Document("page", TEXT, segment(TEXT)))), vocabulary())
    return one


def _asked(excerpt: Excerpt, *claims: tuple[int, int]) -> Asked:
    """Claims of a sense at a word."""
    words = len(excerpt.words)
    region = np.zeros((len(claims), words), np.float32)
    for n, (_, at) in enumerate(claims):
        region[n, at] = 1
    return Asked(
        region,
        np.zeros_like(region),
        sense=np.array([sense for sense, _ in claims], np.int64),
        offset=np.arange(words) - np.array([[at] for _, at in claims]),
        ties=np.zeros((len(claims), words), np.int64),
    )


@pytest.mark.parametrize("name", ["encoder.onnx", "told.onnx"])
def test_the_weights_were_trained_for_these_labels(name: str) -> None:
    weights = (files("muster.extract.trained") / "data" / name).read_bytes()
    assert onnxruntime.InferenceSession(weights).get_modelmeta().custom_metadata_map["labels"] == written_for()


def test_every_word_has_a_chance_of_every_sense(excerpt: Excerpt) -> None:
    senses = encode(excerpt).senses
    assert senses.shape == (len(excerpt.words), len(SENSES))
    assert senses.min() >= 0
    assert senses.max() <= 1


def test_a_word_that_tells_of_the_dead_is_evidence_of_it(excerpt: Excerpt) -> None:
    at = [w.token for w in excerpt.words].index(4)
    assert encode(excerpt).senses[at].argmax() == SENSES.index("casualty:killed")


def test_what_fills_the_slots_of_a_claim_hardly_depends_on_what_else_is_asked(excerpt: Excerpt) -> None:
    encoded = encode(excerpt)
    killed, deploy = (SENSES.index("casualty:killed"), 4), (SENSES.index("movement:deploy"), 14)
    alone = answers(encoded, _asked(excerpt, killed)).slots
    among = answers(encoded, _asked(excerpt, killed, deploy)).slots
    assert alone.shape == (1, len(excerpt.words), len(SLOTS))
    assert np.abs(alone[0] - among[0]).max() < 0.1
