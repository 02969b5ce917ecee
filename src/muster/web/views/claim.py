"""A claim for the eye: what it says, of when, on whose word, the sentence, the slots a person can correct."""

from collections.abc import Iterable
from typing import NamedTuple

from muster.model.brief import Names, Passage
from muster.model.claim import Claim, Status, Tier
from muster.model.judgement import Judgement, Verdict, in_force
from muster.model.record import Report
from muster.reconcile.judged import SLOTS
from muster.reconcile.review import judged_id
from muster.show.judgements import changes, slot_words
from muster.show.lines import source_words, when_words
from muster.show.words import count_words, number_words, ordinal_words, status_words
from muster.web.views.said import ADDRESS_LENGTH

_NEVER = frozenset({"groups"})
"""Slots that have no form a line could hold."""

_LABELS = {"edtf": "when", "requested_by": "requested by"}
_APART = frozenset({"kind", "operation", "status", "when", "source"})
_SAID_APART = _APART | {"count", "component"}
DECIDED = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.CORRECT: "corrected",
    Verdict.SAME: "same",
    Verdict.DIFFERENT: "different",
    Verdict.UNSURE: "unsure",
}


class Piece(NamedTuple):
    """A stretch of a sentence, marked or not."""

    text: str
    marked: bool


class Line(NamedTuple):
    """A claim in a line: `id` is the beginning of it that addresses use, `words` what it says."""

    id: str
    whole: str
    kind: str
    words: str
    when: str
    source: str
    status: str
    candidate: bool
    waits: bool
    document: str
    sentences: tuple[tuple[Piece, ...], ...] = ()


class Slot(NamedTuple):
    """A slot a person can correct: GUIDE.md's name of it, its value as a correction is written, and what it may be
    where that is a short list."""

    name: str
    label: str
    value: str
    choices: tuple[str, ...] = ()


class Decision(NamedTuple):
    """A judgement for the eye; `mine` where the visitor may take it back, `others` the further claims it is about."""

    number: int
    words: str
    changes: str
    author: str
    day: str
    reason: str
    withdrawn: str
    mine: bool
    others: tuple[str, ...]


def line(report: Report, names: Names, told: tuple[Passage, ...] = ()) -> Line:
    """The claim of a report, with the sentences that say so."""
    claim = report.claim
    address = judged_id(report)
    return Line(
        id=address[:ADDRESS_LENGTH],
        whole=address,
        kind=claim.kind,
        words=says(claim, names),
        when=when_words(report),
        source=source_words(report, names),
        status="" if claim.status is Status.ACTUAL else str(claim.status),
        candidate=claim.tier is Tier.CANDIDATE,
        waits=not report.counts,
        document=report.card.document[:ADDRESS_LENGTH],
        sentences=tuple(map(pieces, told)),
    )


def says(claim: Claim, names: Names) -> str:
    """What a claim says in a line: its status if that is not actual, its figure with what it counts, the rest."""
    filled = claim.slots
    status = "" if claim.status is Status.ACTUAL else status_words(claim.status)
    figure = " ".join(filter(None, (count_words(getattr(claim.fact, "count", None)), filled.get("component"))))
    parts = [slot_for_eye(name, value, names) for name, value in filled.items() if name not in _SAID_APART]
    return ", ".join(filter(None, (status, figure, *parts))) or claim.kind


def slot_for_eye(name: str, value: object, names: Names) -> str:
    """The value of a slot as people say it."""
    if name == "rank" and isinstance(value, int):
        return ordinal_words(value)
    if name == "nations" and isinstance(value, int):
        return number_words(value, "nation")
    if isinstance(value, dict):
        return ", ".join(f"{number} {group}" for group, number in value.items())
    listed = value if isinstance(value, list) else [value]
    return ", ".join(names.of(str(one)) for one in listed)


def pieces(passage: Passage) -> tuple[Piece, ...]:
    """The sentence cut where its marks begin and end; marks that run into each other are one."""
    cut: list[Piece] = []
    at = 0
    for start, end in passage.marks:
        if end <= at:
            continue
        cut.append(Piece(passage.text[at : max(start, at)], False))
        cut.append(Piece(passage.text[max(start, at) : end], True))
        at = end
    cut.append(Piece(passage.text[at:], False))
    return tuple(piece for piece in cut if piece.text)


def facts(claim: Claim, names: Names) -> tuple[tuple[str, str], ...]:
    """What the claim says, slot by slot."""
    told = [("count", count_words(getattr(claim.fact, "count", None)))]
    for name, value in claim.slots.items():
        if name not in _APART and name != "count":
            told.append((_LABELS.get(name, name), slot_for_eye(name, value, names)))
    return tuple((name, words) for name, words in told if words)


def slots(claim: Claim) -> tuple[Slot, ...]:
    """The slots a person can correct, filled as the claim fills them."""
    filled = claim.slots
    made = []
    for name in SLOTS[claim.kind]:
        if name in _NEVER:
            continue
        if name == "status":
            made.append(Slot(name, name, str(claim.status), tuple(map(str, Status))))
        else:
            made.append(Slot(name, _LABELS.get(name, name), slot_words(filled.get(name))))
    # How many comes first: it is what is wrong most often.
    return tuple(sorted(made, key=lambda slot: slot.name != "count"))


def decision(judgement: Judgement, about: str, *, mine: bool) -> Decision:
    """The judgement, as the page of the claim `about` shows it."""
    taken = judgement.withdrawn
    return Decision(
        number=judgement.number,
        words=DECIDED[judgement.verdict],
        changes=changes(judgement),
        author=judgement.author,
        day=judgement.at[:16].replace("T", " "),
        reason=judgement.reason,
        withdrawn=f"taken back by {taken.author}, {taken.at[:16].replace('T', ' ')}" if taken else "",
        mine=mine and taken is None,
        others=tuple(one for one in judgement.subjects if one != about),
    )


def holding(judgements: Iterable[Judgement]) -> str:
    """What people's newest word on the claim alone is, and whose: "rejected by Inés"; nothing if there is none."""
    of_one = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.UNSURE)
    single = [one for one in in_force(judgements) if len(one.subjects) == 1 and one.verdict in of_one]
    return f"{DECIDED[single[-1].verdict]} by {single[-1].author}" if single else ""
