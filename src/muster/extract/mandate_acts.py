"""Acts on an operation's mandate, told by clauses: established, started, extended, changed, ended."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from muster.extract.evidence import Scene, time_of
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.mandate_basis import COUNCIL, authority_near, enacting, instrument_near, is_of_instrument
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import (
    CHANGING,
    WORK,
    antecedent,
    area_at,
    founded_at,
    mandate_at,
    operation_at,
)
from muster.extract.mandate_others import is_others
from muster.extract.mandate_passing import is_passing
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind, WhenMention
from muster.model.claim import Status
from muster.model.when import Resolution, When

_ALLOWED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("act", ("established", "starts", "extended", "changed", "ends")),
    ("of", ("operation", "mandate", "either", "work")),
    ("role", ("patient", "agent", "both")),
    ("dated", ("true",)),
)
_DECIDING = frozenset({"decide", "vote", "resolve", "agree", "move", "adopt"})
_OPEN = frozenset({"idea", "possibility", "prospect", "option", "suggestion", "whether"})

_BY_AUTHORITY = frozenset("authorise authorize approve establish create mandate found set endorse".split())


def words_of_mandate() -> Lexicon:
    """The lexicon, read once."""
    return lexicon("mandate", _ALLOWED)


def act_findings(scene: Scene) -> Iterator[Finding]:
    """What the clauses of a sentence tell of mandates; "When does it begin?" tells nothing."""
    for clause in () if _is_asked(scene) else scene.sentence.clauses:
        if (area := _area_widened(scene, clause)) is not None:
            yield act_finding(scene, clause, "changed", area, act_time(scene, clause))
            continue
        frame = words_of_mandate().find(clause.lemma, clause.particle, "noun" if clause.nominal else "verb")
        found = _subject(scene, clause, frame) if frame is not None else None
        if (
            frame is None
            or found is None
            or _gives_power(scene, clause, found[1])
            or _is_authors(scene, clause, found[1])
            or is_passing(scene, clause)
            or is_others(scene, clause, found[1])
            or _is_background(scene, clause)
        ):
            continue
        when = act_time(scene, clause)
        if clause.lemma == "deploy" and is_decided(scene, clause):
            continue
        if frame.get("dated") and not _is_told(scene, clause, frame, found[1], when):
            continue
        yield act_finding(scene, clause, _act(scene, clause, frame, found[0]), found, when)


def _is_authors(scene: Scene, clause: Clause, about: int) -> bool:
    """ "The mission authorized searches": an operation gives others leave; only an authority founds or prolongs one."""
    token = scene.sentence.tokens[clause.predicate]
    helped = any(scene.sentence.tokens[c].dep == "auxpass" for c in scene.sentence.children_of(token.i))
    misread = clause.passive and not helped and token.dep == "ROOT" and about == token.i - 1
    acting = misread or (not clause.passive and not clause.nominal and about in clause.agents)
    return acting and clause.lemma in _BY_AUTHORITY and operation_at(scene, about) is not None


def _act(scene: Scene, clause: Clause, frame: Frame, slug: str) -> str:
    """The frame's act; who authorises what has long been there until a day prolongs it."""
    known, published = operation(slug), scene.document.document.published
    until = any(str(t.when.edtf).startswith("../") for t in scene.sentence.times)
    running = known is not None and known.start is not None and published is not None and known.start < published[:7]
    allows = clause.lemma in ("authorise", "authorize", "authorisation", "authorization", "approve")
    return "extended" if allows and until and running else frame["act"]


def _is_asked(scene: Scene) -> bool:
    tokens = scene.sentence.tokens
    return tokens[-1].text == "?" and tokens[0].lower in ("when", "how", "why", "where", "who", "what")


def _is_background(scene: Scene, clause: Clause) -> bool:
    """ "Three have died since the force was formed": told in passing, without a day or a resolution."""
    marks = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(clause.predicate)}
    dated = act_time(scene, clause) is not None or instrument_near(scene, clause.predicate) is not None
    return bool(marks & {"since", "after", "when", "before", "once"}) and not dated and clause.passive


def _is_told(scene: Scene, clause: Clause, frame: Frame, about: int, when: When | None) -> bool:
    """Whether a word that only tells of an act with its day ("deployed on 15 November") has one, or its resolution."""
    if frame["act"] == "established" and instrument_near(scene, clause.predicate, agreements=False) is not None:
        return True
    entered = clause.lemma == "enter" and all(
        i == about or scene.sentence.mention_at(i, MentionKind.COUNTRY) for i in clause.patients
    )
    objects = has_object(scene, clause, about) and not entered
    return when is not None and not str(when.edtf).startswith("..") and not objects


def _gives_power(scene: Scene, clause: Clause, about: int) -> bool:
    """ "Authorizes UNMISS to use all necessary means" founds nothing."""
    infinitive = any(scene.sentence.tokens[c].tag == "VB" for c in scene.sentence.children_of(clause.predicate))
    return (
        clause.lemma in ("authorise", "authorize", "approve")
        and infinitive
        and about in (*clause.patients, *clause.agents)
    )


def _area_widened(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """ "Area of operations extended to the whole country": a change, whatever the verb."""
    if clause.lemma not in ("extend", "expand", "widen", "enlarge", "broaden", "enlargement", "expansion", "extension"):
        return None
    if any(_is_stranger(scene, i) for i in clause.agents):
        return None
    return next(((o, i) for i in clause.patients if (o := area_at(scene, i))), None)


def _is_stranger(scene: Scene, i: int) -> bool:
    """Whether a subject is neither the operation nor a body that could change it: "the train has expanded its area"."""
    if scene.sentence.mention_at(i, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.PERSON):
        return False
    known = any(g.form in ("missions", "institutions", "offices") for g in scene.sentence.groups_at(i))
    return scene.sentence.tokens[i].pos == "NOUN" and not known


def act_finding(scene: Scene, clause: Clause, act: str, about: tuple[str, int], when: When | None) -> Finding:
    """The finding of an act on an operation (`about`: its slug and the word for it) at a time."""
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
        status=act_status(scene, clause, act, when),
        when=when,
        rule=f"mandate: {clause.lemma}",
    )


def _subject(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation an act is on, and the word that names it or its mandate."""
    for i in _arguments(scene, clause, frame):
        if frame.get("dated") and i in clause.patients and operation_at(scene, i) is None:
            continue
        if slug := _READINGS[frame["of"]](scene, i):
            owned = frame["of"] != "work" or _is_own_work(scene, clause, i)
            return (slug, i) if owned else None
    if clause.nominal:
        return _behind_time(scene, clause) if frame.get("dated") else None
    return _it(scene, clause, frame) or _work(scene, clause, frame) or _before_which(scene, clause, frame)


def _arguments(scene: Scene, clause: Clause, frame: Frame) -> tuple[int, ...]:
    """Where the frame looks for the operation: objects, subjects, owners of a noun."""
    found: tuple[int, ...] = _raised(scene, clause)
    if frame["role"] in ("patient", "both"):
        found += clause.patients
    if frame["role"] == "agent" or (frame["role"] == "both" and not clause.patients):
        found += () if clause.passive else clause.agents
        if (before := antecedent(scene, clause, of_object=False)) is not None and not clause.passive:
            found = (before, *found)
    if clause.nominal:
        beside = (*clause.agents, *scene.sentence.children_of(clause.predicate))
        found += tuple(c for c in beside if scene.sentence.tokens[c].dep in ("poss", "compound", "nmod"))
    if clause.particle is None and clause.lemma in ("roll", "carry"):
        found += tuple(i for word, i in clause.obliques if word == "over")
    return found


def _raised(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The subject of "due", "set" or "expected" before an infinitive that has none of its own ("is due to close")."""
    tokens = scene.sentence.tokens
    head = tokens[tokens[clause.predicate].head]
    if clause.nominal or clause.agents or clause.patients or tokens[clause.predicate].dep != "xcomp":
        return ()
    above = (head, tokens[head.head])
    return tuple(c for t in above for c in scene.sentence.children_of(t.i) if tokens[c].dep in ("nsubj", "nsubjpass"))


def _it(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """ "The Council created it": the operation in focus."""
    if frame["act"] != "established" or not _of_council(scene, clause) or scene.focus is None:
        return None
    meant = next((i for i in clause.patients if scene.sentence.tokens[i].lower in ("it", "them")), None)
    return (scene.focus, meant) if meant is not None else None


def _before_which(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """ "UNMIL, which the Council established"; else the operation next to a word that has lost its object."""
    if frame["role"] == "agent":
        return None
    before = antecedent(scene, clause, of_object=True)
    if before is None and clause.passive:
        before = antecedent(scene, clause, of_object=False)
    if before is not None and (slug := operation_at(scene, before)):
        return slug, before
    lost = frame["role"] == "patient" and not _objects(scene, clause)
    return _nearby(scene, clause, frame) if lost else None


def _of_council(scene: Scene, clause: Clause) -> bool:
    """Whether a council or a resolution founds: then "it" is the operation."""
    return any(scene.sentence.tokens[i].lemma.lower() in ("council", "resolution", "assembly") for i in clause.agents)


def _behind_time(scene: Scene, clause: Clause) -> tuple[str, int] | None:
    """ "The deployment in Kosovo on 12 June 1999 of the force": the operation behind an "of" after the time."""
    for i in range(clause.predicate + 1, min(clause.predicate + 12, len(scene.sentence.tokens))):
        if scene.sentence.tokens[i].lower == "of":
            for child in scene.sentence.children_of(i):
                if slug := operation_at(scene, child):
                    return slug, child
    return None


def _work(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation that begins or ends its own work, duty, operations ("KFOR started its duty")."""
    if frame["role"] != "both" or clause.nominal or not any(mandate_at(scene, i, WORK) for i in clause.patients):
        return None
    return next(((o, i) for i in clause.agents if (o := operation_at(scene, i))), None)


def _is_own_work(scene: Scene, clause: Clause, i: int) -> bool:
    """Whether the operation ends its own work ("UNTAET ceased operations"), not somebody some activity."""
    subjects = clause.agents or scene.sentence.children_of(i)
    return any(operation_at(scene, c) for c in subjects)


def _objects(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The patients of a clause that are no part of a time ("established on 31 March", read as its object)."""
    timed = {i for time in scene.sentence.times for i in range(time.first, time.last)}
    return tuple(i for i in clause.patients if i not in timed and scene.sentence.tokens[i].pos != "PRON")


def has_object(scene: Scene, clause: Clause, about: int) -> bool:
    """Whether a clause has another object than the word it is about."""
    return any(i != about for i in clause.patients)


def either_at(scene: Scene, i: int) -> str | None:
    """The operation that word `i` names, or whose mandate it is."""
    return operation_at(scene, i) or mandate_at(scene, i)


_READINGS: dict[str, Callable[[Scene, int], str | None]] = {
    "operation": founded_at,
    "either": either_at,
    "mandate": lambda scene, i: mandate_at(scene, i, CHANGING),
    "work": lambda scene, i: mandate_at(scene, i, WORK) or operation_at(scene, i),
}


def _nearby(scene: Scene, clause: Clause, frame: Frame) -> tuple[str, int] | None:
    """The operation next to the word where the parse has lost it: right behind an active, right before a passive."""
    tokens = scene.sentence.tokens
    steps = range(clause.predicate - 1, -1, -1) if clause.passive else range(clause.predicate + 1, len(tokens))
    for i in steps:
        if tokens[i].pos == "VERB" or tokens[i].text == ";":
            return None
        if tokens[i].pos in ("NOUN", "PROPN") and (slug := _READINGS[frame["of"]](scene, i)):
            return slug, i
    return None


def _enacted(scene: Scene, clause: Clause) -> str | None:
    """The council whose operative paragraph a clause stands in ("Decides to extend …")."""
    first = scene.sentence.tokens[next((t.i for t in scene.sentence.tokens if t.text[:1].isalpha()), 0)]
    deciding = first.lemma.lower() in _DECIDING or first.lower in (
        "decides",
        "authorizes",
        "authorises",
        "extends",
        "renews",
        "establishes",
    )
    return (enacting(scene) or COUNCIL) if deciding else None


def act_status(scene: Scene, clause: Clause, act: str, when: When | None) -> Status:
    """The clause's status; what a council decides or votes to do is done, what lies ahead is planned."""
    status = clause.status
    if any(scene.sentence.tokens[at].lemma.lower() in _OPEN for at in scene.sentence.ancestors(clause.predicate)):
        return Status.POSSIBLE
    if act in ("established", "extended") and status is Status.AUTHORISED:
        status = Status.ACTUAL
    if status in (Status.PLANNED, Status.AUTHORISED) and _is_decided(scene, clause):
        status = Status.ACTUAL
    published = scene.document.document.published
    if status is Status.ACTUAL and act in ("starts", "ends") and when is not None and when.edtf and published:
        ahead = bool(re.match(r"\d{4}", when.edtf)) and when.edtf[:10] > published[: len(when.edtf[:10])]
        return Status.PLANNED if ahead else status
    bare = clause.lemma in ("expire", "lapse") and clause.tense != "past"
    return Status.PLANNED if bare and status is Status.ACTUAL and act == "ends" else status


def is_decided(scene: Scene, clause: Clause) -> bool:
    """Whether a council decides to do what an infinitive says ("agreed to deploy UNIFIL"): it is founded."""
    above = (c for at in scene.sentence.ancestors(clause.predicate) if (c := scene.sentence.clause_at(at)))
    decides = next((c for c in above if c.lemma in _DECIDING), None)
    return decides is not None and not clause.nominal and _of_council(scene, decides)


def _is_decided(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    own = tokens[clause.predicate]
    first = next((t for t in tokens if t.text[:1].isalpha()), tokens[0])
    above = [tokens[at] for at in scene.sentence.ancestors(clause.predicate)]
    return own is first or any(t.lemma.lower().removesuffix("s") in _DECIDING and t.lower != "to" for t in above)


def act_time(scene: Scene, clause: Clause) -> When | None:
    """The day of the act: the clause's own time, else the only one of a short line ("Dec 2001 ISAF created")."""
    own = time_of(scene, clause)
    if own is not None and own.edtf and not is_of_instrument(scene, own.words):
        return own
    dated = [t for t in scene.sentence.times if t.when.edtf and not is_of_instrument(scene, t.when.words)]
    verbs = [c for c in scene.sentence.clauses if not c.nominal]
    alone = len(dated) == 1 and (len(verbs) <= 1 or (dated[0].first == 0 and len(scene.sentence.tokens) < 25))
    return dated[0].when if alone and dated[0].relation in ("at", "from", "since", "after") else None


def end_of_term(scene: Scene, clause: Clause) -> When | None:
    """The end of a term, as `../END`: "until 30 June 2014", "to 30 June", or the expiry told in the same sentence."""
    for mention in sorted(scene.sentence.times, key=lambda m: abs(m.first - clause.predicate)):
        ends = end_set_by(scene, mention)
        if ends is not None:
            return ends
    return None


def end_set_by(scene: Scene, mention: WhenMention) -> When | None:
    """The end that a time sets to a mandate, as `../END`; None if it sets none (GUIDE.md, decision 27)."""
    edtf = mention.when.edtf
    if edtf is None:
        return None
    if edtf.startswith("../"):
        return mention.when
    if mention.relation == "from-to" or (mention.relation == "within" and "/" in edtf):
        return replace(mention.when, edtf=f"../{edtf.rpartition('/')[2]}")
    before = [t.lower for t in scene.sentence.tokens[max(0, mention.first - 3) : mention.first + 1]]
    above = (scene.sentence.tokens[a] for a in scene.sentence.ancestors(mention.first))
    governing = {next((t.lemma.lower() for t in above if t.pos in ("VERB", "AUX")), "")}
    if (set(before) & {"until", "till", "through", "to", "expiring", "ending"}) or governing & {
        "expire",
        "lapse",
        "end",
    }:
        day = edtf.rpartition("/")[2]
        return replace(mention.when, edtf=f"../{day}") if day != ".." else None
    return None
