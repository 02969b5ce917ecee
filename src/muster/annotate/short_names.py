"""What a document calls an operation for short once it has named it in full: "Concordia" for Operation Concordia,
"the Protection Force" for the United Nations Protection Force."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from muster.gazetteer import find_names, operation, operations_in
from muster.model.annotation import Mention, MentionKind, Sentence
from muster.model.entity import Operation

_CODED = re.compile(r"^(?:Operation|Opération|Op\.?|Task Force) (?P<bare>[A-Z]\w+(?: [A-Z]\w+)*)$")
_OWNER = re.compile(
    r"^(?:United Nations|UN|U\.N\.|NATO|European Union|EU|African Union|AU|OAU|OSCE|ECOWAS|SADC|CIS|Arab League"
    r"|Commonwealth)(?:-led)? "
)
_WHERE = re.compile(r" (?:in|for|to|on|at|of) .*$")
_SHIPS = frozenset({"hms", "hmcs", "hmas", "uss", "ms", "mv", "ss", "lé", "costa"})
_ORDINARY = re.compile(
    r"^(?:Peacekeeping|Multinational|Joint|Peace|Interim|Special|Police|Military) (?:Force|Mission)s?$"
)


def with_short_names(sentences: Sequence[Sentence], text: str, day: str | None) -> tuple[Sentence, ...]:
    """The sentences with every capitalised short name of an operation read as that operation: of one that the
    document names, else of the only one of that name that ran on the day (YYYY-MM-DD) in the countries spoken of."""
    mentions = [m for s in sentences for m in s.mentions]
    slugs = {m.value for m in mentions if m.kind is MentionKind.OPERATION}
    named = _owners((each for slug in sorted(slugs) if (each := operation(slug)) is not None), text)
    codes = sorted({m.value for m in mentions if m.kind is MentionKind.COUNTRY and m.form in ("name", "capital")})
    running = _owners((each for code in codes if day for each in operations_in(code, on=day)), text)
    names = {words: owners.pop() for words, owners in (running | named).items() if len(owners) == 1}
    return tuple(replace(s, mentions=(*s.mentions, *_named(s, names))) if names else s for s in sentences)


def _owners(known: Iterable[Operation], text: str) -> dict[tuple[str, ...], set[str]]:
    """Which of these operations could bear each short name."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for each in known:
        for short in _short_names(each, text):
            owners.setdefault(tuple(short.split()), set()).add(each.slug)
    return owners


def _short_names(known: Operation, text: str) -> Iterator[str]:
    for name in known.names:
        coded = _CODED.match(name)
        if coded is not None and _is_meant(coded["bare"], name, text) and not find_names([coded["bare"]]):
            yield coded["bare"]
        bare = _WHERE.sub("", _OWNER.sub("", name))
        if coded is None and bare != name and " " in bare and not _ORDINARY.match(bare):
            yield bare


def _is_meant(bare: str, name: str, text: str) -> bool:
    """Whether a code name alone can mean its operation: given in full once, or never written as an ordinary word."""
    return re.search(re.escape(name), text, re.IGNORECASE) is not None or not re.search(rf"\b{bare.lower()}\b", text)


def _named(sentence: Sentence, names: Mapping[tuple[str, ...], str]) -> Iterator[Mention]:
    """The short names in a sentence, where no other name holds their words or runs on beside them."""
    taken = {i for m in sentence.mentions for i in range(m.first, m.last)}
    words = [token.text for token in sentence.tokens]
    for first in range(len(words)):
        for name, slug in names.items():
            last = first + len(name)
            free = tuple(words[first:last]) == name and not taken.intersection(range(first, last))
            if free and (len(name) > 1 or not _runs_on(sentence, first, last)):
                yield Mention(MentionKind.OPERATION, first, last, slug, form="alias")


def _runs_on(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a single word is part of a longer name: a ship's, a person's."""
    beside: Iterable[int] = (first - 1, last)
    near = [sentence.tokens[i] for i in beside if 0 <= i < len(sentence.tokens)]
    return any(t.lower in _SHIPS or (t.text[:1].isupper() and t.pos == "PROPN" and t.i > 0) for t in near)
