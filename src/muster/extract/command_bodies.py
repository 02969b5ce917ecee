"""What is led: the operation itself, a sector, a unit, a component; and command as the thing that changes hands."""

from dataclasses import dataclass

from muster.extract.command_lexicon import is_foreign, noun
from muster.extract.evidence import Scene, operation_near
from muster.gazetteer import country, operation
from muster.model.annotation import Clause, MentionKind

# Words that mean command by themselves; "functions", "flag", "post" do so only with a post or a body beside them.
_PROPER = frozenset({"command", "leadership", "helm", "rein", "reins", "baton"})
# "The whole business": the operation, with a shrug.
_WHOLES = frozenset({"affair", "business", "show", "enterprise", "lot", "outfit", "thing", "undertaking"})
_OF = ("of", "over", "for", "in", "at")


@dataclass(frozen=True, slots=True)
class Body:
    """What is led: the operation it belongs to, and its name as written (None for the operation itself)."""

    operation: str
    role: str | None
    head: int


def body_at(scene: Scene, i: int) -> Body | None:
    """The body that the noun at `i` names; None for armies, factions and all that is not led."""
    sentence = scene.sentence
    named = sentence.mention_at(i, MentionKind.OPERATION)
    if named is not None:
        return Body(named.value, None, i)
    groups = sentence.groups_at(i)
    if any(g.form in ("armed", "civilians", "offices", "spokes") for g in groups):
        return None
    token = sentence.tokens[i]
    if any(operation(g.value) is not None and (g.form == "missions" or token.pos == "PRON") for g in groups):
        return Body(next(g.value for g in groups if operation(g.value)), None, i)
    if token.lemma.lower() in _WHOLES and scene.focus and any(_is_whole(scene, c) for c in sentence.children_of(i)):
        return Body(scene.focus, None, i)
    return _part_at(scene, i)


def _part_at(scene: Scene, i: int) -> Body | None:
    """The sector, unit or component that the noun at `i` names."""
    if noun(scene.sentence.tokens[i], "body") is None and not _is_unit_name(scene, i):
        return None
    first, last = scene.sentence.phrase(i, of=True)
    belongs = operation_near(scene, i)
    foreign = any(is_foreign(t) for t in scene.sentence.tokens[first:last])
    return Body(belongs, _name(scene, i), i) if belongs and not foreign else None


def _is_whole(scene: Scene, c: int) -> bool:
    return scene.sentence.tokens[c].lower in ("whole", "entire")


def _is_unit_name(scene: Scene, i: int) -> bool:
    """Whether a proper name is that of a sector or unit: "Sector West", "KFOR RC East", "IRISHPOLBATT"."""
    word = scene.sentence.tokens[i].text
    if scene.sentence.mention_at(i, MentionKind.UNIT):
        return True
    if (
        len(word) > 4
        and word.lower().rstrip("0123456789").endswith(("batt", "bat", "coy", "bde", "con"))
        and word[:2].isupper()
    ):
        return True
    place = scene.sentence.mention_at(i, MentionKind.PLACE)
    first = place.first if place is not None and place.first < i else scene.sentence.phrase(i, of=False)[0]
    before = scene.sentence.tokens[first:i]
    return any(
        t.lower in ("sector", "rc", "task", "brigade", "battalion", "multinational", "regional", "field")
        for t in before
    )


def _name(scene: Scene, i: int) -> str | None:
    """The body as written, without owners; None where it is the operation's force."""
    token = scene.sentence.tokens[i]
    modifiers = [
        c
        for c in scene.sentence.children_of(i)
        if c < i and scene.sentence.tokens[c].dep in ("amod", "compound", "nummod", "nmod")
    ]
    plain = [c for c in modifiers if country(_value(scene, c)) is None]
    if (
        token.lemma.lower()
        in ("force", "mission", "operation", "peacekeeper", "troop", "soldier", "effort", "deployment")
        and len(plain) <= 2
    ):
        return None
    return _without_owner(scene, i)


def _without_owner(scene: Scene, i: int) -> str:
    """The phrase as written, without its article, its owner and the operation's name."""
    first, last = scene.sentence.phrase(i, of=True)
    for at in range(first, i):
        token = scene.sentence.tokens[at]
        owner = (
            token.tag in ("POS", "PRP$") or token.pos == "DET" or scene.sentence.mention_at(at, MentionKind.OPERATION)
        )
        first = at + 1 if owner else first
    ending = next((at for at in range(i + 1, last) if scene.sentence.mention_at(at, MentionKind.OPERATION)), None)
    if ending is not None and scene.sentence.tokens[ending - 1].pos == "ADP" and ending - 1 > i:
        last = ending - 1
    return scene.words(first, last)


def _value(scene: Scene, i: int) -> str:
    mention = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    return mention.value if mention else ""


def command_in(scene: Scene, clause: Clause) -> int | None:
    """The word for command among a clause's arguments ("took command", "assumed her functions")."""
    for i in (*clause.patients, *clause.agents):
        # "Authority" and the like in the name of an operation is no command.
        if noun(scene.sentence.tokens[i], "command") and not scene.sentence.mention_at(i, MentionKind.OPERATION):
            return i
    return None


def is_proper(scene: Scene, i: int) -> bool:
    """Whether a word means command by itself."""
    return scene.sentence.tokens[i].lemma.lower() in _PROPER


def commanded(scene: Scene, clause: Clause, at: int | None) -> Body | None:
    """What the command is of: the body behind "of" or "over" at the word for command or at the verb."""
    for place in (at, clause.predicate):
        for i in _objects(scene, place):
            if found := body_at(scene, i):
                return found
    if at is not None:
        return _owner(scene, at)
    return None


def is_of_something_else(scene: Scene, at: int) -> bool:
    """Whether the command is of something that is no body ("command of the city", "the lead in the talks")."""
    objects = [i for i in _objects(scene, at) if not is_proper(scene, i)]
    return bool(objects) and not any(body_at(scene, i) for i in objects)


def _objects(scene: Scene, at: int | None) -> list[int]:
    if at is None:
        return []
    tokens = scene.sentence.tokens
    prepositions = [c for c in scene.sentence.children_of(at) if tokens[c].dep == "prep" and tokens[c].lower in _OF]
    timed = {i for t in scene.sentence.times for i in range(t.first, t.last)}
    objects = [
        o for c in prepositions for o in scene.sentence.children_of(c) if tokens[o].dep == "pobj" and o not in timed
    ]
    return [o for o in objects if tokens[prepositions[0]].lower not in ("in", "at") or body_at(scene, o)]


def _owner(scene: Scene, at: int) -> Body | None:
    """ "KFOR command", "the force's command", "sector command"."""
    for child in scene.sentence.children_of(at):
        if scene.sentence.tokens[child].dep in ("poss", "compound", "nmod") and (found := body_at(scene, child)):
            return found
    return None
