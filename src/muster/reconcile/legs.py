"""Whether two reports of a movement are of one coming or going: what each tells, and one short function for each thing
compared. As in `comparisons`, scores add up, and from `joining.ENOUGH` on two are one.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from math import inf
from typing import NamedTuple

from muster.model.claim import Movement, Status
from muster.model.count import Bounds, Count
from muster.model.edtf import bounds
from muster.model.report import Report
from muster.reconcile.joining import NEVER, Manner, Scores, scores
from muster.reconcile.names import folded
from muster.reconcile.tellings import ordinal

# A deployment, from request to arrival, is a matter of weeks; a rotation comes round every half year.
WEEKS, ONE_MOVEMENT = 14, 90
# From this number on, two equal counts are hardly chance.
TELLING_NUMBER = 10

DIRECTIONS = {"deploy": "in", "reinforce": "in", "withdraw": "out", "rotate": "relief"}
# Words of a unit's name that many units have.
_ANY_UNIT = frozenset(
    "a an the its of and battalion brigade regiment command company unit units infantry mechanized soldiers troops"
    " personnel forces force army contingent commando commandos first new additional".split()
)


class Leg(NamedTuple):
    """What one report, or several, tell of one movement. Days are proleptic ordinals.

    `senders` are the countries (or whoever else) that send; `vague` says that only the operation or an organisation is
    named, which may stand for a country. `days` are the first and last day told or, failing that, of publication.
    `denied` says that all that is told is that it is not so; `documents` tell it.
    """

    reports: tuple[Report, ...]
    direction: str
    senders: frozenset[str]
    vague: frozenset[str] = frozenset()
    days: tuple[int, int] | None = None
    counts: frozenset[Count] = frozenset()
    units: frozenset[str] = frozenset()
    asked_by: frozenset[str] = frozenset()
    denied: bool = False
    documents: frozenset[str] = frozenset()


def leg_of(report: Report) -> Leg:
    """What one claim tells."""
    fact = report.claim.fact
    assert isinstance(fact, Movement)
    vague = is_vague(fact.actor)
    return Leg(
        reports=(report,),
        direction=DIRECTIONS.get(fact.act, fact.act),
        senders=frozenset() if vague else frozenset({folded(fact.actor)}),
        vague=frozenset({fact.actor}) if vague else frozenset(),
        days=_days(report),
        counts=frozenset({fact.count}) if fact.count else frozenset(),
        units=frozenset(folded(fact.unit or "").split()) - _ANY_UNIT,
        asked_by=frozenset(folded(fact.requested_by or "").split()),
        denied=report.claim.status is Status.DENIED,
        documents=frozenset({report.claim.document}),
    )


def is_vague(actor: str) -> bool:
    """Whether the actor is an operation or an organisation (a slug), not a country or a unit."""
    return actor.islower() and " " not in actor


def _days(report: Report) -> tuple[int, int] | None:
    first, last = bounds(report.edtf)
    if first is None or last is None or (ordinal(last) or 0) - (ordinal(first) or 0) > ONE_MOVEMENT:
        published = report.publication
        first, last = (published[1], published[1]) if published[1] else (first or last, last or first)
    start, end = ordinal(first), ordinal(last)
    return (start, end) if start is not None and end is not None else None


def merged(one: Leg, other: Leg) -> Leg:
    """Both as one."""
    days = [leg.days for leg in (one, other) if leg.days]
    return Leg(
        reports=one.reports + other.reports,
        direction=one.direction,
        senders=one.senders | other.senders,
        vague=one.vague | other.vague,
        days=(min(first for first, _ in days), max(last for _, last in days)) if days else None,
        counts=one.counts | other.counts,
        units=one.units | other.units,
        asked_by=one.asked_by | other.asked_by,
        denied=one.denied and other.denied,
        documents=one.documents | other.documents,
    )


def sender(one: Leg, other: Leg) -> float:
    """The same country, or the same organisation where neither names a country, 2; two countries rule it out."""
    if one.senders and other.senders:
        return 2.0 if one.senders & other.senders else NEVER
    if one.senders or other.senders:
        return 0.0
    return 2.0 if one.vague & other.vague else 0.0


def direction(one: Leg, other: Leg) -> float:
    """Coming and going are two movements."""
    return 0.0 if one.direction == other.direction else NEVER


def time(one: Leg, other: Leg) -> float:
    """Within a fortnight 2, within three months 1; further apart rules it out. A time not told says nothing."""
    if one.days is None or other.days is None:
        return 0.0
    apart = max(one.days[0] - other.days[1], other.days[0] - one.days[1], 0)
    return 2.0 if apart <= WEEKS else 1.0 if apart <= ONE_MOVEMENT else NEVER


def number(one: Leg, other: Leg) -> float:
    """The same number of ten or more 2; numbers that can be the same a half; others are planned and arrived, or parts.

    Where no country is named, another number rules it out.
    """
    if not (one.counts and other.counts):
        return 0.0
    if any(a.best == b.best and (a.best or 0) >= TELLING_NUMBER for a, b in product(one.counts, other.counts)):
        return 2.0
    if any(a.meets(b) for a, b in product(_allowed(one.counts), _allowed(other.counts))):
        return 0.5
    return 0.0 if one.senders and other.senders else NEVER


@lru_cache(maxsize=4096)
def _allowed(counts: frozenset[Count]) -> tuple[Bounds, ...]:
    """The numbers that each count allows: every pair of legs asks for them."""
    return tuple(count.bounds for count in counts)


def unit(one: Leg, other: Leg) -> float:
    """A word shared by the units' names that few units have 2."""
    return 2.0 if one.units & other.units else 0.0


def asked_by(one: Leg, other: Leg) -> float:
    """Asked for by the same 1."""
    return 1.0 if one.asked_by & other.asked_by else 0.0


def document(one: Leg, other: Leg) -> float:
    """Told by one document 1."""
    return 0.0 if one.documents.isdisjoint(other.documents) else 1.0


def denial(one: Leg, other: Leg) -> float:
    """What one tells, and the other denies, −2: only a number or a unit shows that they speak of one movement."""
    return -2.0 if one.denied != other.denied else 0.0


Comparison = Callable[[Leg, Leg], float]
COMPARISONS: tuple[Comparison, ...] = (direction, sender, time, number, unit, asked_by, document, denial)


def compared(one: Leg, other: Leg) -> Scores | None:
    """What every comparison that says anything gives, under its name; None if one of them rules it out."""
    return scores(COMPARISONS, one, other)


def compatible(one: Leg, other: Leg) -> bool:
    """Whether nothing rules out that both are one."""
    return time(one, other) != NEVER and direction(one, other) != NEVER and sender(one, other) != NEVER


def _span(leg: Leg) -> tuple[float, float]:
    """The days in which another report can be of the same movement, as `time` has it."""
    return (leg.days[0], leg.days[1] + ONE_MOVEMENT) if leg.days else (-inf, inf)


def _likeness(leg: Leg) -> tuple[object, ...]:
    """All that is compared in two reports of one movement by different documents."""
    return leg._replace(reports=(), documents=frozenset())


MOVEMENTS = Manner(compared, compatible, merged, _span, _likeness)
"""How reports of movements are joined."""
