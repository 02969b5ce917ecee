"""Claims: one fact that one document states, and the ten kinds of it (GUIDE.md is the contract)."""

import json
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, ClassVar

from muster.model.count import Count
from muster.model.span import Span
from muster.model.when import When


class Status(StrEnum):
    """Whether a thing is so, or only allowed, meant, asked for, thought of or denied."""

    ACTUAL = "actual"
    AUTHORISED = "authorised"
    PLANNED = "planned"
    REQUESTED = "requested"
    POSSIBLE = "possible"
    DENIED = "denied"


class Tier(StrEnum):
    """Whether both readers of a document make a claim, each by its own means, or only one of them."""

    CONFIRMED = "confirmed"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How many an operation has in all."""

    kind: ClassVar[str] = "strength"
    count: Count | None = None
    component: str | None = None
    nations: int | None = None
    groups: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingent:
    """What one country has in an operation."""

    kind: ClassVar[str] = "contingent"
    country: str
    count: Count | None = None
    component: str | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Who leads an operation, a sector or a unit of it."""

    kind: ClassVar[str] = "command"
    holder: str
    act: str
    country: str | None = None
    role: str | None = None
    predecessor: str | None = None
    ordinal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Forces come, go or change over. `origin` and `destination` are GUIDE.md's `from` and `to`."""

    kind: ClassVar[str] = "movement"
    actor: str
    act: str
    count: Count | None = None
    unit: str | None = None
    origin: str | None = None
    destination: str | None = None
    role: str | None = None
    requested_by: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posture:
    """What forces do, or how they stand."""

    kind: ClassVar[str] = "posture"
    actor: str
    activity: str
    change: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something happened."""

    kind: ClassVar[str] = "incident"
    type: str
    parties: tuple[str, ...] = ()
    means: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualty:
    """Who was hurt, held, lost or freed."""

    kind: ClassVar[str] = "casualty"
    outcome: str
    group: str
    count: Count | None = None
    means: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What an operation is for and stands on."""

    kind: ClassVar[str] = "mandate"
    act: str
    basis: str | None = None
    authority: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody takes a position."""

    kind: ClassVar[str] = "statement"
    speaker: str
    act: str
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How the parties stand to each other."""

    kind: ClassVar[str] = "relation"
    relation: str
    subject: str
    object: tuple[str, ...] = ()


Fact = Strength | Contingent | Command | Movement | Posture | Incident | Casualty | Mandate | Statement | Relation

FACTS: tuple[type[Fact], ...] = (
    Strength,
    Contingent,
    Command,
    Movement,
    Posture,
    Incident,
    Casualty,
    Mandate,
    Statement,
    Relation,
)
KINDS: tuple[str, ...] = tuple(fact.kind for fact in FACTS)

# Slots whose name in the interchange is a Python keyword.
_WRITTEN = {"origin": "from", "destination": "to"}


def _plain(value: Any) -> Any:
    """A slot's value as JSON has it; a list of one is written as the one."""
    if isinstance(value, Count):
        return value.to_dict()
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return dict(value)
    if isinstance(value, tuple):
        return value[0] if len(value) == 1 else list(value)
    return value


def slots_of(fact: Fact) -> dict[str, Any]:
    """The filled slots of a fact under the names of GUIDE.md, ready for JSON."""
    filled = ((field.name, getattr(fact, field.name)) for field in fields(fact))
    return {_WRITTEN.get(name, name): _plain(value) for name, value in filled if value not in (None, ())}


TRAINED = "trained:"
"""How the rule of a claim begins that only the trained reader makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A fact, for which operation, in which state, at what time, on whose word, where, and the words that say so.

    `document` is the id of the document; `rule` names what made the claim, for `muster why`. `tier` says how many
    readers made it; like the rule it is no part of what is claimed, nor of the address.
    """

    document: str
    fact: Fact
    spans: tuple[Span, ...]
    operation: str | None = None
    status: Status = Status.ACTUAL
    when: When | None = None
    source: str | None = None
    place: str | None = None
    rule: str = ""
    tier: Tier = Tier.CANDIDATE
    # The address, once it was asked for: a record asks for that of each of its claims many times.
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def kind(self) -> str:
        """Which of the ten kinds it is."""
        return self.fact.kind

    @property
    def slots(self) -> dict[str, Any]:
        """Every filled slot, in GUIDE.md's names and forms; defaults are left out."""
        written: dict[str, Any] = {"kind": self.kind}
        if self.operation is not None:
            written["operation"] = self.operation
        written |= slots_of(self.fact)
        if self.status is not Status.ACTUAL:
            written["status"] = str(self.status)
        if self.when is not None and self.when.edtf is not None:
            written["when"] = self.when.edtf
        for name in ("place", "source"):
            if getattr(self, name) is not None:
                written[name] = getattr(self, name)
        return written

    @property
    def id(self) -> str:
        """The address of the claim: SHA-256 over document, kind, slots and spans, in hex."""
        if not self._id:
            # Imported here: a claim from the ledger knows its address, and a read command then needs no hash.
            from hashlib import sha256

            spans = [(span.start, span.end) for span in self.spans]
            address = json.dumps([self.document, self.slots, spans], sort_keys=True, ensure_ascii=False)
            object.__setattr__(self, "_id", sha256(address.encode("utf-8", "surrogatepass")).hexdigest())
        return self._id

    @property
    def learned(self) -> bool:
        """Whether only the trained reader makes it."""
        return self.rule.startswith(TRAINED)

    def known_as(self, address: str) -> "Claim":
        """The claim, which need not compute the address that the ledger keeps for it."""
        object.__setattr__(self, "_id", address)
        return self

    def under(self, address: str) -> "Claim":
        """The claim under the address of the one it stands for in a record: what a person corrected is found, shown
        and judged as the claim that was read."""
        return replace(self).known_as(address)

    @property
    def body(self) -> dict[str, Any]:
        """What is claimed and where it stands: the slots and the spans, all that the address rests on."""
        return {**self.slots, "spans": [span.to_dict() for span in self.spans]}

    def to_dict(self) -> dict[str, Any]:
        """The interchange form of GUIDE.md, without `doc`."""
        return {**self.slots, "tier": str(self.tier), "spans": [span.to_dict() for span in self.spans]}


def is_country(actor: str) -> bool:
    """Whether an actor is a country, by its ISO 3166 alpha-2 code, and not an operation, a body or somebody's words."""
    return len(actor) == 2 and actor.isupper()
