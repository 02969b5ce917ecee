"""Parsed sentences for the tests of the language work."""

from collections.abc import Callable

import pytest

from muster.annotate import annotate_one
from muster.annotate.parse import language
from muster.model.annotation import AnnotatedDocument, Token
from muster.model.document import Document
from muster.read import segment


def _parsed(text: str) -> list[tuple[Token, ...]]:
    return [
        tuple(
            Token(
                i=word.i - sentence.start,
                start=word.idx,
                end=word.idx + len(word),
                text=word.text,
                lemma=word.lemma_,
                pos=word.pos_,
                tag=word.tag_,
                dep=word.dep_,
                head=word.head.i - sentence.start,
                entity=word.ent_type_,
            )
            for word in sentence
        )
        for sentence in language()(text).sents
    ]


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], list[tuple[Token, ...]]]:
    """The words of each sentence of a text."""
    return _parsed


def _annotated(text: str, published: str | None = None) -> AnnotatedDocument:
    return annotate_one(Document("page", text, segment(text), published))


@pytest.fixture(scope="session")
def annotated() -> Callable[..., AnnotatedDocument]:
    """A text as the extractors get it: `annotated(text, published=None)`."""
    return _annotated
