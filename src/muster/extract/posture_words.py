"""What a posture's words say: the activity of a noun or verb, and the change that the words around it tell."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene, is_place
from muster.extract.frames import Frame, lexicon
from muster.model.annotation import Clause, MentionKind, Token

ACTIVITIES = ("patrol", "presence", "checkpoint", "escort", "alert", "massing", "monitor", "barrier", "base")
CHANGES = ("more", "less", "starts", "stops", "none")
_THINGS = (
    ("activity", ACTIVITIES),
    ("role", ("agent", "patient")),
    ("needs", ("force", "place", "site", "line", "convoy")),
)
_ASPECTS = (("change", CHANGES),)

# What forces watch (GUIDE.md, decision 53): lines, forces and borders, not trials and issues.
_WATCHED = frozenset(
    "line border frontier boundary ceasefire cease-fire truce armistice zone area separation withdrawal"
    " disengagement force troop army police checkpoint crossing movement activity disarmament cantonment"
    " demobilization demobilisation airspace coast embargo compliance agreement demarcation corridor"
    " hostility buffer airfield port situation development ban flight pact deal disengagement-line"
    " pullback pullout".split()
)
_CONVOYS = frozenset(
    "convoy bus truck column refugee family civilian delivery shipment train vehicle child pupil returnee"
    " worker farmer lorry cargo".split()
)
_HOLDS = frozenset("bunker trench dugout tent container foxhole shelter hangar ruin sangar tower".split())
_ARMS = frozenset("tank armour armor gun artillery vehicle aircraft missile weapon ship helicopter".split())
_FORMS = {
    form: verb
    for verb, forms in {
        "guard": ("guards", "guard"),
        "escort": ("escorts", "escort"),
        "patrol": ("patrols", "patrol"),
        "man": ("mans", "man"),
        "watch": ("watches", "watch"),
        "monitor": ("monitors", "monitor"),
    }.items()
    for form in forms
}
_WORKS = frozenset(
    {
        "activity",
        "duty",
        "operation",
        "task",
        "effort",
        "work",
        "programme",
        "program",
        "schedule",
        "mission",
        "level",
        "status",
        "state",
    }
)
_NAMED_BASES = frozenset({"camp", "fob", "barracks", "fort"})
_BEING = frozenset("provide ensure remain stay be base quarter billet encamp headquarter".split())
_GONE = frozenset({"longer", "more", "anymore"})
# Guarded places beyond those evidence.PLACES knows.
_SITES = frozenset(
    "monastery church mosque site minister president residence enclave installation bank palace heritage"
    " villager population serb warehouse plant dam refinery convoy parliament ministry embassy home people"
    " civilian property patrimony cemetery route aid".split()
)


def noun_activity(scene: Scene, i: int) -> str | None:
    """The activity that the noun at `i` names, if it is a noun of posture ("patrol activities" are patrols)."""
    tokens = scene.sentence.tokens
    token = tokens[i]
    named = scene.sentence.mention_at(i, MentionKind.OPERATION, MentionKind.ORGANISATION)
    if not _is_noun(scene, i) or (named is not None and named.last - named.first > 1):
        return None
    words = lexicon("posture", _THINGS).frames
    if token.pos == "PROPN" and any(tokens[c].lower in _NAMED_BASES and c < i for c in scene.sentence.children_of(i)):
        return "base"
    lemma = "base" if token.lower == "bases" else token.lemma.lower()
    before = tokens[i - 1].lower if i else ""
    if before == "-" and i > 1:
        before = tokens[i - 2].lower
    work = lemma in _WORKS
    for noun in (
        (before, lemma),
        (lemma, None),
        *(((before, None), (tokens[i - 1].lemma.lower(), None)) if work else ()),
    ):
        frame = words.get((*noun, "noun"))
        if frame is not None:
            told = _is_watching(scene, i, frame["activity"], lemma) and not _is_willingness(scene, i)
            return frame["activity"] if told else None
    return None


def _is_noun(scene: Scene, i: int) -> bool:
    """A noun that heads its phrase; also one that the tagger takes for a verb behind a number ("62 patrols")."""
    tokens = scene.sentence.tokens
    token = tokens[i]
    if token.tag == "VBZ" and i:
        return tokens[i - 1].pos in ("NUM", "ADJ", "DET") or tokens[i - 1].lower in (
            "night",
            "foot",
            "joint",
            "border",
            "day",
            "air",
            "vehicle",
        )
    if token.pos == "ADJ":
        return i + 1 < len(tokens) and tokens[i + 1].lower in ("round", "around")
    if token.tag == "VBG":
        return token.lower == "patrolling" and token.dep in ("dobj", "pobj", "xcomp", "conj", "nsubj", "nsubjpass")
    inside = token.dep in ("compound", "nmod") and i + 1 < len(tokens) and tokens[i + 1].pos in ("NOUN", "PROPN")
    return token.pos in ("NOUN", "PROPN") and not (inside and tokens[i + 1].lower not in ("round", "around"))


def _is_willingness(scene: Scene, i: int) -> bool:
    """ "Its readiness to deploy staff": a will, no alert."""
    tokens = scene.sentence.tokens
    return tokens[i].lemma.lower() == "readiness" and i + 1 < len(tokens) and tokens[i + 1].lower == "to"


def _is_watching(scene: Scene, i: int, activity: str, lemma: str) -> bool:
    """Monitoring by itself says nothing: it must be of lines or forces."""
    if activity != "monitor" or lemma not in ("monitoring", "surveillance"):
        return True
    tokens = scene.sentence.tokens
    return any(tokens[d].lemma.lower() in _WATCHED for d in scene.sentence.subtree(i)) or tokens[i - 1].lower in (
        "border",
        "ceasefire",
        "air",
    )


def verb_frame(scene: Scene, clause: Clause) -> Frame | None:
    """The frame of a verb of posture whose arguments are as it needs them."""
    if clause.nominal:
        return None
    words = lexicon("posture", _THINGS).frames
    tokens = scene.sentence.tokens
    objects = (tokens[i].lemma.lower() for i in clause.patients)
    seconds = (*((clause.particle,) if clause.particle else ()), *objects, *(word for word, _ in clause.obliques), None)
    if clause.lemma in ("keep", "hold") and any(word == "under" for word, _ in clause.obliques):
        return None  # "keep the line under watch": the noun says it
    frame = next((f for second in seconds if (f := words.get((clause.lemma, second, "verb")))), None)
    return frame if frame is not None and _has_needs(scene, clause, frame) else None


def hidden_verbs(scene: Scene) -> Iterator[Clause]:
    """Verbs of posture that the parse takes for nouns: "guards dams and escorts convoys", "detachments man posts"."""
    tokens = scene.sentence.tokens
    for token in tokens[1:-1]:
        if token.lower not in _FORMS or token.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        before, after = tokens[token.i - 1], tokens[token.i + 1]
        if after.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON") or after.lower in ("of", "and"):
            continue
        joined = before.lower == "and" and token.head == token.i - 2 and tokens[token.head].pos == "NOUN"
        if joined and after.pos == "ADP":
            continue  # "its presence and patrols in the north"
        nominal = scene.sentence.clause_at(token.i)
        found = Clause(
            token.i, _FORMS[token.lower], None, _doers(scene, token.i, before), _thing_behind(scene, token.i)
        )
        if found.agents and (found.patients or after.pos == "ADP"):
            yield replace(found, obliques=nominal.obliques if nominal else (), tense="present")


def _doers(scene: Scene, i: int, before: Token) -> tuple[int, ...]:
    """Whose such a verb is: the group right before it, or, behind "and" or a comma, the first verb's."""
    if before.lower in ("and", ","):
        verbs = (c for c in scene.sentence.clauses if c.predicate < i and not c.nominal and c.agents)
        return next((c.agents for c in verbs), ())
    if before.tag in ("NNS", "NNPS") or scene.sentence.groups_at(before.i):
        return (before.i,) if scene.sentence.tokens[i].tag not in ("NNS", "NNPS") or before.tag == "NN" else ()
    return ()


def _thing_behind(scene: Scene, i: int) -> tuple[int, ...]:
    """The head of the noun phrase right behind a word."""
    tokens = scene.sentence.tokens
    at = i + 1
    while at < len(tokens) and tokens[at].pos in ("DET", "ADJ", "NUM", "PRON"):
        at += 1
    while at + 1 < len(tokens) and tokens[at].pos in ("NOUN", "PROPN") and tokens[at + 1].pos in ("NOUN", "PROPN"):
        at += 1
    return (at,) if at < len(tokens) and tokens[at].pos in ("NOUN", "PROPN") else ()


def _has_needs(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Whether the arguments are as the frame needs them."""
    lemmas = {scene.sentence.tokens[i].lemma.lower() for i in clause.patients}
    placed = any(is_place(scene, i) for i in clause.patients)
    grouped = any(scene.sentence.groups_at(i) for i in clause.patients)
    forced = any(_is_force(scene, i) for i in clause.patients)
    met = {
        "place": lambda: _is_located(scene, clause) if clause.lemma in _BEING else placed,
        "site": lambda: (
            bool(lemmas & _SITES)
            or placed
            or (clause.lemma == "guard" and bool(lemmas) and (not grouped or clause.passive))
        ),
        "line": lambda: bool(lemmas & _WATCHED) or placed or forced or (clause.passive and _by_force(scene, clause)),
        "convoy": lambda: bool(lemmas & _CONVOYS) or grouped,
        "force": lambda: (
            bool(lemmas & _ARMS) or any(scene.sentence.groups_at(i) for i in clause.patients or clause.agents)
        ),
    }
    needs = frame.get("needs")
    things = [
        i for i in clause.patients if scene.sentence.tokens[i].tag != "NN" or scene.sentence.tokens[i].lemma != "post"
    ]
    held = needs == "place" and any(noun_activity(scene, i) for i in things)
    return not needs or (not held and met[needs]())


def _is_located(scene: Scene, clause: Clause) -> bool:
    where = ("in", "at", "near", "outside", "around", "on", "along", "inside")
    tokens = scene.sentence.tokens
    nouns = [at for word, at in clause.obliques if word in where]
    return any(is_place(scene, at) or tokens[at].lemma.lower() in _HOLDS for at in nouns)


def _by_force(scene: Scene, clause: Clause) -> bool:
    return clause.lemma in ("watch", "observe") and any(_is_force(scene, i) for i in clause.agents)


def _is_force(scene: Scene, i: int) -> bool:
    return any(g.form in ("soldiers", "police", "armed", "units", "observers") for g in scene.sentence.groups_at(i))


def aspect(scene: Scene, clause: Clause) -> str | None:
    """The change a verb or noun of aspect tells; None if the word is none."""
    words = lexicon("posture_aspect", _ASPECTS).frames
    particle = None if clause.nominal else clause.particle or _particle(scene, clause.predicate)
    frame = words.get((clause.lemma, particle, "noun" if clause.nominal else "verb"))
    if frame is None and (particle in ("back", "together", "home", "on") or clause.nominal):
        frame = words.get((clause.lemma, None, "noun" if clause.nominal else "verb"))
    return frame["change"] if frame is not None else None


def _particle(scene: Scene, i: int) -> str | None:
    """The word right behind a verb, or behind its object: "set roadblocks up"."""
    tokens = scene.sentence.tokens
    after = tokens[i + 1].lower if i + 1 < len(tokens) else None
    return after if after in ("up", "down", "out", "over", "off", "back", "away", "on") else None


def described(scene: Scene, i: int) -> str | None:
    """The change that a noun's adjectives tell ("additional patrols")."""
    words = lexicon("posture_aspect", _ASPECTS).frames
    tokens = scene.sentence.tokens
    for c in range(scene.sentence.phrase(i)[0], i):
        frame = words.get((tokens[c].lower, None, "adjective")) if tokens[c].pos != "NUM" else None
        if frame is not None:
            return frame["change"]
    return None


def governing(scene: Scene, clause: Clause) -> Iterator[Clause]:
    """The verbs of aspect above a verb of posture ("began to", "continued to", "have stopped …ing")."""
    at = clause.predicate
    tokens = scene.sentence.tokens
    while tokens[at].dep in ("xcomp", "pcomp", "prep", "conj") and tokens[at].head != at:
        at = tokens[at].head
        above = scene.sentence.clause_at(at)
        if above is not None and not above.nominal and tokens[at].dep != "conj":
            yield above


def is_over(scene: Scene, i: int) -> bool:
    """ "No longer", "not any more": it has stopped."""
    tokens = scene.sentence.tokens
    words = {tokens[c].lower for c in scene.sentence.subtree(i)} if len(tokens) < 60 else set()
    near = " ".join(t.lower for t in tokens[max(0, i - 4) : i + 12])
    return bool(words & _GONE) and (
        "no longer" in near or "any more" in near or "any longer" in near or "anymore" in near
    )
