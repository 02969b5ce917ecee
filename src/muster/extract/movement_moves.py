"""Which clauses tell a movement, of whom, and which way it goes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene, is_place
from muster.extract.frames import Frame, lexicon
from muster.extract.movement_adjacent import adjacent, gapped, verbless
from muster.extract.movement_clauses import is_attribute, is_urged, is_wounded, with_particle, without_label
from muster.extract.movement_counts import count_at
from muster.extract.movement_open import open_frame
from muster.extract.movement_outsiders import (
    AGENCIES,
    is_adjunct,
    is_homecoming,
    is_opposed,
    is_scheme,
    is_sitting,
    is_too_soon,
)
from muster.extract.movement_owners import Stand, attributed
from muster.extract.movement_parties import Party, parties_at, parties_of
from muster.extract.movement_places import Places, direction, places_of
from muster.gazetteer import operation
from muster.model.annotation import Clause
from muster.model.claim import Status

ALLOWED = (
    ("act", ("deploy", "reinforce", "withdraw", "rotate", "direction", "same", "still")),
    ("mover", ("agent", "patient", "either", "sized", "swap", "yield", "asked", "passive")),
    ("needs", ("force", "body", "place", "more", "nation")),
    ("object", ("from", "to", "grown")),
    ("default", ("deploy", "withdraw", "same")),
    ("sender", ("carrier",)),
    ("status", ("planned",)),
)
_MOVING = frozenset({"force", "operation", "armed", "army", "number"})
_MORE = frozenset(
    {"more", "further", "another", "additional", "extra", "reinforcement", "reinforcements", "supplementary"}
)
_UNDERTAKING = frozenset(
    "complete begin start announce order plan finish suspend halt postpone delay continue resume accelerate speed"
    " consider approve authorise authorize undertake conclude effect make conduct carry decide agree pledge promise"
    " propose offer end prepare schedule cancel oppose reject confirm discuss".split()
)
_NOBODY = frozenset({"nobody", "none", "no-one"})
_STATIONED = frozenset({"deploy", "station", "assign", "commit", "field", "detail", "attach", "insert"})
_VANGUARD = frozenset({"advance", "vanguard", "first", "main"})
_COUNCILS = frozenset({"un-security-council", "un-general-assembly"})
_POSTS = frozenset({"post", "job", "service", "rank", "institution", "duty"})
_GROWING = frozenset({"reinforce", "bolster", "strengthen", "augment", "beef", "supplement", "shore"})


@dataclass(frozen=True, slots=True)
class Move:
    """One party's movement as one clause tells it; `words` are the tokens that carry it."""

    scene: Stand
    clause: Clause
    frame: Frame
    act: str
    party: Party
    places: Places
    words: tuple[int, ...]


def frame_of(scene: Scene, clause: Clause) -> Frame | None:
    """What the predicate says of a movement, by its lemma with particle, preposition or object; None for nothing."""
    known = lexicon("movement", ALLOWED)
    if clause.predicate == 0 and clause.nominal and not clause.obliques:
        return None
    pos = "noun" if clause.nominal else "verb"
    for second in _seconds(scene, clause):
        frame = known.frames.get((clause.lemma, second, pos))
        if frame is not None:
            return None if frame["act"] == "still" else frame
    return _adjective(scene, clause) or open_frame(scene, clause)


def _seconds(scene: Scene, clause: Clause) -> Iterator[str | None]:
    """What may stand behind the predicate's lemma in the lexicon, longest first."""
    tokens = scene.sentence.tokens
    objects = [tokens[i].lemma.lower() for i in clause.patients]
    for word, at in clause.obliques:
        yield f"{word} {tokens[at].lemma.lower()}"
    for word, _ in clause.obliques:
        yield f"{clause.particle} {word}" if clause.particle and not word.startswith(clause.particle) else word
        if " " in word:
            yield word.split()[0]
    loose = [
        tokens[c].lower
        for i in clause.patients
        for c in scene.sentence.children_of(i)
        if c > i and tokens[c].pos in ("ADV", "ADP")
    ]
    if clause.lemma in ("want", "have", "see", "get", "order", "bring", "call"):
        yield from (word for word in loose if word in ("home", "back", "out", "away"))
    if clause.particle:
        yield from (f"{clause.particle} {word}" for word in objects)
    yield from objects
    if clause.particle:
        yield clause.particle
    yield None


def _adjective(scene: Scene, clause: Clause) -> Frame | None:
    """ "Is due in Darwin", "are bound for Beirut"."""
    if clause.lemma != "be":
        return None
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(clause.predicate):
        if tokens[c].dep in ("acomp", "attr", "oprd"):
            frame = lexicon("movement", ALLOWED).find(tokens[c].lower, None, "adjective")
            if frame is not None and not any(tokens[d].dep == "xcomp" for d in scene.sentence.children_of(c)):
                return frame
    return None


def moves_of(scene: Stand, clause: Clause) -> Iterator[Move]:
    """The movements that a clause tells."""
    clause = with_particle(scene, without_label(scene, clause))
    frame = frame_of(scene, clause)
    if frame is None or is_attribute(scene, clause) or is_urged(scene, clause):
        return
    if is_sitting(scene, clause) or is_scheme(scene, clause) or is_opposed(scene, clause) or is_too_soon(scene, clause):
        return
    from muster.extract.movement_changes import asked, sized, swapped  # they build on this module

    ways = {"swap": swapped, "yield": swapped, "sized": sized, "asked": asked}
    yield from ways.get(frame["mover"], _plain)(scene, clause, frame)


def verbless_moves(scene: Stand) -> Iterator[Move]:
    """The movements a sentence tells without a verb."""
    for act, party, places, words in verbless(scene):
        head = scene.sentence.clause_at(party.head) or Clause(party.head, "", None)
        frame = Frame(
            scene.sentence.tokens[words[-1]].lower, None, "adjective", {"act": act, "mover": "agent", "needs": "force"}
        )
        for owned in attributed(scene, (party,), (), party.head):
            yield Move(scene, replace(head, nominal=False), frame, act, owned, places, words)


def _plain(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    if (clause.predicate and scene.sentence.tokens[clause.predicate - 1].lemma == "let") or is_wounded(scene, clause):
        return
    moving, sending = _roles(scene, clause, frame)
    if not moving and not clause.nominal and frame["mover"] in ("agent", "patient", "either"):
        moving = adjacent(scene, clause, frame)
    places = places_of(scene, clause, frame.get("object"))
    if frame.get("sender") == "carrier" and any(scene.sentence.tokens[i].pos == "PRON" for i in clause.patients):
        return
    for owned in attributed(scene, moving, sending, clause.predicate):
        party = _counted(scene, clause, owned)
        act = _act(scene, clause, frame, party, places)
        if (
            act is not None
            and _fits(scene, clause, frame, party, places)
            and not _is_presence(scene, clause, act, party)
            and not is_homecoming(scene, clause, party.head)
        ):
            words = tuple({clause.predicate, *extent(scene, party.head)})
            yield Move(scene, clause, frame, act, party, places, words)
            for other in gapped(scene, party) if party.count else ():
                yield Move(scene, clause, frame, act, other, places, (clause.predicate, other.head, other.head + 1))


def _roles(scene: Stand, clause: Clause, frame: Frame) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who moves and who sends."""
    agents = tuple(p for p in parties_of(scene, agents_of(scene, clause)) if p.actor not in _COUNCILS)
    objects = tuple(i for i in clause.patients if not _is_no_object(scene, i, frame))
    patients = parties_of(scene, objects)
    if frame["mover"] == "agent":
        passive = clause.passive and not (frame["act"] == "same" and scene.told_here)
        return (() if passive else agents), ()
    if frame["mover"] == "passive":
        infinitive = any(
            scene.sentence.tokens[c].dep in ("xcomp", "ccomp") for c in scene.sentence.children_of(clause.predicate)
        )
        return (patients, ()) if clause.passive and not infinitive else ((), ())
    if frame["mover"] == "patient" or patients:
        return tuple(p for p in patients if p.sort in _MOVING), agents
    if objects and not clause.nominal and frame.get("object") != "from":
        return (), ()
    return agents, ()


def agents_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """Who does it; of a noun of doing also the adjective before it ("the French withdrawal") and the subject of
    the verb that governs it ("Rabat completed the withdrawal of…")."""
    if not clause.nominal:
        return clause.agents
    sentence = scene.sentence
    before = [
        c for c in sentence.children_of(clause.predicate) if sentence.tokens[c].dep in ("amod", "compound", "nmod")
    ]
    own = (*clause.agents, *(c for c in before if parties_at(scene, c) or sentence.mention_at(c)))
    if own or is_adjunct(scene, clause):
        return own
    governor = next(
        (sentence.clause_at(a) for a in sentence.ancestors(clause.predicate) if sentence.tokens[a].pos == "VERB"), None
    )
    return governor.agents if governor is not None and governor.lemma in _UNDERTAKING else ()


def _counted(scene: Scene, clause: Clause, party: Party) -> Party:
    """The party with the number that stands behind a noun of doing ("the Kenyans' rotation, 680 in all")."""
    if party.count is not None:
        return party
    if clause.nominal:
        return replace(party, count=count_at(scene, clause.predicate))
    brought = [
        p.count
        for word, at in clause.obliques
        if word == "with"
        for p in parties_at(scene, at)
        if p.sort in ("force", "number")
    ]
    return replace(party, count=next(iter(brought), None))


def _is_presence(scene: Scene, clause: Clause, act: str, party: Party) -> bool:
    """Whether it is only said where a force stands ("troops deployed in Kosovo"), or that a mission's own people came
    (decision 54)."""
    token = scene.sentence.tokens[clause.predicate]
    if clause.lemma in _STATIONED and clause.status is Status.ACTUAL and token.dep in ("acl", "relcl", "amod"):
        return clause.tense != "past" or token.dep != "relcl"
    if act not in ("deploy", "rotate") or party.country is not None or clause.status is not Status.ACTUAL:
        return False
    if party.sort == "force" and party.own and operation(party.actor) is None:
        return False
    advance = any(scene.sentence.tokens[i].lower in _VANGUARD for i in extent(scene, party.head))
    return party.sort in ("force", "operation", "organisation") and not advance


def _is_no_object(scene: Scene, i: int, frame: Frame) -> bool:
    """Nobody; or the place a telegram sets where a preposition is due ("landed Matadi")."""
    if scene.sentence.tokens[i].lower in _NOBODY:
        return True
    return bool(frame.get("object")) and is_place(scene, i) and not scene.sentence.groups_at(i)


def _fits(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> bool:
    """Whether the party, and the places the clause names, are such as the frame needs."""
    if party.actor in AGENCIES or not _leaves_forces_or_places(scene, clause, frame, party, places):
        return False
    if frame["needs"] == "body":
        return True
    if frame["needs"] == "nation":
        return party.country is not None and party.sort == "force" and bool(places.origins or places.goals)
    if not _moves(scene, frame, party, places):
        return False
    if frame["needs"] == "more":
        return is_topping_up(scene, clause, party) or _is_unit_held_out(scene, clause, party)
    again = frame.get("default") == "same" or clause.lemma == "go"
    known = party.sort != "operation" and (party.count is not None or party.own)
    more = clause.lemma == "come" and is_topping_up(scene, clause, party)
    return frame["needs"] == "force" or bool(places.origins or places.goals) or (again and known) or more


def _is_unit_held_out(scene: Stand, clause: Clause, party: Party) -> bool:
    """Whether a unit without a number, or troops that may come or do not, are offered: what is offered with a number is
    a contingent pledged (decisions 16, 49)."""
    tokens = scene.sentence.tokens
    one = any(tokens[c].lower in ("a", "an", "one", "two", "three") for c in scene.sentence.children_of(party.head))
    unit = one and any(g.form == "units" for g in scene.sentence.groups_at(party.head)) and party.count is None
    doubted = clause.status in (Status.POSSIBLE, Status.DENIED)
    return party.country is not None and (doubted or unit) and tokens[clause.predicate].dep != "acl"


def _leaves_forces_or_places(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> bool:
    """Whether what is left is a place or a force, not talks, a treaty, a post or the service."""
    left = [at for word, at in clause.obliques if word in ("from", "out of")]
    if party.sort in ("state", "organisation", "armed") and left and not places.origins and not clause.nominal:
        return any(parties_at(scene, at) for at in left)
    if frame.get("object") != "from":
        return True
    if any(scene.sentence.tokens[at].lemma in _POSTS for at in (*clause.patients, *places.origins)):
        return False
    within = bool(places.origins) or not clause.patients
    return within or any(p.sort == "operation" for p in parties_of(scene, clause.patients))


def _moves(scene: Stand, frame: Frame, party: Party, places: Places) -> bool:
    """Whether the party can move itself: a force; a state that leaves a place, or does as others before it."""
    if party.sort in _MOVING:
        return True
    leaving = frame.get("object") == "from" and bool(places.origins)
    likewise = frame.get("default") == "same" or (frame.lemma == "go" and scene.before == "withdraw")
    return party.sort == "state" and (leaving or (likewise and scene.before is not None))


def _act(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> str | None:
    act: str | None = frame["act"]
    if frame.pos == "adjective" and any(
        word == "for" and scene.sentence.tokens[at].lemma in ("relief", "rotation", "replacement")
        for word, at in clause.obliques
    ):
        return "rotate"
    if act == "same":
        untold = clause.status is Status.ACTUAL and clause.tense != "past" and party.count is None
        if untold or (
            party.sort in ("state", "operation") and clause.status is Status.ACTUAL and clause.tense != "past"
        ):
            return None
        act = _again(scene) or frame.get("default") or None
        return "reinforce" if act == "deploy" and is_topping_up(scene, clause, party) else act
    if act == "direction":
        default = _again(scene) if frame.get("default") == "same" else frame.get("default")
        act = direction(scene, clause, places, party, default)
        if act is None and clause.lemma == "come" and is_topping_up(scene, clause, party):
            return "reinforce"
    if act == "deploy" and is_topping_up(scene, clause, party):
        return "reinforce"
    return "rotate" if act == "deploy" and _is_replacement(scene, party) else act


def _again(scene: Stand) -> str:
    """The act told last, for those who do likewise; after a relief they come."""
    return "deploy" if scene.before in ("rotate", "reinforce") else scene.before or ""


def _is_replacement(scene: Scene, party: Party) -> bool:
    """ "A replacement contingent", "the relief battalion"."""
    return any(
        scene.sentence.tokens[i].lower in ("replacement", "replacements", "relief") for i in extent(scene, party.head)
    )


def is_topping_up(scene: Scene, clause: Clause, party: Party) -> bool:
    """Whether the clause's own words say that a force is added to: "another 300", "to bolster", "as reinforcements"."""
    tokens = scene.sentence.tokens
    near = {*extent(scene, party.head), *scene.sentence.children_of(clause.predicate)}
    near |= {
        d
        for at in (party.head, clause.predicate)
        for c in scene.sentence.children_of(at)
        for d in (c, *scene.sentence.children_of(c))
    }
    near |= set(_rest(scene, clause.predicate))
    for i in near:
        than = i + 1 < len(tokens) and tokens[i + 1].lower == "than"
        if tokens[i].lower in _MORE and not than:
            return True
        if tokens[i].lemma in _GROWING and tokens[i].pos == "VERB":
            return True
    return False


def _rest(scene: Scene, predicate: int) -> Iterator[int]:
    """The words behind a predicate up to the next verb or stop."""
    for token in scene.sentence.tokens[predicate + 1 :]:
        if token.pos in ("VERB", "AUX") or token.text in (";", ":", ".", ","):
            return
        yield token.i


def extent(scene: Scene, head: int) -> tuple[int, ...]:
    """The words of the phrase of a party, or only its head where a parse error makes it long."""
    first, last = scene.sentence.phrase(head)
    return tuple(range(first, last)) if head - first < 8 else (head,)
