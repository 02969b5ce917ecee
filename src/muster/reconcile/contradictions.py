"""Figures that cannot all be right."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from muster.model.claim import Casualty
from muster.model.count import Count
from muster.model.record import Attested, Contradiction, Episode, Series
from muster.reconcile.attest import grouped


def contradictions(strength: Iterable[Series], episodes: Iterable[Episode]) -> tuple[Contradiction, ...]:
    """Different figures of different documents for one day: of strength and contingents, and of one event's casualties.

    Figures whose hedges allow the same number do not disagree, nor do figures of one document: it tells parts.
    """
    found = [one for each in strength for one in _within_series(each)]
    return (*found, *(one for episode in episodes for one in _within_episode(episode)))


def _within_series(series: Series) -> list[Contradiction]:
    same = grouped((point for point in series.points if point.day), lambda point: (point.day, _component(point)))
    about = "strength" if series.subject is None else "contingent"
    return [
        Contradiction("conflict", about, series.subject, tuple(points), None, "")
        for points in same
        if _disagree(points)
    ]


def _within_episode(episode: Episode) -> list[Contradiction]:
    same = grouped(episode.casualties, lambda one: (_casualty(one).outcome, _casualty(one).group, one.claim.status))
    return [
        Contradiction("conflict", _casualty(figures[0]).outcome, _casualty(figures[0]).group, tuple(figures), None, "")
        for figures in same
        if _disagree(figures)
    ]


def _disagree(figures: Sequence[Attested]) -> bool:
    return any(_at_odds(one, other) for one, other in combinations(figures, 2))


def _at_odds(one: Attested, other: Attested) -> bool:
    """Whether two figures exclude each other and come from different documents."""
    counts = _count(one), _count(other)
    if counts[0] is None or counts[1] is None or counts[0].bounds.meets(counts[1].bounds):
        return False
    return {report.card.document for report in one.reports}.isdisjoint(r.card.document for r in other.reports)


def _count(one: Attested) -> Count | None:
    count = getattr(one.claim.fact, "count", None)
    return count if isinstance(count, Count) else None


def _component(one: Attested) -> str | None:
    return getattr(one.claim.fact, "component", None)


def _casualty(one: Attested) -> Casualty:
    fact = one.claim.fact
    assert isinstance(fact, Casualty)
    return fact
