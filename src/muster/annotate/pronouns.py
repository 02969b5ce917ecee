"""Whom "it", "they", "he", "she", "we" and their possessives mean: the nearest fitting subject, else nobody."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from muster.model.annotation import Mention, MentionKind, Sentence

_THING = frozenset({"it", "its", "itself", "which"})
_MANY = frozenset({"they", "their", "them", "themselves"})
_HE = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
# "The general" without a name is the one spoken of last.
_RANKS = frozenset(
    "general admiral colonel brigadier commodore marshal major captain lieutenant commander ambassador envoy officer"
    " commissioner".split()
)
_OURS = frozenset({"we", "our", "us", "ours"})
_BODIES = frozenset({"units", "missions", "institutions"})
_PEOPLE = frozenset(
    {"soldiers", "peacekeepers", "police", "observers", "armed", "civilians", "staff", "group", "units"}
)
Fits = Callable[[Mention], bool]


@dataclass(frozen=True, slots=True)
class Antecedents:
    """The last of each sort that was spoken of: a body ("it"), many ("they"), a person ("he")."""

    thing: Mention | None = None
    many: Mention | None = None
    person: Mention | None = None


def find_pronouns(sentence: Sentence, before: Antecedents, focus: str | None) -> tuple[Mention, ...]:
    """The pronouns of a sentence that mean somebody, each as a mention of whom it means."""
    return tuple(_resolved(sentence, before, focus))


def antecedents_after(sentence: Sentence, before: Antecedents) -> Antecedents:
    """Whom the next sentence's pronouns may mean: this sentence's subjects first, then its other mentions."""
    ranked = sorted(sentence.mentions, key=lambda m: (not _is_subject(sentence, m), m.first))
    return Antecedents(
        _first(ranked, _is_thing) or before.thing,
        _first(ranked, _is_many) or before.many,
        _first(ranked, _is_person) or before.person,
    )


def _resolved(sentence: Sentence, before: Antecedents, focus: str | None) -> Iterator[Mention]:
    for token in sentence.tokens:
        word = token.lower
        if word in _RANKS and before.person is not None and _stands_alone(sentence, token.i):
            yield replace(before.person, first=token.i, last=token.i + 1, form="anaphor")
            continue
        if token.pos not in ("PRON", "DET") or word == "which" or (word == "it" and _is_empty(sentence, token.i)):
            continue
        found = None
        if word in _THING:
            found = _nearest(sentence, token.i, _is_thing) or before.thing
        elif word in _MANY:
            found = _nearest(sentence, token.i, _is_many) or before.many or before.thing
        elif word in _HE:
            found = _nearest(sentence, token.i, _is_person) or before.person
        elif word in _OURS and focus is not None:
            found = Mention(MentionKind.OPERATION, token.i, token.i + 1, focus, form="anaphor")
        if found is not None:
            form = found.form if found.kind is MentionKind.GROUP else "anaphor"
            yield replace(found, first=token.i, last=token.i + 1, form=form)


def _stands_alone(sentence: Sentence, i: int) -> bool:
    """Whether a rank stands for its bearer: "the general", and neither "the force's general" nor "general staff"."""
    tokens = sentence.tokens
    if i == 0 or tokens[i - 1].lower != "the" or sentence.mention_at(i, MentionKind.PERSON) is not None:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    followed = after is not None and (after.pos in ("NOUN", "PROPN", "ADJ") or after.lower in ("of", "in", "for", "'s"))
    return not followed and tokens[i].dep not in ("amod", "compound")


def _nearest(sentence: Sentence, i: int, fits: Fits) -> Mention | None:
    """The subject before word `i` that fits, else the nearest mention before it that does."""
    earlier = [m for m in sentence.mentions if m.last <= i and fits(m) and not _acts_on(sentence, m, i)]
    subjects = [m for m in earlier if _is_subject(sentence, m)]
    return max(subjects or earlier, key=lambda m: m.last, default=None)


def _acts_on(sentence: Sentence, subject: Mention, i: int) -> bool:
    """Whether word `i` is the object of the verb that a name is the subject of: "he relieved him" means another."""
    token = sentence.tokens[i]
    if token.dep not in ("dobj", "dative") or token.lower.endswith("self"):
        return False
    return any(
        sentence.tokens[j].dep in ("nsubj", "nsubjpass") and sentence.tokens[j].head == token.head
        for j in range(subject.first, subject.last)
    )


def _is_empty(sentence: Sentence, i: int) -> bool:
    """ "It is said that", "it rained": a pronoun that stands for nobody."""
    token = sentence.tokens[i]
    head = sentence.tokens[token.head]
    return token.dep == "expl" or (
        head.lemma in ("be", "seem", "appear", "happen")
        and any(sentence.tokens[c].dep in ("ccomp", "csubj", "advcl") for c in sentence.children_of(head.i))
    )


def _is_subject(sentence: Sentence, mention: Mention) -> bool:
    return any(sentence.tokens[i].dep in ("nsubj", "nsubjpass") for i in range(mention.first, mention.last))


def _first(ranked: Sequence[Mention], fits: Fits) -> Mention | None:
    return next((m for m in ranked if fits(m)), None)


def _is_thing(m: Mention) -> bool:
    named = m.kind in (MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY)
    return (named and m.form not in ("adjective", "demonym")) or (m.kind is MentionKind.GROUP and m.form in _BODIES)


def _is_many(m: Mention) -> bool:
    return (m.kind is MentionKind.GROUP and m.form in _PEOPLE) or (
        m.kind is MentionKind.COUNTRY and m.form == "demonym"
    )


def _is_person(m: Mention) -> bool:
    return m.kind is MentionKind.PERSON
