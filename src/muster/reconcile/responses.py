"""What followed an event: a change of posture, a reinforcement, and after how many days."""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

from muster.model.claim import Posture, Status
from muster.model.count import Bounds
from muster.model.events import UNKNOWN, Chain, Days, Event, Response, Stance
from muster.model.report import Attested, Report
from muster.reconcile.places import place_names
from muster.reconcile.posture import days_of
from muster.reconcile.stages import days_between
from muster.reconcile.tellings import ONE_EVENT, ordinal

# What comes later than this is no response to a single event.
SOON = 30
# Characters between an event and what one text says beside it.
BESIDE = 240
REASON, SINCE, TOGETHER = "reason given", "same day named", "told together"
_MORE = ("more", "starts")
_BEGINNINGS = ("requested", "authorised", "announced", "under-way", "reported", "arrived")


class _Sequel(NamedTuple):
    """What may have followed an event: when, the reports of it, and the change of posture or the movement."""

    when: Days
    reports: tuple[Report, ...]
    point: Attested | None = None
    chain: Chain | None = None


def responses(events: Sequence[Event], stances: Iterable[Stance], chains: Iterable[Chain]) -> tuple[Response, ...]:
    """What followed each dated event: the first change towards more posture, and the first reinforcement.

    What a source ties to an event belongs to it: by the reason it gives, by naming the day, or, for a reinforcement, by
    telling both side by side. What nobody ties to any event belongs to the last one with casualties in the month before
    it: it followed, and no more is said.
    """
    dated = [event for event in events if _is_dated(event)]
    changes = [_Sequel(days_of(point), point.reports, point=point) for point in _changes(stances)]
    comings = [_Sequel(_begun(chain), _told(chain), chain=chain) for chain in chains if chain.direction == "in"]
    followed = [_followed(kind, dated) for kind in (changes, comings)]
    return tuple(
        _response(event, *(sequels.get(i, ()) for sequels in followed))
        for i, event in enumerate(dated)
        if any(i in sequels for sequels in followed)
    )


def _is_dated(event: Event) -> bool:
    """Whether it is told when it was, not only in which month."""
    first, last = ordinal(event.when.earliest), ordinal(event.when.latest)
    return first is not None and last is not None and last - first < ONE_EVENT


def _changes(stances: Iterable[Stance]) -> list[Attested]:
    """Every report of more posture of the operation than before."""
    points = (point for stance in stances for point in stance.points if point.claim.status is Status.ACTUAL)
    own = (point for point in points if point.claim.operation)
    return [point for point in own if isinstance(point.claim.fact, Posture) and point.claim.fact.change in _MORE]


def _begun(chain: Chain) -> Days:
    """The first day on which the movement is known of."""
    whens = [stage.when for stage in chain.stages if stage.name in _BEGINNINGS and stage.when != Days()]
    return min(whens, key=lambda when: when.earliest or when.latest or "", default=Days())


def _told(chain: Chain) -> tuple[Report, ...]:
    return tuple(
        report for stage in chain.stages if stage.name != "returned" for s in stage.steps for report in s.reports
    )


def _followed(sequels: Iterable[_Sequel], events: Sequence[Event]) -> dict[int, tuple[tuple[str, _Sequel], ...]]:
    """What followed each event, by its place, with what ties it to the event (nothing, if it only followed)."""
    found: dict[int, tuple[tuple[str, _Sequel], ...]] = {}
    for sequel in sequels:
        tied = [
            (i, tie) for i, event in enumerate(events) if _may_follow(event, sequel) and (tie := _tie(event, sequel))
        ]
        for i, tie in tied or [(i, "") for i in _last_before(sequel, events)]:
            found[i] = (*found.get(i, ()), (tie, sequel))
    return found


def _may_follow(event: Event, sequel: _Sequel) -> bool:
    """Whether it can have been on the day of the event or after it, and soon."""
    latest, first = ordinal(sequel.when.latest or sequel.when.earliest), ordinal(event.when.earliest)
    if latest is None or first is None:
        return False
    return latest >= first and (ordinal(sequel.when.earliest) or latest) - first <= SOON


def _tie(event: Event, sequel: _Sequel) -> str:
    """What a source ties the two by, empty if nothing."""
    names = frozenset(word for place in event.places for word in place_names(place)[1])
    reasons = [getattr(report.claim.fact, "reason", None) for report in sequel.reports]
    if any(place_names(reason)[1] & names for reason in reasons if reason):
        return REASON
    exact = event.when.earliest == event.when.latest
    if exact and any(report.edtf == f"{event.when.earliest}/.." for report in sequel.reports):
        return SINCE
    # What is told beside an event may have been before it, too; an announcement that names no day hardly was.
    before = (sequel.when.earliest or "9999") < (event.when.earliest or "")
    if sequel.point is not None or before or (sequel.when.latest or "") <= (event.when.latest or ""):
        return ""
    told = [report for part in event.parts for report in part.reports]
    return TOGETHER if any(_beside(one, other) for one, other in product(told, sequel.reports)) else ""


def _beside(one: Report, other: Report) -> bool:
    if one.claim.document != other.claim.document:
        return False
    spans = product(one.claim.spans, other.claim.spans)
    return any(max(a.start - b.end, b.start - a.end) <= BESIDE for a, b in spans)


def _last_before(sequel: _Sequel, events: Sequence[Event]) -> list[int]:
    """The last event with casualties that was certainly before it, within a month; none where two are of one day."""
    begun = ordinal(sequel.when.earliest or (None if sequel.point else sequel.when.latest))
    if begun is None:
        return []
    ends = {i: ordinal(event.when.latest) or 0 for i, event in enumerate(events) if event.tolls}
    before = {i: end for i, end in ends.items() if 0 < begun - end <= SOON}
    newest = max(before.values(), default=None)
    last = [i for i, end in before.items() if end == newest]
    return last if len(last) == 1 else []


def _response(event: Event, changes: Sequence[tuple[str, _Sequel]], comings: Sequence[tuple[str, _Sequel]]) -> Response:
    response = Response(event)
    if changes:
        tie, first = min(changes, key=_earliest)
        response = response._replace(
            posture=first.point, posture_after=days_between(event.when, first.when), posture_said=tie
        )
    if comings:
        tie, first = min(comings, key=_earliest)
        assert first.chain is not None
        response = response._replace(
            reinforcement=first.chain,
            announced_after=_until(event, first.chain, ("requested", "authorised", "announced")),
            arrived_after=_until(event, first.chain, ("arrived",)),
            reinforcement_said=tie,
        )
    return response


def _earliest(followed: tuple[str, _Sequel]) -> tuple[bool, str, str]:
    """What is tied to the event before what is not, then by day."""
    tie, sequel = followed
    return not tie, sequel.when.latest or sequel.when.earliest or "", sequel.reports[0].claim.id


def _until(event: Event, chain: Chain, names: tuple[str, ...]) -> Bounds:
    whens = [stage.when for stage in chain.stages if stage.name in names and stage.when.latest]
    return days_between(event.when, min(whens, key=lambda when: when.latest or "")) if whens else UNKNOWN
