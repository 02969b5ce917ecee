"""Numbers of another body's people in a report on an operation: a local service's, a corps', a department's
(GUIDE.md, decision 52)."""

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level
from muster.extract.strength_owners import clause_above
from muster.model.annotation import MentionKind

_FAR = 30
# What a body that is no operation is called.
_BODIES = frozenset(
    "service corps division department directorate agency ministry academy institution prison authority"
    " commission office administration inspectorate court".split()
)


def is_strangers(scene: Scene, level: Level) -> bool:
    """Whether the number is that of a body which the sentence names nearer to it than the operation."""
    others = [at for at in _strangers(scene) if _is_near(scene, level.head, at)]
    if not others:
        return False
    own = [
        m.first
        for m in scene.sentence.mentions
        if m.kind is MentionKind.OPERATION and m.value == level.owner.operation and m.form != "anaphor"
    ]
    nearest = min(abs(at - level.head.first) for at in others)
    return not own or nearest < min(abs(at - level.head.first) for at in own)


def is_part(scene: Scene, level: Level) -> bool:
    """ "4,000 soldiers, some 350 of them from Chad": a part of the whole told before it, not the operation's all."""
    tokens = scene.sentence.tokens
    behind = [t.lower for t in tokens[level.head.mention.last : level.head.mention.last + 2]]
    whole = any(c.last <= level.head.first and not c.article for c in scene.sentence.counts)
    return whole and behind in (["of", "them"], ["of", "whom"], ["of", "these"], ["of", "those"])


def _is_near(scene: Scene, head: Headcount, at: int) -> bool:
    """Whether a body stands with the number: no operation's verb of its own between them."""
    low, high = sorted((at, head.first))
    return high - low <= _FAR and not any(t.text == ";" for t in scene.sentence.tokens[low:high])


def _strangers(scene: Scene) -> list[int]:
    """Where the sentence names forces and services of its own that are no operation."""
    sentence = scene.sentence
    found = []
    for mention in sentence.mentions:
        token = sentence.tokens[mention.last - 1]
        ours = sentence.mention_at(mention.last - 1, MentionKind.OPERATION, MentionKind.ORGANISATION)
        acronym = mention.kind is MentionKind.GROUP and mention.form == "group" and token.text.isupper()
        corps = mention.kind is MentionKind.COUNTRY and mention.form == "force" and token.text.isupper()
        if (acronym or corps) and ours is None:
            found.append(mention.last - 1)
    return [*found, *(t.i for t in sentence.tokens if _is_service(scene, t.i))]


def _is_service(scene: Scene, i: int) -> bool:
    """A service by its own name that has or gets the people: "the Penal Management Division plans to increase…",
    "the strength of the Police Service"."""
    sentence = scene.sentence
    token = sentence.tokens[i]
    if token.lemma.lower() not in _BODIES or not token.text[:1].isupper() or i == 0:
        return False
    first, last = sentence.phrase(i)
    if any(m.kind is MentionKind.OPERATION and first <= m.first < last for m in sentence.mentions):
        return False
    named = sentence.tokens[i - 1].text[:1].isupper()
    clause = clause_above(scene, i)
    acts = clause is not None and i in clause.agents
    above = sentence.tokens[token.head]
    owned = above.lower == "of" and sentence.tokens[above.head].lemma.lower() in ("strength", "number", "size")
    within = above.lower in ("with", "in", "for", "within") and sentence.tokens[above.head].lemma.lower() in (
        "serve",
        "work",
        "employ",
    )
    return named and (acts or owned or within)
