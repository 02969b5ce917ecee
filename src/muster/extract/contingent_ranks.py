"""Which place a country's contingent has: "is the biggest contributor", "comes second", "has most"."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene
from muster.extract.strength_owners import owners_at
from muster.model.annotation import MentionKind

_LARGEST = frozenset(
    {"largest", "biggest", "main", "top", "leading", "principal", "greatest", "most", "chief", "foremost"}
)
_ORDINALS = {
    **dict(zip("second third fourth fifth sixth seventh eighth ninth tenth".split(), range(2, 11), strict=True)),
    **dict(zip("2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(), range(2, 11), strict=True)),
    "next": 2,
}
_GIVING = frozenset({"have", "contribute", "provide", "supply", "send", "field", "give", "keep"})
_HELD = frozenset(
    "contingent contributor supplier provider contribution component group presence battalion detachment "
    "troop-contributor share".split()
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A country's place among the contributors, and the words that say it.

    `passing` where it is told of another ("after France").
    """

    country: str
    rank: int
    first: int
    last: int
    passing: bool = False


def ranks(scene: Scene) -> Iterator[Rank]:
    """The places that the sentence gives to countries."""
    for token in scene.sentence.tokens:
        if token.lemma.lower() not in _HELD and token.lower not in {"contributors", "suppliers"}:
            continue
        place = _place(scene, token.i)
        if place is None:
            continue
        named = _holder(scene, token.i)
        if named is not None:
            country, at = named
            yield Rank(country, place, min(at, token.i), max(at, token.i) + 1)
        if place == 2 and (first := _after(scene, token.i)) is not None:
            yield Rank(first[0], 1, token.i, first[1] + 1, passing=True)
    yield from _having_most(scene)
    yield from _in_size(scene)
    yield from _placed(scene)


def _placed(scene: Scene) -> Iterator[Rank]:
    """ "Uruguay comes second with 402", "which places it second among all contributors after Brazil"."""
    tokens = scene.sentence.tokens
    for i, token in enumerate(tokens[1:], 1):
        verb = next((tokens[j] for j in (i - 1, i - 2, i - 3) if j >= 0 and tokens[j].lemma in _COMING), None)
        after = tokens[i + 1].lower if i + 1 < len(tokens) else "."
        place = _ORDINALS.get(token.lower) or (1 if token.lower == "first" else None)
        if place is None or verb is None or after not in _BEHIND:
            continue
        before = [
            m
            for m in scene.sentence.mentions
            if m.kind is MentionKind.COUNTRY and m.last <= i and m.form in ("name", "capital")
        ]
        if before:
            yield Rank(before[-1].value, place, before[-1].first, i + 1)
            if place == 2 and (first := _after(scene, i)) is not None:
                yield Rank(first[0], 1, i, first[1] + 1, passing=True)


_COMING = frozenset({"come", "rank", "place", "lie", "stand"})
_BEHIND = frozenset({"with", "at", "among", "in", "behind", "after", ",", ".", ";", "on", "by"})


def _place(scene: Scene, noun: int) -> int | None:
    """The place that a superlative before the noun gives: 1 for "largest", 2 for "second-largest"."""
    first, _ = scene.sentence.phrase(noun)
    words = [t.lower for t in scene.sentence.tokens[max(0, min(first, noun - 6)) : noun]]
    best = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _LARGEST), None)
    if best is None or "one" in words:
        return None
    before = words[max(0, best - 2) : best]
    if words[best] == "most" or set(words) & {"european", "asian", "african", "western", "among"}:
        return None
    return next((_ORDINALS[word] for word in before if word in _ORDINALS), 1)


def _holder(scene: Scene, noun: int) -> tuple[str, int] | None:
    """The country that is, has or owns the noun; or that stands in apposition to it."""
    for clause in scene.sentence.clauses:
        if clause.nominal or noun not in clause.patients:
            continue
        for i in (*clause.agents, *(p for p in clause.patients if p != noun and clause.lemma == "be")):
            found = next((own.country for own in owners_at(scene, i) if own.country), None)
            if found is not None:
                return found, i
    return _beside(scene, noun)


def _beside(scene: Scene, noun: int) -> tuple[str, int] | None:
    """ "Nigeria, by far the largest supplier, …"; "the largest contributor, Nepal, …"; "led by India"."""
    tokens = scene.sentence.tokens
    at = noun + 1
    while at < len(tokens) and at <= noun + 5 and tokens[at].text not in (",", ":", "–", "—"):
        at += 1
    after = scene.sentence.mention_at(at + 1, MentionKind.COUNTRY) if at + 1 < len(tokens) and at <= noun + 5 else None
    first, _ = scene.sentence.phrase(noun)
    before = first - 1
    while before >= 0 and tokens[before].lower in ("by", "far", "its", "the", "now", "a", "still", "also"):
        before -= 1
    if before >= 1 and tokens[before].text in (",", "–", "—", "("):
        named = scene.sentence.mention_at(before - 1, MentionKind.COUNTRY)
        if named is not None and named.form in ("name", "capital"):
            return named.value, before - 1
    return (after.value, at + 1) if after is not None and after.form == "name" else None


def _after(scene: Scene, noun: int) -> tuple[str, int] | None:
    """The one country "after" which another is second."""
    tokens = scene.sentence.tokens
    for i in range(noun + 1, min(noun + 7, len(tokens) - 1)):
        if tokens[i].lower in ("after", "behind"):
            named = scene.sentence.mention_at(i + 1, MentionKind.COUNTRY)
            if named is not None and not (named.last < len(tokens) and tokens[named.last].lower == "and"):
                return named.value, named.last - 1
    return None


def _having_most(scene: Scene) -> Iterator[Rank]:
    """ "India has most, 1,514"; "France has 1,500 men, the most"; "India supplies 5,500, largest of all"."""
    for clause in scene.sentence.clauses:
        told = [t.lower for t in scene.sentence.tokens[clause.predicate :]]
        joined = " ".join(told[:14])
        if clause.lemma in _GIVING and (
            ", the most ," in joined
            or ", the most ." in joined
            or "largest of all" in joined
            or "more than any" in joined
        ):
            for j in clause.agents:
                yield from (Rank(own.country, 1, j, clause.predicate + 1) for own in owners_at(scene, j) if own.country)
    for clause in scene.sentence.clauses:
        if clause.lemma in _GIVING:
            for i in clause.patients:
                if scene.sentence.tokens[i].lower == "most":
                    for j in clause.agents:
                        yield from (Rank(own.country, 1, j, i + 1) for own in owners_at(scene, j) if own.country)


def _in_size(scene: Scene) -> Iterator[Rank]:
    """ "The Uruguayan contingent … was the second in size"."""
    tokens = scene.sentence.tokens
    for i, token in enumerate(tokens[:-2]):
        if tokens[i + 1].lower != "in" or tokens[i + 2].lower not in ("size", "number", "numbers", "strength"):
            continue
        place = _ORDINALS.get(token.lower) or (1 if token.lower in ("first", "largest") else None)
        clause = next((c for c in scene.sentence.clauses if i in c.patients), None)
        if place is None or clause is None:
            continue
        owners = [own.country for j in clause.agents for own in owners_at(scene, j) if own.country]
        owners = owners or [
            m.country for m in scene.sentence.mentions if m.form == "units" and m.country and m.last <= i
        ]
        if owners:
            yield Rank(owners[0], place, i, i + 3)
