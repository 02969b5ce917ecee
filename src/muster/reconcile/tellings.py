"""What is told of an event, in the form in which two tellings are compared."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from muster.model.claim import Casualty, Incident, Status
from muster.model.count import Count
from muster.model.edtf import bounds
from muster.model.report import Report
from muster.model.when import is_edtf
from muster.reconcile.places import place_names
from muster.reconcile.victims import group_key

# A time of no more days than these tells when an event was; one of no more than a month, about when; any longer one is
# a period, whose casualties may be those of many events.
ONE_EVENT = 7
ONE_MONTH = 31
# What a page tells without a time is seldom older than a season.
SEASON = 100

Range = tuple[int | None, int | None]

# By what reports of one place in a text are put in order.
_TOLD = ("type", "outcome", "act", "group", "actor", "unit", "stage", "role", "requested_by", "means")


class Told(NamedTuple):
    """A number of people hurt: the outcome, the group (under one key for its spellings), the number."""

    outcome: str
    group: str
    number: Count


class Telling(NamedTuple):
    """What one document, or several, tell of one event. Days are proleptic ordinals.

    `exact` is the day or days told, `about` the month told (`remembered`: a season or more after it); `period` says
    that it tells a longer time. `within` are the days that everything told allows;
    `recurring` are times without a year, `published` the first and last publication of what tells no time. `names` are
    the proper names of places, `words` all their words that name something. `aftermath` says that all it tells is that
    people were set free: that is the end of an event, on a later day. `documents` tell it.
    """

    reports: tuple[Report, ...]
    exact: tuple[int, int] | None = None
    about: tuple[int, int] | None = None
    within: Range = (None, None)
    period: bool = False
    remembered: bool = False
    recurring: frozenset[str] = frozenset()
    published: Range = (None, None)
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    tolls: frozenset[Told] = frozenset()
    means: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    aftermath: bool = False
    documents: frozenset[str] = frozenset()

    @property
    def outcomes(self) -> frozenset[str]:
        """The outcomes of the casualties told."""
        return _outcomes(self.tolls)


@lru_cache(maxsize=4096)
def _outcomes(tolls: frozenset[Told]) -> frozenset[str]:
    return frozenset(told.outcome for told in tolls)


def telling_of(report: Report) -> Telling:
    """What one claim tells."""
    names, words = place_names(report.claim.place)
    fact = report.claim.fact
    common = Telling((report,), names=names, words=words, documents=frozenset({report.claim.document}))
    if isinstance(fact, Incident):
        parties = frozenset(map(group_key, fact.parties))
        common = common._replace(types=frozenset({fact.type}), parties=parties)
    if isinstance(fact, Casualty):
        told = Told(fact.outcome, group_key(fact.group), fact.count or Count())
        common = common._replace(tolls=frozenset({told}), aftermath=fact.outcome == "freed")
    means = getattr(fact, "means", None) or ""
    return _timed(common._replace(means=frozenset(word for word in means.casefold().split() if len(word) > 3)), report)


def _timed(telling: Telling, report: Report) -> Telling:
    """The telling with its time. What a page tells as past was before its publication."""
    first, last = map(ordinal, bounds(report.edtf))
    known = ordinal(report.publication[1]) if report.claim.status in (Status.ACTUAL, Status.DENIED) else None
    if first is not None and known is not None and known < first:
        return telling._replace(within=(None, known), recurring=_without_year(report.edtf), published=(known, known))
    within = (first, _least(last, known))
    if report.edtf and first is None and last is None:
        return telling._replace(within=within, recurring=frozenset({report.edtf}), published=(known, known))
    if first is None or last is None:
        # "By the 30th" is news of the 30th.
        news = last if last is not None else known
        return telling._replace(within=within, published=(news, news) if first is None else (None, None))
    if last - first < ONE_EVENT:
        return telling._replace(within=within, exact=(first, last))
    about = (first, last) if last - first < ONE_MONTH else None
    remembered = about is not None and known is not None and known - last > SEASON
    return telling._replace(within=within, about=about, period=about is None, remembered=remembered)


def _without_year(edtf: str | None) -> frozenset[str]:
    """The day or month whatever the year: of a time after the publication the year cannot be right, the day may be."""
    recurring = f"XXXX{(edtf or '')[4:]}"
    return frozenset({recurring}) if "/" not in recurring and is_edtf(recurring) else frozenset()


def merged(one: Telling, other: Telling) -> Telling:
    """Both as one telling. That people were set free later says nothing of when, or where, it happened."""
    if one.aftermath != other.aftermath:
        event, after = (other, one) if one.aftermath else (one, other)
        documents = event.documents | after.documents
        return event._replace(
            reports=event.reports + after.reports, tolls=event.tolls | after.tolls, documents=documents
        )
    told = Telling(
        one.reports + other.reports,
        _narrower(one.exact, other.exact),
        _narrower(one.about, other.about),
        (_greatest(one.within[0], other.within[0]), _least(one.within[1], other.within[1])),
        one.period and other.period,
        one.remembered and other.remembered,
        one.recurring | other.recurring,
        (_least(one.published[0], other.published[0]), _greatest(one.published[1], other.published[1])),
        *(
            getattr(one, name) | getattr(other, name)
            for name in ("names", "words", "types", "tolls", "means", "parties")
        ),
    )
    return told._replace(aftermath=one.aftermath, documents=one.documents | other.documents)


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Document by document, as the text runs: an order that does not depend on which report came first."""
    return sorted(reports, key=_standing)


def _standing(report: Report) -> tuple[object, ...]:
    claim, fact = report.claim, report.claim.fact
    spans: Sequence[tuple[int, int]] = [(span.start, span.end) for span in claim.spans]
    told = [str(getattr(fact, name, None) or "") for name in _TOLD]
    count = getattr(fact, "count", None) or Count()
    where = [report.edtf or "", claim.place or "", claim.source or "", claim.status]
    return claim.document, spans, claim.kind, told, count.best or 0, count.rel, where


@lru_cache(maxsize=4096)
def ordinal(day: str | None) -> int | None:
    """The day as a number, so that days can be counted between."""
    return date.fromisoformat(day).toordinal() if day else None


def _narrower(one: tuple[int, int] | None, other: tuple[int, int] | None) -> tuple[int, int] | None:
    if one is None or other is None:
        return one or other
    return (max(one[0], other[0]), min(one[1], other[1]))


def _least(one: int | None, other: int | None) -> int | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _greatest(one: int | None, other: int | None) -> int | None:
    return max((day for day in (one, other) if day is not None), default=None)
