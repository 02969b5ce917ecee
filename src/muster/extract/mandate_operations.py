"""Which operation a word stands for: its name, a pronoun, "the force", or the mandate, term or work of it."""

from collections.abc import Sequence

from muster.extract.evidence import Scene
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind

MANDATE = frozenset(
    {
        "mandate",
        "authorisation",
        "authorization",
        "term",
        "stay",
        "authority",
        "tenure",
        "remit",
        "licence",
        "license",
        "life",
        "lifetime",
    }
)
CHANGING = frozenset({"mandate", "remit", "authorisation", "authorization", "task", "tasking"})
WORK = frozenset(
    {
        "operation",
        "work",
        "duty",
        "duties",
        "mission",
        "deployment",
        "task",
        "mandate",
        "presence",
        "activity",
        "operations",
        "service",
    }
)
_PRESENCE = frozenset({"presence", "mission", "force", "operation", "deployment", "peacekeeping"})
_NAMING = frozenset({"known", "called", "named", "codenamed", "dubbed", "as", "(", ",", "or", "-"})
_DEFINITE = frozenset({"the", "this", "its", "our", "that", "it", "which", "itself", "they", "whose"})


def operation_at(scene: Scene, i: int) -> str | None:
    """The operation that word `i` names or means; None for anything else, its parts included."""
    sentence = scene.sentence
    named = sentence.mention_at(i, MentionKind.OPERATION)
    if named is not None:
        return named.value
    for group in sentence.groups_at(i):
        known = operation(group.value)
        if group.form == "missions":
            if known is not None:
                return group.value
            apposed = _apposed(scene, i)
            definite = sentence.tokens[group.first].lower in _DEFINITE and group.country is None
            return apposed or (scene.focus if definite and not _is_other(scene, group.first, group.last) else None)
        if known is not None and group.form == "units" and _is_in_name(sentence.tokens[i].lower, known.names):
            return group.value
    return _apposed(scene, i) if sentence.tokens[i].lemma.lower() in _PRESENCE else None


def _is_other(scene: Scene, first: int, last: int) -> bool:
    """Whether words name a body that is none of the operation in focus ("the OSCE mission")."""
    kinds = (MentionKind.COUNTRY, MentionKind.ORGANISATION)
    other = {
        "diplomatic",
        "advance",
        "fact",
        "assessment",
        "rescue",
        "military",
        "trade",
        "permanent",
        "rebel",
        "government",
        "task",
        "air",
        "police",
    }
    return any(
        scene.sentence.mention_at(i, *kinds) or scene.sentence.tokens[i].lower in other for i in range(first, last)
    )


def _apposed(scene: Scene, i: int) -> str | None:
    """The operation named right behind a noun: "the presence known as KFOR", "a new mission, UNSMIL"."""
    tokens, at = scene.sentence.tokens, i + 1
    while at < len(tokens) and at < i + 4 and tokens[at].lower in _NAMING:
        at += 1
    near = i + 1 < at or (at < len(tokens) and tokens[at].head == i)
    named = scene.sentence.mention_at(at, MentionKind.OPERATION) if near and at < len(tokens) else None
    return named.value if named is not None and named.first == at else None


def whole_force_at(scene: Scene, i: int) -> str | None:
    """The operation whose whole force word `i` means: itself, or "KFOR troops" without a number."""
    found = operation_at(scene, i)
    if found is not None:
        return found
    counted = any(count.noun == i for count in scene.sentence.counts)
    for group in scene.sentence.groups_at(i):
        if (
            group.form in ("soldiers", "peacekeepers")
            and operation(group.value) is not None
            and not counted
            and group.country is None
        ):
            named = any(
                m.kind is MentionKind.OPERATION and group.first <= m.first < group.last for m in scene.sentence.mentions
            )
            return group.value if named else None
    return None


_FOUNDED = frozenset(
    {"creation", "establishment", "formation", "deployment", "dispatch", "sending", "setting", "despatch"}
)


def founded_at(scene: Scene, i: int) -> str | None:
    """The operation, or the one whose creation or dispatch word `i` is ("approved the deployment of UNAMID")."""
    if scene.sentence.tokens[i].lemma.lower() in _FOUNDED:
        owned = (o for c in owner_words(scene, i) if (o := operation_at(scene, c)))
        whose = any(scene.sentence.tokens[c].lower == "whose" for c in scene.sentence.children_of(i))
        return next(owned, scene.focus if whose else None)
    return whole_force_at(scene, i)


def any_operation_at(scene: Scene, i: int) -> str | None:
    """The operation that word `i` or whatever part of it belongs to."""
    groups = [g.value for g in scene.sentence.groups_at(i) if operation(g.value) is not None]
    return operation_at(scene, i) or next(iter(groups), None)


def mandate_at(scene: Scene, i: int, nouns: frozenset[str] = MANDATE) -> str | None:
    """The operation whose mandate (or another of these nouns) word `i` is: its owner's, else the one in focus; None
    where somebody else owns it."""
    token = scene.sentence.tokens[i]
    if token.lemma.lower() not in nouns and token.lower not in nouns:
        return None
    owners = owner_words(scene, i)
    found = [o for c in owners if (o := any_operation_at(scene, c))]
    if found:
        return found[0]
    if any(_owns(scene, c) for c in owners):
        return None
    return _within(scene, i) or scene.focus


def owner_words(scene: Scene, i: int) -> Sequence[int]:
    """The words that own word `i`: possessors, names before it, objects of "of" and "for" behind it."""
    tokens, children = scene.sentence.tokens, scene.sentence.children_of(i)
    before = [c for c in children if tokens[c].dep in ("poss", "compound", "nmod", "amod")]
    behind = [
        o
        for c in children
        if tokens[c].dep == "prep" and tokens[c].lower in ("of", "for")
        for o in scene.sentence.children_of(c)
        if tokens[o].dep in ("pobj", "pcomp")
    ]
    return (*before, *behind)


def antecedent(scene: Scene, clause: Clause, *, of_object: bool) -> int | None:
    """The operation's name right before "which" where a relative clause begins: the subject's ("UNMIL, which closed"),
    or with `of_object` the object's ("UNMIL, which the Council established"). Read off the words, not the parse."""
    tokens, at = scene.sentence.tokens, clause.predicate - 1
    between = 0
    while at > 0 and tokens[at].lower not in ("which", "that") and between < 6:
        if tokens[at].pos == "VERB" or tokens[at].text in (",", ";"):
            return None
        between += tokens[at].pos in ("NOUN", "PROPN", "PRON")
        at -= 1
    if at <= 0 or tokens[at].lower not in ("which", "that") or (between > 0) != of_object:
        return None
    at -= 1
    while at > 0 and tokens[at].text in (",", ")", "("):
        at -= 1
    return at if scene.sentence.mention_at(at, MentionKind.OPERATION) else None


def area_at(scene: Scene, i: int) -> str | None:
    """The operation whose area of operations word `i` is."""
    words = [t.lower for t in scene.sentence.tokens[i : i + 3]]
    if words[:2] != ["area", "of"] or words[2:] not in (["operations"], ["operation"], ["responsibility"]):
        return None
    return scene.focus


def _owns(scene: Scene, c: int) -> bool:
    """Whether a word is an owner of its own: a possessive name, a country, a person, a council."""
    # "Its mandate" is the operation's whatever the pronoun was taken for; a person's is his own.
    owner = scene.sentence.tokens[c].dep == "poss" and scene.sentence.tokens[c].lower not in (
        "its",
        "their",
        "our",
        "whose",
    )
    kinds = (MentionKind.COUNTRY, MentionKind.PERSON)
    contingent = any(
        operation(g.value) is None and g.form in ("units", "soldiers", "institutions", "armed")
        for g in scene.sentence.groups_at(c)
    )
    # "The mandate of the Special Rapporteur": a name behind "of" that is no operation's.
    named = scene.sentence.tokens[c].pos == "PROPN" and scene.sentence.tokens[c].dep == "pobj"
    return (
        named
        or owner
        or contingent
        or (bool(scene.sentence.mentions_at(c, *kinds)) and scene.sentence.tokens[c].dep == "pobj")
    )


def _within(scene: Scene, i: int) -> str | None:
    """The operation named in the words that hang on a noun ("the authorization given to the French (Licorne)")."""
    under = scene.sentence.subtree(i)
    named = [
        m
        for m in scene.sentence.mentions
        if m.kind is MentionKind.OPERATION and m.form != "anaphor" and i < m.first <= under[-1]
    ]
    return named[0].value if named else None


def _is_in_name(word: str, names: Sequence[str]) -> bool:
    return any(word in name.lower().split() for name in names)
