"""Whether two tellings are of one event: one short function for each thing compared.

Each gives a score: above nothing speaks for one event, below against it, `NEVER` rules it out. The scores of all are
added up; from `joining.ENOUGH` on, two tellings are of one event. The functions' docstrings are the documentation of
`muster incidents`, which names them.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from itertools import product
from math import inf

from muster.model.report import Report
from muster.model.when import overlaps
from muster.reconcile.joining import NEVER, Manner, Scores, scores
from muster.reconcile.tellings import SEASON, Range, Telling, Told, merged
from muster.reconcile.victims import same_group

# News without a time is of today or yesterday; a day more for where the day ends.
NEWS = 2
# Characters between two things told in one sentence, in one passage, in one section.
SENTENCE, PASSAGE, SECTION = 80, 400, 1500
# From this number on, two equal counts are hardly chance.
TELLING_NUMBER = 10
# Two counts that agree on so many people or fewer may do so by chance.
_FEW = 3

# Words for an event that reports use of the same thing.
_KINDRED = (
    frozenset({"clash", "attack", "raid", "shelling", "explosion"}),
    frozenset({"clash", "attack", "protest", "obstruction"}),
    frozenset({"abduction", "raid", "attack", "violation"}),
    frozenset({"accident", "explosion"}),
)
_TAKES_PEOPLE = frozenset({"abduction", "raid", "clash", "protest", "attack", "violation", "obstruction"})


def day(one: Telling, other: Telling) -> float:
    """The same day 3, days that meet 2 (2.5 where one lacks the year), a day in the month told 1.

    A longer time told, a year perhaps, fits too many events: −1; what has gone on since, 0.
    Days apart rule it out, and so does a day after the publication of the other. That people were set free must be
    later.
    """
    if one.aftermath != other.aftermath:
        event, after = (other, one) if one.aftermath else (one, other)
        return NEVER if _disjoint((event.within[0], None), after.within) else 0.0
    if _disjoint(one.within, other.within) or not _recur_together(one, other):
        return NEVER
    if one.exact and other.exact:
        return 3.0 if one.exact == other.exact else 2.0
    if (one.recurring or one.exact) and (other.recurring or other.exact):
        return 2.5
    if one.period or other.period:
        return -1.0
    return 1.0 if (one.exact or one.about) and (other.exact or other.about) else 0.0


def recency(one: Telling, other: Telling) -> float:
    """Told without a time, but published within two days of the day 1, later −1: what happened before is seldom told
    without saying when.

    Told without a time or a year, and published a season after it or more, −2. Within one document nothing of this
    speaks against: the passage tells what goes with what, however old it is.
    """
    score = _recency(one, other)
    return score if one.documents.isdisjoint(other.documents) else max(score, 0.0)


def _recency(one: Telling, other: Telling) -> float:
    untold = [telling for telling in (one, other) if not (telling.exact or telling.about)]
    since = [telling.exact or telling.about or telling.published for telling in (one, other)]
    first, second = (days[1] for days in since)
    if not untold or first is None or second is None:
        return 0.0
    apart = abs(first - second)
    if apart > SEASON:
        return -2.0
    if any(telling.recurring for telling in untold):
        return 0.0
    return 1.0 if apart <= NEWS else -1.0


def remembered(one: Telling, other: Telling) -> float:
    """The same month named by two documents, and by both a season after it or more, 1: few events are remembered so."""
    named = one.remembered and other.remembered and one.about == other.about
    return 1.0 if named and characters_between(one, other) is None else 0.0


def place(one: Telling, other: Telling) -> float:
    """A proper name in one place that the other has, too, 2; proper names of which none is shared rule it out."""
    if one.aftermath or other.aftermath:
        return 0.0
    if one.names & other.words or one.words & other.names:
        return 2.0
    return NEVER if one.names and other.names else 0.0


def kind(one: Telling, other: Telling) -> float:
    """The same type of event 1, types that reports use of the same thing (clash, attack, protest) a half; others rule
    it out. An event in which nobody is taken does not explain people held (−1)."""
    if one.types and other.types:
        if one.types & other.types:
            return 1.0
        related = any({a, b} <= group for a, b in product(one.types, other.types) for group in _KINDRED)
        return 0.5 if related else NEVER
    types, outcomes = one.types | other.types, one.outcomes | other.outcomes
    return -1.0 if types and outcomes <= {"held", "freed"} and outcomes and not types & _TAKES_PEOPLE else 0.0


def toll(one: Telling, other: Telling) -> float:
    """The same number hurt of the same group in the same way 2 from ten people on, 1 below (a single victim a half),
    and 2.5 more if several counts agree (a half if they are of three people or fewer), but no more than 4.

    Without any such, a half for numbers that can be the same, a quarter for others of the same people: counts rise.
    """
    return _toll(one.tolls, other.tolls) if one.tolls and other.tolls else 0.0


@lru_cache(maxsize=1 << 16)
def _toll(one: frozenset[Told], other: frozenset[Told]) -> float:
    """Many tellings tell the same numbers."""
    pairs = [pair for pair in product(one, other) if _same_people(*pair)]
    equal = {a: b for a, b in pairs if a.number.best is not None and a.number.best == b.number.best}
    if not equal:
        return 0.5 if any(a.number.bounds.meets(b.number.bounds) for a, b in pairs) else 0.25 * bool(pairs)
    numbers = [a.number.best or 0 for a in equal]
    scores = [2.0 if number >= TELLING_NUMBER else 1.0 if number != 1 else 0.5 for number in numbers]
    several = 0.0 if len(numbers) == 1 else 2.5 if sum(numbers) > _FEW else 0.5
    return min(sum(scores) + several, 4.0)


def _same_people(one: Told, other: Told) -> bool:
    return one.outcome == other.outcome and same_group(one.group, other.group)


def freed(one: Telling, other: Telling) -> float:
    """People set free after as many of the same group were held 3; after an abduction 1; else it rules it out."""
    if one.aftermath == other.aftermath:
        return 0.0
    event, after = (other, one) if one.aftermath else (one, other)
    held = [told for told in event.tolls if told.outcome == "held"]
    pairs = product(held, after.tolls)
    if any(same_group(a.group, b.group) and a.number.bounds.meets(b.number.bounds) for a, b in pairs):
        return 3.0
    return 1.0 if "abduction" in event.types and not held else NEVER


def means(one: Telling, other: Telling) -> float:
    """A weapon or means named by both 1."""
    return 1.0 if one.means & other.means else 0.0


def parties(one: Telling, other: Telling) -> float:
    """A party named by both a half, two of them 1."""
    if not (one.parties and other.parties):
        return 0.0
    shared = sum(any(same_group(a, b) for b in other.parties) for a in one.parties)
    return 0.5 * min(shared, 2)


def passage(one: Telling, other: Telling) -> float:
    """Told in one document: in one sentence 3, and 3.5 for what tells no time after what tells one; in one passage 3
    for an event and those hurt, or for two counts of the same people, else 1; in one section 1; further apart −1.

    What tells no time, and stands before what tells one, or tells a month where the other tells a day, is of another
    day as likely as not: 1 in a passage. Two events of different types in the same words 3; in one passage, if one
    tells no time, 1.5: one may have led to the other. A document that tells two events of one type means two, unless
    it gives them one day.
    """
    gap = characters_between(one, other)
    if gap is None:
        return 0.0
    if one.types and other.types:
        return _two_events(one, other, gap)
    if gap <= SENTENCE:
        return 3.5 if _stands_before(one, other, dated_first=True) else 3.0
    if gap > PASSAGE:
        return 1.0 if gap <= SECTION else -1.0
    counted_twice = any(_same_people(a, b) for a, b in product(one.tolls, other.tolls))
    belongs = bool(one.types) != bool(other.types) or counted_twice
    return 3.0 if belongs and not (_stands_before(one, other) or _timed_otherwise(one, other)) else 1.0


def _told_as_two(one: Telling, other: Telling) -> float:
    """A document that gives two events of one type two times means two."""
    timed = all(telling.exact or telling.about or telling.recurring for telling in (one, other))
    if not timed or not one.types & other.types or (one.exact and one.exact == other.exact):
        return 0.0
    own, others = ({(r.claim.document, _type_of(r)) for r in telling.reports} for telling in (one, other))
    return NEVER if any(kind for _, kind in own & others) else 0.0


def _type_of(report: Report) -> str | None:
    return getattr(report.claim.fact, "type", None)


def _two_events(one: Telling, other: Telling, gap: int) -> float:
    if one.exact and one.exact == other.exact:
        return 0.0
    if one.types & other.types:
        return NEVER
    if gap == 0:
        return 3.0
    timed = [bool(telling.exact or telling.about or telling.period) for telling in (one, other)]
    return 1.5 if gap <= PASSAGE and not all(timed) else 0.0


def _stands_before(one: Telling, other: Telling, *, dated_first: bool = False) -> bool:
    """Whether one of the two tells no time and stands in the text before the other, which does; or after it."""
    timed = [bool(telling.exact or telling.about) for telling in (one, other)]
    if timed[0] == timed[1]:
        return False
    undated, dated = (other, one) if timed[0] else (one, other)
    first, last = (dated, undated) if dated_first else (undated, dated)
    return _begins(first) < _begins(last) and not undated.recurring


def _timed_otherwise(one: Telling, other: Telling) -> bool:
    """Whether the text gives one of the two a day, and the other only a month or longer."""
    longer = [telling.about or telling.period for telling in (one, other)]
    return bool((one.exact and longer[1]) or (other.exact and longer[0]))


def _begins(telling: Telling) -> int:
    return min(span.start for report in telling.reports for span in report.claim.spans)


Comparison = Callable[[Telling, Telling], float]
COMPARISONS: tuple[Comparison, ...] = (day, recency, remembered, place, kind, toll, freed, means, parties, passage)


def compared(one: Telling, other: Telling) -> Scores | None:
    """What every comparison that says anything gives, under its name; None if one of them rules it out."""
    if one.exact and other.exact and _disjoint(one.exact, other.exact) and one.aftermath == other.aftermath:
        # Most pairs are of two days: this says so faster.
        return None
    return scores(COMPARISONS, one, other)


def compatible(one: Telling, other: Telling) -> bool:
    """Whether nothing rules out that both are one event, however much or little speaks for it."""
    ruled_out = (comparison(one, other) == NEVER for comparison in (day, place, kind, _told_as_two))
    return not any(ruled_out)


def characters_between(one: Telling, other: Telling) -> int | None:
    """Characters between the nearest words of the two in one document; None if they share no document."""
    if one.documents.isdisjoint(other.documents):
        return None
    gaps = [
        max(a.start - b.end, b.start - a.end, 0)
        for first, second in product(one.reports, other.reports)
        if first.claim.document == second.claim.document
        for a in first.claim.spans
        for b in second.claim.spans
    ]
    return min(gaps, default=None)


def _disjoint(one: Range, other: Range) -> bool:
    return _before(one[1], other[0]) or _before(other[1], one[0])


def _before(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _recur_together(one: Telling, other: Telling) -> bool:
    """Whether times without a year can be those of the other telling."""
    if not one.recurring and not other.recurring:
        return True
    told = [_edtf(telling) for telling in (one, other)]
    return all(overlaps(a, b) for a in one.recurring for b in (*other.recurring, *told[1])) and all(
        overlaps(b, a) for b in other.recurring for a in told[0]
    )


def _edtf(telling: Telling) -> tuple[str, ...]:
    days = telling.exact or telling.about
    return ("/".join(date.fromordinal(day).isoformat() for day in days),) if days else ()


def _span(telling: Telling) -> tuple[float, float]:
    """The days it may be of, as `day` has it: that people were set free is of any event before."""
    first, last = telling.within
    return -inf if first is None or telling.aftermath else first, inf if last is None else last


def _likeness(telling: Telling) -> tuple[object, ...] | None:
    """All that is compared in two tellings of one day or month by different documents."""
    if not (telling.exact or telling.about):
        return None
    return telling._replace(reports=(), published=(None, None), documents=frozenset())


EVENTS = Manner(compared, compatible, merged, _span, _likeness)
"""How tellings of events are joined."""
