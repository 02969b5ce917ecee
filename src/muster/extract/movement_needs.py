"""Whether a clause has what its word needs to tell of a movement: a force, a state that leaves, more of them."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.extract.movement_forces import Party
from muster.extract.movement_outsiders import AGENCIES
from muster.extract.movement_owners import Stand
from muster.extract.movement_parties import parties_at, parties_of
from muster.extract.movement_places import Places
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_MOVING = frozenset({"force", "operation", "armed", "army", "number"})
_TRAVELLING = frozenset({"fly", "sail", "travel", "come", "embark", "proceed", "ship"})
_ENDING = frozenset({"end", "conclude", "complete", "finish", "terminate", "cease"})
_TAKING_PART = frozenset({("take", "part"), ("take", "part in"), ("participate", None), ("join", "in")})
_POSTS = frozenset({"post", "job", "service", "rank", "institution", "duty"})
_PROMISING = frozenset({"lend", "loan", "offer", "pledge", "promise", "volunteer", "earmark", "set"})
_STATIONED = frozenset({"deploy", "station", "assign", "commit", "field", "detail", "attach", "insert"})
_VANGUARD = frozenset({"advance", "vanguard", "first", "main"})
_MORE = frozenset(
    {"more", "further", "another", "additional", "extra", "reinforcement", "reinforcements", "supplementary"}
)
_GROWING = frozenset({"reinforce", "bolster", "strengthen", "augment", "beef", "supplement", "shore"})


def fits(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> bool:
    """Whether the party, and the places the clause names, are such as the frame needs."""
    if party.actor in AGENCIES or not _leaves_forces_or_places(scene, clause, frame, party, places):
        return False
    if frame["needs"] == "body":
        return True
    if frame["needs"] == "nation":
        return _is_nations(scene, clause, party, places)
    if not _moves(scene, clause, frame, party, places):
        return False
    if frame["needs"] == "more":
        more = party.country is not None and is_topping_up(scene, clause, party)
        return more or _is_unit_held_out(scene, clause, party)
    return frame["needs"] == "force" or bool(places.origins or places.goals) or _is_sure(scene, clause, frame, party)


def _is_nations(scene: Stand, clause: Clause, party: Party, places: Places) -> bool:
    """Whether a country's own soldiers do it: by a verb somewhere, by a noun ("a cut in the Greek contingent") not to
    a level."""
    if clause.nominal:
        taking_part = clause.lemma == "participation" and clause.status is Status.ACTUAL
        ended = scene.sentence.tokens[scene.sentence.tokens[clause.predicate].head].lemma in _ENDING
        level = any(word == "to" for word, _ in clause.obliques)
        return party.country is not None and not level and (ended or not taking_part)
    directed = bool(places.origins or places.goals) or clause.particle in ("ashore", "home", "homeward", "homewards")
    return party.country is not None and party.sort == "force" and directed


def _is_sure(scene: Stand, clause: Clause, frame: Frame, party: Party) -> bool:
    """Whether a word of motion is plain without a place: said again, of so many more, or of so many on a day ahead."""
    again = frame.get("default") == "same" or clause.lemma == "go"
    known = party.sort != "operation" and (party.count is not None or party.own)
    more = is_topping_up(scene, clause, party) and (party.count is not None or clause.lemma == "come")
    ahead = clause.status is Status.PLANNED and party.country is not None and party.count is not None
    directed = (
        clause.particle in ("in", "ashore", "home", "back") and party.country is not None and party.sort == "force"
    )
    brought = (
        clause.status in (Status.PLANNED, Status.POSSIBLE) and clause.lemma == "bring" and party.country is not None
    )
    return (again and known) or more or (ahead and clause.lemma in _TRAVELLING) or directed or brought


def _is_unit_held_out(scene: Stand, clause: Clause, party: Party) -> bool:
    """Whether a unit without a number, or troops that may come or do not, are offered: what is offered with a number is
    a contingent pledged (decisions 16, 49)."""
    tokens = scene.sentence.tokens
    one = any(tokens[c].lower in ("a", "an", "one", "two", "three") for c in scene.sentence.children_of(party.head))
    unit = one and any(g.form == "units" for g in scene.sentence.groups_at(party.head)) and party.count is None
    doubted = clause.status in (Status.POSSIBLE, Status.DENIED, Status.REQUESTED)
    ahead = clause.status is not Status.ACTUAL or clause.lemma in _PROMISING
    return party.country is not None and (doubted or (unit and ahead)) and tokens[clause.predicate].dep != "acl"


def _leaves_forces_or_places(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> bool:
    """Whether what is left is a place or a force, not talks, a treaty, a post or the service."""
    left = [at for word, at in clause.obliques if word in ("from", "out of")]
    if party.sort in ("state", "organisation", "armed") and left and not places.origins and not clause.nominal:
        return any(parties_at(scene, at) for at in left)
    if frame.get("object") != "from":
        return True
    posts = any(scene.sentence.tokens[at].lemma in _POSTS for at in (*clause.patients, *places.origins))
    if posts and clause.lemma != "vacate":
        return False
    within = bool(places.origins) or not clause.patients
    return within or any(p.sort == "operation" for p in parties_of(scene, clause.patients))


def _moves(scene: Stand, clause: Clause, frame: Frame, party: Party, places: Places) -> bool:
    """Whether the party can move itself: a force; a state that leaves a place, or does as others before it."""
    if (frame.lemma, frame.particle) in _TAKING_PART and clause.status is Status.ACTUAL:
        return False
    if party.sort in _MOVING:
        return True
    left = [at for word, at in clause.obliques if word in ("of", "from", "out of")]
    mission = any(p.sort == "operation" for at in left for p in parties_at(scene, at))
    leaving = (frame.get("object") == "from" and bool(places.origins)) or (frame["act"] == "withdraw" and mission)
    likewise = frame.get("default") == "same" or (frame.lemma == "go" and scene.before == "withdraw")
    if party.sort != "state" or leaving or (likewise and scene.before is not None):
        return party.sort == "state"
    named = scene.sentence.mention_at(party.head, MentionKind.COUNTRY)
    ahead = clause.status is not Status.ACTUAL and (frame.lemma, frame.particle) in _TAKING_PART
    return named is not None and named.form in ("name", "capital") and (ahead or _is_talked_of(scene, frame))


def _is_talked_of(scene: Stand, frame: Frame) -> bool:
    """Whether a country's own going is asked about: "Will Kenya leave?"."""
    return frame.get("object") == "from" and scene.sentence.tokens[-1].text == "?"


def is_presence(scene: Scene, clause: Clause, act: str, party: Party) -> bool:
    """Whether it is only said where a force stands ("troops deployed in Kosovo"), or that a mission's own people came
    (decision 54)."""
    token = scene.sentence.tokens[clause.predicate]
    if clause.lemma in _STATIONED and clause.status is Status.ACTUAL and token.dep in ("acl", "relcl", "amod"):
        helped = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(token.i)}
        return token.dep != "relcl" or bool(helped & {"is", "are", "remain", "remains"})
    if act not in ("deploy", "rotate") or party.country is not None:
        return False
    if clause.status is not Status.ACTUAL:
        return clause.status is Status.POSSIBLE and party.count is None
    if party.sort == "force" and party.own and operation(party.actor) is None:
        return False
    advance = any(scene.sentence.tokens[i].lower in _VANGUARD for i in extent(scene, party.head))
    return party.sort in ("force", "operation", "organisation") and not advance


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
