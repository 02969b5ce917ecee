"""What happened, and who was hurt in it: reports of one event put together."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date

from muster.model.claim import Casualty, Incident
from muster.model.events import Days, Event, Join
from muster.model.judgement import Ties, Verdict
from muster.model.report import Report
from muster.reconcile.attest import attested, grouped
from muster.reconcile.comparisons import EVENTS, SECTION
from muster.reconcile.joining import settled
from muster.reconcile.places import place_names
from muster.reconcile.tellings import Telling, in_order, telling_of
from muster.reconcile.tolls import breakdowns_of, casualties_of, tolls_of
from muster.reconcile.victims import group_key, groups_of

# How a person's judgement names a place.
_PLACE = "place:"


def incidents(reports: Iterable[Report], judged: Ties | None = None) -> tuple[Event, ...]:
    """Incidents that are one event, each with its casualties; casualties of no event known stand by themselves.

    Reports that name no operation belong to it if they are of an event that others give it. `judged` is what people
    said of claims of one event.

    First what each document tells is put together, then what the documents tell. Newest first, undated ones last.
    """
    told = in_order(report for report in reports if isinstance(report.claim.fact, (Incident, Casualty)))
    pages = grouped(told, lambda report: report.claim.document)
    one_place = _judged_places(judged or Ties(()))
    told_of = [[(_placed(telling_of(report), one_place), ()) for report in page] for page in pages]
    within = [one for page in told_of for one in settled(page, _near, EVENTS, judged)]
    across = settled(within, _keys, EVENTS, judged)
    own = [one for one in across if any(report.claim.operation for report in one[0].reports)]
    made = [_event(telling, joins) for telling, joins in own]
    return tuple(sorted(made, key=lambda event: event.day or "", reverse=True))


def _judged_places(judged: Ties) -> dict[str, str]:
    """Places that a person called the same, each with one name for all of them."""
    name_of: dict[str, str] = {}
    for one, other in judged.pairs:
        if one.startswith(_PLACE) and other.startswith(_PLACE) and judged.verdict(one, other) is Verdict.SAME:
            first, second = name_of.get(one, one), name_of.get(other, other)
            name_of |= dict.fromkeys((one, other, *(at for at in name_of if name_of[at] == second)), first)
    return name_of


def _placed(telling: Telling, one_place: Mapping[str, str]) -> Telling:
    """The telling with the common name of its place, if a person gave it one."""
    name = one_place.get(f"{_PLACE}{telling.reports[0].claim.place}")
    return telling._replace(names=telling.names | {name}, words=telling.words | {name}) if name else telling


def _near(telling: Telling) -> set[Hashable]:
    """What two tellings of one event in one document share at least one of."""
    return _keys(telling) | _stretches(telling)


def _keys(telling: Telling) -> set[Hashable]:
    """What two tellings of one event share at least one of: a day, a month, a place, a number of people hurt."""
    days = telling.exact or telling.about
    told: set[Hashable] = set(telling.words)
    if days:
        told |= (
            {date.fromordinal(day).isoformat()[5:] for day in range(days[0], days[1] + 1)} if telling.exact else set()
        )
        told |= {date.fromordinal(day).isoformat()[:7] for day in days}
    told |= {edtf[-5:] for edtf in telling.recurring}
    counts = {toll.number.best for toll in telling.tolls if (toll.number.best or 0) > 1}
    return told | counts


def _stretches(telling: Telling) -> set[Hashable]:
    """The stretches of the text in which it stands, each overlapping the next."""
    starts = {span.start // SECTION for report in telling.reports for span in report.claim.spans}
    return {("stretch", at + step) for at in starts for step in (0, 1)}


def _event(telling: Telling, joins: tuple[Join, ...]) -> Event:
    told = in_order(telling.reports)
    happened = [report for report in told if isinstance(report.claim.fact, Incident)]
    casualties = casualties_of(told)
    tolls = tolls_of(casualties)
    first, last = telling.within
    return Event(
        incidents=attested(happened, _kind_key),
        casualties=casualties,
        when=Days(_iso(first), _iso(last)),
        places=_places(told),
        types=_most_told((report, report.claim.fact.type) for report in happened),  # type: ignore[union-attr]
        means=_most_told((report, means) for report in told if (means := getattr(report.claim.fact, "means", None))),
        parties=_parties(told),
        tolls=tolls,
        breakdowns=breakdowns_of(tolls),
        joins=joins,
    )


def _kind_key(report: Report) -> Hashable:
    return getattr(report.claim.fact, "type", None), report.claim.status


def _most_told(told: Iterable[tuple[Report, str]]) -> tuple[str, ...]:
    """The values, those that most documents tell first."""
    documents: dict[str, set[str]] = {}
    for report, value in told:
        documents.setdefault(value, set()).add(report.claim.document)
    return tuple(sorted(documents, key=lambda value: (-len(documents[value]), value)))


def _parties(reports: Sequence[Report]) -> tuple[str, ...]:
    """Those who took part, each under the fullest of its names ("Kosovo police", "police patrol")."""
    told = [(report, party) for report in reports for party in getattr(report.claim.fact, "parties", ())]
    one_of = groups_of(group_key(party) for _, party in told)
    fullest: dict[str, str] = {}
    for _, party in sorted(told, key=lambda one: (-len(group_key(one[1]).split()), one[1])):
        fullest.setdefault(one_of[group_key(party)], party)
    return _most_told((report, fullest[one_of[group_key(party)]]) for report, party in told)


def _places(reports: Sequence[Report]) -> tuple[str, ...]:
    """The places as told, under the spelling that most documents use; those first whose names most documents share.

    Where people were set free is not where it happened.
    """
    told = [report for report in reports if report.claim.place and getattr(report.claim.fact, "outcome", "") != "freed"]
    naming: dict[str, set[str]] = {}
    spelling: dict[frozenset[str], dict[str, set[str]]] = {}
    for report in told:
        place, document = report.claim.place or "", report.claim.document
        words = place_names(place)[1]
        spelling.setdefault(words, {}).setdefault(place, set()).add(document)
        for word in words:
            naming.setdefault(word, set()).add(document)

    def rank(words: frozenset[str]) -> tuple[int, int, str]:
        spelt = _spelt(spelling[words])
        return -max((len(naming[word]) for word in words), default=0), len(spelt), spelt

    named = [words for words in spelling if words] or list(spelling)
    return tuple(_spelt(spelling[words]) for words in sorted(named, key=rank))


def _spelt(documents: Mapping[str, set[str]]) -> str:
    """The spelling of most documents: in capitals before without, then the shorter, then with accents."""
    return min(
        documents, key=lambda place: (place[:1].islower(), -len(documents[place]), len(place), place.isascii(), place)
    )


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None
