"""One claim per fact and document: the same fact told twice is one claim with two spans."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from muster.model.claim import (
    Casualty,
    Claim,
    Command,
    Contingent,
    Fact,
    Incident,
    Mandate,
    Movement,
    Posture,
    Relation,
    Statement,
    Status,
    Strength,
)
from muster.model.when import When

# What makes two claims of a document the same fact (GUIDE.md, key slots; an incident also by its time and place).
KEYS: dict[type[Fact], tuple[str, ...]] = {
    Strength: ("count", "nations", "component"),
    Contingent: ("country", "count", "rank", "component"),
    Command: ("holder", "act"),
    Movement: ("actor", "act", "count"),
    Posture: ("actor", "activity", "change"),
    Incident: ("type",),
    Casualty: ("outcome", "group", "count"),
    Mandate: ("act",),
    Statement: ("speaker", "act"),
    Relation: ("relation", "subject"),
}
# Lists that every telling adds to (GUIDE.md, decision 10).
_LISTS = ("addressee", "object")
_OF_OPERATION = (Strength, Contingent, Command, Mandate)
# Without an operation these are of a force that is not the operation's: that is no open slot (decisions 22, 38).
_OUTSIDE = (Movement, Posture)


def merge(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in order of their first words, each fact once with all its spans."""
    kept: dict[tuple[Any, ...], Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.spans[0].start, c.kind)):
        key = _key(claim)
        kept[key] = _joined(kept[key], claim) if key in kept else claim
    return tuple(kept.values())


def _key(claim: Claim) -> tuple[Any, ...]:
    fact = claim.fact
    slots = tuple(_bare(getattr(fact, name)) for name in KEYS[type(fact)])
    operation = claim.operation if isinstance(fact, _OF_OPERATION) else None
    apart: tuple[Any, ...] = ()
    if isinstance(fact, Incident):
        apart = (claim.when.edtf if claim.when else None, claim.place)
    return (claim.kind, operation, *slots, *apart)


def _bare(value: Any) -> Any:
    """A count without its hedge: the same number hedged otherwise is the same fact."""
    return (value.best, value.low, value.high) if hasattr(value, "best") and value.best is not None else value


def fixed(first: When | None, second: When | None) -> When | None:
    """The first time if it can be read, else the second; else the words of either."""
    return next((when for when in (first, second) if when and when.edtf), first or second)


def filled(first: Claim, second: Claim) -> Claim:
    """A claim with what another reader's claim of the same fact adds: values of open slots, and places where it is told
    again. How it stands (its status) and who or what it lists is the first one's to say."""
    fact = first.fact
    own = {f.name: getattr(second.fact, f.name) for f in fields(fact) if getattr(fact, f.name) in (None, ())}
    again = (b for b in second.spans if not any(a.start < b.end and b.start < a.end for a in first.spans))
    return replace(
        first,
        fact=replace(fact, **own),
        spans=tuple(sorted((*first.spans, *again))),
        operation=first.operation if isinstance(fact, _OUTSIDE) else first.operation or second.operation,
        when=fixed(first.when, second.when),
        place=first.place or second.place,
        source=first.source or second.source,
    )


def _joined(first: Claim, second: Claim) -> Claim:
    """Two tellings of one fact: what the first leaves open the second fills."""
    fact = first.fact
    filled = {
        field.name: getattr(second.fact, field.name)
        for field in fields(fact)
        if getattr(fact, field.name) in (None, ())
    }
    for name in _LISTS:
        if hasattr(fact, name):
            filled[name] = tuple(dict.fromkeys((*getattr(fact, name), *getattr(second.fact, name))))
    return replace(
        first,
        fact=replace(fact, **filled),
        spans=tuple(sorted(dict.fromkeys((*first.spans, *second.spans)))),
        operation=first.operation or second.operation,
        status=_status(first, second),
        when=fixed(first.when, second.when),
        place=first.place or second.place,
        source=first.source or second.source,
    )


def _status(first: Claim, second: Claim) -> Status:
    """The weaker of two statuses, save that an operation founded or begun stays so whatever else is then proposed."""
    done = isinstance(first.fact, Mandate) and first.fact.act in ("established", "starts") and first.when is not None
    if done and first.status is Status.ACTUAL and second.status is not Status.DENIED:
        return first.status
    if first.rule == second.rule == "table" and Status.ACTUAL in (first.status, second.status):
        return Status.ACTUAL  # as many pledged as are there: they are there
    return first.status if first.status is not Status.ACTUAL else second.status
