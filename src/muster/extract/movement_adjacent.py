"""What plain adjacency tells where the parse tells nothing: telegrams, headlines, lists, left-out verbs."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.extract.movement_counts import FORCES
from muster.extract.movement_forces import Party
from muster.extract.movement_owners import Stand, labelled
from muster.extract.movement_parties import parties_at
from muster.extract.movement_places import Places
from muster.model.annotation import Clause, CountMention, Mention, MentionKind, Token

_FAR = 10
_BREAKS = frozenset({";", ":", ".", "—", "–"})
# What says without a verb which way a force goes, right behind it: "70 soldiers off to Mali", "Germans out of Kabul".
_WAYS = {
    ("off", "to"): "deploy",
    ("bound", "for"): "deploy",
    ("headed", "for"): "deploy",
    ("en", "route"): "deploy",
    ("in", "from"): "deploy",
    ("arriving", "from"): "deploy",
    ("out", "of"): "withdraw",
    ("home", "from"): "withdraw",
    ("back", "from"): "withdraw",
    ("home", "by"): "withdraw",
    ("out", "by"): "withdraw",
    ("back", "by"): "withdraw",
    ("back", "home"): "withdraw",
    ("on", "the", "way", "home"): "withdraw",
    ("due", "at"): "deploy",
    ("due", "in"): "deploy",
    ("due", "on"): "deploy",
    ("due",): "deploy",
    ("expected",): "deploy",
    ("awaited",): "deploy",
    ("inbound",): "deploy",
    ("to", "follow"): "deploy",
    ("to", "come"): "deploy",
    ("sent",): "deploy",
    ("in", "place", "since"): "deploy",
    ("ashore", "since"): "deploy",
    ("home", "since"): "withdraw",
    ("back", "since"): "withdraw",
    ("gone", "since"): "withdraw",
    ("out", "since"): "withdraw",
}
_HEADINGS = {
    **dict.fromkeys(("arrivals", "newcomers", "arriving", "arrived", "incoming", "coming", "in"), "deploy"),
    **dict.fromkeys(
        ("departures", "departing", "departed", "leaving", "withdrawn", "withdrawals", "outgoing"), "withdraw"
    ),
    **dict.fromkeys(("reinforcements",), "reinforce"),
    **dict.fromkeys(("rotations", "reliefs"), "rotate"),
}
_OUT = {
    "out": "withdraw",
    "home": "withdraw",
    "gone": "withdraw",
    "withdrawn": "withdraw",
    "in": "deploy",
    "arrived": "deploy",
}
_FIRSTS = {first: tuple(way for way in _WAYS if way[0] == first) for first in {way[0] for way in _WAYS}}
# Of these it is still to come.
_AHEAD = frozenset({"due", "expected", "awaited", "inbound", "follow", "come", "bound", "route", "headed"})


def adjacent(scene: Scene, clause: Clause, frame: Frame) -> tuple[Party, ...]:
    """The force nearest to a predicate to which the parse gives none: before it for who moves, behind it for what
    is moved; nothing across a stop, another verb, or a person who may be the subject."""
    if frame["needs"] == "place" or frame["act"] == "same" or any(scene.sentence.mention_at(a) for a in clause.agents):
        return ()
    if any(scene.sentence.tokens[c].dep == "ccomp" for c in scene.sentence.children_of(clause.predicate)):
        return ()
    participle = scene.sentence.tokens[clause.predicate].dep in ("acl", "amod") and frame["mover"] == "agent"
    if participle or (frame["mover"] == "agent" and clause.passive):
        return ()
    before = frame["mover"] == "agent" or clause.passive
    step = -1 if before else 1
    at = clause.predicate + step
    tokens = scene.sentence.tokens
    while 0 <= at < len(tokens) and abs(at - clause.predicate) <= _FAR and tokens[at].text not in _BREAKS:
        if _is_verb(tokens[at]) or (
            not before and tokens[at].dep in ("dobj", "pobj") and not scene.sentence.groups_at(at)
        ):
            return ()
        found = _forces(scene, at)
        if found:
            return found
        at += step
    return ()


def _is_verb(token: Token) -> bool:
    return token.pos == "VERB" and token.dep not in ("amod", "acl", "compound")


def _forces(scene: Scene, at: int) -> tuple[Party, ...]:
    """The force whose head noun is the word at `at`."""
    groups = scene.sentence.groups_at(at)
    if groups and groups[0].form not in FORCES - {"missions"}:
        return ()
    country = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    people = country is not None and country.last - 1 == at and country.form in ("demonym", "force")
    if not groups and not people:
        return ()
    return tuple(p for p in parties_at(scene, at) if p.sort == "force")


def verbless(scene: Stand) -> Iterator[tuple[str, Party, Places, tuple[int, ...]]]:
    """Movements told without a verb: act, party, places, and the words that carry it."""
    tokens = scene.sentence.tokens
    for token in tokens[1:]:
        if token.lower not in _FIRSTS or not _is_loose(scene, token):
            continue
        for way in _FIRSTS[token.lower]:
            if tuple(t.lower for t in tokens[token.i : token.i + len(way)]) == way:
                yield from _on_the_way(scene, token.i, way)


def _is_loose(scene: Scene, token: Token) -> bool:
    """Whether a word of the way belongs to no verb of the sentence."""
    of_verb = token.pos != "ADJ" and _is_verb(scene.sentence.tokens[token.head])
    return not of_verb and not (token.pos == "VERB" and scene.sentence.is_full)


def _on_the_way(scene: Stand, at: int, way: tuple[str, ...]) -> Iterator[tuple[str, Party, Places, tuple[int, ...]]]:
    """The force right before the words of a way at `at`."""
    tokens = scene.sentence.tokens
    act = _WAYS[way]
    place = _place_behind(scene, at + len(way))
    if way[-1] in ("to", "of", "from", "for") and (not place or tokens[at - 1].text == ","):
        return
    found = next((f for h in range(at - 1, max(-1, at - 8), -1) if (f := _listed(scene, h))), ())
    if found and not any(_is_verb(t) for t in tokens[found[0].head : at]):
        ends = Places(goals=place) if act == "deploy" and way[-1] != "from" else Places(origins=place)
        yield act, found[0], ends, (found[0].head, at + len(way) - 1)


def _listed(scene: Scene, at: int) -> tuple[Party, ...]:
    """The force at a word; in an entry under a country's name also a bare number ("Pakistan: 450 due at Lungi")."""
    found = _forces(scene, at)
    if found or scene.sentence.tokens[at].text in _BREAKS:
        return found
    return tuple(p for p in parties_at(scene, at) if p.sort == "number" and p.count is not None and labelled(scene))


def is_ahead(word: str) -> bool:
    """Whether a word that tells a movement without a verb tells it of the future."""
    return word in _AHEAD


def itemised(scene: Stand) -> Iterator[tuple[str, Party, Places, tuple[int, ...]]]:
    """Entries under a word for coming or going: "New arrivals: Cambodia (184), Brunei (30)"."""
    tokens = scene.sentence.tokens
    colon = next((t.i for t in tokens[:6] if t.text == ":"), None)
    act = next((_HEADINGS[t.lower] for t in tokens[:colon] if t.lower in _HEADINGS), None) if colon else None
    if colon is None:
        return
    if act is None:
        yield from _entry(scene, colon)
        return
    for mention in scene.sentence.mentions:
        if mention.kind is not MentionKind.COUNTRY or mention.first < colon:
            continue
        close = [
            c for c in scene.sentence.counts if 0 <= c.first - mention.last <= 1 or 0 <= mention.first - c.last <= 1
        ]
        if close:
            more = any(t.lower in ("more", "another", "further", "additional") for t in tokens[: close[0].first])
            act = "reinforce" if act == "deploy" and more else act
            at = mention.last - 1
            party = Party(at, mention.value, "force", mention.value, close[0].count, own=True)
            yield act, party, Places(), (at, close[0].first)


def _entry(scene: Stand, colon: int) -> Iterator[tuple[str, Party, Places, tuple[int, ...]]]:
    """ "Jordan: out by 28 February": a country, and which way it goes."""
    tokens = scene.sentence.tokens
    named = scene.sentence.mention_at(colon - 1, MentionKind.COUNTRY) if colon else None
    act = _OUT.get(tokens[colon + 1].lower) if colon + 1 < len(tokens) else None
    if named is not None and named.first == 0 and act is not None:
        yield (
            act,
            Party(named.last - 1, named.value, "force", named.value, own=True),
            Places(),
            (named.last - 1, colon + 1),
        )


def _place_behind(scene: Scene, at: int) -> tuple[int, ...]:
    tokens = scene.sentence.tokens
    named = next((m for m in scene.sentence.mentions if m.first == at and m.kind is MentionKind.COUNTRY), None)
    if named is not None:
        return (named.last - 1,)
    return (at,) if at < len(tokens) and tokens[at].pos == "PROPN" else ()


def others_like(scene: Stand, told: Party) -> Iterator[Party]:
    """ "A battalion from Ghana and one from Nepal"."""
    tokens = scene.sentence.tokens
    for at in range(told.head + 1, min(len(tokens) - 2, told.head + 8)):
        if tokens[at].lower in ("one", "another") and tokens[at + 1].lower in ("from", "of"):
            named = scene.sentence.mention_at(at + 2, MentionKind.COUNTRY)
            if named is not None:
                yield replace(told, head=at, actor=named.value, country=named.value, own=True)


def gapped(scene: Stand, told: Party) -> Iterator[Party]:
    """Others who do the same, the verb left out: "Denmark will take out 150, Sweden 200 and Finland 250"."""
    countries = [m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.first > told.head]
    for mention in countries:
        count = _beside(scene, mention)
        before = scene.sentence.tokens[mention.first - 1].lower
        if (
            count is None
            or before not in (",", "and", ";", "the")
            or mention.form not in ("name", "capital", "demonym")
        ):
            continue
        if any(_is_verb(t) for t in scene.sentence.tokens[told.head : mention.first]):
            return
        yield replace(
            told, head=mention.last - 1, actor=mention.value, country=mention.value, count=count.count, own=True
        )


def _beside(scene: Scene, mention: Mention) -> CountMention | None:
    """The number behind a country: at once, or after an aside ("Fiji, on nobody's map, with 500")."""
    tokens = scene.sentence.tokens
    for count in (c for c in scene.sentence.counts if c.first >= mention.last and not c.article):
        between = tokens[mention.last : count.first]
        aside = bool(between) and (between[0].text == "," or between[0].pos == "ADP") and len(between) <= 9
        if not between or (aside and not any(_is_verb(t) or t.text in _BREAKS for t in between)):
            return count
        return None
    return None
