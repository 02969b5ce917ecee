"""The tally of predicted claims against gold."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from muster.model.agreement import KEY_SLOTS, Slots, agree, same
from muster.score.gold import GoldDocument, Stretch, stretches_of

DETAIL_SLOTS: dict[str, tuple[str, ...]] = {
    "strength": ("count.rel", "component", "nations", "groups", "status", "when"),
    "contingent": ("count.rel", "rank", "component", "status", "when"),
    "command": ("country", "role", "predecessor", "ordinal", "when", "status"),
    "movement": (
        "count.rel",
        "operation",
        "unit",
        "from",
        "to",
        "role",
        "requested_by",
        "stage",
        "status",
        "when",
    ),
    "posture": ("operation", "place", "reason", "when", "status"),
    "incident": ("operation", "place", "when", "means", "status"),
    "casualty": ("count.rel", "operation", "means", "place", "when", "status"),
    "mandate": ("basis", "authority", "task", "when", "status"),
    "statement": ("addressee", "when"),
    "relation": ("object", "status", "when"),
}
"""What is asked of a matched claim besides, where gold gives it (`status` always)."""

_DEFAULTS = {"status": "actual", "component": "personnel"}


@dataclass(slots=True)
class _Stated:
    """A claim under comparison: its slots and the stretches of text that carry it. Merging adds to both."""

    slots: dict[str, Any]
    stretches: list[Stretch]

    @property
    def kind(self) -> str:
        return str(self.slots["kind"])


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement: `what` is `missed`, `false`, `detail SLOT` or `NOT VERBATIM`; `shown` is the claim, the
    span, or the two values (gold's first)."""

    document: str
    what: str
    kind: str
    shown: Any

    def to_list(self) -> list[Any]:
        """As `muster score --errors` prints it, one JSON array a line."""
        return [self.document, self.what, self.kind, self.shown]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 (0 to 1), and how many claims gold has."""

    precision: float
    recall: float
    f1: float
    gold: int

    @classmethod
    def of(cls, matched: int, false: int, missed: int) -> "Figures":
        """The figures of so many matched, false and missed claims; 0 where nothing was there to divide by."""
        precision = matched / (matched + false) if matched + false else 0.0
        recall = matched / (matched + missed) if matched + missed else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return cls(precision, recall, f1, matched + missed)


@dataclass(slots=True)
class Score:
    """The tally over all documents: claims by kind, details by slot (right of asked), and every difference."""

    matched: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    not_verbatim: int = 0
    differences: list[Difference] = field(default_factory=list)

    @property
    def kinds(self) -> dict[str, Figures]:
        """The figures of each kind that gold or the prediction holds."""
        rows = {kind: (self.matched[kind], self.false[kind], self.missed[kind]) for kind in KEY_SLOTS}
        return {kind: Figures.of(*row) for kind, row in rows.items() if sum(row)}

    @property
    def total(self) -> Figures:
        """The figures over all kinds together."""
        return Figures.of(self.matched.total(), self.false.total(), self.missed.total())

    @property
    def details(self) -> float:
        """The share of asked details that were right; 0 if none was asked."""
        return self.right.total() / self.asked.total() if self.asked else 0.0

    def to_dict(self) -> dict[str, Any]:
        """As `muster score --json` prints it; each kind is [precision, recall, F1, claims of gold]."""
        total = self.total
        return {
            "kinds": {kind: [row.precision, row.recall, row.f1, row.gold] for kind, row in self.kinds.items()},
            "precision": total.precision,
            "recall": total.recall,
            "f1": total.f1,
            "details": self.details,
            "not_verbatim": self.not_verbatim,
        }

    def to_text(self) -> str:
        """The table for people."""
        lines = [
            f"{kind:<11} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}  gold {row.gold}"
            for kind, row in self.kinds.items()
        ]
        lines += [f"  detail {slot:<13} {self.right[slot]}/{asked}" for slot, asked in self.asked.items()]
        return "\n".join([*lines, self.to_line("all")])

    def to_line(self, label: str) -> str:
        """The figures over all kinds, in one line for people."""
        total = self.total
        return (
            f"{label:<11} P {total.precision:.3f}  R {total.recall:.3f}  F1 {total.f1:.3f}"
            f"  details {self.details:.3f}  not verbatim {self.not_verbatim}"
        )


def score(gold: Iterable[GoldDocument], predicted: Mapping[str, Sequence[Slots]]) -> Score:
    """The score of predictions (claims in interchange form, by document name) against gold.

    Predictions for documents that gold lacks are left out, as are kinds that GUIDE.md does not know.
    """
    tally = Score()
    for document in gold:
        _score_document(tally, document, predicted.get(document.name, ()))
    return tally


def _score_document(tally: Score, document: GoldDocument, claims: Sequence[Slots]) -> None:
    free = _merged(_verbatim(tally, document, claim) for claim in claims if claim.get("kind") in KEY_SLOTS)
    for slots in document.claims:
        asked = _Stated(dict(slots), stretches_of(document.text, slots["evidence"]))
        at = next((at for at, claim in enumerate(free) if _match(asked, claim)), None)
        if at is None:
            tally.missed[asked.kind] += 1
            tally.differences.append(Difference(document.name, "missed", asked.kind, asked.slots))
        else:
            tally.matched[asked.kind] += 1
            _compare_details(tally, document.name, asked, free.pop(at))
    for claim in free:
        tally.false[claim.kind] += 1
        tally.differences.append(Difference(document.name, "false", claim.kind, claim.slots))


def _verbatim(tally: Score, document: GoldDocument, claim: Slots) -> _Stated:
    """The claim with those of its spans that are verbatim; the others are tallied."""
    stretches = []
    for span in claim.get("spans") or ():
        if document.text[span["start"] : span["end"]] == span["quote"]:
            stretches.append((span["start"], span["end"]))
        else:
            tally.not_verbatim += 1
            tally.differences.append(Difference(document.name, "NOT VERBATIM", claim["kind"], span))
    return _Stated(dict(claim), stretches)


def _merged(claims: Iterable[_Stated]) -> list[_Stated]:
    """The claims of one document, those that agree made one; incidents only where they share words."""
    kept: list[_Stated] = []
    for claim in claims:
        twin = next((other for other in kept if _same_fact(claim, other)), None)
        if twin is None:
            kept.append(claim)
            continue
        twin.stretches += claim.stretches
        for slot, value in claim.slots.items():
            twin.slots.setdefault(slot, value)
    return kept


def _same_fact(claim: _Stated, other: _Stated) -> bool:
    if claim.kind != other.kind or not agree(claim.slots, other.slots):
        return False
    return claim.kind != "incident" or _overlap(claim.stretches, other.stretches)


def _match(asked: _Stated, claim: _Stated) -> bool:
    same_kind = asked.kind == claim.kind
    return same_kind and agree(asked.slots, claim.slots) and _overlap(asked.stretches, claim.stretches)


def _compare_details(tally: Score, name: str, asked: _Stated, claim: _Stated) -> None:
    for slot in DETAIL_SLOTS[asked.kind]:
        if asked.slots.get(slot.partition(".")[0]) is None and slot != "status":
            continue
        tally.asked[slot] += 1
        wanted, given = _detail(asked.slots, slot), _detail(claim.slots, slot)
        if same(slot, wanted, given):
            tally.right[slot] += 1
        else:
            tally.differences.append(Difference(name, f"detail {slot}", asked.kind, [wanted, given]))


def _detail(claim: Slots, slot: str) -> Any:
    if slot == "count.rel":
        return (claim.get("count") or {}).get("rel", "exact")
    return claim.get(slot, _DEFAULTS.get(slot))


def _overlap(a: Iterable[Stretch], b: Sequence[Stretch]) -> bool:
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)
