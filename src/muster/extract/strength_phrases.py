"""Numbers that a noun phrase gives an operation: "a ceiling of 15,000", "the 4,500-strong force"."""

from collections.abc import Iterator, Sequence

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level, continued, joined_status, strength_words
from muster.extract.strength_owners import CEILINGS, Owner, clause_above, level_status, owners_at
from muster.extract.strength_present import LARGE, PASSING, WHOLE, existing, is_local, of_operation, present, whole
from muster.model.annotation import Clause, MentionKind, Token
from muster.model.claim import Status

_ALLOWING = frozenset("authorised authorized mandated allowed approved permitted".split())
_ASKED = frozenset({"required", "requested"})
_MEANT = frozenset({"planned", "promised", "pledged", "expected", "projected", "envisaged"})
_FOUNDING = frozenset("establish create authorise authorize approve endorse set sanction mandate found".split())
_ASKING = {
    **dict.fromkeys("recommend request seek need require ask".split(), Status.REQUESTED),
    **dict.fromkeys("propose plan envisage foresee expect".split(), Status.PLANNED),
    **dict.fromkeys("suggest consider".split(), Status.POSSIBLE),
}
_SMALL_WORDS = frozenset(
    "of the force mission now currently presently today all total : in its at is was , - – group operation".split()
)


def phrase_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """The numbers that phrases give to operations and countries, the more telling phrase first."""
    for head in heads:
        found = next((level for read in _READINGS if (level := read(scene, head)) is not None), None)
        if found is None:
            continue
        yield found
        for more in continued(scene, tuple(h for h in heads if h.first > head.first), (head,)):
            if more is not head:
                yield Level(found.owner, more, found.predicate, found.status, rule=found.rule)


def _measured(scene: Scene, head: Headcount) -> Level | None:
    """ "A strength of 171 monitors", "against a requirement of 2,778", "a force of 1,667"."""
    at = head.first - 2
    if at < 0 or scene.sentence.tokens[head.first - 1].lower not in ("of", "for"):
        return None
    if scene.sentence.tokens[at].text == ")":
        at = _opening(scene, at) - 1
    token = scene.sentence.tokens[at]
    if token.lemma.lower() == "group" and (token.tag != "NN" or not owners_at(scene, at) or not _is_founded(scene, at)):
        return None
    frame = strength_words().find(token.lemma.lower(), None, "noun")
    if frame is None or scene.sentence.tokens[head.first - 1].lower not in frame["takes"].split():
        return None
    own = owners_at(scene, at) or _owner_above(scene, at)
    if _is_another(scene, at):
        return None
    status = level_status(scene, at) if frame.get("status", "actual") == "actual" else Status(frame["status"])
    clause = clause_above(scene, at)
    if clause is not None:
        ruling = Status.AUTHORISED if clause.lemma in _FOUNDING and not clause.nominal else clause.status
        if clause.lemma in _ASKING and ruling is Status.ACTUAL:
            ruling = _ASKING[clause.lemma]
        status = joined_status(scene, status, ruling, own[0].status if own else Status.ACTUAL)
    if not own:
        telling = token.lemma.lower() in CEILINGS or status is not Status.ACTUAL
        own = (Owner(at, operation=scene.focus, level=True),) if telling and scene.focus else ()
    return Level(own[0], head, at, status, rule=f"{token.lemma} of") if own else None


def _is_founded(scene: Scene, at: int) -> bool:
    clause = clause_above(scene, at)
    return clause is not None and clause.lemma in _FOUNDING


def _is_another(scene: Scene, at: int) -> bool:
    """Whether "a mission", newly founded, stands beside an operation that the sentence names: it is not that one."""
    first, _ = scene.sentence.phrase(at)
    clause = clause_above(scene, at)
    founded = clause is not None and clause.lemma in _FOUNDING and scene.sentence.tokens[first].lower in ("a", "an")
    return founded and any(m.kind is MentionKind.OPERATION and m.last <= first for m in scene.sentence.mentions)


def _opening(scene: Scene, at: int) -> int:
    while at > 0 and scene.sentence.tokens[at].text != "(":
        at -= 1
    return at


def _owner_above(scene: Scene, at: int) -> tuple[Owner, ...]:
    """Who has the strength that the noun at `at` names: the subject of the verb it hangs on."""
    clause = clause_above(scene, at)
    if clause is None:
        return ()
    return next((found for i in (*clause.agents, *clause.patients) if i != at and (found := owners_at(scene, i))), ())


def _allowed(scene: Scene, head: Headcount) -> Level | None:
    """ "An authorised 69", "(ceiling: 1,250)", "against 1,250 authorised", "the 11,820 personnel it is allowed"."""
    status = _allowed_before(scene, head) or _allowed_after(scene, head)
    if status is None or scene.focus is None or head.mention.partitive:
        return None
    owner = _named_owner(scene, head)
    return Level(owner, head, head.first, status, rule="authorised number") if owner else None


def _allowed_before(scene: Scene, head: Headcount) -> Status | None:
    """The status that "authorised", "ceiling:" right before a number give it."""
    for token in reversed(scene.sentence.tokens[max(0, head.first - 4) : head.first]):
        if (said := _said(token.lower)) is not None and token.i == head.first - 1:
            owned = token.i > 0 and scene.sentence.tokens[token.i - 1].lower in ("whose", "his", "her", "'s", "’s")
            return None if owned else said
        if token.lower in ("whose", "his", "their"):
            return None
        if token.lemma.lower() in CEILINGS or (_said(token.lower) is Status.AUTHORISED and token.tag != "VBD"):
            return Status.AUTHORISED
        if token.lower not in (":", "strength", "total", "level", "number", "(", "figure", "military"):
            return None
    return None


def _allowed_after(scene: Scene, head: Headcount) -> Status | None:
    """The status that "authorised", "it is allowed", "it is meant to have" right behind a number give it."""
    tokens = scene.sentence.tokens
    end = (head.mention.noun or head.mention.last - 1) + 1
    near = tokens[end : end + 9]
    if (
        near
        and _said(near[0].lower) is not None
        and (len(near) < 2 or (near[1].lower not in ("to", "a", "the") and not _is_by_another(near)))
    ):
        return _said(near[0].lower)
    if [t.lower for t in near[:1]] == ["that"] or [t.lower for t in near[:2]] == [",", "which"]:
        return next((said for t in near[2:] if (said := _said(t.lower)) is not None), None)
    near = near[:5]
    if len(near) < 3 or not (
        near[0].lower in ("it", "that", "which", "they") or near[1].lower in ("is", "was", "are", "may")
    ):
        return None
    words = [t.lower for t in near]
    if "meant" in words or "supposed" in words:
        return Status.PLANNED
    if words[1:3] == ["may", "have"] or words[2:4] == ["may", "have"]:
        return Status.AUTHORISED
    return next((said for word in words if (said := _said(word)) is not None), None)


def _is_by_another(near: Sequence[Token]) -> bool:
    """Whether "allowed by" leads to anybody but a council or its resolution."""
    return near[1].lower == "by" and not {t.lower for t in near[2:6]} & {
        "res",
        "res.",
        "resolution",
        "council",
        "mandate",
    }


def _said(word: str) -> Status | None:
    if word in _ALLOWING:
        return Status.AUTHORISED
    return Status.REQUESTED if word in _ASKED else Status.PLANNED if word in _MEANT else None


def _named_owner(scene: Scene, head: Headcount) -> Owner | None:
    """The operation named behind a number, else the clause's subject if it is one, else the one in focus."""
    for at in range(head.last, min(head.last + 12, len(scene.sentence.tokens))):
        named = scene.sentence.mention_at(at, MentionKind.OPERATION)
        if named is not None and scene.sentence.tokens[named.first - 1].lower in ("for", "the", "in", "with", "to"):
            return Owner(at, operation=named.value)
    clause = clause_above(scene, head.mention.last - 1)
    for i in clause.agents if clause else ():
        for owner in owners_at(scene, i):
            return owner if owner.operation else None
    return Owner(head.first, operation=scene.focus) if scene.focus else None


def _strong(scene: Scene, head: Headcount) -> Level | None:
    """ "The 4,500-strong force", "AMISOM's 6,000-member contingent", "the force, some 900 men strong"."""
    noun = head.mention.noun
    if head.body and noun is not None:
        clause = clause_above(scene, noun)
        status: Status = clause.status if clause and clause.status is Status.POSSIBLE else Status.ACTUAL
        joint = scene.sentence.tokens[head.mention.last + 1].lower
        found = owners_at(scene, noun)
        if joint in ("nation", "country", "state") or not found:
            return None
        if found[0].country:
            return None
        if found[0].operation and clause is not None and clause.lemma in _FOUNDING:
            status = Status.AUTHORISED
        return Level(found[0], head, noun, status, rule="N-strong")
    after = [t.lower for t in scene.sentence.tokens[head.mention.last : head.last + 2]]
    if "strong" in after[-2:] or after[-2:] == ["in", "number"] or after[:2] == ["in", "number"]:
        at = head.first - 1
        while at > 0 and scene.sentence.tokens[at].pos == "PUNCT":
            at -= 1
        own = owners_at(scene, at) if at >= 0 else ()
        mine = bool(own) and own[0].operation is not None
        return Level(own[0], head, head.first, Status.ACTUAL, rule="N strong") if mine else None
    return None


def _owned(scene: Scene, head: Headcount) -> Level | None:
    """ "UNIFIL's 10,000 peacekeepers", "its 4,000 troops", "the 17,000 troops of the mission"."""
    noun = head.mention.noun
    if noun is None or head.bare or head.countries or head.grows or head.size < LARGE or noun < head.mention.last:
        return None
    before = scene.sentence.tokens[head.first - 1] if head.first else None
    if before is None:
        return None
    if before.text in ("'s", "’s", "'", "’"):
        own = owners_at(scene, head.first - 2)
    elif before.tag == "PRP$":
        own = owners_at(scene, before.i)
    elif before.lower == "the" and (head.size >= WHOLE or _is_part_of(scene, head) or _is_plainly_of(scene, noun)):
        own = of_operation(scene, noun)
    else:
        return None
    if not own or own[0].operation is None or is_local(scene, head):
        return None
    clause = clause_above(scene, noun)
    return Level(own[0], head, noun, _plain(clause), rule="owned number")


def _is_plainly_of(scene: Scene, noun: int) -> bool:
    """ "The 119 observers of UNOMIG"."""
    tokens = scene.sentence.tokens
    clause = clause_above(scene, noun)
    named = (
        noun + 2 < len(tokens)
        and tokens[noun + 1].lower == "of"
        and scene.sentence.mention_at(noun + 2, MentionKind.OPERATION)
    )
    return bool(named) and (clause is None or clause.lemma not in PASSING)


def _is_part_of(scene: Scene, head: Headcount) -> bool:
    """ "2,000 of the 12,000 troops"."""
    return head.first >= 2 and scene.sentence.tokens[head.first - 2].lower == "of"


def _plain(clause: Clause | None) -> Status:
    """The troops that will do something are there already."""
    return Status.POSSIBLE if clause and clause.nominal and clause.status is Status.POSSIBLE else Status.ACTUAL


def _accompanied(scene: Scene, head: Headcount) -> Level | None:
    """ "The mission, with 4,500 troops from 27 nations, …": the number right behind the operation."""
    tokens = scene.sentence.tokens
    if (
        head.first < 2
        or tokens[head.first - 1].lower not in ("with", "numbering", "totalling", "totaling", "(")
        or head.countries
    ):
        return None
    if tokens[head.first - 1].text == "(" and head.bare:
        return None
    at = head.first - 2
    comma = tokens[at].text == ","
    own = owners_at(scene, at - 1 if comma else at) if at >= comma else ()
    if (
        not own
        or own[0].operation is None
        or head.grows
        or head.size < (WHOLE if comma else LARGE)
        or is_local(scene, head)
    ):
        return None
    named = scene.sentence.mention_at(own[0].at)
    start = named.first if named is not None else own[0].at
    before = scene.sentence.tokens[start - 1] if start else None
    if before is not None and (
        before.pos in ("ADP", "VERB")
        or before.lower in ("in", "to", "for")
        or own[0].level
        or scene.sentence.tokens[own[0].at].lemma == "contingent"
    ):
        return None
    return Level(own[0], head, head.first - 1, Status.ACTUAL, rule="operation with N")


def _verbless(scene: Scene, head: Headcount) -> Level | None:
    """ "Strength of force now 14,491 all ranks": a telegram's sentence."""
    tokens = scene.sentence.tokens
    for i in range(head.first - 1, max(-1, head.first - 8), -1):
        if tokens[i].lemma.lower() in ("strength", "ceiling", "establishment"):
            own = owners_at(scene, i)
            owner = (
                own[0]
                if own
                else Owner(i, operation=scene.focus, status=level_status(scene, i), level=True)
                if scene.focus
                else None
            )
            return Level(owner, head, i, owner.status, rule="strength N") if owner else None
        if tokens[i].lower not in _SMALL_WORDS and scene.sentence.mention_at(i, MentionKind.OPERATION) is None:
            return None
    return None


_READINGS = (existing, _measured, _allowed, _strong, _owned, _accompanied, whole, _verbless, present)
