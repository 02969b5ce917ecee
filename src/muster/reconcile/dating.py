"""Dating the undated by what the record constrains, never by guess.

Constraints are: what other reports date (a change of command "on October 9" whose year another page gives); the day of
the week on which a page says that something dated elsewhere happened ("on Sunday": the page is of that week); what a
page must come after, because it tells of it; and who is in office by it. All is kept with its reasons; where they
contradict one another, or a claim they rest on is rejected, nothing is dated.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from muster.model.claim import Casualty, Command, Incident, Mandate, Movement, Relation, Statement, Status, is_country
from muster.model.edtf import bounds
from muster.model.force import DatedDocument
from muster.model.report import Dated, Reason, Report
from muster.reconcile.attest import grouped
from muster.reconcile.names import folded, letters
from muster.reconcile.tenures import office_of

# Two reports of one thing may be so many days apart in what they say of its day.
SLACK = 3
# A time longer than this says too little of when something was.
VAGUE = 62
# A time without a year is of the year of the others on its page if it lies so near to them.
NEIGHBOURS = 31
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What pages tell while it is news.
_NEWS = frozenset({"casualty", "incident", "movement"})
_SORTS = frozenset({"battalion", "brigade", "company", "force", "regiment", "soldier", "troop"})
# How many days after such a day a page can be that tells of it so: from, to.
_SINCE = {"last": (1, 13), "": (0, 6)}

Days = tuple[date | None, date | None]


class Anchor(NamedTuple):
    """A report of which the days are known."""

    first: date
    last: date
    report: Report


class Constraint(NamedTuple):
    """Between which days a page can have been published, and why."""

    first: date | None
    last: date | None
    reason: Reason


Anchors = Mapping[Hashable, Sequence[Anchor]]


def dated(reports: Iterable[Report]) -> tuple[list[Report], tuple[DatedDocument, ...]]:
    """The reports with the times, and the days of publication, that the record constrains; and the documents so dated.

    What is known by itself is left as it is.
    """
    told = list(reports)
    anchors = anchors_of(told)
    made: list[Report] = []
    documents: list[DatedDocument] = []
    for page in grouped(told, lambda report: report.claim.document):
        timed, found = page_dated(page, anchors)
        made += [report._replace(published=found) for report in timed] if found else timed
        if found:
            documents.append(DatedDocument(page[0].card, found))
    return made, tuple(sorted(documents, key=lambda one: (one.published.edtf, one.card.document)))


def page_dated(page: Sequence[Report], anchors: Anchors) -> tuple[list[Report], Dated | None]:
    """The reports of one page with the times that the anchors give them, and when it was published, if nobody says."""
    timed = _with_neighbours([_timed(report, anchors) for report in page])
    return timed, _publication(timed, anchors) if page[0].card.published is None else None


def anchors_of(reports: Iterable[Report]) -> Anchors:
    """What is dated to a month or better, by the things it can be a report of."""
    found: dict[Hashable, list[Anchor]] = defaultdict(list)
    for report in reports:
        first, last = _known_days(report)
        if first and last and (last - first).days <= VAGUE:
            for thing in things_of(report):
                found[thing].append(Anchor(first, last, report))
    return found


def _known_days(report: Report) -> Days:
    """The days of its own time; of news without one, the week up to publication."""
    when, published = report.claim.when, report.card.published
    if (when is None or when.edtf is None) and published and report.claim.kind in _NEWS:
        return _day(published) - timedelta(len(_WEEKDAYS)), _day(published)
    first, last = bounds(when.edtf if when else None)
    return (_day(first), _day(last)) if first and last else (None, None)


@cache
def _day(day: str) -> date:
    return date.fromisoformat(day)


def things_of(report: Report) -> set[Hashable]:
    """What two reports of one thing share at least one of."""
    fact, kind = report.claim.fact, report.claim.kind
    found: set[Hashable] = set()
    match fact:
        case Command():
            found = _acts(report, fact)
        case Casualty() if fact.count and fact.count.best:
            found = {(kind, fact.outcome, fact.count.best)}
        case Incident() if report.claim.place:
            found = {(kind, fact.type, word) for word in letters(report.claim.place).split() if len(word) > 3}
        case Movement():
            found = {(kind, folded(fact.actor), fact.act == "withdraw", mark) for mark in _marks(fact)}
        case Relation():
            found = {(kind, fact.relation, frozenset((fact.subject, *fact.object)))}
        case Statement():
            found = {(kind, letters(fact.speaker), fact.act)}
        case Mandate() if fact.basis:
            found = {(kind, fact.act, folded(fact.basis))}
    return found


def sought(report: Report) -> set[Hashable]:
    """The things whose anchors can date the report, or its page."""
    found = things_of(report)
    if isinstance(report.claim.fact, Command):
        found |= set(_tenure_of(report, report.claim.fact))
    return found


def _tenure_of(report: Report, command: Command) -> tuple[Hashable, Hashable]:
    """Taking the office, and leaving it."""
    office, name = office_of(report), _last_name(command.holder)
    return ("command", office, "takes", name), ("command", office, "leaves", name)


def _acts(report: Report, fact: Command) -> set[Hashable]:
    """Who does what in which office; of a predecessor, that he or she leaves it."""
    office = office_of(report)
    act = "leaves" if fact.act == "hands-over" else fact.act
    holders = {_last_name(fact.holder), fact.country or ""} - {""}
    left = {("command", office, "leaves", _last_name(fact.predecessor))} if fact.predecessor else set()
    return {("command", office, act, holder) for holder in holders} | left


def _marks(movement: Movement) -> set[Hashable]:
    """By what one movement of an actor is known from others: its number, the words of its unit."""
    number = {movement.count.best} if movement.count and movement.count.best else set()
    words = (word.removesuffix("s") for word in folded(movement.unit or "").split())
    return {*number, *(word for word in words if len(word) > 4 and word not in _SORTS)}


def _last_name(name: str) -> str:
    """By which forms of one name agree; a country's code is its own."""
    return name if is_country(name) else (letters(name).split() or [""])[-1]


def _timed(report: Report, anchors: Anchors) -> Report:
    """The report with the time that reports of the same thing give it."""
    when = report.claim.when
    if when is None or ("XXXX" not in when.edtf if when.edtf else _spoken(when.words)[0] is None):
        return report
    near = [anchor for thing in things_of(report) for anchor in anchors.get(thing, ())]
    others = [anchor for anchor in near if anchor.report.claim.document != report.claim.document]
    time = _year(when.edtf, others) if when.edtf else _weekday(when.words, others)
    return report._replace(time=time) if time else report


def _year(edtf: str, anchors: Sequence[Anchor]) -> Dated | None:
    """The time with the one year in which the others have it too."""
    fitting = [(year, anchor) for anchor in anchors for year in _years(anchor) if _meets(edtf, year, anchor)]
    years = {year for year, _ in fitting}
    if len(years) != 1:
        return None
    reason = Reason(f"other reports of it are of {(year := years.pop())}", _ids(anchor for _, anchor in fitting))
    return Dated(edtf.replace("XXXX", f"{year:04}"), (reason,))


def _years(anchor: Anchor) -> set[int]:
    slack = timedelta(SLACK)
    return {(anchor.first - slack).year, (anchor.last + slack).year}


def _meets(edtf: str, year: int, anchor: Anchor) -> bool:
    first, last = bounds(edtf.replace("XXXX", f"{year:04}"))
    if first is None or last is None:
        return False
    slack = timedelta(SLACK)
    return _day(first) <= anchor.last + slack and _day(last) >= anchor.first - slack


def _ids(anchors: Iterable[Anchor]) -> tuple[str, ...]:
    return tuple(sorted({anchor.report.claim.id for anchor in anchors}))


def _weekday(words: str, anchors: Sequence[Anchor]) -> Dated | None:
    """The day of the week that the words name, if only one such day fits what the others say."""
    weekday, _ = _spoken(words)
    if weekday is None:
        return None
    fitting = [(day, anchor) for anchor in anchors for day in _days_of(anchor) if day.weekday() == weekday]
    days = {day for day, _ in fitting}
    if len(days) != 1:
        return None
    reason = Reason(f"the {_WEEKDAYS[weekday].title()} that fits other reports of it", _ids(one for _, one in fitting))
    return Dated(days.pop().isoformat(), (reason,))


def _days_of(anchor: Anchor) -> list[date]:
    """The days of an anchor of a week at most; of a longer one no day of the week is the only one."""
    length = (anchor.last - anchor.first).days
    return [anchor.first + timedelta(i) for i in range(length + 1)] if length < len(_WEEKDAYS) else []


def _spoken(words: str) -> tuple[int | None, str]:
    """The day of the week in the words, None if there is none, and how it is spoken of."""
    plain = words.casefold().split()
    weekday = next((_WEEKDAYS.index(word) for word in plain if word in _WEEKDAYS), None)
    return weekday, "last" if "last" in plain else ""


def _with_neighbours(page: Sequence[Report]) -> list[Report]:
    """Times without a year take that of the others on their page, where all of these have one year and are near."""
    known = [report for report in page if report.time and "XXXX" in _written(report)]
    years = {report.time.edtf[:4] for report in known if report.time}
    if len(years) != 1:
        return list(page)
    year, ids = years.pop(), tuple(sorted(report.claim.id for report in known))
    days = [_day(day) for report in known for day in bounds(report.edtf) if day]
    first, last = min(days) - timedelta(NEIGHBOURS), max(days) + timedelta(NEIGHBOURS)
    reason = Reason(f"it stands on a page whose other times are of {year}", ids)
    return [_placed(report, year, (first, last), reason) for report in page]


def _written(report: Report) -> str:
    return (report.claim.when.edtf if report.claim.when else None) or ""


def _placed(report: Report, year: str, within: tuple[date, date], reason: Reason) -> Report:
    edtf = _written(report)
    if report.time is not None or "XXXX" not in edtf:
        return report
    first, last = bounds(edtf.replace("XXXX", year))
    near = first is not None and last is not None and within[0] <= _day(first) and _day(last) <= within[1]
    return report._replace(time=Dated(edtf.replace("XXXX", year), (reason,))) if near else report


def _publication(page: Sequence[Report], anchors: Anchors) -> Dated | None:
    """Between which days the page was published; None if nothing constrains it, or the constraints contradict."""
    found = [constraint for report in page for constraint in (*_constraints(report), *_in_office(report, anchors))]
    first = max((one.first for one in found if one.first), default=None)
    last = min((one.last for one in found if one.last), default=None)
    if first is None or (last is not None and first > last) or first > _day(page[0].card.added[:10]):
        return None
    binding = [one.reason for one in found if one.first == first or (last is not None and one.last == last)]
    end = last.isoformat() if last else ".."
    edtf = end if last == first else f"{first.isoformat()}/{end}"
    return Dated(edtf, _merged(binding))


def _merged(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Each reason once, with all the claims that give it."""
    claims: dict[str, set[str]] = defaultdict(set)
    for reason in reasons:
        claims[reason.words].update(reason.claims)
    return tuple(Reason(words, tuple(sorted(ids))) for words, ids in sorted(claims.items()))


def _constraints(report: Report) -> list[Constraint]:
    """A page comes after what it tells as a fact, and within days of what it calls by the day of the week."""
    first, last = bounds(report.edtf)
    if first is None or report.claim.status is not Status.ACTUAL:
        return []
    constrained = report.time.reasons if report.time else ()
    ids = (report.claim.id, *(claim for reason in constrained for claim in reason.claims))
    after = Constraint(_day(first), None, Reason(f"it tells of {first}", ids))
    when = report.claim.when
    if when is None or when.edtf is not None or first != last:
        return [after]
    least, most = _SINCE[_spoken(when.words)[1]]
    within = (_day(first) + timedelta(least), _day(first) + timedelta(most))
    return [after, Constraint(*within, Reason(f"it says “{when.words}” of {first}", ids))]


def limits_page(report: Report) -> bool:
    """Whether the report can tell the last day that its page can be of: by a weekday, or by who is in office."""
    when = report.claim.when
    if when is not None and when.edtf is None and _spoken(when.words)[0] is not None:
        return True
    return _holding(report) is not None


def _holding(report: Report) -> Command | None:
    """That somebody holds an office on the day of the page."""
    fact = report.claim.fact
    actual = report.claim.status is Status.ACTUAL and not report.edtf
    return fact if isinstance(fact, Command) and fact.act == "holds" and actual else None


def _in_office(report: Report, anchors: Anchors) -> list[Constraint]:
    """A page on which somebody holds an office comes after its taking, and before its leaving."""
    fact = _holding(report)
    if fact is None:
        return []
    taken, left = (_actual(anchors.get(act, ())) for act in _tenure_of(report, fact))
    # Somebody may hold an office twice: then it constrains nothing.
    if _apart(taken) or _apart(left) or (taken and left and left[0].first < taken[0].first):
        return []
    holder = f"{fact.holder} is in office by it"
    after = [Constraint(taken[0].first, None, Reason(holder, (report.claim.id, *_ids(taken))))] if taken else []
    before = [Constraint(None, left[-1].last, Reason(holder, (report.claim.id, *_ids(left))))] if left else []
    return after + before


def _actual(anchors: Iterable[Anchor]) -> list[Anchor]:
    found = (anchor for anchor in anchors if anchor.report.claim.status is Status.ACTUAL)
    return sorted(found, key=lambda anchor: (anchor.first, anchor.last, anchor.report.claim.id))


def _apart(anchors: Sequence[Anchor]) -> bool:
    """Whether they can be of more than one occasion."""
    return bool(anchors) and (anchors[-1].last - anchors[0].first).days > VAGUE
