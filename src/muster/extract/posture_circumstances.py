"""Where a posture is, and why."""

from collections.abc import Iterator

from muster.extract.evidence import Scene, is_place, place_of
from muster.model.annotation import Clause, MentionKind

_SITED = frozenset({"patrol", "presence", "monitor"})
_WHERE = (
    "in",
    "at",
    "near",
    "outside",
    "around",
    "round",
    "on",
    "along",
    "inside",
    "across",
    "throughout",
    "between",
    "over",
    "within",
    "through",
    "north of",
    "south of",
    "east of",
    "west of",
    "close to",
    "opposite",
    "beside",
    "towards",
    "alongside",
    "astride",
    "off",
)
_STRICT = frozenset(
    {
        "along",
        "near",
        "outside",
        "around",
        "round",
        "inside",
        "across",
        "throughout",
        "between",
        "north of",
        "south of",
        "east of",
        "west of",
        "close to",
        "opposite",
    }
)
# What "in", "at" and "on" govern without saying where.
_NOWHERE = frozenset(
    "accordance support order response view addition coordination cooperation connection alert average"
    " case time part total particular way basis behalf request charge turn effort conjunction foot vehicle"
    " strength number exchange preparation day night week month year morning pursuit protest favour"
    " anticipation line fact force standby readiness patrol duty mission operation level rate cost expense"
    " moment least most once all country theatre theater vehicle"
    " jeep boat lorry truck helicopter car land-rover convoy armour way".split()
)
_CAUSES = (
    "following",
    "due to",
    "because of",
    "owing to",
    "amid",
    "over",
    "in response to",
    "in view of",
    "in the wake of",
    "after",
    "against",
)
_TURNED = frozenset({"view", "response", "wake", "light", "reaction", "aftermath", "face", "protest", "support"})
_EVENTS = frozenset(
    "attack violence incident tension clash killing escalation ambush situation unrest protest raid"
    " shelling bombing threat declaration fighting riot crisis murder outbreak demonstration deployment"
    " arrest looting explosion shooting increase event hostility".split()
)


def place_near(scene: Scene, clause: Clause, word: int, activity: str) -> str | None:
    """The place: of the noun of posture, of the clause, or what is patrolled, held or guarded."""
    noun = scene.sentence.clause_at(word)
    if word != clause.predicate and noun is not None and (found := place_of(scene, noun, *_WHERE)):
        return found
    if activity == "base" and scene.sentence.tokens[word].pos == "PROPN":
        return scene.phrase(word)
    if word == clause.predicate and activity in _SITED:
        held = next((i for i in clause.patients if is_place(scene, i) or activity == "patrol"), None)
        if held is not None:
            return scene.phrase(held)
    return (
        place_of(scene, clause, *_WHERE)
        or loosely(scene, clause)
        or (loosely(scene, noun) if noun else None)
        or _above(scene, clause)
        or _behind(scene, max(word, clause.predicate))
    )


def _behind(scene: Scene, i: int) -> str | None:
    """The place that stands behind a word before the next verb, whatever the parse hangs it on."""
    tokens = scene.sentence.tokens
    for token in tokens[i + 1 :]:
        if token.pos in ("VERB", "AUX") or token.text in (";", ":", "(", "—"):
            return None
        if token.pos == "ADP" and token.lower in _WHERE:
            named = [c for c in scene.sentence.children_of(token.i) if tokens[c].dep == "pobj" and is_place(scene, c)]
            if named and not _is_somebody(scene, named[0]):
                return scene.phrase(named[0])
    return None


def loosely(scene: Scene, clause: Clause) -> str | None:
    """What a preposition of place governs, though it is no place by its own words ("round the fence")."""
    for word, at in clause.obliques:
        token = scene.sentence.tokens[at]
        timed = any(time.first <= at < time.last for time in scene.sentence.times)
        plain = word in _STRICT or (word in ("in", "at", "on") and token.lemma.lower() not in _NOWHERE)
        if plain and token.pos in ("NOUN", "PROPN") and not timed and not _is_somebody(scene, at):
            return scene.phrase(at)
    return None


def is_in_place(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says where somebody is: a named place, or a noun of place that evidence knows."""
    for word, at in clause.obliques:
        token = scene.sentence.tokens[at]
        named = token.pos == "PROPN" and not _is_somebody(scene, at)
        if (
            word in ("in", "at", "near", "outside", "around", "along", "inside", "on")
            and token.lemma.lower() not in _NOWHERE
            and token.lower != "place"
            and (named or is_place(scene, at))
        ):
            return not any(time.first <= at < time.last for time in scene.sentence.times)
    return False


def _is_somebody(scene: Scene, i: int) -> bool:
    return scene.sentence.mention_at(
        i, MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION
    ) is not None or bool(scene.sentence.groups_at(i))


def _above(scene: Scene, clause: Clause) -> str | None:
    """The place that the verb above names, for an infinitive or participle."""
    token = scene.sentence.tokens[clause.predicate]
    above = scene.sentence.clause_at(token.head) if token.dep in ("xcomp", "advcl", "conj") else None
    return place_of(scene, above, *_WHERE) if above is not None and not above.nominal else None


def reason_of(scene: Scene, clause: Clause) -> str | None:
    """Why: what it follows or answers, else what it is to do, as written."""
    return next(_causes(scene, clause), None) or _purpose(scene, clause)


def _causes(scene: Scene, clause: Clause) -> Iterator[str]:
    tokens = scene.sentence.tokens
    for word, at in clause.obliques:
        event = tokens[at].lemma.lower() in _EVENTS
        if word in _CAUSES and (event or word in ("due to", "because of", "owing to", "in response to", "in view of")):
            yield scene.phrase(at)
        elif word == "in" and tokens[at].lower in _TURNED and tokens[at].lower != "support":
            inner = [
                d
                for c in scene.sentence.children_of(at)
                if tokens[c].lower in ("of", "to")
                for d in scene.sentence.children_of(c)
            ]
            yield from (scene.phrase(d) for d in inner[:1])


def _purpose(scene: Scene, clause: Clause) -> str | None:
    """ "To protect the convoys": an infinitive of aim."""
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(clause.predicate):
        to = any(tokens[d].lower == "to" and tokens[d].dep == "aux" for d in scene.sentence.children_of(c))
        if tokens[c].dep == "advcl" and tokens[c].tag == "VB" and to and c > clause.predicate:
            words = scene.sentence.subtree(c)
            return scene.words(words[0], words[-1] + 1)
    return None
