"""Puts tellings of one event together, the surest first."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from muster.reconcile.comparisons import ENOUGH, compared, compatible
from muster.reconcile.tellings import Telling, merged


class Tie(NamedTuple):
    """Two tellings that are of one event, by their places in the list, and what the comparisons gave."""

    one: int
    other: int
    comparisons: tuple[tuple[str, float], ...]

    @property
    def score(self) -> float:
        """The sum of what the comparisons gave."""
        return round(sum(score for _, score in self.comparisons), 3)


class Joined(NamedTuple):
    """One event: its telling, the places of what was joined in the list, and the ties that hold it together."""

    telling: Telling
    members: tuple[int, ...]
    ties: tuple[Tie, ...]


def joined(tellings: Sequence[Telling], keys: Iterable[Iterable[Hashable]]) -> list[Joined]:
    """The events that the tellings come to; only those that share a key (in the order of `tellings`) are compared.

    The surest ties are made first. A tie is not made if what is joined already rules it out, nor if another of the same
    score would take the telling elsewhere: nothing then says which is right. The order of `tellings` decides nothing
    but which of two equal ties comes first.
    """
    ties = [tie for pair in _pairs(keys) if (tie := _tie(tellings, *pair)) is not None]
    clusters = _Clusters(tellings)
    for _, equal in groupby(sorted(ties, key=lambda tie: (-tie.score, tie.one, tie.other)), key=lambda tie: tie.score):
        clusters.join(list(equal))
    return clusters.events()


def _tie(tellings: Sequence[Telling], one: int, other: int) -> Tie | None:
    comparisons = compared(tellings[one], tellings[other])
    if comparisons is None:
        return None
    tie = Tie(one, other, comparisons)
    return tie if tie.score >= ENOUGH else None


def _pairs(keys: Iterable[Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Every pair of places whose keys have one in common, once, in order."""
    under: dict[Hashable, list[int]] = {}
    for i, told in enumerate(keys):
        for key in set(told):
            under.setdefault(key, []).append(i)
    return iter(sorted({pair for places in under.values() for pair in combinations(places, 2)}))


class _Clusters:
    """Tellings on their way to events."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._cluster = list(range(len(tellings)))
        self._members = {i: [i] for i in range(len(tellings))}
        self._telling = dict(enumerate(tellings))
        self._ties: dict[int, list[Tie]] = {i: [] for i in range(len(tellings))}

    def join(self, ties: Sequence[Tie]) -> None:
        """Make the ties, all of one score, that are neither ruled out nor open to doubt."""
        led: dict[int, set[int]] = {}
        for tie in ties:
            led.setdefault(tie.one, set()).add(tie.other)
            led.setdefault(tie.other, set()).add(tie.one)
        for tie in ties:
            one, other = self._cluster[tie.one], self._cluster[tie.other]
            if one == other or not self._compatible(one, other):
                continue
            if not (self._torn(one, other, led) or self._torn(other, one, led)):
                self._merge(one, other, tie)

    def _compatible(self, one: int, other: int) -> bool:
        return compatible(self._telling[one], self._telling[other])

    def _torn(self, one: int, other: int, led: Mapping[int, set[int]]) -> bool:
        """Whether a tie as strong leads from `one` to what cannot be the same event as `other`."""
        rivals = {self._cluster[end] for member in self._members[one] for end in led.get(member, ())} - {one, other}
        return any(not self._compatible(rival, other) and self._compatible(rival, one) for rival in rivals)

    def _merge(self, one: int, other: int, tie: Tie) -> None:
        self._telling[one] = merged(self._telling[one], self._telling.pop(other))
        self._ties[one] += [*self._ties.pop(other), tie]
        for member in self._members[other]:
            self._cluster[member] = one
        self._members[one] += self._members.pop(other)

    def events(self) -> list[Joined]:
        return [
            Joined(self._telling[i], tuple(sorted(self._members[i])), tuple(self._ties[i]))
            for i in sorted(self._members)
        ]
