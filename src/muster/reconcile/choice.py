"""Which of several counts of one thing to quote."""

from collections.abc import Sequence

from muster.model.count import Bounds
from muster.model.report import Attested, Report
from muster.reconcile.names import folded
from muster.reconcile.points import count_of

# Words by which a text calls the operation of which it speaks.
_OPERATION = frozenset("the a its peace peacekeeping force mission operation".split())


def chosen_of(figures: Sequence[Attested]) -> Attested | None:
    """Which of the counts to quote, told in this order: the newest, unless more reports keep to the one before.

    A count told later replaces an earlier one if at least as many independent reports (lineages) give it as still give
    the earlier one from then on. Of counts first told on one day, the one with more of them; of a document's own
    counts the largest, of which the others may be parts. Undated ones count only where nothing is dated. An exact count
    goes before a hedged one that allows it ("more than 50", 52).
    """
    numbered = [figure for figure in figures if best_of(figure) is not None]
    dated = [figure for figure in numbered if figure.first_reported]
    chosen: Attested | None = None
    for figure in dated or numbered:
        if chosen is None or _support(figure, figure) >= _support(chosen, figure) + _rivals(figure, chosen):
            chosen = figure
    exact = [
        figure for figure in numbered if _is_exact(figure) and chosen and bounds_of(figure).meets(bounds_of(chosen))
    ]
    return chosen if chosen in exact or not exact else exact[-1]


def _rivals(one: Attested, other: Attested) -> bool:
    """Whether two documents, or two sources in one, told different counts first on one day; or whether only documents
    that tell the other one, too, give the one, on another's word: they tell a dispute, no news."""
    apart = _sources(one).isdisjoint(_sources(other))
    if one.first_reported != other.first_reported:
        return apart and documents_of(one) <= documents_of(other)
    return apart or documents_of(one).isdisjoint(documents_of(other))


def first_given(one: Attested, other: Attested) -> bool:
    """Whether who gives the one gives the other, too, on the same word: "first given as 25, later put at 93"."""
    return documents_of(one) <= documents_of(other) and not _sources(one).isdisjoint(_sources(other))


def _sources(figure: Attested) -> set[str | None]:
    return {_speaker(report) for report in figure.reports}


def _speaker(report: Report) -> str | None:
    """Who says it; "the peace force" is the operation."""
    source = folded(report.claim.source or "")
    return report.claim.operation if source and set(source.split()) <= _OPERATION else source or None


def documents_of(figure: Attested) -> set[str]:
    """The documents that give the count."""
    return {report.claim.document for report in figure.reports}


def first_told(figures: Sequence[Attested]) -> list[Attested]:
    """The counts in the order in which they were first reported, undated ones last; of one day the smaller first."""
    return sorted(figures, key=_first_told)


def _first_told(figure: Attested) -> tuple[bool, str, int, str]:
    first = figure.first_reported
    return first is None, first or "", best_of(figure) or 0, str(figure.claim.fact)


def _support(figure: Attested, since: Attested) -> int:
    """How many independent reports give the count on the day `since` was first told, or later."""
    first = since.first_reported or ""
    lineages = figure.lineages or tuple((report,) for report in figure.reports)
    return sum(any((report.publication[1] or "") >= first for report in lineage) for lineage in lineages)


def _is_exact(figure: Attested) -> bool:
    bounds = bounds_of(figure)
    return bounds.low is not None and bounds.low == bounds.high


def best_of(figure: Attested) -> int | None:
    """The number told, None for a range or only an order of size."""
    return count_of(figure).best


def bounds_of(figure: Attested) -> Bounds:
    """The numbers that the words allow; any, where no number is told."""
    return count_of(figure).bounds
