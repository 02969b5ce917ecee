"""Nouns of posture that say by themselves whose they are: "a Kenyan patrol", "the presence of Syrian troops in Zahle",
"under the guard of Italian soldiers", "Fijian foot patrol out along the wadi"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene, is_place
from muster.extract.posture_actors import Actor, actors, own_actors, subject_before
from muster.extract.posture_nouns import Stance
from muster.extract.posture_words import described, noun_activity
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind

# After these a noun of watching or guarding is what goes on: "under the eyes of Austrian policemen".
_UNDER = {
    "guard": "presence",
    "protection": "presence",
    "control": "presence",
    "eye": "monitor",
    "gaze": "monitor",
    "watch": "monitor",
    "observation": "monitor",
    "supervision": "monitor",
    "surveillance": "monitor",
    "escort": "escort",
}
_PLACING = ("in", "at", "near", "on", "along", "around", "inside", "between", "across", "throughout", "outside")
# What a patrol that is no more than planned or wished for hangs on.
_UNREAL = frozenset("no without any prohibit ban forbid demand want plan intend ask request".split())


def owned_stances(scene: Scene) -> Iterator[Stance]:
    """The postures that nouns tell by their own words, whatever verb they stand with."""
    if _is_verbless(scene):
        yield from _posted(scene)
    for token in scene.sentence.tokens:
        yield from _under(scene, token.i)
        yield from _adjunct(scene, token.i)
        activity = noun_activity(scene, token.i)
        if activity == "presence" and token.lemma == "presence":
            yield from _present(scene, token.i)
        elif activity == "patrol":
            yield from _patrolling(scene, token.i)
        elif activity == "massing":
            yield from _told(scene, token.i, activity, actors(scene, tuple(_of(scene, token.i)), activity))
        elif activity in ("checkpoint", "escort", "monitor", "barrier") and _is_verbless(scene):
            yield from _told(scene, token.i, activity, own_actors(scene, token.i, activity))


def _posted(scene: Scene) -> Iterator[Stance]:
    """ "Kenyan company at Magburaka", "Mali company already there": a line without a verb."""
    tokens = scene.sentence.tokens
    for token in tokens:
        units = [g for g in scene.sentence.groups_at(token.i) if g.form in ("units", "soldiers") and g.country]
        links = [c for c in scene.sentence.children_of(token.i) if tokens[c].lower in _PLACING]
        spots = (d for c in links for d in scene.sentence.children_of(c))
        placed = any(is_place(scene, d) and not scene.sentence.mention_at(d, MentionKind.COUNTRY) for d in spots)
        there = token.i + 2 < len(tokens) and "there" in (tokens[token.i + 1].lower, tokens[token.i + 2].lower)
        if units and (placed or there):
            yield from _told(scene, token.i, "presence", actors(scene, (token.i,), "presence"))


def _told(scene: Scene, i: int, activity: str, whose: tuple[Actor, ...]) -> Iterator[Stance]:
    clause = scene.sentence.clause_at(i) or Clause(i, scene.sentence.tokens[i].lemma, None, nominal=True)
    if whose:
        yield Stance(activity, clause, i, described(scene, i), whose)


def _under(scene: Scene, i: int) -> Iterator[Stance]:
    """ "Under the eyes of Austrian policemen"."""
    token = scene.sentence.tokens[i]
    activity = _UNDER.get(token.lemma.lower())
    if activity is None or token.dep != "pobj" or scene.sentence.tokens[token.head].lower != "under":
        return
    heads = tuple(_of(scene, i))
    verb = scene.sentence.clause_at(scene.sentence.tokens[token.head].head)
    if not heads and verb is not None and verb.lemma in ("keep", "hold", "have", "place", "put"):
        heads = verb.agents  # "keep the line under watch"
        yield from _told(scene, i, activity, actors(scene, heads, activity))
        return
    yield from _told(
        scene, i, activity, tuple(a for a in actors(scene, heads, activity) if a.armed and operation(a.name) is None)
    )


def _adjunct(scene: Scene, i: int) -> Iterator[Stance]:
    """ "Were fired upon while on patrol": of the subject."""
    tokens = scene.sentence.tokens
    if tokens[i].lemma.lower() not in ("patrol", "escort") or i < 2 or tokens[i - 1].lower != "on":
        return
    if tokens[i - 2].lower in ("while", "when", "were", "was", "is", "are", "out", "men", "soldiers"):
        yield from _told(scene, i, tokens[i].lemma.lower(), subject_before(scene, i, "patrol"))


def _of(scene: Scene, i: int) -> Iterator[int]:
    for c in scene.sentence.children_of(i):
        if scene.sentence.tokens[c].lower in ("of", "by", "from"):
            yield from (d for d in scene.sentence.children_of(c) if scene.sentence.tokens[d].dep == "pobj")


def _present(scene: Scene, i: int) -> Iterator[Stance]:
    """ "The presence of some 660 policemen in Abyei": somewhere, of somebody's forces."""
    heads = (*_of(scene, i), *(d for at in _of(scene, i) for d in scene.sentence.children_of(at)))
    placed = any(
        scene.sentence.tokens[c].lower in _PLACING and any(is_place(scene, d) for d in scene.sentence.children_of(c))
        for at in (i, *heads)
        for c in scene.sentence.children_of(at)
    )
    if placed:
        whose = actors(scene, tuple(_of(scene, i)), "presence") or own_actors(scene, i, "presence")
        yield from _told(scene, i, "presence", tuple(a for a in whose if a.armed and operation(a.name) is None))


def _patrolling(scene: Scene, i: int) -> Iterator[Stance]:
    """A patrol of a nation, which by being somewhere patrols (decision 21)."""
    tokens = scene.sentence.tokens
    if tokens[i].tag not in ("NN", "NNS", "NNP", "NNPS") or (i + 1 < len(tokens) and tokens[i + 1].lower in _CRAFT):
        return
    words = {t.lower for t in tokens[max(0, i - 4) : i]}
    whose = tuple(a for a in own_actors(scene, i, "patrol") if len(a.name) == 2)
    if not words & _UNREAL:
        yield from _told(scene, i, "patrol", whose)


_CRAFT = frozenset({"boat", "boats", "craft", "ship", "vehicle", "car", "base", "leader", "report", "route", "vessel"})


def _is_verbless(scene: Scene) -> bool:
    return not any(t.pos in ("VERB", "AUX") for t in scene.sentence.tokens)
