"""Which clauses tell a movement, of whom, and which way it goes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.frames import Frame, lexicon
from muster.extract.movement_adjacent import adjacent, gapped, is_ahead, itemised, others_like, verbless
from muster.extract.movement_clauses import (
    as_active,
    as_gone,
    is_attribute,
    is_urged,
    is_wounded,
    joined,
    with_particle,
    without_label,
)
from muster.extract.movement_counts import count_at, is_force, trailing
from muster.extract.movement_forces import Party
from muster.extract.movement_idioms import is_homebound, is_idiom, is_receiver
from muster.extract.movement_needs import extent, fits, is_presence, is_topping_up
from muster.extract.movement_open import open_frame
from muster.extract.movement_outsiders import (
    is_forbidden,
    is_homecoming,
    is_local,
    is_no_going,
    is_opposed,
    is_scheme,
    is_sitting,
    is_too_soon,
)
from muster.extract.movement_owners import Stand, attributed
from muster.extract.movement_parties import parties_at
from muster.extract.movement_places import Places, direction, places_of
from muster.extract.movement_roles import roles_of
from muster.model.annotation import Clause
from muster.model.claim import Status
from muster.model.count import Count

ALLOWED = (
    ("act", ("deploy", "reinforce", "withdraw", "rotate", "direction", "same", "still")),
    ("mover", ("agent", "patient", "either", "sized", "swap", "yield", "asked", "passive", "with")),
    ("needs", ("force", "body", "place", "more", "nation")),
    ("object", ("from", "to", "grown")),
    ("default", ("deploy", "withdraw", "same")),
    ("sender", ("carrier",)),
    ("status", ("planned",)),
)


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
    lemma = joined(scene, clause)
    for second in _seconds(scene, clause):
        frame = known.frames.get((lemma, second, pos))
        if frame is not None:
            return None if frame["act"] == "still" else frame
    return _adjective(scene, clause) or open_frame(scene, clause)


def _seconds(scene: Scene, clause: Clause) -> Iterator[str | None]:
    """What may stand behind the predicate's lemma in the lexicon, longest first."""
    tokens = scene.sentence.tokens
    objects = [tokens[i].lemma.lower() for i in clause.patients]
    for word, at in clause.obliques:
        yield f"{word} {tokens[at].lemma.lower()}"
    yield from (f"{thing} {word}" for thing in objects for word, _ in clause.obliques)
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
    yield from (
        t.lemma.lower()
        for t in (tokens[c] for c in scene.sentence.children_of(clause.predicate))
        if t.dep in ("acomp", "oprd")
    )
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
    clause = as_gone(scene, with_particle(scene, without_label(scene, clause)))
    frame = frame_of(scene, clause)
    if frame is None or is_attribute(scene, clause) or is_urged(scene, clause) or is_idiom(scene, clause):
        return
    if frame["mover"] == "agent" or frame["needs"] == "nation":
        clause = as_active(scene, clause)
    if is_sitting(scene, clause) or is_scheme(scene, clause) or is_opposed(scene, clause) or is_too_soon(scene, clause):
        return
    from muster.extract.movement_changes import asked, sized, swapped  # they build on this module

    ways = {"swap": swapped, "yield": swapped, "sized": sized, "asked": asked}
    yield from ways.get(frame["mover"], _plain)(scene, clause, frame)


def verbless_moves(scene: Stand) -> Iterator[Move]:
    """The movements a sentence tells without a verb."""
    for act, party, places, words in (*verbless(scene), *itemised(scene)):
        head = scene.sentence.clause_at(party.head) or Clause(party.head, "", None)
        cue = next(scene.sentence.tokens[w].lower for w in reversed(words))
        says = {"act": act, "mover": "agent", "needs": "force"} | ({"status": "planned"} if is_ahead(cue) else {})
        frame = Frame(cue, None, "adjective", says)
        for owned in attributed(scene, (party,), (), party.head):
            yield Move(scene, replace(head, nominal=False), frame, act, owned, places, words)


def _plain(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    if is_wounded(scene, clause) or is_no_going(scene, clause) or is_forbidden(scene, clause):
        return
    moving, sending = roles_of(scene, clause, frame)
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
            and fits(scene, clause, frame, party, places)
            and not is_presence(scene, clause, act, party)
            and not is_homecoming(scene, clause, party.head)
            and not is_local(scene, clause, party.head)
            and not is_homebound(scene, clause, party)
            and not is_receiver(scene, clause, owned)
        ):
            words = tuple({clause.predicate, *extent(scene, party.head)})
            yield Move(scene, clause, frame, act, party, places, words)
            for other in gapped(scene, party) if party.count else others_like(scene, party):
                yield Move(scene, clause, frame, act, other, places, (clause.predicate, other.head, other.head + 1))


def _counted(scene: Scene, clause: Clause, party: Party) -> Party:
    """The party with the number that stands behind a noun of doing ("the Kenyans' rotation, 680 in all")."""
    if party.count is not None:
        return party
    if clause.nominal:
        by = (count_at(scene, at) for word, at in clause.obliques if word == "by")
        return replace(party, count=count_at(scene, clause.predicate) or next((c for c in by if c), None))
    brought = [
        p.count
        for word, at in clause.obliques
        if word == "with"
        for p in parties_at(scene, at)
        if p.sort in ("force", "number")
    ]
    told = (*brought, *_numbered(scene, clause, party), *_number_of_them(scene, party))
    return replace(party, count=next(iter(told), None) or trailing(scene, max(party.head, clause.predicate)))


def _number_of_them(scene: Scene, party: Party) -> tuple[Count, ...]:
    """The one number of soldiers before "them" in the sentence: "had provided 571 men, means to take them back"."""
    if scene.sentence.tokens[party.head].lower not in ("them", "they"):
        return ()
    told = [c.count for c in scene.sentence.counts if c.last <= party.head and c.noun and is_force(scene, c.noun)]
    return tuple(told) if len(told) == 1 else ()


def _numbered(scene: Scene, clause: Clause, party: Party) -> Iterator[Count]:
    """How many another verb says that those who move are: "The team numbers 850 and leaves on Monday"."""
    movers = {party.head, *clause.agents, *(scene.sentence.tokens[i].head for i in clause.agents)}
    for other in scene.sentence.clauses:
        if other.lemma == "number" and not other.nominal and movers & {*other.agents}:
            yield from (c.count for c in scene.sentence.counts if other.predicate < c.first <= other.predicate + 3)


def _act(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> str | None:
    """What the party does by this word here; None where the words leave it open."""
    if frame.pos == "adjective" and _is_for_relief(scene, clause):
        return "rotate"
    if clause.nominal and frame["act"] == "deploy" and _is_ending(scene, clause):
        return "withdraw"
    act: str | None = frame["act"]
    if act == "same":
        act = _likewise(scene, clause, frame, party)
    elif act == "direction":
        default = _again(scene) if frame.get("default") == "same" else frame.get("default")
        act = direction(scene, clause, places, party, default or "")
        if act is None and clause.lemma == "come":
            act = "reinforce" if is_topping_up(scene, clause, party) else None
    if act == "deploy" and is_topping_up(scene, clause, party):
        return "reinforce"
    return "rotate" if act == "deploy" and _is_replacement(scene, party) else act or None


def _likewise(scene: Stand, clause: Clause, frame: Frame, party: Party) -> str | None:
    """What those do who follow others; nothing of who merely follows in the present."""
    present = clause.status is Status.ACTUAL and clause.tense != "past"
    if present and (party.count is None or party.sort in ("state", "operation")):
        return None
    return _again(scene) or frame.get("default") or None


def _is_for_relief(scene: Scene, clause: Clause) -> bool:
    """ "Is due for relief"."""
    tokens = scene.sentence.tokens
    return any(
        word == "for" and tokens[at].lemma in ("relief", "rotation", "replacement") for word, at in clause.obliques
    )


def _is_ending(scene: Scene, clause: Clause) -> bool:
    """ "Have concluded their participation", "ended its deployment"."""
    tokens = scene.sentence.tokens
    above = tokens[tokens[clause.predicate].head]
    taking_part = clause.lemma in ("participation", "commitment", "involvement")
    done = taking_part and above.lemma in ("conclude", "complete", "finish")
    return (done or above.lemma in ("end", "terminate", "cease", "discontinue")) and tokens[clause.predicate].dep in (
        "dobj",
        "nsubjpass",
        "nsubj",
    )


def _again(scene: Stand) -> str:
    """The act told last, for those who do likewise; after a relief they come."""
    return "deploy" if scene.before in ("rotate", "reinforce") else scene.before or ""


def _is_replacement(scene: Scene, party: Party) -> bool:
    """ "A replacement contingent", "the relief battalion"."""
    return any(
        scene.sentence.tokens[i].lower in ("replacement", "replacements", "relief") for i in extent(scene, party.head)
    )
