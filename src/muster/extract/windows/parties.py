"""Who a noun chunk names, for claims: countries, operations, bodies and people, never by a pronoun.

What a pronoun, or a word of another body beside a force, may mean is for the parse reader to settle: this one refuses.
"""

from muster.extract.windows.window import Window
from muster.model.annotation import Mention, MentionKind

FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "units", "missions", "staff"})
# An office of which there is one, so that its title is a name.
_SOLE = frozenset({"secretary-general"})
_BODIES = frozenset({"spokes", "offices", "institutions", "missions", "headquarters"})


def is_named(window: Window, n: int, mention: Mention) -> bool:
    """Whether the sentence itself says who is meant: by a name, or by a common noun with nothing foreign about it."""
    if mention.form == "anaphor" or window.head(n).tag in ("PRP", "PRP$", "DT", "EX", "WP"):
        return False
    titled = mention.kind is not MentionKind.GROUP or mention.form in _BODIES
    return titled or not _has_stranger(window, n)


def _has_stranger(window: Window, n: int) -> bool:
    """A proper name in the chunk that nothing knows, as in "two HNP officers"."""
    sentence = window.scene.sentence
    for token in window.words(n):
        known = [m for m in sentence.mentions_at(token.i) if m.kind is not MentionKind.GROUP]
        if token.tag in ("NNP", "NNPS") and not known and not sentence.groups_at(token.i):
            return True
    return False


def is_owned_by_pronoun(window: Window, n: int) -> bool:
    """ "Its contingent", "their men": whose, another sentence says."""
    return any(t.tag == "PRP$" for t in window.words(n))


def named(window: Window, n: int) -> tuple[Mention, ...]:
    """Who a noun chunk names."""
    return tuple(m for m in window.actors(n) if is_named(window, n, m))


def named_forces(window: Window, n: int) -> tuple[str, ...]:
    """The forces that a noun chunk names, as claims call them: countries, operations, units as written."""
    found = []
    for mention in named(window, n):
        force = mention.kind is MentionKind.GROUP and mention.form in FORCES
        people = _is_demonym(mention) and window.count(n) is not None
        if force or people or mention.kind is MentionKind.OPERATION:
            found.append(mention.country or mention.value)
    return tuple(dict.fromkeys(found))


def _is_demonym(mention: Mention) -> bool:
    return mention.kind is MentionKind.COUNTRY and mention.form == "demonym"


def named_actors(window: Window, n: int) -> tuple[str, ...]:
    """Whoever a noun chunk names, as claims call them."""
    return tuple(dict.fromkeys(m.value for m in named(window, n)))


def named_people(window: Window, n: int) -> tuple[str, ...]:
    """The people whom a noun chunk names."""
    chunk = window.chunks[n]
    people = (m for m in window.scene.sentence.mentions if m.kind is MentionKind.PERSON and m.form != "anaphor")
    return tuple(dict.fromkeys(m.value for m in people if chunk.first <= m.first < chunk.last))


def speakers(window: Window, n: int) -> tuple[str, ...]:
    """Those among the named who can take a position: states, bodies, offices with a name, people."""
    found = []
    for mention in named(window, n):
        if mention.kind is not MentionKind.GROUP or mention.form in _BODIES or mention.country:
            bare = mention.form == "offices" and " " not in mention.value and mention.value.casefold() not in _SOLE
            found += [] if bare else [mention.value]
    return tuple(dict.fromkeys(found))
