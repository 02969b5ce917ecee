"""Where something happened: in its own clause, else in its sentence, else just before. A place with a name before one
without: "fought in the streets … at Gostivar" was at Gostivar."""

from collections.abc import Iterator

from muster.extract.evidence import PLACING, Scene, antecedent, is_site, place_written, scenes_before
from muster.model.annotation import Clause, MentionKind, Token
from muster.model.claim import Status

# Where an aim, a way or an origin is told: no place of what happened.
_DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
_WAYS = frozenset({"to", "into", "from"})
_ROUND = frozenset({"round", "onto", "below", "above", "beneath", "opposite", "upon", "past", "aboard"})


def place_at(scene: Scene, clause: Clause, aimed: int | None = None) -> str | None:
    """The place of what a clause tells, with a preposition that says more than "in"; `aimed` is a site that is its
    target."""
    where = _before_where(scene, clause)
    if where is not None:
        return where
    event = antecedent(scene, clause)
    own = [
        *_own(scene, clause),
        *(_own(scene, event) if event else ()),
        *((("at", aimed),) if aimed is not None else ()),
    ]
    spots = sorted(_spots(scene), key=lambda spot: abs(spot[1] - clause.predicate))
    at = next((spot for told in (own, spots) for spot in told if is_named(scene, spot[1])), None)
    at = at or next(iter((*own, *spots)), None)
    if at is not None:
        return place_written(scene, *at)
    if clause.status is not Status.ACTUAL or is_state(scene, clause):
        return None
    return next((place for before in scenes_before(scene) if (place := _last_place(before)) is not None), None)


def is_state(scene: Scene, clause: Clause) -> bool:
    """ "Some 1,800 remain missing": how things stand now, at no time or place told before."""
    verbs = (scene.sentence.tokens[at] for at in (clause.predicate, *scene.sentence.ancestors(clause.predicate)))
    return any(token.lemma == "remain" and token.tag in ("VBP", "VBZ") for token in verbs)


def is_named(scene: Scene, i: int) -> bool:
    """Whether a place has a name, or is of one that has ("the gate of State House")."""
    first, last = scene.sentence.phrase(i, of=True)
    return any(token.pos == "PROPN" for token in scene.sentence.tokens[first:last])


def _before_where(scene: Scene, clause: Clause) -> str | None:
    """The place that "where" takes up: "at Osweyne, where rebels overran a camp"."""
    tokens = scene.sentence.tokens
    for at in (clause.predicate, *scene.sentence.ancestors(clause.predicate)):
        if tokens[at].dep != "relcl":
            continue
        if not any(tokens[c].lower == "where" for c in scene.sentence.children_of(at)):
            return None
        head = tokens[at].head
        return place_written(scene, "at", head) if is_site(scene, head) and is_named(scene, head) else None
    return None


def _own(scene: Scene, clause: Clause) -> Iterator[tuple[str, int]]:
    """The places a clause names itself."""
    return ((word, at) for word, at in clause.obliques if word in PLACING | _ROUND and _is_spot(scene, at))


def _is_spot(scene: Scene, i: int) -> bool:
    """Whether word `i` names a place where something can be; a bare direction ("in the north") is one only for want of
    another, a pronoun never."""
    return is_site(scene, i) and scene.sentence.tokens[i].pos != "PRON"


def _last_place(scene: Scene) -> str | None:
    """The last place of a sentence, one with a name before one without; no whole country."""
    spots = [s for s in _spots(scene) if scene.sentence.mention_at(s[1], MentionKind.COUNTRY) is None]
    named = [spot for spot in spots if is_named(scene, spot[1])]
    return place_written(scene, *(named or spots)[-1]) if spots else None


def _spots(scene: Scene) -> list[tuple[str, int]]:
    """The places of a sentence that stand after a preposition of place, each with it, in order."""
    return [
        (lead, token.i)
        for token in scene.sentence.tokens
        if token.dep == "pobj"
        and (lead := _lead(scene, token))
        and (_is_spot(scene, token.i) or (lead.endswith(" of") and token.pos == "PROPN"))
    ]


def _lead(scene: Scene, token: Token) -> str:
    """The preposition of place before a noun ("near", "south of"); empty if it has another or none."""
    tokens = scene.sentence.tokens
    word, above = tokens[token.head].lower, tokens[tokens[token.head].head]
    if word == "of" and above.lower in _DIRECTIONS:
        return f"{above.lower} of"
    return word if word in (PLACING | _ROUND) - _WAYS or _is_close_to(scene, token) else ""


def _is_close_to(scene: Scene, token: Token) -> bool:
    """ "Close to Leposavic": a place after "to" that is no aim."""
    to = scene.sentence.tokens[token.head]
    return to.lower == "to" and to.i > 0 and scene.sentence.tokens[to.i - 1].lower in ("close", "next", "adjacent")
