"""Which words are an attitude here, and which only look like one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import NAMED, Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.statement_made import is_made
from muster.extract.statement_needs import accused_in, content_of, is_meant
from muster.extract.statement_parties import in_time
from muster.model.annotation import Clause

ACTS = ("condemns", "thanks", "urges", "warns", "pledges", "denies", "accuses", "welcomes", "carries")
NEEDS = ("claim", "claim-noun", "event", "actor", "asked", "oblique", "infinitive", "content", "speaker")
ALLOWED = (("act", ACTS), ("to", ()), ("needs", NEEDS))
FALSEHOODS = frozenset(
    "untrue false wrong baseless nonsense lie fabrication unfounded rubbish groundless absurd ridiculous"
    " invention fantasy slander propaganda".split()
)
_RINGING = frozenset({"telephone", "phone", "emergency", "distress", "radio", "roll", "bird", "wake-up", "hotline"})


@dataclass(frozen=True, slots=True)
class Attitude:
    """An attitude in a sentence: which `act` at which `word`, whose (`speakers`: positions), and whom it addresses.

    `heads_sentence`: it begins a sentence without a subject ("Condemns …"); `content` is what is promised or asked.
    """

    act: str
    clause: Clause
    word: int
    speakers: tuple[int, ...]
    to: str = ""
    addressed: tuple[Clause, ...] = ()
    heads_sentence: bool = False
    content: tuple[int, ...] = ()
    rule: str = ""


def attitude_at(scene: Scene, clause: Clause) -> Attitude | None:
    """The attitude that a clause's predicate is, if it is one and was taken."""
    if clause.nominal and not _is_headline_verb(scene, clause):
        return _nominal(scene, clause)
    if not is_made(scene, clause) or _is_attribute(scene, clause):
        return None
    frame = _frame(scene, clause)
    if clause.lemma in ("call", "brand", "term", "label", "describe") and _is_called_false(scene, clause):
        return Attitude("denies", clause, clause.predicate, clause.agents, rule="statement.denies.called")
    if frame is not None and frame["act"] == "carries":
        return _carried(scene, clause) or _reaffirmed(scene, clause)
    if frame is not None and is_meant(scene, clause, frame):
        told = (
            replace(clause, patients=accused_in(scene, clause))
            if frame.get("needs") == "content" and frame["act"] == "accuses"
            else clause
        )
        to = "patient" if told is not clause else frame.get("to")
        return Attitude(
            frame["act"],
            clause,
            clause.predicate,
            clause.agents,
            to,
            (told,),
            heads_sentence=_heads_sentence(scene, clause),
            content=content_of(scene, clause),
            rule=f"statement.{frame['act']}",
        )
    return _adjectival(scene, clause)


def _is_attribute(scene: Scene, clause: Clause) -> bool:
    """ "A pledging conference", "urging letters": what a noun is for."""
    token = scene.sentence.tokens[clause.predicate]
    return token.tag == "VBG" and token.dep in ("amod", "compound", "nmod") and token.head > token.i


def _is_called_false(scene: Scene, clause: Clause) -> bool:
    """ "Called the charge a lie", "described the report as nonsense"."""
    words = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients} | {
        scene.sentence.tokens[i].lemma.lower() for word, i in clause.obliques if word == "as"
    }
    words |= {
        scene.sentence.tokens[c].lower
        for c in scene.sentence.children_of(clause.predicate)
        if scene.sentence.tokens[c].dep in ("oprd", "acomp", "ccomp", "xcomp")
    }
    return bool(words & FALSEHOODS) and not clause.passive


def _is_headline_verb(scene: Scene, clause: Clause) -> bool:
    """ "Calls on supporters to", "and calls on the parties to": a verb that the parser takes for a plural noun."""
    tokens = scene.sentence.tokens
    token = tokens[clause.predicate]
    near = bool(clause.obliques) and clause.obliques[0][1] < token.i + 6
    joined = (
        token.i > 0
        and tokens[token.i - 1].lower in ("and", "also", ",", "but")
        and tokens[min(token.i + 1, len(tokens) - 1)].lower in ("on", "upon", "for")
    )
    return token.tag == "NNS" and near and (token.i == _first_word(scene) or joined)


def _first_word(scene: Scene) -> int:
    return next((t.i for t in scene.sentence.tokens if t.pos not in ("PUNCT", "NUM", "SYM", "X", "SPACE")), 0)


def _words() -> Lexicon:
    return lexicon("statement", ALLOWED)


def _frame(scene: Scene, clause: Clause) -> Frame | None:
    """The frame of a verb with its particle, its object or its preposition; failing that, of the verb alone."""
    tokens = scene.sentence.tokens
    # "On 14 March he called for": what opens the sentence is no particle of its verb.
    behind = {t.lower for t in tokens[clause.predicate + 1 :]}
    seconds = (
        clause.particle if clause.particle in behind else None,
        *(tokens[i].lemma.lower() for i in clause.patients),
        *(word for word, at in clause.obliques if not in_time(scene, at)),
        *_prepositions(scene, clause.predicate),
    )
    for second in seconds:
        frame = _words().frames.get((clause.lemma, second, "verb")) if second else None
        if frame is not None:
            return frame
    return _words().frames.get((clause.lemma, None, "verb"))


def _prepositions(scene: Scene, i: int) -> Iterator[str]:
    """Prepositions right behind a verb, whatever the parser hangs on them."""
    tokens = scene.sentence.tokens
    for at in (i + 1, i + 2):
        if at < len(tokens) and not in_time(scene, at) and tokens[at].pos in ("ADP", "SCONJ", "PART", "ADV"):
            yield tokens[at].lower
        else:
            return


def _heads_sentence(scene: Scene, clause: Clause) -> bool:
    """ "Condemns …", "Calls on …": no subject, and the verb, or the one it is joined to, begins the sentence."""
    tokens = scene.sentence.tokens
    at = clause.predicate
    while tokens[at].dep == "conj" and tokens[tokens[at].head].pos in ("VERB", "AUX"):
        at = tokens[at].head
    before = [t for t in tokens[:at] if t.pos in ("NOUN", "PROPN", "PRON", "VERB")]
    return (
        not clause.agents
        and not clause.passive
        and tokens[at].tag in ("VBZ", "VBG", "VBD", "NNS", "VBP", "VB", "JJ")
        and not before
    )


def _carried(scene: Scene, clause: Clause) -> Attitude | None:
    """The attitude whose noun is the object of a verb that carries it."""
    tokens = scene.sentence.tokens
    for i in clause.patients:
        frame = _words().frames.get((tokens[i].lemma.lower(), None, "noun"))
        if frame is None or (clause.passive and not clause.agents) or _is_ring(scene, i):
            continue
        noun = scene.sentence.clause_at(i)
        parts = (clause, noun) if noun else (clause,)
        return Attitude(
            frame["act"],
            clause,
            i,
            clause.agents,
            _without_patient(frame),
            parts,
            heads_sentence=_heads_sentence(scene, clause),
            content=(i,),
            rule=f"statement.{frame['act']}.carried",
        )
    return None


def _is_ring(scene: Scene, i: int) -> bool:
    """ "Telephone calls", "a distress call": nobody's appeal."""
    tokens = scene.sentence.tokens
    named = {tokens[c].lower for c in scene.sentence.children_of(i) if tokens[c].dep in ("compound", "nmod", "amod")}
    return tokens[i].lemma.lower() == "call" and bool(named & _RINGING)


def _reaffirmed(scene: Scene, clause: Clause) -> Attitude | None:
    """ "Reaffirmed that the United Nations would continue": something said again of what is to come."""
    tokens = scene.sentence.tokens
    if (
        clause.lemma not in ("reaffirm", "reiterate", "affirm", "reassert", "underline", "underscore", "stress")
        or not clause.agents
    ):
        return None
    for c in scene.sentence.children_of(clause.predicate):
        ahead = any(tokens[d].lower in ("will", "would", "shall") for d in scene.sentence.children_of(c))
        if tokens[c].dep == "ccomp" and ahead:
            return Attitude(
                "pledges", clause, clause.predicate, clause.agents, content=(c,), rule="statement.pledges.reaffirmed"
            )
    return None


def _without_patient(frame: Frame) -> str:
    return " ".join(place for place in frame.get("to").split() if place != "patient")


def _nominal(scene: Scene, clause: Clause) -> Attitude | None:
    """ "Annan's appeal for", "condemnation by the Council": a noun with whose it is."""
    frame = _words().frames.get((clause.lemma, None, "noun"))
    if _is_ring(scene, clause.predicate):
        return None
    if frame is None or frame["act"] in ("welcomes",) or clause.lemma in ("determination", "resolve", "blame"):
        return None
    if not _is_full(scene, clause, frame):
        return None
    owners = clause.agents
    if clause.lemma in ("thank", "thanks", "gratitude", "appreciation") and not any(
        scene.sentence.tokens[i].lower in ("my", "our") for i in owners
    ):
        return None
    if frame["act"] in ("condemns", "urges", "thanks") and not owners and (at := clause.oblique("from")) is not None:
        owners = (at,) if any(scene.sentence.mentions_at(at, *NAMED)) or scene.sentence.groups_at(at) else ()
    if not owners:
        return None
    return Attitude(
        frame["act"],
        clause,
        clause.predicate,
        owners,
        _without_patient(frame),
        (clause,),
        rule=f"statement.{frame['act']}.noun",
    )


def _is_full(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether a noun by itself says enough: a call "for" or "to", a promise "to" or "that"."""
    if frame["act"] not in ("urges", "pledges", "warns", "accuses"):
        return True
    if clause.lemma in ("commitment", "assurance"):
        return False
    words = {word for word, _ in clause.obliques} & {"for", "to", "on", "upon", "against", "that", "of"}
    governed = any(
        scene.sentence.tokens[c].dep in ("acl", "relcl", "ccomp", "xcomp")
        for c in scene.sentence.children_of(clause.predicate)
    )
    return bool(words) or governed


def _adjectival(scene: Scene, clause: Clause) -> Attitude | None:
    """ "Is grateful to", "remains committed to"."""
    tokens = scene.sentence.tokens
    for c in (clause.predicate, *scene.sentence.children_of(clause.predicate)):
        frame = _words().frames.get((tokens[c].lower, None, "adjective"))
        if frame is None or (
            c != clause.predicate and tokens[c].dep not in ("acomp", "attr", "oprd", "xcomp", "ccomp", "advcl")
        ):
            continue
        if (c == clause.predicate and not clause.passive) or clause.lemma not in (
            "be",
            "remain",
            "stand",
            "stay",
            "feel",
            tokens[c].lemma,
        ):
            continue
        subjects = clause.patients if c == clause.predicate else clause.agents
        if frame["act"] == "pledges" and not (_is_vowed(scene, c) if c == clause.predicate else _has_object(scene, c)):
            continue
        inner = scene.sentence.clause_at(c) or Clause(c, tokens[c].lemma, None, obliques=_obliques(scene, c))
        return Attitude(
            frame["act"],
            clause,
            c,
            subjects,
            frame.get("to"),
            (inner,),
            content=(c,),
            rule=f"statement.{frame['act']}.adjective",
        )
    return None


def _is_vowed(scene: Scene, i: int) -> bool:
    """ "Is resolved to stay", "are committed to peace": not "the claims have been resolved at a rate of"."""
    tokens = scene.sentence.tokens
    below = [tokens[c] for c in scene.sentence.children_of(i)]
    content = any(t.dep in ("xcomp", "ccomp") or t.lower == "that" for t in below)
    devoted = tokens[i].lower == "committed" and any(t.dep == "prep" and t.lower == "to" for t in below)
    return content or devoted


def _has_object(scene: Scene, i: int) -> bool:
    return any(
        scene.sentence.tokens[c].lower in ("to", "that") or scene.sentence.tokens[c].dep in ("xcomp", "prep", "ccomp")
        for c in scene.sentence.children_of(i)
    )


def _obliques(scene: Scene, i: int) -> tuple[tuple[str, int], ...]:
    tokens = scene.sentence.tokens
    return tuple(
        (tokens[c].lower, d)
        for c in scene.sentence.children_of(i)
        if tokens[c].dep == "prep"
        for d in scene.sentence.children_of(c)
        if tokens[d].dep == "pobj"
    )
