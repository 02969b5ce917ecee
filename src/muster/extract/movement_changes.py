"""Changes of one force for another, of a force's size, and forces asked for."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.frames import Frame
from muster.extract.movement_counts import count_at, trailing
from muster.extract.movement_forces import Party
from muster.extract.movement_idioms import counts_things
from muster.extract.movement_moves import Move
from muster.extract.movement_needs import extent, is_topping_up
from muster.extract.movement_owners import Stand, attributed, owner_of
from muster.extract.movement_parties import parties_at, parties_of
from muster.extract.movement_places import Places, places_of
from muster.gazetteer import operation
from muster.model.annotation import Clause
from muster.model.claim import Status
from muster.model.count import Count

_SIZES = frozenset(
    "strength level force contingent contribution size deployment commitment garrison troop presence".split()
)
_WHOLE = frozenset({"missions", "peacekeepers"})
_WISHES = frozenset({"want", "need", "require"})
_TAKEN = frozenset("weapon arm rifle vehicle equipment command ammunition jeep truck gun duty post".split())
_STEADS = frozenset({"place", "stead", "slot", "gap", "void", "way", "room"})
_COUNCILS = frozenset({"un-security-council", "un", "un-general-assembly", "osce", "icrc", "unhcr"})


def swapped(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    """Newcomers for those they relieve: one country's own relief is a `rotate`, else one comes and the other goes."""
    if clause.status is Status.DENIED or _is_robbery(scene, clause):
        return
    going = _exchanged(scene, _relieved(scene, clause))
    coming = _exchanged(scene, clause.agents, states=bool(going))
    them = bool(clause.patients) and all(scene.sentence.tokens[i].pos == "PRON" for i in clause.patients)
    if clause.patients and not going and not them and (frame.particle or "").split(" ")[0] not in _STEADS:
        return
    if frame["mover"] == "yield":
        coming, going = going, coming
    places = places_of(scene, clause, "")
    nameless = going and going[0].country is None and scene.sentence.tokens[going[0].head].pos == "PRON"
    placed = not going and (them or (frame.particle or "").split(" ")[0] in _STEADS)
    stead = bool(clause.patients) and (placed or nameless)
    for party, way in _changes(scene, [_as_named(scene, p) for p in coming], going):
        act = "deploy" if stead and party.own and not _is_fresh(scene, party) else way
        if (party.country is None and party.count is None) or counts_things(scene, party):
            continue
        told = replace(party, count=party.count or trailing(scene, max(party.head, clause.predicate)))
        yield Move(scene, clause, frame, act, told, places, (clause.predicate, party.head))


def _is_robbery(scene: Stand, clause: Clause) -> bool:
    """ "Relieved a platoon of its weapons", "relieved of his command"."""
    behind = scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 9]
    return clause.lemma == "relieve" and any(t.lemma.lower() in _TAKEN for t in behind)


def _as_named(scene: Stand, party: Party) -> Party:
    """Newcomers without the country that only the context lends them ("by a fresh unit of the same nation")."""
    tokens = scene.sentence.tokens[scene.sentence.phrase(party.head)[0] : party.head]
    fresh = any(t.lower in ("a", "an", "another", "fresh", "new") for t in tokens)
    return replace(party, country=None) if fresh and not party.own else party


def _is_fresh(scene: Stand, party: Party) -> bool:
    """ "30 others take its place": more of the same."""
    first, last = scene.sentence.phrase(party.head)
    return any(
        t.lower in ("other", "others", "fresh", "compatriots", "comrades", "same", "number")
        for t in scene.sentence.tokens[first:last]
    )


def _exchanged(scene: Stand, heads: tuple[int, ...], *, states: bool = False) -> list[Party]:
    """Units and soldiers, states too where another's soldiers are relieved; whole missions not: one mission after
    another is a matter of mandates."""
    sorts = ("force", "number", "state") if states else ("force", "number")
    found = [p for p in parties_of(scene, heads) if p.sort in sorts]
    return [p for p in found if not any(g.form in _WHOLE and not g.country for g in scene.sentence.groups_at(p.head))]


def _relieved(scene: Stand, clause: Clause) -> tuple[int, ...]:
    if any(parties_at(scene, i) for i in clause.patients):
        return clause.patients
    return tuple(at for word, at in clause.obliques if word in ("from", "of", "for", "to"))


def _changes(scene: Stand, coming: list[Party], going: list[Party]) -> Iterator[tuple[Party, str]]:
    new = next(iter(attributed(scene, coming[:1], (), 0)), None)
    old = next(iter(attributed(scene, going[:1], (), 0)), None)
    if new and old and new.country and old.country and new.country != old.country:
        yield new, "deploy"
        yield old, "withdraw"
    elif new is not None and (new.country or old is None or not old.country):
        yield (new if new.country else replace(new, actor=new.actor)), "rotate"
    elif old is not None and not coming and scene.nation not in (None, old.country):
        yield old, "withdraw"  # "they replaced an Estonian platoon"
    elif old is not None:
        yield (replace(old, count=old.count or coming[0].count) if coming else old), "rotate"


def sized(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    """ "Increase the strength by 350", "cut its contingent by 300", "reinforced by 200 Danes"."""
    swelling = () if clause.patients else clause.agents
    grown = [i for i in (*clause.patients, *swelling) if _has_size(scene, i)]
    added = list(_added(scene, clause))
    if not grown and not added:
        return
    party = added[0] if added else _resized(scene, clause, grown)
    if party is None:
        return
    for count in _shares(scene, clause) or (party.count,):
        counted = replace(party, count=count)
        yield Move(scene, clause, frame, frame["act"], counted, Places(), (clause.predicate, party.head))


def _shares(scene: Stand, clause: Clause) -> tuple[Count, ...]:
    """The numbers of "increased by twelve and twenty-four respectively", one for each of two groups."""
    tokens = scene.sentence.tokens[clause.predicate :]
    by = next((t.i for t in tokens if t.lower == "by"), None)
    end = next((t.i for t in tokens if t.lower == "respectively"), None)
    if by is None or end is None:
        return ()
    return tuple(c.count for c in scene.sentence.counts if by < c.first < end and not c.article)


def _has_size(scene: Stand, i: int) -> bool:
    return scene.sentence.tokens[i].lemma.lower() in _SIZES or any(p.sort == "force" for p in parties_at(scene, i))


def _added(scene: Stand, clause: Clause) -> Iterator[Party]:
    """Those who are added: after "by" or "with"."""
    heads = [at for word, at in clause.obliques if word == "with" or (word == "by" and clause.passive)]
    senders = [s for s in parties_of(scene, clause.agents) if s.head not in heads]
    forces = [p for p in parties_of(scene, heads) if p.sort == "force"]
    return attributed(scene, forces, senders, clause.predicate)


def _resized(scene: Stand, clause: Clause, grown: list[int]) -> Party | None:
    """Whose force grows or shrinks, and by how many; without a number only a country's own."""
    amount = next((c for word, at in clause.obliques if word == "by" for c in [_number(scene, at)] if c), None)
    agents = [p for p in parties_of(scene, clause.agents) if p.actor not in _COUNCILS]
    for at in grown:
        owner = owner_of(scene, at) or next(iter(p for p in parties_at(scene, at) if p.own), None)
        found = owner or next(iter(agents), None) or next(iter(parties_at(scene, at)), None)
        if found is not None and (amount is not None or _by_unit(scene, clause) or _is_whole(scene, clause, found)):
            return replace(found, head=at, count=amount)
    return None


def _is_whole(scene: Stand, clause: Clause, party: Party) -> bool:
    """Whether a country's own force grows or shrinks by nobody says how many: not "to 950", which is a level."""
    levels = any(word in ("to", "from", "below", "under") for word, _ in clause.obliques)
    behind = {t.lower for t in scene.sentence.tokens[clause.predicate + 1 :]}
    here = operation(scene.focus) if scene.focus else None
    hosts = here.area if here else ()
    level = levels or ("to" in behind and bool(scene.sentence.counts))
    return party.country is not None and party.country not in hosts and not level


def _by_unit(scene: Stand, clause: Clause) -> bool:
    """ "By a second battalion", "by the departure of one company"."""
    return any(word == "by" and (_is_unit(scene, at) or _leaving(scene, at)) for word, at in clause.obliques)


def _leaving(scene: Stand, at: int) -> bool:
    return scene.sentence.tokens[at].lemma.lower() in ("departure", "withdrawal", "arrival", "repatriation", "addition")


def _number(scene: Stand, at: int) -> Count | None:
    if _is_unit(scene, at):
        return None
    figure = next((c for c in scene.sentence.counts if c.first <= at < c.last or c.noun == at), None)
    return figure.count if figure else count_at(scene, at)


def _is_unit(scene: Stand, i: int) -> bool:
    return any(g.form == "units" for g in scene.sentence.groups_at(i))


def asked(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    """Troops asked for: "requested a further 30 staff", "Zimbabwe, asked for 900", "begged three states for a hundred
    apiece" (decision 44)."""
    heads = _wanted(scene, clause)
    givers = _givers(scene, clause, heads)
    refused = _refusing(scene, clause)
    if refused is not None:
        clause, givers = replace(clause, status=Status.DENIED), givers or refused
    told = clause if clause.status in (Status.DENIED, Status.POSSIBLE) else replace(clause, status=Status.REQUESTED)
    for party in parties_of(scene, heads):
        more = is_topping_up(scene, clause, party)
        if party.sort not in ("number", "force") or not (party.count or givers or more or _is_unit(scene, party.head)):
            continue
        if (clause.lemma in _WISHES and not (more or givers)) or (clause.nominal and not (party.count or givers)):
            continue
        act = "reinforce" if more else "deploy"
        words = (clause.predicate, *extent(scene, party.head))
        for name, country in givers or [_recipient(scene, clause)]:
            if name is not None:
                found = party if party.own else replace(party, actor=name, country=country, own=True)
                yield Move(scene, told, frame, act, found, places_of(scene, clause, ""), words)


def _refusing(scene: Stand, clause: Clause) -> list[tuple[str | None, str | None]] | None:
    """The states that turn a request down; None where nobody does."""
    if not clause.nominal:
        return None
    for at in scene.sentence.ancestors(clause.predicate):
        above = scene.sentence.clause_at(at)
        if above is not None and not above.nominal:
            refuses = above.lemma in ("refuse", "reject", "decline", "dismiss") or (
                above.lemma == "turn" and "down" in (above.particle, *(w for w, _ in above.obliques))
            )
            states: list[tuple[str | None, str | None]] = [
                (p.actor, p.country) for p in parties_of(scene, above.agents) if p.sort == "state"
            ]
            return states if refuses and states else None
    return None


def _wanted(scene: Stand, clause: Clause) -> list[int]:
    """The words for what is asked: after "for", else the object, else the force right behind a verb that the parse
    leaves without one."""
    wanted = [_counted_by(scene, at) for word, at in clause.obliques if word == "for"]
    wanted += [i for c in scene.sentence.children_of(clause.predicate) for i in _for_somebody(scene, c)]
    if wanted or clause.nominal:
        return wanted
    if clause.patients:
        asks_somebody = _is_passive(scene, clause) and clause.oblique("from") is None
        return [] if asks_somebody and clause.lemma not in _WISHES else list(clause.patients)
    near = range(clause.predicate + 1, min(len(scene.sentence.tokens), clause.predicate + 5))
    if any(scene.sentence.tokens[at].tag.startswith("W") for at in near):
        return []
    return next(([at] for at in near if any(p.sort == "force" for p in parties_at(scene, at))), [])


def _counted_by(scene: Stand, at: int) -> int:
    """Of "250 soldiers more" the soldiers, whichever word the parse makes the head."""
    below = [c for c in scene.sentence.children_of(at) if scene.sentence.groups_at(c)]
    return below[0] if below and not scene.sentence.groups_at(at) else at


def _for_somebody(scene: Stand, c: int) -> Iterator[int]:
    """Those in "asked for marines to guard the port"."""
    tokens = scene.sentence.tokens
    below = scene.sentence.children_of(c)
    if tokens[c].dep == "advcl" and any(tokens[d].lower == "for" and tokens[d].dep == "mark" for d in below):
        yield from (d for d in below if tokens[d].dep == "nsubj")


def _recipient(scene: Stand, clause: Clause) -> tuple[str | None, str | None]:
    """Whose the troops would be where nobody asked is named: an organisation asks the nation that tells of it; a
    mission asks for itself."""
    asking = any(p.sort == "organisation" for p in parties_of(scene, clause.agents))
    return (scene.nation, scene.nation) if asking and scene.nation else (scene.focus or scene.nation, None)


def _is_passive(scene: Stand, clause: Clause) -> bool:
    """Passive, or a participle set off by commas ("Zimbabwe, asked for 900, has not replied")."""
    tokens = scene.sentence.tokens
    helped = any(tokens[c].dep == "aux" for c in scene.sentence.children_of(clause.predicate))
    return clause.passive or (
        tokens[clause.predicate - 1].text == "," and tokens[clause.predicate].tag in ("VBN", "VBD") and not helped
    )


def _givers(scene: Stand, clause: Clause, heads: list[int]) -> list[tuple[str | None, str | None]]:
    """The states asked, with their codes: who is asked, of whom it is asked, who is approached with the request."""
    asked_ones = (*clause.agents, *clause.patients) if _is_passive(scene, clause) else clause.patients
    if clause.nominal:
        above = [c for a in scene.sentence.ancestors(clause.predicate) if (c := scene.sentence.clause_at(a))]
        asked_ones = next((c.patients for c in above if not c.nominal), ())
    asked_ones += tuple(at for word, at in clause.obliques if word in ("from", "of", "to"))
    states = [p for p in parties_of(scene, [i for i in asked_ones if i not in heads]) if p.sort == "state"]
    return [(p.actor, p.country) for p in states]
