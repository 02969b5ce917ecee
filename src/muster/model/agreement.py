"""When two claims are the same: key slots, names, counts, as GUIDE.md's "Scoring" says."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

Slots = Mapping[str, Any]

KEY_SLOTS: dict[str, tuple[str, ...]] = {
    "strength": ("operation", "count|nations", "component class"),
    "contingent": ("operation", "country", "count|rank", "component class"),
    "command": ("operation", "holder", "act"),
    "movement": ("actor", "act", "count"),
    "posture": ("actor", "activity", "change"),
    "incident": ("type",),
    "casualty": ("outcome", "group", "count"),
    "mandate": ("operation", "act"),
    "statement": ("speaker", "act"),
    "relation": ("relation", "subject"),
}
"""What must agree for two claims to be the same; "count|nations": the second where neither gives the first."""

_NAMES = frozenset(
    {
        "holder",
        "actor",
        "group",
        "speaker",
        "subject",
        "object",
        "addressee",
        "role",
        "unit",
        "from",
        "to",
        "place",
        "requested_by",
        "predecessor",
        "source",
        "reason",
        "means",
        "task",
        "basis",
        "authority",
    }
)
"""Slots whose values are words of the text: they agree when one contains the other as whole words."""


def agree(a: Slots, b: Slots) -> bool:
    """Whether two claims of one kind agree on its key slots."""
    return all(_agree_on(slot, a, b) for slot in KEY_SLOTS[a["kind"]])


def _agree_on(slot: str, a: Slots, b: Slots) -> bool:
    if slot == "component class":
        return _component_class(a) == _component_class(b)
    first, _, second = slot.partition("|")
    slot = first if not second or a.get(first) or b.get(first) else second
    return same(slot, a.get(slot), b.get(slot))


def _component_class(claim: Slots) -> object:
    component: object = claim.get("component", "personnel")
    return "military" if component in ("personnel", "troops") else component


def same(slot: str, a: Any, b: Any) -> bool:
    """Whether two values of a slot agree: counts by number, names loosely, the rest letter by letter once folded."""
    if slot == "count":
        return _number(a) == _number(b)
    if a is None or b is None:
        return a is b
    if isinstance(a, list) or isinstance(b, list):
        a, b = (value if isinstance(value, list) else [value] for value in (a, b))
        return len(a) == len(b) and all(any(same(slot, x, y) for y in b) for x in a)
    return same_name(a, b) if slot in _NAMES else _same_value(a, b)


def _same_value(a: Any, b: Any) -> bool:
    if isinstance(a, dict) and isinstance(b, dict):
        return {folded(k): v for k, v in a.items()} == {folded(k): v for k, v in b.items()}
    if isinstance(a, str):
        return folded(a) == folded(b)
    return bool(a == b)


def _number(count: Slots | None) -> tuple[Any, ...] | None:
    if not count:
        return None
    if count.get("best") is not None:
        return ("best", count["best"])
    if count.get("low") is None:
        return ("vague", count.get("rel"))
    return ("range", count.get("low"), count.get("high"))


def same_name(a: Any, b: Any) -> bool:
    """Whether two names are one: the same once folded, or the one in the other as whole words."""
    one, other = folded(a), folded(b)
    if not one or not other:
        return one == other
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def folded(value: Any) -> str:
    """Casefolded, without accents, punctuation and articles; the Turkish dotless i counts as i."""
    decomposed = unicodedata.normalize("NFKD", str(value))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().replace("ı", "i")
    return re.sub(r"\s+", " ", re.sub(r"\b(the|a|an)\b|[^\w\s]", " ", plain)).strip()
