"""Forces told to be somewhere: "Nepal has a company at Kafra", "the battalion is in Busovača"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene, is_place
from muster.extract.posture_actors import Actor, actors, own_actors
from muster.extract.posture_circumstances import is_in_place, loosely
from muster.extract.posture_nouns import Stance
from muster.gazetteer import operation
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_STATIONED = frozenset(
    "station post camp locate stick quarter garrison encamp dig entrench billet bunk house situate lodge".split()
)
_CAMPED = frozenset({"camp", "encamp", "quarter", "billet", "lodge", "bunk", "house"})
_SEATS = frozenset({"headquarters", "headquarter", "hq", "base", "camp"})
_HAVING = frozenset({"have", "keep", "maintain", "station", "retain", "hold", "leave"})
_WHERE = ("at", "on", "near", "around", "round", "along", "by", "outside", "inside", "between", "above", "opposite")
_QUARTERS = frozenset({"barracks", "base", "camp", "bases", "quarters", "compound", "camps"})
_SITTING = frozenset({"sit", "lie", "face", "perch", "squat", "camp", "bivouac", "stand", "park", "live", "work"})


def standing_stances(scene: Scene, clause: Clause) -> Iterator[Stance]:
    """What a clause tells of where a force is."""
    if clause.nominal:
        return
    yield from _confined(scene, clause)
    if clause.lemma in _HAVING and not clause.passive:
        yield from _having(scene, clause)
    else:
        yield from _being(scene, clause)


def _confined(scene: Scene, clause: Clause) -> Iterator[Stance]:
    """ "Confined to barracks", "established at Camp Tesa"."""
    tokens = scene.sentence.tokens
    heads = [at for word, at in clause.obliques if word in ("to", "at", "in")]
    quarters = [at for at in heads if tokens[at].lower in _QUARTERS or _is_camp(scene, at)]
    if clause.lemma in ("confine", "restrict", "establish", "accommodate", "install") and clause.passive and quarters:
        found = tuple(a for a in actors(scene, clause.patients, "base") if a.armed)
        yield Stance("base", clause, clause.predicate, None, found)


def _is_camp(scene: Scene, at: int) -> bool:
    first, last = scene.sentence.phrase(at)
    return any(t.lower == "camp" for t in scene.sentence.tokens[first:last])


def _having(scene: Scene, clause: Clause) -> Iterator[Stance]:
    """ "France has 1,500 men on both sides of the line": a country, soldiers, and a place within the theatre."""
    tokens = scene.sentence.tokens
    if clause.status is not Status.ACTUAL or not clause.patients:
        return
    seats = [i for i in clause.patients if tokens[i].lemma.lower() in ("headquarters", "headquarter", "hq", "camp")]
    if seats and is_in_place(scene, clause):
        yield Stance("base", clause, seats[0], None, actors(scene, clause.agents, "base"))
        return
    heads = (clause.predicate, *clause.patients)
    # "The British have 3,600 in Helmand" is a contingent; "a battalion in Helmand" stands there.
    unit = any(g.form == "units" for i in clause.patients for g in scene.sentence.groups_at(i))
    placed = [
        d
        for at in heads
        for c in scene.sentence.children_of(at)
        if tokens[c].lower in _WHERE or (tokens[c].lower == "in" and unit)
        for d in scene.sentence.children_of(c)
        if tokens[d].dep == "pobj" and _is_spot(scene, d)
    ]
    soldiers = any(
        any(g.form in ("soldiers", "units", "police") for g in scene.sentence.groups_at(i)) or _is_number(scene, i)
        for i in clause.patients
    )
    owners = tuple(a for a in actors(scene, clause.agents, "presence") if len(a.name) == 2)
    if placed and soldiers and owners:
        yield Stance("presence", clause, placed[0], None, owners)


def _is_number(scene: Scene, i: int) -> bool:
    return any(c.first <= i < c.last and c.noun is None for c in scene.sentence.counts)


def _is_spot(scene: Scene, at: int) -> bool:
    """A place within the country: that a force is in its country, or in a mission, says nothing."""
    if any(time.first <= at < time.last for time in scene.sentence.times):
        return False
    country = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    body = scene.sentence.mention_at(at, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.PERSON)
    seat = scene.sentence.tokens[at].lemma.lower() in ("hq", "headquarters", "present", "disposal")
    sided = scene.sentence.tokens[at].lemma.lower() in ("side", "bank", "edge", "foot", "outskirt", "end")
    return (is_place(scene, at) or sided) and country is None and body is None and not seat


def _being(scene: Scene, clause: Clause) -> Iterator[Stance]:
    """ "The battalion is in Busovača", "its headquarters is at Larissa", "they are stationed at the airport"."""
    tokens = scene.sentence.tokens
    now = any(
        tokens[c].lower in ("is", "are", "remain", "remains") for c in scene.sentence.children_of(clause.predicate)
    )
    stationed = clause.passive and (
        clause.lemma in _STATIONED or (clause.lemma == "deploy" and now and clause.status is Status.ACTUAL)
    )
    sitting = clause.lemma in _SITTING and not clause.passive and not clause.patients
    being = clause.lemma == "be" and not any(at for at in clause.patients if at > clause.predicate)
    placed = is_in_place(scene, clause) or (stationed and loosely(scene, clause) is not None)
    if not (stationed or being or sitting) or not placed:
        return
    heads = clause.patients if clause.passive else clause.agents
    seats = tuple(i for i in heads if tokens[i].lemma.lower() in _SEATS)
    if seats:
        yield Stance("base", clause, seats[0], None, own_actors(scene, seats[0], "base"))
    elif not any(tokens[c].dep in ("acomp", "attr", "ccomp") for c in scene.sentence.children_of(clause.predicate)):
        activity = "base" if stationed and clause.lemma in _CAMPED else "presence"
        found = (a for a in actors(scene, heads, activity) if _stands(scene, clause, a, being))
        yield Stance(activity, clause, clause.predicate, None, tuple(found))


def _stands(scene: Scene, clause: Clause, actor: Actor, being: bool) -> bool:
    """A nation's soldiers anywhere; a mission only at a place within the country; who just lives or works, soldiers."""
    nation = actor.armed and operation(actor.name) is None
    places = [at for word, at in clause.obliques if word in ("in", "at", "near", "on")]
    spot = not any(scene.sentence.mention_at(at, MentionKind.COUNTRY) for at in places)
    since = any(t.relation == "since" for t in scene.sentence.times) and len(scene.sentence.tokens) < 25
    return nation or ((spot or since) and (being or clause.passive))
