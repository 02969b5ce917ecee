"""Corrections as people write them: `count=about 30`, `country=IT`, `when=2023-05-29`, `source=`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from muster.errors import BadJudgement
from muster.model.count import Rel

_NUMBERS = ("rank", "nations")
_LISTS = ("parties", "addressee", "object")
_COUNT = re.compile(r"(?:(?P<rel>[a-z-]+)\s+)?(?P<best>\d[\d,  ]*)")
_RANGE = re.compile(r"(\d[\d,]*)\s*(?:\.\.|-|–|to)\s*(\d[\d,]*)")


def correction_of(written: Iterable[str]) -> Mapping[str, Any]:
    """The slots that `SLOT=VALUE` words change, as GUIDE.md writes them; nothing behind the sign empties the slot.

    Raises BadJudgement for words that cannot be read.
    """
    pairs = [_pair(words) for words in written]
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadJudgement(f"{twice} is given twice: a slot has one value")
    return {name: _value(name, value) for name, value in pairs}


def _pair(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not sign or not name.strip():
        raise BadJudgement(f"“{words}” is no correction: write SLOT=VALUE, as in count=30 or place=Zvecan")
    return name.strip(), value.strip()


def _value(name: str, words: str) -> Any:
    if not words:
        return None
    if name == "count":
        return count_from_words(words)
    if name in _NUMBERS:
        if not words.isascii() or not words.isdigit():
            raise BadJudgement(f"{name}={words}: give a whole number")
        return int(words)
    if name in _LISTS:
        return [part.strip() for part in words.split(";") if part.strip()]
    return words


def count_from_words(words: str) -> dict[str, Any]:
    """A count as GUIDE.md has it, from `30`, `about 30`, `at-least 30`, `300..400` or `dozens`.

    >>> count_from_words("more-than 4,500")
    {'best': 4500, 'rel': 'more-than'}

    Raises BadJudgement for anything else.
    """
    if found := _RANGE.fullmatch(words):
        return {"low": _number(found[1]), "high": _number(found[2])}
    if words in tuple(Rel):
        return {"best": None, "rel": words}
    found = _COUNT.fullmatch(words)
    if found is None or (found["rel"] or Rel.EXACT) not in tuple(Rel):
        hedges = ", ".join(Rel)
        raise BadJudgement(f"“{words}” is no count: write 30, 300..400, or a number with one of {hedges} before it")
    rel = {} if found["rel"] in (None, Rel.EXACT) else {"rel": found["rel"]}
    return {"best": _number(found["best"]), **rel}


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))
