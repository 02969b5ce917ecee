"""What incident words need about them to tell an incident (the head of `lexicon/incident.yaml` explains each need)."""

import re
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
_CAPTIVES = frozenset({"hostage", "prisoner", "captive"})
# What aircraft are called by: "Mi-24", "C-130", "UH-60".
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,3}[A-Z]?")
_HOSTILE = frozenset("rebel armed masked unidentified unknown suspected militia insurgent terrorist mutinous".split())
AIMS = ("on", "at", "upon", "against", "over", "towards", "toward", "into", "to", "near", "from", "with")


def _aimed(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """What the clause is done to or aimed at."""
    aims = (at for word, at in clause.obliques if word.rsplit(maxsplit=1)[-1] in AIMS)
    return (*_whole(scene, _objects(scene, clause)), *aims)


def _objects(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """What a verb is done to: its objects; where the parse gives none, the noun right behind it ("ambushed a convoy at
    …") or, in a headline, the one before its participle ("convoy ambushed")."""
    tokens = scene.sentence.tokens
    if clause.patients or clause.nominal:
        return clause.patients
    verb = tokens[clause.predicate]
    if verb.dep == "relcl" and clause.agents and verb.head not in clause.agents:
        return (verb.head,)  # "the town which the rebels stormed"
    for token in tokens[clause.predicate + 1 : clause.predicate + 5]:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod", "npadvmod"):
            return (token.i,)
        if token.pos not in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"):
            break
    return clause.agents if tokens[clause.predicate].tag in ("VBN", "VBD") and not clause.passive else ()


def _whole(scene: Scene, words: Iterable[int]) -> tuple[int, ...]:
    """Words with those they are a number of: "two of its lorries" is lorries."""
    words = tuple(words)
    return (*words, *(at for i in words if _is_count(scene, i) for at in _of(scene, (i,))))


def _is_target(scene: Scene, i: int) -> bool:
    return _is_people(scene, i) or is_thing(scene, i, "vehicles", "sites") or is_place(scene, i)


def _are_stopped(scene: Scene, clause: Clause, forms: frozenset[str]) -> bool:
    """Whether the objects are on the move: forces, vehicles, access; a pronoun only as the subject of a passive."""
    named = (i for i in clause.patients if clause.passive or scene.sentence.tokens[i].pos != "PRON")
    objects = _whole(scene, named)
    if _is_own_choice(scene, clause) or _is_circumstance(scene, clause):
        return False
    back = clause.lemma in ("turn", "send") and clause.passive
    return any(_is_moving(scene, i, _PEOPLE if back else forms) for i in objects)


def _is_circumstance(scene: Scene, clause: Clause) -> bool:
    """Whether it is weather, want or a ruling that stands in the way, and nobody on the ground."""
    causes = (at for word, at in clause.obliques if word in ("because of", "due to", "owing to"))
    return any(scene.sentence.tokens[i].lemma.lower() in _CIRCUMSTANCES for i in (*_doers(clause), *causes))


def _is_engaged(scene: Scene, clause: Clause) -> bool:
    """Whether fighters are fought; "engaged in" something they are merely busy."""
    if clause.lemma == "engage" and any(word in ("in", "with") for word, _ in clause.obliques) and not clause.agents:
        return False
    return any(_is_people(scene, i, _FORCES | {"armed"}) for i in clause.patients)


def _are_taken(scene: Scene, clause: Clause) -> bool:
    return not _is_own_choice(scene, clause) and any(
        _is_people(scene, i, _HELD) for i in _whole(scene, _objects(scene, clause))
    )


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
    "people": lambda scene, clause: any(
        _is_people(scene, i) or _is_count(scene, i) or scene.sentence.tokens[i].lemma in _CAPTIVES
        for i in _objects(scene, clause)
    ),
    "attackers": lambda scene, clause: any(_is_attacker(scene, i) for i in _doers(clause)),
    "own": _are_taken,
    "fighters": _is_engaged,
    "target": lambda scene, clause: (
        any(_is_target(scene, i) for i in _aimed(scene, clause))
        or (clause.passive and any(scene.sentence.tokens[i].pos == "PRON" for i in clause.patients))
    ),
    "movers": lambda scene, clause: _are_stopped(scene, clause, _FORCES),
    "barred": lambda scene, clause: _are_stopped(scene, clause, _PEOPLE),
    "moves": _has(("movements",), lambda clause: clause.patients),
    "site": lambda scene, clause: any(is_thing(scene, i, "sites", "weapons") for i in _aimed(scene, clause)),
    "weapon": _is_armed,
    "bomb": _has(("bombs",), lambda clause: clause.agents),
    "shell": _has(("shells",), lambda clause: clause.agents or clause.patients),
    "vehicle": lambda scene, clause: any(
        is_thing(scene, i, "vehicles") for i in (*clause.agents, *clause.patients, max(clause.predicate - 1, 0))
    ),
    "line": _has(("lines",), lambda clause: clause.patients),
    "crowd": lambda scene, clause: any(_is_crowd(scene, i, clause) or _is_count(scene, i) for i in clause.agents),
    "boarded": lambda scene, clause: (
        any(is_thing(scene, i, "vehicles", "sites") for i in _whole(scene, clause.patients))
        and any(_is_people(scene, i) for i in _doers(clause))
    ),
    "armed": lambda scene, clause: any(
        _is_people(scene, i) or _is_count(scene, i) or is_thing(scene, i, "vehicles") for i in clause.agents
    ),
    "parties": lambda scene, clause: any(
        _is_people(scene, i) for i in (*clause.agents, *_aimed(scene, clause), *_with(clause))
    ),
}


def _is_attacker(scene: Scene, i: int) -> bool:
    """Whether somebody is armed against others: gunmen, rebels, "unknown men", "rebel soldiers"."""
    if scene.sentence.tokens[i].lemma.lower() == "sniper":
        return False  # named only as what hit somebody: a means (GUIDE.md, decision 29)
    first, _ = scene.sentence.phrase(i)
    hostile = any(t.lower in _HOSTILE for t in scene.sentence.tokens[first:i])
    return _is_people(scene, i, frozenset({"armed"})) or (hostile and _is_people(scene, i))


def _is_crowd(scene: Scene, i: int, clause: Clause) -> bool:
    """Whether people, rather than a person, a country or a body, are the subject; forces march for other ends."""
    forms = _PEOPLE - {"offices"} - (_FORCES if clause.lemma in ("march", "rally", "parade") else set())
    return any(m.kind is MentionKind.GROUP and m.form in forms for m in actors_at(scene, i))


def _is_moving(scene: Scene, i: int, forms: frozenset[str]) -> bool:
    named = (m for m in actors_at(scene, i) if m.form not in ("anaphor", "capital"))
    people = any(m.kind is MentionKind.OPERATION or (m.kind is MentionKind.GROUP and m.form in forms) for m in named)
    return people or is_thing(scene, i, "movements", "vehicles")


def _is_own_choice(scene: Scene, clause: Clause) -> bool:
    """Whether it is the operation itself that stops or keeps back its patrols."""
    return any(m.value == scene.focus for i in clause.agents for m in actors_at(scene, i))


def _of(scene: Scene, objects: Iterable[int]) -> tuple[int, ...]:
    """What a lump, a hail or a volley is of."""
    preps = (c for i in objects for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].lower == "of")
    return tuple(at for c in preps for at in scene.sentence.children_of(c))


def _doers(clause: Clause) -> tuple[int, ...]:
    return (*clause.agents, *(at for word, at in clause.obliques if word == "by"))


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
    words, token = means_words(), scene.sentence.tokens[i]
    if "vehicles" in sorts and _DESIGNATION.fullmatch(token.text):
        return True
    return any(token.lemma.lower() in words[sort] or token.lower in words[sort] for sort in sorts)


def _is_count(scene: Scene, i: int) -> bool:
    return any(c.first <= i < c.last for c in scene.sentence.counts)
