"""One telling of an act before it is settled for the document: what findings of command and of mandate share."""

from dataclasses import dataclass

from muster.extract.evidence import Ground, Scene, claim
from muster.model.claim import Claim, Fact, Status
from muster.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An act on an operation as one sentence tells it: `predicate` is the word that says so, `tokens` the others it
    needs, `rule` what found it."""

    scene: Scene
    predicate: int
    tokens: tuple[int, ...]
    operation: str
    act: str
    status: Status = Status.ACTUAL
    when: When | None = None
    rule: str = ""

    def claim(self, fact: Fact, *more: int) -> Claim:
        """The claim of a fact on this ground; `more` are further words that it quotes."""
        ground = Ground(
            self.scene,
            self.predicate,
            (*self.tokens, *more),
            operation=self.operation,
            status=self.status,
            when=self.when,
        )
        return claim(ground, fact, self.rule)
