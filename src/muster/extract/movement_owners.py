"""Whose the movers are: their own country's, their owner's, the sender's, or the nation's the document speaks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.movement_counts import FORCES, of_objects
from muster.extract.movement_forces import Party
from muster.extract.movement_parties import parties_at
from muster.gazetteer import operation
from muster.model.annotation import MentionKind, Sentence, Token
from muster.model.claim import Status

_GOVERNING = frozenset(
    {
        "ministry",
        "government",
        "parliament",
        "cabinet",
        "minister",
        "staff",
        "department",
        "president",
        "premier",
        "military",
        "army",
    }
)
_SAYING = frozenset({"say", "announce", "confirm", "tell", "declare", "state", "promise", "pledge"})
# How many words the head of a post has at most before its flag.
_POSTED = 8
_FURNISHING = frozenset({"furnish", "provide", "supply", "contribute", "send", "lend", "offer", "raise", "pledge"})
_UNITS = frozenset({"units", "soldiers"})
_FOREIGN = frozenset(
    {"un", "u.n.", "international", "foreign", "multinational", "nato", "african", "eu", "its", "their"}
)


@dataclass(frozen=True, slots=True)
class Stand(Scene):
    """A sentence, the nation its document speaks for, and the act of the movement told last, here or in
    the sentence before."""

    nation: str | None = None
    before: str | None = None
    told_here: bool = False


def attributed(scene: Stand, moving: Sequence[Party], sending: Sequence[Party], predicate: int) -> Iterator[Party]:
    """The movers under the names of those whose they are; nothing of those whose owner is not told."""
    states = [s for s in sending if s.sort in ("state", "army")]
    shares = _shares(scene, moving, len(states))
    if shares:
        yield from (_as(party, state) for party, state in zip(shares, states, strict=True))
        return
    for party in moving:
        owners = () if party.own else owners_of(scene, party.head)
        if party.own and len(states) == 1 and scene.sentence.tokens[party.head].pos == "PRON":
            yield _as(party, states[0])
        elif party.own:
            yield party
        elif owners:
            yield from (_as(party, _mission(scene, owner)) for owner in owners)
        elif states:
            shared = len(states) > 1 and party.count is not None and not _is_each(scene)
            yield from (_as(replace(party, count=None) if shared else party, state) for state in states)
        else:
            yield from _unowned(scene, party, sending, predicate)


def _is_each(scene: Scene) -> bool:
    return any(t.lower in ("each", "apiece", "both") for t in scene.sentence.tokens)


def _shares(scene: Stand, moving: Sequence[Party], senders: int) -> Sequence[Party]:
    """Those moved, one share for each of several senders: "sent 130 and 150 respectively", "their 334 and 876 men"."""
    if senders < 2:
        return ()
    if len(moving) == senders and any(t.lower == "respectively" for t in scene.sentence.tokens):
        return moving
    if len(moving) != 1:
        return ()
    first, last = scene.sentence.phrase(moving[0].head)
    counts = [c.count for c in scene.sentence.counts if first <= c.first < last]
    return [replace(moving[0], count=count) for count in counts] if len(counts) == senders else ()


def _unowned(scene: Stand, party: Party, sending: Sequence[Party], predicate: int) -> Iterator[Party]:
    nation = (
        (_nation(scene, party) if _is_lent(scene, party) else party.country)
        or party.country
        or labelled(scene)
        or poster(scene)
        or _national_forces(scene, party)
        or _deciding(scene, party)
        or _nation(scene, party)
        or speaking_state(scene, predicate)
        or _sent_from(scene, predicate)
        or _spoken_of_before(scene, party)
    )
    bodies = [s for s in sending if s.sort in ("organisation", "operation", "armed")]
    if nation is not None and not (bodies and nation == scene.nation):
        yield replace(party, actor=nation, country=nation, own=True, sort="force")
    elif bodies:
        yield _as(party, _mission(scene, bodies[0]))
    elif party.sort == "number":
        spoken_of = _spoken_of(scene, party.head)
        if spoken_of is not None and party.count is not None:
            yield _as(party, spoken_of)
    elif party.actor and (party.sort != "force" or _is_name(party.actor)):
        yield party
    elif scene.focus is not None and party.count is not None and _is_allowed(scene, predicate):
        yield replace(party, actor=scene.focus, own=True)


def _is_lent(scene: Stand, party: Party) -> bool:
    """Whether only the sentences before lend a unit its country."""
    groups = scene.sentence.groups_at(party.head)
    return bool(groups) and groups[0].form == "units" and groups[0].country is None


def _sent_from(scene: Scene, predicate: int) -> str | None:
    """The country from which a clause sends those of whom nothing else is told: "from Montevideo 30 are being sent"."""
    clause = scene.sentence.clause_at(predicate)
    here = operation(scene.focus) if scene.focus else None
    for word, at in clause.obliques if clause is not None else ():
        named = scene.sentence.mention_at(at, MentionKind.COUNTRY)
        if word == "from" and named is not None and not (here and named.value in here.area):
            return named.value
    return None


def _national_forces(scene: Stand, party: Party) -> str | None:
    """Whose "the Armed Forces" are without a word of whose: the nation's the document speaks for, else the host's."""
    if not party.actor.endswith(("Armed Forces", "Defence Forces", "Defense Forces", "Security Forces")):
        return None
    here = operation(scene.focus) if scene.focus else None
    return scene.nation or (here.area[0] if here and len(here.area) == 1 else None)


def _deciding(scene: Scene, party: Party) -> str | None:
    """The country by whose government's decision a unit goes: "by decision of the Swedish Government a battalion"."""
    decided = any(
        t.lemma.lower() in ("decision", "order", "decree", "vote") for t in scene.sentence.tokens[: party.head]
    )
    rulers = [
        g.country
        for g in scene.sentence.mentions
        if g.kind is MentionKind.GROUP and g.form == "institutions" and g.country and g.last <= party.head
    ]
    return rulers[-1] if decided and rulers else None


def _is_allowed(scene: Scene, predicate: int) -> bool:
    """Whether a council authorises it: those allowed are the mission's."""
    clause = scene.sentence.clause_at(predicate)
    return clause is not None and clause.status is Status.AUTHORISED


def _is_name(actor: str) -> bool:
    """Whether a force is called by more than what it is: "Oil Police", "unisfa", not "more policemen"."""
    return operation(actor) is not None or any(word[:1].isupper() for word in actor.split())


def _mission(scene: Stand, owner: Party) -> Party:
    """The United Nations as owner of troops: the mission in focus."""
    return replace(owner, actor=scene.focus) if owner.actor == "un" and scene.focus else owner


def _spoken_of(scene: Stand, i: int) -> Party | None:
    """Those spoken of last before a bare number: "120 Brazilians landed, with 1,080 more to come"."""
    found = _last_named(scene, i)
    index = scene.sentence.index
    if found is not None or index == 0 or scene.document.sentences[index - 1].segment != scene.sentence.segment:
        return found
    before = scene.document.sentences[index - 1]
    return _last_named(Scene(scene.document, before), len(before.tokens))


def _spoken_of_before(scene: Stand, party: Party) -> str | None:
    """The one country whose soldiers were spoken of in the two sentences before, of "the soldiers", "they", "the last
    of them" (GUIDE.md, decision 32)."""
    if party.own or party.sort not in ("force", "number") or not _is_definite(scene, party.head):
        return None
    if any(g.form in ("missions", "staff", "peacekeepers") for g in scene.sentence.groups_at(party.head)):
        return None
    told: dict[str, None] = {}
    for index in range(max(0, scene.sentence.index - 2), scene.sentence.index + 1):
        sentence = scene.document.sentences[index]
        end = party.head if sentence is scene.sentence else len(sentence.tokens)
        told |= dict.fromkeys(_soldiers_of(sentence, end))
    return next(iter(told)) if len(told) == 1 else None


def _is_definite(scene: Scene, i: int) -> bool:
    first, _ = scene.sentence.phrase(i)
    words = {t.lower for t in scene.sentence.tokens[first : i + 1]}
    return bool(words & {"the", "these", "those", "they", "them"}) and not words & _FOREIGN


def _soldiers_of(sentence: Sentence, end: int) -> Iterator[str]:
    """The countries whose soldiers a sentence speaks of before word `end`."""
    for m in sentence.mentions:
        if m.last > end:
            continue
        if m.kind is MentionKind.GROUP and m.form in FORCES and m.country:
            yield m.country
        elif m.kind is MentionKind.COUNTRY and m.form in ("demonym", "force"):
            yield m.value


def _last_named(scene: Scene, end: int) -> Party | None:
    for at in range(end - 1, -1, -1):
        named = [m for m in scene.sentence.mentions_at(at) if m.last - 1 == at]
        if not named or named[0].form == "anaphor":
            continue
        place = named[0].kind is MentionKind.COUNTRY and named[0].form in ("name", "capital") and not _acts(scene, at)
        found = (
            ()
            if place
            else tuple(p for p in parties_at(scene, at) if p.sort in ("force", "state", "operation") and p.actor)
        )
        if found:
            return found[0]
    return None


def _acts(scene: Scene, at: int) -> bool:
    return scene.sentence.tokens[at].dep in ("nsubj", "nsubjpass", "poss")


def labelled(scene: Scene) -> str | None:
    """The country that heads an entry: "ITALY: 2,500; first 800 landed on 2 September"."""
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.first <= 1]
    behind = named[0].last if named else 0
    tokens = scene.sentence.tokens
    return named[0].value if named and behind < len(tokens) and tokens[behind].text == ":" else None


def poster(scene: Scene) -> str | None:
    """The country whose ministry writes a post: the flag beside its handle."""
    for sentence in reversed(scene.document.sentences[: scene.sentence.index + 1]):
        flags = [m for m in sentence.mentions if m.form == "flag" and m.first <= _POSTED]
        posted = any(t.text.startswith("@") for t in sentence.tokens[: _POSTED + 4])
        if flags and (posted or sentence is scene.sentence):
            return flags[0].value
        if posted or sentence.segment != scene.sentence.segment:
            return None
    return None


def _nation(scene: Stand, party: Party) -> str | None:
    """The nation the document speaks for, where the words are its own: "our", "the battalion", "the last 40", or sent
    by "the Ministry"; not where they say that the force is another's."""
    if scene.nation is None:
        return None
    if scene.sentence.tokens[party.head].lower in ("we", "us"):
        return scene.nation
    nouns = [party.head, *_counted(scene, party.head), *of_objects(scene, party.head)]
    if any(t.lower == "our" for at in nouns for t in _described(scene, at)):
        return scene.nation
    groups = [g for at in nouns for g in scene.sentence.groups_at(at)]
    foreign = {t.lower for at in nouns for t in _described(scene, at)} & _FOREIGN
    if foreign or any(g.form in ("peacekeepers", "missions", "observers") for g in groups):
        return None
    if any(g.form in _UNITS for g in groups):
        return scene.nation
    told = _sent_by_government(scene) or _of_unit(scene, party.head)
    return scene.nation if party.sort == "number" and told else None


def _described(scene: Scene, at: int) -> tuple[Token, ...]:
    """The words before a noun in its phrase."""
    first, _ = scene.sentence.phrase(at)
    return scene.sentence.tokens[max(first, at - 6) : at]


def _of_unit(scene: Scene, i: int) -> bool:
    """Whether a unit stands behind: "140 servicemen of the light infantry company"."""
    sentence = scene.sentence
    links = [c for c in sentence.children_of(i) if sentence.tokens[c].lower in ("of", "from")]
    return any(g.form == "units" for c in links for d in sentence.children_of(c) for g in sentence.groups_at(d))


def _sent_by_government(scene: Scene) -> bool:
    """Whether a ministry, minister or government without a country acts in the sentence."""
    return any(
        scene.sentence.tokens[a].lemma.lower() in _GOVERNING
        for clause in scene.sentence.clauses
        for a in clause.agents
        if not any(g.country for g in scene.sentence.groups_at(a))
    )


def speaking_state(scene: Scene, predicate: int) -> str | None:
    """The state that announces what is still to come: "Kenya says another 600 police will join"."""
    clause = scene.sentence.clause_at(predicate)
    if clause is None or clause.status in (Status.ACTUAL, Status.DENIED):
        return None
    for at in scene.sentence.ancestors(predicate):
        if scene.sentence.tokens[predicate].dep == "conj":
            return None
        if scene.sentence.tokens[at].lemma in _SAYING:
            governor = scene.sentence.clause_at(at)
            found = [p for a in (governor.agents if governor else ()) for p in parties_at(scene, a)]
            return next((p.country for p in found if p.sort in ("state", "army")), None)
    return None


def _as(party: Party, owner: Party) -> Party:
    sort = "force" if party.sort == "number" else party.sort
    return replace(party, actor=owner.actor, country=owner.country, sort=sort, own=True)


def owner_of(scene: Scene, i: int) -> Party | None:
    """The first of those whose the noun or number at `i` is."""
    return next(iter(owners_of(scene, i)), None)


def owners_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whose the noun or number at `i` is: "its 300", "Sweden's last 200", "35 of their comrades", "whose Marines"."""
    for at in (i, *_counted(scene, i)):
        for c in _before(scene, at):
            found = _owners(scene, c)
            if found:
                return found
    return _furnishers(scene, i)


def _furnishers(scene: Scene, i: int) -> tuple[Party, ...]:
    """The states that provide it: "one company furnished by Brazil"."""
    nouns = (i, *of_objects(scene, i))
    below = (scene.sentence.clause_at(c) for at in nouns for c in scene.sentence.children_of(at))
    given = [c for c in below if c is not None and not c.nominal and c.passive and c.lemma in _FURNISHING]
    return tuple(p for c in given for at in c.agents for p in parties_at(scene, at) if p.sort == "state")[:1]


def _counted(scene: Scene, i: int) -> tuple[int, ...]:
    return tuple(c.noun for c in scene.sentence.counts if c.first <= i < c.last and c.noun is not None and c.noun != i)


def _before(scene: Scene, at: int) -> Iterator[int]:
    """The possessors of the noun at `at`, and those just before a bare number."""
    tokens = scene.sentence.tokens
    yield from (c for c in scene.sentence.children_of(at) if tokens[c].dep == "poss")
    for c in range(at - 1, max(-1, at - 5), -1):
        if tokens[c].dep == "poss" and tokens[c].head >= at:
            yield c
        elif tokens[c].pos in ("VERB", "ADP", "AUX"):
            return


def _owners(scene: Scene, c: int) -> tuple[Party, ...]:
    if scene.sentence.tokens[c].lower == "whose":
        return tuple(_antecedent_noun(scene, c))[:1]
    found = tuple(p for p in parties_at(scene, c) if p.sort != "number")
    return found if scene.sentence.tokens[c].lower == "their" else found[:1]


def _antecedent_noun(scene: Scene, c: int) -> Iterator[Party]:
    """The noun that "whose" refers to: the head of its relative clause, else the name just before."""
    for at in scene.sentence.ancestors(c):
        if scene.sentence.tokens[at].dep == "relcl":
            yield from parties_at(scene, scene.sentence.tokens[at].head)
            return
    for mention in reversed(scene.sentence.mentions):
        if mention.kind is MentionKind.COUNTRY and mention.last <= c:
            yield from parties_at(scene, mention.last - 1)
            return
