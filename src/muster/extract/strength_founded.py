"""Numbers that a council allows: "authorised up to 11,200 troops for the mission", "provides for 15,000 troops"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level, continued
from muster.extract.strength_owners import Owner
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_FOUNDING = frozenset(
    "authorize authorise approve mandate sanction endorse provide allow foresee envisage call".split()
)
_COUNCILS = frozenset(
    {"council", "resolution", "assembly", "mandate", "plan", "agreement", "resolutions", "accord", "union"}
)
_AHEAD = frozenset({"foresee", "envisage", "call"})
_LEAST = 20
_THERE = frozenset({"ground", "place", "theatre", "theater", "country", "there"})
_COMING = frozenset(
    {("stay", "behind"), ("turn", "up"), ("show", "up")}
    | {
        (verb, None)
        for verb in "stay remain muster arrive deploy materialise materialize assemble field come reach raise".split()
    }
)


def founded_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """What a council or its resolution authorises for an operation; what a plan foresees is planned."""
    for clause in scene.sentence.clauses:
        if clause.lemma not in _FOUNDING or clause.nominal or not _is_council(scene, clause):
            continue
        hits = tuple(head for head in heads if _is_allowed(scene, clause, head))
        owner = _for_whom(scene, clause)
        if not hits or owner is None:
            continue
        status = Status.PLANNED if clause.lemma in _AHEAD else Status.AUTHORISED
        for head in continued(scene, heads, hits):
            yield Level(owner, head, clause.predicate, status, rule=f"{clause.lemma} for")


def arrived_levels(scene: Scene, heads: tuple[Headcount, ...], slug: str | None) -> Iterator[Level]:
    """Bare numbers of whom the sentence says that they have come or are there."""
    for clause in scene.sentence.clauses:
        there = clause.lemma == "be" and any(scene.sentence.tokens[i].lemma in _THERE for _, i in clause.obliques)
        if clause.nominal or not (there or (clause.lemma, clause.particle) in _COMING):
            continue
        for head in heads:
            mine = set(head.tokens) & {*clause.agents, *clause.patients}
            if mine and head.bare and not head.countries and not head.grows and head.size >= _LEAST:
                yield Level(Owner(head.first, operation=slug), head, clause.predicate, clause.status, rule="have come")


def _is_council(scene: Scene, clause: Clause) -> bool:
    """Whether a council, a resolution or nobody (a passive) does the allowing."""
    if not clause.agents:
        return clause.passive or clause.predicate < 3
    return any(
        scene.sentence.tokens[i].lemma.lower() in _COUNCILS
        or any(
            m.value in ("un", "un-security-council", "nato", "eu", "au", "ecowas")
            for m in scene.sentence.mentions_at(i, MentionKind.ORGANISATION)
        )
        for i in clause.agents
    )


def _is_allowed(scene: Scene, clause: Clause, head: Headcount) -> bool:
    if head.countries or head.grows or head.size < _LEAST:
        return False
    inside = set(head.tokens)
    if head.bare and not clause.passive:
        return False
    if clause.lemma in ("provide", "allow", "call"):
        return any(word == "for" and i in inside for word, i in clause.obliques) or _is_for(scene, clause, head)
    return bool(inside & set(clause.patients))


def _is_for(scene: Scene, clause: Clause, head: Headcount) -> bool:
    between = [t.lower for t in scene.sentence.tokens[clause.predicate + 1 : head.first]]
    return between in (["for"], ["for", "a", "total", "of"], ["for", "the", "deployment", "of"])


def _for_whom(scene: Scene, clause: Clause) -> Owner | None:
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and m.first > clause.predicate]
    named = named or [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION]
    if named:
        return Owner(named[0].first, operation=named[0].value)
    return Owner(clause.predicate, operation=scene.focus) if scene.focus else None
