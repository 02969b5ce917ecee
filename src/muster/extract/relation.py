"""Claims of kind relation: recognition, independence, agreements, talks, elections, boycotts."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Ground, Scene, claim, extent, place_of, scenes
from muster.extract.relation_nouns import Bond, frames, noun_bonds, status_by, status_told, time_told
from muster.extract.relation_parties import country_of, is_working_body, parties, subject_near
from muster.model.annotation import AnnotatedDocument, Clause
from muster.model.claim import Claim, Relation, Status

_TAKEN = frozenset({Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.DENIED})
# Verbs that tell of talks but not of those who hold them.
_STATES = frozenset({"state", "country", "countrie", "nation", "government", "member"})


def find_relations(document: AnnotatedDocument) -> Iterator[Claim]:
    """The claims of this kind that the document makes."""
    pair: tuple[str, ...] = ()
    for scene in scenes(document):
        for told in (*_verbs(scene), *noun_bonds(scene)):
            bond = replace(told, parties=pair) if len(pair) > 1 and _resumes(scene, told) else told
            if bond.parties and bond.status in _TAKEN and not _is_at_work(scene, bond):
                yield _claim(scene, bond)
            pair = bond.parties if bond.relation in ("agreement", "dialogue") and len(bond.parties) > 1 else pair


def _is_at_work(scene: Scene, bond: Bond) -> bool:
    """Whether a service, board or clerk takes part: working contacts are no dialogue between parties."""
    heads = (*bond.clause.agents, *(at for word, at in bond.clause.obliques if word == "with"))
    return bond.relation == "dialogue" and any(is_working_body(scene, i) for i in heads)


def _resumes(scene: Scene, bond: Bond) -> bool:
    """Whether "they" or "both" make the pact: the two spoken of last."""
    meant = any(scene.sentence.tokens[i].lower in ("they", "both", "two") for i in bond.clause.agents)
    return meant and bond.relation in ("agreement", "dialogue")


def _claim(scene: Scene, bond: Bond) -> Claim:
    near = [i for i in (*bond.clause.agents, *bond.clause.patients) if abs(i - bond.clause.predicate) < 12]
    when = time_told(scene, bond)
    ground = Ground(
        scene,
        bond.clause.predicate,
        (bond.word, *extent(scene, bond.word, *near)),
        status=status_by(scene, bond, when),
        when=when,
        place=_place(scene, bond),
    )
    fact = Relation(relation=bond.relation, subject=bond.parties[0], object=bond.parties[1:])
    return claim(ground, fact, f"relation.{bond.relation}")


def _place(scene: Scene, bond: Bond) -> str | None:
    if bond.relation not in ("agreement", "dialogue"):
        return None
    return place_of(scene, bond.clause, "in", "at") or (place_of(scene, bond.noun, "in", "at") if bond.noun else None)


def _verbs(scene: Scene) -> Iterator[Bond]:
    """Verbs that say all: recognise, declare independence, boycott, meet."""
    words = frames()
    tokens = scene.sentence.tokens
    for clause in scene.sentence.clauses:
        if clause.nominal:
            continue
        seconds = (clause.particle, *(tokens[i].lemma.lower() for i in clause.patients), None)
        frame = next((f for second in seconds if (f := words.get((clause.lemma, second, "verb")))), None)
        if clause.lemma in ("declare", "proclaim") and _is_declared(scene, clause):
            owner = next((c for i in (*clause.patients, *clause.agents) if (c := country_of(scene, i))), None)
            yield Bond(
                "declares-independence", clause, clause.predicate, (owner,) if owner else (), status_told(scene, clause)
            )
        if clause.lemma in ("stay", "keep") and any(
            tokens[at].lemma.lower() in ("poll", "election", "vote")
            for word, at in clause.obliques
            if word in ("from", "away from", "off")
        ):
            yield from _boycotts(scene, clause, status_told(scene, clause))
        if frame is None or not frame.get("relation"):
            continue
        yield from _by_verb(scene, clause, frame["relation"])


def _is_declared(scene: Scene, clause: Clause) -> bool:
    """ "Declared Kosovo an independent State", "declared itself independent"."""
    return any(t.lower == "independent" for t in scene.sentence.tokens[clause.predicate + 1 : clause.predicate + 6])


def _by_verb(scene: Scene, clause: Clause, relation: str) -> Iterator[Bond]:
    status = status_told(scene, clause)
    if relation == "recognises":
        yield from (Bond(relation, clause, clause.predicate, pair, status) for pair in _recognitions(scene, clause))
    elif relation == "declares-independence":
        country = next((c for i in clause.agents if (c := country_of(scene, i))), None) or next(
            iter(parties(scene, clause.agents)), None
        )
        freed = (scene.sentence.clause_at(i) for i in clause.patients)
        below = [pair for inner in freed if inner is not None for pair in inner.obliques]
        source = parties(scene, (at for word, at in (*clause.obliques, *below) if word == "from"))
        yield Bond(relation, clause, clause.predicate, (country, *source) if country else (), status)
    elif relation == "boycott":
        yield from _boycotts(scene, clause, status)
    else:
        yield Bond(relation, clause, clause.predicate, _meeting(scene, clause), status)


def _recognitions(scene: Scene, clause: Clause) -> Iterator[tuple[str, ...]]:
    """Who recognises which state."""
    found = next((c for i in clause.patients if (c := country_of(scene, i))), None)
    if found is None:
        return
    agents = (
        clause.agents
        if any(parties(scene, (i,)) or scene.sentence.tokens[i].lower.rstrip("s") in _STATES for i in clause.agents)
        else subject_near(scene, clause.predicate)
    )
    for i in agents:
        subjects = (
            _included(scene, i)
            or parties(scene, (i,))
            or ((scene.phrase(i),) if scene.sentence.tokens[i].lower.rstrip("s") in _STATES else ())
        )
        yield from ((subject, found) for subject in subjects if subject != found)


def _included(scene: Scene, i: int) -> tuple[str, ...]:
    """ "Many countries, including Turkey": those named."""
    tokens = scene.sentence.tokens
    inner = [
        d
        for c in scene.sentence.children_of(i)
        if tokens[c].lower in ("including", "like")
        for d in scene.sentence.subtree(c)[1:]
    ]
    return parties(scene, (d for d in inner if tokens[d].dep in ("pobj", "conj")))


def _boycotts(scene: Scene, clause: Clause, status: Status) -> Iterator[Bond]:
    tokens = scene.sentence.tokens
    lost = not clause.agents and (not clause.passive or tokens[clause.predicate].dep == "amod")
    agents = [
        i
        for i in (subject_near(scene, clause.predicate) if lost else clause.agents)
        if tokens[i].pos != "PRON" or scene.sentence.groups_at(i)
    ]
    for i in agents:
        names = parties(scene, (i,)) or ((scene.phrase(i),) if tokens[i].pos in ("NOUN", "PROPN") else ())
        shunned = tuple(scene.phrase(at) for at in clause.patients if tokens[at].pos != "PRON")
        yield from (Bond("boycott", clause, clause.predicate, (name, *shunned), status) for name in names)


def _meeting(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Those who meet: two subjects, or a subject and whom it meets; nobody where they are not parties on both sides."""
    others = (*clause.patients, *(at for word, at in clause.obliques if word == "with"))
    if clause.passive:
        return ()
    found = parties(scene, (*clause.agents, *others))
    own = parties(scene, clause.agents)
    plural = (
        len(found) == 1 and not others and any(scene.sentence.tokens[i].tag in ("NNS", "NNPS") for i in clause.agents)
    )
    return found if len(own) and (len(found) > 1 or plural) else ()
