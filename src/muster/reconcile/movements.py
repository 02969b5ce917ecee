"""Comings and goings, from request to completion."""

from collections.abc import Iterable
from datetime import date

from muster.model.claim import Movement, Status
from muster.model.record import Attested, Chain, Report
from muster.reconcile.attest import attested, grouped, newest_first

# Reports further apart than this are of another coming or going. A deployment, from request to arrival, is a matter
# of weeks; a rotation comes round every half year.
ONE_MOVEMENT = 90

STAGES = ("requested", "possible", "announced", "under-way", "reported", "completed", "denied")
_STAGE_OF_STATUS = {
    Status.REQUESTED: "requested",
    Status.POSSIBLE: "possible",
    Status.AUTHORISED: "announced",
    Status.PLANNED: "announced",
    Status.DENIED: "denied",
}
_DIRECTIONS = {"deploy": "in", "reinforce": "in", "withdraw": "out", "rotate": "relief"}


def movements(reports: Iterable[Report]) -> tuple[Chain, ...]:
    """Movements of one actor in one direction and at one time as a chain of steps; newest first, undated last."""
    moved = [report for report in newest_first(reports) if isinstance(report.claim.fact, Movement)]
    made = [_chain(links) for group in grouped(moved, _key) for links in _links(group)]
    return tuple(sorted(made, key=lambda chain: chain.day or "", reverse=True))


def stage_of(report: Report | Attested) -> str:
    """How far a movement has come: what its status tells, else its stage; `reported` if neither does."""
    status = report.claim.status
    if status in _STAGE_OF_STATUS:
        return _STAGE_OF_STATUS[status]
    stage = _movement(report).stage
    return stage if stage in STAGES else "reported"


def _movement(report: Report | Attested) -> Movement:
    fact = report.claim.fact
    assert isinstance(fact, Movement)
    return fact


def _key(report: Report) -> tuple[str, str]:
    movement = _movement(report)
    return movement.actor.casefold(), _DIRECTIONS.get(movement.act, movement.act)


def _links(reports: list[Report]) -> list[list[Report]]:
    """Reports of one actor and direction, parted where the time between them is too long."""
    chains: list[list[Report]] = []
    for report in reports:
        chain = next((chain for chain in chains if any(_together(report, link) for link in chain)), None)
        if chain is None:
            chains.append([report])
        else:
            chain.append(report)
    return chains


def _together(one: Report, other: Report) -> bool:
    """Near in time; undated reports only within one document."""
    if one.day is None or other.day is None:
        return one.card.document == other.card.document
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) <= ONE_MOVEMENT


def _chain(reports: list[Report]) -> Chain:
    steps = attested(reports, lambda report: (_movement(report).act, _movement(report).count, stage_of(report)))
    actor, direction = _movement(reports[0]).actor, _key(reports[0])[1]
    return Chain(
        actor, direction, tuple(sorted(steps, key=lambda step: (STAGES.index(stage_of(step)), step.day or "")))
    )
