"""Clauses as movements need them: particles and labels told apart, hidden verbs found, and which to leave."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.movement_parties import parties_at
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_PARTICLES = frozenset({"in", "out", "over", "up", "off", "back"})
_HIDDEN = frozenset({"leave", "depart", "return", "land", "withdraw", "quit", "arrive", "exit"})
_HURT = frozenset(
    {
        "hurt",
        "wound",
        "wounded",
        "injure",
        "injured",
        "kill",
        "sick",
        "ill",
        "dead",
        "body",
        "casualty",
        "wounds",
        "burn",
        "burns",
        "injury",
        "fever",
        "malaria",
        "prisoner",
    }
)


def without_label(scene: Scene, clause: Clause) -> Clause:
    """The clause without a label set before it ("KFOR: 200 Russians drove…"): no argument of it."""
    tokens = scene.sentence.tokens
    label = next((t.i for t in tokens[:7] if t.text == ":"), -1)
    if clause.predicate < label:
        return clause
    kept = tuple(i for i in clause.patients if i > label)
    return replace(clause, agents=tuple(i for i in clause.agents if i > label), patients=kept)


def headed(scene: Scene) -> Iterator[Clause]:
    """The infinitive of a headline that the parse takes for something else: "Uruguay to double troops in Lebanon"."""
    tokens = scene.sentence.tokens
    for at in range(1, min(6, len(tokens) - 2)):
        named = scene.sentence.mention_at(at - 1, MentionKind.COUNTRY)
        if tokens[at].lower != "to" or named is None or named.first > 2:
            continue
        if tokens[at + 1].pos in ("VERB", "DET", "PROPN"):
            continue
        moved = next((i for i in range(at + 2, min(len(tokens), at + 8)) if scene.sentence.groups_at(i)), None)
        if moved is not None:
            verb = tokens[at + 1].lower
            yield Clause(at + 1, verb, None, (at - 1,), (moved,), status=Status.PLANNED, tense="future")


def hidden(scene: Scene) -> Iterator[Clause]:
    """Verbs that the parse takes for nouns right behind those who move: "Denmark's 460 leave by August"."""
    tokens = scene.sentence.tokens
    for at in range(1, len(tokens)):
        named = scene.sentence.mention_at(at - 1, MentionKind.COUNTRY)
        singular = tokens[at].lower.removesuffix("s")
        if singular in _HIDDEN and tokens[at].tag == "NNS" and named is not None and named.form in ("name", "capital"):
            yield Clause(at, singular, None, agents=(at - 1,), tense="present", status=Status.PLANNED)
        elif tokens[at].lower in _HIDDEN and tokens[at].pos in ("NOUN", "PROPN", "ADJ"):
            behind = any(c.last == at for c in scene.sentence.counts) or tokens[at - 1].tag in ("NNS", "NNPS")
            if behind:
                yield Clause(at, tokens[at].lower, None, agents=(at - 1,), tense="present", status=Status.ACTUAL)


def as_active(scene: Scene, clause: Clause) -> Clause:
    """The clause of a participle without helper or doer as the past tense it may as well be ("the main body emplaned
    for Entebbe"): of a verb whose subject moves."""
    token = scene.sentence.tokens[clause.predicate]
    helped = any(scene.sentence.tokens[c].dep == "auxpass" for c in scene.sentence.children_of(token.i))
    remaining = clause.lemma == "leave" and token.dep != "ROOT"  # "112 men left in Gaza"
    if (
        not clause.passive
        or helped
        or remaining
        or clause.agents
        or token.dep not in ("ROOT", "conj", "acl", "relcl", "ccomp")
    ):
        return clause
    return replace(clause, passive=False, agents=clause.patients, patients=())


def as_gone(scene: Scene, clause: Clause) -> Clause:
    """ "Will be gone by Easter" as a going home, whatever voice the parse gives it."""
    tokens = scene.sentence.tokens
    helped = any(tokens[c].lemma == "be" for c in scene.sentence.children_of(clause.predicate))
    if tokens[clause.predicate].lower != "gone" or not helped:
        return clause
    return replace(clause, particle="away", passive=False, agents=clause.patients or clause.agents, patients=())


def joined(scene: Scene, clause: Clause) -> str:
    """The lemma of a noun of doing that is written with a hyphen: "pull-out", "draw-down"."""
    tokens = scene.sentence.tokens
    i = clause.predicate
    if clause.nominal and i >= 2 and tokens[i - 1].text in ("-", "‑"):
        return f"{tokens[i - 2].lower}-{tokens[i].lower}"
    return clause.lemma


def with_particle(scene: Scene, clause: Clause) -> Clause:
    """The clause with a particle that the parse takes for a preposition before those moved: "flew in 800 men"."""
    if clause.particle or clause.nominal or clause.patients:
        return clause
    for word, at in clause.obliques:
        if word in ("between", "around", "over", "about") and any(p.count for p in parties_at(scene, at)):
            return replace(clause, patients=(at,))
        if word in _PARTICLES and any(p.sort in ("force", "number") for p in parties_at(scene, at)):
            return replace(
                clause, particle=word, patients=(at,), obliques=tuple(o for o in clause.obliques if o != (word, at))
            )
    return clause


def is_attribute(scene: Scene, clause: Clause) -> bool:
    """ "The departing contingent", "incoming troops": known by it, not told of it."""
    token = scene.sentence.tokens[clause.predicate]
    return token.dep == "amod" and token.tag == "VBG"


def is_urged(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of urging governs it: that is a statement (decision 44)."""
    if clause.status is not Status.REQUESTED:
        return False
    above = scene.sentence.ancestors(clause.predicate)
    return any(scene.sentence.tokens[a].lemma in ("urge", "call", "exhort", "appeal") for a in above)


def is_wounded(scene: Scene, clause: Clause) -> bool:
    """Whether those moved are the hurt: "four soldiers were wounded and flown to Haifa"."""
    tokens = scene.sentence.tokens
    head = tokens[tokens[clause.predicate].head]
    beside = {
        tokens[c].lemma.lower() for i in (*clause.patients, *clause.agents) for c in scene.sentence.children_of(i)
    }
    beside |= {tokens[at].lemma.lower() for word, at in clause.obliques if word in ("with", "for", "to")}
    own = {tokens[i].lemma.lower() for i in (*clause.patients, *clause.agents)}
    return bool({head.lemma.lower(), *beside, *own} & _HURT)
