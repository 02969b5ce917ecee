"""The lists of words in `data/`, read once."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from muster.errors import GazetteerError


def _lists(name: str) -> Mapping[str, list[str]]:
    import yaml  # a tenth of a second: only when something is to be read

    path = files(__package__) / "data" / name
    written = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(written, dict) or not all(isinstance(words, list) for words in written.values()):
        raise GazetteerError(f"{path}: expected lists of words by name; see the comment at its head")
    return written


@cache
def noun_sorts() -> Mapping[str, str]:
    """Each noun of `data/nouns.yaml` with the sort of actor it is; the first list that has it wins."""
    sorts: dict[str, str] = {}
    for sort, words in _lists("nouns.yaml").items():
        for word in words:
            sorts.setdefault(word, sort)
    return sorts


@cache
def ranks() -> frozenset[str]:
    """Military and police ranks, lower case, without stops."""
    return frozenset(_lists("titles.yaml")["ranks"])


@cache
def titles() -> frozenset[str]:
    """Ranks and titles that stand before a person's name, lower case, without stops."""
    return ranks() | frozenset(_lists("titles.yaml")["titles"])


@cache
def saying_verbs() -> frozenset[str]:
    """Verbs whose subject is the source of what they govern."""
    return frozenset(_lists("saying.yaml")["saying"])
