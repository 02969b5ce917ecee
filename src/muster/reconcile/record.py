"""The record of one operation: a pure function of reports and two days."""

from collections.abc import Iterable, Sequence

from muster.model.claim import Relation, Statement, Status
from muster.model.judgement import Judgement, Ties
from muster.model.record import Attested, Record, Report
from muster.reconcile.accounts import accounts
from muster.reconcile.attest import attested
from muster.reconcile.chains import chains, of_the_force
from muster.reconcile.contradictions import contradictions
from muster.reconcile.dating import dated
from muster.reconcile.entities import entities
from muster.reconcile.incidents import incidents
from muster.reconcile.known import known
from muster.reconcile.lineage import families
from muster.reconcile.posture import posture
from muster.reconcile.responses import responses
from muster.reconcile.series import STALE_AFTER, series
from muster.reconcile.standing import standing
from muster.reconcile.tenures import disputed_times, handovers, tenures

# Of whom such a figure is told has something there, or is to have: no bystander.
_HAVING = frozenset({Status.ACTUAL, Status.AUTHORISED, Status.PLANNED})


def record(
    reports: Iterable[Report],
    operation: str,
    on: str,
    known_by: str | None = None,
    judgements: Sequence[Judgement] = (),
    stale_after: int = STALE_AFTER,
) -> Record:
    """What the reports come to for `operation` on the ISO day `on`, from documents known by `known_by` (None: all).

    What people decided holds in every view, whatever day it is as known by. What dates an undated page holds from the
    day on which it was known: pages that came later date nothing. A figure older than `stale_after` days is marked as
    stale.
    """
    own = _of_operation([one for one in _as_judged(reports, judgements) if one.counts], operation)
    told, undated = dated(_in_order(known(own, known_by)))
    told = [report for report in told if report.holds_from <= on]
    cards = {report.card.document: report.card for report in told}
    figures = series(told, on, stale_after)
    ties = Ties(judgements)
    held = tenures(told, ties)
    contributors = {one.subject for one in figures if one.subject and one.status in _HAVING}
    moved, others = of_the_force(chains(told, ties), contributors, operation)
    events, stances = incidents(told, ties), posture(told)
    sums = accounts(figures, moved, events)
    return Record(
        operation=operation,
        on=on,
        known_by=known_by,
        command=held,
        handovers=handovers(held),
        strength=tuple(one for one in figures if one.subject is None),
        contingents=tuple(one for one in figures if one.subject is not None),
        movements=moved,
        others_moving=others,
        stances=stances,
        incidents=events,
        responses=responses(events, stances, moved),
        standing=standing(told),
        statements=_statements(told),
        relations=_relations(told),
        accounts=sums,
        contradictions=(*contradictions(figures, events, sums), *disputed_times(held)),
        entities=entities(told, ties),
        dated=tuple(one for one in undated if one.card.document in cards),
        cards=tuple(sorted(cards.values(), key=lambda card: (card.published or "", card.document))),
    )


def _of_operation(reports: Sequence[Report], operation: str) -> list[Report]:
    """What is claimed of the operation, and of none by pages that speak of it or where a person accepted it."""
    speaking = {one.claim.document for one in reports if one.claim.operation == operation}
    return [
        one
        for one in reports
        if one.claim.operation == operation
        or (one.claim.operation is None and (one.claim.document in speaking or one.judged))
    ]


def _as_judged(reports: Iterable[Report], judgements: Sequence[Judgement]) -> Iterable[Report]:
    """The reports as people's judgements leave them."""
    if not judgements:
        return reports
    # Imported here: it loads the gazetteer's tables, and most records have no judgements.
    from muster.reconcile.judged import judged

    return judged(reports, judgements)


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """The reports, each once, with the families of their texts; in an order in which they do not come by chance."""
    once = {report.claim.id: report for report in reports}
    family = families({report.card.document: report.card for report in once.values()}.values())
    return [once[address]._replace(family=family.get(once[address].card.document)) for address in sorted(once)]


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
