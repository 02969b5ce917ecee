"""What people decided about claims and names: by whom, when, why. Rows of the ledger; withdrawn, never removed.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType
from typing import Any, NamedTuple

from muster.errors import BadJudgement


class Verdict(StrEnum):
    """What was decided.

    Of one claim: that it stands (`accept`), that the text does not say so (`reject`), that it says something a little
    different (`correct`). Of two or more claims or names: that they tell of one thing (`same`), of several
    (`different`), or that it cannot be told (`unsure`, also of one claim).
    """

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


NAMED = ("person", "place", "unit", "incident", "chain")
"""What a subject can name that is no claim: `person:Angelo Michele Ristuccia`."""

_OF_ONE = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)
_OF_SEVERAL = (Verdict.SAME, Verdict.DIFFERENT)
_CLAIM_ID = 64


class Withdrawal(NamedTuple):
    """The undoing of a judgement: who, why, and when (ISO 8601, UTC; empty before it is entered)."""

    author: str
    reason: str = ""
    at: str = ""


class Judgement(NamedTuple):
    """A decision of a person.

    `subjects` are ids of claims, or names (`person:…`). `correction` holds the slots that a correction changes, in
    GUIDE.md's names and forms; None empties a slot. `number` and `at` (ISO 8601, UTC) are the ledger's.
    """

    verdict: Verdict
    subjects: tuple[str, ...]
    author: str
    reason: str = ""
    correction: Mapping[str, Any] = MappingProxyType({})
    number: int = 0
    at: str = ""
    withdrawn: Withdrawal | None = None


def checked(judgement: Judgement) -> Judgement:
    """The judgement, if it can be one. Raises BadJudgement with what is wrong and what to give instead."""
    several = len(set(judgement.subjects)) > 1
    if not judgement.author.strip():
        raise BadJudgement("a judgement needs an author: say who decides")
    if judgement.verdict in _OF_ONE and (len(judgement.subjects) != 1 or not _is_claim(judgement.subjects[0])):
        raise BadJudgement(f"{judgement.verdict} is said of one claim: give one claim's id")
    if judgement.verdict in _OF_SEVERAL and not several:
        raise BadJudgement(f"{judgement.verdict} is said of two or more: give two ids of claims, or two names")
    if bool(judgement.correction) != (judgement.verdict is Verdict.CORRECT):
        raise BadJudgement("a correction changes at least one slot (count=30), and nothing else changes any")
    for subject in judgement.subjects:
        _check_subject(subject)
    return judgement


def _is_claim(subject: str) -> bool:
    return len(subject) == _CLAIM_ID and set(subject) <= set("0123456789abcdef")


def _check_subject(subject: str) -> None:
    kind, _, name = subject.partition(":")
    if not _is_claim(subject) and (kind not in NAMED or not name.strip()):
        known = ", ".join(f"{kind}:NAME" for kind in NAMED)
        raise BadJudgement(f"“{subject}” is neither a claim's id nor a name; a name is written {known}")


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that nobody withdrew, in the order they were made."""
    return sorted((one for one in judgements if one.withdrawn is None), key=lambda one: one.number)


def decided(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgement that holds of each claim that was accepted, rejected or corrected, by its id: the newest."""
    return {one.subjects[0]: one for one in in_force(judgements) if one.verdict in _OF_ONE}


class Ties:
    """What people said of two claims or names: the newest judgement about a pair holds."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        self._by_pair: dict[frozenset[str], Judgement] = {}
        for one in in_force(judgements):
            if one.verdict not in _OF_ONE:
                for pair in combinations(dict.fromkeys(one.subjects), 2):
                    self._by_pair[frozenset(pair)] = one

    def __bool__(self) -> bool:
        return bool(self._by_pair)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The pairs that were judged, each in order."""
        return sorted((min(pair), max(pair)) for pair in self._by_pair)

    def of(self, one: str, other: str) -> Judgement | None:
        """The judgement about the two, None if nobody judged them."""
        return self._by_pair.get(frozenset((one, other)))

    def verdict(self, one: str, other: str) -> Verdict | None:
        """Whether a person called the two same, different, or was unsure; None if nobody judged them."""
        found = self.of(one, other)
        return found.verdict if found else None

    def between(self, ones: Iterable[str], others: Iterable[str]) -> Verdict | None:
        """What people said of two groups of claims or names. `different` of any pair outweighs `same` of another."""
        if not self._by_pair:
            return None
        several = tuple(others)
        said = {self.verdict(one, other) for one in ones for other in several}
        return next((one for one in (Verdict.DIFFERENT, Verdict.SAME, Verdict.UNSURE) if one in said), None)
