"""To whom an attitude is addressed."""

from collections.abc import Iterator

from muster.extract.evidence import NAMED, Scene
from muster.extract.statement_voice import beside, is_code, state_meant, titled
from muster.model.annotation import Clause, MentionKind

# Whom appeals go to, beside the nouns for people and bodies that annotate knows.
_PARTIES = frozenset(
    "party side faction country state community donor ally partner nation supporter mother government"
    " member belligerent contributor neighbour neighbor region power mediator participant stakeholder"
    " actor public population everyone everybody all parent relative host movement organisation"
    " organization colleague friend one".split()
)
# What a pronoun is taken for where nobody knows whom it means.
_ANYBODY = frozenset({"people", "persons", "person", "local", "locals", "official", "civilians", "individuals"})
_TOWARDS = frozenset({"to", "on", "upon", "with", "against"})
_ABSTRACT = frozenset({"restraint", "calm", "caution", "moderation", "dialogue", "action", "unity"})
_PEOPLE_VERBS = frozenset({"thank", "warn", "urge", "exhort", "implore", "accuse", "assure", "congratulate", "blame"})


def addressees(scene: Scene, clause: Clause, where: str) -> Iterator[tuple[int, str]]:
    """The addressees of an attitude, each with its head word; `where` is the frame's `to`."""
    for place, head in _heads(scene, clause, where):
        i = _antecedent(scene, head)
        if in_time(scene, i):
            continue
        for at, name in named(scene, i, anybody=clause.lemma in _PEOPLE_VERBS or place in _TOWARDS):
            # "Assured returnees of their support": what they are assured of is no part of who they are.
            yield at, name.partition(" of ")[0] if clause.lemma == "assure" and place == "patient" else name


def in_time(scene: Scene, i: int) -> bool:
    """Whether word `i` is part of a time: "on 29 November" addresses nobody."""
    return any(time.first <= i < time.last for time in scene.sentence.times)


def named(scene: Scene, i: int, *, anybody: bool = False) -> Iterator[tuple[int, str]]:
    """Whom the noun at `i` addresses: itself, or its possessor or "of" phrase ("Steiner's contribution")."""
    if is_party(scene, i):
        yield from ((i, name) for name in _names(scene, i))
        return
    inner = [at for at in _inside(scene, i) if is_party(scene, at)]
    for at in inner[:1]:
        yield from ((at, name) for name in _names(scene, at))
    token = scene.sentence.tokens[i]
    if not inner and anybody and token.pos in ("NOUN", "PROPN") and token.lower not in _ABSTRACT:
        yield i, scene.phrase(i)


def is_party(scene: Scene, i: int) -> bool:
    """Whether the noun at `i` is somebody: a name, a group, a noun for people."""
    token = scene.sentence.tokens[i]
    if any(m.form != "adjective" for m in scene.sentence.mentions_at(i, *NAMED)) or scene.sentence.groups_at(i):
        return True
    lemma = token.lemma.lower()
    return token.pos != "PRON" and (lemma in _PARTIES or token.entity in ("PERSON", "ORG", "NORP"))


def _heads(scene: Scene, clause: Clause, where: str) -> Iterator[tuple[str, int]]:
    """The words where addressees stand, each with `patient` or its preposition; an object before a preposition."""
    for place in where.split():
        if place == "patient":
            yield from ((place, at) for at in clause.patients)
            continue
        found = [(word, at) for word, at in clause.obliques if word == place]
        if place not in ("of", "for") or any(is_party(scene, at) or any(_inside(scene, at)) for _, at in found):
            yield from found


def _antecedent(scene: Scene, i: int) -> int:
    """For a relative pronoun the noun it stands for ("to whom"), else the word itself."""
    tokens = scene.sentence.tokens
    if tokens[i].lower in ("whom", "which", "who"):
        return next((tokens[at].head for at in scene.sentence.ancestors(i) if tokens[at].dep == "relcl"), i)
    return i


def _inside(scene: Scene, i: int) -> Iterator[int]:
    clause = scene.sentence.clause_at(i)
    if clause is not None:
        yield from clause.agents
        yield from (at for word, at in clause.obliques if word in ("of", "by", "from", "made by"))


def _names(scene: Scene, i: int) -> Iterator[str]:
    sentence = scene.sentence
    person = sentence.mention_at(i, MentionKind.PERSON)
    if person is not None:
        yield person.value
        return
    known = [m for m in sentence.mentions_at(i, *NAMED) if m.form != "adjective"]
    groups = sentence.groups_at(i)
    holder = beside(sentence, i)
    if holder is not None:
        yield holder.value
    elif known:
        yield known[0].value
    elif groups and (groups[0].value == groups[0].country):
        countries = _governed(scene, i) if sentence.tokens[i].tag == "NNS" else ()
        yield from dict.fromkeys((*(g.value for g in groups), *countries))
    elif groups and is_code(groups[0]):
        yield groups[0].value
    elif groups and (state := state_meant(scene, groups[0])) is not None:
        yield state
    elif sentence.tokens[i].pos == "PRON":
        yield from dict.fromkeys(group.value for group in groups if group.value.lower() not in _ANYBODY)
    elif sentence.tokens[i].lemma in ("side", "leadership", "nation") and (country := _adjective(scene, i)) is not None:
        yield country
    else:
        yield titled(scene.phrase(i))


def _adjective(scene: Scene, i: int) -> str | None:
    """ "The Indian side": the country of an adjective."""
    found = (scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in scene.sentence.children_of(i) if c < i)
    return next((mention.value for mention in found if mention), None)


def _governed(scene: Scene, i: int) -> Iterator[str]:
    """ "The Governments of Rwanda and Uganda": every country of the "of" phrase."""
    clause = scene.sentence.clause_at(i)
    for word, at in clause.obliques if clause else ():
        country = scene.sentence.mention_at(at, MentionKind.COUNTRY)
        if word == "of" and country is not None:
            yield country.value
