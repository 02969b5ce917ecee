"""The network, run by ONNX Runtime: an excerpt's words → vectors and senses, and claims of it → what fills their slots.

Weights and vocabulary are data of this package (`data/README.md`).
"""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from muster.extract.trained.labels import CHANGES, COMPONENTS, MARKS, SENSES, SLOTS, STATUSES
from muster.extract.trained.pieces import Excerpt, Vocabulary
from muster.extract.trained.ties import TIES

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
_DATA = files("muster.extract.trained") / "data"


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """Of an excerpt's words: vectors (words, width), marks as ones and zeros (words, marks), and how likely each is
    evidence of each of SENSES (words, senses)."""

    hidden: Floats
    marks: Floats
    senses: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Claims of one excerpt that are asked about: ones for their words and for their numbers' words (claims, words),
    their senses (claims,), how far each word is from the claim, and its tie to it (claims, words: places in TIES)."""

    region: Floats
    number: Floats
    sense: NDArray[np.int64]
    offset: NDArray[np.int64]
    ties: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the network says of some claims of an excerpt: how likely each word fills each slot (claims, words, slots),
    which status and change is
    likeliest (claims,), and how likely each component is (claims, components)."""

    slots: Floats
    status: NDArray[np.int64]
    component: Floats
    change: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """Claims of one excerpt that are weighed: ones for the words that tell them, for their number's and their actor's
    (claims, words); places in SENSES, CHANGES and COMPONENTS; the actor's tie, and how far the actor stands from what
    is told (claims,)."""

    region: Floats
    number: Floats
    actor: Floats
    sense: NDArray[np.int64]
    change: NDArray[np.int64]
    component: NDArray[np.int64]
    tie: NDArray[np.int64]
    offset: NDArray[np.int64]


def encode(excerpt: Excerpt) -> Encoded:
    """The words of an excerpt as the network sees them, each by its first piece."""
    known = vocabulary()
    pieces, firsts = [known["[CLS]"]], []
    own: list[tuple[int, ...]] = [()]
    for word in excerpt.words:
        firsts.append(len(pieces))
        pieces.extend(word.pieces)
        own.extend([word.marks] * len(word.pieces))
    pieces.append(known["[SEP]"])
    marks = np.zeros((len(pieces), len(MARKS)), np.float32)
    for row, at in zip(marks, own, strict=False):
        row[list(at)] = 1
    hidden, senses = _session("encoder.onnx").run(None, {"pieces": np.array([pieces], np.int64), "marks": marks[None]})
    return Encoded(hidden[0, firsts], marks[firsts], senses[0, firsts])


def answers(encoded: Encoded, asked: Asked) -> Answers:
    """What fills the slots of claims of the excerpt."""
    names = ("region", "number", "sense", "offset", "ties")
    given = {"hidden": encoded.hidden, "marks": encoded.marks} | {name: getattr(asked, name) for name in names}
    slots, status, component, change = _session("told.onnx").run(None, given)
    return Answers(slots, status.argmax(-1), component, change.argmax(-1))


def weights(encoded: Encoded, weighing: Weighing) -> Floats:
    """How likely each of some claims of the excerpt is right (claims,)."""
    given = {"hidden": encoded.hidden, "senses": encoded.senses}
    given |= {name: getattr(weighing, name) for name in Weighing.__slots__}
    found: list[Floats] = _session("right.onnx").run(None, given)
    return found[0]


@cache
def vocabulary() -> Vocabulary:
    """The pieces of words that the network knows, with their numbers."""
    lines = (_DATA / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    return {piece: n for n, piece in enumerate(lines) if piece}


def written_for() -> str:
    """A fingerprint of the names of what goes in and comes out; weights trained for others are misread."""
    return sha256(repr((MARKS, SENSES, SLOTS, STATUSES, COMPONENTS, CHANGES, TIES)).encode()).hexdigest()[:16]


@cache
def _session(name: str) -> "InferenceSession":
    import onnxruntime  # a tenth of a second: only when something is to be read

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the same sums in the same order on every machine
    options.log_severity_level = 3
    return onnxruntime.InferenceSession((_DATA / name).read_bytes(), options, providers=["CPUExecutionProvider"])
