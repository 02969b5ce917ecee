"""How likely a claim is right, by who makes it and what the trained reader makes of its words.

The weights are fitted to gold from which no reader learned (`training/chances.py`), and are data of the trained reader.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from math import exp, log

from muster.model.claim import Claim

_DATA = files("muster.extract.trained") / "data"
_EDGE = 1e-3
"""Likelihoods nearer to 0 or 1 than this count as this."""


class Reader(StrEnum):
    """Who makes a claim: both readers by rules (or a table that adds up), one of them, or the network."""

    BOTH = "both"
    PARSE = "parse"
    WINDOW = "window"
    TRAINED = "trained"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a reader makes. `right` is how likely the network holds it to be right, None where it read none of
    its words; `told` how likely it finds its words to tell such a claim, for claims of its own; `agreeing` are the
    other readers that make the claim of the same words; `outdone`: another makes of them what is likelier right."""

    claim: Claim
    reader: Reader
    right: float | None = None
    told: float | None = None
    agreeing: frozenset[Reader] = frozenset()
    outdone: bool = False


def chance(candidate: Candidate) -> float:
    """How likely a candidate is right, from 0 to 1."""
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in features(candidate).items())))


def features(candidate: Candidate) -> Mapping[str, float]:
    """What is weighed of a candidate, by name."""
    learned = candidate.reader is Reader.TRAINED
    who = "trained" if learned else "rules"
    found = {f"by {candidate.reader}": 1.0, f"{who} {candidate.claim.kind}": 1.0}
    if candidate.right is None:
        found["unread"] = 1.0
    else:
        found[f"right, by {who}"] = _odds(candidate.right)
    if candidate.told is not None:
        found["told"] = _odds(candidate.told)
    found |= {f"agreeing {reader}": 1.0 for reader in candidate.agreeing}
    return found | ({"outdone": 1.0} if candidate.outdone else {})


def _odds(likely: float) -> float:
    """Log odds."""
    likely = min(max(likely, _EDGE), 1 - _EDGE)
    return log(likely / (1 - likely))


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = json.loads((_DATA / "chances.json").read_text(encoding="utf-8"))
    return weights
