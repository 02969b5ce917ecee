"""What an operation is there to do: "tasked with …", "its mandate is to …", "is to …", "set up to …"."""

import re
from collections.abc import Iterator

from muster.extract.evidence import Scene, time_of
from muster.extract.mandate_basis import authority_near, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import MANDATE, mandate_at, operation_at, whole_force_at
from muster.extract.mandate_others import is_conditional, is_critics, is_thing
from muster.model.annotation import Clause, MentionKind, Token
from muster.model.claim import Status

_CHARGING = frozenset(
    {
        "task",
        "mandate",
        "charge",
        "entrust",
        "empower",
        "authorise",
        "authorize",
        "commission",
        "assign",
        "license",
        "bind",
        "mean",
        "suppose",
        "oblige",
    }
)
# These task an operation only where a council or its resolution does it.
_TELLING = frozenset(
    {
        "instruct",
        "direct",
        "order",
        "tell",
        "require",
        "request",
        "ask",
        "oblige",
        "allow",
        "permit",
        "let",
        "enable",
        "urge",
    }
)
PURPOSES = frozenset(
    {
        "mandate",
        "task",
        "mission",
        "role",
        "job",
        "purpose",
        "aim",
        "objective",
        "goal",
        "function",
        "responsibility",
        "duty",
        "brief",
        "assignment",
        "remit",
    }
)
_FOUNDING = frozenset(
    {
        "establish",
        "create",
        "set",
        "deploy",
        "send",
        "form",
        "launch",
        "go",
        "arrive",
        "come",
        "dispatch",
        "install",
        "found",
        "design",
        "intend",
        "conduct",
        "perform",
        "mount",
    }
)
_KEEPING = frozenset(
    {
        "monitor",
        "supervise",
        "oversee",
        "verify",
        "observe",
        "police",
        "watch",
        "guard",
        "keep",
        "maintain",
        "patrol",
        "protect",
        "separate",
        "safeguard",
        "enforce",
        "train",
        "support",
        "help",
        "assist",
        "secure",
    }
)
_PEACE = frozenset(
    {
        "ceasefire",
        "cease",
        "truce",
        "armistice",
        "treaty",
        "agreement",
        "accord",
        "peace",
        "border",
        "line",
        "zone",
        "disengagement",
        "apart",
        "security",
        "civilian",
        "disarmament",
        "election",
    }
)


def task_findings(scene: Scene) -> Iterator[Finding]:
    """Every telling of a task in a sentence, the plainest with the greatest weight."""
    for clause in scene.sentence.clauses:
        yield from _charged(scene, clause)
        yield from _stated(scene, clause)
        yield from _due(scene, clause)
        yield from _founded(scene, clause)
        yield from _kept(scene, clause)
        yield from _under(scene, clause)


def _finding(scene: Scene, clause: Clause, slug: str, task: tuple[int, int], weight: int) -> Finding:
    at, start = task
    end = end_of_task(scene, at)
    instrument = instrument_near(scene, clause.predicate)
    authority = authority_near(scene, clause.predicate) or (instrument.authority if instrument else None)
    return Finding(
        scene=scene,
        predicate=clause.predicate,
        tokens=tuple(range(start, end)),
        operation=slug,
        act="tasked",
        basis=instrument.name if instrument else None,
        authority=authority,
        task=scene.words(start, end),
        status=Status.DENIED if clause.status is Status.DENIED else Status.ACTUAL,
        when=time_of(scene, clause),
        weight=weight,
        rule=f"mandate: task ({clause.lemma})",
    )


def end_of_task(scene: Scene, at: int) -> int:
    """Where the phrase of a task ends: its last word before closing punctuation."""
    tokens = scene.sentence.tokens
    words = scene.sentence.subtree(at)
    last = words[-1] + 1
    while (
        last > at + 1
        and tokens[last - 1].text in (".", ",", ";", ":", ")", "”", '"', "’", "-", "–")
        and tokens[last - 1].text not in (")",)
    ):
        last -= 1
    return last


def _infinitive(scene: Scene, i: int) -> int | None:
    """The infinitive that hangs on word `i` ("the mandate to protect")."""
    for child in scene.sentence.children_of(i):
        token = scene.sentence.tokens[child]
        if token.tag == "VB" and any(scene.sentence.tokens[c].lower == "to" for c in scene.sentence.children_of(child)):
            return child
    tokens = scene.sentence.tokens
    if i + 2 < len(tokens) and tokens[i + 1].lower == "to":
        return next((t.i for t in tokens[i + 2 : i + 4] if t.tag == "VB"), None)
    return None


def _charged(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The Council mandated UNIFIL to monitor …", "charged with the protection of …"."""
    if clause.nominal or not (clause.lemma in _CHARGING or (clause.lemma in _TELLING and _by_council(scene, clause))):
        return
    slug = next((s for i in (*clause.patients, *clause.agents) if (s := whole_force_at(scene, i))), None)
    if slug is None:
        return
    verb = _infinitive(scene, clause.predicate)
    if verb is None:
        verb = next((o for i in clause.patients if (o := _infinitive(scene, i)) is not None), None)
    if verb is not None:
        yield _finding(scene, clause, slug, (verb, verb), 5)
        return
    for word, at in clause.obliques:
        if word == "with" and (not clause.agents or clause.passive or clause.lemma in ("charge", "task", "entrust")):
            first = min(scene.sentence.subtree(at)) if scene.sentence.tokens[at].pos != "VERB" else at
            yield _finding(scene, clause, slug, (at, first), 5)
            return


def _by_council(scene: Scene, clause: Clause) -> bool:
    """Whether a council or its resolution acts."""
    agents = [scene.sentence.tokens[i] for i in clause.agents]
    councils = any(scene.sentence.mentions_at(t.i, MentionKind.ORGANISATION) for t in agents if t.pos == "PROPN")
    return councils or any(
        t.lemma.lower() in ("resolution", "council", "decision", "mandate", "communiqué") for t in agents
    )


def _stated(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Its task is to …", "a mandate to …", "its major tasks of monitoring …"."""
    if clause.nominal and clause.lemma in PURPOSES - {"duty", "responsibility", "function", "goal"}:
        slug = _owner(scene, clause.predicate)
        verb = _infinitive(scene, clause.predicate)
        behind = scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 3]
        gerund = behind[1].i if [t.lower for t in behind[:1]] == ["of"] and _is_gerund(behind[-1]) else None
        found = verb if verb is not None else gerund
        if slug is not None and found is not None:
            yield _finding(scene, clause, slug, (found, found), 6 if clause.lemma in MANDATE else 5)
    elif clause.lemma in ("be", "remain", "include") and not clause.nominal:
        yield from _reversed(scene, clause)
        subject = next((i for i in clause.agents if scene.sentence.tokens[i].lemma.lower() in PURPOSES), None)
        slug = _owner(scene, subject) if subject is not None else None
        if slug is None:
            return
        verb = _infinitive(scene, clause.predicate)
        if verb is not None:
            yield _finding(scene, clause, slug, (verb, verb), 6)
            return
        behind = scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 2]
        gerund = next((t.i for t in behind if t.tag == "VBG"), None)
        if gerund is not None:
            yield _finding(scene, clause, slug, (gerund, gerund), 4)
            return
        for i in clause.patients[:1]:
            if is_doing(scene.sentence.tokens[i]) and operation_at(scene, i) is None:
                yield _finding(scene, clause, slug, (i, _first(scene, i)), 4)


def is_doing(token: Token) -> bool:
    """Whether a word is a verb of doing, or a noun of doing that may open a task ("protection of civilians")."""
    ending = token.lower.endswith(("ing", "tion", "sion", "ment", "ance", "ence", "support", "help", "control"))
    return token.tag in ("VBG", "VB") or (token.pos in ("NOUN", "PROPN", "VERB") and ending)


def _is_gerund(token: Token) -> bool:
    return token.tag == "VBG" or (token.pos == "NOUN" and token.lower.endswith("ing"))


def _first(scene: Scene, i: int) -> int:
    return min(scene.sentence.subtree(i))


def _reversed(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The protection of civilians shall remain the priority task of the force"."""
    purpose = next(
        (
            i
            for i in clause.patients
            if scene.sentence.tokens[i].lemma.lower() in ("task", "objective", "role", "mandate", "priority")
        ),
        None,
    )
    slug = _owner(scene, purpose) if purpose is not None else None
    for i in clause.agents[:1]:
        if slug is not None and scene.sentence.tokens[i].pos in ("NOUN", "VERB") and operation_at(scene, i) is None:
            yield _finding(scene, clause, slug, (i, _first(scene, i)), 5)


def _owner(scene: Scene, i: int) -> str | None:
    found = mandate_at(scene, i, PURPOSES)
    owned = any(scene.sentence.tokens[c].dep == "poss" for c in scene.sentence.children_of(i))
    return found if owned or scene.sentence.tokens[i].lemma.lower() == "mandate" or _of_operation(scene, i) else None


def _of_operation(scene: Scene, i: int) -> bool:
    children = [o for c in scene.sentence.children_of(i) for o in scene.sentence.children_of(c)]
    return any(operation_at(scene, o) for o in children)


def _due(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "UNOMIL is to verify …", "Concordia was to contribute …", "the force may, until 30 September, respond …"."""
    if clause.nominal or clause.lemma != "be" or clause.passive or is_conditional(scene, clause):
        return
    verb = _infinitive(scene, clause.predicate)
    slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
    if (
        verb is not None
        and slug is not None
        and scene.sentence.tokens[verb].lemma
        not in ("be", "leave", "end", "have", "number", "come", "withdraw", "make", "give")
    ):
        yield _finding(scene, clause, slug, (verb, verb), 4)


def _founded(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Set up in 1978 to confirm the withdrawal", "the force went in to help …"."""
    if clause.nominal or clause.lemma not in _FOUNDING or (clause.lemma == "intend" and not clause.passive):
        return
    if is_critics(scene, clause) or any(is_thing(scene, clause, i) for i in clause.patients):
        return
    # "We were sent to the village to …" is one day's errand.
    if any(scene.sentence.tokens[i].lower in ("we", "us", "they") for i in (*clause.agents, *clause.patients)):
        return
    doing = any(
        scene.sentence.tokens[i].lemma.lower() in ("operation", "mission", "activity", "duty") for i in clause.patients
    )
    by_itself = clause.lemma in ("conduct", "mount", "perform") and doing
    arguments = clause.agents if by_itself else clause.patients or (() if clause.passive else clause.agents)
    slug = next((s for i in arguments if (s := whole_force_at(scene, i))), None)
    if slug is None and clause.lemma in ("establish", "create", "set", "form"):
        slug = _it(scene, clause) or (None if clause.passive else _behind(scene, clause.predicate))
    if slug is None or (scene.sentence.tokens[clause.predicate].tag == "VBG" and clause.lemma == "go"):
        return
    verb = _infinitive(scene, clause.predicate)
    if verb is None:
        verb = next((o for i in clause.patients if (o := _infinitive(scene, i)) is not None), None)
    if verb is None:
        verb = _later_infinitive(scene, clause.predicate)
    if verb is not None:
        yield _finding(scene, clause, slug, (verb, verb), 3)


def _it(scene: Scene, clause: Clause) -> str | None:
    """ "The Council created it to …": the operation in focus."""
    meant = any(scene.sentence.tokens[i].lower == "it" for i in clause.patients)
    return scene.focus if meant and _by_council(scene, clause) else None


def _behind(scene: Scene, at: int) -> str | None:
    """The operation behind an active verb whose object the parse has lost, no verb between."""
    for token in scene.sentence.tokens[at + 1 :]:
        if token.pos == "VERB" or token.text == ";":
            return None
        if token.pos in ("NOUN", "PROPN") and (slug := operation_at(scene, token.i)):
            return slug
    return None


def _later_infinitive(scene: Scene, at: int) -> int | None:
    """The first infinitive behind a founding verb, if no finite verb comes between."""
    tokens = scene.sentence.tokens
    for i in range(at + 1, len(tokens) - 1):
        if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") or tokens[i].text == ";":
            return None
        if tokens[i].lower == "to" and tokens[i + 1].tag == "VB":
            return i + 1
    return None


def _kept(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The force has kept the armies apart since 1974", "it monitors the ceasefire": what it is there for."""
    if clause.nominal or clause.passive or clause.lemma not in _KEEPING or clause.status is not Status.ACTUAL:
        return
    when = time_of(scene, clause)
    standing = clause.tense == "present" or (when is not None and bool(when.edtf) and str(when.edtf).endswith("/.."))
    slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
    objects = (*clause.patients, *(i for _, i in clause.obliques), *scene.sentence.children_of(clause.predicate))
    words = {scene.sentence.tokens[i].lemma.lower() for i in objects}
    if slug is not None and standing and words & _PEACE:
        yield _finding(scene, clause, slug, (clause.predicate, clause.predicate), 1)


def _under(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Under Resolution 2690 the force may … respond to …"."""
    tokens = scene.sentence.tokens
    opening = " ".join(t.lower for t in tokens[:8])
    if clause.nominal or not re.match(
        r"(?:under|by|in) (?:the |its |a |new |present |security council |un |unsc )*(?:resolution|unscr|mandate)",
        opening,
    ):
        return
    modal = any(
        tokens[c].lower in ("may", "shall", "must", "can", "will") for c in scene.sentence.children_of(clause.predicate)
    )
    slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
    if modal and slug is not None and not clause.passive:
        yield _finding(scene, clause, slug, (clause.predicate, clause.predicate), 3)
