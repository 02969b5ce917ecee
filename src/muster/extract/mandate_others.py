"""Words of founding, charging and ending that are about something else than the operation: a part of its work, a thing
it bought, somebody's leave, a law's entry into force, a critic's charge."""

from muster.extract.evidence import Scene
from muster.extract.mandate_operations import operation_at
from muster.model.annotation import Clause, MentionKind

# What an operation's whole work may be called without being a part of it.
_PLAIN = frozenset(
    "peacekeeping peacebuilding peace military full its own all the overall entire whole active formal official initial"
    " un their".split()
)
_WORKS = frozenset({"operation", "work", "activity", "duty", "service"})
_GIVING = frozenset({"authorise", "authorize", "approve", "certify", "license"})
_CRITICS = frozenset(
    "criticize criticise accuse denounce describe portray perceive condemn dismiss allege regard deride suspect".split()
)
# What is completed, concluded or ended without the operation's ending.
_MATTERS = frozenset(
    "assessment review audit project investigation agreement training exercise census survey study inquiry trial"
    " construction excavation course".split()
)
_HOLDERS = frozenset(
    "member commissioner judge councillor deputy official representative rapporteur president mayor prosecutor".split()
)
_THINGS = frozenset({"dobj", "attr", "nsubjpass"})


def is_others(scene: Scene, clause: Clause, about: int) -> bool:
    """Whether the act told of word `about` is on something else than the operation."""
    return (
        _comes_into_force(scene, clause)
        or _is_part_of_work(scene, about)
        or _is_by_operation(scene, clause)
        or _is_matters_end(scene, clause)
        or _is_holders(scene, about)
        or is_thing(scene, clause, about)
    )


def is_part_told(scene: Scene, predicate: int) -> bool:
    """Whether what begins or ends at a predicate is a part of the operation's work."""
    clause = scene.sentence.clause_at(predicate)
    return clause is not None and any(_is_part_of_work(scene, i) for i in (*clause.agents, *clause.patients))


def is_thing(scene: Scene, clause: Clause, about: int) -> bool:
    """ "The mission bought a radar. It was deployed in August": a passive "it" is the thing told of just before."""
    index = scene.sentence.index
    if scene.sentence.tokens[about].lower != "it" or not clause.passive or index == 0:
        return False
    before = Scene(scene.document, scene.document.sentences[index - 1])
    new = [
        t.i
        for t in before.sentence.tokens
        if t.dep in _THINGS
        and any(before.sentence.tokens[c].lower in ("a", "an") for c in before.sentence.children_of(t.i))
    ]
    return bool(new) and not any(operation_at(before, i) or before.sentence.groups_at(i) for i in new)


def is_conditional(scene: Scene, clause: Clause) -> bool:
    """ "If the mission is to pursue these cases": a condition, no task."""
    tokens = scene.sentence.tokens
    return any(tokens[c].lower in ("if", "unless", "whether") for c in scene.sentence.children_of(clause.predicate))


def is_critics(scene: Scene, clause: Clause) -> bool:
    """ "Was criticized as having been intended to force them to pay": what critics say an act was for."""
    above = (scene.sentence.tokens[a].lemma.lower() for a in scene.sentence.ancestors(clause.predicate))
    return any(lemma in _CRITICS for lemma in above)


def _comes_into_force(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    return any(word == "into" and tokens[at].lower in ("force", "effect") for word, at in clause.obliques)


def _is_part_of_work(scene: Scene, about: int) -> bool:
    """ "UNMIL customs operations", "the field operation in Ganta", "reconstruction work": some of what it does."""
    sentence = scene.sentence
    if sentence.tokens[about].lemma.lower() not in _WORKS or sentence.mention_at(about, MentionKind.OPERATION):
        return False
    return any(
        sentence.tokens[c].dep in ("compound", "amod", "nmod")
        and sentence.tokens[c].lower not in _PLAIN
        and sentence.mention_at(c, MentionKind.OPERATION, MentionKind.COUNTRY, MentionKind.ORGANISATION) is None
        and sentence.tokens[c].lower.isalpha()
        for c in sentence.children_of(about)
    )


def _is_by_operation(scene: Scene, clause: Clause) -> bool:
    """ "De-authorized by the mission", "set up by the mission": what the operation itself allows or founds."""
    if not clause.passive or clause.lemma not in _GIVING | {"establish", "set", "create"}:
        return False
    return bool(clause.agents) and any(operation_at(scene, i) for i in clause.agents)


def _is_matters_end(scene: Scene, clause: Clause) -> bool:
    """ "The results of the assessment … upon its completion", "agreements concluded with the neighbours"."""
    tokens = scene.sentence.tokens
    if clause.lemma not in ("completion", "conclusion", "conclude", "end", "finish"):
        return False
    its = any(tokens[c].lower == "its" for c in scene.sentence.children_of(clause.predicate))
    matters = any(t.lemma.lower() in _MATTERS for t in tokens[: clause.predicate])
    return matters and (its or (clause.lemma == "conclude" and any(word == "with" for word, _ in clause.obliques)))


def _is_holders(scene: Scene, about: int) -> bool:
    """ "The mandates of members": an office's, not the operation's."""
    tokens = scene.sentence.tokens
    links = (c for c in scene.sentence.children_of(about) if tokens[c].lower == "of")
    return any(tokens[o].lemma.lower() in _HOLDERS for c in links for o in scene.sentence.children_of(c))
