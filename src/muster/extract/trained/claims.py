"""A proposal with its slots filled → claims.

What tells the claim is the network's to find; what circumstances mean for a kind is for the rules to say (GUIDE.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.casualty_groups import sort_at
from muster.extract.casualty_victims import is_singular
from muster.extract.evidence import Ground, Scene, claim
from muster.extract.incident import parties_in
from muster.extract.mandate_acts import end_set_by
from muster.extract.mandate_basis import authority_near, instrument_near
from muster.extract.movement_standing import stage_at
from muster.extract.occurrence import operation_at
from muster.extract.statement_voice import cited
from muster.extract.strength_claims import settled
from muster.extract.strength_heads import component_of, component_of_operation
from muster.extract.trained.filling import Filler, Filling
from muster.extract.trained.labels import CHANGES, COMPONENTS, SENSES
from muster.extract.trained.naming import Named, named_by
from muster.extract.trained.network import Floats
from muster.extract.trained.proposals import Proposal
from muster.model.annotation import MentionKind
from muster.model.claim import (
    TRAINED,
    Casualty,
    Claim,
    Command,
    Contingent,
    Fact,
    Incident,
    Mandate,
    Movement,
    Posture,
    Relation,
    Statement,
    Status,
    Strength,
    is_country,
)
from muster.model.count import Count
from muster.model.when import When

_OF_OPERATION = (Strength, Contingent, Command, Mandate)
_NATIONS = frozenset({"nation", "country", "state", "contributor"})
# Who is called so leads no more.
_GONE = frozenset({"predecessor", "former", "previous", "ex", "then"})
_MANY = frozenset({"units", "missions", "institutions", "staff"})
_COMMANDER = frozenset({"commander", "in command"})
_ONE = Count(best=1)
_ANYBODY = "people"
_CERTAIN = 0.9
"""How likely a component must be that the words of the number do not name (decision 34)."""
Told = tuple[Fact, str | None]
"""A fact with its operation."""


@dataclass(frozen=True, slots=True)
class Read:
    """A proposal, its filled slots, and which status, component and change the network gives it."""

    proposal: Proposal
    filling: Filling
    scene: Scene
    status: Status
    component: Floats
    change: int

    @property
    def tokens(self) -> tuple[int, ...]:
        """Its words in the sentence."""
        return tuple(self.filling.excerpt.words[n].token for n in self.proposal.words)

    @property
    def anchor(self) -> int:
        """The middle one of its words."""
        return self.tokens[len(self.tokens) // 2]

    @property
    def count(self) -> Count | None:
        """The number."""
        return self.proposal.count.count if self.proposal.count else None

    @property
    def operation(self) -> str | None:
        """The operation it speaks of."""
        return self.filling.operation(self.scene, self.anchor)

    def written(self, slot: str) -> str | None:
        """The words of its sentence that fill a slot."""
        return self.filling.written(slot, self.proposal.sentence)


def claims_of(read: Read) -> Iterator[Claim]:
    """The claims that a proposal comes to: one for each actor."""
    for fact, operation in _facts(read):
        if not isinstance(fact, _OF_OPERATION) or operation is not None:
            ground = Ground(
                scene=read.scene,
                predicate=read.anchor,
                tokens=read.tokens,
                operation=operation,
                status=read.status,
                when=_time(read),
                place=read.written("place"),
            )
            yield claim(ground, fact, f"{TRAINED} {SENSES[read.proposal.sense]}")


def _time(read: Read) -> When | None:
    """The time pointed at, as the kind means it: a level reached "by" a day is of that day, a term has an end."""
    found = read.filling.time(read.proposal)
    if found is None:
        return None
    sentence, mention = found
    if read.proposal.kind in ("strength", "contingent"):
        return settled(mention)
    if SENSES[read.proposal.sense] == "mandate:extended":
        return end_set_by(Scene(read.scene.document, sentence), mention) or mention.when
    return mention.when


def _facts(read: Read) -> Iterator[Told]:
    match read.proposal.kind:
        case "strength":
            yield from ((fact, read.operation) for fact in _strengths(read))
        case "contingent":
            yield from ((fact, read.operation) for fact in _contingents(read))
        case "command":
            yield from ((fact, read.operation) for fact in _commands(read))
        case "movement":
            yield from _movements(read)
        case "posture":
            yield from _postures(read)
        case "incident":
            yield _incident(read), _where(read)
        case "casualty":
            yield from ((fact, _where(read)) for fact in _casualties(read))
        case "mandate":
            yield _mandate(read), read.operation
        case "statement":
            yield from ((fact, read.operation) for fact in _statements(read))
        case "relation":
            yield from ((fact, None) for fact in _relations(read))


def _where(read: Read) -> str | None:
    """The operation in whose area something happened; none for what locals do among themselves (decision 22)."""
    clause = read.scene.sentence.clause_at(read.anchor)
    return read.operation if clause is None or operation_at(read.scene, clause) is not None else None


def _strengths(read: Read) -> Iterator[Strength]:
    if SENSES[read.proposal.sense] != "nations" and not _counts_nations(read):
        yield Strength(count=read.count, component=_component(read))
    elif read.count is not None and read.count.best is not None:
        yield Strength(nations=read.count.best)


def _counts_nations(read: Read) -> bool:
    noun = read.proposal.count.noun if read.proposal.count else None
    return noun is not None and read.scene.sentence.tokens[noun].lemma.lower() in _NATIONS


def _component(read: Read) -> str | None:
    """What the number's noun says it counts; without one what the network is certain of; else what
    the operation has."""
    count, likeliest = read.proposal.count, int(read.component.argmax())
    named = component_of(read.scene, count) if count else None
    if named is None and (count is None or count.noun is None) and read.component[likeliest] > _CERTAIN:
        named = None if COMPONENTS[likeliest] == "personnel" else COMPONENTS[likeliest]
    return named or component_of_operation(read.operation)


def _contingents(read: Read) -> Iterator[Contingent]:
    for country in _countries(read):
        yield Contingent(country=country, count=read.count, component=_component(read))


def _commands(read: Read) -> Iterator[Command]:
    words = {read.scene.sentence.tokens[i].lower for i in read.tokens}
    if read.proposal.act == "holds" and words & _GONE:
        return
    predecessor = read.written("predecessor")
    for filler in read.filling.fillers():
        mention = filler.mention
        if mention is None:
            continue
        person = mention.kind is MentionKind.PERSON
        if person or is_country(mention.country or mention.value):
            home = next(iter(_countries(read, "country")), mention.country) if person else None
            holder = mention.value if person else mention.country or mention.value
            yield Command(
                holder=holder,
                act=read.proposal.act,
                country=home,
                role=_role(read),
                predecessor=None if predecessor and holder in predecessor else predecessor,
            )


def _role(read: Read) -> str | None:
    """The office, none for the bare word "commander": the force's is what is meant where none is told (GUIDE.md)."""
    role = read.written("role")
    return None if role is not None and role.casefold() in _COMMANDER else role


def _movements(read: Read) -> Iterator[Told]:
    predicate = _predicate(read)
    for mover in _fillers(read):
        yield (
            Movement(
                actor=mover.name,
                act=read.proposal.act,
                count=read.count,
                unit=read.written("unit"),
                origin=read.written("from"),
                destination=read.written("to"),
                role=read.written("role"),
                requested_by=read.written("requested_by"),
                stage=stage_at(read.scene.sentence, predicate, read.status),
            ),
            None if mover.outside else read.operation,
        )


def _predicate(read: Read) -> int:
    clause = read.scene.sentence.clause_at(read.anchor)
    return clause.predicate if clause else read.anchor


def _postures(read: Read) -> Iterator[Told]:
    change = CHANGES[read.change]
    for actor in _fillers(read):
        yield (
            Posture(
                actor=actor.name,
                activity=read.proposal.act,
                change=None if change == "none" else change,
                reason=read.written("reason"),
            ),
            None if actor.outside else read.operation,
        )


def _incident(read: Read) -> Incident:
    clause = read.scene.sentence.clause_at(read.anchor)
    parties = dict.fromkeys(parties_in(read.scene, clause)) if clause else ()
    return Incident(type=read.proposal.act, parties=tuple(parties), means=read.written("means"))


def _casualties(read: Read) -> Iterator[Casualty]:
    fillers = read.filling.fillers()
    if not fillers and read.count is not None:
        yield Casualty(outcome=read.proposal.act, group=_ANYBODY, count=read.count, means=read.written("means"))
    for filler in fillers:
        for group in named_by(read.proposal, read.scene.document, filler):
            count = read.count or _one(read, filler)
            yield Casualty(outcome=read.proposal.act, group=group.name, count=count, means=read.written("means"))


def _one(read: Read, filler: Filler) -> Count | None:
    """One, where the words are of one person (GUIDE.md, decision 31)."""
    if filler.mention is not None and filler.mention.kind is MentionKind.PERSON:
        return _ONE
    sort = sort_at(Scene(read.scene.document, filler.sentence), filler.head)
    return _ONE if is_singular(filler.sentence.tokens[filler.head]) and sort not in _MANY else None


def _mandate(read: Read) -> Mandate:
    found = instrument_near(read.scene, read.anchor)
    authority = (found.authority if found else None) or authority_near(read.scene, read.anchor)
    basis = found.name if found else None
    return Mandate(act=read.proposal.act, basis=basis, authority=authority, task=read.written("task"))


def _statements(read: Read) -> Iterator[Statement]:
    speakers = _names(read) or tuple(filter(None, [cited(read.scene, read.anchor)]))
    for speaker in speakers:
        addressee = tuple(one for one in _names(read, "addressee") if one != speaker)
        yield Statement(speaker=speaker, act=read.proposal.act, addressee=addressee)


def _relations(read: Read) -> Iterator[Relation]:
    objects = _names(read, "object")
    for subject in _names(read):
        yield Relation(relation=read.proposal.act, subject=subject, object=tuple(o for o in objects if o != subject))


def _fillers(read: Read, slot: str = "actor") -> tuple[Named, ...]:
    """Whoever fills a slot, as claims call them, each once."""
    found = (named_by(read.proposal, read.scene.document, filler) for filler in read.filling.fillers(slot))
    return tuple({named.name: named for several in found for named in several}.values())


def _names(read: Read, slot: str = "actor") -> tuple[str, ...]:
    return tuple(named.name for named in _fillers(read, slot))


def _countries(read: Read, slot: str = "actor") -> tuple[str, ...]:
    return tuple(name for name in _names(read, slot) if is_country(name))
