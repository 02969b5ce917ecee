"""Numbers of people who are there: "there are 7,500 in UNMISS", "8,476 were deployed", "1,500 from 30 countries"."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level
from muster.extract.strength_nations import contributing
from muster.extract.strength_owners import Owner, clause_above
from muster.model.annotation import Clause, MentionKind
from muster.model.claim import Status

LARGE = 100
WHOLE = 500
PASSING = frozenset(
    "arrive land come leave kill wound injure die send fly withdraw capture hold free evacuate march "
    "train parade attend".split()
)
_THERE = frozenset({"theatre", "theater", "ground", "deployed", "country", "serving", "place"})
_FROM = frozenset(
    ", from drawn of in all some more than over different about coming recruited up to the nearly almost "
    "hailing at least".split()
)
_MANY = 3


def of_operation(scene: Scene, noun: int) -> tuple[Owner, ...]:
    """The operation in the "of", "in", "with" phrase of a noun, or in its modifiers."""
    tokens = scene.sentence.tokens
    for i in (noun + 1, noun + 2, noun + 3, noun + 4):
        if i < len(tokens) and tokens[noun + 1].lower in ("of", "in", "with", "under", "serving", "from", "deployed"):
            mention = scene.sentence.mention_at(i, MentionKind.OPERATION)
            if mention is not None:
                return (Owner(i, operation=mention.value),)
    first, last = scene.sentence.phrase(noun)
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION and first <= m.first < last]
    return (Owner(noun, operation=named[0].value),) if named else ()


def existing(scene: Scene, head: Headcount) -> Level | None:
    """ "There are 7,500 peacekeepers in UNMISS", "there are 5,000 troops in theatre"."""
    tokens = scene.sentence.tokens
    noun = head.mention.noun if head.mention.noun is not None else head.mention.last - 1
    if (
        head.countries
        or head.bare
        or head.grows
        or head.size < (LARGE if head.component not in ("observers", "police") else _MANY)
    ):
        return None
    lead = [t.lower for t in tokens[max(0, head.first - 5) : head.first]]
    if "there" not in lead or not {"are", "were", "remain", "is", "be"} & set(lead):
        return None
    behind = [t.lower for t in tokens[head.last : head.last + 12]]
    own = of_operation(scene, noun)
    if not own and scene.focus and _THERE & set(behind):
        own = (Owner(noun, operation=scene.focus),)
    return Level(own[0], head, head.first, Status.ACTUAL, rule="there are") if own else None


def present(scene: Scene, head: Headcount) -> Level | None:
    """ "8,476 military and 1,477 police were deployed": the people who are there, where an operation is in focus."""
    noun = head.mention.noun if head.mention.noun is not None else head.mention.last - 1
    if scene.focus is None or head.countries or head.grows or head.body or head.size < LARGE or is_local(scene, head):
        return None
    groups = scene.sentence.groups_at(noun)
    foreign = (
        groups and not head.bare and all(g.form == "soldiers" and g.value not in scene.document.focus for g in groups)
    )
    if [t.lower for t in scene.sentence.tokens[head.last : head.last + 2]] in (
        ["in", "place"],
        ["in", "theatre"],
        ["in", "theater"],
    ) and not head.bare:
        return Level(Owner(noun, operation=scene.focus), head, noun, Status.ACTUAL, rule="in place")
    for clause in scene.sentence.clauses:
        if noun in (*clause.agents, *clause.patients) and not clause.nominal and not foreign:
            if (
                clause.lemma == "deploy"
                and clause.passive
                and clause.status is Status.ACTUAL
                and not head.bare
                and not clause.oblique("to", "by")
                and _is_standing(scene, clause)
            ):
                return Level(
                    Owner(noun, operation=scene.focus), head, clause.predicate, clause.status, rule="are deployed"
                )
            if clause.lemma == "be" and _is_theatre(scene, clause):
                return Level(
                    Owner(noun, operation=scene.focus), head, clause.predicate, clause.status, rule="are there"
                )
    return None


def _is_standing(scene: Scene, clause: Clause) -> bool:
    """Whether a passive "deployed" is a state: in the present, or with "as at" a day."""
    words = {scene.sentence.tokens[c].lower for c in scene.sentence.children_of(clause.predicate)}
    dated = any(word in ("as at", "as of", "on", "at") for word, _ in clause.obliques)
    return clause.tense == "present" or dated or bool(words & {"currently", "now", "already", "are"})


def _is_theatre(scene: Scene, clause: Clause) -> bool:
    """Whether "are in" leads to the operation's own country."""
    from muster.gazetteer import operation

    known = operation(scene.focus) if scene.focus else None
    for word, i in clause.obliques:
        mention = scene.sentence.mention_at(i, MentionKind.COUNTRY)
        if word in ("in", "on") and mention is not None and known is not None and mention.value in known.area:
            return True
    return False


def is_local(scene: Scene, head: Headcount) -> bool:
    """Whether the number is of one place only: "300 soldiers in Zvecan"."""
    tokens = scene.sentence.tokens
    if head.last + 1 >= len(tokens) or tokens[head.last].lower not in ("in", "at", "near", "around", "outside"):
        return False
    at = head.last + 1
    if scene.sentence.mention_at(at, MentionKind.COUNTRY, MentionKind.OPERATION) or any(
        t.first <= at < t.last for t in scene.sentence.times
    ):
        return False
    return tokens[at].pos == "PROPN"


def whole(scene: Scene, head: Headcount) -> Level | None:
    """ "More than 12,000 out of 13,500", "of the 1,860 in theatre": what parts are taken of."""
    tokens = scene.sentence.tokens
    lead = [t.lower for t in tokens[max(0, head.first - 2) : head.first]]
    if scene.focus is None or head.countries or head.size < LARGE:
        return None
    behind = [t.lower for t in tokens[head.last : head.last + 3]]
    inside = lead == ["of", "the"] and behind[:1] in (["in"], ["on"]) and bool(_THERE & set(behind))
    earlier = [c for c in scene.sentence.counts if c.last <= head.first and (c.count.best or 0) < head.size]
    part = lead == ["out", "of"] and bool(earlier) and head.first - earlier[-1].last <= 4
    return (
        Level(Owner(head.first, operation=scene.focus), head, head.first, Status.ACTUAL, rule="out of N")
        if inside or part
        else None
    )


def manifold_levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """Numbers of people from many nations, where nothing else says whose they are."""
    for head in heads:
        found = _manifold(scene, head)
        if found is not None:
            yield found


def _manifold(scene: Scene, head: Headcount) -> Level | None:
    """ "Some 1,500 observers from 30 countries watch the line": people from many nations are the operation's."""
    tokens = scene.sentence.tokens
    nations = contributing(scene)
    if nations is None or scene.focus is None or (head.bare and not head.size > WHOLE) or head.countries or head.grows:
        return None
    between = [t.lower for t in tokens[head.last : nations.first]]
    if not between or set(between) - _FROM or (nations.count.best or 0) < _MANY:
        return None
    clause = clause_above(scene, head.mention.last - 1)
    if clause is not None and clause.lemma in PASSING:
        return None
    return Level(Owner(head.first, operation=scene.focus), head, head.first, Status.ACTUAL, rule="from N nations")
