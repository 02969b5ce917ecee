"""Whose the movers are: their own country's, their owner's, the sender's, or the nation's the document speaks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.movement_parties import Party, parties_at
from muster.model.annotation import MentionKind
from muster.model.claim import Status

_GOVERNING = frozenset(
    {"ministry", "government", "parliament", "cabinet", "minister", "staff", "department", "president", "premier", "military", "army"}
)
_SAYING = frozenset({"say", "announce", "confirm", "tell", "declare", "state", "promise", "pledge"})
_UNITS = frozenset({"units", "soldiers"})
# What nobody could tell from others: no name for an actor.
_PLAIN = frozenset(
    "troops troop soldiers soldier men man forces force peacekeepers personnel units unit police reinforcements contingent"
    " contingents battalion company observers".split()
)


@dataclass(frozen=True, slots=True)
class Stand(Scene):
    """A sentence, the nation its document speaks for, and the act of the movement told last."""

    nation: str | None = None
    before: str | None = None


def attributed(scene: Stand, moving: Sequence[Party], sending: Sequence[Party], predicate: int) -> Iterator[Party]:
    """The movers under the names of those whose they are; nothing of those whose owner is not told."""
    states = [s for s in sending if s.sort in ("state", "army")]
    if len(states) == len(moving) > 1 and any(t.lower == "respectively" for t in scene.sentence.tokens):
        yield from (_as(party, state) for party, state in zip(moving, states, strict=True))
        return
    for party in moving:
        owners = () if party.own else owners_of(scene, party.head)
        if party.own:
            yield party
        elif owners:
            yield from (_as(party, owner) for owner in owners)
        elif states:
            yield from (_as(party, state) for state in states)
        else:
            yield from _unowned(scene, party, sending, predicate)


def _unowned(scene: Stand, party: Party, sending: Sequence[Party], predicate: int) -> Iterator[Party]:
    nation = party.country or _nation(scene, party) or speaking_state(scene, predicate)
    bodies = [s for s in sending if s.sort in ("organisation", "operation")]
    if nation is not None:
        yield replace(party, actor=nation, country=nation, own=True, sort="force")
    elif bodies:
        body = bodies[0]
        yield _as(party, replace(body, actor=scene.focus) if body.actor == "un" and scene.focus else body)
    elif party.actor and party.sort != "number" and party.actor.lower() not in _PLAIN:
        yield party


def _nation(scene: Stand, party: Party) -> str | None:
    """The nation the document speaks for, where the words are its own: "our", "the battalion", "the 124th", or sent
    by "the Ministry"."""
    if scene.nation is None:
        return None
    tokens = scene.sentence.tokens
    first, _ = scene.sentence.phrase(party.head)
    before = [t for t in tokens[max(first, party.head - 6) : party.head]]
    groups = scene.sentence.groups_at(party.head)
    if any(t.lower == "our" for t in before):
        return scene.nation
    if groups and groups[0].form in _UNITS and groups[0].value != "peacekeepers":
        unit = groups[0].form == "units" and tokens[party.head].lemma.lower() != "patrol"
        theirs = any(t.lower in ("its", "their") for t in before)
        ours = unit or theirs or _sent_by_government(scene) or _of_unit(scene, party.head)
        return scene.nation if ours else None
    return scene.nation if party.sort == "number" and (_sent_by_government(scene) or _of_unit(scene, party.head)) else None


def _of_unit(scene: Scene, i: int) -> bool:
    """Whether a unit stands behind: "140 servicemen of the light infantry company"."""
    sentence = scene.sentence
    links = [c for c in sentence.children_of(i) if sentence.tokens[c].lower in ("of", "from")]
    return any(g.form == "units" for c in links for d in sentence.children_of(c) for g in sentence.groups_at(d))


def _sent_by_government(scene: Scene) -> bool:
    """Whether a ministry, minister or government without a country acts in the sentence."""
    return any(
        scene.sentence.tokens[a].lemma.lower() in _GOVERNING
        for clause in scene.sentence.clauses
        for a in clause.agents
        if not any(g.country for g in scene.sentence.groups_at(a))
    )


def speaking_state(scene: Scene, predicate: int) -> str | None:
    """The state that announces what is still to come: "Kenya says another 600 police will join"."""
    clause = scene.sentence.clause_at(predicate)
    if clause is None or clause.status in (Status.ACTUAL, Status.DENIED):
        return None
    for at in scene.sentence.ancestors(predicate):
        if scene.sentence.tokens[at].lemma in _SAYING:
            governor = scene.sentence.clause_at(at)
            found = [p for a in (governor.agents if governor else ()) for p in parties_at(scene, a)]
            return next((p.country for p in found if p.sort in ("state", "army")), None)
    return None


def _as(party: Party, owner: Party) -> Party:
    sort = "force" if party.sort == "number" else party.sort
    return replace(party, actor=owner.actor, country=owner.country, sort=sort, own=True)


def owner_of(scene: Scene, i: int) -> Party | None:
    """The first of those whose the noun or number at `i` is."""
    return next(iter(owners_of(scene, i)), None)


def owners_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whose the noun or number at `i` is: "its 300", "Sweden's last 200", "35 of their comrades", "whose 200 Marines"."""
    for at in (i, *_counted(scene, i)):
        for c in _before(scene, at):
            found = _owners(scene, c)
            if found:
                return found
    return ()


def _counted(scene: Scene, i: int) -> tuple[int, ...]:
    return tuple(c.noun for c in scene.sentence.counts if c.first <= i < c.last and c.noun is not None and c.noun != i)


def _before(scene: Scene, at: int) -> Iterator[int]:
    """The possessors of the noun at `at`, and those just before a bare number."""
    tokens = scene.sentence.tokens
    yield from (c for c in scene.sentence.children_of(at) if tokens[c].dep == "poss")
    for c in range(at - 1, max(-1, at - 5), -1):
        if tokens[c].dep == "poss" and tokens[c].head >= at:
            yield c
        elif tokens[c].pos in ("VERB", "ADP", "AUX"):
            return


def _owners(scene: Scene, c: int) -> tuple[Party, ...]:
    if scene.sentence.tokens[c].lower == "whose":
        return tuple(_antecedent_noun(scene, c))[:1]
    found = tuple(p for p in parties_at(scene, c) if p.sort != "number")
    return found if scene.sentence.tokens[c].lower == "their" else found[:1]


def _antecedent_noun(scene: Scene, c: int) -> Iterator[Party]:
    """The noun that "whose" refers to: the head of its relative clause, else the name just before."""
    for at in scene.sentence.ancestors(c):
        if scene.sentence.tokens[at].dep == "relcl":
            yield from parties_at(scene, scene.sentence.tokens[at].head)
            return
    for mention in reversed(scene.sentence.mentions):
        if mention.kind is MentionKind.COUNTRY and mention.last <= c:
            yield from parties_at(scene, mention.last - 1)
            return
