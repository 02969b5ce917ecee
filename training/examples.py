"""Gold → what the network is to learn: for each word its senses, for each claim its words and its slots' words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from muster.annotate import annotate_one
from muster.extract import read_by_rules
from muster.extract.trained import read_trained
from muster.extract.trained.labels import ACTORS, CHANGES, COMPONENTS, STATUSES
from muster.extract.trained.locating import Locator, words_in
from muster.extract.trained.pieces import Position, readable
from muster.extract.trained.weighing import Weighed, actor_of, number_of, sense_of, weighed
from muster.model.agreement import agree
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.model.claim import Claim
from muster.read import read_document
from muster.read.sidecar import Sidecar
from muster.score.gold import stretches_of


@dataclass(slots=True)
class Told:
    """A gold claim on the words of the text: its sense, evidence, its number's words, slot → words."""

    sense: str
    evidence: tuple[Position, ...]
    count: tuple[Position, ...] = ()
    slots: dict[str, tuple[Position, ...]] = field(default_factory=dict)
    status: int = 0
    component: int = -1
    change: int = -1


@dataclass(slots=True)
class Example:
    """A document to learn from: what gold tells, and what the readers made of it, with whether that is right."""

    name: str
    sentences: tuple[Sentence, ...]
    told: list[Told]
    weighed: list[tuple[Weighed, bool]]


WRITTEN = (
    "place",
    "from",
    "to",
    "unit",
    "predecessor",
    "means",
    "task",
    "basis",
    "reason",
    "role",
    "source",
    "requested_by",
)
NAMES = ("predecessor", "requested_by")
"""Of these, slots that may hold a code (`IL`), which is not how the text names it."""


def told_of(document: AnnotatedDocument, claim: dict[str, Any]) -> Told | None:
    sense = sense_of(claim)
    if sense is None:
        return None
    stretches = stretches_of(document.text, claim["evidence"])
    readable_at = {s.index for s in readable(document)}
    evidence = {
        (s.index, t.i)
        for s in document.sentences
        if s.index in readable_at
        for t in s.tokens
        for a, b in stretches
        if t.start < b and a < t.end
    }
    if not evidence:
        return None
    told = Told(sense, tuple(sorted(evidence)))
    locate = Locator(document, frozenset(evidence))
    told.count = number_of(locate, claim)
    _fill(told, claim, locate)
    told.status = STATUSES.index(claim.get("status", "actual"))
    if claim["kind"] in ("strength", "contingent"):
        told.component = COMPONENTS.index(claim.get("component", "personnel"))
    if claim["kind"] == "posture":
        told.change = CHANGES.index(claim.get("change") or "none")
    return told


def _fill(told: Told, claim: dict[str, Any], locate: Locator) -> None:
    kind = claim["kind"]
    if kind in ACTORS and claim.get(ACTORS[kind]):
        told.slots["actor"] = actor_of(locate, claim)
    if kind == "command" and claim.get("country"):
        told.slots["country"] = locate.actor(claim["country"])
    if claim.get("operation"):
        told.slots["operation"] = locate.mentions(lambda m: m.value == claim["operation"] and m.kind == "operation")
    if claim.get("when"):
        told.slots["when"] = locate.time(claim["when"])
    for slot in ("addressee", "object"):
        value = claim.get(slot)
        if value:
            values = value if isinstance(value, list) else [value]
            told.slots[slot] = tuple(p for v in values for p in locate.actor(v))
    for slot in WRITTEN:
        if claim.get(slot):
            value = claim[slot][0] if isinstance(claim[slot], list) else claim[slot]
            told.slots[slot] = locate.words(value) or (locate.actor(value) if slot in NAMES else ())


def weighed_of(document: AnnotatedDocument, gold: list[dict[str, Any]]) -> Iterator[tuple[Weighed, bool]]:
    """What each reader makes of a document, telling by telling, and whether gold has it."""
    readable_at = {s.index for s in readable(document)}
    trained = [claim for claim, _ in read_trained(document).claims]
    for claim in chain(*read_by_rules(document), trained):
        for span in claim.spans:
            words = [at for at in words_in(document, span) if at[0] in readable_at]
            found = weighed(document, claim.slots, words)
            if found is not None:
                yield found, any(_is_told(document, claim, one) for one in gold)


def _is_told(document: AnnotatedDocument, claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether gold has the claim; of which operation is not for its words to say."""
    if gold["kind"] != claim.kind:
        return False
    one, other = ({k: v for k, v in slots.items() if k != "operation"} for slots in (claim.slots, gold))
    stretches = stretches_of(document.text, gold["evidence"])
    return agree(one, other) and any(a < span.end and span.start < b for a, b in stretches for span in claim.spans)


def example(name: str, file: Path) -> Example:
    """The gold document at `file` (its .json)."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    read = read_document(file.with_suffix(".txt"), name, Sidecar(published=gold.get("published")))
    annotated = annotate_one(read)
    told = [t for c in gold["claims"] if (t := told_of(annotated, c)) is not None]
    found = dict.fromkeys(weighed_of(annotated, gold["claims"]))
    return Example(name, readable(annotated), told, list(found))
