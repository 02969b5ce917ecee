"""Lexicons of frames: which words say what, as data in `lexicon/KIND.yaml`.

A file is a list of entries. Each has `words` (lemmas; "pull out" is a verb with its particle; "come under fire" a verb
with the words that complete it), `pos` (`verb` by default, `noun`, `adjective`), and the attributes that its kind of
claim needs (for a movement `act`, `stage`, `mover`…). An analyst extends Muster here without touching Python.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from muster.errors import GazetteerError

PARTS = ("verb", "noun", "adjective")


@dataclass(frozen=True, slots=True)
class Frame:
    """One reading of a word: the lemma, its particle if it has one, its part of speech, and what it says."""

    lemma: str
    particle: str | None
    pos: str
    attributes: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str, default: str = "") -> str:
        """The attribute `name`, or `default`."""
        return self.attributes.get(name, default)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The frames of one kind of claim, found by lemma, particle and part of speech."""

    frames: Mapping[tuple[str, str | None, str], Frame]

    def find(self, lemma: str, particle: str | None, pos: str) -> Frame | None:
        """The frame of a word with its particle; failing that, of the word alone."""
        return self.frames.get((lemma, particle, pos)) or self.frames.get((lemma, None, pos))


@cache
def lexicon(kind: str, allowed: tuple[tuple[str, tuple[str, ...]], ...] | None = None) -> Lexicon:
    """The lexicon of a kind. `allowed` names its attributes and their values (no values: any; None: unchecked).

    Raises GazetteerError with file and entry where an entry is not as the head of this module says.
    """
    found: dict[tuple[str, str | None, str], Frame] = {}
    for where, entry in _entries(kind):
        for frame in _entry(where, entry, None if allowed is None else dict(allowed)):
            if (frame.lemma, frame.particle, frame.pos) in found:
                raise GazetteerError(f"{where}: {frame.lemma!r} is there twice; keep one")
            found[frame.lemma, frame.particle, frame.pos] = frame
    return Lexicon(found)


@cache
def _entries(kind: str) -> tuple[tuple[str, object], ...]:
    """What the file of a kind lists, each with where it stands."""
    import yaml  # a tenth of a second: only when something is to be extracted

    path = files(__package__) / "lexicon" / f"{kind}.yaml"
    return tuple((f"{path}, entry {n}", one) for n, one in enumerate(yaml.safe_load(path.read_text("utf-8")), 1))


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """The verbs that say something of this kind by themselves."""
    import yaml

    entries = yaml.safe_load((files(__package__) / "lexicon" / f"{kind}.yaml").read_text("utf-8"))
    words = (str(w) for entry in entries if entry.get("pos", "verb") == "verb" for w in entry["words"])
    return frozenset(word for word in words if " " not in word)


def _entry(where: str, entry: object, allowed: Mapping[str, tuple[str, ...]] | None) -> Iterator[Frame]:
    if not isinstance(entry, dict) or not isinstance(entry.get("words"), list):
        raise GazetteerError(f"{where}: expected a mapping with a list of `words`")
    pos = entry.get("pos", "verb")
    if pos not in PARTS:
        raise GazetteerError(f"{where}: pos {pos!r} is not one of {', '.join(PARTS)}")
    attributes = {str(name): str(value) for name, value in entry.items() if name not in ("words", "pos")}
    for name, value in attributes.items():
        if allowed is not None and (name not in allowed or (allowed[name] and value not in allowed[name])):
            raise GazetteerError(f"{where}: {name}: {value} is not allowed; known: {sorted(allowed)}")
    for word in entry["words"]:
        lemma, _, particle = str(word).partition(" ")
        yield Frame(lemma, particle or None, pos, attributes)
