"""Groups, bodies and their members: "780 Turkish soldiers", "the battalion", "the Ethiopian army", "militants".

Each gets the value claims call it by: a country for its forces and government, the operation for the mission's own,
the words as written for anybody else (GUIDE.md, decisions 22, 23, 30, 42).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from muster.annotate.pronouns import Antecedents, antecedents_after, find_pronouns
from muster.annotate.words import noun_sorts
from muster.gazetteer import operation
from muster.model.annotation import Mention, MentionKind, Sentence

FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "units", "missions", "staff"})
_STATE = frozenset(
    {
        "government",
        "army",
        "military",
        "navy",
        "authority",
        "regime",
        "state",
        "administration",
        "force",
        "guard",
        "cabinet",
        "air",
        "parliament",
        "people",
    }
)
_OTHERS = frozenset(
    {
        "local",
        "government",
        "rebel",
        "state",
        "loyalist",
        "host",
        "national",
        "republican",
        "regular",
        "former",
        "enemy",
        "loyal",
        "militia",
        "tribal",
        "private",
        "opposition",
        "ex",
        "riot",
        "armed",
        "security",
        "liberation",
        "police",
    }
)
_MISSION_WORDS = frozenset(
    {
        "un",
        "u.n.",
        "united",
        "nations",
        "international",
        "foreign",
        "allied",
        "multinational",
        "peacekeeping",
        "african",
        "alliance",
        "coalition",
        "blue",
        "mission",
        "force",
        "nato",
        "peace",
        "regional",
        "west",
    }
)
_MEN = frozenset({"man", "men", "boy"})
_IRREGULAR = frozenset(
    {"mercenary", "rebel", "militant", "private", "paramilitary", "insurgent", "separatist", "guerrilla"}
)
_BANDS = frozenset(
    {
        "advance",
        "boarding",
        "landing",
        "search",
        "survey",
        "working",
        "reconnaissance",
        "recce",
        "rear",
        "forward",
        "raiding",
        "patrol",
        "shore",
    }
)
_LINKS = ("of", "from", "for")


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a group's name may lean on: the operation in focus and the country whose unit was last spoken of."""

    focus: str | None
    unit_country: str | None


def with_groups(sentences: Sequence[Sentence], focus: Sequence[str | None]) -> tuple[Sentence, ...]:
    """The sentences with their groups; "the battalion" is the one last named with a country."""
    found: list[Sentence] = []
    unit_country: str | None = None
    before = Antecedents()
    for sentence, slug in zip(sentences, focus, strict=True):
        setting = _Setting(slug, unit_country)
        # Pronouns may mean a group of their own sentence, and groups may belong to a pronoun ("its battalion").
        grouped = _with(sentence, _groups(sentence, setting))
        spoken = _with(sentence, find_pronouns(grouped, before, slug))
        final = _with(spoken, _groups(spoken, setting))
        units = [m.country for m in final.mentions if m.form in ("units", "soldiers") and m.country]
        unit_country = units[0] if units else unit_country
        before = antecedents_after(final, before)
        found.append(final)
    return tuple(found)


def _with(sentence: Sentence, more: Iterable[Mention]) -> Sentence:
    return replace(sentence, mentions=(*sentence.mentions, *more))


def _groups(sentence: Sentence, setting: _Setting) -> Iterator[Mention]:
    for token in sentence.tokens:
        sort = _sort(sentence, token.i)
        if sort is not None:
            yield from _readings(sentence, token.i, sort, setting)


def _sort(sentence: Sentence, i: int) -> str | None:
    """The sort of actor a noun is, if it heads its phrase."""
    token = sentence.tokens[i]
    if token.pos not in ("NOUN", "PROPN", "ADJ") or token.dep in ("compound", "nmod"):
        return None
    sorts = noun_sorts()
    sort = sorts.get(token.lemma.lower()) or sorts.get(token.lower) or sorts.get(token.lower.removesuffix("s"))
    if sort is None or sentence.mention_at(i, MentionKind.OPERATION, MentionKind.PERSON):
        return None
    if token.lemma in ("reinforcement", "replacement", "rotation") and token.tag != "NNS":
        return None
    if token.lemma.lower() in _MEN and not _are_soldiers(sentence, i):
        return "civilians"
    if sort in ("soldiers", "civilians", "spokes") and any(_is(sentence, c, "police") for c in sentence.children[i]):
        return "police"
    return "institutions" if token.lemma.lower() == "party" and not _is_band(sentence, i) else sort


def _is_band(sentence: Sentence, i: int) -> bool:
    """ "An advance party", "the boarding party": soldiers, not politics."""
    return any(sentence.tokens[c].lower in _BANDS for c in sentence.children[i])


def _are_soldiers(sentence: Sentence, i: int) -> bool:
    """ "2,500 men", "its Kenyan men": many, and described by nothing but number, owner and nationality."""
    described = [c for c in sentence.children[i] if sentence.tokens[c].dep in ("amod", "compound", "nmod")]
    plain = all(sentence.mention_at(c, MentionKind.COUNTRY) or sentence.tokens[c].tag == "JJR" for c in described)
    return plain and sentence.tokens[i].tag == "NNS"


def _is(sentence: Sentence, c: int, sort: str) -> bool:
    token = sentence.tokens[c]
    return token.dep in ("compound", "amod", "nmod") and noun_sorts().get(token.lemma.lower()) == sort


def _readings(sentence: Sentence, i: int, sort: str, setting: _Setting) -> Iterator[Mention]:
    first, _ = sentence.phrase(i)
    plain = Mention(MentionKind.GROUP, first, i + 1, _words(sentence, first, i), form=sort)
    countries = list(dict.fromkeys(_countries(sentence, i)))
    if sort == "places":
        yield replace(plain, kind=MentionKind.PLACE)
    elif sort in FORCES and countries and not _is_irregular(sentence, i):
        for country in countries:
            yield replace(plain, value=country, country=country)
    elif sort in FORCES:
        yield replace(plain, value=_force(sentence, i, plain, setting))
    else:
        yield _body(sentence, i, plain, countries, setting)


def _is_irregular(sentence: Sentence, i: int) -> bool:
    """ "The Russian mercenary group", "Syrian rebel units": not their country's."""
    return any(sentence.tokens[c].lower in _IRREGULAR for c in sentence.children[i])


def _force(sentence: Sentence, i: int, plain: Mention, setting: _Setting) -> str:
    """A force without a nationality: the mission's own, another's, or simply what it is called."""
    own = _organisation(sentence, i, setting)
    if own is not None:
        return own
    modifiers = {sentence.tokens[j].lower for j in range(plain.first, i)}
    if setting.focus is None or _is_irregular(sentence, i):
        return plain.value
    if plain.form == "units" and setting.unit_country and modifiers & {"the", "this", "its", "their"}:
        return plain.value if modifiers & _OTHERS else setting.unit_country
    return setting.focus if _is_the_missions(plain.form, modifiers) else plain.value


def _is_the_missions(sort: str, modifiers: set[str]) -> bool:
    """Whether a force of this sort, so described and of no nationality, is the mission's own."""
    if sort == "peacekeepers":
        return True
    if sort == "missions":
        return bool(modifiers) and modifiers <= _MISSION_WORDS | {"the", "this", "its", "our", "-", "led"}
    if modifiers & _OTHERS:
        return False
    return sort in ("soldiers", "units", "observers", "staff") or bool(modifiers & _MISSION_WORDS)


def _organisation(sentence: Sentence, i: int, setting: _Setting) -> str | None:
    """The operation or organisation a force's modifiers or "of"/"from"/"with" phrase name."""
    for at in _satellites(sentence, i):
        mention = sentence.mention_at(at, MentionKind.OPERATION, MentionKind.ORGANISATION)
        if mention is None or mention.form == "headquarters":
            continue
        if mention.kind is MentionKind.OPERATION:
            return mention.value
        known = operation(setting.focus) if setting.focus else None
        if setting.focus and (known is None or mention.value in (known.led_by or "")):
            return setting.focus
        return mention.value
    return None


def _body(sentence: Sentence, i: int, plain: Mention, countries: list[str], setting: _Setting) -> Mention:
    lemma = sentence.tokens[i].lemma.lower()
    if plain.form == "spokes" and not countries:
        countries = list(dict.fromkeys(_employers(sentence, i)))
    if plain.form in ("institutions", "spokes") and countries and (lemma in _STATE or _speaks_for_state(sentence, i)):
        return replace(plain, value=countries[0], country=countries[0])
    own = _organisation(sentence, i, setting) if plain.form in ("spokes", "headquarters") else None
    if own is not None:
        return replace(plain, value=own)
    if plain.form == "spokes" and _speaks_for_state(sentence, i) and (capital := _seat(sentence, i)) is not None:
        return replace(plain, value=capital, country=capital)
    if plain.form == "spokes" and setting.focus and _is_of_mission(sentence, i):
        return replace(plain, value=setting.focus)
    return replace(plain, country=countries[0] if countries else None)


def _employers(sentence: Sentence, i: int) -> Iterator[str]:
    """ "A spokesman for the Kenyan government": the country of the body he speaks for."""
    for at in _satellites(sentence, i):
        if sentence.tokens[at].lemma.lower() in _STATE:
            yield from _countries(sentence, at)


def _seat(sentence: Sentence, i: int) -> str | None:
    """The country in whose capital an army's or government's spokesman speaks."""
    if not {sentence.tokens[at].lower for at in _satellites(sentence, i)} & {
        "army",
        "military",
        "government",
        "presidential",
    }:
        return None
    places = [d for c in sentence.children[i] if sentence.tokens[c].lower == "in" for d in sentence.children[c]]
    return next((m.value for at in places if (m := sentence.mention_at(at, MentionKind.COUNTRY))), None)


def _is_of_mission(sentence: Sentence, i: int) -> bool:
    """ "A spokesman for the force", "the mission's spokeswoman"."""
    return any(noun_sorts().get(sentence.tokens[at].lemma.lower()) == "missions" for at in _satellites(sentence, i))


def _speaks_for_state(sentence: Sentence, i: int) -> bool:
    """ "An Ethiopian army spokesman", "a government spokesman in Jakarta": not of a ministry, not of the police."""
    first, last = sentence.phrase(i, of=True)
    words = {sentence.tokens[j].lower for j in range(first, last)}
    return sentence.tokens[i].lemma in ("spokesman", "spokesperson", "spokeswoman") and not words & {
        "ministry",
        "police",
        "party",
    }


def _countries(sentence: Sentence, i: int) -> Iterator[str]:
    """The countries in a noun's modifiers, possessor, or "of"/"from" phrase."""
    for at in _satellites(sentence, i):
        mention = sentence.mention_at(at, MentionKind.COUNTRY)
        if mention is not None and sentence.mention_at(at, MentionKind.OPERATION) is None:
            yield mention.value
        elif mention is None and sentence.tokens[at].tag == "PRP$":
            # "Its men": those of the army spoken of.
            yield from (group.country for group in sentence.groups_at(at) if group.country is not None)


def _satellites(sentence: Sentence, i: int) -> Iterator[int]:
    """The words that say whose a noun is: modifiers before it with what is joined to them, then "of", "from", "for"."""
    for c in sentence.children[i]:
        token = sentence.tokens[c]
        if token.dep in ("amod", "compound", "nmod", "poss", "npadvmod") and c < i:
            yield from (j for j in sentence.subtree(c) if j < i)
        elif token.dep == "prep" and token.lower in _LINKS:
            for d in sentence.children[c]:
                if sentence.tokens[d].dep == "pobj":
                    yield d
                    yield from _joined(sentence, d)


def _joined(sentence: Sentence, i: int) -> Iterator[int]:
    for c in sentence.children[i]:
        if sentence.tokens[c].dep == "conj":
            yield c
            yield from _joined(sentence, c)


def _words(sentence: Sentence, first: int, i: int) -> str:
    """A group as written, without article and number."""
    skipped = ("det", "nummod", "quantmod", "predet", "advmod")
    kept = [t.text for t in sentence.tokens[first : i + 1] if t.dep not in skipped and t.pos not in ("NUM", "DET")]
    return " ".join(kept).replace(" - ", "-").replace(" 's", "'s")
