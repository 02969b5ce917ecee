"""The operation that a document is about and never introduces: the acronym that does in it what operations do."""

import re
from collections import Counter
from collections.abc import Iterator

from muster.gazetteer import find_names

_A = r"(?<![\w@#/.-])(?P<acronym>[A-Z]{3,12}(?: (?:II|III|IV))?)(?![\w/]|-[a-z])"
_NOUN = (
    r"(?i:forces?|missions?|operation|presence|peacekeepers?|observers|monitors|contingent|monitoring|observation"
    r"|stabili[sz]ation|helmets|berets)\b"
)
_SIGNS: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (rf"[\"“]{_A}[,.]?[\"”] for short", 4),
        # "ZETFOR, the NATO force that …", "MIDEL, as the Union calls its Mission in the Delta"
        (rf"{_A},? (?:the|an?|as the) (?:[\w’'-]+ ){{0,6}}?{_NOUN}", 3),
        (rf"\b{_NOUN},? (?:called |known as |named )?{_A}", 3),
        (rf"{_A}(?:'s|’s)? (?:[\w-]+ )?(?:{_NOUN}|troops|soldiers|patrols?|commander|battalions?|mandate|convoys?)", 2),
        (
            rf"\b(?:patrols?|troops|soldiers|serv\w+|commander|deployed|earmarked|attached) (?:of|with|to|for|in) {_A}",
            2,
        ),
        (rf"\b(?:in|with|to|from|under|raise|strengthen|see|join\w*|left|leav\w+|by|for|of) {_A}", 1),
        (rf"\b(?:an?|the) {_A}(?:'s|’s)? [a-z]", 1),
        (
            rf"{_A} (?:has|have|is|was|were|had|will|says?|said|denie[sd]|lifted|took|takes|hands?|runs|led|keeps|shall"
            r"|must|itself)\b",
            1,
        ),
    )
)
"""What is said of operations, with how much it tells."""
_SHAPE = re.compile(r"^(?:UN|MINU|ONU|EU|AM|ECO|MI|MUL)[A-Z]{2}|FOR$")
"""How names of operations begin and end: MINURSO, AMISOM, ECOMOG, KFOR."""
_PARTY = re.compile(
    rf"{_A}(?:'s|’s)? (?:rebel|fighter|militia|guerrilla|insurgent|gunm[ae]n|faction|party|leader|cadre|militant|army"
    r"|minist|government|agency|lawmaker|deput|radio|television)"
)
_OF_PARTY = re.compile(
    r"\b(?i:rebel|guerrilla|insurgent|movement|party|front|faction|army|militia|ministry|agency|government|union|league"
    rf"|council|network|company)s?,? (?:\w+ ){{0,2}}?\(?{_A}"
)
_OTHERS = frozenset(
    (
        "WHO USAID ICTR ICTY UNMAS ICC ICJ IMF MSF IOM FAO UNEP CARE "
        "AFP ALL AND AOR APC APCS BBC CAR CASEVAC CEST CIMIC CIVPOL CNN COMMA COS DFC DRC DSRSG ECOWAS EOD EST FAQ "
        "FOR FPU FROM GMT GOC HAVE HTML ICRC IDP IDPS IED IEDS IGAD JMAC JOC KIA LIVE MEDEVAC MIA MILOB MILOBS "
        "MUST NATIONS NATO NCO NCOS NEVER NGO NGOS NOT ONLY OSCE PDF PHOTO PIO PKO QRF READ ROE RPG SADC SITREP "
        "SITREPS SOP SRSG STOP THAT THE THIS UAE UAV UNCIVPOL UNHCR UNICEF UNITED UNMO UNMOS UNPOL USA USSR UTC "
        "UXO VIDEO WATCH WIA WILL WITH YES"
    ).split()
)
"""Abbreviations, organisations and words in capitals that stand where an operation could."""
_HEAD = 5
"""Lines at the head of a document at most: letterhead, date, title."""
_LEAST, _SURE = 3.5, 6.0
"""What must tell of the acronym of a document that names no known operation, and of one that names some."""


def subject_acronym(text: str, published: str | None) -> str | None:
    """The acronym of the operation that a text is about, if neither the gazetteer nor the text says what it stands
    for; None where the text is about an operation that the gazetteer has. `published`: YYYY-MM-DD."""
    told = Counter(dict(_told(text)))
    acronym, weight = next(iter(told.most_common(1)), ("", 0))
    if weight < _LEAST:
        return None
    known = [n for n in find_names(re.findall(r"[\w.'’-]+", text), published) if n.kind == "operation"]
    often = len(re.findall(rf"\b{acronym}\b", text))
    return acronym if not known or (weight >= _SURE and often > 2 * len(known)) else None


def _told(text: str) -> Iterator[tuple[str, float]]:
    """Acronyms that nobody else bears, with how much tells that they are operations."""
    lines = text.split("\n")
    head, prose = "\n".join(lines[:_HEAD]), "\n".join(line for line in lines if any(c.islower() for c in line))
    parties = {match["acronym"] for pattern in (_PARTY, _OF_PARTY) for match in pattern.finditer(prose)}
    signs: dict[str, Counter[int]] = {}
    for n, (pattern, _) in enumerate(_SIGNS):
        for match in pattern.finditer(prose):
            signs.setdefault(match["acronym"], Counter())[n] += 1
    for acronym, found in signs.items():
        if acronym not in _OTHERS and acronym not in parties and not find_names([acronym], None):
            often = len(re.findall(rf"\b{acronym}\b", text))
            named = 2 * bool(re.search(rf"\b{acronym}\b", head)) + 2 * bool(_SHAPE.search(acronym))
            yield acronym, sum(_SIGNS[n][1] * min(times, 2) for n, times in found.items()) + named + min(often, 6) / 2
