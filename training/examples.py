"""Gold → what the network is to learn: for each word its senses, for each claim its words and its slots' words."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from muster.annotate import annotate_one
from muster.extract.trained.labels import ACTORS, CHANGES, COMPONENTS, SENSES, STATUSES
from muster.extract.trained.pieces import readable
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.read import read_document
from muster.read.sidecar import Sidecar
from muster.score.agreement import folded, same, same_name
from muster.score.gold import stretches_of

Position = tuple[int, int]  # sentence, token


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
    """A document to learn from."""

    name: str
    sentences: tuple[Sentence, ...]
    told: list[Told]


FORCES = ("soldiers", "peacekeepers", "units", "missions", "staff", "police", "observers")
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


class Locator:
    """Finds where in a document a slot's value stands."""

    def __init__(self, document: AnnotatedDocument, evidence: set[Position]) -> None:
        self.document, self.evidence = document, evidence
        self.first = min(evidence)
        self.sentences = [s for s in document.sentences if self.first[0] - 6 <= s.index <= max(evidence)[0] + 1]

    def distance(self, places: list[Position]) -> tuple[int, int]:
        if any(p in self.evidence for p in places):
            return (0, 0)
        s, t = places[0]
        own = min((abs(t - e[1]) for e in self.evidence if e[0] == s), default=None)
        if own is not None:
            return (1, own)
        return (2 + abs(s - self.first[0]) * (1 if s < self.first[0] else 3), -t)

    def mentions(self, accept: Any) -> tuple[Position, ...]:
        found = []
        for s in self.sentences:
            for m in s.mentions:
                if accept(m):
                    places = [(s.index, i) for i in range(m.first, m.last)]
                    found.append((self.distance(places), places))
        if not found:
            return ()
        best = min(d for d, _ in found)
        return tuple(sorted({p for d, places in found if d == best for p in places}))

    def words(self, value: str) -> tuple[Position, ...]:
        """Where the value stands as words, loosely (case, articles, spaces), nearest first."""
        wanted = list(folded(value).split())
        if not wanted:
            return ()
        found = []
        for s in self.sentences:
            flat = [(piece, t.i) for t in s.tokens for piece in folded(t.text).split()]
            for k in range(len(flat) - len(wanted) + 1):
                if [w for w, _ in flat[k : k + len(wanted)]] == wanted:
                    places = [(s.index, i) for i in range(flat[k][1], flat[k + len(wanted) - 1][1] + 1)]
                    found.append((self.distance(places), places))
        return tuple(min(found)[1]) if found else ()

    def actor(self, value: str) -> tuple[Position, ...]:
        if value == "peacekeepers":
            return self.words(value) or self.mentions(
                lambda m: m.kind == "group" and m.form in FORCES and not m.country
            )
        exact = self.mentions(lambda m: value in (m.value, m.country))
        if exact:
            return exact
        if len(value) == 2 and value.isupper():
            return ()
        return self.words(value) or self.mentions(lambda m: same_name(m.value, value))

    def time(self, edtf: str) -> tuple[Position, ...]:
        found = []
        for s in self.sentences:
            for t in s.times:
                if edtf in (t.when.edtf, t.bare):
                    places = [(s.index, i) for i in range(t.first, t.last)]
                    found.append((self.distance(places), places))
        return tuple(min(found)[1]) if found else ()


def sense_of(claim: dict[str, Any]) -> str | None:
    kind = claim["kind"]
    act = next((claim[s] for s in ("act", "activity", "type", "outcome", "relation") if claim.get(s)), None)
    sense = f"{kind}:{act}" if act else kind
    if kind == "strength" and claim.get("count") is None:
        sense = "nations"
    return sense if sense in SENSES else None


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
    locate = Locator(document, evidence)
    told.count = _count(document, claim, locate)
    _fill(told, claim, locate)
    told.status = STATUSES.index(claim.get("status", "actual"))
    if claim["kind"] in ("strength", "contingent"):
        told.component = COMPONENTS.index(claim.get("component", "personnel"))
    if claim["kind"] == "posture":
        told.change = CHANGES.index(claim.get("change") or "none")
    return told


def _count(document: AnnotatedDocument, claim: dict[str, Any], locate: Locator) -> tuple[Position, ...]:
    wanted = claim.get("count")
    if wanted is None and claim["kind"] == "strength" and claim.get("nations"):
        wanted = {"best": claim["nations"]}
    if wanted is None:
        return ()
    found = []
    for s in locate.sentences:
        for c in s.counts:
            if same("count", c.count.to_dict(), wanted):
                places = [(s.index, i) for i in range(c.first, c.last)]
                found.append((locate.distance(places), places))
    if not found or min(found)[0][0] > 1:
        return ()
    best = min(found)[0]
    return tuple(sorted({p for d, places in found if d == best for p in places}))


def _fill(told: Told, claim: dict[str, Any], locate: Locator) -> None:
    kind = claim["kind"]
    if kind in ACTORS and claim.get(ACTORS[kind]):
        value = claim[ACTORS[kind]]
        told.slots["actor"] = tuple(p for v in (value if isinstance(value, list) else [value]) for p in locate.actor(v))
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
            told.slots[slot] = locate.words(str(claim[slot]))


def example(name: str, file: Path) -> Example:
    """The gold document at `file` (its .json)."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    read = read_document(file.with_suffix(".txt"), name, Sidecar(published=gold.get("published")))
    annotated = annotate_one(read)
    told = [t for c in gold["claims"] if (t := told_of(annotated, c)) is not None]
    return Example(name, readable(annotated), told)
