"""Who moves and who sends, as a clause's arguments tell it."""

from muster.extract.evidence import Scene, is_place
from muster.extract.frames import Frame
from muster.extract.movement_forces import Party
from muster.extract.movement_outsiders import is_adjunct
from muster.extract.movement_owners import Stand
from muster.extract.movement_parties import aboard, parties_at, parties_of
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_MOVING = frozenset({"force", "operation", "armed", "army", "number"})
_UNDERTAKING = frozenset(
    "complete begin start announce order plan finish suspend halt postpone delay continue resume accelerate speed"
    " consider approve authorise authorize undertake conclude effect make conduct carry decide agree pledge promise"
    " propose mull weigh ponder study examine debate contemplate envisage refuse shelve scrap freeze drop clear"
    " endorse back ratify sanction vote give deny rule"
    " offer end prepare schedule cancel oppose reject confirm discuss".split()
)
_LETTING = frozenset("order direct instruct let allow permit get have command tell want authorise authorize".split())
_NOBODY = frozenset({"nobody", "none", "no-one"})
_COUNCILS = frozenset({"un-security-council", "un-general-assembly"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "next", "last", "top"})


def roles_of(scene: Stand, clause: Clause, frame: Frame) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who moves and who sends."""
    agents = tuple(p for p in parties_of(scene, agents_of(scene, clause)) if p.actor not in _COUNCILS)
    if not agents and not clause.passive:
        agents = tuple(p for i in clause.agents for p in aboard(scene, i))
    objects = tuple(i for i in clause.patients if not _is_no_object(scene, i, frame))
    patients = parties_of(scene, objects or _far_of(scene, clause))
    if clause.nominal and clause.patients and not patients:
        return (), ()  # "the transfer of competencies"
    if frame["mover"] == "with":
        return _brought(scene, clause), agents
    if frame["mover"] in ("agent", "passive"):
        moving = (
            _going(scene, clause, frame, agents) if frame["mover"] == "agent" else _awaited(scene, clause, patients)
        )
        return moving, _ordering(scene, clause)
    if frame["mover"] == "patient" or patients:
        return _moved(scene, clause, agents, patients)
    hidden = objects and not clause.nominal and frame.get("object") != "from"
    return (() if hidden else agents), ()


def _going(scene: Stand, clause: Clause, frame: Frame, agents: tuple[Party, ...]) -> tuple[Party, ...]:
    """The subject of a verb of going; of a passive the doers, where what is left or joined is the subject."""
    doers = frame.get("object") in ("from", "grown") or frame["act"] == "same"  # "was joined by 150 Nepalese"
    if not clause.passive:
        return agents
    forces = tuple(p for p in agents if p.sort in ("force", "armed", "army"))
    return forces if doers and (scene.told_here or clause.agents) else ()


def _awaited(scene: Scene, clause: Clause, patients: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those expected, save where it is expected that they do something else."""
    children = scene.sentence.children_of(clause.predicate)
    infinitive = any(scene.sentence.tokens[c].dep in ("xcomp", "ccomp") for c in children)
    return patients if clause.passive and not infinitive else ()


def _moved(
    scene: Stand, clause: Clause, agents: tuple[Party, ...], patients: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Those moved, and who sends them; of a verb of moving without object the subject moves ("the marines rushed to
    Bo")."""
    if not clause.patients and not clause.nominal and not clause.passive:
        return tuple(p for p in agents if p.sort == "force" and p.country), ()
    moved = tuple(p for p in patients if p.sort in _MOVING and not _is_anothers(scene, clause, p))
    return moved, agents or _ordering(scene, clause)


def _far_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Whose coming it is behind a place: "the arrival in Freetown of 300 Ghanaians"."""
    if not clause.nominal or clause.agents:
        return ()
    tokens = scene.sentence.tokens
    places = [at for word, at in clause.obliques if word in ("in", "at", "from", "to", "into") and is_place(scene, at)]
    links = [c for at in places for c in scene.sentence.children_of(at) if tokens[c].lower == "of"]
    return tuple(d for c in links for d in scene.sentence.children_of(c) if tokens[d].dep == "pobj")


def _ordering(scene: Stand, clause: Clause) -> tuple[Party, ...]:
    """The state that orders or lets them: "Washington has ordered 1,200 marines to make for Somalia"."""
    token = scene.sentence.tokens[clause.predicate]
    above = scene.sentence.clause_at(token.head) if token.dep in ("xcomp", "ccomp") else None
    if above is None or above.nominal or above.passive or above.lemma not in _LETTING:
        return ()
    return tuple(p for p in parties_of(scene, above.agents) if p.sort == "state")


def _is_anothers(scene: Stand, clause: Clause, party: Party) -> bool:
    """Whether those moved are only "them", and soldiers move them ("marines brought them out"); or a bare number that
    another country just before it has ("and Fiji with 500")."""
    soldiers = [p for p in parties_of(scene, clause.agents) if p.sort == "force" and p.country]
    return scene.sentence.tokens[party.head].pos == "PRON" and bool(soldiers) and not clause.passive


def _brought(scene: Stand, clause: Clause) -> tuple[Party, ...]:
    """Those somebody comes with; not of a list by size ("come Indonesia with 844", "comes second with 402")."""
    listed = clause.lemma == "come" and clause.particle is None and clause.status is Status.ACTUAL
    if listed or any(scene.sentence.tokens[c].lower in _RANKS for c in scene.sentence.children_of(clause.predicate)):
        return ()
    heads = (at for word, at in clause.obliques if word == "with")
    return tuple(p for p in parties_of(scene, heads) if p.sort in _MOVING and not _has_owner_between(scene, clause, p))


def _has_owner_between(scene: Stand, clause: Clause, party: Party) -> bool:
    """Whether a country named behind the verb has the number: "and Fiji, on nobody's map, with 500"."""
    if party.own:
        return False
    return any(
        m.kind is MentionKind.COUNTRY and m.form == "name" and clause.predicate < m.first < party.head - 1
        for m in scene.sentence.mentions
    )


def agents_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Who does it; of a noun of doing also the adjective before it ("the French withdrawal") and the subject of
    the verb that governs it ("Rabat completed the withdrawal of…")."""
    if not clause.nominal:
        return tuple(_head_of(scene, i) for i in clause.agents) if _is_relative(scene, clause) else clause.agents
    sentence = scene.sentence
    before = [
        c for c in sentence.children_of(clause.predicate) if sentence.tokens[c].dep in ("amod", "compound", "nmod")
    ]
    named = (c for c in before if parties_at(scene, c) or ((m := sentence.mention_at(c)) and m.form != "capital"))
    own = (*clause.agents, *named)
    if own or is_adjunct(scene, clause):
        return own
    governor = next(
        (sentence.clause_at(a) for a in sentence.ancestors(clause.predicate) if sentence.tokens[a].pos == "VERB"), None
    )
    return governor.agents if governor is not None and governor.lemma in _UNDERTAKING else ()


def _is_relative(scene: Scene, clause: Clause) -> bool:
    return scene.sentence.tokens[clause.predicate].dep == "relcl"


def _head_of(scene: Scene, i: int) -> int:
    """Of "31 men of the Defence Services who flew" the men."""
    above = scene.sentence.tokens[scene.sentence.tokens[i].head]
    if scene.sentence.tokens[i].dep != "pobj" or above.lower not in ("of", "from"):
        return i
    return above.head if any(p.sort == "force" for p in parties_at(scene, above.head)) else i


def _is_no_object(scene: Scene, i: int, frame: Frame) -> bool:
    """Nobody; or the place a telegram sets where a preposition is due ("landed Matadi")."""
    if scene.sentence.tokens[i].lower in _NOBODY:
        return True
    return bool(frame.get("object")) and is_place(scene, i) and not scene.sentence.groups_at(i)
