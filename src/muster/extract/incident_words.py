"""Which words of a sentence tell an incident: verbs that have what they need about them, and nouns of events."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from muster.extract.evidence import Scene, place_of, time_of
from muster.extract.frames import Frame, lexicon
from muster.extract.incident_needs import AIMS, NEEDS, is_thing
from muster.model.annotation import Clause, Token

TYPES = (
    "clash",
    "attack",
    "protest",
    "explosion",
    "shelling",
    "accident",
    "abduction",
    "raid",
    "obstruction",
    "violation",
)
_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (("type", TYPES), ("needs", tuple(NEEDS)))
_REACH = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A word (the clause's predicate) that tells an incident of a type; `anaphor` where it only takes one up again,
    `fresh` where it presents it as new."""

    clause: Clause
    type: str
    nominal: bool = False
    anaphor: bool = False
    fresh: bool = False


def told_in(scene: Scene) -> Iterator[Told]:
    """Every incident word of a sentence, in order; without any, the weapons that a note without verbs lists."""
    told = tuple(_told_by_words(scene))
    yield from told or _noted(scene)


def _noted(scene: Scene) -> Iterator[Told]:
    """ "A mine on Highway 12 under a truck", "Mortars: three rounds into the compound": a note without a verb."""
    tokens = scene.sentence.tokens
    if any(t.tag in ("VBD", "VBZ", "VBP", "VBN", "MD", "VB") for t in tokens):
        return
    placed = any(t.lower in ("on", "under", "into", "in", "near", "at", "outside") for t in tokens)
    for token in tokens:
        sort = next((s for s in ("bombs", "shells") if is_thing(scene, token.i, s)), None)
        clause = scene.sentence.clause_at(token.i)
        alone = token.dep not in ("compound", "nmod", "pobj", "poss") and token.pos in ("NOUN", "PROPN")
        if sort is not None and clause is not None and alone and (placed or scene.sentence.times):
            yield Told(clause, "explosion" if sort == "bombs" else "shelling", nominal=True, fresh=True)
            return


def _told_by_words(scene: Scene) -> Iterator[Told]:
    for clause in scene.sentence.clauses:
        gerund = _gerund_frame(scene, clause)
        frame = gerund or (_noun_frame(scene, clause) if clause.nominal else _verb_frame(scene, clause))
        if frame is None:
            continue
        if gerund is not None:
            yield Told(clause, _type(scene, clause, gerund), nominal=True, fresh=True)
        elif clause.nominal:
            told = _of_noun(scene, clause, frame)
            yield from (replace(each, type=_type(scene, clause, frame)) for each in told)
        else:
            anaphor = _is_attribute(scene, clause) or (clause.lemma in ("return", "answer") and clause.predicate > 3)
            yield Told(clause, _type(scene, clause, frame), anaphor=anaphor)


def _gerund_frame(scene: Scene, clause: Clause) -> Frame | None:
    """The frame of an event noun that is parsed as a verb: "there was shelling", "Shooting between two groups"."""
    token = scene.sentence.tokens[clause.predicate]
    there = any(scene.sentence.tokens[c].dep == "expl" for c in scene.sentence.children_of(token.i))
    if (
        clause.nominal
        or token.tag != "VBG"
        or not (there or token.dep == "csubj" or (token.i == 0 and token.dep == "ROOT"))
    ):
        return None
    return lexicon("incident", _ALLOWED).frames.get((token.lower, None, "noun"))


def _type(scene: Scene, clause: Clause, frame: Frame) -> str:
    """The type that a verb's frame gives; barring in protest is a protest, fire that is returned a clash."""
    words = {scene.sentence.tokens[i].lemma.lower() for i in scene.sentence.subtree(clause.predicate)}
    if frame["type"] == "obstruction" and words & {"protest", "demonstrate"}:
        return "protest"
    if frame["type"] == "attack" and (_is_returned(scene, clause) or _is_between(scene, clause)):
        return "clash"
    return frame["type"]


def _is_between(scene: Scene, clause: Clause) -> bool:
    """ "Shooting between the guard and the militia"."""
    kids = scene.sentence.children_of(clause.predicate)
    return clause.lemma in ("shooting", "shoot") and any(scene.sentence.tokens[c].lower == "between" for c in kids)


def _is_returned(scene: Scene, clause: Clause) -> bool:
    """ "Came under fire and returned it": whether those fired on fired back."""
    tokens = scene.sentence.tokens
    for other in scene.sentence.clauses:
        objects = {tokens[i].lemma.lower() for i in other.patients}
        negated = any(tokens[c].dep == "neg" for c in scene.sentence.children_of(other.predicate))
        back = objects & {"fire", "it"} or any(
            word == "with" and is_thing(scene, at, "weapons") for word, at in other.obliques
        )
        if other.lemma in _RETURNING and back and not other.passive and not negated:
            return True
    return False


def _is_attribute(scene: Scene, clause: Clause) -> bool:
    """ "The bombed bridge": what is known already, used to name the thing."""
    token = scene.sentence.tokens[clause.predicate]
    return token.dep == "amod" and token.tag in ("VBN", "VBD", "JJ")


@cache
def _completed(nominal: bool) -> Mapping[str, tuple[Frame, ...]]:
    """The frames of nouns or verbs that need a second word, by the first."""
    found: dict[str, tuple[Frame, ...]] = {}
    for frame in lexicon("incident", _ALLOWED).frames.values():
        if frame.pos == ("noun" if nominal else "verb") and frame.particle is not None:
            found[frame.lemma] = (*found.get(frame.lemma, ()), frame)
    return found


def _verb_frame(scene: Scene, clause: Clause) -> Frame | None:
    follow = _following(scene, clause)
    frames = [f for f in _completed(clause.nominal).get(clause.lemma, ()) if _is_complete(scene, clause, f, follow)]
    objects = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    for frame in sorted(frames, key=lambda f: f.particle not in objects):
        if _has_need(scene, clause, frame):
            return frame
    if clause.lemma in ("hit", "strike") and any(is_thing(scene, i, "bombs") for i in clause.agents):
        return lexicon("incident", _ALLOWED).frames.get(("rip", None, "verb"))
    plain = lexicon("incident", _ALLOWED).frames.get((clause.lemma, None, "verb"))
    return plain if plain is not None and _has_need(scene, clause, plain) else None


def _has_need(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether a word has about it what its frame needs."""
    return NEEDS[frame.get("needs", "none")](scene, clause)


def _is_complete(scene: Scene, clause: Clause, frame: Frame, follow: set[str]) -> bool:
    """Whether the second word of a frame is there; a preposition with an object that is no time."""
    if frame.particle == clause.particle:
        return True
    if frame.particle not in AIMS:
        return frame.particle in follow
    aims = [at for word, at in clause.obliques if word.split()[-1] == frame.particle]
    timed = {i for time in scene.sentence.times for i in range(time.first, time.last)}
    if clause.passive:
        return _is_stranded(scene, clause, frame)
    return any(at not in timed for at in aims)


def _is_stranded(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """ "was fired on", "were shot at": the preposition without its object."""
    after = scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 2]
    return any(token.lower == frame.particle for token in after)


def _noun_frame(scene: Scene, clause: Clause) -> Frame | None:
    token = scene.sentence.tokens[clause.predicate]
    if token.dep in ("compound", "nmod", "amod", "poss"):
        return None
    beside = {scene.sentence.tokens[c].lemma.lower() for c in scene.sentence.children_of(token.i)}
    beside |= {scene.sentence.tokens[at].lemma.lower() for word, at in clause.obliques if word == "of"}
    if token.i and scene.sentence.tokens[token.i - 1].pos != "DET":
        beside |= {t.lemma.lower() for t in scene.sentence.tokens[max(0, token.i - 3) : token.i]}
    completed = (f for f in _completed(nominal=True).get(clause.lemma, ()) if f.particle in beside)
    return next(completed, lexicon("incident", _ALLOWED).frames.get((clause.lemma, None, "noun")))


def _following(scene: Scene, clause: Clause) -> set[str]:
    """The words after a verb up to the end of its clause, and those that the passive puts before it."""
    words = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    before = scene.sentence.tokens[max(0, clause.predicate - 2) : clause.predicate]
    if len(before) == 2 and before[1].text == "-":  # "crash-landed"
        words.add(before[0].lower)
    for token in scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 1 + _REACH]:
        finite = token.tag in ("VBD", "VBZ", "VBP", "VBG") and token.head != clause.predicate
        if token.text in (";", ",", ".", ":") or finite:
            break
        timed = any(time.first <= token.i < time.last for time in scene.sentence.times)
        if not timed and not _is_of_other_thing(scene, token):
            words |= {token.lower, token.lemma.lower()}
    return words


def _is_of_other_thing(scene: Scene, token: Token) -> bool:
    """Whether a word only says of what kind a peaceful thing is: the fire of "fire brigades"."""
    tokens = scene.sentence.tokens
    beside = tokens[token.i + 1].lemma.lower() if token.i + 1 < len(tokens) else ""
    head = tokens[token.head]
    named = token.dep in ("compound", "nmod") and head.pos in ("NOUN", "PROPN")
    kind = token.pos in ("NOUN", "PROPN", "PRON", "ADJ")
    return kind and (beside in _PEACEFUL or (named and head.lemma.lower() in _PEACEFUL))


_RETURNING = frozenset({"return", "answer", "reply", "retaliate", "respond"})
_OWN = frozenset(
    {"on", "against", "of", "by", "between", "with", "in", "at", "near", "around", "outside", "over", "across"}
)
_FRESH = frozenset({"ensuing", "subsequent", "resulting", "renewed", "fresh", "second", "third", "separate", "other"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "both"})
_EVENTFUL = frozenset(
    (
        "occur happen take break erupt follow continue begin ensue flare resume see witness report mark "
        "escalate intensify rage spread go stage hold there result be"
    ).split()
)
# What an event does to those it befalls.
_STRIKING = frozenset(
    (
        "strike hit kill wound injure damage destroy rock shake leave claim rake pound cause force interrupt prompt "
        "hurt shatter wreck disrupt"
    ).split()
)
# Things called after a violence that are none: "mine action", "bomb disposal", "fire service".
_PEACEFUL = frozenset(
    (
        "action awareness clearance clearing disposal detection detector education expert programme program project "
        "database brigade service department station engine extinguisher safety team centre center threat training "
        "victim company survey coordination removal field risk prevention alarm fighter truck control protection "
        "policy drill law industry worker production information"
    ).split()
)
# What the violation or breach of is a matter of law, not an incident.
_LEGAL = frozenset(
    (
        "right law human freedom constitution procedure discipline contract regulation code privilege principle "
        "convention statute treaty legislation standard rule property privacy duty confidentiality oath"
    ).split()
)
# What an event noun is only a number of: "the rate of killings", "a decrease in attacks".
_TALLIES = frozenset(
    "rate decrease reduction decline drop statistic percentage proportion trend incidence frequency".split()
)
_THOUGHTS = frozenset(
    (
        "risk threat danger prevent avoid deter possibility case fear against threaten plan prepare "
        "preparation capability likelihood future any potential stop end protect responsibility against "
        "counter respond investigate"
    ).split()
)  # fmt: skip


def _of_noun(scene: Scene, clause: Clause, frame: Frame) -> Iterator[Told]:
    """A noun tells an event by a time, place or target of its own, or by being new ("an attack")."""
    sentence, i = scene.sentence, clause.predicate
    words = {sentence.tokens[c].lower for c in sentence.children_of(i)}
    if words & {"no", "any", "further", "possible", "potential", "future", "new", "counter"} or _is_mere_thought(
        scene, i
    ):
        return
    if _is_matter_of_law(scene, clause, frame) or _is_stance(scene, i):
        return
    own = _has_own(scene, clause)
    definite = bool(words & _DEFINITE) and not words & _FRESH
    if frame.get("needs") == "circumstance":
        if own:
            yield Told(clause, frame["type"], nominal=True, anaphor=not _is_timed(scene, clause) and definite)
        return
    if definite and not own:
        yield Told(clause, frame["type"], nominal=True, anaphor=True)
    elif own or _is_new(scene, i):
        yield Told(clause, frame["type"], nominal=True, fresh=not definite)


def _is_matter_of_law(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether what is violated is a right, a law or a code rather than a line, an air space or a ceasefire."""
    if frame["type"] != "violation":
        return False
    tokens = scene.sentence.tokens
    of = [at for word, at in clause.obliques if word == "of"]
    beside = (*scene.sentence.children_of(clause.predicate), *clause.patients, *of)
    beside += tuple(c for at in beside for c in scene.sentence.children_of(at))
    return any(tokens[at].lemma.lower() in _LEGAL for at in beside)


def _is_stance(scene: Scene, i: int) -> bool:
    """ "left the hall in protest": a stance, not a gathering."""
    token = scene.sentence.tokens[i]
    return token.lemma == "protest" and i > 0 and scene.sentence.tokens[i - 1].lower in ("in", "under")


def _is_timed(scene: Scene, clause: Clause) -> bool:
    """Whether a noun has a time of its own, or happens at one ("the ambush took place on Tuesday")."""
    inside = set(scene.sentence.subtree(clause.predicate))
    if any(m.first in inside for m in scene.sentence.times):
        return True
    happening = _happening(scene, clause.predicate)
    return happening is not None and time_of(scene, happening) is not None


def _happening(scene: Scene, i: int) -> Clause | None:
    """The clause that says of an event that it happened."""
    token = scene.sentence.tokens[i]
    head = scene.sentence.tokens[token.head]
    if token.dep not in ("nsubj", "nsubjpass", "attr") or head.lemma not in _EVENTFUL:
        return None
    return scene.sentence.clause_at(head.i)


def _has_own(scene: Scene, clause: Clause) -> bool:
    """Whether a noun has a time, a place, a target or a doer of its own."""
    aimed = any(word in _OWN for word, _ in clause.obliques)
    happening = _happening(scene, clause.predicate)
    placed = place_of(scene, clause) or (place_of(scene, happening) if happening else None)
    return aimed or placed is not None or _is_timed(scene, clause)


def _is_new(scene: Scene, i: int) -> bool:
    """Whether an indefinite noun tells that something happened: an article, a number, a verb of happening."""
    sentence = scene.sentence
    token = sentence.tokens[i]
    kids = [sentence.tokens[c] for c in sentence.children_of(i)]
    if any(k.lower in ("a", "an", "another", "several", "numerous", "some", "many") or k.pos == "NUM" for k in kids):
        return True
    head = sentence.tokens[token.head]
    if (head.lemma in _STRIKING and token.dep == "nsubj") or (head.lower == "under" and _is_found(scene, head.i)):
        return True
    above = sentence.tokens[head.head]
    if head.lower == "of" and above.lemma in ("hour", "day", "night", "week", "month", "year"):
        return True
    if head.lemma in _EVENTFUL and token.dep in ("nsubj", "nsubjpass", "attr", "dobj"):
        return True
    return token.tag == "NNS" and any(k.dep in ("amod", "compound") for k in kids)


def _is_found(scene: Scene, i: int) -> bool:
    """ "Was under artillery fire", "came under attack"."""
    return scene.sentence.tokens[scene.sentence.tokens[i].head].lemma in ("be", "come", "remain", "stay", "find")


def _is_open(scene: Scene, verb: int) -> bool:
    """Whether a verb only says what may be."""
    kids = (scene.sentence.tokens[c] for c in scene.sentence.children_of(verb))
    return any(kid.tag == "MD" and kid.lower != "will" for kid in kids)


def _is_mere_thought(scene: Scene, i: int) -> bool:
    """Whether the noun is governed by a word that makes it a mere thought ("the risk of attack", "against attacks")."""
    tokens = scene.sentence.tokens
    above = next((tokens[at] for at in scene.sentence.ancestors(i) if tokens[at].pos == "VERB"), None)
    if above is not None and tokens[i].dep == "nsubj" and _is_open(scene, above.i):
        return True
    near: list[Token] = []
    for at in scene.sentence.ancestors(i):
        near.append(tokens[at])
        if tokens[at].pos in ("VERB", "AUX") or len(near) > 2:
            break
    return any(token.lemma.lower() in _THOUGHTS | _TALLIES for token in near)
