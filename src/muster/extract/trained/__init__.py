"""The trained reader: claims from a network that learned from gold how facts are told, and where their slots stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from muster.extract.evidence import Scene
from muster.extract.invention import invented_segments
from muster.extract.trained.claims import Read, claims_of
from muster.extract.trained.filling import Filling
from muster.extract.trained.network import Asked, answers, encode, vocabulary
from muster.extract.trained.pieces import excerpts, readable
from muster.extract.trained.proposals import Proposal, proposals
from muster.extract.trained.reading import UNREAD, Passage, TrainedReading
from muster.extract.trained.ties import ties
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Status

__all__ = ["UNREAD", "TrainedReading", "read_trained"]


def read_trained(document: AnnotatedDocument) -> TrainedReading:
    """What the network makes of a document."""
    invented = invented_segments(document)
    sentences = {s.index: s for s in readable(document)}
    claims: list[tuple[Claim, float]] = []
    passages: list[Passage] = []
    for excerpt in excerpts(tuple(sentences.values()), vocabulary()):
        own = {at: sentences[at] for at in sorted({word.sentence for word in excerpt.words})}
        passage = Passage(excerpt, own, encode(excerpt))
        passages.append(passage)
        found = [
            proposal
            for proposal in proposals(excerpt, tuple(own.values()), passage.encoded.senses)
            if proposal.sentence.segment not in invented
        ]
        if found:
            claims += _read(document, passage, found)
    return TrainedReading(tuple(claims), tuple(passages))


def _read(document: AnnotatedDocument, passage: Passage, found: Sequence[Proposal]) -> Iterator[tuple[Claim, float]]:
    said = answers(passage.encoded, _asked(passage, found))
    for n, proposal in enumerate(found):
        filling = Filling(document, passage.excerpt, tuple(passage.sentences.values()), said.slots[n])
        status = tuple(Status)[int(said.status[n])]
        scene = Scene(document, proposal.sentence)
        read = Read(proposal, filling, scene, status, said.component[n], int(said.change[n]))
        yield from ((claim, proposal.likely) for claim in claims_of(read))
        first = max((filler.likely for filler in filling.fillers()), default=1.0)
        for other in filling.others():
            likely = proposal.likely * min(1.0, other.likely / first)
            instead = replace(read, filling=replace(filling, asked=other))
            yield from ((claim, likely) for claim in claims_of(instead))


def _asked(passage: Passage, found: Sequence[Proposal]) -> Asked:
    """The proposals as the network takes them."""
    words = len(passage.excerpt.words)
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
        ties=np.array([ties(passage.excerpt, proposal.sentence, proposal.words) for proposal in found], np.int64),
    )
