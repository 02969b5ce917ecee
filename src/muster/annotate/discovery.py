"""Operations a document introduces itself: "Long Name (ACRO)", "ACRO, the long name", "ACRO peacekeepers"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from muster.gazetteer import find_names, operation_named

_HEADS = (
    r"(?:Mission|Missions|Force|Forces|Operation|Operations|Group|Presence|Contingent|Initiative|Monitors|Monitoring"
    r"|Verification|Observers|Command|Brigade|Taskforce|Task\ Force|Committee|Observation)\b"
)
# As a title has it: "THE STRAITS NEUTRAL MONITORING FORCE (SNMF)".
_ANY_HEAD = re.compile(rf"\b{_HEADS}", re.IGNORECASE)
_JOINING = "of|for|in|the|and|to|on|between|de|des|du|la|le|et|pour|au|en|d'|-|–|/"
# Bounded, so that a long list in capitals costs no more than its length.
_WORD = r"[A-Z][\w'’.-]{0,40}"
_MORE = rf"(?:\s{{1,40}}(?:{_WORD}|{_JOINING}))"
_ACRONYM = r"(?P<acronym>[A-Z]{3,20}(?:-[A-Z]{1,20})?)"
_NAMING = re.compile(
    rf"\b(?P<name>(?:{_WORD}|{_JOINING}){_MORE}{{0,14}})"
    r"\s{0,40}[(\[]\s{0,40}(?:the\s+)?[\"“']?"
    r"(?P<acronym>[A-Z][A-Za-z-]{0,20}[A-Z][A-Za-z]{0,20}(?:[- ](?:[IVX]{1,4}|\d))?)[\"”']?"
    r"\s{0,40}(?:[,;:–][^)\]]{1,80})?[)\]]"
)
_REVERSED = re.compile(
    rf"\b{_ACRONYM}(?:,\s{{1,40}}(?:as\s+)?(?:the|a)\s{{1,40}}|\s{{1,40}}\((?:the\s+)?|\s{{1,40}}=\s{{1,40}}(?:the\s+)?)"
    rf"(?P<name>(?:{_WORD}|{_JOINING}){_MORE}{{1,14}})"
)
_OR = re.compile(rf"\b(?P<name>{_WORD}{_MORE}{{1,14}}),?\s{{1,40}}or\s{{1,40}}{_ACRONYM}\b")
_KNOWN_AS = re.compile(
    rf"\b(?P<name>{_WORD}{_MORE}{{1,14}}),?\s{{1,40}}(?:better\s+|also\s+|hereafter\s+)?"
    r"(?:(?:known|called|abbreviated|shortened)\s+)?"
    r"(?:as|to|by\s+its\s+(?:\w{1,20}\s+)?(?:acronym|initials|abbreviation)),?(?:\s+as)?"
    rf"\s{{1,40}}[\"“']?{_ACRONYM}\b"
)
# A title-case acronym in brackets, as newspapers write them: "(Lacopro)".
_LOWERED = re.compile(
    rf"\b(?P<name>{_WORD}{_MORE}{{1,14}})\s{{0,40}}\(\s{{0,40}}(?P<acronym>[A-Z][a-z]{{3,9}})\s{{0,40}}\)"
)
# "The Regional Stabilisation Mission, RESTAM, …"; "…, MFAC for short".
_BEHIND = re.compile(
    rf"\b(?P<name>{_WORD}{_MORE}{{1,14}}),\s{{1,40}}(?P<acronym>[A-Z]{{4,20}}(?:-[A-Z]{{1,20}})?)(?=[,.;:]|\s(?:for|in)\s)"
)
# Missions of one family, told apart by where they are: "EUFOR Tavora", "EUTM Nerat".
_OF_FAMILY = re.compile(
    r"\b(?P<name>(?P<family>EUFOR|EUTM|EUMAM|EUPOL|EUCAP|EUMM|EUBAM|MNF)[- ]"
    r"(?!Com|Head|HQ|Spok|Force|Miss|Camp|Batt|Troop|Sold|Sect|North|South|East|West|Train|Chief|Dep|Gen|Pol|Instr|Multi"
    r"|Liai|Patr|Publ|Med|Moni|Obs|Oper|Ops|Off|Field|Staff|Pers|Press|Team|Engi|Logi|Air|Heli|Supp|Lead|Mand|Sahel)"
    r"(?P<where>[A-Z][\w'’-]{2,40}))\b"
)
_HEAD_LINES = 6
"""Lines at the head of a document at most: letterhead, date, title."""
# Other bodies are peace operations where their name says so: "Joint Ceasefire Commission".
_BODIES = re.compile(r"\b(?:Commission|Guard|Corps|Watch|Patrol|Section|Team)\b", re.IGNORECASE)
# The United Nations call theirs so, in English, French and Spanish.
_OF_UN = re.compile(r"\b(?P<acronym>(?:UN|MINU|ONU)[A-Z]{2,}(?:[- ][IVX]+)?)\b")
_IN_FULL = re.compile(
    r"\b[Tt]he (?P<name>[A-Z][\w'’-]{1,40}(?:\s{1,40}(?:[A-Z][\w'’-]{1,40}|of|for|and)){0,9}?"
    r"\s{1,40}(?:Mission|Force|Monitors|Observers)"
    r"(?: (?:for|in|on|to) (?:the )?[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,4})?)"
    r"\b(?!\s{0,40}(?:[A-Z(]|(?:for|in|on|to|of)\b))"
)
# What such names have in common, and what says whose or which one it is not.
_PEACEFUL = re.compile(
    r"\b(?:Monitoring|Stabili[sz]ation|Observ\w+|Peace\w*|Verification|Multinational|Ceasefire|Cease-fire|Truce|Neutral"
    r"|Interim|Assurance|Protection|Separation|Disengagement|Intervention|Implementation|Transition\w*|Emergency)\b"
)
_ANYBODYS = frozenset(
    (
        "united nations un international multinational peacekeeping peace military joint stabilisation stabilization "
        "security interim observer observers monitoring force mission monitors protection of for in the and on to "
        "african european union emergency neutral transition support"
    ).split()
)
_OFFICES = re.compile(r"\b(?:Chief|Head|Commander|Director|Secretary|Representative|Elections?|Electoral)\b")
_COMMON_WORDS = frozenset(
    (
        "UNITED UNION UNIONS UNIT UNITS UNITY UNTIL UNDER UNLESS UNREST UNARMED UNKNOWN UNCLASSIFIED UNIVERSITY "
        "UNIVERSAL UNILATERAL UNIFORM UNIFORMS UNPROVEN UNHEARD UNESCAP UNECE UNECA UNCDF UNWTO UNFCCC UNCHR UNDRO "
        "UNDCP UNBRO UNCED UNMACC UNHABITAT MINUTE MINUTES MINUS"
    ).split()
)
_WORK = (
    r"(?:'s|’s)?\s{1,40}(?:peacekeepers?|troops|soldiers|mission|force|contingents?|observers|monitors|patrols?"
    r"|commander|mandate|headquarters|personnel|battalions?|convoys?|bases?)\b"
)
_AT_WORK = re.compile(_WORK)
_WORKING = re.compile(rf"\b(?P<acronym>[A-Z]{{4,20}}(?:-[A-Z]{{1,20}})?){_WORK}")
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
        "UNAIDS",
        "UNFPA",
        "UNOPS",
        "UNRWA",
        "UNEP",
        "UNCTAD",
        "UNIDO",
        "UNITAR",
        "UNSCR",
        "UNMO",
        "UNPOL",
        "UNCIVPOL",
        "UNHQ",
        "UNMAS",
        "UNDSS",
        "UNODC",
        "UNPA",
        "UNLB",
        "UNIFEM",
        "UNHAS",
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
    # A state's own forces, whatever else their acronym may look like.
    others = _NOT_OPERATIONS | {acronym for acronym, words in _namings(text) if _is_army(words)}
    for acronym, name in _introductions(text):
        if len(acronym) > 2 and operation_named(acronym) is None and acronym.upper() not in others:
            # One word of the name alone ("Force") would be any force.
            found.setdefault(slug_of(acronym), []).extend(n for n in (acronym, name) if n == acronym or " " in n)
    for name, family in _of_families(text):
        # The family's name alone is then this one's.
        found.setdefault(slug_of(name), []).extend((name, family))
    for match in _NAMED_OPERATION.finditer(text):
        name = re.sub(r"\s+", " ", match["name"])
        bare = name.removeprefix("Operation ")
        if operation_named(name) is None and operation_named(bare) is None:
            found.setdefault(slug_of(bare), []).append(name)
    return tuple(Discovered(slug, tuple(dict.fromkeys(names))) for slug, names in found.items())


def aliases(text: str) -> Mapping[str, str]:
    """Acronyms that the document gives to operations the gazetteer has under their long name: acronym to slug."""
    found: dict[str, str] = {}
    for acronym, name in _introductions(text):
        known = name and operation_named(name)
        if known and operation_named(acronym) is None:
            found[acronym] = known.slug
    return found


def _of_families(text: str) -> Iterator[tuple[str, str]]:
    """Missions of a family that a text names twice, or in its title, by what is no common word of it and no country;
    each with the name of the family."""
    head = "\n".join(text.split("\n")[:_HEAD_LINES])
    times = Counter(match.group("name", "family", "where") for match in _OF_FAMILY.finditer(text))
    for (name, family, where), often in times.items():
        titled = re.search(rf"{re.escape(name)}\s*(?:[:|>/–—]|$)", head, re.MULTILINE) is not None
        words = where.split("-")
        common = re.search(rf"\b{re.escape(words[-1].lower())}", text) is not None
        country = any(one.kind == "country" for one in find_names(words))
        if (often > 1 or titled) and not common and not country and operation_named(name) is None:
            yield name, family


def slug_of(name: str) -> str:
    """A name as a slug: lower case, hyphens between words."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


# Kept for the one text at hand: operations that it introduces and aliases it gives are asked for one after the other.
@lru_cache(maxsize=1)
def _namings(text: str) -> tuple[tuple[str, str], ...]:
    """Acronyms in brackets, appositions and after "or", each with the words it stands beside."""
    patterns = (_NAMING, _REVERSED, _OR, _KNOWN_AS, _BEHIND)
    return tuple((match["acronym"], match["name"]) for pattern in patterns for match in pattern.finditer(text))


@lru_cache(maxsize=1)
def _introductions(text: str) -> tuple[tuple[str, str], ...]:
    """Acronyms with the long names they stand for; the name is empty where only use shows what it is."""
    return tuple(_introduced(text))


def _introduced(text: str) -> Iterator[tuple[str, str]]:
    for acronym, words in _namings(text):
        name = _trimmed(re.sub(r"\s+", " ", words), acronym)
        if name and _is_headed(name) and not _is_army(name):
            yield acronym, name
    for match in _LOWERED.finditer(text):
        name = _trimmed(re.sub(r"\s+", " ", match["name"]), match["acronym"].upper())
        if _ANY_HEAD.search(name) and not _is_army(name) and _spells(match["acronym"], name):
            yield match["acronym"], name
    stand_for = [re.sub(r"\s+", " ", words).lower() for _, words in _namings(text)]
    yield from ((a, name) for a, name in _in_full(text) if not any(name.lower() in words for words in stand_for))
    times = Counter(re.findall(r"\b[A-Z]{4,20}(?:-[A-Z]{1,20})?\b", text))
    for acronym, match in _first_uses(_OF_UN, text):
        at_work = _AT_WORK.match(text, match.end()) is not None
        often = len(acronym) < 10 and times[acronym] > 1
        if acronym not in _COMMON_WORDS and (at_work or often) and _in_small_letters(text, match.start()):
            yield acronym, ""
    for acronym, _ in _first_uses(_WORKING, text):
        # Once may be emphasis, as at the head of a story ("TWENTY soldiers").
        if times[acronym] > 1:
            yield acronym, ""


def _first_uses(pattern: re.Pattern[str], text: str) -> Iterable[tuple[str, re.Match[str]]]:
    """Each acronym that a pattern finds, where it does first."""
    found: dict[str, re.Match[str]] = {}
    for match in pattern.finditer(text):
        found.setdefault(match["acronym"], match)
    return found.items()


def _in_small_letters(text: str, at: int) -> bool:
    """Whether a line has small letters, so that a word in capitals is no common word."""
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return any(c.islower() for c in text[first : last if last >= 0 else len(text)])


def _in_full(text: str) -> Iterator[tuple[str, str]]:
    """Names of operations without an acronym beside them: under their initials, if those stand anywhere."""
    for match in _IN_FULL.finditer(text):
        name = re.sub(r"\s+", " ", match["name"])
        own = [word for word in name.split() if word.lower() not in _ANYBODYS]
        known = any(operation_named(" ".join(name.split()[:n])) for n in range(2, len(name.split())))
        if own and not known and _PEACEFUL.search(name) and not _OFFICES.search(name) and not _is_army(name):
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            stands = len(initials) > 2 and re.search(rf"\b{initials}\b", text) is not None
            yield (initials if stands else name), name


def _is_headed(name: str) -> bool:
    """Whether a name is a mission's or a force's, or that of a body which keeps a peace."""
    peaceful = _BODIES.search(name) is not None and re.search(_PEACEFUL.pattern, name, re.IGNORECASE) is not None
    return peaceful or _ANY_HEAD.search(name) is not None


def _is_army(name: str) -> bool:
    """Whether a name is a state's own force, or a party's; what stands behind "for" only tells what an
    operation is for ("Operation for the Separation of Armed Forces")."""
    return _ARMIES.search(re.split(r"\sfor\s", name)[0]) is not None


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
