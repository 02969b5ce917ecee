"""Claims of kind incident: what happened, where, when, between whom and by what means; an event told twice is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from muster.extract.evidence import (
    Ground,
    Scene,
    actor_names,
    actors_at,
    claim,
    extent,
    is_site,
    place_of,
    scenes,
    time_of,
)
from muster.extract.incident_lookalikes import is_lookalike
from muster.extract.incident_needs import is_thing
from muster.extract.incident_words import Told, told_in
from muster.extract.occurrence import is_unreal, means_at, operation_at, status_at, when_at
from muster.extract.sites import place_at
from muster.gazetteer import operation
from muster.model.annotation import AnnotatedDocument, Clause, MentionKind
from muster.model.claim import Claim, Incident, Status
from muster.model.document import SegmentKind

_PARTY_WORDS = ("by", "with", "between", "against", "on", "at", "upon")


@dataclass(frozen=True, slots=True)
class _Telling:
    """One telling of an incident, with what its own words fix of it."""

    claim: Claim
    when: str | None
    place: str | None
    heading: bool
    nominal: bool
    anaphor: bool
    fresh: bool


def find_incidents(document: AnnotatedDocument) -> Iterator[Claim]:
    """The incidents that the document tells, each once with every telling of it."""
    kept: list[_Telling] = []
    for telling in _tellings(document):
        at = _told_before(kept, telling)
        if at is not None:
            kept[at] = _joined(kept[at], telling)
        elif not telling.anaphor:
            kept.append(telling)
    yield from (telling.claim for telling in kept)


def _tellings(document: AnnotatedDocument) -> Iterator[_Telling]:
    for scene in scenes(document):
        if not is_unreal(scene):
            yield from (_telling(scene, told) for told in told_in(scene) if _happened(scene, told))


def _happened(scene: Scene, told: Told) -> bool:
    """Whether it is told as having happened, or is denied by somebody who was said to know of it."""
    if is_lookalike(scene, told.clause):
        return False
    if told.clause.status is not Status.ACTUAL:
        return status_at(scene, told.clause) is Status.ACTUAL
    return told.clause.tense != "future"


def _telling(scene: Scene, told: Told) -> _Telling:
    clause = told.clause
    own = time_of(scene, clause)
    fact = Incident(
        type=told.type, parties=tuple(dict.fromkeys(parties_in(scene, told.clause))), means=means_at(scene, clause)
    )
    arguments = [i for i in (*clause.agents, *clause.patients) if abs(i - clause.predicate) <= 12]
    ground = Ground(
        scene,
        clause.predicate,
        extent(scene, clause.predicate, *arguments),
        operation=operation_at(scene, clause),
        status=status_at(scene, clause),
        when=when_at(scene, clause),
        place=place_at(scene, clause, _target(scene, clause)),
    )
    return _Telling(
        claim(ground, fact, f"incident: {clause.lemma}"),
        own.edtf if own else None,
        place_of(scene, clause),
        scene.sentence.segment.kind is not SegmentKind.PARAGRAPH,
        told.nominal,
        told.anaphor,
        told.fresh,
    )


def _target(scene: Scene, clause: Clause) -> int | None:
    """The building, post or town that is attacked, shelled or raided."""
    aimed = (*clause.patients, *(at for word, at in clause.obliques if word in ("on", "at", "against", "upon")))
    sites = (i for i in aimed if is_thing(scene, i, "sites") or (is_site(scene, i) and i in clause.patients))
    many = {c.noun for c in scene.sentence.counts if not c.article}
    return next((i for i in sites if i not in many and not scene.sentence.groups_at(i)), None)


def parties_in(scene: Scene, clause: Clause) -> Iterator[str]:
    """Who takes part in what a clause tells, as claims call them."""
    others = [at for word, at in clause.obliques if word in _PARTY_WORDS and not _is_spot(scene, word, at)]
    for i in (*clause.agents, *clause.patients, *others):
        if actors_at(scene, i):
            yield from _called(scene, i)


def _is_spot(scene: Scene, word: str, at: int) -> bool:
    """Whether a name after "at" or "on" was read as a person's: nobody is a party by standing there."""
    return word in ("at", "on") and all(m.kind is MentionKind.PERSON for m in actors_at(scene, at))


def _called(scene: Scene, i: int) -> tuple[str, ...]:
    """What claims call a party: "groups of" people are those people, a group that is not said to be the operation's is
    as written, and a date before a name is no part of it."""
    found = actors_at(scene, i)[0]
    if scene.sentence.tokens[i].lemma.lower() == "group" and operation(found.value) is not None:
        nominal = scene.sentence.clause_at(i)
        members = [at for word, at in nominal.obliques if word == "of"] if nominal else []
        named = [name for at in members if actors_at(scene, at) for name in actor_names(scene, at)]
        return tuple(named) or (scene.phrase(i, of=False),)
    dated = [t.last for t in scene.sentence.times if found.first <= t.first and t.last <= i]
    return (scene.words(max(dated), i + 1),) if dated else actor_names(scene, i)


def _told_before(kept: Sequence[_Telling], telling: _Telling) -> int | None:
    """Where the incident of a telling stands among those told before; the latest that may be the same."""
    same = [n for n, other in enumerate(kept) if _fact(other).type == _fact(telling).type]
    return next((n for n in reversed(same) if _is_same(kept[n], telling)), None)


def _is_same(before: _Telling, telling: _Telling) -> bool:
    if telling.anaphor:
        return True
    if _differ(before.when, telling.when) or _differ(before.place, telling.place):
        return False
    fixed = before.when is not None and before.when == telling.when
    placed = before.place is not None and telling.place is not None
    if fixed or placed:
        return True
    return (
        before.heading
        or telling.heading
        or (telling.nominal and not telling.fresh and telling.when is None and telling.place is None)
    )


def _differ(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return False
    return one.casefold() not in other.casefold() and other.casefold() not in one.casefold()


def _fact(telling: _Telling) -> Incident:
    assert isinstance(telling.claim.fact, Incident)
    return telling.claim.fact


def _joined(first: _Telling, second: _Telling) -> _Telling:
    """Two tellings of one incident: the first's slots, filled from the second, and the words of both."""
    one, two = first.claim, second.claim
    fact = replace(
        _fact(first),
        parties=_fact(first).parties or _fact(second).parties,
        means=_fact(first).means or _fact(second).means,
    )
    spans = tuple(sorted(dict.fromkeys((*one.spans, *two.spans))))
    merged = replace(
        one,
        fact=fact,
        spans=spans,
        when=one.when or two.when,
        place=one.place or two.place,
        source=one.source or two.source,
    )
    return replace(first, claim=merged, when=first.when or second.when, place=first.place or second.place)
