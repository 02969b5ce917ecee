"""The record of one operation: a pure function of reports and two days."""

from collections.abc import Iterable, Sequence

from muster.model.claim import Posture, Relation, Statement
from muster.model.judgement import Judgement
from muster.model.record import Attested, Record, Report
from muster.reconcile.attest import attested
from muster.reconcile.contradictions import contradictions
from muster.reconcile.episodes import episodes
from muster.reconcile.judged import judged
from muster.reconcile.movements import movements
from muster.reconcile.series import series
from muster.reconcile.standing import standing
from muster.reconcile.tenures import tenures


def record(
    reports: Iterable[Report],
    operation: str,
    on: str,
    known_by: str | None = None,
    judgements: Sequence[Judgement] = (),
) -> Record:
    """What the reports come to for `operation` on the ISO day `on`, from documents known by `known_by` (None: all).

    What people decided holds in every view, whatever day it is as known by.
    """
    own = [report for report in judged(reports, judgements) if report.claim.operation in (operation, None)]
    known = [report for report in own if _counts(report, on, known_by)]
    figures = series(known)
    happened = episodes(known)
    return Record(
        operation=operation,
        on=on,
        known_by=known_by,
        command=tenures(known),
        strength=tuple(one for one in figures if one.subject is None),
        contingents=tuple(one for one in figures if one.subject is not None),
        movements=movements(known),
        posture=_posture(known),
        episodes=happened,
        standing=standing(known),
        statements=_statements(known),
        relations=_relations(known),
        contradictions=contradictions(figures, happened),
    )


def _counts(report: Report, on: str, known_by: str | None) -> bool:
    """Whether a report was known by that day and is of that day or before."""
    return report.holds_from <= on and (known_by is None or report.card.known_from <= known_by)


def _posture(reports: Iterable[Report]) -> tuple[Attested, ...]:
    def key(report: Report) -> tuple[object, ...]:
        fact = report.claim.fact
        assert isinstance(fact, Posture)
        return fact.actor.casefold(), fact.activity, fact.change, report.claim.status

    return attested((report for report in reports if isinstance(report.claim.fact, Posture)), key)


def _statements(reports: Iterable[Report]) -> tuple[Attested, ...]:
    def key(report: Report) -> tuple[object, ...]:
        fact = report.claim.fact
        assert isinstance(fact, Statement)
        return fact.speaker.casefold(), fact.act, fact.addressee, report.claim.status

    return attested((report for report in reports if isinstance(report.claim.fact, Statement)), key)


def _relations(reports: Iterable[Report]) -> tuple[Attested, ...]:
    def key(report: Report) -> tuple[object, ...]:
        fact = report.claim.fact
        assert isinstance(fact, Relation)
        return fact.subject.casefold(), fact.relation, fact.object, report.claim.status

    return attested((report for report in reports if isinstance(report.claim.fact, Relation)), key)
