"""The nation a document is about and speaks for: whose "our battalion", "the Ministry" and "the soldiers" are."""

from collections import Counter
from collections.abc import Iterator

from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Mention, MentionKind, Sentence

_FORCES = frozenset({"soldiers", "units", "institutions", "peacekeepers", "police", "missions"})
_GOVERNING = frozenset({"ministry", "government", "parliament", "cabinet", "minister", "staff", "department"})
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
    """Whether it says "our", or names a ministry or government without saying whose."""
    head = [t.lower for sentence in document.sentences[:_HEAD] for t in sentence.tokens]
    if "secretary" in head or "secretary-general" in head:
        return False
    return any(
        token.lower == "our" or (token.lemma.lower() in _GOVERNING and _is_the(sentence, token.i))
        for sentence in document.sentences
        for token in sentence.tokens
    )


def _is_the(sentence: Sentence, i: int) -> bool:
    """ "The Ministry", "the defence minister": no word says of which country."""
    before = {sentence.tokens[c].lower for c in sentence.children_of(i) if c < i}
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
            yield mention.value
