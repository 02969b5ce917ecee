"""What the network made of a document, and how likely it holds a claim, whoever made it, to be right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from muster.extract.trained.locating import words_in
from muster.extract.trained.network import Encoded, weights
from muster.extract.trained.pieces import Excerpt
from muster.extract.trained.weighing import Weighed, weighed, weighing_of
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.model.claim import Claim


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """An excerpt with its sentences by index, as the network sees it."""

    excerpt: Excerpt
    sentences: Mapping[int, Sentence]
    encoded: Encoded


@dataclass(frozen=True, slots=True, eq=False)
class TrainedReading:
    """What the network makes of a document: claims with how likely each is told (0 to 1), in order of the text, and the
    passages it read."""

    claims: tuple[tuple[Claim, float], ...]
    passages: tuple[Passage, ...]
    _at: Mapping[int, Passage] = field(init=False, repr=False)
    """The passage in which a sentence is read, not only repeated as context."""

    def __post_init__(self) -> None:
        fresh = {s: p for p in self.passages for s in p.sentences if s >= p.excerpt.fresh}
        object.__setattr__(self, "_at", fresh)

    def weigh(self, document: AnnotatedDocument, claims: Sequence[Claim]) -> tuple[float | None, ...]:
        """How likely each claim is right, by that of its tellings which is likeliest; None where the network did not
        read any (the rows of a table, say)."""
        tellings: dict[int, list[tuple[int, Weighed]]] = {}
        for n, claim in enumerate(claims):
            for one in _tellings(document, claim):
                passage = self._at.get(one.words[0][0])
                if passage and one.words[0] in passage.excerpt.at:
                    tellings.setdefault(passage.excerpt.fresh, []).append((n, one))
        found: list[float | None] = [None] * len(claims)
        for own in tellings.values():
            passage = self._at[own[0][1].words[0][0]]
            asked = weighing_of(passage.excerpt, passage.sentences, [one for _, one in own])
            for (n, _), right in zip(own, weights(passage.encoded, asked), strict=True):
                found[n] = max(float(right), found[n] or 0.0)
        return tuple(found)


def _tellings(document: AnnotatedDocument, claim: Claim) -> Iterator[Weighed]:
    for span in claim.spans:
        one = weighed(document, claim.slots, tuple(words_in(document, span)))
        if one is not None:
            yield one


UNREAD = TrainedReading((), ())
"""A document that the network was not asked about."""
