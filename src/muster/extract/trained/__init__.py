"""The trained reader: claims from a network that learned from gold how facts are told, and where their slots stand."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np

from muster.extract.evidence import Scene
from muster.extract.invention import invented_segments
from muster.extract.trained.claims import Read, claims_of
from muster.extract.trained.filling import Filling
from muster.extract.trained.labels import SENSES
from muster.extract.trained.network import Asked, Encoded, Floats, answers, encode, vocabulary
from muster.extract.trained.pieces import Excerpt, Position, excerpts, readable
from muster.extract.trained.proposals import Proposal, proposals
from muster.extract.trained.ties import ties
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.model.claim import KINDS, Claim, Status
from muster.model.span import Span

__all__ = ["UNREAD", "TrainedReading", "read_trained"]


@dataclass(frozen=True, slots=True, eq=False)
class TrainedReading:
    """What the network makes of a document: claims with how likely each is told (0 to 1), in order of the text; and
    for each word (sentence, token) how likely it is evidence of each of SENSES."""

    claims: tuple[tuple[Claim, float], ...]
    senses: Mapping[Position, Floats]

    def support(self, document: AnnotatedDocument, claim: Claim) -> float:
        """How likely, at most, a word of a claim is evidence of its kind; 1 where the network did not read it all."""
        columns = _COLUMNS[claim.kind]
        found = [self.senses.get(at) for span in claim.spans for at in _words(document, span)]
        unread = not found or any(row is None for row in found)
        return 1.0 if unread else max(float(row[columns].max()) for row in found if row is not None)


def _words(document: AnnotatedDocument, span: Span) -> Iterator[Position]:
    """Where the words of a span stand."""
    first = max(bisect_right(document.sentences, span.start, key=lambda s: s.start) - 1, 0)
    for sentence in takewhile(lambda s: s.start < span.end, document.sentences[first:]):
        for token in sentence.tokens:
            if token.start < span.end and span.start < token.end:
                yield sentence.index, token.i


_COLUMNS = {
    kind: [
        n for n, sense in enumerate(SENSES) if kind == ("strength" if sense == "nations" else sense.partition(":")[0])
    ]
    for kind in KINDS
}


UNREAD = TrainedReading((), {})
"""A document that the network was not asked about."""


def read_trained(document: AnnotatedDocument, least: Mapping[str, float] | None = None) -> TrainedReading:
    """What the network makes of a document; with `least`, only claims as likely as that for their kind, which spares
    asking what fills the slots of the others."""
    invented = invented_segments(document)
    sentences = {s.index: s for s in readable(document)}
    claims: list[tuple[Claim, float]] = []
    senses: dict[Position, Floats] = {}
    for excerpt in excerpts(tuple(sentences.values()), vocabulary()):
        own = [sentences[at] for at in sorted({word.sentence for word in excerpt.words})]
        encoded = encode(excerpt)
        senses |= {
            (w.sentence, w.token): row
            for w, row in zip(excerpt.words, encoded.senses, strict=True)
            if w.sentence >= excerpt.fresh
        }
        found = [
            proposal
            for proposal in proposals(excerpt, own, encoded.senses)
            if proposal.sentence.segment not in invented and (not least or proposal.likely >= least[proposal.kind])
        ]
        if found:
            claims += _read(document, excerpt, own, found, encoded)
    return TrainedReading(tuple(claims), senses)


def _read(
    document: AnnotatedDocument,
    excerpt: Excerpt,
    sentences: Sequence[Sentence],
    found: Sequence[Proposal],
    encoded: Encoded,
) -> Iterator[tuple[Claim, float]]:
    said = answers(encoded, _asked(excerpt, found))
    for n, proposal in enumerate(found):
        filling = Filling(document, excerpt, sentences, said.slots[n])
        status = tuple(Status)[int(said.status[n])]
        scene = Scene(document, proposal.sentence)
        for claim in claims_of(Read(proposal, filling, scene, status, said.component[n], int(said.change[n]))):
            yield claim, proposal.likely


def _asked(excerpt: Excerpt, found: Sequence[Proposal]) -> Asked:
    """The proposals as the network takes them."""
    words = len(excerpt.words)
    region = np.zeros((len(found), words), np.float32)
    number = np.zeros((len(found), words), np.float32)
    for n, proposal in enumerate(found):
        region[n, list(proposal.words)] = 1
        number[n, list(proposal.count_words)] = 1
    return Asked(
        region,
        number,
        sense=np.array([proposal.sense for proposal in found], np.int64),
        offset=np.arange(words) - np.array([[proposal.anchor] for proposal in found]),
        ties=np.array([ties(excerpt, proposal.sentence, proposal.words) for proposal in found], np.int64),
    )
