"""Puts tellings of one thing together, the surest first; what people judged goes before any comparison."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import groupby
from math import inf
from typing import Generic, NamedTuple, Protocol, TypeVar

from muster.model.events import Join
from muster.model.judgement import Ties, Verdict
from muster.model.report import Report

# From this sum of scores on, two tellings are of one thing.
ENOUGH = 3.0
# The score of a comparison that rules out that two tellings are of one thing.
NEVER = -inf
# What a person judged, as a comparison: more than all others together.
JUDGED = ("judged", 100.0)

Scores = tuple[tuple[str, float], ...]


class Told(Protocol):
    """What rests on reports."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports it rests on."""

    @property
    def documents(self) -> frozenset[str]:
        """The documents that make them."""


T = TypeVar("T", bound=Told)


def scores(comparisons: Iterable[Callable[[T, T], float]], one: T, other: T) -> Scores | None:
    """What every comparison that says anything gives, under its name; None if one of them rules it out."""
    found = []
    for comparison in comparisons:
        score = comparison(one, other)
        if score == NEVER:
            return None
        if score:
            found.append((comparison.__name__, score))
    return tuple(found)


class Manner(NamedTuple, Generic[T]):
    """How things of one kind are joined.

    `compared` gives the scores of two, None if anything rules them out as one; `compatible` is whether nothing does;
    `merged` is both as one. `span` is the first and last day (as numbers, or infinite) of a thing, so that `compared`
    rules out two whose spans do not meet: those are not even compared. `likeness` is all that is compared in it, or
    None: no comparison can tell two of one likeness apart, nor find anything surer than that they are one.
    """

    compared: Callable[[T, T], Scores | None]
    compatible: Callable[[T, T], bool]
    merged: Callable[[T, T], T]
    span: Callable[[T], tuple[float, float]]
    likeness: Callable[[T], Hashable]


class Tie(NamedTuple):
    """Two things that are one, by their places in the list, and what the comparisons gave, one by one and in all."""

    one: int
    other: int
    comparisons: Scores
    score: float = JUDGED[1]


class Joined(NamedTuple, Generic[T]):
    """What several tellings come to: one telling, the places of its members in the list, the ties between them."""

    telling: T
    members: tuple[int, ...]
    ties: tuple[Tie, ...]


def settled(
    explained: Iterable[tuple[T, tuple[Join, ...]]],
    keys: Callable[[T], Iterable[Hashable]],
    manner: Manner[T],
    judged: Ties | None = None,
) -> list[tuple[T, tuple[Join, ...]]]:
    """What the tellings come to in the end, each with the reasons why its parts were joined, before and now.

    What is joined says more than its parts, and may take in what fitted none of them: so again, until nothing changes.
    """
    found = _alike_joined(explained, manner, judged or Ties(()))
    manner = manner._replace(compared=_compared_once(manner.compared))
    while len(found) > 1:
        made = joined([telling for telling, _ in found], keys, manner, judged)
        if len(made) == len(found):
            return found
        found = [(one.telling, _reasons(one, found)) for one in made]
    return found


def _alike_joined(
    explained: Iterable[tuple[T, tuple[Join, ...]]], manner: Manner[T], judged: Ties
) -> list[tuple[T, tuple[Join, ...]]]:
    """The tellings, those of one likeness put together at the place of the first: else each would be compared with all
    the others. What people judged is left to the comparisons."""
    named = {subject for pair in judged.pairs for subject in pair}
    found: dict[Hashable, _Alike[T]] = {}
    for at, (telling, joins) in enumerate(explained):
        likeness = None if named and not named.isdisjoint(_subjects(telling)) else manner.likeness(telling)
        alike = found.get(likeness) if likeness is not None else None
        if alike is None or not alike.takes(telling, joins, manner):
            found[at if likeness is None or alike else likeness] = _Alike(telling, joins)
    return [(alike.whole, tuple(alike.joins)) for alike in found.values()]


class _Alike(Generic[T]):
    """Tellings of one likeness by different documents."""

    def __init__(self, first: T, joins: tuple[Join, ...]) -> None:
        self.first, self.whole, self.joins = first, first, list(joins)

    def takes(self, telling: T, joins: tuple[Join, ...], manner: Manner[T]) -> bool:
        """Put the telling to the others, if its document tells none of them and they come to one thing."""
        if not telling.documents.isdisjoint(self.whole.documents):
            return False
        comparisons = manner.compared(self.first, telling)
        if comparisons is None or sum(score for _, score in comparisons) < ENOUGH:
            return False
        self.whole = manner.merged(self.whole, telling)
        self.joins += [*joins, Join(telling.reports, self.first.reports, comparisons)]
        return True


def _compared_once(compared: Callable[[T, T], Scores | None]) -> Callable[[T, T], Scores | None]:
    """The comparison, which remembers what it found: most tellings are the same ones in the next round."""
    known: dict[tuple[int, int], tuple[T, T, Scores]] = {}

    def ask(one: T, other: T) -> Scores | None:
        pair = id(one), id(other)
        if pair in known:
            return known[pair][2]
        found = compared(one, other)
        if found is not None:
            # Both are kept, so that no other telling gets their identity. What is ruled out is so at once.
            known[pair] = one, other, found
        return found

    return ask


def _reasons(one: Joined[T], parts: Sequence[tuple[T, tuple[Join, ...]]]) -> tuple[Join, ...]:
    """Why all that it is made of was joined: first within the parts, then the parts."""
    before = [join for member in one.members for join in parts[member][1]]
    last = [Join(parts[tie.other][0].reports, parts[tie.one][0].reports, tie.comparisons) for tie in one.ties]
    return (*before, *last)


def joined(
    tellings: Sequence[T],
    keys: Callable[[T], Iterable[Hashable]],
    manner: Manner[T],
    judged: Ties | None = None,
) -> list[Joined[T]]:
    """What the tellings come to in one round; only those are compared that have a key in common.

    The surest ties are made first. A tie is not made if what is joined already rules it out, nor if another of the same
    score would take the telling elsewhere: nothing then says which is right. The order of `tellings` decides nothing
    but which of two equal ties comes first.
    """
    clusters = _Clusters(tellings, manner, judged)
    pairs = _pairs([set(keys(telling)) for telling in tellings], [manner.span(telling) for telling in tellings])
    ties = [tie for pair in pairs if (tie := _tie(tellings, pair, manner)) is not None]
    clusters.join_as_judged()
    # The pairs are in order, and sorting leaves equal ones so.
    for _, equal in groupby(sorted(ties, key=lambda tie: -tie.score), key=lambda tie: tie.score):
        clusters.join(list(equal))
    return clusters.made()


def _tie(tellings: Sequence[T], pair: tuple[int, int], manner: Manner[T]) -> Tie | None:
    comparisons = manner.compared(tellings[pair[0]], tellings[pair[1]])
    if comparisons is None:
        return None
    score = round(sum(score for _, score in comparisons), 3)
    return Tie(*pair, comparisons, score) if score >= ENOUGH else None


def _pairs(keys: Sequence[set[Hashable]], spans: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """Every pair of places whose keys have one in common and whose spans meet, once, in order."""
    under: dict[Hashable, list[int]] = {}
    for i in sorted(range(len(keys)), key=lambda i: spans[i][0]):
        for key in keys[i]:
            under.setdefault(key, []).append(i)
    found: set[tuple[int, int]] = set()
    for places in under.values():
        begins = [spans[i][0] for i in places]
        for at, i in enumerate(places):
            # Those that begin later, but before this one ends.
            later = places[at + 1 : bisect_right(begins, spans[i][1])]
            found.update((i, j) if i < j else (j, i) for j in later)
    return sorted(found)


def _subjects(telling: Told) -> Iterator[str]:
    """What a person can have judged of it: its claims, and the places they name."""
    for report in telling.reports:
        yield report.claim.id
        if report.claim.place:
            yield f"place:{report.claim.place}"


class _Clusters(Generic[T]):
    """Tellings on their way to becoming one."""

    def __init__(self, tellings: Sequence[T], manner: Manner[T], judged: Ties | None) -> None:
        self._manner, self._judged = manner, judged or Ties(())
        self._cluster = list(range(len(tellings)))
        self._members = {i: [i] for i in range(len(tellings))}
        self._telling = dict(enumerate(tellings))
        self._ties: dict[int, list[Tie]] = {i: [] for i in range(len(tellings))}
        # Where the ties of the score that is being joined lead from each cluster.
        self._led: dict[int, set[int]] = {}

    def join_as_judged(self) -> None:
        """Join what a person called the same."""
        if not self._judged:
            return
        place = {report.claim.id: i for i, telling in self._telling.items() for report in telling.reports}
        for one, other in self._judged.pairs:
            if one in place and other in place and self._judged.verdict(one, other) is Verdict.SAME:
                ends = sorted((self._cluster[place[one]], self._cluster[place[other]]))
                if ends[0] != ends[1]:
                    self._merge(ends[0], ends[1], Tie(place[one], place[other], (JUDGED,)))

    def join(self, ties: Sequence[Tie]) -> None:
        """Make the ties, all of one score, that are neither ruled out nor open to doubt."""
        self._led = {}
        for tie in ties:
            one, other = self._cluster[tie.one], self._cluster[tie.other]
            if one != other:
                self._led.setdefault(one, set()).add(other)
                self._led.setdefault(other, set()).add(one)
        for tie in ties:
            one, other = self._cluster[tie.one], self._cluster[tie.other]
            if one == other or not self._compatible(one, other):
                continue
            if not (self._torn(one, other) or self._torn(other, one)):
                self._merge(one, other, tie)

    def _compatible(self, one: int, other: int) -> bool:
        if not self._manner.compatible(self._telling[one], self._telling[other]):
            return False
        if not self._judged:
            return True
        # Claims that a person called different, or places: what was at two places is two things.
        subjects = (list(_subjects(self._telling[end])) for end in (one, other))
        return self._judged.between(*subjects) is not Verdict.DIFFERENT

    def _torn(self, one: int, other: int) -> bool:
        """Whether a tie as strong leads from `one` to what cannot be the same as `other`."""
        rivals = self._led[one] - {one, other}
        return any(not self._compatible(rival, other) and self._compatible(rival, one) for rival in rivals)

    def _merge(self, one: int, other: int, tie: Tie) -> None:
        self._telling[one] = self._manner.merged(self._telling[one], self._telling.pop(other))
        self._ties[one] += [*self._ties.pop(other), tie]
        for member in self._members[other]:
            self._cluster[member] = one
        self._members[one] += self._members.pop(other)
        for led in self._led.pop(other, ()):
            self._led[led].discard(other)
            if led != one:
                self._led[led].add(one)
                self._led[one].add(led)

    def made(self) -> list[Joined[T]]:
        """What has come of them, in the order of their first members."""
        first = sorted(self._members, key=lambda i: min(self._members[i]))
        return [Joined(self._telling[i], tuple(sorted(self._members[i])), tuple(self._ties[i])) for i in first]
