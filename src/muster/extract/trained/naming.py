"""What claims call those whose words fill a slot: the network finds the words, the rules know what they name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from muster.extract.casualty_groups import group_at, words_of
from muster.extract.evidence import Scene
from muster.extract.movement_parties import parties_at
from muster.extract.posture_actors import actors
from muster.extract.statement_parties import named
from muster.extract.trained.filling import Filler
from muster.extract.trained.proposals import Proposal
from muster.model.annotation import AnnotatedDocument, MentionKind

_FORCES = frozenset({"soldiers", "peacekeepers", "units", "missions"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name as claims have it; `outside`: of a force that is not the operation's (GUIDE.md, decisions 22 and 38)."""

    name: str
    outside: bool = False


def named_by(proposal: Proposal, document: AnnotatedDocument, filler: Filler) -> tuple[Named, ...]:
    """What claims of the proposal's kind call whoever fills a slot of it; nothing for a pronoun nobody can resolve."""
    by_rule = _NAMING.get(proposal.kind)
    scene = Scene(document, filler.sentence)
    found = tuple(dict.fromkeys(one for one in by_rule(proposal, scene, filler.head) if one.name)) if by_rule else ()
    if found or filler.sentence.tokens[filler.head].pos == "PRON":
        return found
    return (Named(_as_written(proposal, scene, filler)),)


def _as_written(proposal: Proposal, scene: Scene, filler: Filler) -> str:
    mention = filler.mention
    if mention is None:
        hurt = proposal.kind == "casualty"
        return words_of(scene, proposal.count, filler.head) if hurt else scene.phrase(filler.head, of=False)
    of_mission = mention.kind in (MentionKind.OPERATION, MentionKind.ORGANISATION) or mention.form in _FORCES
    if proposal.kind == "casualty" and mention.country is None and of_mission:
        return "peacekeepers"
    return mention.country or mention.value


def _hurt(proposal: Proposal, scene: Scene, head: int) -> Iterator[Named]:
    count = proposal.count
    yield Named(group_at(scene, head, count if count is not None and count.noun == head else None) or "")


def _movers(_: Proposal, scene: Scene, head: int) -> Iterator[Named]:
    for party in parties_at(scene, head):
        yield Named(party.actor, party.sort in ("army", "armed"))


def _standing(proposal: Proposal, scene: Scene, head: int) -> Iterator[Named]:
    for actor in actors(scene, (head,), proposal.act):
        yield Named(actor.name, actor.operation is None)


def _parties(_: Proposal, scene: Scene, head: int) -> Iterator[Named]:
    for _at, name in named(scene, head, anybody=True):
        yield Named(name)


_NAMING: Mapping[str, Callable[[Proposal, Scene, int], Iterator[Named]]] = {
    "casualty": _hurt,
    "movement": _movers,
    "posture": _standing,
    "statement": _parties,
    "relation": _parties,
}
