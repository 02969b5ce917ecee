"""Nouns of relation with what brings them about: treaties signed, talks held, polls due, boycotts announced."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene, is_of_saying, time_of
from muster.extract.frames import Frame, lexicon
from muster.extract.relation_parties import between, country_here, country_of, parties
from muster.gazetteer import operation, organisation
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status
from muster.model.when import When, extent_of

RELATIONS = ("recognises", "declares-independence", "agreement", "dialogue", "election", "boycott")
_ALLOWED = (
    ("relation", RELATIONS),
    ("with", ("pact", "talks", "poll", "signed")),
    ("makes", ("pact", "pact signed", "talks poll")),
)
_MEDIATING = frozenset(
    {
        "facilitate",
        "mediate",
        "host",
        "follow",
        "convene",
        "attend",
        "broker",
        "negotiate",
        "arrange",
        "announce",
        "organise",
        "organize",
    }
)


@dataclass(frozen=True, slots=True)
class Bond:
    """A relation as the words tell it: by which clause, with which noun (or none), between whom."""

    relation: str
    clause: Clause
    word: int
    parties: tuple[str, ...]
    status: Status
    noun: Clause | None = None


def time_told(scene: Scene, bond: Bond) -> When | None:
    """The time of the clause, else of the noun, else one within the noun's phrase ("the 1979 treaty")."""
    noun = bond.noun or bond.clause
    first, last = scene.sentence.phrase(noun.predicate, of=True)
    inside = [time.when for time in scene.sentence.times if first <= time.first < last and time.when.edtf]
    return next(iter(inside), None) or time_of(scene, bond.clause) or time_of(scene, noun) or _nearest(scene, noun)


def _nearest(scene: Scene, noun: Clause) -> When | None:
    """The nearest time of the noun's own clause, unless it is one of saying or of what was before or since."""
    told = [
        time
        for time in scene.sentence.times
        if time.when.edtf
        and time.relation not in ("since", "after", "before")
        and not is_of_saying(scene, time)
        and scene.sentence.clause_at(time.first) in (None, noun, scene.sentence.clause_at(noun.predicate))
    ]
    return min(told, key=lambda time: abs(time.first - noun.predicate)).when if told else None


def frames() -> dict[tuple[str, str | None, str], Frame]:
    """The words of the lexicon, by lemma, second word and part of speech."""
    return dict(lexicon("relation", _ALLOWED).frames)


def noun_bonds(scene: Scene) -> Iterator[Bond]:
    """Nouns of relation with the verb that brings them about, or with their own parties."""
    words = frames()
    for token in scene.sentence.tokens:
        frame = words.get((token.lemma.lower(), None, "noun")) if token.pos in ("NOUN", "PROPN") else None
        if frame is None or token.dep in ("compound", "nmod"):
            continue
        noun = scene.sentence.clause_at(token.i) or _own(scene, token.i)
        bond = _by_noun(scene, noun, frame)
        if bond is not None:
            yield bond


def _own(scene: Scene, i: int) -> Clause:
    """A proper noun ("the Conakry Agreement") as a predicate with its prepositional phrases."""
    tokens = scene.sentence.tokens
    pairs = (
        (tokens[c].lower, d)
        for c in scene.sentence.children_of(i)
        if tokens[c].dep == "prep"
        for d in scene.sentence.children_of(c)
    )
    return Clause(i, tokens[i].lemma.lower(), None, obliques=tuple(pairs), nominal=True)


def _by_noun(scene: Scene, noun: Clause, frame: Frame) -> Bond | None:
    relation = frame["relation"]
    if relation == "election":
        return _election(scene, noun)
    if relation in ("agreement", "dialogue"):
        return _joint(scene, noun, frame)
    if relation == "declares-independence":
        return _declaration(scene, noun)
    announced = scene.sentence.clause_at(above_of(scene, noun.predicate))
    if (
        relation == "boycott"
        and announced is not None
        and announced.lemma
        in ("announce", "declare", "begin", "launch", "continue", "maintain", "expand", "end", "threaten")
    ):
        noun = replace(noun, agents=noun.agents or announced.agents)
    country = next((c for word, at in noun.obliques if word == "of" and (c := country_of(scene, at))), None)
    owners = parties(scene, noun.agents)
    if relation == "recognises" and country is not None and owners:
        return Bond(relation, noun, noun.predicate, (owners[0], country), status_told(scene, noun))
    if relation == "boycott" and (who := owners or parties(scene, (at for word, at in noun.obliques if word == "by"))):
        shunned = tuple(scene.phrase(at) for word, at in noun.obliques if word == "of")
        return Bond(relation, noun, noun.predicate, (who[0], *shunned), status_told(scene, noun))
    return None


def _declaration(scene: Scene, noun: Clause) -> Bond | None:
    """ "Kosovo's declaration of independence", "the secession of Katanga"."""
    tokens = scene.sentence.tokens
    above = tokens[tokens[noun.predicate].head]
    if above.lower != "of" or tokens[above.head].lemma.lower() not in ("declaration", "proclamation"):
        return None
    told = scene.sentence.clause_at(above.head)
    by = scene.sentence.clause_at(above_of(scene, above.head))
    owners = (*(told.agents if told else ()), *(by.agents if by is not None and not by.nominal else ()))
    owner = next((c for i in owners if (c := country_of(scene, i))), None) or country_here(scene)
    return (
        Bond("declares-independence", told, above.head, (owner,), _fact_status(scene, told)) if told and owner else None
    )


def above_of(scene: Scene, i: int) -> int:
    """The word that governs word `i`."""
    return scene.sentence.tokens[i].head


def _joint(scene: Scene, noun: Clause, frame: Frame) -> Bond | None:
    """An agreement or talks: between whom, or who signed, held or resumed them."""
    found = parties(scene, (at for word, at in noun.obliques if word in ("between", "among")))
    found = found if len(found) > 1 else parties(scene, _compounded(scene, noun.predicate)) or found
    pair = found if len(found) > 1 else between(scene, noun.predicate) or found
    bringing = _bringing(scene, noun.predicate, frame["with"])
    if bringing is None:
        status = Status.ACTUAL if frame["relation"] == "agreement" else noun.status
        told = len(pair) > 1 and frame["with"] != "signed" and operation(pair[0]) is None
        return Bond(frame["relation"], noun, noun.predicate, pair, status, noun) if told else None
    also = parties(scene, (at for word, at in (*noun.obliques, *bringing.obliques) if word in ("with", "between")))
    makers = (
        ()
        if bringing.lemma in _MEDIATING or (pair and frame["relation"] == "dialogue")
        else parties(scene, _makers(scene, bringing, noun.predicate))
    )
    owners = parties(scene, noun.agents) if not makers else ()
    found = tuple(dict.fromkeys((*makers, *owners, *pair, *also)))
    if len(found) == 1 and _is_nobody_in_particular(found[0]):
        return None
    if found and (
        all(operation(name) is not None or organisation(name) is not None for name in found)
        or operation(found[0]) is not None
    ):
        return None
    several = (
        len(found) > 1
        or any(
            word in found[0].casefold().split() for word in ("parties", "sides", "leaders", "factions", "communities")
        )
        if found
        else False
    )
    if not several and frame["relation"] == "dialogue":
        return None
    return Bond(frame["relation"], bringing, noun.predicate, found, status_told(scene, bringing), noun)


def _is_nobody_in_particular(name: str) -> bool:
    """ "Non-recognizing States": no party to a pact by themselves."""
    words = name.casefold().split()
    return words[-1] in ("states", "countries") and not any(w.isdigit() for w in words)


def _compounded(scene: Scene, i: int) -> tuple[int, ...]:
    """ "The Belgrade-Pristina dialogue": two countries before the noun."""
    at = [
        j
        for c in scene.sentence.children_of(i)
        if c < i and scene.sentence.tokens[c].dep in ("compound", "nmod", "amod")
        for j in scene.sentence.subtree(c)
    ]
    named = tuple(j for j in at if scene.sentence.mention_at(j, MentionKind.COUNTRY))
    return named if len(named) > 1 else ()


def _makers(scene: Scene, bringing: Clause, noun: int) -> tuple[int, ...]:
    """Who brings it about; behind "by" where the parser takes a participle for the main verb ("concluded by")."""
    if noun in bringing.agents:
        return tuple(at for word, at in bringing.obliques if word == "by")
    return bringing.agents


def _bringing(scene: Scene, i: int, sort: str) -> Clause | None:
    """The verb that brings a pact, talks or poll about: with the noun as object, subject or antecedent."""
    found = list(_bringers(scene, i, sort))
    return next((clause for clause in found if clause.lemma != "be"), found[0] if found else None)


def _bringers(scene: Scene, i: int, sort: str) -> Iterator[Clause]:
    words = frames()
    tokens = scene.sentence.tokens
    for clause in scene.sentence.clauses:
        if clause.nominal or clause.predicate == i:
            continue
        near = {i} & {
            *clause.patients,
            *clause.agents,
            *(at for word, at in clause.obliques if word in ("to", "into", "on", "in")),
        }
        below = tokens[clause.predicate].head == i and tokens[clause.predicate].dep in ("acl", "relcl")
        frame = (
            words.get((clause.lemma, clause.particle, "verb"))
            or words.get((clause.lemma, None, "verb"))
            or _placed(scene, clause)
        )
        if (near or below) and frame is not None and sort in frame.get("makes").split():
            yield clause


def _placed(scene: Scene, clause: Clause) -> Frame | None:
    """ "Took place", "are due"."""
    tokens = scene.sentence.tokens
    seconds = [tokens[at].lemma.lower() for at in (*clause.patients, *scene.sentence.children_of(clause.predicate))]
    return next((f for second in seconds if (f := frames().get((clause.lemma, second, "verb")))), None)


def _election(scene: Scene, noun: Clause) -> Bond | None:
    """A poll with a day of its own, or one told as held or due."""
    bringing = _bringing(scene, noun.predicate, "poll")
    country = country_of(scene, noun.predicate) or (_held_in(scene, bringing) if bringing else None)
    voters = next((c for i in bringing.agents if (c := country_of(scene, i))), None) if bringing else None
    subject = country or voters or country_here(scene)
    if subject is None:
        return None
    bond = Bond(
        "election",
        bringing or noun,
        noun.predicate,
        (subject,),
        status_told(scene, bringing) if bringing else _fact_status(scene, noun),
        noun,
    )
    held = (
        bringing is not None
        and bringing.lemma in ("hold", "take", "conduct")
        and bringing.tense == "past"
        and bond.status is Status.ACTUAL
    )
    return bond if held or time_told(scene, bond) is not None else None


def _held_in(scene: Scene, bringing: Clause) -> str | None:
    """The country a poll is held, or due, in."""
    tokens = scene.sentence.tokens
    due = (c for c in scene.sentence.children_of(bringing.predicate) if tokens[c].dep in ("acomp", "xcomp"))
    below = [
        d
        for c in due
        for p in scene.sentence.children_of(c)
        if tokens[p].lower == "in"
        for d in scene.sentence.children_of(p)
    ]
    places = (*(at for word, at in bringing.obliques if word == "in"), *below)
    return next((c for at in places if (c := country_of(scene, at))), None)


def status_told(scene: Scene, clause: Clause) -> Status:
    """The clause's status; "never recognised" is denied."""
    tokens = [scene.sentence.tokens[c] for c in scene.sentence.children_of(clause.predicate)]
    if any(t.dep == "neg" or t.lower == "never" for t in tokens):
        return Status.DENIED
    if any(t.lower in ("due", "scheduled", "set", "planned") and t.dep in ("acomp", "attr") for t in tokens):
        return Status.PLANNED
    return clause.status


def status_by(scene: Scene, bond: Bond, when: When | None) -> Status:
    """The status of a bond: what is told for a day to come is planned; a pact that is told with those who made it
    ("signed by", "which they reached") is made."""
    published = scene.document.document.published
    if published and when is not None and when.edtf and not when.edtf.startswith(("..", "X")):
        begins = extent_of(when.edtf).earliest
        if begins is not None and begins.isoformat() > published and bond.status is Status.ACTUAL:
            return Status.PLANNED
    made = bond.relation == "agreement" and bond.status is Status.PLANNED and bond.noun is not None
    return Status.ACTUAL if made and bond.noun and _is_made(scene, bond.noun.predicate) else bond.status


def _is_made(scene: Scene, noun: int) -> bool:
    tokens = scene.sentence.tokens
    return any(
        tokens[c].tag in ("VBN", "VBD") and tokens[c].dep in ("acl", "relcl") for c in scene.sentence.children_of(noun)
    )


def _fact_status(scene: Scene, noun: Clause) -> Status:
    """A pact or poll named in passing stands, whatever the verb around it is."""
    return Status.ACTUAL
