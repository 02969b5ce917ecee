"""From a number with its owner to a claim: component, nations, time, the words that carry it."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Ground, Scene, claim, own_times, time_of
from muster.extract.strength_heads import Headcount, component_of_operation
from muster.extract.strength_levels import Level
from muster.extract.strength_nations import contributing, groups_in
from muster.extract.strength_owners import Owner, clause_above, owners_at
from muster.model.annotation import CountMention, WhenMention
from muster.model.claim import Claim, Status, Strength
from muster.model.when import When

_PLEDGING = frozenset({"pledge", "promise", "offer", "commit"})
_STATES = frozenset({"country", "nation", "state", "government", "contributor", "ally", "member"})

# What has a day of its own that is not the day of the number beside it.
_PAPERS = frozenset("resolution decision report letter conference agreement summit statement note directive".split())


def strength_claim(scene: Scene, level: Level, levels: tuple[Level, ...], day: When | None) -> Claim:
    """The claim that a number of an operation's people is; `day` is the last day for which a number was told."""
    nations = _nations(scene, level, levels)
    total = nations.count.best if nations else None
    fact = Strength(
        count=level.head.mention.count,
        component=_component(level),
        nations=total,
        groups=groups_in(scene, nations) if nations else (),
    )
    return claim(ground_of(scene, level, levels, day), fact, f"strength: {level.rule}")


def _component(level: Level) -> str | None:
    """What the noun says, else the owner's component, else what the number before it counted."""
    own = None if level.head.bare else level.head.component
    found = own or level.owner.component or level.head.component
    if found is None and level.head.bare and level.owner.level:
        return component_of_operation(level.owner.operation)
    return found


def ground_of(scene: Scene, level: Level, levels: tuple[Level, ...], day: When | None) -> Ground:
    """The circumstances of a number."""
    tokens = (
        (*level.head.tokens, level.predicate) if abs(level.predicate - level.head.first) < 12 else level.head.tokens
    )
    when = None if level.earlier else level_time(scene, level, levels)
    if when is None and day is not None and level.status is Status.ACTUAL and not level.earlier:
        when = day
    return Ground(
        scene=scene,
        predicate=level.head.first,
        tokens=tokens,
        operation=level.owner.operation,
        status=level.status,
        when=when,
    )


def level_time(scene: Scene, level: Level, levels: tuple[Level, ...]) -> When | None:
    """When a number holds: the time nearest to it among those that no other number stands nearer to.

    A level reached "by" a day is the level of that day (decision 20).
    """
    times = [t for t in own_times(scene, level.head.first) if not _is_papers(scene, t)]
    if not times:
        return None
    clause = clause_above(scene, level.predicate)
    others = {one.predicate for one in levels}
    if len(others) <= 1:
        own = time_of(scene, clause) if clause else None
        mention = next((t for t in times if t.when == own), None) or (times[0] if len(times) == 1 else None)
    else:
        mention = _nearest(scene, level, levels, times)
    return settled(mention) if mention else None


def _is_papers(scene: Scene, mention: WhenMention) -> bool:
    """Whether a day is that of a resolution, a report or a conference ("resolution 1990 (2004) of 4 March 2004")."""
    tokens = scene.sentence.tokens
    at = mention.first - 1
    if at > 0 and tokens[at].lower in ("of", "dated", "("):
        at -= 1
        while at > 0 and tokens[at].pos in ("PUNCT", "NUM", "SYM", "X"):
            at -= 1
    return at >= 0 and tokens[at].lemma.lower() in _PAPERS


def settled(mention: WhenMention) -> When:
    """The time of a level: for "by" a day the day itself."""
    by = mention.relation == "by" and mention.bare is not None
    return replace(mention.when, edtf=mention.bare) if by else mention.when


def _nearest(scene: Scene, level: Level, levels: tuple[Level, ...], times: list[WhenMention]) -> WhenMention | None:
    """The time in the stretch of the sentence that is the number's own."""
    mine = [t for t in times if _owner_of(scene, t, levels) is level]
    if mine:
        return mine[0]
    leading = times[0]
    return leading if leading.first <= 2 and all(leading.last <= one.head.first for one in levels) else None


def _owner_of(scene: Scene, time: WhenMention, levels: tuple[Level, ...]) -> Level:
    """The number a time belongs to: the one it follows within the clause, else the next one."""
    tokens = scene.sentence.tokens

    def cost(level: Level) -> int:
        low, high = sorted((time.first, level.head.first))
        walls = sum(t.text in (",", ";") or t.lower in ("and", "but", "while") for t in tokens[low:high])
        return 10 * walls + high - low

    return min(levels, key=cost)


def _nations(scene: Scene, level: Level, levels: tuple[Level, ...]) -> CountMention | None:
    """The number of countries that belongs to this number: told of the last number before it, else of the next."""
    found = contributing(scene)
    if found is None or level.earlier:
        return None
    before = [one for one in levels if one.head.first < found.first]
    owner = before[-1] if before else levels[0]
    same = [one for one in levels if one.predicate == owner.predicate]
    return (
        found
        if level is (same[0] if level in same else owner) and level is (owner if len(same) == 1 else same[0])
        else None
    )


def nations_claim(scene: Scene) -> Iterator[Claim]:
    """The claim that an operation's people come from so many countries, where no number of people is told."""
    count = contributing(scene)
    if count is None:
        return
    at = count.noun if count.noun is not None else count.last - 1
    clause = clause_above(scene, at)
    owner = _supplied(scene, at, clause.predicate if clause else None)
    if owner is None or owner.operation is None:
        return
    fact = Strength(nations=count.count.best, groups=groups_in(scene, count))
    tokens = tuple(range(count.first, max(count.last, at + 1)))
    ground = Ground(scene, count.first, tokens, owner.operation, clause.status if clause else Status.ACTUAL)
    yield claim(ground, fact, "strength: nations")


def _supplied(scene: Scene, at: int, predicate: int | None) -> Owner | None:
    """The operation whose people are drawn from the countries counted at `at`, or which they supply."""
    clause = scene.sentence.clause_at(predicate) if predicate is not None else None
    words = {t.lower for t in scene.sentence.tokens}
    if clause is None or clause.lemma not in (*_DRAWN, *_SUPPLY):
        return None
    supplying = clause.lemma in _SUPPLY
    pool = (*clause.patients, *(i for _, i in clause.obliques)) if supplying else (*clause.agents, *clause.patients)
    people = words & {
        "troops",
        "personnel",
        "soldiers",
        "peacekeepers",
        "police",
        "contingents",
        "forces",
        "staff",
        "officers",
    }
    found = next((own for i in pool if i != at for own in owners_at(scene, i) if own.operation), None)
    return found if found is not None and (not supplying or people) else None


_DRAWN = ("draw", "come", "recruit", "hail", "compose", "make", "consist", "comprise", "have")
_SUPPLY = ("contribute", "provide", "supply", "participate", "take", "serve")


def pledged_by_nobody(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Level]:
    """Numbers that unnamed states have promised an operation (decision 54)."""
    for clause in scene.sentence.clauses:
        if clause.lemma not in _PLEDGING or clause.nominal or scene.focus is None:
            continue
        states = all(scene.sentence.tokens[i].lemma.lower() in _STATES for i in clause.agents)
        named = any(owners_at(scene, i) for i in clause.agents)
        for head in heads:
            if states and not named and set(head.tokens) & set(clause.patients) and not head.countries:
                yield Level(
                    Owner(head.first, operation=scene.focus), head, clause.predicate, Status.PLANNED, rule="pledged"
                )


def with_nations(told: Claim, nations: int, scene: Scene) -> Claim:
    """A strength with the number of countries that a line of its own gives ("Troop contributing nations: 48")."""
    if not isinstance(told.fact, Strength) or told.fact.nations is not None:
        return told
    line = scene.span(range(len(scene.sentence.tokens)))
    return replace(told, fact=replace(told.fact, nations=nations), spans=(*told.spans, line))
