"""Acts on an operation's mandate, told by clauses: established, started, extended, changed, ended."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from muster.extract.evidence import Scene, time_of
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.mandate_basis import COUNCIL, authority_near, enacting, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import AREA, MANDATE, WORK, mandate_at, operation_at, whole_force_at
from muster.model.annotation import Clause, WhenMention
from muster.model.claim import Status
from muster.model.when import Resolution, When

_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("act", ("established", "starts", "extended", "changed", "ends")),
    ("of", ("operation", "mandate", "either", "work")),
    ("role", ("patient", "agent", "both")),
    ("dated", ("true",)),
)
_DECIDING = frozenset({"decide", "vote", "resolve", "agree", "move", "adopt"})
_UNTIL = ("until", "by", "through", "till")


def words_of_mandate() -> Lexicon:
    """The lexicon, read once."""
    return lexicon("mandate", _ALLOWED)


def act_findings(scene: Scene) -> Iterator[Finding]:
    """What the clauses of a sentence tell of mandates."""
    for clause in scene.sentence.clauses:
        frame = words_of_mandate().find(clause.lemma, clause.particle, "noun" if clause.nominal else "verb")
        if frame is None:
            continue
        found = _subject(scene, clause, frame)
        if found is None:
            continue
        slug, at = found
        when = act_time(scene, clause)
        if frame.get("dated") and (when is None or _has_object(scene, clause, at)):
            continue
        yield _finding(scene, clause, frame["act"], (slug, at), when)


def _finding(scene: Scene, clause: Clause, act: str, about: tuple[str, int], when: When | None) -> Finding:
    slug, at = about
    instrument = instrument_near(scene, clause.predicate) if act != "ends" else None
    authority = authority_near(scene, clause.predicate) or _enacted(scene, clause)
    if authority is None and instrument is not None and act != "starts":
        authority = instrument.authority
    if act == "extended":
        when = end_of_term(scene, clause) or when
    if act == "established" and when is None and instrument is not None and instrument.year:
        when = When(instrument.year, instrument.year, Resolution.EXPLICIT)
    return Finding(
        scene=scene,
        predicate=clause.predicate,
        tokens=(at,),
        operation=slug,
        act=act,
        basis=instrument.name if instrument else None,
        authority=authority,
        status=act_status(scene, clause, act),
        when=when,
        rule=f"mandate: {clause.lemma}",
    )


def _subject(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation an act is on, and the word that names it or its mandate."""
    arguments: tuple[int, ...] = ()
    if frame["role"] in ("patient", "both"):
        arguments += clause.patients
    if frame["role"] == "agent" or (frame["role"] == "both" and not _other_object(scene, clause)):
        arguments += () if clause.passive else clause.agents
    if clause.nominal:
        arguments += tuple(c for c in (*clause.agents, *scene.sentence.children_of(clause.predicate)) if _compounds(scene, c))
    for i in arguments:
        if slug := _READINGS[frame["of"]](scene, i):
            return slug, i
    return _nearby(scene, clause, frame) if frame["role"] == "patient" else None


def _compounds(scene: Scene, i: int) -> bool:
    return scene.sentence.tokens[i].dep in ("poss", "compound", "nmod")


def _other_object(scene: Scene, clause: Clause) -> bool:
    """Whether the clause has an object that is no operation ("KFOR launched an inquiry")."""
    own = clause.agents if clause.passive else ()
    return any(i not in own and _either(scene, i) is None and mandate_at(scene, i, WORK) is None for i in clause.patients)


def _has_object(scene: Scene, clause: Clause, about: int) -> bool:
    return any(i != about for i in clause.patients)


def _either(scene: Scene, i: int) -> str | None:
    return operation_at(scene, i) or mandate_at(scene, i)


_READINGS: dict[str, Callable[[Scene, int], str | None]] = {
    "operation": whole_force_at,
    "either": _either,
    "mandate": lambda scene, i: mandate_at(scene, i, AREA) or _area(scene, i),
    "work": lambda scene, i: mandate_at(scene, i, WORK),
}


def _area(scene: Scene, i: int) -> str | None:
    """The operation whose area of operations word `i` is."""
    words = [t.lower for t in scene.sentence.tokens[i : i + 3]]
    return scene.focus if words in (["area", "of", "operations"], ["area", "of", "operation"], ["area", "of", "responsibility"]) else None


def _nearby(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation next to the word where the parse has lost it: right behind an active, right before a passive."""
    tokens = scene.sentence.tokens
    steps = range(clause.predicate - 1, -1, -1) if clause.passive else range(clause.predicate + 1, len(tokens))
    for i in steps:
        if tokens[i].pos in ("VERB",) and i not in (clause.predicate,):
            return None
        if slug := _READINGS[frame["of"]](scene, i):
            return slug, i
    return None


def _enacted(scene: Scene, clause: Clause) -> str | None:
    """The council whose operative paragraph a clause stands in ("Decides to extend …")."""
    first = scene.sentence.tokens[next((t.i for t in scene.sentence.tokens if t.text[:1].isalpha()), 0)]
    deciding = first.lemma.lower() in _DECIDING or first.lower in ("decides", "authorizes", "authorises", "extends", "renews", "establishes")
    return (enacting(scene) or COUNCIL) if deciding else None


def act_status(scene: Scene, clause: Clause, act: str) -> Status:
    """The clause's status; what a council decides or votes to do is done."""
    for at in scene.sentence.ancestors(clause.predicate):
        if scene.sentence.tokens[at].lemma.lower() in _DECIDING and scene.sentence.tokens[at].tag in ("VBD", "VBZ", "VBN", "VBP", "NNS", "VB", "NNP", "NNPS"):
            return Status.ACTUAL if clause.status in (Status.PLANNED, Status.AUTHORISED) else clause.status
    if act == "ends" and clause.status is Status.ACTUAL and clause.lemma in ("expire", "lapse", "end", "terminate", "close", "run") and clause.tense != "past":
        return Status.PLANNED
    if act in ("established", "extended") and clause.status is Status.AUTHORISED:
        return Status.ACTUAL
    return clause.status


def act_time(scene: Scene, clause: Clause) -> When | None:
    """The day of the act: the clause's own time unless that is the end of a term."""
    own = time_of(scene, clause)
    if own is None or not own.edtf:
        return None
    return own


def end_of_term(scene: Scene, clause: Clause) -> When | None:
    """The end of a term, as `../END`: "until 30 June 2014", "to 30 June", or the expiry told in the same sentence."""
    for mention in sorted(scene.sentence.times, key=lambda m: abs(m.first - clause.predicate)):
        ends = _ends(scene, mention)
        if ends is not None:
            return ends
    return None


def _ends(scene: Scene, mention: WhenMention) -> When | None:
    edtf = mention.when.edtf
    if edtf is None:
        return None
    if edtf.startswith("../"):
        return mention.when
    before = [t.lower for t in scene.sentence.tokens[max(0, mention.first - 3) : mention.first + 1]]
    governing = {scene.sentence.tokens[a].lemma.lower() for a in scene.sentence.ancestors(mention.first)}
    if (set(before) & {"until", "till", "through", "to", "expiring", "ending", "expire", "expires"}) or governing & {"expire"}:
        day = edtf.rpartition("/")[2]
        return replace(mention.when, edtf=f"../{day}") if day != ".." else None
    return None


__all__ = ["MANDATE", "act_findings", "act_status", "act_time", "words_of_mandate"]
