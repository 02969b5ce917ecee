"""The claims of a ledger as a table, as JSON and as CSV, each marked with what people decided of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from muster.model.brief import Names
from muster.model.judgement import Judgement, Verdict
from muster.model.report import Report
from muster.show.judgements import changes, judgement_as_dict
from muster.show.layout import columns
from muster.show.lines import ID_LENGTH, source_words, when_words
from muster.show.plain import report_as_dict
from muster.show.tables import claim_words

Decided = Mapping[str, Judgement]
"""The judgement that holds of a claim, by the claim's id."""

_HEAD = ("claim", "operation", "kind", "says", "when", "source")
_PASSED = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.CORRECT: "corrected"}
CSV_HEAD = (
    "claim,operation,kind,says,status,best,low,high,rel,when,place,source,tier,publisher,published,document,words,"
    "judged,correction,judged_by"
).split(",")


def claims_table(
    reports: Sequence[Report], names: Names, width: int = 100, colour: bool = False, decided: Decided | None = None
) -> str:
    """Each claim as it was read, with what it says, of when, on whose word, and what a person decided of it."""
    told = decided or {}
    rows = [(*_row(report, names), standing_words(report, told.get(report.claim.id))) for report in reports]
    if not rows:
        return "no claims that fit\n"
    if not any(row[-1] for row in rows):
        return columns(_HEAD, [row[:-1] for row in rows], width, colour) + "\n"
    return columns((*_HEAD, "judged"), rows, width, colour) + "\n"


def _row(report: Report, names: Names) -> tuple[str, ...]:
    claim = report.claim
    says = claim_words(claim, names)
    return (
        claim.id[:ID_LENGTH],
        claim.operation or "",
        claim.kind,
        says,
        when_words(report),
        source_words(report, names),
    )


def judged_words(judgement: Judgement | None) -> str:
    """What was decided: "rejected", "corrected: count=31"; nothing where nobody decided."""
    if judgement is None:
        return ""
    return ": ".join(filter(None, (_PASSED[judgement.verdict], changes(judgement))))


def standing_words(report: Report, judgement: Judgement | None) -> str:
    """What was decided; "waits" where only the trained reader sees the claim, and nobody decided."""
    return judged_words(judgement) or ("" if report.counts else "waits")


def claim_as_dict(report: Report, decided: Decided) -> dict[str, Any]:
    """A claim as it was read, and the document it is from; `judged` is the judgement that holds of it, or null; `waits`
    says that only the trained reader sees it and nobody decided, so that no record rests on it."""
    judgement = decided.get(report.claim.id)
    waits = judgement is None and not report.counts
    return report_as_dict(report) | {"judged": judgement_as_dict(judgement) if judgement else None, "waits": waits}


def claims_rows(reports: Iterable[Report], names: Names, decided: Decided) -> list[Sequence[object]]:
    """A head, and a row for every claim."""
    return [CSV_HEAD, *(_csv_row(report, names, decided.get(report.claim.id)) for report in reports)]


def _csv_row(report: Report, names: Names, judgement: Judgement | None) -> tuple[object, ...]:
    claim, card = report.claim, report.card
    count = getattr(claim.fact, "count", None)
    number = (count.best, count.low, count.high, str(count.rel)) if count else ("", "", "", "")
    told = (claim.id, claim.operation, claim.kind, claim_words(claim, names), str(claim.status), *number)
    where = (report.edtf, claim.place, claim.source, str(claim.tier), card.publisher, card.published, card.document)
    words = " … ".join(" ".join(span.quote.split()) for span in claim.spans)
    detail = (changes(judgement), judgement.author) if judgement else ("", "")
    judged = (_PASSED[judgement.verdict] if judgement else standing_words(report, None), *detail)
    return (*told, *where, words, *judged)
