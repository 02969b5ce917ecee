"""Who stands in a relation: states, parties to a conflict and those who lead them (GUIDE.md, decision 55)."""

from collections.abc import Iterable, Iterator

from muster.extract.evidence import Scene
from muster.gazetteer import operation
from muster.model.annotation import Mention, MentionKind

# Nouns for parties beside the groups that annotate knows.
_PARTIES = frozenset("party side faction leader community opposition rebel delegation state country belligerent clan movement front warlord".split())
_SORTS = frozenset({"armed", "institutions", "group", "offices"})
# Leaders whose presence makes a meeting one of the parties they lead stand before these nouns only as titles.
_EMPTY = frozenset({"emissary", "delegate", "delegation", "representative", "negotiator", "envoy", "official", "minister"})


def parties(scene: Scene, heads: Iterable[int]) -> tuple[str, ...]:
    """What claims call the parties that these words name, each once, in order."""
    return tuple(dict.fromkeys(name for i in heads for name in _names(scene, i)))


def country_of(scene: Scene, i: int) -> str | None:
    """The country that the noun at `i` is of: its name, adjective, possessor, or "of"/"in" phrase."""
    sentence = scene.sentence
    named = sentence.mention_at(i, MentionKind.COUNTRY)
    if named is not None:
        return named.value
    for at in _around(scene, i):
        found = sentence.mention_at(at, MentionKind.COUNTRY)
        if found is not None:
            return found.value
    return None


def country_here(scene: Scene) -> str | None:
    """The one country the operation in focus works in; None where it works in several."""
    known = operation(scene.focus) if scene.focus else None
    return known.area[0] if known is not None and len(known.area) == 1 else None


def _around(scene: Scene, i: int) -> Iterator[int]:
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(i):
        if c < i and tokens[c].dep in ("amod", "compound", "poss", "nmod"):
            yield c
        elif tokens[c].dep == "prep" and tokens[c].lower in ("of", "in", "by", "for"):
            for d in scene.sentence.children_of(c):
                yield d
                yield from (e for e in scene.sentence.children_of(d) if tokens[e].dep in ("poss", "amod", "compound", "prep"))
                yield from (f for e in scene.sentence.children_of(d) if tokens[e].lower == "of" for f in scene.sentence.children_of(e))


def _names(scene: Scene, i: int) -> Iterator[str]:
    sentence = scene.sentence
    token = sentence.tokens[i]
    person = sentence.mention_at(i, MentionKind.PERSON) or _beside(scene, i)
    if person is not None:
        yield person.value
        return
    if token.lemma.lower() in _EMPTY:
        yield from _represented(scene, i)
        return
    for kind in (MentionKind.COUNTRY, MentionKind.ORGANISATION, MentionKind.OPERATION):
        named = sentence.mention_at(i, kind)
        if named is not None and (named.form != "adjective" or token.dep != "amod"):
            yield named.value
            return
    groups = [g for g in sentence.groups_at(i) if g.form in _SORTS or token.pos == "PRON"]
    if groups and (groups[0].country == groups[0].value or token.pos == "PRON"):
        yield from dict.fromkeys(g.value for g in groups)
    elif groups or token.lemma.lower() in _PARTIES or token.entity in ("ORG", "NORP"):
        yield scene.phrase(i)


def _represented(scene: Scene, i: int) -> Iterator[str]:
    """Delegates stand for those who sent them."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].dep in ("compound", "poss", "amod", "nmod"):
            named = scene.sentence.mention_at(c, MentionKind.COUNTRY, MentionKind.PERSON, MentionKind.ORGANISATION)
            if named is not None:
                yield named.value
        elif scene.sentence.tokens[c].lower in ("from", "of"):
            yield from parties(scene, (d for d in scene.sentence.children_of(c) if scene.sentence.tokens[d].dep in ("pobj", "conj")))


def _beside(scene: Scene, i: int) -> Mention | None:
    """The leader named in apposition: "the President of Tajikistan, Mr. Emomali Rakhmonov"."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].dep in ("appos", "flat"):
            person = scene.sentence.mention_at(c, MentionKind.PERSON)
            if person is not None:
                return person
    return None
