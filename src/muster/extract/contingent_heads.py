"""Numbers of one country's people: "347 Irish personnel", "some 350 from Türkiye", "692 Americans"."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_owners import owners_at
from muster.model.annotation import Mention, MentionKind

_DASHES = frozenset({",", "-", "–", "—", "--", "("})
_ONCE = frozenset({"once", "originally", "formerly", "initially"})


@dataclass(frozen=True, slots=True)
class Nationals:
    """A number of people and their country, with the words from `first` up to `last`.

    `head` is the word the parse knows them by.
    """

    count: Headcount
    country: str
    first: int
    last: int
    head: int


def nationals(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Nationals]:
    """Every number of people of the sentence whose nationality stands with it."""
    for head in heads:
        noun = (
            head.mention.noun if head.mention.noun is not None and not head.mention.partitive else head.mention.last - 1
        )
        for country in _countries(scene, head):
            yield Nationals(head, country, head.first, max(head.last, noun + 1), noun)


def _countries(scene: Scene, head: Headcount) -> tuple[str, ...]:
    if head.countries:
        return head.countries if len(head.countries) == 1 else ()
    before = scene.sentence.tokens[head.first - 1] if head.first else None
    if (before is not None and before.text in ("'s", "’s", "'", "’")) or (before is not None and before.tag == "PRP$"):
        at = before.i if before.tag == "PRP$" else before.i - 1
        return tuple(own.country for own in owners_at(scene, at) if own.country)[:1]
    if before is not None and before.lower == "whose":
        return _before(scene, before.i)
    if before is not None and ((before.text in _DASHES and _is_of_them(scene, head)) or before.lower in _ONCE):
        return _nearest_before(scene, before.i)
    behind = country_behind(scene, head.last)
    return (behind.value,) if behind is not None else _of_unit(scene, head)


def country_behind(scene: Scene, at: int) -> Mention | None:
    """The one country in "from X", "of X" or "X" right behind a number."""
    tokens = scene.sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].lower not in ("from", "of"):
        return None
    start = at + 2 if tokens[at + 1].lower == "the" else at + 1
    found = scene.sentence.mention_at(start, MentionKind.COUNTRY) if start < len(tokens) else None
    if found is None or found.form in ("adjective", "anaphor", "capital"):
        return None
    after = tokens[found.last].lower if found.last < len(tokens) else ""
    joined = (
        after == "and" and scene.sentence.mention_at(found.last + 1, MentionKind.COUNTRY)
        if found.last + 1 < len(tokens)
        else None
    )
    return None if joined or after in ("'s", "’s") else found


def _of_unit(scene: Scene, head: Headcount) -> tuple[str, ...]:
    """ "A Kazakh company of 120", "Ireland's 340-strong battalion", "whose company of 130"."""
    tokens = scene.sentence.tokens
    if head.body and head.mention.noun is not None:
        return _unit_country(scene, head.mention.noun)
    if head.first >= 2 and tokens[head.first - 1].lower == "of":
        return _unit_country(scene, head.first - 2)
    return ()


def _nearest_before(scene: Scene, at: int) -> tuple[str, ...]:
    """The country whose people or unit the last noun within a few words before `at` is."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if scene.sentence.tokens[i].pos in ("NOUN", "PROPN", "ADJ") and (found := owners_at(scene, i)):
            return tuple(own.country for own in found if own.country)[:1]
    return ()


def _is_of_them(scene: Scene, head: Headcount) -> bool:
    """ "The Irish, 370 of them, hold the east"; "a Nepalese battalion, 850 strong, is there"."""
    behind = [t.lower for t in scene.sentence.tokens[head.mention.last : head.mention.last + 2]]
    return head.mention.partitive or behind == ["of", "them"] or behind[:1] == ["strong"]


def _unit_country(scene: Scene, noun: int) -> tuple[str, ...]:
    units = [g for g in scene.sentence.groups_at(noun) if g.form == "units"]
    if not units:
        return ()
    whose = next((c for c in scene.sentence.children_of(noun) if scene.sentence.tokens[c].lower == "whose"), None)
    if whose is not None:
        return _before(scene, whose)
    return tuple(dict.fromkeys(g.country for g in units if g.country))[:1]


def _before(scene: Scene, at: int) -> tuple[str, ...]:
    """The country whose name ends right before a relative pronoun."""
    i = at - 1
    while i >= 0 and scene.sentence.tokens[i].pos == "PUNCT":
        i -= 1
    return tuple(owner.country for owner in owners_at(scene, i) if owner.country) if i >= 0 else ()
