"""What sources disagreed on about earlier days: figures that are replaced by now, but never fitted one another."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from muster.model.count import Bounds, Rel
from muster.model.force import Contradiction, Series
from muster.model.report import Attested
from muster.reconcile.points import (
    MONTH,
    ONE_STATE,
    component_of,
    count_of,
    days_between,
    former,
    repeats,
    shares_document,
    support,
)

CONFLICT = "conflict"


class Era(NamedTuple):
    """Figures told within a week, the one that held then, and what was told in the month before, these included."""

    holder: Attested
    beside: tuple[Attested, ...]
    month: Sequence[Attested]


def past_conflicts(series: Series) -> list[Contradiction]:
    """A conflict for each week before that of the state of which independent documents tell what cannot both be so."""
    if series.state is None:
        return []
    numbered = [point for point in series.points if count_of(point).size is not None]
    eras = list(_eras(numbered))
    past = [era for era in eras if all(point is not series.state.figure for point in (era.holder, *era.beside))]
    rivals = {id(era): [point for point in era.beside if _is_rival(point, era)] for era in past}
    for point in numbered:
        if point.day is None and (era := _of_no_era(point, eras)) is not None and id(era) in rivals:
            rivals[id(era)].append(point)
    about = "contingent" if series.subject else "strength"
    return [_told(era, found, about, series.subject) for era in past if (found := rivals[id(era)])]


def _eras(points: Sequence[Attested]) -> Iterator[Era]:
    """The weeks of which figures are told, newest first: each ends with the newest figure that is in none yet."""
    dated = sorted((point for point in points if point.day), key=lambda point: point.day or "")
    days = [point.day or "" for point in dated]
    end = len(dated)
    while end:
        begin = _since(days, end, ONE_STATE)
        week, month = dated[begin:end], dated[_since(days, end, MONTH) : end]
        holder = week[0] if len(week) == 1 else max(week, key=partial(_grounds, month=month))
        yield Era(holder, tuple(point for point in week if point is not holder), month)
        end = begin


def _grounds(point: Attested, month: Sequence[Attested]) -> tuple[int, int, str]:
    return support(point, month), len(point.lineages), point.day or ""


def _since(days: Sequence[str], end: int, most: int) -> int:
    """The place of the first day that is so many days, or fewer, before the last."""
    return bisect_left(days, -most, hi=end, key=lambda day: days_between(days[end - 1], day))


def _is_rival(point: Attested, era: Era) -> bool:
    if _fits(point, era.holder) or component_of(point) != component_of(era.holder):
        return False
    return not (shares_document(point, era.holder) or former(point, era.month) or repeats(point, era.month))


def _of_no_era(point: Attested, eras: Sequence[Era]) -> Era | None:
    """The era in which the record first allows a figure without a day, if neither it nor any later one has it."""
    earliest = point.report.earliest
    if earliest is None:
        return None
    since = [era for era in eras if days_between(earliest, era.holder.day or "") >= -ONE_STATE]
    if not since or any(_fits_closely(point, era.holder) or shares_document(point, era.holder) for era in since):
        return None
    first = since[-1]
    return first if days_between(earliest, first.holder.day or "") <= ONE_STATE else None


def _fits(one: Attested, other: Attested) -> bool:
    return count_of(one).rounded.meets(count_of(other).rounded)


def _fits_closely(point: Attested, held: Attested) -> bool:
    """The same for a figure without a day: only its number tells which state it is of, so a round one must come within
    a twentieth. "Around 4,000" is not "almost 3,800"."""
    told, other = count_of(point), count_of(held).rounded
    if told.rel is not Rel.ABOUT or told.best is None:
        return told.rounded.meets(other)
    return Bounds(told.best - told.best // 20, told.best + told.best // 20).meets(other)


def _told(era: Era, rivals: Sequence[Attested], about: str, subject: str | None) -> Contradiction:
    held = support(era.holder, era.month)
    loose = any(point.day is None for point in rivals)
    when = "one is of no known day, and fits no figure since" if loose else "told by different sources within days"
    why = f"{when}; the one taken for then has {held} independent {'source' if held == 1 else 'sources'} of the month"
    figures = (era.holder, *rivals)
    made = Contradiction(CONFLICT, about, subject, figures, era.holder, why, tuple(rivals))
    return made._replace(day=era.holder.day, past=True)
