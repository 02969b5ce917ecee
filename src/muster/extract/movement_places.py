"""Where a movement comes from and goes to, and what that makes of it: coming or going."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene, is_place
from muster.extract.movement_forces import Party
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind

_TO = frozenset({"to", "into", "onto", "for", "towards", "toward"})
_AT = frozenset({"in", "at", "on", "near", "inside"})
_FROM = frozenset({"from", "out of", "off"})
_HOME = frozenset({"home", "homeland", "families", "family", "base", "barracks"})
GROUNDS = frozenset(
    "beach shore quay soil theatre theater enclave mission island waters pier aircraft plane ship boat train bus hold"
    " ferry gangway ramp lorries trucks wagon"
    " strip territory area zone sea sky desert bush sand hills".split()
)
_LANDS = frozenset({"countries", "nations", "states"})
_STOPS = frozenset({";", ":", ".", "—"})
_ARRIVING = frozenset(
    {
        "deploy",
        "land",
        "arrive",
        "disembark",
        "cross",
        "touch",
        "dock",
        "moor",
        "redeploy",
        "due",
        "expect",
        "arrival",
        "deployment",
        "landing",
        "station",
        "insert",
        "expected",
        "be",
        "position",
        "reposition",
    }
)


_BY_PARTICLE = {"in": "deploy", "ashore": "deploy", "home": "withdraw", "back": "withdraw"}
_SETTING_OUT = frozenset(
    "fly sail ship ferry airlift steam embark emplane transport march drive truck bus lift proceed travel".split()
)


@dataclass(frozen=True, slots=True)
class Places:
    """The words that name where from and where to (heads of their phrases)."""

    origins: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()


def places_of(scene: Scene, clause: Clause, role: str) -> Places:
    """The places of a clause; `role` says what a place in the object's stead is (`from`, `to`, or nothing)."""
    found = list(dict.fromkeys((*clause.obliques, *_adjacent(scene, clause))))
    goals = [
        at for word, at in found if word in _TO or (word in _AT and clause.lemma in _ARRIVING) or word == "to safety"
    ]
    origins = [at for word, at in found if word in _FROM or word.endswith(" from") or word == "away from"]
    objects = [at for at in clause.patients if is_place(scene, at)] if role else []
    if role == "from":
        origins = objects + origins
    elif role == "to":
        goals = objects + goals
    return Places(_placed(scene, origins), _placed(scene, goals))


def _placed(scene: Scene, heads: list[int]) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    return tuple(
        at
        for at in heads
        if (is_place(scene, at) and tokens[at].pos != "PRON" and tokens[at].lower not in _LANDS)
        or tokens[at].lower in _HOME | GROUNDS
    )


def _adjacent(scene: Scene, clause: Clause) -> Iterator[tuple[str, int]]:
    """Prepositions with their objects between the predicate and the next verb, whatever the parse hangs them on."""
    tokens = scene.sentence.tokens
    for at in range(clause.predicate + 1, len(tokens)):
        token = tokens[at]
        named = scene.sentence.mention_at(at, MentionKind.COUNTRY)
        if token.lower == "bound":
            continue
        if token.text in _STOPS or (
            token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound") and not named
        ):
            return
        if named and named.first == at and tokens[at - 1].lower in _TO | {"from"}:
            yield tokens[at - 1].lower, named.last - 1
        if token.dep == "prep" or token.pos == "ADP":
            for c in scene.sentence.children_of(at):
                if tokens[c].dep == "pobj":
                    word = "out of" if token.lower == "of" and tokens[at - 1].lower == "out" else token.lower
                    yield word, c


def direction(scene: Scene, clause: Clause, places: Places, party: Party, default: str) -> str | None:
    """`deploy` or `withdraw`, as the places say: home is away from the theatre, home left behind is towards it."""
    if (
        clause.particle == "home"
        or _is_homeward(scene, clause)
        or any(_is_home(scene, at, party) for at in places.goals)
    ):
        return "withdraw"
    if any(_is_home(scene, at, party) for at in places.origins):
        return "deploy"
    if places.goals:
        return "withdraw" if _goes_abroad(scene, places) else "deploy"
    if any(_in_theatre(scene, at) for at in places.origins):
        return "withdraw"
    if not default and places.origins:
        return "deploy" if clause.lemma in _SETTING_OUT and _is_outside(scene, places) else "withdraw"
    return default or _BY_PARTICLE.get(clause.particle or "") or ("deploy" if clause.lemma == "bring" else None)


def _is_outside(scene: Scene, places: Places) -> bool:
    """Whether the place left is not known to be in the theatre: soldiers who sail from Halifax set out."""
    return not any(_in_theatre(scene, at) or scene.sentence.tokens[at].pos != "PROPN" for at in places.origins)


def _is_homeward(scene: Scene, clause: Clause) -> bool:
    """ "Are on their way home", "boarded a ship home": the word stands behind the verb before another one."""
    tokens = scene.sentence.tokens
    for token in tokens[clause.predicate + 1 : clause.predicate + 9]:
        if token.pos in ("VERB", "AUX") or token.text in _STOPS | {","}:
            return False
        if token.lower in ("home", "homeward", "homewards"):
            return tokens[token.i - 1].lower not in ("their", "his", "its", "a", "the", "'s", "at")
    return False


def _goes_abroad(scene: Scene, places: Places) -> bool:
    """From the theatre to another country."""
    inside = any(_in_theatre(scene, at) for at in places.goals)
    named = any(_countries(scene, at) for at in places.goals)
    return not inside and named and any(_in_theatre(scene, at) for at in places.origins)


def _countries(scene: Scene, at: int) -> set[str]:
    """The countries that a place is in by its own words ("Vienna airport")."""
    first, last = scene.sentence.phrase(at)
    return {m.value for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and first <= m.first < last}


def _in_theatre(scene: Scene, at: int) -> bool:
    """Whether a place is in the area of the operation in focus."""
    known = operation(scene.focus) if scene.focus else None
    return known is not None and bool(_countries(scene, at) & set(known.area))


def _is_home(scene: Scene, at: int, party: Party) -> bool:
    codes = _countries(scene, at)
    if codes:
        return party.country in codes
    return scene.sentence.tokens[at].lower in ("home", "homeland", "families", "barracks")
