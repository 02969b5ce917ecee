"""What incident words need about them to tell an incident (the head of `lexicon/incident.yaml` explains each need)."""

from collections.abc import Callable, Iterable, Mapping

from muster.extract.evidence import Scene, actors_at, is_place
from muster.extract.occurrence import means_words
from muster.model.annotation import Clause, MentionKind

_PEOPLE = frozenset(
    {
        "soldiers",
        "peacekeepers",
        "police",
        "observers",
        "staff",
        "units",
        "missions",
        "armed",
        "civilians",
        "offices",
        "group",
    }
)
_HELD = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff", "civilians", "units"})
_FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "units", "missions"})
_CIRCUMSTANCES = frozenset(
    (
        "breakdown weather lack shortage absence decision snow rain cost mud flood delay terrain condition budget "
        "law legislation problem storm distance constraint difficulty limitation failure insufficiency policy fog "
        "fuel damage winter season"
    ).split()
)
AIMS = ("on", "at", "upon", "against", "over", "towards", "toward", "into", "to", "near", "from", "with")


def _aimed(clause: Clause) -> tuple[int, ...]:
    """What the clause is done to or aimed at."""
    return (*clause.patients, *(at for word, at in clause.obliques if word.rsplit(maxsplit=1)[-1] in AIMS))


def _is_target(scene: Scene, i: int) -> bool:
    return _is_people(scene, i) or is_thing(scene, i, "vehicles", "sites") or is_place(scene, i)


def _are_stopped(scene: Scene, clause: Clause, forms: frozenset[str]) -> bool:
    """Whether the objects are on the move: forces, vehicles, access; a pronoun only as the subject of a passive."""
    objects = (i for i in clause.patients if clause.passive or scene.sentence.tokens[i].pos != "PRON")
    if _is_own_choice(scene, clause) or _is_circumstance(scene, clause):
        return False
    return any(_is_moving(scene, i, forms) for i in objects)


def _is_circumstance(scene: Scene, clause: Clause) -> bool:
    """Whether it is weather, want or a ruling that stands in the way, and nobody on the ground."""
    doers = (*clause.agents, *(at for word, at in clause.obliques if word == "by"))
    return any(scene.sentence.tokens[i].lemma.lower() in _CIRCUMSTANCES for i in doers)


def _is_engaged(scene: Scene, clause: Clause) -> bool:
    """Whether fighters are fought; "engaged in" something they are merely busy."""
    if clause.lemma == "engage" and any(word in ("in", "with") for word, _ in clause.obliques) and not clause.agents:
        return False
    return any(_is_people(scene, i, _FORCES | {"armed"}) for i in clause.patients)


def _are_taken(scene: Scene, clause: Clause) -> bool:
    return not _is_own_choice(scene, clause) and any(_is_people(scene, i, _HELD) for i in clause.patients)


def _is_armed(scene: Scene, clause: Clause) -> bool:
    """Whether a weapon is in play: as the subject, the object, or what the object is made of."""
    words = (*clause.agents, *clause.patients, *_of(scene, clause.patients))
    return any(is_thing(scene, i, "weapons", "bombs") for i in words)


def _has(sorts: tuple[str, ...], of: Callable[[Clause], tuple[int, ...]]) -> Callable[[Scene, Clause], bool]:
    """The need for a thing of one of these sorts among some words of the clause."""
    return lambda scene, clause: any(is_thing(scene, i, *sorts) for i in of(clause))


NEEDS: Mapping[str, Callable[[Scene, Clause], bool]] = {
    "none": lambda scene, clause: True,
    "circumstance": lambda scene, clause: True,
    "people": lambda scene, clause: any(_is_people(scene, i) for i in clause.patients),
    "own": _are_taken,
    "fighters": _is_engaged,
    "target": lambda scene, clause: any(_is_target(scene, i) for i in _aimed(clause)),
    "movers": lambda scene, clause: _are_stopped(scene, clause, _FORCES),
    "barred": lambda scene, clause: _are_stopped(scene, clause, _PEOPLE),
    "moves": _has(("movements",), lambda clause: clause.patients),
    "site": _has(("sites", "weapons"), _aimed),
    "weapon": _is_armed,
    "bomb": _has(("bombs",), lambda clause: clause.agents),
    "shell": _has(("shells",), lambda clause: clause.agents or clause.patients),
    "vehicle": _has(("vehicles",), lambda clause: (*clause.agents, *clause.patients)),
    "line": _has(("lines",), lambda clause: clause.patients),
    "crowd": lambda scene, clause: any(_is_crowd(scene, i) or _is_count(scene, i) for i in clause.agents),
    "armed": lambda scene, clause: any(_is_people(scene, i) or _is_count(scene, i) for i in clause.agents),
    "parties": lambda scene, clause: any(
        _is_people(scene, i) for i in (*clause.agents, *_aimed(clause), *_with(clause))
    ),
}


def _is_crowd(scene: Scene, i: int) -> bool:
    """Whether people, rather than a person, a country or a body, are the subject."""
    return any(m.kind is MentionKind.GROUP and m.form in _PEOPLE - {"offices"} for m in actors_at(scene, i))


def _is_moving(scene: Scene, i: int, forms: frozenset[str]) -> bool:
    named = (m for m in actors_at(scene, i) if m.form not in ("anaphor", "capital"))
    people = any(m.kind is MentionKind.OPERATION or (m.kind is MentionKind.GROUP and m.form in forms) for m in named)
    return people or is_thing(scene, i, "movements", "vehicles")


def _is_own_choice(scene: Scene, clause: Clause) -> bool:
    """Whether it is the operation itself that stops or keeps back its patrols."""
    return any(m.value == scene.focus for i in clause.agents for m in actors_at(scene, i))


def _of(scene: Scene, objects: Iterable[int]) -> tuple[int, ...]:
    """What a lump, a hail or a volley is of."""
    nouns = (scene.sentence.clause_at(i) for i in objects)
    return tuple(at for clause in nouns if clause for word, at in clause.obliques if word == "of")


def _with(clause: Clause) -> tuple[int, ...]:
    return tuple(at for word, at in clause.obliques if word in ("with", "between"))


def _is_people(scene: Scene, i: int, forms: frozenset[str] = _PEOPLE) -> bool:
    found = actors_at(scene, i)
    if any(m.kind is not MentionKind.GROUP or m.form in forms for m in found):
        return True
    return (
        any(c.noun == i and c.count.best for c in scene.sentence.counts) and scene.sentence.tokens[i].entity == "NORP"
    )


def is_thing(scene: Scene, i: int, *sorts: str) -> bool:
    """Whether word `i` is one of these sorts of things in `lexicon/means.yaml`."""
    words = means_words()
    return any(scene.sentence.tokens[i].lemma.lower() in words[sort] for sort in sorts)


def _is_count(scene: Scene, i: int) -> bool:
    return any(c.first <= i < c.last for c in scene.sentence.counts)
