"""Claims out of the interchange form that `Claim.to_dict` writes."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from muster.model.claim import FACTS, Claim, Fact, Status, Tier
from muster.model.count import Count, Rel
from muster.model.span import Span
from muster.model.when import Resolution, When

_FACT_OF_KIND: dict[str, type[Fact]] = {fact.kind: fact for fact in FACTS}
_WRITTEN = {"origin": "from", "destination": "to"}
_LISTS = frozenset({"parties", "addressee", "object"})


def count_from_dict(written: Mapping[str, Any]) -> Count:
    """The count that `Count.to_dict` wrote."""
    return Count(
        best=written.get("best"),
        low=written.get("low"),
        high=written.get("high"),
        rel=Rel(written.get("rel", Rel.EXACT)),
    )


def _slot(name: str, value: Any) -> Any:
    """A slot's value as facts hold it: counts, tuples and pairs again."""
    if name == "count":
        return count_from_dict(value)
    if name == "groups":
        return tuple(value.items())
    if name in _LISTS:
        return (value,) if isinstance(value, str) else tuple(value)
    return value


def fact_from_dict(written: Mapping[str, Any]) -> Fact:
    """The fact among the slots of a claim. Raises KeyError for an unknown kind."""
    kind = _FACT_OF_KIND[written["kind"]]
    names = {field.name: _WRITTEN.get(field.name, field.name) for field in fields(kind)}
    return kind(**{name: _slot(name, written[key]) for name, key in names.items() if key in written})


def claim_from_dict(
    written: Mapping[str, Any],
    document: str,
    *,
    words: str = "",
    resolution: str | None = None,
    rule: str = "",
) -> Claim:
    """The claim that `Claim.to_dict` wrote about `document`.

    What the interchange form leaves out is given beside it: the words of the time, how they were resolved (None if
    the claim has no time at all; a time without either counts as explicit), and the rule. A claim written without a
    tier is a candidate.
    """
    edtf = written.get("when")
    when = When(edtf, words, Resolution(resolution or Resolution.EXPLICIT)) if edtf or resolution else None
    return Claim(
        document=document,
        fact=fact_from_dict(written),
        spans=tuple(Span(span["start"], span["end"], span["quote"]) for span in written["spans"]),
        operation=written.get("operation"),
        status=Status(written.get("status", Status.ACTUAL)),
        when=when,
        source=written.get("source"),
        place=written.get("place"),
        rule=rule,
        tier=Tier(written.get("tier", Tier.CANDIDATE)),
    )
