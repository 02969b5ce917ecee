"""A number near its operation and near a word for a level, however the clause is built: "UNIFIL has in all 6,100 men",
"at its height UNITAF had, in January, 37,000", "with a maximum of 22,126", "4,112 of the 5,326 authorised troops".

Adjacency makes it clear where the parse does not: owner and word of level stand in the number's own clause, and nothing
between them moves, hurts or counts anybody else.
"""

from collections.abc import Iterator

from muster.extract.casualty_frames import is_harm_word
from muster.extract.contingent_area import is_elsewhere, mission_at
from muster.extract.evidence import Scene
from muster.extract.frames import lexicon
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level
from muster.extract.strength_owners import CEILINGS, Owner
from muster.model.annotation import MentionKind, Token
from muster.model.claim import Status

_HAVING = frozenset(
    "have number count total muster comprise stand reach field include embrace run boast deploy inherit keep "
    "consist employ amount come".split()
)
_NOUNS = frozenset(
    "strength establishment size level total figure count headcount complement manpower ceiling roof cap limit maximum "
    "all height peak".split()
)
_AUTHORISED = CEILINGS | frozenset(
    "authorised authorized sanctioned allowed permitted mandated approved authorise authorize sanction allow permit "
    "establishment foreseen envisages".split()
)
_PLANNED = frozenset("foresee envisage plan project propose intend expect speak target should would".split())
_AHEAD = frozenset({"foresaw", "envisaged", "planned", "projected", "proposed", "intended", "expected", "target"})
_WALLS = frozenset({";", ":", "(", ")", "but", "while", "whereas"})
_STATES = frozenset({"member", "country", "nation", "state", "partner", "ally", "contributor"})
# What happens to people of whom it is not said how many there are.
_SUFFERED = frozenset({"taken", "captured", "held", "seized", "lost", "hurt", "buried", "repatriated", "relieved"})
_LOSING = frozenset({"lose", "bury", "mourn", "bereave", "miss"})
# A number behind these is a difference, or the first of several.
_CHANGING = frozenset({"by", "first", "last", "another", "other", "next"})
# The count of what nobody names is that of the operation in focus.
_OWN = frozenset({"strength", "headcount", "count", "establishment", "complement"})
_REACH, _BEHIND, _FEWEST = 12, 6, 15


def beside_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """The numbers of the sentence that stand beside an operation and a word for a level."""
    for head in heads:
        if not _may_be_all(scene, head):
            continue
        slug = _owner(scene, head)
        if slug is None:
            continue
        status = _status(scene, head)
        if status is not None:
            owner = Owner(head.first, operation=slug, status=status)
            yield Level(owner, head, head.first, status, rule="beside its operation")


def _may_be_all(scene: Scene, head: Headcount) -> bool:
    """Whether the number can be everybody: no addition, no nation's, no part, nobody who then comes or goes."""
    if head.countries or head.grows or head.body or head.size < _FEWEST or head.mention.partitive:
        return False
    tokens = scene.sentence.tokens
    noun = head.mention.noun
    if noun is not None and tokens[noun].lemma.lower() in _STATES:
        return False
    lead = tokens[head.first - 1].lower if head.first else ""
    then = [t for t in tokens[head.last : head.last + 5] if t.pos == "VERB"]
    suffers = any(is_harm_word(t) or _moves(t) or t.lower in _SUFFERED for t in then)
    return lead not in _CHANGING and not suffers and not is_elsewhere(scene, head)


def _before(scene: Scene, head: Headcount) -> list[Token]:
    """The words of the number's own clause before it, the nearest first."""
    found: list[Token] = []
    for i in range(head.first - 1, max(-1, head.first - _REACH), -1):
        token = scene.sentence.tokens[i]
        if token.text in _WALLS:
            break
        found.append(token)
    return found


def _owner(scene: Scene, head: Headcount) -> str | None:
    """The operation before the number in its clause, or right behind it ("15,000 for UNIFIL"); the one in focus where
    "it", a ceiling or an authority stands in its place."""
    near = _before(scene, head)
    named = next((slug for t in near if (slug := mission_at(scene, t.i)) is not None), None)
    if named is None:
        named = _behind(scene, head)
    if named is None and any(t.lower in ("it", "its") or t.lower in CEILINGS or t.lower in _OWN for t in near):
        named = scene.focus
    return None if named is None or _is_somebody_elses(scene, near) else named


def _behind(scene: Scene, head: Headcount) -> str | None:
    tokens = scene.sentence.tokens
    for i in range(head.last, min(head.last + _BEHIND, len(tokens))):
        if tokens[i].text in _WALLS or tokens[i].text == ",":
            return None
        if tokens[i - 1].lower in ("for", "of", "in", "with") and (slug := mission_at(scene, i)) is not None:
            return slug
    return None


def _is_somebody_elses(scene: Scene, near: list[Token]) -> bool:
    """Whether a word in between moves or hurts somebody, or names a country's people."""
    for token in near:
        if token.lemma.lower() in _LOSING:
            return True
        if mission_at(scene, token.i) is not None:
            return False
        if is_harm_word(token) or _moves(token):
            return True
        if scene.sentence.mention_at(token.i, MentionKind.COUNTRY) is not None:
            return True
    return False


def _moves(token: Token) -> bool:
    if token.pos != "VERB" or token.lemma.lower() in _HAVING:
        return False
    return lexicon("movement").find(token.lemma.lower(), None, "verb") is not None


def _status(scene: Scene, head: Headcount) -> Status | None:
    """What the words around make of the number; None where nothing says that it is a level."""
    near = _before(scene, head)
    after = scene.sentence.tokens[head.last : head.last + 3]
    inside = scene.sentence.tokens[head.mention.last : head.last]
    words = {t.lower for t in (*near, *after, *inside)}
    lemmas = {t.lemma.lower() for t in near}
    if words & _AUTHORISED:
        return Status.AUTHORISED
    if lemmas & _PLANNED or words & _AHEAD:
        return Status.PLANNED
    having = any(t.lemma.lower() in _HAVING and t.pos == "VERB" for t in near)
    return Status.ACTUAL if having or words & _NOUNS else None
