"""Whether a word of attitude has the object, the content, the addressee that it needs to be one."""

from collections.abc import Callable, Iterator

from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.extract.statement_parties import is_party
from muster.model.annotation import Clause, MentionKind

_CLAIM_NOUNS = frozenset(
    "allegation accusation claim charge report suggestion criticism assertion rumour rumor notion idea"
    " story lie insinuation talk involvement responsibility wrongdoing role complicity link connection"
    " knowledge blame guilt account version speculation statement word this that it them finding fear"
    " concern complaint propaganda slander smear calumny comparison intention".split()
)
_ACCESS = frozenset(
    "access permission passage entry visa use right freedom movement opportunity asylum landing clearance"
    " admission leave chance overflight request him her them food aid".split()
)
_REPORTS = frozenset({"report", "rumour", "rumor", "story", "reports"})
_STIRRING = frozenset(
    "stay remain serve withdraw deploy send mass station enter cross reinforce leave move pull redeploy"
    " dispatch patrol amass gather occupy".split()
)
_PEOPLE_FORMS = frozenset(
    {"soldiers", "peacekeepers", "police", "observers", "units", "staff", "civilians", "offices", "spokes", "armed"}
)
_GIVING = frozenset("send contribute provide deploy give supply commit dispatch offer".split())
# Acts of forces: asking for them is a movement asked for (GUIDE.md, decision 44), not an attitude.
_FORCE_ACTS = frozenset("send contribute provide deploy withdraw dispatch supply remove redeploy pull".split())
# Requests of procedure are no attitude (GUIDE.md, decision 10).
_PROCEDURAL = frozenset(
    "meet convene consider report postpone extend approve authorise authorize examine discuss inform"
    " submit comment explain answer say".split()
)
_COURTESIES = frozenset(
    "question intervention remark comment reply answer briefing attention time presentation statement"
    " listening watching coming joining staying reading hospitality".split()
)
_VISITORS = frozenset({"delegation", "visitor", "guest", "minister", "envoy", "newcomer", "team", "party", "convoy"})


def _of(clause: Clause, to: str) -> tuple[int, ...]:
    obliques = tuple(at for word, at in clause.obliques if word in to.split())
    return (*clause.patients, *obliques) if "patient" in to else obliques


def _is_somebody(scene: Scene, heads: tuple[int, ...]) -> bool:
    """Whether the first object is people, forces or a named person."""
    if not heads:
        return False
    sentence = scene.sentence
    if sentence.mention_at(heads[0], MentionKind.PERSON) or sentence.tokens[heads[0]].lemma in _VISITORS:
        return True
    return any(g.form in _PEOPLE_FORMS for g in sentence.groups_at(heads[0])) and sentence.tokens[
        heads[0]
    ].lemma not in ("deployment",)


def _is_asked(scene: Scene, clause: Clause) -> bool:
    """Somebody is asked to do something, and that is not to move forces."""
    verbs = [scene.sentence.tokens[i] for i in _infinitives(scene, clause.predicate)]
    if not verbs or clause.passive:
        return False
    if clause.lemma in ("tell", "order", "instruct", "invite", "call", "press", "counsel", "advise", "request"):
        return clause.lemma in ("press", "call", "counsel")
    return verbs[0].lemma not in _FORCE_ACTS and verbs[0].lemma not in _PROCEDURAL


def _infinitives(scene: Scene, i: int) -> Iterator[int]:
    for c in scene.sentence.children_of(i):
        token = scene.sentence.tokens[c]
        to = any(scene.sentence.tokens[d].lower == "to" for d in scene.sentence.children_of(c))
        if token.dep in ("xcomp", "ccomp", "advcl") and token.tag == "VB" and to:
            yield c
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].dep in ("dobj", "pobj"):
            yield from (
                d
                for d in scene.sentence.children_of(c)
                if scene.sentence.tokens[d].dep == "acl" and scene.sentence.tokens[d].tag == "VB"
            )


def content_of(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The heads of the clauses and infinitives that a verb governs."""
    return tuple(
        c
        for c in scene.sentence.children_of(clause.predicate)
        if scene.sentence.tokens[c].dep in ("ccomp", "xcomp", "pcomp", "dobj", "parataxis")
    )


def accused_in(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """ "Charged that Turkey had broken it": the subject of what is alleged."""
    inner = (
        scene.sentence.clause_at(c)
        for c in scene.sentence.children_of(clause.predicate)
        if scene.sentence.tokens[c].dep == "ccomp"
    )
    return tuple(
        i for found in inner if found is not None for i in (found.patients[:1] if found.passive else found.agents)
    )


def _is_promise(scene: Scene, clause: Clause) -> bool:
    """A promise of anything but a number of forces (GUIDE.md, decision 49)."""
    content = content_of(scene, clause)
    under_as = any(scene.sentence.tokens[c].lower == "as" for c in scene.sentence.children_of(clause.predicate))
    if any(scene.sentence.tokens[i].lemma.lower() in ("conference", "session", "event") for i in clause.patients):
        return False
    if clause.passive or not (content or under_as or clause.oblique("to") is not None):
        return False
    numbered = {count.noun for count in scene.sentence.counts}
    objects = set(clause.patients)
    for at in content:
        if scene.sentence.tokens[at].lemma in _GIVING:
            governed = scene.sentence.clause_at(at)
            objects |= set(governed.patients if governed else ())
    bare = {count.first for count in scene.sentence.counts if count.noun is None}
    return not any((i in numbered and scene.sentence.groups_at(i)) or i in bare for i in objects)


def _is_denial(scene: Scene, clause: Clause, noun_only: bool) -> bool:
    tokens = scene.sentence.tokens
    objects = [tokens[i].lemma.lower() for i in clause.patients]
    if clause.passive and not clause.agents:
        return False
    if any(word in _ACCESS for word in objects) and not any(word in _CLAIM_NOUNS for word in objects[:1]):
        return False
    if any(word in _REPORTS for word in objects):
        return False
    if noun_only:
        # "That I must reject": the parser takes the object for a conjunction.
        fronted = not objects and tokens[0].lower in ("that", "this")
        doing = any(
            tokens[c].tag == "VBG" and tokens[c].dep in ("xcomp", "pcomp")
            for c in scene.sentence.children_of(clause.predicate)
        )
        return (
            fronted
            or (doing and clause.lemma in ("reject", "dispute"))
            or any(word in _CLAIM_NOUNS for word in objects)
        )
    return not _denies_a_fact(scene, clause)


def _denies_a_fact(scene: Scene, clause: Clause) -> bool:
    """Whether what is denied is a movement or posture, or a report: the denied claim alone (decisions 24, 35)."""
    tokens = scene.sentence.tokens
    if any(tokens[i].lemma.lower() in _REPORTS for i in clause.patients):
        return True
    for at in content_of(scene, clause):
        inner = scene.sentence.clause_at(at)
        located = (
            inner is not None and inner.lemma == "be" and inner.oblique("in", "at", "on", "near", "inside", "across")
        )
        if tokens[at].lemma.lower() in _STIRRING or located:
            return True
    return False


def is_meant(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the clause has what the frame needs (the head of lexicon/statement.yaml says what each means)."""
    if _is_courtesy(scene, clause, frame) or _is_guarantee(scene, clause):
        return False
    needs = frame.get("needs")
    return needs not in _TESTS or _TESTS[needs](scene, clause, frame)


def _is_courtesy(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """ "Thank you for your question"."""
    tokens = scene.sentence.tokens
    polite = any(word == "for" and tokens[at].lemma.lower() in _COURTESIES for word, at in clause.obliques)
    return frame["act"] == "thanks" and polite


def _is_guarantee(scene: Scene, clause: Clause) -> bool:
    """ "Oversight, which was assured by the judges": a thing is secured, nobody told."""
    said = any(scene.sentence.tokens[c].dep == "ccomp" for c in scene.sentence.children_of(clause.predicate))
    told = said or any(is_party(scene, i) or scene.sentence.tokens[i].pos == "PRON" for i in clause.patients)
    return clause.lemma == "assure" and not told


def _denied(scene: Scene, clause: Clause, frame: Frame) -> bool:
    return _is_denial(scene, clause, frame["needs"] == "claim-noun")


def _greets_an_event(scene: Scene, clause: Clause, frame: Frame) -> bool:
    told = bool(clause.patients or content_of(scene, clause))
    return not clause.passive and told and not _is_somebody(scene, clause.patients)


def _hits_an_actor(scene: Scene, clause: Clause, frame: Frame) -> bool:
    return any(is_party(scene, i) for i in _of(clause, frame.get("to")))


def _asks_somebody(scene: Scene, clause: Clause, frame: Frame) -> bool:
    return any(is_party(scene, i) for i in clause.patients) and _is_asked(scene, clause)


def _has_oblique(scene: Scene, clause: Clause, frame: Frame) -> bool:
    return any(word in (*frame.get("to").split(), frame.particle) for word, _ in clause.obliques)


def _has_content(scene: Scene, clause: Clause, frame: Frame) -> bool:
    if frame["act"] == "accuses":
        return not clause.passive and any(is_party(scene, i) for i in accused_in(scene, clause))
    return _is_promise(scene, clause)


def _has_infinitive(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """What is promised; of what may as well be doing ("undertake measures") an infinitive or a clause."""
    content = content_of(scene, clause)
    if clause.lemma == "undertake":
        content = tuple(i for i in content if scene.sentence.tokens[i].dep in ("xcomp", "ccomp"))
        content = content or (() if clause.patients else tuple(_infinitives(scene, clause.predicate)))
    return bool(content)


def _has_speaker(scene: Scene, clause: Clause, frame: Frame) -> bool:
    known = (
        scene.sentence.tokens[i].pos in ("PROPN", "PRON") or scene.sentence.groups_at(i) for i in clause.agents[:1]
    )
    return bool(clause.agents) and all(known)


_TESTS: dict[str, Callable[[Scene, Clause, Frame], bool]] = {
    "claim": _denied,
    "claim-noun": _denied,
    "event": _greets_an_event,
    "actor": _hits_an_actor,
    "asked": _asks_somebody,
    "oblique": _has_oblique,
    "content": _has_content,
    "infinitive": _has_infinitive,
    "speaker": _has_speaker,
}
