"""Who was hurt, under one key for the ways in which reports call them."""

from collections.abc import Iterable
from functools import lru_cache

from muster.gazetteer import country_words

PEACEKEEPERS = "peacekeepers"
# Words for one kind of people: the first is the key.
_CALLED = (
    ("police", "policeman", "policemen", "policewoman", "policewomen", "officer", "officers"),
    ("attackers", "attacker", "gunmen", "gunman", "assailants", "assailant", "militants", "militant", "fighters"),
    ("protesters", "protester", "protestors", "demonstrators", "demonstrator", "rioters"),
    ("soldiers", "soldier", "troops"),
    ("civilians", "civilian", "residents", "villagers"),
    ("people", "persons", "person", "individuals", "victims"),
    (PEACEKEEPERS, "peacekeeper", "blue-helmets"),
)
_QUALIFYING = frozenset("protesters soldiers local ethnic armed masked male female unknown unidentified".split())
_KEY = {word: words[0] for words in _CALLED for word in words}


@lru_cache(maxsize=4096)
def group_key(group: str) -> str:
    """A key for the group: a country's code as it is; else its words, each under the first of those that mean the
    same, sorted. "Kosovo police officers" is `kosovo police`, "policeman" `police`."""
    if is_nation(group):
        return group
    words = {_KEY.get(word, word.removesuffix("s")) for word in group.casefold().replace(",", " ").split()}
    return " ".join(sorted(words))


def is_nation(group: str) -> bool:
    """Whether the group is a country: its soldiers in the operation."""
    return len(group) == 2 and group.isupper()


@lru_cache(maxsize=1 << 16)
def same_group(one: str, other: str) -> bool:
    """Whether two keys can mean the same people: all that one says more of them is which people they are, or that they
    protest ("serb" and "protesters serb", "police" and "kosovo police").

    Countries, and all peacekeepers, are only themselves.
    """
    if one == other:
        return True
    if is_nation(one) or is_nation(other) or PEACEKEEPERS in (one, other):
        return False
    short, long = sorted((set(one.split()), set(other.split())), key=len)
    return short <= long and all(word in _QUALIFYING or _is_people(word) for word in long - short)


def _is_people(word: str) -> bool:
    """Whether it is a word of a country's or people's name; `group_key` has cut the plural."""
    return not country_words().isdisjoint((word, f"{word}s"))


def groups_of(keys: Iterable[str]) -> dict[str, str]:
    """Each key with the one it is counted under: the fullest that can mean the same people, if there is only one."""
    known = sorted(set(keys), key=lambda key: (-len(key.split()), key))
    found: dict[str, str] = {}
    for key in known:
        fuller = {found[other] for other in found if same_group(key, other)}
        found[key] = fuller.pop() if len(fuller) == 1 else key
    return found
