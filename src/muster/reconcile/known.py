"""What was known by a day: the pages that were with us or certainly public then, and nothing that came later.

A page without a day of publication is known from the day on which it was added; or from the last day on which it can
have come out, as soon as pages known by then tell that day. Once known, it stays known, whatever contradicts it later.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise

from muster.model.edtf import bounds
from muster.model.report import Report
from muster.reconcile.attest import grouped
from muster.reconcile.dating import Anchor, Anchors, anchors_of, limits_page, page_dated, sought

# A page, and the ISO day from which it is known.
Days = Mapping[str, str]


def known(reports: Sequence[Report], known_by: str | None) -> list[Report]:
    """The reports of the pages that were known by the ISO day `known_by` (None: of all)."""
    if known_by is None:
        return list(reports)
    own = {report.card.document: report.card.published or report.card.added[:10] for report in reports}
    days = {document: day for document, day in own.items() if day <= known_by}
    if len(days) != len(own):
        days |= _dated_by_then(reports, days, known_by)
    return [report for report in reports if report.card.document in days]


def _dated_by_then(reports: Sequence[Report], came: Days, known_by: str) -> Days:
    """The undated pages with the day from which each is known, the first of them first: it may date the next.

    Of a page that was added by then too: earlier pages may have told its day before it came, and what it dates was
    known from then on.
    """
    pages = grouped(reports, lambda report: report.card.document)
    waiting = {page[0].card.document: page for page in pages if _can_end(page)}
    if waiting.keys() <= came.keys():
        return {}
    days = {document: day for document, day in came.items() if document not in waiting}
    found: dict[str, str] = {}
    anchors = anchors_of(reports)

    def first_of(document: str) -> str | None:
        told = _first_known(waiting[document], anchors, {**days, **found}, known_by)
        return min(filter(None, (told, came.get(document))), default=None)

    first = {document: first_of(document) for document in waiting}
    while (day := min(filter(None, first.values()), default=None)) is not None:
        document = min(one for one in first if first[one] == day)
        found[document] = day
        del first[document]
        told = anchors_of(waiting[document]).keys()
        for other in first:
            if any(not told.isdisjoint(sought(report)) for report in waiting[other]):
                first[other] = first_of(other)
    return found


def _can_end(page: Sequence[Report]) -> bool:
    """Whether the page is undated, and anything on it can tell the last day that it can be of."""
    return page[0].card.published is None and any(map(limits_page, page))


def _first_known(page: Sequence[Report], anchors: Anchors, days: Days, known_by: str) -> str | None:
    """The first day on which the pages then known tell that this page was out; None if there is none."""
    document = page[0].card.document
    things = {thing for report in page for thing in sought(report)}
    own = {thing: [one for one in anchors.get(thing, ()) if one.report.card.document == document] for thing in things}
    came = _as_they_came(things, anchors, days)
    # What was told by a day may be contradicted on the next, and then dates nothing.
    for day, following in pairwise([*came, "9999"]):
        for thing, anchor in came[day]:
            own[thing].append(anchor)
        last = _last_day(page, own)
        if last is not None and max(day, last) <= known_by and max(day, last) < following:
            return max(day, last)
    return None


def _as_they_came(
    things: Iterable[Hashable], anchors: Anchors, days: Days
) -> Mapping[str, Sequence[tuple[Hashable, Anchor]]]:
    """The anchors of known pages by the day on which each came; of those that say the same, the first."""
    known_anchors = [
        (days[anchor.report.card.document], anchor.report.card.document, anchor.report.claim.id, thing, anchor)
        for thing in things
        for anchor in anchors.get(thing, ())
        if anchor.report.card.document in days
    ]
    found: dict[str, list[tuple[Hashable, Anchor]]] = defaultdict(list)
    said: set[Hashable] = set()
    for day, _, _, thing, anchor in sorted(known_anchors, key=lambda one: one[:3]):
        says = thing, anchor.first, anchor.last, anchor.report.claim.status
        if says not in said:
            said.add(says)
            found[day].append((thing, anchor))
    return found


def _last_day(page: Sequence[Report], anchors: Anchors) -> str | None:
    _, published = page_dated(page, anchors)
    return bounds(published.edtf)[1] if published else None
