"""Sums checked: what the parts come to, against what is told of the whole. The residual is shown, never hidden."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add

from muster.model.claim import Status, is_country
from muster.model.count import Bounds
from muster.model.events import Chain, Event
from muster.model.force import Account, Series
from muster.model.report import Attested
from muster.reconcile.points import count_of, days_between
from muster.reconcile.series import bounds_of

NOTHING = Bounds(0, 0)
# Between two strengths further apart than this, not every coming and going is in the news.
ACCOUNTABLE = 365


def accounts(series: Sequence[Series], chains: Iterable[Chain], events: Iterable[Event]) -> tuple[Account, ...]:
    """The contingents against the total, an earlier strength with comings and goings against a later, nationalities
    against the toll; only what is actual."""
    actual = [one for one in series if one.status is Status.ACTUAL and one.state]
    moved = list(chains)
    return (
        *(found for one in actual if one.subject is None and (found := _contingents(one, actual))),
        *(found for one in actual if one.component == "military" and (found := _over_time(one, moved))),
        *_casualties(events),
    )


def _total(figures: Iterable[Bounds]) -> Bounds:
    return reduce(add, figures, NOTHING)


def _account(  # one parameter for every side of the sum
    about: str,
    subject: str | None,
    opening: Attested | None,
    additions: Sequence[Attested],
    departures: Sequence[Attested],
    reported: Attested,
) -> Account:
    """The sum of what the figures themselves allow."""
    begun = count_of(opening).bounds if opening else NOTHING
    come = _total(count_of(one).bounds for one in additions)
    gone = _total(count_of(one).bounds for one in departures)
    expected = begun + come - gone
    residual = count_of(reported).bounds - expected
    made = Account(about, subject, opening, tuple(additions), tuple(departures), reported, expected, residual)
    return made._replace(quoted=_quoted(made))


def _quoted(account: Account) -> int | None:
    """What the numbers as quoted leave over; None where one of them has none."""
    sides = ((1, account.reported), (-1, account.opening))
    signed = [(sign, one) for sign, one in sides if one] + [(-1, one) for one in account.additions]
    sizes = [(sign, count_of(one).size) for sign, one in (*signed, *((1, one) for one in account.departures))]
    return None if any(size is None for _, size in sizes) else sum(sign * (size or 0) for sign, size in sizes)


def _contingents(total: Series, actual: Sequence[Series]) -> Account | None:
    """The newest figures of all countries against the newest total; only if two countries at least have one."""
    peers = [one for one in actual if one.subject is not None and one.component == total.component]
    parts = [one for one in peers if one.state and one.state.ended is None]
    figures = [one.state.figure for one in parts if one.state]
    if total.state is None or len(figures) < 2:
        return None
    expected = _total(map(bounds_of, parts))
    residual = bounds_of(total) - expected
    made = Account("contingents", None, None, tuple(figures), (), total.state.figure, expected, residual)
    return made._replace(quoted=_quoted(made))


def _over_time(one: Series, chains: Sequence[Chain]) -> Account | None:
    """The state against the last figure it replaced, and what came and went in between."""
    reported = one.state.figure if one.state else None
    if reported is None or reported.day is None:
        return None
    opening = next((point for point in one.points if _replaced(point, reported)), None)
    if opening is None or opening.day is None:
        return None
    since, until = opening.day, reported.day
    own = [chain for chain in chains if is_country(chain.actor) and one.subject in (None, chain.actor)]
    moved = [chain for chain in own if _between(chain, since, until)]
    come = [chain.arrived for chain in moved if chain.direction == "in" and chain.arrived]
    gone = [chain.arrived for chain in moved if chain.direction == "out" and chain.arrived]
    return _account("strength", one.subject, opening, come, gone, reported) if come or gone else None


def _replaced(point: Attested, reported: Attested) -> bool:
    """An older figure of the last year that is not the same any more."""
    if point.day is None or reported.day is None or not 0 < days_between(point.day, reported.day) <= ACCOUNTABLE:
        return False
    return not count_of(point).rounded.meets(count_of(reported).rounded)


def _between(chain: Chain, since: str, until: str) -> bool:
    day = chain.arrived.day if chain.arrived else None
    return day is not None and since < day <= until


def _casualties(events: Iterable[Event]) -> list[Account]:
    return [
        _account("casualties", parts.outcome, None, parts.parts, (), parts.whole)._replace(residual=parts.residual)
        for event in events
        for parts in event.breakdowns
    ]
