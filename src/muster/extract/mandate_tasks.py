"""What an operation is there to do: "tasked with …", "its mandate is to …", "is to …", "set up to …"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene, time_of
from muster.extract.mandate_basis import authority_near, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import MANDATE, mandate_at, operation_at, whole_force_at
from muster.model.annotation import Clause
from muster.model.claim import Status

_CHARGING = frozenset({"task", "mandate", "charge", "entrust", "instruct", "direct", "empower", "authorise", "authorize", "order", "tell", "commission", "assign", "oblige", "require"})
_PURPOSES = frozenset({"mandate", "task", "mission", "role", "job", "purpose", "aim", "objective", "goal", "function", "responsibility", "duty", "brief", "assignment", "remit"})
_FOUNDING = frozenset({"establish", "create", "set", "deploy", "send", "form", "launch", "go", "arrive", "come", "dispatch", "install", "found", "design", "intend", "conduct", "mount"})
_KEEPING = frozenset({"monitor", "supervise", "oversee", "verify", "observe", "police", "watch", "guard", "keep", "maintain", "patrol", "protect", "separate", "safeguard", "enforce", "train", "support", "help", "assist", "secure"})
_PEACE = frozenset({"ceasefire", "cease", "truce", "armistice", "treaty", "agreement", "accord", "peace", "border", "line", "zone", "disengagement", "apart", "security", "civilian", "disarmament", "election"})


def task_findings(scene: Scene) -> Iterator[Finding]:
    """Every telling of a task in a sentence, the plainest with the greatest weight."""
    for clause in scene.sentence.clauses:
        yield from _charged(scene, clause)
        yield from _stated(scene, clause)
        yield from _due(scene, clause)
        yield from _founded(scene, clause)
        yield from _kept(scene, clause)


def _finding(scene: Scene, clause: Clause, slug: str, task: tuple[int, int], weight: int) -> Finding:
    at, start = task
    end = _end(scene, at)
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


def _end(scene: Scene, at: int) -> int:
    """Where the phrase of a task ends: its last word before closing punctuation."""
    tokens = scene.sentence.tokens
    words = scene.sentence.subtree(at)
    last = words[-1] + 1
    while last > at + 1 and tokens[last - 1].text in (".", ",", ";", ":", ")", "”", '"', "’", "-", "–") and tokens[last - 1].text not in (")",):
        last -= 1
    return last


def _infinitive(scene: Scene, i: int) -> int | None:
    """The infinitive that hangs on word `i` ("the mandate to protect")."""
    for child in scene.sentence.children_of(i):
        token = scene.sentence.tokens[child]
        if token.tag == "VB" and any(scene.sentence.tokens[c].lower == "to" for c in scene.sentence.children_of(child)):
            return child
    return None


def _charged(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The Council mandated UNIFIL to monitor …", "charged with the protection of …"."""
    if clause.nominal or clause.lemma not in _CHARGING:
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


def _stated(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Its task is to …", "a mandate to …", "its major tasks of monitoring …"."""
    if clause.nominal and clause.lemma in _PURPOSES:
        slug = _owner(scene, clause.predicate)
        verb = _infinitive(scene, clause.predicate)
        gerund = next((at for word, at in clause.obliques if word == "of" and scene.sentence.tokens[at].tag == "VBG"), None)
        found = verb if verb is not None else gerund
        if slug is not None and found is not None:
            yield _finding(scene, clause, slug, (found, found), 6 if clause.lemma in MANDATE else 5)
    elif clause.lemma == "be" and not clause.nominal:
        subject = next((i for i in clause.agents if scene.sentence.tokens[i].lemma.lower() in _PURPOSES), None)
        slug = _owner(scene, subject) if subject is not None else None
        if slug is None:
            return
        verb = _infinitive(scene, clause.predicate)
        if verb is not None:
            yield _finding(scene, clause, slug, (verb, verb), 6)
            return
        for i in clause.patients:
            yield _finding(scene, clause, slug, (i, min(scene.sentence.subtree(i))), 5)
            return


def _owner(scene: Scene, i: int) -> str | None:
    found = mandate_at(scene, i, _PURPOSES)
    owned = any(scene.sentence.tokens[c].dep == "poss" for c in scene.sentence.children_of(i))
    return found if owned or scene.sentence.tokens[i].lemma.lower() == "mandate" or _of_operation(scene, i) else None


def _of_operation(scene: Scene, i: int) -> bool:
    children = [o for c in scene.sentence.children_of(i) for o in scene.sentence.children_of(c)]
    return any(operation_at(scene, o) for o in children)


def _due(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "UNOMIL is to verify …", "Concordia was to contribute …", "the force may, until 30 September, respond …"."""
    if clause.nominal or clause.lemma != "be" or clause.passive:
        return
    verb = _infinitive(scene, clause.predicate)
    slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
    if verb is not None and slug is not None and scene.sentence.tokens[verb].lemma not in ("be", "leave", "end", "have", "number", "come", "withdraw"):
        yield _finding(scene, clause, slug, (verb, verb), 4)


def _founded(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "Set up in 1978 to confirm the withdrawal", "the force went in to help …"."""
    if clause.nominal or clause.lemma not in _FOUNDING:
        return
    arguments = clause.patients if clause.passive else (*clause.patients, *clause.agents)
    slug = next((s for i in arguments if (s := whole_force_at(scene, i))), None)
    verb = _infinitive(scene, clause.predicate)
    if verb is None:
        verb = next((o for i in clause.patients if (o := _infinitive(scene, i)) is not None), None)
    if slug is not None and verb is not None:
        yield _finding(scene, clause, slug, (verb, verb), 3)


def _kept(scene: Scene, clause: Clause) -> Iterator[Finding]:
    """ "The force has kept the armies apart since 1974", "it monitors the ceasefire": what it is there for."""
    if clause.nominal or clause.passive or clause.lemma not in _KEEPING or clause.status is not Status.ACTUAL:
        return
    slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
    words = {scene.sentence.tokens[i].lemma.lower() for i in scene.sentence.subtree(clause.predicate)}
    if slug is not None and words & _PEACE:
        yield _finding(scene, clause, slug, (clause.predicate, clause.predicate), 1)
