"""Whether a text can speak of a peace operation at all: one look for a few hundred words, before anything is parsed.

A text without any of them makes no claim, whatever else it tells (an election, a flood, a shooting at home): what
Muster keeps is about operations. The words are data (`data/triggers.yaml`); a test holds them against every gold file.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Acronyms shorter than this are names of other things too, unless they stand in capitals.
_SURE = 4
_DOTTED, _UN = "U.N.", frozenset({"UN", "UNO"})
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Triggers:
    """`keys`: the words of which a phrase has one; phrases `anyhow`, and those that need `capitals`."""

    keys: frozenset[str]
    anyhow: re.Pattern[str]
    capitals: re.Pattern[str]


def speaks_of_operations(text: str) -> bool:
    """Whether the text has a word of the field, or the name or acronym of an operation."""
    triggers = _triggers()
    words = _WORD.findall(text)
    if triggers.keys.isdisjoint(map(str.lower, words)) and _UN.isdisjoint(words) and _DOTTED not in text:
        return False
    return bool(triggers.capitals.search(text) or triggers.anyhow.search(text))


@cache
def _triggers() -> _Triggers:
    import yaml  # a tenth of a second: only when something is to be read

    words = yaml.safe_load((files(__package__) / "data" / "triggers.yaml").read_text("utf-8"))
    names = tuple(_names())
    short = [name for name in names if len(name) < _SURE]
    anyhow = (*(word.replace(" ", r"\s+") for word in words["any"]), *(_written(n) for n in names if n not in short))
    return _Triggers(
        keys=frozenset((*words["keys"], *(key for name in names if (key := _key(name, frozenset(words["common"])))))),
        anyhow=_one_of(anyhow, re.IGNORECASE),
        capitals=_one_of((*words["capital"], *map(_written, short)), 0),
    )


def _names() -> Iterator[str]:
    from muster.gazetteer import load_operations  # tables of names: only when something is to be read

    for operation in load_operations():
        yield from operation.acronyms
        yield from (name for name in operation.names if " " in name)


def _key(name: str, common: frozenset[str]) -> str | None:
    """The longest word of a name that is not common: the least likely to stand elsewhere. None if all are common."""
    words = _WORD.findall(name.lower())
    return max((word for word in words if len(word) > 2 and word not in common), key=len, default=None)


def _written(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _one_of(phrases: Sequence[str], flags: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(phrases, key=len, reverse=True))})(?!\w)", flags)
