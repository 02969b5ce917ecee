"""Which operation a word stands for: its name, a pronoun, "the force", or the mandate, term or work of it."""

from collections.abc import Sequence

from muster.extract.evidence import Scene
from muster.gazetteer import operation
from muster.model.annotation import MentionKind

MANDATE = frozenset({"mandate", "authorisation", "authorization", "term", "stay", "authority", "tenure", "brief", "remit"})
AREA = MANDATE | {"task", "role", "objective", "aoo", "rule", "scope", "function"}
WORK = frozenset({"operation", "work", "duty", "duties", "mission", "deployment", "task", "activity", "mandate", "presence", "patrol", "operations", "withdrawal"})
_SELF = frozenset({"mission", "force", "operation", "peacekeeping", "presence", "deployment", "peacekeeper", "troop", "contingent"})


def operation_at(scene: Scene, i: int) -> str | None:
    """The operation that word `i` names or means; None for anything else, its parts included."""
    sentence = scene.sentence
    named = sentence.mention_at(i, MentionKind.OPERATION)
    if named is not None:
        return named.value if named.last - 1 == i or named.covers(i) else None
    for group in sentence.groups_at(i):
        known = operation(group.value)
        if group.form == "missions" and known is not None:
            return group.value
        if known is not None and group.form == "units" and _is_in_name(sentence.tokens[i].lower, known.names):
            return group.value
    return None


def whole_force_at(scene: Scene, i: int) -> str | None:
    """The operation whose whole force word `i` means: itself, or "KFOR troops", "the peacekeepers" without a number."""
    found = operation_at(scene, i)
    if found is not None:
        return found
    counted = any(count.noun == i for count in scene.sentence.counts)
    for group in scene.sentence.groups_at(i):
        if group.form in ("soldiers", "peacekeepers") and operation(group.value) is not None and not counted and group.country is None:
            named = any(m.kind is MentionKind.OPERATION and group.first <= m.first < group.last for m in scene.sentence.mentions)
            return group.value if named else None
    return None


def mandate_at(scene: Scene, i: int, nouns: frozenset[str] = MANDATE) -> str | None:
    """The operation whose mandate (or another of these nouns) word `i` is: its owner's, else the one in focus."""
    token = scene.sentence.tokens[i]
    if token.lemma.lower() not in nouns and token.lower not in nouns:
        return None
    owners = [o for c in owner_words(scene, i) if (o := operation_at(scene, c) or whole_force_at(scene, c))]
    return owners[0] if owners else scene.focus


def owner_words(scene: Scene, i: int) -> Sequence[int]:
    """The words that own word `i`: possessors, names before it, objects of "of" and "for" behind it."""
    tokens, children = scene.sentence.tokens, scene.sentence.children_of(i)
    before = [c for c in children if tokens[c].dep in ("poss", "compound", "nmod", "amod")]
    behind = [
        o
        for c in children
        if tokens[c].dep == "prep" and tokens[c].lower in ("of", "for", "given")
        for o in scene.sentence.children_of(c)
        if tokens[o].dep in ("pobj", "pcomp")
    ]
    return (*before, *behind)


def _is_in_name(word: str, names: Sequence[str]) -> bool:
    return any(word in name.lower().split() for name in names)
