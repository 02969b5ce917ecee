"""Who fills the slot of an actor, and who may instead."""

import numpy as np

from muster.annotate import annotate_one
from muster.extract.trained.filling import Filler, Filling
from muster.extract.trained.labels import SLOTS
from muster.extract.trained.network import vocabulary
from muster.extract.trained.pieces import excerpts, readable
from muster.model.document import Document
from muster.read import segment


def _filling(text: str, **actors: float) -> Filling:
    """The filling of an excerpt whose words fill the slot of an actor with these likelihoods."""
    document = annotate_one(Document("page", text, segment(text), "2019-05-08"))
    (excerpt,) = excerpts(readable(document), vocabulary())
    texts = [document.sentences[w.sentence].tokens[w.token].text for w in excerpt.words]
    likely = np.zeros((len(texts), len(SLOTS)), np.float32)
    for word, chance in actors.items():
        likely[[n for n, text in enumerate(texts) if text == word], SLOTS.index("actor")] = chance
    return Filling(document, excerpt, document.sentences, likely)


def _names(fillers: tuple[Filler, ...]) -> list[str | None]:
    return [filler.mention.value if filler.mention else None for filler in fillers]


def test_the_likeliest_fills_a_slot_and_who_stands_in_a_list_with_it() -> None:
    filling = _filling("Ghana, Fiji and Nepal came to Lebanon.", Ghana=0.9, Fiji=0.85, Nepal=0.8, Lebanon=0.1)
    assert _names(filling.fillers()) == ["GH", "FJ", "NP"]


def test_who_is_possible_may_be_the_actor_instead() -> None:
    filling = _filling("Ghana told Fiji that Nepal would come.", Ghana=0.2, Fiji=0.1, Nepal=0.6)
    assert _names(filling.fillers()) == ["NP"]
    assert _names(filling.others()) == ["GH", "FJ"]


def test_who_is_all_but_impossible_may_not() -> None:
    assert _filling("Ghana told Fiji that Nepal would come.", Ghana=0.03, Nepal=0.6).others() == ()


def test_whoever_is_asked_for_fills_the_slot() -> None:
    filling = _filling("Ghana told Fiji that Nepal would come.", Ghana=0.2, Nepal=0.6)
    (ghana,) = filling.others()
    assert _names(Filling(filling.document, filling.excerpt, filling.sentences, filling.likely, ghana).fillers()) == [
        "GH"
    ]
