"""Countries with their numbers in an operation: what is had, kept, pledged, what serves, what is part of a total."""

from collections.abc import Iterator
from dataclasses import replace

from muster.extract.contingent_area import (
    PASSING,
    Stand,
    is_elsewhere,
    is_host,
    mission_at,
    mission_behind,
    operation_of,
    stand,
)
from muster.extract.contingent_heads import Nationals, nationals
from muster.extract.contingent_presence import apposed, attached, existing, possessed, serving
from muster.extract.evidence import Scene
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level, strength_words, verb_levels
from muster.extract.strength_owners import clause_above, owners_at
from muster.extract.strength_phrases import phrase_levels
from muster.gazetteer import operation
from muster.model.annotation import Mention, MentionKind
from muster.model.claim import Status

_PARTS = frozenset(
    {"including", "include", "includes", "included", "comprising", "comprises", "comprise", "among", "namely", "plus"}
)
_WHOLE = frozenset({"contingent", "contribution", "presence", "share", "commitment"})
_FEWEST = 2
_LEADING_AWAY = frozenset({"in", "from", "to", "for", "with", "by", "of", "the", "between", "against"})
_COMING_FROM = frozenset({"from", "come", "coming", "came", "provided", "contributed", "supplied", "by"})


def stands(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """Every country's number that the sentence's words give, the more telling reading first."""
    yield from _levels(scene, heads)
    people = tuple(nationals(scene, heads))
    for one in people:
        found = (
            serving(scene, one)
            or attached(scene, one)
            or existing(scene, one)
            or apposed(scene, one)
            or possessed(scene, one)
            or _part(scene, one)
        )
        if found is not None:
            yield found
    yield from _originating(scene, heads)
    yield from _left(scene, heads)
    yield from _of_them(scene, heads)
    yield from _respectively(scene, heads)
    yield from _listed_missions(scene, heads)


def _left(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """ "Sweden withdrew 100 men, leaving 250 in the force"."""
    for clause in scene.sentence.clauses:
        if clause.lemma != "leave" or clause.nominal:
            continue
        for head in heads:
            where = mission_behind(scene, head.last)
            countries = [own.country for i in clause.agents for own in owners_at(scene, i) if own.country]
            if where and countries and head.bare and not head.countries and set(head.tokens) & set(clause.patients):
                yield Stand(
                    countries[0], head, clause.predicate, head.first, head.last, clause.status, where, rule="leaving"
                )


def _respectively(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """ "Uganda, Burundi and Djibouti have 6,200, 5,400 and 1,000 troops respectively"."""
    if "respectively" not in {t.lower for t in scene.sentence.tokens}:
        return
    for clause in scene.sentence.clauses:
        names = [m for i in clause.agents for m in scene.sentence.mentions_at(i, MentionKind.COUNTRY)]
        numbers = [head for head in heads if head.first > clause.predicate]
        frame = strength_words().find(clause.lemma, clause.particle, "verb")
        if frame is None or len(names) < _FEWEST or len(names) != len(numbers):
            continue
        component = numbers[-1].component
        for name, head in zip(names, numbers, strict=True):
            shared = replace(head, component=head.component or component)
            where = operation_of(scene, numbers[-1], clause.predicate)
            status = Status(frame.get("status", "actual")) if clause.status is Status.ACTUAL else clause.status
            yield Stand(name.value, shared, clause.predicate, name.first, head.last, status, where, rule="respectively")


def _levels(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """What countries have, keep, contribute, pledge; what their contingents stand at."""
    shared = {
        c.predicate
        for c in scene.sentence.clauses
        if len(c.agents) > 1 and "respectively" in {t.lower for t in scene.sentence.tokens}
    }
    for level in (*verb_levels(scene, heads), *phrase_levels(scene, heads)):
        if shared and level.predicate in shared:
            continue
        if level.owner.country is None or level.head.body or not _may_own(scene, level):
            continue
        first, last = min(level.owner.at, level.head.first), max(level.head.last, level.owner.at + 1)
        named = operation_of(scene, level.head, level.predicate)
        yield Stand(
            level.owner.country,
            level.head,
            level.predicate,
            first,
            last,
            level.status,
            named,
            earlier=level.earlier,
            rule=level.rule,
        )


def _may_own(scene: Scene, level: Level) -> bool:
    """Whether a country's number can be a contingent: people of its own, no host army, no army elsewhere."""
    head, country = level.head, level.owner.country
    if _is_anothers(scene, level):
        return False
    if (head.grows and level.status is not Status.PLANNED) or (head.countries and country not in head.countries):
        return False
    if level.rule.split()[-1] == "of" and level.predicate == level.head.first - 2:
        clause = clause_above(scene, level.predicate)
        return level.rule.split()[0] in _WHOLE and clause is not None and clause.lemma not in PASSING
    return not is_host(scene, country) and not is_elsewhere(scene, head)


def _is_anothers(scene: Scene, level: Level) -> bool:
    """Whether another country stands between the verb and the number: "Ghana has 780 and Togo just over 100"."""
    start = max(level.owner.at, level.predicate) + 1
    if start >= level.head.first:
        return False
    between = (
        m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and start <= m.first < level.head.first
    )
    return any(
        m.form in ("name", "capital", "demonym")
        and m.value != level.owner.country
        and scene.sentence.tokens[m.first - 1].lower not in _LEADING_AWAY
        for m in between
    )


def _originating(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """ "Some 2,000 of them are from Chad", "of whom 1,000 will be Kenyan", "7,000 are Nigerians"."""
    for clause in scene.sentence.clauses:
        if clause.lemma not in ("be", "come", "hail") or clause.nominal:
            continue
        for head in heads:
            name = _origin_behind(scene, clause.predicate)
            near = set(head.tokens) & set(clause.agents) or 0 < clause.predicate - head.mention.last <= 2
            if name is not None and near and not head.countries and _is_of_operation(scene, clause.predicate):
                yield Stand(
                    name.value,
                    head,
                    clause.predicate,
                    head.first,
                    name.last,
                    clause.status,
                    operation_of(scene, head, head.first),
                    rule="are from",
                )


def _of_them(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """ "3,700 troops, 600 of them American", "some 350 of whom are from Chad", "350 of them from Chad"."""
    tokens = scene.sentence.tokens
    for head in heads:
        behind = [t.lower for t in tokens[head.last : head.last + 2]]
        at = (
            head.last + 1
            if behind[:1] in (["them"], ["whom"])
            else head.last + 2
            if behind in (["of", "them"], ["of", "whom"])
            else head.last
            if head.mention.partitive
            else -1
        )
        at, origin = _past_origin(scene, at)
        name = scene.sentence.mention_at(at, MentionKind.COUNTRY) if 0 <= at < len(tokens) else None
        if (
            name is not None
            and (origin or name.form in ("adjective", "demonym"))
            and _is_of_operation(scene, head.first)
        ):
            yield Stand(
                name.value,
                head,
                head.first,
                head.first,
                name.last,
                Status.ACTUAL,
                operation_of(scene, head, head.first),
                rule="of them are",
            )


def _past_origin(scene: Scene, at: int) -> tuple[int, bool]:
    """The word behind "from", "(who) are from", "contributed by", and whether there is such a word."""
    tokens = scene.sentence.tokens
    start = at
    while 0 <= at < len(tokens) and at - start < 4 and (tokens[at].lemma == "be" or tokens[at].lower in _COMING_FROM):
        at += 1
    origin = at > start and tokens[at - 1].lower in ("from", "by")
    return (at + 1 if origin and at < len(tokens) and tokens[at].lower == "the" else at), origin


def _origin_behind(scene: Scene, at: int) -> Mention | None:
    """The country right behind "are": "from Chad", "Chadian", "Chadians"."""
    tokens = scene.sentence.tokens
    i = at + 1
    while i < len(tokens) and tokens[i].pos in ("ADV",):
        i += 1
    if i < len(tokens) and tokens[i].lower == "from":
        return scene.sentence.mention_at(i + 1, MentionKind.COUNTRY) if i + 1 < len(tokens) else None
    found = scene.sentence.mention_at(i, MentionKind.COUNTRY) if i < len(tokens) else None
    alone = found is not None and (found.last >= len(tokens) or tokens[found.last].pos not in ("NOUN", "PROPN"))
    return found if found is not None and alone and found.form in ("adjective", "demonym") else None


def _part(scene: Scene, one: Nationals) -> Stand | None:
    """ "Including some 350 from Türkiye", "of whom 1,000 will be Kenyan"."""
    if not _is_part(scene, one):
        return None
    clause = clause_above(scene, one.head)
    status = clause.status if clause is not None and clause.status is not Status.AUTHORISED else Status.ACTUAL
    return stand(one, one.first, status, operation_of(scene, one.count, one.first), "part of the force")


def _is_part(scene: Scene, one: Nationals) -> bool:
    """Whether a number stands in a list of parts whose whole is the operation or its people."""
    tokens = scene.sentence.tokens
    lead = next((i for i in range(one.first - 1, -1, -1) if tokens[i].lower in _PARTS or _of_whom(scene, i)), None)
    if lead is None or any(t.text in (";", ":") for t in tokens[lead : one.first]):
        return False
    if any(
        t.pos == "VERB" and t.lower not in _PARTS and t.tag not in ("VBN", "VBG") for t in tokens[lead + 1 : one.first]
    ):
        return False
    return _is_of_operation(scene, lead)


def _of_whom(scene: Scene, i: int) -> bool:
    tokens = scene.sentence.tokens
    return i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i + 1].lower in ("whom", "which", "them")


def _is_of_operation(scene: Scene, lead: int) -> bool:
    """Whether the words before a list of parts name the operation's strength."""
    before = scene.sentence.tokens[:lead]
    clause = clause_above(scene, lead)
    moved = {
        "send",
        "arrive",
        "kill",
        "wound",
        "injure",
        "die",
        "land",
        "deploy",
        "dispatch",
        "withdraw",
        "hurt",
        "leave",
        "fly",
        "capture",
        "free",
        "lose",
    }
    verbs = {t.lemma.lower() for t in before if t.pos == "VERB"} | ({clause.lemma} if clause else set())
    if verbs & moved:
        return False
    return any(mission_at(scene, t.i) is not None for t in before) or bool(
        {"force", "mission", "troops", "peacekeepers", "personnel", "strength", "soldiers"} & {t.lower for t in before}
    )


def _listed_missions(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """ "12 in KFOR and 20 in EUTM Mali": one country's people in several operations."""
    found = [(head, where) for head in heads if (where := _mission_beside(scene, head)) is not None]
    if len({where for _, where in found}) < _FEWEST:
        return
    countries = [
        m
        for m in scene.sentence.mentions
        if m.kind is MentionKind.COUNTRY and m.form in ("name", "force", "capital", "adjective", "demonym")
    ]
    sender = _sender(scene, countries)
    for head, where in found:
        if sender is not None:
            yield Stand(sender, head, head.first, head.first, head.last, Status.ACTUAL, where, rule="in missions")


def _mission_beside(scene: Scene, head: Headcount) -> str | None:
    """The operation of a number in a list: "12 in KFOR", "MINUSCA – 6", "UNMISS: 51"."""
    behind = mission_behind(scene, head.last)
    if behind is not None:
        return behind
    at = head.first - 1
    while at > 0 and scene.sentence.tokens[at].text in ("–", "—", "-", ":", ")", "("):
        at -= 1
    named = scene.sentence.mention_at(at, MentionKind.OPERATION) if 0 <= at < head.first - 1 else None
    return named.value if named is not None else None


def _sender(scene: Scene, countries: list[Mention]) -> str | None:
    """The country whose people a list of operations shares out: the one named that hosts none of them."""
    hosts = {
        c
        for m in scene.sentence.mentions
        if m.kind is MentionKind.OPERATION and (known := operation(m.value))
        for c in known.area
    }
    senders = [m.value for m in countries if m.value not in hosts]
    return senders[0] if senders else None
