"""Ordinary uses of the words of a mandate's acts: what is begun, done or ended in passing founds and ends nothing."""

from muster.extract.evidence import Scene
from muster.model.annotation import Clause

# Verbs by which an operation itself is at work: "began operating".
_WORKING = frozenset("operate function work deploy run patrol arrive exist act take assume".split())
_DOING = frozenset({"complete", "fulfil", "fulfill", "finish", "conclude", "discharge", "accomplish", "end", "close"})
_BEGINNING = frozenset({"begin", "start", "commence"})
# What is done without the operation's coming to its end.
_PIECES = frozenset({"task", "activity", "function", "project", "phase", "work", "training", "duty", "responsibility"})


def is_passing(scene: Scene, clause: Clause) -> bool:
    """Whether the word is no act on the operation: a purpose, a manner, a date, the start of some doing."""
    if clause.nominal:
        return False
    return (
        _is_purpose(scene, clause)
        or _is_piecework(scene, clause)
        or _is_date(scene, clause)
        or _begins_doing(scene, clause)
        or _is_strangers_end(scene, clause)
    )


def _is_purpose(scene: Scene, clause: Clause) -> bool:
    """ "The support necessary for the mission to fulfil its mandate", "in fulfilling its mandate"."""
    token = scene.sentence.tokens[clause.predicate]
    if clause.lemma not in _DOING - {"end", "close", "conclude"} or clause.passive:
        return False
    to = any(scene.sentence.tokens[c].lower == "to" for c in scene.sentence.children_of(clause.predicate))
    governed = token.dep in ("advcl", "acl", "relcl", "ccomp", "xcomp", "pcomp")
    return governed and (token.tag == "VBG" or (to and not clause.obliques and not scene.sentence.times))


def _is_piecework(scene: Scene, clause: Clause) -> bool:
    """ "Completing tasks set forth in the resolution" (whichever way it is parsed): some of its work, not all."""
    tokens = scene.sentence.tokens
    pieces = [i for i in clause.patients or clause.agents if tokens[i].lemma.lower() in _PIECES]
    whole = any(
        tokens[c].lower in ("its", "their", "the", "all") for i in pieces for c in scene.sentence.children_of(i)
    )
    some = any(tokens[i].lemma.lower() in ("some", "part", "many", "several", "most") for i in clause.patients)
    return clause.lemma in _DOING and ((bool(pieces) and not whole) or some)


def _is_date(scene: Scene, clause: Clause) -> bool:
    """ "For the fiscal year 2003-2004, beginning 1 July": a preposition in all but name."""
    token = scene.sentence.tokens[clause.predicate]
    timed = any(0 <= time.first - token.i <= 1 for time in scene.sentence.times)
    return clause.lemma in {*_BEGINNING, "end"} and token.tag == "VBG" and timed and token.dep != "ROOT"


def _begins_doing(scene: Scene, clause: Clause) -> bool:
    """ "The mission will begin developing a police service": what begins is the developing."""
    tokens = scene.sentence.tokens
    doing = [tokens[c] for c in scene.sentence.children_of(clause.predicate) if tokens[c].dep in ("xcomp", "ccomp")]
    return clause.lemma in _BEGINNING and any(t.pos == "VERB" and t.lemma.lower() not in _WORKING for t in doing)


def _is_strangers_end(scene: Scene, clause: Clause) -> bool:
    """ "The elections, monitored by the mission, ended successfully": another subject comes to its end."""
    tokens = scene.sentence.tokens
    if clause.lemma not in {"end", "conclude", "close", "finish", *_BEGINNING} or clause.passive or clause.patients:
        return False
    return bool(clause.agents) and all(tokens[i].lemma.lower() in _EVENTS for i in clause.agents)


_EVENTS = frozenset(
    "election poll vote phase stage process meeting session trial exercise ceremony talk campaign registration"
    " training course project round year period conference visit demonstration protest strike siege".split()
)
