"""Which words are an attitude here, and which only look like one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import NAMED, Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.statement_parties import is_party
from muster.model.annotation import Clause, MentionKind, Token

ACTS = ("condemns", "thanks", "urges", "warns", "pledges", "denies", "accuses", "welcomes", "carries")
NEEDS = ("claim", "claim-noun", "event", "actor", "asked", "oblique", "infinitive", "content", "speaker")
ALLOWED = (("act", ACTS), ("to", ()), ("needs", NEEDS))

_FIRST = frozenset({"i", "we"})
# Verbs that govern an act which is then done: "went on to thank", "wishes to thank".
_DONE = frozenset(
    {
        "continue",
        "begin",
        "start",
        "go",
        "take",
        "move",
        "keep",
        "proceed",
        "join",
        "come",
        "use",
        "issue",
        "write",
        "telephone",
        "phone",
        "speak",
        "meet",
        "appear",
        "gather",
        "hold",
        "send",
        "rush",
        "unite",
        "hasten",
        "queue",
        "line",
        "turn",
        "return",
        "be",
    }
)
_WISHES = frozenset({"wish", "like", "want", "let", "love", "desire", "seize", "have"})
_MUST = frozenset({"must", "should", "would", "can", "could", "may", "have"})
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
FALSEHOODS = frozenset(
    "untrue false wrong baseless nonsense lie fabrication unfounded rubbish groundless absurd ridiculous"
    " invention fantasy slander propaganda".split()
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


@dataclass(frozen=True, slots=True)
class Attitude:
    """An attitude in a sentence: which `act` at which `word`, whose (`speakers`: positions), and where its addressees stand.

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
    if not _is_made(scene, clause):
        return None
    frame = _frame(scene, clause)
    if clause.lemma in ("call", "brand", "term", "label", "describe") and _is_called_false(scene, clause):
        return Attitude("denies", clause, clause.predicate, clause.agents, rule="statement.denies.called")
    if frame is not None and frame["act"] == "carries":
        return _carried(scene, clause) or _reaffirmed(scene, clause)
    if frame is not None and _meant(scene, clause, frame):
        told = (
            replace(clause, patients=_accused(scene, clause))
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
            content=_content(scene, clause),
            rule=f"statement.{frame['act']}",
        )
    return _adjectival(scene, clause)


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
    seconds = (
        clause.particle,
        *(tokens[i].lemma.lower() for i in clause.patients),
        *(word for word, _ in clause.obliques),
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
        if at < len(tokens) and tokens[at].pos in ("ADP", "SCONJ", "PART", "ADV"):
            yield tokens[at].lower
        else:
            return


def _meant(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the clause has what the frame needs."""
    needs = frame.get("needs")
    tokens = scene.sentence.tokens
    if frame["act"] == "thanks" and any(
        word == "for" and tokens[at].lemma.lower() in _COURTESIES for word, at in clause.obliques
    ):
        return False
    if needs in ("claim", "claim-noun"):
        return _is_denial(scene, clause, needs == "claim-noun")
    if needs == "event":
        return (
            not clause.passive
            and bool(clause.patients or _content(scene, clause))
            and not _is_somebody(scene, clause.patients)
        )
    if needs == "actor":
        return any(is_party(scene, i) for i in _of(clause, frame.get("to")))
    if needs == "asked":
        return any(is_party(scene, i) for i in clause.patients) and _is_asked(scene, clause)
    if needs == "oblique":
        return any(word in (*frame.get("to").split(), frame.particle) for word, _ in clause.obliques)
    if needs == "content" and frame["act"] == "accuses":
        return not clause.passive and any(is_party(scene, i) for i in _accused(scene, clause))
    if needs == "content":
        return _is_promise(scene, clause)
    if needs == "infinitive":
        return bool(_content(scene, clause))
    if needs == "speaker":
        return bool(clause.agents) and all(
            tokens[i].pos in ("PROPN", "PRON") or scene.sentence.groups_at(i) for i in clause.agents[:1]
        )
    return True


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


def _content(scene: Scene, clause: Clause) -> tuple[int, ...]:
    """The heads of the clauses and infinitives that a verb governs."""
    return tuple(
        c
        for c in scene.sentence.children_of(clause.predicate)
        if scene.sentence.tokens[c].dep in ("ccomp", "xcomp", "pcomp", "dobj", "parataxis")
    )


def _accused(scene: Scene, clause: Clause) -> tuple[int, ...]:
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
    content = _content(scene, clause)
    under_as = any(scene.sentence.tokens[c].lower == "as" for c in scene.sentence.children_of(clause.predicate))
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
    """Whether what is denied is a movement or posture, or a report: then it is the denied claim alone (decisions 24, 35)."""
    tokens = scene.sentence.tokens
    if any(tokens[i].lemma.lower() in _REPORTS for i in clause.patients):
        return True
    for at in _content(scene, clause):
        inner = scene.sentence.clause_at(at)
        located = (
            inner is not None and inner.lemma == "be" and inner.oblique("in", "at", "on", "near", "inside", "across")
        )
        if tokens[at].lemma.lower() in _STIRRING or located:
            return True
    return False


def _is_made(scene: Scene, clause: Clause) -> bool:
    """Whether the attitude was really taken: not negated, not to come, not conditional, not refused."""
    sentence = scene.sentence
    own = [sentence.tokens[c] for c in sentence.children_of(clause.predicate)]
    first = any(sentence.tokens[i].lower in _FIRST for i in clause.agents)
    if any(t.dep == "neg" or t.lower == "never" for t in own):
        return False
    if any(t.dep == "mark" and t.lower in ("if", "unless", "whether") for t in own):
        return False
    modal = next((t for t in own if t.tag == "MD"), None)
    if any(sentence.tokens[i].lower in ("nobody", "none", "no-one", "neither") for i in clause.agents):
        return False
    if modal is not None and modal.lower not in ("will", "'ll") and not (first and modal.lower in _MUST):
        return False
    return _is_governed_well(scene, clause.predicate, first)


def _is_governed_well(scene: Scene, i: int, first: bool) -> bool:
    """Whether the verb above an infinitive lets its act be done."""
    tokens = scene.sentence.tokens
    token = tokens[i]
    to = any(tokens[c].lower == "to" and tokens[c].dep == "aux" for c in scene.sentence.children_of(i))
    if token.dep == "conj" and not to:
        return tokens[token.head].pos not in ("VERB", "AUX") or _is_governed_well(scene, token.head, first)
    if not to:
        return True
    above = tokens[token.head]
    if above.lemma.lower() in _WISHES or above.pos in ("NOUN", "ADJ"):
        return (
            first
            or above.lemma
            in ("like", "wish", "honour", "opportunity", "statement", "letter", "message", "phone", "call", "occasion")
            or tokens[token.head].tag == "MD"
        )
    return above.lemma.lower() in _DONE and _has_no_modal(scene, above, first)


def _has_no_modal(scene: Scene, above: Token, first: bool) -> bool:
    own = [scene.sentence.tokens[c] for c in scene.sentence.children_of(above.i)]
    return first or not any(t.tag == "MD" or t.dep == "neg" for t in own)


def _heads_sentence(scene: Scene, clause: Clause) -> bool:
    """ "Condemns …", "Calls on …": no subject anywhere, and the verb, or the one it is joined to, begins the sentence."""
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
        if frame is None or (clause.passive and not clause.agents):
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
    """Whether a noun by itself says enough: a call "for" or "to", a promise "to" or "that"; a condemnation always does."""
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
        if (
            (c == clause.predicate
            and not clause.passive)
            or clause.lemma not in ("be", "remain", "stand", "stay", "feel", tokens[c].lemma)
        ):
            continue
        subjects = clause.patients if c == clause.predicate else clause.agents
        if frame["act"] == "pledges" and not _has_object(scene, c):
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
