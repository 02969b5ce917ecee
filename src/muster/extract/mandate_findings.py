"""What is found of a mandate before it is settled for the document."""

from dataclasses import dataclass

from muster.extract.telling import Telling
from muster.model.claim import Claim, Mandate


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Telling):
    """One telling of an act on a mandate, or of a task. `weight` orders tasks, of which one is claimed; below nought it
    marks what is only told where nothing plainer is."""

    basis: str | None = None
    authority: str | None = None
    task: str | None = None
    weight: int = 0


def as_claim(finding: Finding) -> Claim:
    """The claim that a finding makes."""
    return finding.claim(Mandate(act=finding.act, basis=finding.basis, authority=finding.authority, task=finding.task))
