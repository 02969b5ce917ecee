"""What is found of command before it is settled for the document: one finding is one telling."""

from dataclasses import dataclass

from muster.extract.command_holders import Holder
from muster.extract.telling import Telling
from muster.model.claim import Claim, Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Telling):
    """One telling of who leads: `role` as written.

    `told_before` is the predecessor whom the sentence before names. `weak` marks a succession of people of whom this
    sentence alone does not say that they command anything.
    """

    holder: Holder
    role: str | None = None
    predecessor: Holder | None = None
    ordinal: str | None = None
    weak: bool = False
    told_before: Holder | None = None


def as_claim(finding: Finding) -> Claim:
    """The claim that a finding makes."""
    before = finding.predecessor or finding.told_before
    fact = Command(
        holder=finding.holder.name,
        act=finding.act,
        country=finding.holder.country,
        role=finding.role,
        predecessor=before.name if before else None,
        ordinal=finding.ordinal,
    )
    named = (each for each in (finding.holder, finding.predecessor) if each)
    return finding.claim(fact, *(i for each in named for i in range(each.first, each.last)))
