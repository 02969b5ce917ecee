"""Names that are known beforehand or introduced by the document: operations, countries, organisations, headquarters."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from muster.annotate.discovery import Discovered
from muster.annotate.words import noun_sorts
from muster.gazetteer import Name, find_names
from muster.model.annotation import Mention, MentionKind, Sentence

_KINDS = {
    "operation": MentionKind.OPERATION,
    "country": MentionKind.COUNTRY,
    "organisation": MentionKind.ORGANISATION,
    "headquarters": MentionKind.ORGANISATION,
    "group": MentionKind.GROUP,
}

_WORD = re.compile(r"[\w.'’-]+")
# REGIONAL INDICATOR SYMBOL LETTER A; a pair of these letters is a country's flag.
_REGIONAL_A = 0x1F1E6


def introduced(discovered: Iterable[Discovered], aliases: Mapping[str, str]) -> Mapping[tuple[str, ...], str]:
    """The names that only this document gives, as lower-cased words, with the slug of their operation."""
    names = {tuple(_words(name)): found.slug for found in discovered for name in found.names}
    return names | {tuple(_words(name)): slug for name, slug in aliases.items()}


def named_anywhere(text: str, published: str | None) -> frozenset[str]:
    """The slugs of the operations that a text names by acronym or in full, its tables and lists included."""
    found = find_names(_WORD.findall(text), published)
    return frozenset(name.value for name in found if name.kind == "operation" and name.form in ("acronym", "name"))


def find_mentions(sentence: Sentence, own: Mapping[tuple[str, ...], str], published: str | None) -> tuple[Mention, ...]:
    """The names of a sentence; what the document introduces itself outranks the gazetteer where they overlap.

    `published` decides between operations of one name: the one that ran then.
    """
    mine = tuple(_own_names(sentence, own))
    taken = {i for mention in mine for i in range(mention.first, mention.last)}
    known = (
        mention
        for name in find_names([token.text for token in sentence.tokens], published)
        if not taken.intersection(range(name.first, name.last))
        for mention in _mentions(sentence, name)
    )
    return (*mine, *known, *_flags(sentence))


def _flags(sentence: Sentence) -> Iterator[Mention]:
    """Countries shown as flags: the two letters of the code, each a regional indicator symbol."""
    letters = {t.i: chr(ord(t.text) - _REGIONAL_A + ord("A")) for t in sentence.tokens if _is_indicator(t.text)}
    at = 0
    while at + 1 < len(sentence.tokens):
        if at in letters and at + 1 in letters:
            yield Mention(MentionKind.COUNTRY, at, at + 2, letters[at] + letters[at + 1], form="flag")
            at += 1
        at += 1


def _is_indicator(text: str) -> bool:
    return len(text) == 1 and _REGIONAL_A <= ord(text) < _REGIONAL_A + 26


def _mentions(sentence: Sentence, name: Name) -> Iterator[Mention]:
    """A name as a mention. A description ("UN peacekeepers in Haiti") leaves its noun and its country to be read for
    themselves: only the words before the noun stand for the operation."""
    if name.kind != "operation" or name.form != "anaphor":
        yield Mention(
            _KINDS[name.kind],
            name.first,
            name.last,
            _value(sentence, name),
            form=_form(name.kind, name.form),
            others=name.alternatives if name.kind == "operation" else (),
        )
        return
    nouns = [i for i in range(name.first + 1, name.last) if noun_sorts().get(sentence.tokens[i].lemma.lower())]
    end = nouns[0] if nouns else name.first + 1
    yield Mention(MentionKind.OPERATION, name.first, end, name.value, form="alias", others=name.alternatives)
    for inner in find_names([token.text for token in sentence.tokens[end : name.last]]):
        if inner.kind == "country":
            yield Mention(MentionKind.COUNTRY, end + inner.first, end + inner.last, inner.value, form=inner.form)


def _value(sentence: Sentence, name: Name) -> str:
    """The code of a name; a people or party is called as written."""
    if name.kind != "group":
        return name.value
    return " ".join(token.text for token in sentence.tokens[name.first : name.last])


def _form(kind: str, form: str) -> str:
    return kind if kind in ("headquarters", "group") else form


def _own_names(sentence: Sentence, own: Mapping[tuple[str, ...], str]) -> Iterator[Mention]:
    words = [token.lower for token in sentence.tokens]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in own:
        by_first.setdefault(name[0], []).append(name)
    at = 0
    while at < len(words):
        name = _longest(words, at, by_first.get(words[at], ()))
        if name and sentence.tokens[at].text[:1].isupper():
            form = "acronym" if len(name) == 1 else "name"
            yield Mention(MentionKind.OPERATION, at, at + len(name), own[name], form=form)
            at += len(name)
        else:
            at += 1


def _longest(words: Sequence[str], at: int, names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    fitting = [name for name in names if tuple(words[at : at + len(name)]) == name]
    return max(fitting, key=len, default=())


def _words(name: str) -> list[str]:
    """A name cut as the tokeniser cuts it: at spaces and hyphens."""
    return [word for part in name.lower().split() for word in part.replace("-", " - ").split()]
