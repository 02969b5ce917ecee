"""Operations described, not named: "UN peacekeepers in Haiti", "the EU force in Chad", "the NATO mission in Kosovo"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from muster.annotate.words import noun_sorts
from muster.gazetteer import operation, operations_in
from muster.model.annotation import Mention, MentionKind, Sentence

_MEMBERS = frozenset({"peacekeepers", "missions", "soldiers", "observers"})
_MILITARY = frozenset({"peacekeeping", "enforcement"})
_NAMING = (MentionKind.ORGANISATION, MentionKind.OPERATION)
_LEADING = frozenset({"led", "commanded", "backed", "run"})
_PLACING = frozenset({"in", "for", "to"})


def with_own_operations(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with "the UN mission", "EU peacekeepers" read as the one operation of that organisation that the
    document names."""
    named = {m.value for s in sentences for m in s.mentions if m.kind is MentionKind.OPERATION}
    by_leader: dict[str, list[str]] = {}
    for slug in sorted(named):
        known = operation(slug)
        if known is not None and known.led_by:
            by_leader.setdefault(known.led_by, []).append(slug)
    only = {leader: slugs[0] for leader, slugs in by_leader.items() if len(slugs) == 1}
    return tuple(
        _renamed(s, {m: only[m.value] for m, head in _led(s) if _is_mission(s, head) and m.value in only})
        for s in sentences
    )


def with_descriptions(sentence: Sentence, published: str | None) -> Sentence:
    """The sentence with each organisation's name that, with its noun and country, can only mean one operation,
    turned into a mention of that operation."""
    return _renamed(sentence, dict(_described(sentence, published)))


def _renamed(sentence: Sentence, described: Mapping[Mention, str]) -> Sentence:
    """The sentence with these mentions read as operations of these slugs."""
    return replace(
        sentence,
        mentions=tuple(
            replace(m, kind=MentionKind.OPERATION, value=described[m], form="alias") if m in described else m
            for m in sentence.mentions
        ),
    )


def _led(sentence: Sentence) -> Iterator[tuple[Mention, int]]:
    """The organisations (and the countries before "-led") that stand before a noun for peacekeepers or a mission, each
    with that noun."""
    for leader in sentence.mentions:
        head = sentence.tokens[leader.last - 1].head
        led = sentence.tokens[head].lower in _LEADING
        head = sentence.tokens[head].head if led else head
        nation = leader.kind is MentionKind.COUNTRY and led
        if not (nation or leader.kind is MentionKind.ORGANISATION) or leader.form == "headquarters":
            continue
        # "The African Union-UN mission" is neither's own.
        joint = any(leader.last <= m.first < head for m in sentence.mentions if m.kind in _NAMING)
        sort = noun_sorts().get(sentence.tokens[head].lemma.lower())
        if sort in _MEMBERS and head >= leader.last and not joint:
            yield leader, head


def _is_mission(sentence: Sentence, head: int) -> bool:
    """Whether a noun means the operation as such, not soldiers on their way to it."""
    return noun_sorts().get(sentence.tokens[head].lemma.lower()) in ("missions", "peacekeepers")


def _described(sentence: Sentence, published: str | None) -> Iterator[tuple[Mention, str]]:
    for leader, head in _led(sentence):
        countries = {c for i in _places(sentence, head) if (c := _country(sentence, i))}
        known = [each for code in countries for each in operations_in(code, led_by=leader.value, on=published)]
        # "Peacekeepers" and "the force" are soldiers; one who advises a ministry is called otherwise.
        military = [each for each in known if each.kind in _MILITARY]
        for fitting in (known, military):
            if len({each.slug for each in fitting}) == 1:
                yield leader, fitting[0].slug
                break


def _places(sentence: Sentence, i: int) -> Iterator[int]:
    """What stands before a noun ("NATO's Kosovo force"), and the objects of "in", "for", "to" that hang on it or on the
    verb whose subject or object it is."""
    yield from (c for c in sentence.children_of(i) if c < i and sentence.tokens[c].dep in ("compound", "nmod", "amod"))
    for at in (i, sentence.tokens[i].head):
        for c in sentence.children_of(at):
            if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in _PLACING:
                yield from (d for d in sentence.children_of(c) if sentence.tokens[d].dep == "pobj")


def _country(sentence: Sentence, i: int) -> str | None:
    mention = sentence.mention_at(i, MentionKind.COUNTRY)
    return mention.value if mention else None
