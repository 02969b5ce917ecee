"""What is found of command before it is settled for the document: one finding is one telling."""

from dataclasses import dataclass

from muster.extract.command_holders import Holder
from muster.extract.evidence import Ground, Scene, claim
from muster.model.claim import Claim, Command, Status
from muster.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One telling of who leads: `predicate` is the word that says so, `tokens` the others it needs, `role` as written.

    `told_before` is the predecessor whom the sentence before names. `weak` marks a succession of people of whom this
    sentence alone does not say that they command anything.
    """

    scene: Scene
    predicate: int
    tokens: tuple[int, ...]
    operation: str
    holder: Holder
    act: str
    role: str | None = None
    predecessor: Holder | None = None
    ordinal: str | None = None
    status: Status = Status.ACTUAL
    when: When | None = None
    weak: bool = False
    told_before: Holder | None = None
    rule: str = "command"

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two findings the same fact."""
        return self.operation, self.holder.name, self.act


def as_claim(finding: Finding) -> Claim:
    """The claim that a finding makes."""
    who = (finding.holder, finding.predecessor)
    tokens = (*finding.tokens, *(i for each in who if each for i in range(each.first, each.last)))
    before = finding.predecessor or finding.told_before
    fact = Command(
        holder=finding.holder.name,
        act=finding.act,
        country=finding.holder.country,
        role=finding.role,
        predecessor=before.name if before else None,
        ordinal=finding.ordinal,
    )
    ground = Ground(
        finding.scene, finding.predicate, tokens, operation=finding.operation, status=finding.status, when=finding.when
    )
    return claim(ground, fact, finding.rule)
