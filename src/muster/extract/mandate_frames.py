"""Acts on a mandate told by a verb with another word (lexicon/mandate_idiom.yaml): "saw the light of day"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.mandate_acts import act_finding, act_time
from muster.extract.mandate_basis import Instrument, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import antecedent, mandate_at, operation_at
from muster.model.annotation import Clause, MentionKind, WhenMention
from muster.model.when import When

_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("act", ("established", "starts", "extended", "changed", "ends")),
    ("of", ("operation", "mandate", "either")),
    ("role", ("agent", "patient", "any", "receiver")),
    ("needs", ("day", "until", "ground", "council", "since")),
)
_REACH = 8
_COUNCILS = frozenset({"council", "resolution", "decision", "assembly", "summit", "agreement", "accord", "treaty"})


def idioms_of_mandate() -> Lexicon:
    """The lexicon of idioms, read once."""
    return lexicon("mandate_idiom", _ALLOWED)


def frame_findings(scene: Scene) -> Iterator[Finding]:
    """What the idioms in the lexicon tell of mandates in a sentence."""
    for clause in scene.sentence.clauses:
        frame = None if clause.nominal else _frame(scene, clause)
        about = _about(scene, clause, frame) if frame is not None else None
        if frame is None or about is None or not _is_met(scene, clause, frame):
            continue
        told = act_finding(scene, clause, frame["act"], about, _when(scene, clause, frame))
        instrument = instrument_near(scene, clause.predicate) if frame.get("needs") == "ground" else None
        yield quoting(told, instrument) if instrument is not None else told


def quoting(told: Finding, instrument: Instrument) -> Finding:
    """The finding with the words of its instrument among those it needs."""
    words = (t.i for t in told.scene.sentence.tokens if instrument.start <= t.start < instrument.end)
    return replace(told, tokens=(*told.tokens, *words))


def until_of(scene: Scene) -> WhenMention | None:
    """The time up to which something goes on."""
    for time in scene.sentence.times:
        before = scene.sentence.tokens[max(0, time.first - 1)].lower
        opens = scene.sentence.tokens[time.first].lower
        if time.when.edtf and {before, opens} & {"until", "till", "through", "to"}:
            return time
    return None


def is_by_council(scene: Scene, clause: Clause) -> bool:
    """Whether a council, an organisation or a resolution does it."""
    agents = [scene.sentence.tokens[i] for i in clause.agents]
    named = any(scene.sentence.mentions_at(t.i, MentionKind.ORGANISATION) for t in agents)
    return named or any(t.lemma.lower() in _COUNCILS for t in agents)


def receiver_of(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """Whom something is given: an object, "to" or "for" somebody, the word before "which"; "it" is the operation in
    focus."""
    tokens = scene.sentence.tokens
    behind = tuple(i for word, i in clause.obliques if word in ("to", "for"))
    dative = tuple(c for c in scene.sentence.children_of(clause.predicate) if tokens[c].dep in ("dative", "dobj"))
    links = (c for i in clause.patients for c in scene.sentence.children_of(i) if tokens[c].lower in ("for", "to"))
    beyond = tuple(d for c in links for d in scene.sentence.children_of(c))
    before = antecedent(scene, clause, of_object=True)
    places = (*clause.patients, *dative, *behind, *beyond, *((before,) if before is not None else ()))
    found = first_operation(scene, places)
    meant = next((i for i in places if tokens[i].lower in ("it", "them")), None)
    owned = next(((s, i) for i in clause.patients if (s := mandate_at(scene, i))), None)
    return found or owned or ((scene.focus, meant) if meant is not None and scene.focus else None)


def first_operation(scene: Scene, words: tuple[int, ...]) -> tuple[str, int] | None:
    """The first operation among these words, with its word."""
    return next(((slug, i) for i in words if (slug := operation_at(scene, i))), None)


def _frame(scene: Scene, clause: Clause) -> Frame | None:
    """The idiom of a verb: with the nearest word behind it that makes one, else of the verb alone."""
    frames = idioms_of_mandate().frames
    if clause.lemma == "bear" and scene.sentence.tokens[clause.predicate].lower != "born":
        return None
    for token in scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 1 + _REACH]:
        if token.text in (";", ":"):
            break
        for word in (token.lower, token.lemma.lower()):
            if (found := frames.get((clause.lemma, word, "verb"))) is not None:
                return found
    return frames.get((clause.lemma, clause.particle, "verb")) or frames.get((clause.lemma, None, "verb"))


def _about(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation that an idiom is about, with its word."""
    before = antecedent(scene, clause, of_object=False)
    subjects = clause.patients if clause.passive else ((before,) if before is not None else ()) + clause.agents
    # "We're folding" is said in many a mood.
    subjects = tuple(i for i in subjects if scene.sentence.tokens[i].lower not in ("we", "i"))
    objects = clause.patients
    if frame["role"] == "receiver":
        found = receiver_of(scene, clause)
        alone = frame["act"] == "extended" and is_by_council(scene, clause) and scene.focus is not None
        return found or ((scene.focus or "", clause.predicate) if alone else None)
    words = {"agent": subjects, "patient": objects, "any": (*objects, *subjects)}[frame["role"]]
    found = None if frame["of"] == "mandate" else first_operation(scene, words)
    owned = None if frame["of"] == "operation" else next(((s, i) for i in words if (s := mandate_at(scene, i))), None)
    return found or owned or (_before_participle(scene, clause) if frame["role"] == "patient" else None)


def _before_participle(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """ "UNIFIL, mandated by Resolution 425, …": the name right before a participle."""
    at = clause.predicate - 1 - (scene.sentence.tokens[clause.predicate - 1].text == ",")
    named = scene.sentence.mention_at(at, MentionKind.OPERATION) if at >= 0 else None
    participle = scene.sentence.tokens[clause.predicate].tag == "VBN"
    return (named.value, at) if named is not None and participle else None


def _is_met(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the sentence has what the idiom needs."""
    need = frame.get("needs")
    if need == "ground":
        dated = frame["role"] == "agent" and _when(scene, clause, frame) is not None and clause.lemma in ("date", "go")
        return dated or instrument_near(scene, clause.predicate) is not None
    if need == "council":
        return is_by_council(scene, clause) or (clause.passive and not clause.agents)
    if need == "until":
        return until_of(scene) is not None
    if need == "since":
        return any(t.relation == "since" and t.when.edtf for t in scene.sentence.times)
    when = _when(scene, clause, frame)
    return need != "day" or (when is not None and bool(when.edtf) and not str(when.edtf).startswith(".."))


def _when(scene: Scene, clause: Clause, frame: Frame) -> When | None:
    """The time of the act; the day since which something has been there is its start."""
    if frame.get("needs") == "until":
        end = until_of(scene)
        return end.when if end is not None else None
    when = act_time(scene, clause)
    if when is None and frame["act"] in ("established", "starts", "ends"):
        dated = [t.when for t in scene.sentence.times if t.when.edtf]
        when = dated[0] if len(dated) == 1 else None
    if when is None or when.edtf is None or frame["act"] not in ("established", "starts"):
        return when
    return replace(when, edtf=when.edtf.removesuffix("/.."))
