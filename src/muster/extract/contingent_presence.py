"""People of a country who are in an operation: who serve there, are stationed there, whom "the 347 Irish" counts."""

from muster.extract.contingent_area import (
    PASSING,
    Stand,
    is_elsewhere,
    is_host,
    is_in_area,
    is_mission_place,
    mission_behind,
    operation_of,
    stand,
)
from muster.extract.contingent_heads import Nationals
from muster.extract.evidence import Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.strength_owners import clause_above, is_operation
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

_THERE = frozenset({"already", "currently", "still", "now"})
_ONCE = frozenset({"once", "originally", "formerly", "initially"})
_ROLES = frozenset({"part", "member", "reserve", "contribution", "backbone", "core"})


def presence_words() -> Lexicon:
    """The words of `lexicon/contingent.yaml`."""
    return lexicon("contingent", (("owner", ("agent", "patient")), ("needs", ("place",))))


def serving(scene: Scene, one: Nationals) -> Stand | None:
    """ "Nearly 2,900 South Africans serve in the force", "350 Turkish troops are stationed in Kosovo"."""
    for clause in scene.sentence.clauses:
        frame = presence_words().find(clause.lemma, clause.particle, "verb")
        if frame is None or clause.nominal or not _is_there(scene, clause, frame, one):
            continue
        if is_elsewhere(scene, one.count) or is_host(scene, one.country):
            return None
        named = operation_of(scene, one.count, clause.predicate)
        status = Status.ACTUAL if _is_definite(scene, one) and clause.tense != "past" else clause.status
        return stand(one, clause.predicate, status, named, frame.lemma)
    return None


def _is_definite(scene: Scene, one: Nationals) -> bool:
    """ "The 400 Italians", "Germany's 1,300": people who are there already, whatever they will do."""
    before = scene.sentence.tokens[one.first - 1] if one.first else None
    return before is not None and (before.lower in ("the", "all", "'s", "’s") or before.tag == "PRP$")


def _is_there(scene: Scene, clause: Clause, frame: Frame, one: Nationals) -> bool:
    """Whether the clause says of these people that they are with the operation."""
    who = clause.patients if frame["owner"] == "patient" else clause.agents
    if frame["owner"] == "patient" and not clause.passive:
        who = ()
    if scene.sentence.tokens[clause.predicate].dep in ("acl", "amod", "advcl") and clause.predicate > one.first:
        return False
    near = clause.predicate < one.first <= clause.predicate + 2 and frame.lemma == "serve"
    if not near and not ({one.head, *one.count.tokens} & set(who) or _unit_of(scene, one) in who):
        return False
    if clause.lemma == "be" and any(scene.sentence.tokens[i].lemma in _ROLES for i in clause.patients):
        return True
    if frame.get("needs") != "place":
        return _is_at_home(scene, clause)
    if clause.lemma == "deploy" and clause.oblique("to", "into") is not None:
        return False
    return any(
        word.split()[-1] in ("in", "with", "under", "within", "of", "on", "at") and is_mission_place(scene, i)
        for word, i in clause.obliques
    )


def _is_at_home(scene: Scene, clause: Clause) -> bool:
    """Whether nothing puts those who stay elsewhere than with the mission: "on 11 missions", "in the Chouf"."""
    places = [(word, i) for word, i in clause.obliques if word.split()[-1] in ("in", "on", "with", "under", "at")]
    if any(_is_other_place(scene, i) for _, i in places):
        return False
    named = any(m.kind is MentionKind.OPERATION or m.form == "missions" for m in scene.sentence.mentions)
    return named or all(scene.sentence.tokens[i].pos != "PROPN" or is_mission_place(scene, i) for _, i in places)


def _is_other_place(scene: Scene, i: int) -> bool:
    """Whether word `i` names something that is no mission: "on 11 missions", "in another army"."""
    return any(
        g.form in ("missions", "institutions", "armed") and not is_operation(scene, g.value)
        for g in scene.sentence.groups_at(i)
    )


def _unit_of(scene: Scene, one: Nationals) -> int:
    """The unit that a number is the size of: "a company of 120"."""
    return one.first - 2 if one.first >= 2 and scene.sentence.tokens[one.first - 1].lower == "of" else -1


def attached(scene: Scene, one: Nationals) -> Stand | None:
    """ "The 347 Irish personnel with the mission", "join the 400 British troops already there"."""
    tokens = scene.sentence.tokens
    before = tokens[one.first - 1].lower if one.first else ""
    behind = [t.lower for t in tokens[one.last : one.last + 4]]
    already = (
        len(behind) > 1
        and behind[0] in _THERE
        and behind[1] in ("there", "in", "with", "on", "serving", "deployed", "stationed")
    )
    with_mission = mission_behind(scene, one.last)
    whole = before in ("the", "its", "their", "our", "all", "'s", "’s") or already or "all" in (before,)
    if not whole or not (already or with_mission):
        return None
    clause = clause_above(scene, one.head)
    if clause is not None and clause.lemma in ("die", "kill", "wound", "lose"):
        return None
    return stand(one, one.first, Status.ACTUAL, with_mission, "with the mission")


def existing(scene: Scene, one: Nationals) -> Stand | None:
    """ "There are currently 12 British personnel in MONUSCO", "leaving 250 Swedes with the force"."""
    tokens = scene.sentence.tokens
    lead = {t.lower for t in tokens[max(0, one.first - 5) : one.first]}
    if not (
        lead & {"there", "leaving", "leaves", "leave"}
        and (lead & {"are", "were", "remain", "leaving", "leaves", "leave", "be", "'s"})
    ):
        return None
    named = mission_behind(scene, one.last) or (scene.focus if is_in_area(scene, one.last) else None)
    clause = clause_above(scene, one.head)
    status = clause.status if clause is not None else Status.ACTUAL
    return stand(one, one.first, status, named, "there are") if named else None


def apposed(scene: Scene, one: Nationals) -> Stand | None:
    """ "The Irish, 370 of them, hold the eastern sector"."""
    tokens = scene.sentence.tokens
    comma = (one.first > 0 and tokens[one.first - 1].text in (",", "-", "–", "—", "--", "(")) or (
        one.first > 1 and tokens[one.first - 1].lower in _ONCE
    )
    clause = clause_above(scene, one.head)
    if comma and tokens[one.first - 1].lower in _ONCE:
        return stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "once")
    if not comma or not (
        one.count.mention.partitive
        or _is_of_them(scene, one)
        or tokens[min(one.count.mention.last, len(tokens) - 1)].lower == "strong"
    ):
        return None
    if clause is None or clause.lemma in PASSING or is_host(scene, one.country) or one.count.size < 2:
        return None
    return stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "of them")


def _is_of_them(scene: Scene, one: Nationals) -> bool:
    behind = [t.lower for t in scene.sentence.tokens[one.count.mention.last : one.count.mention.last + 2]]
    return behind == ["of", "them"]


def possessed(scene: Scene, one: Nationals) -> Stand | None:
    """ "Uruguay, whose 712 held Bunia", "Finland's 255 want it known": a country's people by their number alone."""
    before = scene.sentence.tokens[one.first - 1] if one.first else None
    clause = clause_above(scene, one.head)
    if before is None or before.lower not in ("whose", "'s", "’s") or not one.count.bare or clause is None:
        return None
    if clause.lemma in PASSING or is_host(scene, one.country) or one.count.mention.partitive:
        return None
    return stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "possessor's number")
