"""How a document was read: what was found in each sentence, which rules made claims of it, and which refused.

Named tuples, not dataclasses: nothing but `muster explain` makes them.
"""

from typing import NamedTuple

from muster.model.annotation import Citation, Sentence
from muster.model.claim import Claim
from muster.model.document import Document


class Fired(NamedTuple):
    """A frame of a lexicon (`extract/lexicon/KIND.yaml`) that a word of the sentence has.

    `start` and `end` are characters of the document; `says` are the frame's word and attributes, `withdraw (act:
    withdraw, needs: body)`; `claimed` is whether a claim of the kind was made of these words.
    """

    kind: str
    start: int
    end: int
    words: str
    says: str
    claimed: bool


class Refusal(NamedTuple):
    """What a rule did not make a claim of, and why. `rule` is named as claims name theirs."""

    kind: str
    start: int
    end: int
    words: str
    rule: str
    reason: str


class Made(NamedTuple):
    """A claim with the rules that made it, reader by reader, why it is in its tier, how likely it is right (0 to 1)."""

    claim: Claim
    rules: tuple[str, ...]
    because: str
    likely: float


class SentenceRead(NamedTuple):
    """A sentence with all that was read in it: `focus` is the operation meant where none is named.

    Rows of a table that are no sentences are told with the sentence before them.
    """

    sentence: Sentence
    text: str
    focus: str | None
    sources: tuple[Citation, ...]
    frames: tuple[Fired, ...]
    made: tuple[Made, ...]
    refusals: tuple[Refusal, ...]


class Explanation(NamedTuple):
    """A document, sentence by sentence."""

    document: Document
    sentences: tuple[SentenceRead, ...]
