"""What a mandate stands on and who gave it: resolutions, decisions, agreements; councils and organisations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from muster.extract.evidence import Scene
from muster.gazetteer import find_names
from muster.model.annotation import MentionKind

COUNCIL = "un-security-council"
# "46/182" and "1997/57" are of the Assembly and of commissions; "1325/2000" is the Council's with its year.
_RESOLUTION = re.compile(
    r"(?:S/RES/|\b(?:UNSCR|UNSC[- ]Res(?:olution)?|SCR|resolutions?|res\.)\s*(?:no\.?\s*)?)"
    r"(?P<number>\d{2,4})\b(?!/(?!(?:19|20)\d\d\b))(?:\s*\(\s*(?P<year>(?:19|20)\d\d)\s*\))?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?P<eu>Council (?:Joint Action|Decision|Common Position)(?: \(CFSP\))? ?\d+/\d+(?:/CFSP)?"
    r"|(?:Joint Action|Decision \(CFSP\)|Common Position) \d+/\d+(?:/CFSP)?)"
    r"|(?P<pact>(?:the )?(?:\d{4} )?(?:[A-Z][\w’'-]+ )*(?:(?:of|and|for|on|with|the) (?:[A-Z][\w’'-]+ )+)*"
    r"(?:Agreement|Agreements|Accords?|Treaty|Protocol|Memorandum|Pact))\b"
    r"|(?P<treaty>(?:the|a) (?:\d{4} )?(?:peace|ceasefire|cease-fire|truce|armistice|disengagement|military technical)"
    r" (?:treaty|agreement|accord)(?: (?:between|of) [A-Z]\w+(?:(?: and |, )[A-Z]\w+)*)?)"
)
_PLAIN = re.compile(
    r"\ba (?:(?:new |unanimous )?(?:UN |U\.N\. |United Nations )?Security Council (?:resolution|decision|mandate)"
    r"|(?:resolution|decision) (?:of|by) the (?:UN |U\.N\. |United Nations )?Security Council)"
    r"|(?:Security )?Council(?:'s|’s) (?:resolution|decision)"
    r"(?: of (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2})(?:,? \d{4})?)?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:General )?Assembly(?:'s|’s) (?:resolution|decision)(?: of (?:\d{1,2} [A-Z]\w+|[A-Z]\w+ \d{1,2}))?"
    r"|(?:resolution|decision) (?:of|by) (?:the )?"
    r"(?:General Assembly|[A-Z]{2,}\b|African Union|European Union|North Atlantic Council|Arab League)"
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A resolution, decision or agreement: as claims name it, its year if printed with it, its characters in the
    document, and whose act it is if the words say so."""

    name: str
    start: int
    end: int
    year: str | None = None
    authority: str | None = None


def instruments(scene: Scene) -> Iterator[Instrument]:
    """The instruments that a sentence names, in order of their sort: resolutions, then others."""
    text, offset = scene.document.text[scene.sentence.start : scene.sentence.end], scene.sentence.start
    for found in _RESOLUTION.finditer(text):
        yield Instrument(
            f"UNSCR {int(found['number'])}", offset + found.start(), offset + found.end(), found["year"], COUNCIL
        )
    for found in _PLAIN.finditer(text):
        yield Instrument(_single(found[0]), offset + found.start(), offset + found.end(), None, COUNCIL)
    for found in _OTHERS.finditer(text):
        yield Instrument(_single(found[0]), offset + found.start(), offset + found.end(), None, _giver(found[0]))
    for found in _NAMED.finditer(text):
        authority = "eu" if found["eu"] else None
        yield Instrument(_single(found[0]), offset + found.start(), offset + found.end(), None, authority)


def _giver(words: str) -> str:
    """Whose decision it is: the slug of an organisation, else as written."""
    owner, possessive, _ = re.split(r"('s|’s)", words, maxsplit=1) if re.search("['’]s", words) else ("", "", "")
    name = owner if possessive else re.sub(r"^.*?(?:of|by) (?:the )?", "", words)
    known = [each.value for each in find_names(name.split()) if each.kind == "organisation"]
    return known[0] if known else name


def is_of_instrument(scene: Scene, words: str) -> bool:
    """Whether the words of a "year" are a resolution's number ("resolution 1973")."""
    return any(each.name == f"UNSCR {words.strip()}" for each in instruments(scene))


def instrument_near(scene: Scene, i: int, *, agreements: bool = True) -> Instrument | None:
    """The instrument that a clause at word `i` rests on: the nearest the sentence names, resolutions first."""
    at = scene.sentence.tokens[i].start
    found = [each for each in instruments(scene) if (agreements or each.authority) and not _is_alliance(each.name)]
    binding = [each for each in found if each.authority] or found
    return min(binding, key=lambda each: abs(each.start - at), default=None)


def _is_alliance(name: str) -> bool:
    """Whether a treaty is only the first half of an organisation's name."""
    return name.casefold().removeprefix("the ") == "north atlantic treaty"


def authority_near(scene: Scene, i: int) -> str | None:
    """Who gave the mandate: the council or organisation that acts on word `i`, else the council the sentence names."""
    clause = scene.sentence.clause_at(i)
    for at in clause.agents if clause else ():
        named = scene.sentence.mention_at(at, MentionKind.ORGANISATION)
        if named is not None:
            return named.value
        if scene.sentence.tokens[at].lower == "council":
            return COUNCIL
    values = [m.value for m in scene.sentence.mentions if m.kind is MentionKind.ORGANISATION]
    return COUNCIL if COUNCIL in values else None


@cache
def _bodies() -> Mapping[str, str]:
    return {"Peace and Security Council": "au", "Security Council": COUNCIL, "Council of the European Union": "eu"}


def enacting(scene: Scene) -> str | None:
    """Whose resolution or communiqué an operative paragraph stands in ("1. Decides to extend …"): the council named in
    the lines above it that open with its name ("The Security Council,")."""
    for sentence in reversed(scene.document.sentences[: scene.sentence.index]):
        words = scene.document.text[sentence.start : sentence.end].strip()
        if len(words) < 80:
            for name, slug in _bodies().items():
                if name.lower() in words.lower() and words.rstrip().endswith((",", "Council")):
                    return slug
    return None


def _single(words: str) -> str:
    return " ".join(words.split())
