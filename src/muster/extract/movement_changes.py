"""Changes of one force for another, of a force's size, and forces asked for."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.frames import Frame
from muster.extract.movement_moves import Move, extent, is_topping_up
from muster.extract.movement_owners import Stand, attributed, owner_of
from muster.extract.movement_parties import Party, count_at, parties_at, parties_of
from muster.extract.movement_places import Places, places_of
from muster.model.annotation import Clause
from muster.model.claim import Status
from muster.model.count import Count

_SIZES = frozenset("strength level force contingent contribution size deployment commitment garrison troop presence".split())
_WHOLE = frozenset({"missions", "peacekeepers"})
_COUNCILS = frozenset({"un-security-council", "un", "un-general-assembly", "osce", "icrc", "unhcr"})


def swapped(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    """Newcomers for those they relieve: one country's own relief is a `rotate`, else one comes and the other goes."""
    if clause.status is Status.DENIED:
        return
    coming = _exchanged(scene, clause.agents)
    going = _exchanged(scene, _relieved(clause))
    if clause.patients and not going:
        return
    if frame["mover"] == "yield":
        coming, going = going, coming
    places = places_of(scene, clause, "")
    for party, act in _changes(scene, coming, going):
        yield Move(scene, clause, frame, act, party, places, (clause.predicate, party.head))


def _exchanged(scene: Stand, heads: tuple[int, ...]) -> list[Party]:
    """Units and soldiers, whole missions not: one mission after another is a matter of mandates."""
    found = [p for p in parties_of(scene, heads) if p.sort in ("force", "number")]
    return [p for p in found if not any(g.form in _WHOLE and not g.country for g in scene.sentence.groups_at(p.head))]


def _relieved(clause: Clause) -> tuple[int, ...]:
    return clause.patients or tuple(at for word, at in clause.obliques if word in ("from", "of", "for", "to"))


def _changes(scene: Stand, coming: list[Party], going: list[Party]) -> Iterator[tuple[Party, str]]:
    new = next(iter(attributed(scene, coming[:1], (), 0)), None)
    old = next(iter(attributed(scene, going[:1], (), 0)), None)
    if new and old and new.country and old.country and new.country != old.country:
        yield new, "deploy"
        yield old, "withdraw"
    elif new is not None and (new.country or old is None or not old.country):
        yield (new if new.country else replace(new, actor=new.actor)), "rotate"
    elif old is not None:
        yield old, "rotate"


def sized(scene: Stand, clause: Clause, frame: Frame) -> Iterator[Move]:
    """ "Increase the strength by 350", "cut its contingent by 300", "reinforced by 200 Danes", "bolster it with 600"."""
    swelling = () if clause.patients else clause.agents
    grown = [i for i in (*clause.patients, *swelling) if _has_size(scene, i)]
    added = list(_added(scene, clause))
    if not grown and not added:
        return
    party = added[0] if added else _resized(scene, clause, grown)
    if party is not None:
        yield Move(scene, clause, frame, frame["act"], party, Places(), (clause.predicate, party.head))


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
        if found is not None and (amount is not None or _by_unit(scene, clause)):
            return replace(found, head=at, count=amount)
    return None


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
    """Troops asked for: "requested a further 30 staff", "Zimbabwe, asked for 900" (decision 44)."""
    wanted = [at for word, at in clause.obliques if word == "for"]
    heads = wanted if wanted else [] if clause.passive else list(clause.patients)
    moving = [p for p in parties_of(scene, heads) if p.sort in ("number", "force") and (p.count or _is_unit(scene, p.head))]
    givers = parties_of(scene, (*clause.agents, *clause.patients)) if clause.passive or wanted else ()
    states = [p for p in givers if (p.sort in ("state", "operation") or p.actor == scene.focus) and p.head not in heads]
    for party in moving:
        owner = states[-1] if states else None
        actor = owner.actor if owner else scene.nation or scene.focus
        if actor is None:
            continue
        act = "reinforce" if is_topping_up(scene, clause, party) else "deploy"
        found = party if party.own else replace(party, actor=actor, country=owner.country if owner else None, own=True)
        told = clause if clause.status in (Status.DENIED, Status.POSSIBLE) else replace(clause, status=Status.REQUESTED)
        yield Move(scene, told, frame, act, found, places_of(scene, clause, ""), (clause.predicate, *extent(scene, party.head)))
