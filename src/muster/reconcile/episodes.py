"""What happened, and who was hurt in it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

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
    found_under: dict[Hashable, set[int]] = {}
    for kind, belongs in ((Incident, _same_event), (Casualty, _hurt_in)):
        for report in ordered:
            if isinstance(report.claim.fact, kind):
                at = _cluster_of(report, clusters, found_under, belongs)
                clusters[at].append(report)
                for key in _keys(report):
                    found_under.setdefault(key, set()).add(at)
    made = [_episode(cluster) for cluster in clusters]
    return tuple(sorted(made, key=lambda episode: episode.day or "", reverse=True))


def _keys(report: Report) -> list[Hashable]:
    """What two reports of one episode share at least one of: the document, the time as told, or a day of it."""
    days = _days(_edtf(report))
    told = [days[0] + timedelta(days=i) for i in range((days[1] - days[0]).days + 1)] if days else [_edtf(report)]
    return [report.claim.document, *(day for day in told if day)]


def _cluster_of(
    report: Report,
    clusters: list[list[Report]],
    found_under: Mapping[Hashable, set[int]],
    belongs: Callable[[Report, Report], bool],
) -> int:
    """Which cluster the report belongs to: the nearest that fits, else a new one.

    It fits by one of the cluster's reports; but a report that tells no place must not bring two places together.
    """
    near = sorted({at for key in _keys(report) for at in found_under.get(key, ())})
    fitting = [
        at
        for at in near
        if any(belongs(report, other) for other in clusters[at])
        and all(_one_place(report, other) for other in clusters[at])
    ]
    if fitting:
        return min(fitting, key=lambda at: min(_distance(report, other) for other in clusters[at]))
    clusters.append([])
    return len(clusters) - 1


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
    first, second = _days(_edtf(one)), _days(_edtf(other))
    if first is None or second is None:
        return _edtf(one) == _edtf(other)
    return first[0] <= second[1] and second[0] <= first[1]


def _edtf(report: Report) -> str | None:
    return report.claim.when.edtf if report.claim.when else None


@lru_cache(maxsize=4096)
def _days(edtf: str | None) -> tuple[date, date] | None:
    """The days between which an event lies; None if nothing tells them, or only a period."""
    first, last = bounds(edtf)
    if first is None or last is None:
        return None
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return (start, end) if 0 <= (end - start).days <= ONE_EVENT else None


def _one_place(one: Report, other: Report) -> bool:
    """Whether the places can be one: one is not told, or they share a name."""
    if not one.claim.place or not other.claim.place:
        return True
    return bool(_place_names(one.claim.place) & _place_names(other.claim.place))


@lru_cache(maxsize=4096)
def _place_names(place: str) -> frozenset[str]:
    """The words that name it: capitalised ones, else all."""
    words = place.replace(",", " ").split()
    return frozenset(word.casefold() for word in [word for word in words if word[:1].isupper()] or words)


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
