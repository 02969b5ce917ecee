"""Which operation a shared name means, and which one a document means that names none: the countries it speaks of,
the organisations, and the day it was published decide; where they leave a choice, nothing is decided."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from muster.gazetteer import Name, find_names, load_operations, operation, operations_in, operations_under
from muster.model.annotation import Mention, MentionKind, Sentence
from muster.model.entity import Operation

# What only the people of a peace operation are called, in words without hyphens.
_PEACEKEEPERS = re.compile(
    r"\bpeacekeep\w*|\bblue (?:helmet|beret)s?\b|\btruce (?:observ|supervis)\w+|\b[a-z]{2,}batt?(?: \d)?\b"
    r"|\bspecial representative\b|\bblue flag\b"
    r"|\b(?:multinational|international|stabili[sz]ation|peace|military|ceasefire|u\.?n\.?|u\. n\.|united nations)"
    r" (?:force|troops|soldiers|contingent|mission|observer|monitor)s?\b"
    r"|\b(?:u\.?n\.?|united nations|security council|african union|a\.?u\.?|ecowas|sadc|european union|e\.?u\.?|nato"
    r"|cis|commonwealth|oas|arab league|w\.?e\.?u\.?|western european union)(?:'s|’s)?(?: whose| and its| with its)?"
    r" (?:[a-z]+ ){0,2}"
    r"(?:force|troops|soldiers|contingent|mission|observer|monitor|operation|commander|battalion|patrol)s?\b"
)
# A paper of the United Nations, by its symbol, and what it calls an operation of theirs.
_PAPER = re.compile(r"^\W*(?:united nations\s+)?(?:distr\w*\W+\w+\s+)?[sa]/\d", re.IGNORECASE)
_THE_FORCE = re.compile(r"\bthe (?:Force|Group|Mission|Operation|Observers)\b|\b(?:military|police) component\b")
_OBSERVERS = re.compile(r"\b(?:observ|monitor|verif)\w+")
_SOLDIERS = re.compile(r"\b(?:soldiers?|troops?|battalions?|peacekeep\w+|compan(?:y|ies)|helmets?|patrols?)\b")
_MILITARY = frozenset({"peacekeeping", "enforcement"})
_OBSERVING = frozenset({"observer", "monitoring"})
_REGION = re.compile(r" (?:in|for|on|at) (?:the |City of )?([A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+))*)$")
# A line of a table: names with figures behind wide space, dots or bars, nothing else. Who is listed there is no place
# where something happens.
_ROW = re.compile(
    r"^[^\S\n]*+[A-Z][^\d\n]*+(?:(?<=[^\S\n]{2})|(?<=[\t|])|(?<=[\t|] )|(?<=\.{3})|(?<=\.{3} ))"
    r"\d[\d ,.*a|\t-]*+(?:[A-Z][^\d\n]*+\d[\d ,.*a|\t-]*+)*+$",
    re.MULTILINE,
)
_RESOLUTION = re.compile(r"\b(?:resolution|unscr|res\.?)s? (?:no\.? )?(\d{2,4})\b")
_YEAR = re.compile(r"(?<![\d/.,-])(?:19[4-9]\d|20[0-4]\d)(?![\d,]|\.\d)")


def spoken_year(text: str) -> str | None:
    """The middle of the year that an undated document names most, as a day (YYYY-MM-DD) on which to look for
    operations; None if it names no year twice."""
    years = Counter(_YEAR.findall(text)).most_common(1)
    return f"{years[0][0]}-07-01" if years and years[0][1] > 1 else None


def settled(sentences: Sequence[Sentence], published: str | None) -> tuple[Sentence, ...]:
    """The sentences with every operation's shared name read as the one the document's countries fit."""
    spoken_of = _countries(sentences)
    return tuple(
        replace(s, mentions=tuple(_settle(mention, spoken_of, published) for mention in s.mentions)) for s in sentences
    )


def unnamed_operation(text: str, published: str | None) -> str | None:
    """The one operation that a text without any operation's name can mean by its peacekeepers: the one whose founding
    resolution it quotes, else the only one that ran then in the country most spoken of, led by whom it mentions (by
    anybody, if it mentions no such leader)."""
    words = re.findall(r"[\w.'’-]+", text)
    said, named = _plain(" ".join(words)), find_names(re.findall(r"[\w.'’-]+", _ROW.sub("", text)), published)
    founded = {each.slug for number in _RESOLUTION.findall(said) for each in operations_under(number)}
    if len(founded) == 1:
        return founded.pop()
    of_un = _PAPER.match(text) is not None and _THE_FORCE.search(text) is not None
    if not of_un and not _PEACEKEEPERS.search(said):
        return None
    leaders = {name.value for name in named if name.kind in ("organisation", "country")} | ({"un"} if of_un else set())
    if len(regional := [each for each in _regional(said, published) if each.led_by in leaders]) == 1:
        return regional[0].slug
    observing = len(_OBSERVERS.findall(said)) > len(_SOLDIERS.findall(said))
    in_places = (operations_in(code, on=published) for code, _ in _places(named).most_common())
    for running in [each for each in in_places if each][:3]:
        led = [each for each in running if each.led_by in leaders] or list(running)
        likely = [each for each in led if each.kind in (_OBSERVING if observing else _MILITARY)]
        others = [each for each in led if each.kind not in (_MILITARY if observing else _OBSERVING)]
        for fitting in ([each for each in running if _is_called(each, said)], likely or others):
            if len(fitting) == 1:
                return fitting[0].slug
    return None


def _regional(said: str, published: str | None) -> list[Operation]:
    """The operations of the day for a part of a country that the words name: Darfur, Abyei, Nagorno-Karabakh."""
    return [
        each
        for each, region in _regions()
        if re.search(rf"\b{re.escape(region)}\b", said) and (published is None or each.runs_on(published))
    ]


@cache
def _regions() -> tuple[tuple[Operation, str], ...]:
    """Each operation whose name tells of a place that is no country, with that place."""
    return tuple(
        (each, _plain(found[1]))
        for each in load_operations()
        for found in [_REGION.search(each.names[0])]
        if found and not any(name.kind == "country" for name in find_names(re.split(r"[\s/-]+", found[1])))
    )


def _is_called(known: Operation, said: str) -> bool:
    """Whether the document uses an operation's name without its country: "the Multi-National Force"."""
    bare = {_plain(re.split(r" (?:in|for|to|of) ", name)[0]) for name in known.names}
    return any(name in said for name in bare if " " in name)


def _plain(words: str) -> str:
    return re.sub(r"\s?-\s?", "", words.lower())


def _settle(mention: Mention, spoken_of: Counter[str], published: str | None) -> Mention:
    if not mention.others:
        return mention
    # Where it is outweighs when it ran: yesterday's force is still spoken of.
    best = max(
        (mention.value, *mention.others), key=lambda slug: (1 + _ran(slug, published)) * (1 + _fit(slug, spoken_of))
    )
    return replace(mention, value=best)


def _ran(slug: str, published: str | None) -> bool:
    known = operation(slug)
    return known is None or published is None or known.runs_on(published)


def _fit(slug: str, spoken_of: Counter[str]) -> int:
    known = operation(slug)
    return sum(spoken_of[code] for code in known.area) if known else 0


def _countries(sentences: Iterable[Sentence]) -> Counter[str]:
    return Counter(m.value for s in sentences for m in s.mentions if m.kind is MentionKind.COUNTRY)


def _places(named: Iterable[Name]) -> Counter[str]:
    """The countries spoken of by name, by their capital or by a people of theirs ("Greek Cypriots"): where things
    happen, not whose soldiers are there."""
    found: Counter[str] = Counter()
    for name in named:
        if name.kind == "country" and name.form in ("name", "capital"):
            found[name.value] += 1
        elif name.kind == "group":
            found.update(_homes(name.value))
    return found


def _homes(group: str) -> Iterator[str]:
    """The countries in the name of a people, its last word's first."""
    for word in reversed(re.split(r"[\s-]+", group)):
        yield from (name.value for name in find_names([word]) if name.kind == "country")
