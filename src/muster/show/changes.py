"""What changed between two days: as text, and for programs."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from muster.model.brief import Names
from muster.model.change import Change, Diff
from muster.model.claim import Casualty, Command, Contingent, Strength
from muster.model.record import Attested, Report
from muster.show.event_words import DIRECTIONS
from muster.show.figures import figure_words
from muster.show.layout import BOLD, DIM, styled, wrapped
from muster.show.lines import ID_LENGTH, source_words, when_words
from muster.show.tables import claim_words
from muster.show.words import number_words, time_words

_NOTHING = "nothing"
_ACTORS = ("contingents", "movements", "posture")


def diff_text(found: Diff, names: Names, width: int = 100, colour: bool = False) -> str:
    """Each change under its section: what was believed, what is, and the sentences that made the difference."""
    name = names.operations.get(found.operation, found.operation.upper())
    head = f"{name}: {time_words(found.since)}, as known that day, and {time_words(found.until)}, as known that day"
    parts = [styled(head, BOLD, colour), _summary(found)]
    for section, changes in groupby(found.changes, key=lambda one: one.section):
        lines = [line for change in changes for line in _lines(change, names, width, colour)]
        parts.append("\n".join([styled(section.capitalize(), BOLD, colour), *lines]))
    return "\n\n".join(parts) + "\n"


def _summary(found: Diff) -> str:
    if not found.changes:
        return f"Nothing changed; {number_words(found.kept, 'thing')} stayed as before."
    return f"{number_words(len(found.changes), 'change')}; {number_words(found.kept, 'other thing')} stayed as before."


def _lines(change: Change, names: Names, width: int, colour: bool) -> list[str]:
    told = f"{_words(change.before, names)} → {_words(change.after, names)}"
    lines = [f"  {line}" for line in wrapped(f"{subject_words(change, names)}: {told}", width - 2)]
    for report in change.by:
        lines += [styled(f"      {line}", DIM, colour) for line in wrapped(_sentence(report, names), width - 6)]
    return lines


def subject_words(change: Change, names: Names) -> str:
    """What changed: a country and its component, an office, a toll; of a movement who comes or goes, and since when."""
    if change.section == "movements":
        actor, direction, since = change.subject
        who = f"{names.of(actor)} {DIRECTIONS.get(direction, direction)}"
        return f"{who}, {time_words(since)}" if since else who
    parts = [part for part in change.subject if part not in ("", "military", "actual")]
    if change.section in _ACTORS and parts:
        parts[0] = names.of(parts[0])
    return ", ".join(names.of(part) if len(part) == 2 else part for part in parts) or "in all"


def _words(said: Attested | None, names: Names) -> str:
    if said is None:
        return _NOTHING
    fact = said.claim.fact
    if isinstance(fact, Command):
        return names.of(fact.holder)
    told = figure_words(said) if isinstance(fact, (Strength, Contingent, Casualty)) else ""
    return told or claim_words(said.claim, names)


def _sentence(report: Report, names: Names) -> str:
    quote = " … ".join(" ".join(span.quote.split()) for span in report.claim.spans)
    where = f"{source_words(report, names)}, {when_words(report)}, {report.claim.id[:ID_LENGTH]}"
    return f"“{quote}” ({where})"


def diff_as_dict(found: Diff) -> dict[str, Any]:
    """The changes for programs: `before` and `after` as claims (null for nothing), `by` the claims that made them."""
    return {
        "operation": found.operation,
        "from": found.since,
        "to": found.until,
        "kept": found.kept,
        "changes": [
            {
                "section": change.section,
                "subject": list(change.subject),
                "before": _plain(change.before),
                "after": _plain(change.after),
                "by": [_report(report) for report in change.by],
            }
            for change in found.changes
        ],
    }


def diff_rows(found: Diff, names: Names) -> Iterable[tuple[str, ...]]:
    """The changes as rows under `section, subject, before, after, claims, words`, for CSV."""
    yield ("section", "subject", "before", "after", "claims", "words")
    for change in found.changes:
        yield (
            change.section,
            subject_words(change, names),
            _words(change.before, names),
            _words(change.after, names),
            " ".join(report.claim.id for report in change.by),
            " | ".join(report.claim.spans[0].quote for report in change.by),
        )


def _plain(said: Attested | None) -> dict[str, Any] | None:
    return {"claim": said.claim.id, **said.claim.slots, "day": said.day} if said else None


def _report(report: Report) -> dict[str, Any]:
    quotes = [span.quote for span in report.claim.spans]
    return {"claim": report.claim.id, "document": report.card.document, "names": report.card.names, "quotes": quotes}
