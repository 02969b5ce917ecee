"""One claim for one movement: a telling without a number belongs to the one with it."""

from collections.abc import Sequence
from dataclasses import fields, replace

from muster.model.claim import Claim, Movement

# Characters between two tellings of one relief: a sentence and the next.
_NEAR = 220


def told_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with every uncounted retelling folded into the counted movement it tells again."""
    alike: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        alike[_key(claim)] = _folded(alike[_key(claim)], claim) if _key(claim) in alike else claim
    claims = _relieved([_as_coming(c, alike) for c in alike.values() if not _is_passage(c, alike)])
    kept = [c for c in claims if _fact(c).count is not None]
    for claim in (c for c in claims if _fact(c).count is None):
        at = next((n for n, other in enumerate(kept) if _same(claim, other) or _key(claim) == _key(other)), None)
        if at is None:
            kept.append(claim)
        else:
            kept[at] = _folded(kept[at], claim)
    return kept


def _key(claim: Claim) -> tuple[object, ...]:
    fact = _fact(claim)
    number = (fact.count.best, fact.count.low, fact.count.high) if fact.count else None
    return (fact.actor, fact.act, number)


def _as_coming(claim: Claim, alike: dict[tuple[object, ...], Claim]) -> Claim:
    """An uncounted telling "to bolster" of those whose coming is told elsewhere is that coming (decision 48)."""
    fact = _fact(claim)
    comes = alike.get((fact.actor, "deploy", None))
    if fact.act != "reinforce" or fact.count is not None or comes is None or comes.status is not claim.status:
        return claim
    return replace(claim, fact=replace(fact, act="deploy"))


def _is_passage(claim: Claim, alike: dict[tuple[object, ...], Claim]) -> bool:
    """Whether it is only the way of those who come to relieve their own ("will travel to replace the 123rd")."""
    actor, act, number = _key(claim)
    relief = alike.get((actor, "rotate", number))
    return act == "deploy" and number is not None and relief is not None and relief.status is claim.status


def _relieved(claims: list[Claim]) -> list[Claim]:
    """The claims with those who go and those who come in one act as one relief: told beside a relief of theirs ("they
    travel home and are replaced"), or so many for as many ("170 came home, an equal number had left")."""
    kept: list[Claim] = []
    for claim in claims:
        at = next((n for n, other in enumerate(kept) if _is_one_relief(claim, other)), None)
        if at is None:
            kept.append(claim)
        else:
            relief, other = (claim, kept[at]) if _fact(claim).act == "rotate" else (kept[at], claim)
            kept[at] = _folded(replace(relief, fact=replace(_fact(relief), act="rotate")), other)
    return kept


def _is_one_relief(a: Claim, b: Claim) -> bool:
    one, other = _fact(a), _fact(b)
    acts = {one.act, other.act}
    near = abs(a.spans[0].start - b.spans[0].start) < _NEAR and one.actor == other.actor
    near = near and (a.status is b.status or "rotate" in acts)
    if not near or len(one.actor) != 2 or not acts <= {"rotate", "withdraw", "deploy"} or len(acts) != 2:
        return False
    open_ended = one.count is None or other.count is None
    if "rotate" in acts:
        return acts == {"rotate", "withdraw"} and (open_ended or _key(a)[2] == _key(b)[2])
    apart = a.spans[0].end <= b.spans[0].start or b.spans[0].end <= a.spans[0].start
    return apart and not open_ended and _key(a)[2] == _key(b)[2]


def _fact(claim: Claim) -> Movement:
    assert isinstance(claim.fact, Movement)
    return claim.fact


def _same(plain: Claim, counted: Claim) -> bool:
    a, b = _fact(plain), _fact(counted)
    if (a.actor, a.act, plain.status) != (b.actor, b.act, counted.status) or b.count is None:
        return False
    one, other = _day(plain), _day(counted)
    return one is None or other is None or one == other


def _day(claim: Claim) -> str | None:
    """The time told, if it can be read."""
    return claim.when.edtf if claim.when else None


def _folded(counted: Claim, plain: Claim) -> Claim:
    fact, more = _fact(counted), _fact(plain)
    gaps = {f.name: getattr(more, f.name) for f in fields(fact) if getattr(fact, f.name) is None}
    when = next((one.when for one in (counted, plain) if _day(one)), counted.when or plain.when)
    return replace(counted, fact=replace(fact, **gaps), spans=(*counted.spans, *plain.spans), when=when)
