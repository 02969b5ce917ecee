"""The nation a document is about and speaks for: whose "our battalion", "the Ministry" and "the soldiers" are."""

import re
from collections import Counter
from collections.abc import Iterator

from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence

_FORCES = frozenset({"soldiers", "units", "institutions", "peacekeepers", "police", "missions"})
_GOVERNING = frozenset("ministry government parliament cabinet minister department dáil bundestag storting".split())
# What one calls "our": soldiers and what sends them; not "our demands", "our own HQ".
_OURS = frozenset(
    "troop troops soldier soldiers man men boy boys lad lads girl peacekeeper contingent battalion company unit army"
    " navy military force forces police policeman officer personnel country nation government people flag blue-helmet"
    " helmet patrol section"
    " serviceman veteran regiment brigade platoon squadron mission participation observer medic".split()
)
_COUNCIL = re.compile(r"secretary[- ]general|the council\b|security council", re.IGNORECASE)
_LEAST, _LEAD = 2, 1.5
# How many sentences make the head of a document, where it says who speaks.
_HEAD = 3


def leading_nation(document: AnnotatedDocument) -> str | None:
    """The country, no host of an operation spoken of, of whose soldiers or will the document speaks most; None where
    no one stands out."""
    weights: Counter[str] = Counter()
    for sentence in document.sentences:
        weights.update([*_weighed(sentence)] * (2 if sentence.index < _HEAD else 1))
    hosts = {code for slug in set(document.focus) if slug and (known := operation(slug)) for code in known.area}
    ranked = [(code, weight) for code, weight in weights.most_common() if code not in hosts]
    if not ranked or ranked[0][1] < _LEAST:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _LEAD * second else None


def home_nation(document: AnnotatedDocument) -> str | None:
    """The leading nation of a document that speaks as its own: says "our", or "the Ministry" of nobody else."""
    return leading_nation(document) if _speaks_of_own(document) else None


def _speaks_of_own(document: AnnotatedDocument) -> bool:
    """Whether it says "our troops", or, being no paper of the United Nations, names a ministry or government without
    saying whose."""
    if any(_is_our(s, t.i) for s in document.sentences for t in s.tokens if t.lower == "our"):
        return True
    head = (
        document.text[: document.sentences[min(_HEAD, len(document.sentences) - 1)].end] if document.sentences else ""
    )
    if _COUNCIL.search(head):
        return False
    return any(
        token.lemma.lower() in _GOVERNING and _is_the(sentence, token.i)
        for sentence in document.sentences
        for token in sentence.tokens
    )


def _is_our(sentence: Sentence, i: int) -> bool:
    """Whether what "our" at `i` owns is soldiers or the state."""
    return any(t.lemma.lower() in _OURS for t in sentence.tokens[i + 1 : i + 6] if sentence.tokens[i].head >= t.i)


def _is_the(sentence: Sentence, i: int) -> bool:
    """ "The Ministry", "the defence minister": no word says of which country."""
    before = {sentence.tokens[c].lower for c in sentence.children_of(i) if c < i}
    if sentence.tokens[i].dep in ("compound", "nmod", "amod"):
        return False
    return before <= {"the", "defence", "defense", "foreign", "prime"} and not any(
        g.country for g in sentence.groups_at(i)
    )


def _in_group(sentence: Sentence, mention: Mention) -> bool:
    """Whether it is counted already as the country of a group around it."""
    return any(
        g.kind is MentionKind.GROUP and g.country and g.form in _FORCES and g.first <= mention.first < g.last
        for g in sentence.mentions
    )


def _weighed(sentence: Sentence) -> Iterator[str]:
    """The countries a sentence speaks of as having soldiers or a will, as often as it does."""
    for mention in sentence.mentions:
        head = sentence.tokens[mention.last - 1]
        if mention.kind is MentionKind.GROUP and mention.country and mention.form in _FORCES:
            yield mention.country
        elif (
            mention.kind is MentionKind.COUNTRY
            and not _in_group(sentence, mention)
            and (mention.form in ("adjective", "demonym", "force") or head.dep in ("nsubj", "poss", "nsubjpass"))
        ):
            yield from (mention.value,) * (2 if head.dep == "nsubj" and mention.form == "name" else 1)
