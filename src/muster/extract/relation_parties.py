"""Who stands in a relation: states, parties to a conflict and those who lead them (GUIDE.md, decision 55)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from muster.extract.evidence import Scene
from muster.gazetteer import operation
from muster.model.annotation import Mention, MentionKind

# Nouns for parties beside the groups that annotate knows.
_PARTIES = frozenset(
    "party side faction community opposition rebel delegation state country belligerent clan movement"
    " front warlord".split()
)
# Who meets in the course of work.
_WORKING = frozenset(
    "team board unit secretary police service department directorate division office staff prosecutor judge"
    " secretariat section cell panel head manager expert".split()
)
# Where a party's phrase goes on to what it is a party to: "the parties on more detailed matters".
_BEYOND = re.compile(r"\s(?:on|for|about|regarding|concerning|to)\s|\s*\($")
_TITLES = frozenset(
    "special deputy principal personal high permanent joint senior acting chief assistant local official".split()
)
_SORTS = frozenset({"armed", "institutions", "group", "offices"})
# Leaders whose presence makes a meeting one of the parties they lead stand before these nouns only as titles.
_HEADS = frozenset({"president", "presidents", "minister", "premier", "chancellor", "king", "emir", "government"})
_LOCAL = frozenset({"mayor", "official", "adviser", "ambassador", "commission", "committee", "council"})
_EMPTY = frozenset(
    {"emissary", "delegate", "delegation", "representative", "negotiator", "envoy", "official", "minister"}
)


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
    """The country the operation in focus works in; of several the one the document names most."""
    known = operation(scene.focus) if scene.focus else None
    if known is None or len(known.area) < 2:
        return known.area[0] if known is not None and known.area else None
    named = Counter(
        m.value
        for s in scene.document.sentences
        for m in s.mentions
        if m.kind is MentionKind.COUNTRY and m.value in known.area
    )
    return named.most_common(1)[0][0] if named else None


def _around(scene: Scene, i: int) -> Iterator[int]:
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(i):
        if c < i and tokens[c].dep in ("amod", "compound", "poss", "nmod"):
            yield c
        elif tokens[c].dep == "prep" and tokens[c].lower in ("of", "in", "by", "for"):
            for d in scene.sentence.children_of(c):
                yield d
                yield from (
                    e for e in scene.sentence.children_of(d) if tokens[e].dep in ("poss", "amod", "compound", "prep")
                )
                yield from (
                    f
                    for e in scene.sentence.children_of(d)
                    if tokens[e].lower == "of"
                    for f in scene.sentence.children_of(e)
                )


def _names(scene: Scene, i: int) -> Iterator[str]:
    sentence = scene.sentence
    token = sentence.tokens[i]
    person = sentence.mention_at(i, MentionKind.PERSON) or _beside(scene, i)
    if person is not None:
        yield person.value
        return
    if is_working_body(scene, i):
        return
    if token.lemma.lower() in _EMPTY:
        yield from _represented(scene, i)
        return
    for kind in (MentionKind.COUNTRY, MentionKind.ORGANISATION, MentionKind.OPERATION):
        named = sentence.mention_at(i, kind)
        if named is not None and (named.form != "adjective" or token.dep != "amod"):
            yield named.value
            return
    groups = [
        g
        for g in sentence.groups_at(i)
        if (g.form in _SORTS and token.lemma.lower() not in _LOCAL) or token.pos == "PRON"
    ]
    states = tuple(_states_led(scene, i)) if token.lemma.lower() in _HEADS else ()
    if states:
        yield from states
        return
    leads = token.lemma.lower() in ("leader", "president")
    if leads and not _leads_party(scene, i):
        return
    if groups and (groups[0].country == groups[0].value or token.pos == "PRON"):
        yield from dict.fromkeys(g.value for g in groups)
        yield from _joined_to_government(scene, i)
    elif groups or leads or token.lemma.lower() in _PARTIES or _is_proper(scene, i):
        yield _BEYOND.split(scene.phrase(i), maxsplit=1)[0]


def is_working_body(scene: Scene, i: int) -> bool:
    """Whether the noun is a service, board or clerk who is at work, no party: "the Advisory Team", "the Permanent
    Secretary", "Border Police"; or a half of a ministry's name ("Economy and Finance")."""
    sentence = scene.sentence
    token = sentence.tokens[i]
    if sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.PERSON, MentionKind.ORGANISATION):
        return False
    above = sentence.tokens[token.head]
    while above.pos != "ADP" and above.dep in ("conj", "pobj", "appos") and above.i != above.head:
        above = sentence.tokens[above.head]
    office = above.lower == "of" and sentence.tokens[above.head].lemma.lower() in ("ministry", "department")
    return token.lemma.lower() in _WORKING or office


def _is_proper(scene: Scene, i: int) -> bool:
    """A proper name that is no time and no site, whatever the tagger makes of it; a people by its noun."""
    token = scene.sentence.tokens[i]
    capital = (
        token.text[:1].isupper()
        and token.pos in ("PROPN", "NOUN")
        and token.entity in ("", "ORG", "NORP", "GPE", "PERSON")
    )
    return (
        capital
        and not any(time.first <= i < time.last for time in scene.sentence.times)
        and (token.pos == "PROPN" or token.entity != "" or token.text.isupper())
    )


def _leads_party(scene: Scene, i: int) -> bool:
    """ "The leaders of the two communities", "the Serb leaders": not "regional leaders"."""
    first, last = scene.sentence.phrase(i, of=True)
    words = scene.sentence.tokens[first:last]
    known = any(t.lemma.lower() in _PARTIES or t.entity in ("NORP", "GPE") for t in words)
    return known or any(m.kind is MentionKind.COUNTRY and first <= m.first < last for m in scene.sentence.mentions)


def _joined_to_government(scene: Scene, i: int) -> Iterator[str]:
    """ "The Government of Liberia, LURD and MODEL": movements that the parser takes for further countries."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].lower == "of":
            for d in scene.sentence.subtree(c)[1:]:
                if scene.sentence.tokens[d].dep == "conj" and scene.sentence.mention_at(d, MentionKind.COUNTRY) is None:
                    yield from _names(scene, d)


def between(scene: Scene, i: int) -> tuple[str, ...]:
    """The two that stand behind "between … and" after the noun at `i`, whatever the parse makes of them."""
    tokens = scene.sentence.tokens
    start = next((at for at in range(i + 1, min(i + 4, len(tokens))) if tokens[at].lower in ("between", "among")), None)
    if start is None:
        return ()
    kinds = (MentionKind.COUNTRY, MentionKind.ORGANISATION, MentionKind.PERSON, MentionKind.GROUP)
    named = sorted((m for m in scene.sentence.mentions if m.first > start and m.kind in kinds), key=lambda m: m.first)
    first = next((m for m in named if m.first <= start + 4 and m.form != "adjective"), None)
    if first is None:
        return ()
    for at in range(first.last, min(len(tokens), first.last + 16)):
        if tokens[at].lower == "and":
            second = next(
                (m for m in named if at < m.first <= at + 3 and m.value != first.value and m.form != "adjective"), None
            )
            if second is not None:
                return tuple(dict.fromkeys((*parties(scene, (first.last - 1,)), *parties(scene, (second.last - 1,)))))
    return ()


def subject_near(scene: Scene, predicate: int) -> tuple[int, ...]:
    """The subject of a verb the parser lost it for: the noun before ", which", or the noun that heads the sentence."""
    tokens = scene.sentence.tokens
    for at in range(predicate - 1, max(0, predicate - 5), -1):
        if tokens[at].lower in ("which", "who") and tokens[at - 1].text == ",":
            return (at - 2,)
    root = next((t.i for t in tokens if t.head == t.i), predicate)
    return (root,) if root < predicate and tokens[root].pos in ("NOUN", "PROPN") else ()


def _states_led(scene: Scene, i: int) -> Iterator[str]:
    """ "The Presidents of Azerbaijan and Russia", not named: their states."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].lower == "of":
            at = (d for d in scene.sentence.subtree(c)[1:] if scene.sentence.tokens[d].dep in ("pobj", "conj"))
            named = (scene.sentence.mention_at(d, MentionKind.COUNTRY) for d in at)
            yield from dict.fromkeys(mention.value for mention in named if mention is not None)


def _represented(scene: Scene, i: int) -> Iterator[str]:
    """Delegates stand for those who sent them."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].dep in ("compound", "poss", "amod", "nmod"):
            for at in (c, *(d for d in scene.sentence.children_of(c) if scene.sentence.tokens[d].dep == "conj")):
                named = scene.sentence.mention_at(at, MentionKind.COUNTRY, MentionKind.PERSON, MentionKind.ORGANISATION)
                if scene.sentence.tokens[at].lower in _TITLES:
                    continue
                if named is not None or scene.sentence.tokens[at].pos == "PROPN":
                    yield named.value if named else scene.sentence.tokens[at].text
        elif scene.sentence.tokens[c].lower in ("from", "of"):
            yield from parties(
                scene, (d for d in scene.sentence.children_of(c) if scene.sentence.tokens[d].dep in ("pobj", "conj"))
            )


def _beside(scene: Scene, i: int) -> Mention | None:
    """The leader named in apposition: "the President of Tajikistan, Mr. Emomali Rakhmonov"."""
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].dep in ("appos", "flat"):
            person = scene.sentence.mention_at(c, MentionKind.PERSON)
            if person is not None:
                return person
    return None
