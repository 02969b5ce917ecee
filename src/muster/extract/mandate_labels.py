"""Tasks that a label, a noun or "the job is" gives: "Mandate: to monitor the border", "the task of supervising …"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.extract.mandate_basis import authority_near, instrument_near
from muster.extract.mandate_findings import Finding
from muster.extract.mandate_operations import mandate_at, operation_at
from muster.extract.mandate_tasks import PURPOSES, end_of_task, is_doing
from muster.model.annotation import MentionKind, Token

_READING = frozenset({"paper", "text", "order", "resolution", "mandate"})
_GIVING = frozenset({"give", "assign", "set", "hand", "entrust", "allot", "confer"})
_LABELS = PURPOSES - {"mission", "function", "goal"}
_ORDERS = frozenset({"mandate", "brief", "remit", "tasking"})
_DEMANDING = frozenset("call require oblige allow permit enable empower entitle demand provide foresee cover".split())
# How far from its label a colon may stand: "Mandate, under resolution 425 of 19 March 1978:".
_REACH = 14


def label_findings(scene: Scene) -> Iterator[Finding]:
    """Every task of a sentence that no clause of its own states."""
    yield from _before_colon(scene)
    yield from _purpose_of(scene)
    yield from _duty_is(scene)
    yield from _task_of(scene)
    yield from _bound_to(scene)
    yield from _mandated(scene)


def _before_colon(scene: Scene) -> Iterator[Finding]:
    """ "Mandate: to monitor …", "the mandate, under resolution 425: protection of …", "its paper says: protect …"."""
    tokens = scene.sentence.tokens
    colon = next((t.i for t in tokens[1:-2] if t.text == ":" and t.i <= _REACH), None)
    if colon is None:
        return
    labels = [t for t in tokens[:colon] if t.lemma.lower() in _LABELS | _READING]
    verbs = [t for t in tokens[:colon] if t.pos == "VERB" and t.lemma not in ("say", "read")]
    slug = _owner(scene, labels[0].i) if labels and not verbs else None
    said = any(t.lemma in ("say", "read") for t in tokens[:colon])
    if slug is None or (labels[0].lemma.lower() in _READING - PURPOSES and not said):
        return
    start = colon + 1 + (tokens[colon + 1].lower == "to") + (tokens[colon + 1].text in ('"', "“", "'"))
    opens = next((t for t in tokens[start:] if t.pos not in ("DET", "ADJ", "CCONJ", "PUNCT")), tokens[-1])
    alone = colon < 3 and opens.pos in ("NOUN", "PROPN")
    if start < len(tokens) and (tokens[start].tag in ("VB", "VBG", "VBP") or is_doing(opens) or alone):
        yield _finding(scene, slug, labels[0].i, (start, _last(scene)), 4)


def _owner(scene: Scene, i: int) -> str | None:
    """The operation whose task a label names: its own, else the one in focus."""
    found = mandate_at(scene, i, frozenset({scene.sentence.tokens[i].lemma.lower()}))
    return found if found is not None and i < _REACH else None


def _purpose_of(scene: Scene) -> Iterator[Finding]:
    """ "For the purpose of supervising the truce"."""
    tokens = scene.sentence.tokens
    for token in tokens[:-3]:
        behind = tokens[token.i + 2]
        purpose = token.lower == "purpose" and tokens[token.i + 1].lower == "of" and behind.tag in ("VBG", "NN")
        if purpose and scene.focus is not None:
            yield _finding(scene, scene.focus, token.i, (behind.i, end_of_task(scene, behind.i)), 2)


def _duty_is(scene: Scene) -> Iterator[Finding]:
    """ "Its duty is keeping the road open", "the job is to take the guns off the streets"."""
    tokens = scene.sentence.tokens
    for token in tokens[1:-3]:
        if token.lemma.lower() not in _LABELS or tokens[token.i + 1].lower not in ("is", "was", "remains"):
            continue
        before = tokens[token.i - 1]
        own = before.tag in ("PRP$", "POS") or (before.lower == "the" and token.i < 3)
        start = token.i + 2 + (tokens[token.i + 2].lower == "to")
        doing = tokens[start].tag == "VB" if start > token.i + 2 else tokens[start].tag == "VBG"
        slug = _owner(scene, token.i) if own and doing else None
        if slug is not None:
            yield _finding(scene, slug, token.i, (start, _last(scene)), 2 if before.lower == "the" else 5)


def _task_of(scene: Scene) -> Iterator[Finding]:
    """ "The Council gave the observers the task of supervising the truce"."""
    tokens = scene.sentence.tokens
    for clause in scene.sentence.clauses:
        task = next((i for i in clause.patients if tokens[i].lemma.lower() in _LABELS), None)
        if clause.nominal or clause.lemma not in _GIVING or task is None or not _is_council(scene, clause.agents):
            continue
        at = task + 2
        fits = at < len(tokens) and tokens[task + 1].lower == "of" and is_doing(tokens[at])
        slug = next((s for i in clause.patients if (s := operation_at(scene, i))), scene.focus)
        if fits and slug is not None:
            yield _finding(scene, slug, clause.predicate, (at, end_of_task(scene, at)), 5)


def _bound_to(scene: Scene) -> Iterator[Finding]:
    """ "Is responsible for keeping …", "has the job of keeping …", "has orders to keep …", "aims to help …"."""
    tokens = scene.sentence.tokens
    for clause in scene.sentence.clauses:
        slug = next((s for i in clause.agents if (s := operation_at(scene, i))), None)
        if clause.nominal or clause.passive or slug is None:
            continue
        behind = tokens[clause.predicate + 1 : clause.predicate + 7]
        bound = next((t.i for t in behind if _binds(clause.lemma, t)), None)
        start = None if bound is None else _opening(scene, bound + 1)
        if start is not None:
            yield _finding(scene, slug, clause.predicate, (start, end_of_task(scene, start)), 4)


def _binds(lemma: str, token: Token) -> bool:
    """Whether a word behind a verb says that somebody has to do what follows."""
    if lemma == "be":
        return token.lower in ("responsible", "there", "charged", "bound", "obliged")
    return lemma == "have" and token.lemma.lower() in (_LABELS - {"mandate"}) | {"order", "instruction"}


def _opening(scene: Scene, i: int) -> int | None:
    """Where the task begins behind "to", "of" or "for" at word `i`."""
    tokens = scene.sentence.tokens
    if i + 1 >= len(tokens) or tokens[i].lower not in ("to", "of", "for"):
        return None
    return i + 1 if tokens[i + 1].tag in ("VB", "VBG") else None


def _mandated(scene: Scene) -> Iterator[Finding]:
    """ "The mandate calls for the disarmament of all militias", "its mandate obliges it to protect civilians"."""
    tokens = scene.sentence.tokens
    for clause in scene.sentence.clauses:
        if clause.nominal or clause.passive or clause.lemma not in _DEMANDING:
            continue
        slug = next((s for i in clause.agents if (s := mandate_at(scene, i, _ORDERS))), None)
        if slug is None:
            continue
        verb = next((t.i for t in tokens[clause.predicate + 1 : clause.predicate + 5] if t.tag == "VB"), None)
        thing = next((i for i in (*clause.patients, *(o for _, o in clause.obliques)) if tokens[i].pos == "NOUN"), None)
        if verb is not None and tokens[verb - 1].lower == "to":
            yield _finding(scene, slug, clause.predicate, (verb, end_of_task(scene, verb)), 5)
        elif thing is not None and operation_at(scene, thing) is None and is_doing(tokens[thing]):
            first = min(scene.sentence.subtree(thing))
            yield _finding(scene, slug, clause.predicate, (first, end_of_task(scene, thing)), 4)


def _is_council(scene: Scene, agents: tuple[int, ...]) -> bool:
    named = any(scene.sentence.mentions_at(i, MentionKind.ORGANISATION) for i in agents)
    return named or any(scene.sentence.tokens[i].lemma.lower() in ("council", "resolution", "assembly") for i in agents)


def _last(scene: Scene) -> int:
    """The end of the sentence, its closing marks left out."""
    last = len(scene.sentence.tokens)
    while last > 1 and scene.sentence.tokens[last - 1].text in (".", ",", ";", '"', "”", "’", ")"):
        last -= 1
    return last


def _finding(scene: Scene, slug: str, at: int, task: tuple[int, int], weight: int) -> Finding:
    start, end = task
    instrument = instrument_near(scene, at)
    authority = authority_near(scene, at) or (instrument.authority if instrument else None)
    return Finding(
        scene=scene,
        predicate=at,
        tokens=tuple(range(start, end)),
        operation=slug,
        act="tasked",
        basis=instrument.name if instrument else None,
        authority=authority,
        task=scene.words(start, end),
        weight=weight,
        rule="mandate: task (label)",
    )
