"""Operations described, not named: "UN peacekeepers in Haiti", "the EU force in Chad", "the NATO mission in Kosovo"."""

from collections.abc import Iterator
from dataclasses import replace

from muster.annotate.words import noun_sorts
from muster.gazetteer import operations_in
from muster.model.annotation import Mention, MentionKind, Sentence

_MEMBERS = frozenset({"peacekeepers", "missions", "soldiers", "observers"})
_PLACING = frozenset({"in", "for", "to"})


def with_descriptions(sentence: Sentence, published: str | None) -> Sentence:
    """The sentence with each organisation's name that, with its noun and country, can only mean one operation,
    turned into a mention of that operation."""
    described = dict(_described(sentence, published))
    return replace(
        sentence,
        mentions=tuple(
            replace(m, kind=MentionKind.OPERATION, value=described[m], form="alias") if m in described else m
            for m in sentence.mentions
        ),
    )


def _described(sentence: Sentence, published: str | None) -> Iterator[tuple[Mention, str]]:
    for organisation in sentence.mentions:
        if organisation.kind is not MentionKind.ORGANISATION or organisation.form == "headquarters":
            continue
        head = sentence.tokens[sentence.tokens[organisation.last - 1].head]
        if noun_sorts().get(head.lemma.lower()) not in _MEMBERS or head.i < organisation.last:
            continue
        countries = {c for i in _places(sentence, head.i) if (c := _country(sentence, i))}
        found = {
            each.slug for code in countries for each in operations_in(code, led_by=organisation.value, on=published)
        }
        if len(found) == 1:
            yield organisation, found.pop()


def _places(sentence: Sentence, i: int) -> Iterator[int]:
    """The objects of "in", "for", "to" that hang on a noun, or on the verb whose subject or object it is."""
    for at in (i, sentence.tokens[i].head):
        for c in sentence.children_of(at):
            if sentence.tokens[c].dep == "prep" and sentence.tokens[c].lower in _PLACING:
                yield from (d for d in sentence.children_of(c) if sentence.tokens[d].dep == "pobj")


def _country(sentence: Sentence, i: int) -> str | None:
    mention = sentence.mention_at(i, MentionKind.COUNTRY)
    return mention.value if mention else None
