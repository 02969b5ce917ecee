"""Operations a document introduces itself: "Long Name (ACRO)", "ACRO, the long name", "ACRO peacekeepers"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from muster.gazetteer import operation_named

_HEADS = (
    r"(?:Mission|Missions|Force|Forces|Operation|Operations|Group|Presence|Contingent|Initiative|Monitors|Monitoring"
    r"|Verification|Observers|Command|Brigade|Taskforce|Task\ Force|Committee)"
)
_NAMING = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’.-]*|of|for|in|the|and|to|on|de|des|la|le|d'|-|/)(?:\s+(?:[A-Z][\w'’.-]*|of|for|in|the|and|to|on|de|des|la|le|-|/))*)"
    r"\s*[(\[]\s*(?:the\s+)?[\"“']?(?P<acronym>[A-Z][A-Za-z-]*[A-Z][A-Za-z]*(?:[- ](?:[IVX]+|\d))?)[\"”']?\s*[)\]]"
)
_REVERSED = re.compile(
    r"\b(?P<acronym>[A-Z]{3,}(?:-[A-Z]+)?)(?:,\s+(?:as\s+)?(?:the|a)\s+|\s+\((?:the\s+)?)(?P<name>(?:[A-Z][\w'’-]*|of|for|in|the|and|to)"
    r"(?:\s+(?:[A-Z][\w'’-]*|of|for|in|the|and|to))+)"
)
_OR = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]*)(?:\s+(?:[A-Z][\w'’-]*|of|for|in|the|and|to))+),?\s+or\s+(?P<acronym>[A-Z]{3,}(?:-[A-Z]+)?)\b"
)
_KNOWN_AS = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]*)(?:\s+(?:[A-Z][\w'’-]*|of|for|in|the|and|to))+),?\s+(?:better\s+|also\s+|hereafter\s+)?"
    r"(?:(?:known|called|abbreviated|shortened)\s+)?(?:as|to|by\s+its\s+(?:\w+\s+)?(?:acronym|initials|abbreviation)),?(?:\s+as)?"
    r"\s+[\"“']?(?P<acronym>[A-Z]{3,}(?:-[A-Z]+)?)\b"
)
# A title-case acronym in brackets, as newspapers write them: "(Lacopro)".
_LOWERED = re.compile(
    r"\b(?P<name>(?:[A-Z][\w'’-]*)(?:\s+(?:[A-Z][\w'’-]*|of|for|in|the|and|to))+)\s*\(\s*(?P<acronym>[A-Z][a-z]{3,9})\s*\)"
)
_WORKING = re.compile(
    r"\b(?P<acronym>[A-Z]{4,}(?:-[A-Z]+)?)(?:'s|’s)?\s+(?:peacekeepers?|troops|soldiers|mission|force|contingents?|observers|monitors|patrols?"
    r"|commander|mandate|headquarters|personnel|battalions?|convoys?|bases?)\b"
)
_NAMED_OPERATION = re.compile(
    r"\b(?P<name>Operation (?!Command|Order|Plan|Room|Cent|Head|Area|Offic)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?! {2})"
)
# A state's own forces and a party's fighters are no peace operation, whatever their acronym.
_ARMIES = re.compile(
    r"\b(?:Defen[cs]e|Armed|Military|Air|Police|Naval|Land|Special|Liberation|Resistance|Rebel|Popular|Revolutionary|Patriotic)"
    r" (?:Self-)?Forces?\b"
)
# Acronyms of organisations, rebels and services that own troops without being a peace operation.
_NOT_OPERATIONS = frozenset(
    [
        "NATO",
        "UNHCR",
        "UNICEF",
        "OSCE",
        "ECOWAS",
        "SADC",
        "IGAD",
        "UNESCO",
        "HQ",
        "AFP",
        "REUTERS",
        "SHAPE",
        "UNSC",
        "ICRC",
        "USAID",
        "FIFA",
        "SWAPO",
        "UNITA",
        "RENAMO",
        "FRELIMO",
        "UNHRC",
        "NGO",
        "SANDF",
        "FARDC",
        "KDF",
        "UPDF",
        "SPLA",
        "ANSF",
        "AFRC",
        "NPFL",
        "ULIMO",
        "FANTOM",
        "GSPC",
        "AQIM",
        "ELAS",
        "WFP",
        "UNDP",
        "IDF",
        "UNGA",
        "DPKO",
        "FNLA",
        "MPLA",
        "SNA",
        "RUF",
        "FRCI",
        "IPOB",
        "INPFL",
        "ANA",
        "ANP",
        "BBC",
        "CNN",
        "KLA",
        "UCK",
        "NLA",
        "JNA",
        "VRS",
        "HVO",
        "ARBIH",
        "VJ",
        "MUP",
    ]
)


@dataclass(frozen=True, slots=True)
class Discovered:
    """An operation that the document names and the gazetteer has not: its slug and the names it goes by."""

    slug: str
    names: tuple[str, ...]


def discover(text: str) -> tuple[Discovered, ...]:
    """The operations that `text` introduces and the gazetteer does not have, in order of their first naming."""
    found: dict[str, list[str]] = {}
    namings = tuple(_namings(text))
    # A state's own forces, whatever else their acronym may look like.
    others = _NOT_OPERATIONS | {acronym for acronym, words in namings if _ARMIES.search(words)}
    for acronym, name in _introductions(text, namings):
        if operation_named(acronym) is None and acronym.upper() not in others:
            # One word of the name alone ("Force") would be any force.
            found.setdefault(slug_of(acronym), []).extend(n for n in (acronym, name) if n == acronym or " " in n)
    for match in _NAMED_OPERATION.finditer(text):
        name = re.sub(r"\s+", " ", match["name"])
        bare = name.removeprefix("Operation ")
        if operation_named(name) is None and operation_named(bare) is None:
            found.setdefault(slug_of(bare), []).append(name)
    return tuple(Discovered(slug, tuple(dict.fromkeys(names))) for slug, names in found.items())


def aliases(text: str) -> Mapping[str, str]:
    """Acronyms that the document gives to operations the gazetteer has under their long name: acronym to slug."""
    found: dict[str, str] = {}
    for acronym, name in _introductions(text, tuple(_namings(text))):
        known = name and operation_named(name)
        if known and operation_named(acronym) is None:
            found[acronym] = known.slug
    return found


def slug_of(name: str) -> str:
    """A name as a slug: lower case, hyphens between words."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _namings(text: str) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets, appositions and after "or", each with the words it stands beside."""
    for pattern in (_NAMING, _REVERSED, _OR, _KNOWN_AS):
        for match in pattern.finditer(text):
            yield match["acronym"], match["name"]


def _introductions(text: str, namings: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Acronyms with the long names they stand for; the name is empty where only use shows what it is."""
    for acronym, words in namings:
        name = _trimmed(re.sub(r"\s+", " ", words), acronym)
        if name and re.search(_HEADS, name) and not _ARMIES.search(name):
            yield acronym, name
    for match in _LOWERED.finditer(text):
        name = _trimmed(re.sub(r"\s+", " ", match["name"]), match["acronym"].upper())
        if re.search(_HEADS, name) and not _ARMIES.search(name) and _spells(match["acronym"], name):
            yield match["acronym"], name
    for match in _WORKING.finditer(text):
        # Once may be emphasis, as at the head of a story ("TWENTY soldiers").
        if len(re.findall(rf"\b{match['acronym']}\b", text)) > 1:
            yield match["acronym"], ""


def _spells(acronym: str, name: str) -> bool:
    """Whether the capitals of a name stand in its acronym in their order."""
    capitals = iter("".join(word[0] for word in name.split() if word[0].isupper()).lower())
    letters = acronym.lower()
    at = 0
    for capital in capitals:
        at = letters.find(capital, at) + 1
        if at == 0:
            return False
    return True


def _trimmed(name: str, acronym: str) -> str:
    """The part of the words before a bracket that the acronym stands for: from the word with its first letter."""
    words = name.split()
    while words and words[0].lower() in ("the", "of", "for", "in", "and", "to", "on", "-"):
        words = words[1:]
    first = acronym[0].lower()
    starts = [n for n, word in enumerate(words) if word[0].lower() == first]
    if not starts:
        return ""
    wanted = len([c for c in acronym if c.isupper()])
    best = min(starts, key=lambda n: abs(len([w for w in words[n:] if w[0].isupper()]) - wanted))
    return " ".join(words[best:])
