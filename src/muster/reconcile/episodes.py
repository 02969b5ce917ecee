"""What happened, and who was hurt in it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from muster.model.claim import Casualty, Incident
from muster.model.edtf import bounds
from muster.model.record import Episode, Report
from muster.reconcile.attest import attested, newest_first

# A time longer than this tells of a period, not of an event.
ONE_EVENT = 7
# How far apart, in characters, an event and its casualties may stand in one text.
SAME_PASSAGE = 400


def episodes(reports: Iterable[Report]) -> tuple[Episode, ...]:
    """Incidents that are one event, each with its casualties; casualties of no event known stand by themselves.

    Newest first, undated ones last.
    """
    ordered = newest_first(reports)
    clusters: list[list[Report]] = []
    for kind, belongs in ((Incident, _same_event), (Casualty, _hurt_in)):
        for report in ordered:
            if isinstance(report.claim.fact, kind):
                _join(clusters, report, belongs)
    made = [_episode(cluster) for cluster in clusters]
    return tuple(sorted(made, key=lambda episode: episode.day or "", reverse=True))


def _join(clusters: list[list[Report]], report: Report, belongs: Callable[[Report, Report], bool]) -> None:
    """Put the report to the nearest of the clusters it belongs to, or into one of its own.

    It belongs to a cluster by one of its reports; but one that tells no place must not bring two places together.
    """
    fitting = [
        cluster
        for cluster in clusters
        if any(belongs(report, other) for other in cluster) and all(_one_place(report, other) for other in cluster)
    ]
    if fitting:
        min(fitting, key=lambda cluster: min(_distance(report, other) for other in cluster)).append(report)
    else:
        clusters.append([report])


def _same_event(one: Report, other: Report) -> bool:
    """Two reports of an incident tell of one event: same type, same status, same days."""
    facts = one.claim.fact, other.claim.fact
    if not isinstance(facts[0], Incident) or not isinstance(facts[1], Incident) or facts[0].type != facts[1].type:
        return False
    return one.claim.status is other.claim.status and _same_days(one, other)


def _hurt_in(casualty: Report, other: Report) -> bool:
    """A casualty belongs to an event of the same days, or to one of the same passage where one of them tells no day."""
    if _same_days(casualty, other):
        return True
    undated = _edtf(casualty) is None or _edtf(other) is None
    return undated and _distance(casualty, other) <= SAME_PASSAGE


def _same_days(one: Report, other: Report) -> bool:
    """Whether both tell days, and these meet; a period meets only itself."""
    if _edtf(one) is None or _edtf(other) is None:
        return False
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return _edtf(one) == _edtf(other)
    return first[0] <= second[1] and second[0] <= first[1]


def _edtf(report: Report) -> str | None:
    return report.claim.when.edtf if report.claim.when else None


def _days(report: Report) -> tuple[date, date] | None:
    """The days between which an event lies; None if nothing tells them, or only a period."""
    first, last = bounds(_edtf(report))
    if first is None or last is None:
        return None
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return (start, end) if (end - start).days <= ONE_EVENT else None


def _one_place(one: Report, other: Report) -> bool:
    """Whether the places can be one: one is not told, or they share a name."""
    if not one.claim.place or not other.claim.place:
        return True
    return bool(_place_names(one.claim.place) & _place_names(other.claim.place))


def _place_names(place: str) -> set[str]:
    """The words that name it: capitalised ones, else all."""
    words = place.replace(",", " ").split()
    return {word.casefold() for word in words if word[:1].isupper()} or {word.casefold() for word in words}


def _distance(one: Report, other: Report) -> int:
    """Characters between the nearest words of the two in one document; endless between documents."""
    if one.claim.document != other.claim.document:
        return 10**9
    gaps = [max(a.start - b.end, b.start - a.end, 0) for a in one.claim.spans for b in other.claim.spans]
    return min(gaps, default=10**9)


def _episode(reports: Sequence[Report]) -> Episode:
    incidents = attested((r for r in reports if isinstance(r.claim.fact, Incident)), _event_key)
    casualties = attested((r for r in reports if isinstance(r.claim.fact, Casualty)), _casualty_key)
    return Episode(incidents, casualties)


def _event_key(report: Report) -> object:
    fact = report.claim.fact
    return fact.kind, getattr(fact, "type", None), report.claim.status


def _casualty_key(report: Report) -> tuple[object, ...]:
    fact = report.claim.fact
    assert isinstance(fact, Casualty)
    return fact.outcome, fact.group.casefold(), fact.count, report.claim.status
