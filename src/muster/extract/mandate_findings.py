"""What is found of a mandate before it is settled for the document."""

from dataclasses import dataclass

from muster.extract.evidence import Ground, Scene, claim
from muster.model.claim import Claim, Mandate, Status
from muster.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One telling of an act on a mandate, or of a task: `weight` orders tasks, of which one is claimed."""

    scene: Scene
    predicate: int
    tokens: tuple[int, ...]
    operation: str
    act: str
    basis: str | None = None
    authority: str | None = None
    task: str | None = None
    status: Status = Status.ACTUAL
    when: When | None = None
    weight: int = 0
    rule: str = "mandate"


def as_claim(finding: Finding) -> Claim:
    """The claim that a finding makes."""
    fact = Mandate(act=finding.act, basis=finding.basis, authority=finding.authority, task=finding.task)
    ground = Ground(
        finding.scene,
        finding.predicate,
        finding.tokens,
        operation=finding.operation,
        status=finding.status,
        when=finding.when,
    )
    return claim(ground, fact, finding.rule)
