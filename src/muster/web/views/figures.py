"""Strength and contingents: what they come to on the day, and every figure on the way there."""

from collections.abc import Iterable
from typing import NamedTuple

from muster.model.claim import Contingent, Status, Strength
from muster.model.count import Count
from muster.model.record import Attested, Record, Series, State
from muster.show.figures import figure_words
from muster.show.lines import Voice
from muster.show.words import age_words, count_words, ordinal_words, status_words
from muster.web.views.said import Said, flag, said

_COMPONENTS = {"military": "troops"}
_ORDER = ("military", "police", "observers", "civilians")
WINDOW = 10
"""Years that are drawn where older figures are few."""


class Observation(NamedTuple):
    """One figure at one day. `low` and `high` are the numbers that its words allow; None for no such end."""

    series: str
    status: str
    component: str
    subject: str | None
    day: str | None
    low: int | None
    best: int | None
    high: int | None
    said: Said


class Standing(NamedTuple):
    """A series on the day asked: its figure in words, the band around it, and how old it is.

    `size` is one number to draw it by, nought where none is told; `share` is of the operation's total, 0 to 1.
    """

    label: str
    code: str | None
    flag: str
    status: str
    component: str
    figure: str
    size: int
    band: str
    age: str
    stale: bool
    share: float | None
    rank: int | None
    told_rank: str
    said: Said
    earlier: tuple[Said, ...]


def strengths(record: Record, voice: Voice) -> tuple[Standing, ...]:
    """The operation's own series: what is there first, then what is authorised, planned or asked for."""
    ordered = sorted(record.strength, key=lambda one: (one.status is not Status.ACTUAL, one.component != "military"))
    return tuple(_standing(one, series_label(one), voice) for one in ordered)


def contingents(record: Record, voice: Voice) -> tuple[Standing, ...]:
    """The countries, largest first: troops, then police and others; of each what is too old to be ranked last; what is
    only planned after what is there."""
    ordered = sorted(record.contingents, key=_place)
    return tuple(_standing(one, voice.name(one.subject or ""), voice) for one in ordered)


def observations(series: Iterable[Series], voice: Voice) -> tuple[Observation, ...]:
    """Every figure of the series, oldest first; undated ones last."""
    found = [_observation(one, point, voice) for one in series for point in one.points if count_of(point)]
    return tuple(sorted(found, key=lambda one: (one.day or "9999", one.series, one.best or 0)))


def window(record: Record) -> str | None:
    """The ISO day from which strength is drawn if nobody says otherwise; None for all of it.

    The last ten years, where they hold most of the figures: one from the first days would press them to the ground.
    """
    days = [day for series in record.strength for point in series.points if (day := point.day)]
    start = f"{int(record.on[:4]) - WINDOW:04d}{record.on[4:8]}01"
    recent = sum(day >= start for day in days)
    return start if len(days) > recent >= 3 and recent * 2 >= len(days) else None


def series_label(series: Series) -> str:
    """What a series counts: "troops", "authorised police"."""
    return " ".join(filter(None, (status_words(series.status), component_words(series.component))))


def component_words(component: str) -> str:
    """The people of a component: "troops" for the military."""
    return _COMPONENTS.get(component, component)


def count_of(point: Attested) -> Count | None:
    """The count of a strength or contingent figure."""
    fact = point.claim.fact
    return fact.count if isinstance(fact, Strength | Contingent) else None


def size_of(point: Attested) -> int | None:
    """One number to draw a figure at; None where only an order of size is told."""
    count = count_of(point)
    return count.size if count else None


def band_words(low: int | None, high: int | None) -> str:
    """The numbers from low to high: "3,572–3,799"; nothing if they are one number, or an end is not told."""
    return "" if low is None or high is None or low == high else count_words(Count(low=low, high=high))


def _observation(series: Series, point: Attested, voice: Voice) -> Observation:
    count = count_of(point)
    assert count is not None
    bounds = count.bounds
    return Observation(
        series=series_label(series),
        status=str(series.status),
        component=series.component,
        subject=series.subject,
        day=point.day,
        low=bounds.low,
        best=count.size,
        high=bounds.high,
        said=said(point, figure_words(point), voice),
    )


def _standing(series: Series, label: str, voice: Voice) -> Standing:
    state, shown = series.state, series.state.figure if series.state else series.latest
    return Standing(
        label=label,
        code=series.subject,
        flag=flag(series.subject),
        status=status_words(series.status),
        component=component_words(series.component),
        figure=count_words(count_of(shown)) or figure_words(shown),
        size=(size_of(shown) or 0) if state else 0,
        band=band_words(state.low, state.high) if state else "",
        age=age_words(shown.day, voice.on),
        stale=state.stale if state else True,
        share=state.share if state else None,
        rank=state.rank if state and series.status is Status.ACTUAL else None,
        told_rank=_told_rank(state),
        said=said(shown, figure_words(shown), voice),
        earlier=tuple(said(point, figure_words(point), voice) for point in series.points if point is not shown),
    )


def _told_rank(state: State | None) -> str:
    told = state.told_rank if state else None
    fact = told.claim.fact if told else None
    return ordinal_words(fact.rank) if isinstance(fact, Contingent) and fact.rank else ""


def _place(series: Series) -> tuple[bool, int, bool, int, str]:
    component = _ORDER.index(series.component) if series.component in _ORDER else len(_ORDER)
    ranked = series.state is not None and series.state.rank is not None
    return series.status is not Status.ACTUAL, component, not ranked, -_size(series), series.subject or ""


def _size(series: Series) -> int:
    return (series.state.best or series.state.low or 0) if series.state else 0
