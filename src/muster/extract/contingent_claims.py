"""From a country's number to a claim: operation, time, the words that carry it."""

from muster.extract.contingent_area import Stand
from muster.extract.evidence import Ground, Scene, claim, operation_near, own_times, time_of
from muster.extract.strength_claims import settled
from muster.extract.strength_owners import clause_above
from muster.model.claim import Claim, Contingent
from muster.model.when import When


def contingent_claim(scene: Scene, stand: Stand, found: tuple[Stand, ...]) -> Claim:
    """The claim that a country's number is."""
    fact = Contingent(
        country=stand.country,
        count=stand.head.mention.count if stand.head else None,
        component=stand.head.component if stand.head else None,
        rank=stand.rank,
    )
    tokens = tuple(range(stand.first, stand.last))
    if stand.head is not None and stand.last - stand.first > 15:
        tokens = stand.head.tokens
    ground = Ground(
        scene=scene,
        predicate=tokens[0],
        tokens=tokens,
        operation=stand.operation or operation_near(scene, stand.first),
        status=stand.status,
        when=_time(scene, stand, found),
    )
    return claim(ground, fact, f"contingent: {stand.rule}")


def _time(scene: Scene, stand: Stand, found: tuple[Stand, ...]) -> When | None:
    """When a country has its number: the time of its clause, else the only time of the sentence."""
    times = own_times(scene, stand.first)
    clause = clause_above(scene, stand.predicate)
    own = time_of(scene, clause) if clause is not None else None
    mention = next((t for t in times if t.when == own), None) or (times[0] if len(times) == 1 else None)
    return settled(mention) if mention is not None and not stand.earlier else None
