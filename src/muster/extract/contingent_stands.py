"""Countries with their numbers in an operation: what is had, kept, pledged, what serves, what is part of a total."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.contingent_heads import Nationals, nationals
from muster.extract.evidence import Scene
from muster.extract.frames import Frame, Lexicon, lexicon
from muster.extract.strength_heads import Headcount
from muster.extract.strength_levels import Level, strength_words, verb_levels
from muster.extract.strength_owners import is_operation, owners_at
from muster.extract.strength_phrases import clause_above, phrase_levels
from muster.gazetteer import operation
from muster.model.annotation import Clause, Mention, MentionKind
from muster.model.claim import Status

_PARTS = frozenset(
    {"including", "include", "includes", "included", "comprising", "comprises", "comprise", "among", "namely", "plus"}
)
_WITH = frozenset({"with", "in", "under", "to", "of", "within", "for"})
_THERE = frozenset({"already", "currently", "still", "now"})
_WHOLE = frozenset({"contingent", "contribution", "presence", "share", "commitment"})
_ONCE = frozenset({"once", "originally", "formerly", "initially"})
_FEWEST = 2
# A force of neighbours works in its members' own countries.
_MANY = 3
_PASSING = frozenset(
    "arrive land leave kill wound injure die send fly withdraw capture free evacuate march depart deploy lose return go come "
    "sail join mourn bury hurt abduct expect relieve want".split()
)
_ROLES = frozenset({"part", "member", "reserve", "contribution", "backbone", "core"})


@dataclass(frozen=True, slots=True)
class Stand:
    """A country's number in an operation, as a sentence gives it; `operation` None where the focus decides."""

    country: str
    head: Headcount | None
    predicate: int
    first: int
    last: int
    status: Status = Status.ACTUAL
    operation: str | None = None
    rank: int | None = None
    earlier: bool = False
    rule: str = ""


def presence_words() -> Lexicon:
    """The words of `lexicon/contingent.yaml`."""
    return lexicon("contingent", (("owner", ("agent", "patient")), ("needs", ("place",))))


def stands(scene: Scene, heads: tuple[Headcount, ...]) -> Iterator[Stand]:
    """Every country's number that the sentence's words give, the more telling reading first."""
    yield from _levels(scene, heads)
    people = tuple(nationals(scene, heads))
    for one in people:
        found = (
            _serving(scene, one)
            or _attached(scene, one)
            or _existing(scene, one)
            or _apposed(scene, one)
            or _possessed(scene, one)
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
    if head.grows and level.status is not Status.PLANNED or head.countries and country not in head.countries:
        return False
    if level.rule.split()[-1] == "of" and level.predicate == level.head.first - 2:
        clause = clause_above(scene, level.predicate)
        return level.rule.split()[0] in _WHOLE and clause is not None and clause.lemma not in _PASSING
    return not is_host(scene, country) and not is_elsewhere(scene, head)


def is_host(scene: Scene, country: str | None) -> bool:
    """Whether a country is the one the operation works in: its army is no contingent."""
    known = operation(scene.focus) if scene.focus else None
    return known is not None and country in known.area and len(known.area) < _MANY


def is_elsewhere(scene: Scene, head: Headcount) -> bool:
    """Whether a number stands with another country than the operation's: "28,000 troops in South Korea"."""
    tokens = scene.sentence.tokens
    at = head.last
    if at + 1 >= len(tokens) or tokens[at].lower not in ("in", "on", "at", "inside"):
        return False
    if tokens[at].lower == "inside":
        return True
    found = scene.sentence.mention_at(at + 1, MentionKind.COUNTRY) or (
        scene.sentence.mention_at(at + 2, MentionKind.COUNTRY)
        if at + 2 < len(tokens) and tokens[at + 1].pos == "DET"
        else None
    )
    known = operation(scene.focus) if scene.focus else None
    return found is not None and known is not None and bool(known.area) and found.value not in known.area


def operation_of(scene: Scene, head: Headcount, predicate: int) -> str | None:
    """The operation a number is said to be in: named right behind it, else with its verb, else the sentence's only one."""
    tokens = scene.sentence.tokens
    for at in range(head.last, min(head.last + 7, len(tokens))):
        if tokens[at].text in (";",) or any(c.first <= at < c.last for c in scene.sentence.counts):
            break
        mention = mission_at(scene, at)
        if mention is not None:
            return mention
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.OPERATION]
    values = {m.value for m in named}
    if len(values) == 1:
        return named[0].value
    before = [m for m in named if m.last <= head.first]
    return before[-1].value if before else scene.focus


def mission_at(scene: Scene, at: int) -> str | None:
    """The operation that word `at` names, or means ("the mission")."""
    mention = scene.sentence.mention_at(at, MentionKind.OPERATION)
    if mention is not None:
        return mention.value
    return next(
        (g.value for g in scene.sentence.groups_at(at) if g.form == "missions" and is_operation(scene, g.value)), None
    )


def _serving(scene: Scene, one: Nationals) -> Stand | None:
    """ "Nearly 2,900 South Africans serve in the force", "350 Turkish troops are stationed in Kosovo"."""
    for clause in scene.sentence.clauses:
        frame = presence_words().find(clause.lemma, clause.particle, "verb")
        if frame is None or clause.nominal or not _is_there(scene, clause, frame, one):
            continue
        if is_elsewhere(scene, one.count) or is_host(scene, one.country):
            return None
        named = operation_of(scene, one.count, clause.predicate)
        status = Status.ACTUAL if _is_definite(scene, one) and not clause.tense == "past" else clause.status
        return _stand(one, clause.predicate, status, named, frame.lemma)
    return None


def _is_definite(scene: Scene, one: Nationals) -> bool:
    """ "The 400 Italians", "Germany's 1,300": people who are there already, whatever they will do."""
    before = scene.sentence.tokens[one.first - 1] if one.first else None
    return before is not None and (before.lower in ("the", "all", "'s", "’s") or before.tag == "PRP$")


def _is_there(scene: Scene, clause: Clause, frame: Frame, one: Nationals) -> bool:
    who = clause.patients if frame["owner"] == "patient" else clause.agents
    if scene.sentence.tokens[clause.predicate].dep in ("acl", "amod", "advcl") and clause.predicate > one.first:
        return False
    if frame["owner"] == "patient" and not clause.passive:
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
        word.split()[-1] in ("in", "with", "under", "within", "of", "on", "at") and _is_mission_place(scene, i)
        for word, i in clause.obliques
    )


def _is_at_home(scene: Scene, clause: Clause) -> bool:
    """Whether nothing puts those who stay elsewhere than with the mission: "on 11 missions", "in the Chouf"."""
    places = [(word, i) for word, i in clause.obliques if word.split()[-1] in ("in", "on", "with", "under", "at")]
    if any(_is_other_place(scene, i) for _, i in places):
        return False
    named = any(m.kind is MentionKind.OPERATION or m.form == "missions" for m in scene.sentence.mentions)
    return named or all(scene.sentence.tokens[i].pos != "PROPN" or _is_mission_place(scene, i) for _, i in places)


def _is_other_place(scene: Scene, i: int) -> bool:
    """Whether word `i` names something that is no mission: "on 11 missions", "in another army"."""
    return any(
        g.form in ("missions", "institutions", "armed") and not is_operation(scene, g.value)
        for g in scene.sentence.groups_at(i)
    )


def _unit_of(scene: Scene, one: Nationals) -> int:
    """The unit that a number is the size of: "a company of 120"."""
    return one.first - 2 if one.first >= 2 and scene.sentence.tokens[one.first - 1].lower == "of" else -1


def _is_mission_place(scene: Scene, i: int) -> bool:
    """Whether word `i` is an operation, its country, or a word for it."""
    if mission_at(scene, i) is not None:
        return True
    mention = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    known = operation(scene.focus) if scene.focus else None
    if mention is not None:
        return known is not None and mention.value in known.area
    return scene.sentence.tokens[i].lemma.lower() in (
        "country",
        "province",
        "theatre",
        "theater",
        "ground",
        "territory",
        "flag",
        "command",
        "area",
    )


def _attached(scene: Scene, one: Nationals) -> Stand | None:
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
    return _stand(one, one.first, Status.ACTUAL, with_mission, "with the mission")


def mission_behind(scene: Scene, at: int) -> str | None:
    """The operation in "with UNIFIL", "serving in the mission", "already with #KFOR" behind a number."""
    tokens = scene.sentence.tokens
    reached, preposition = at, False
    while reached < len(tokens) and reached < at + 6:
        token = tokens[reached]
        if preposition and (found := mission_at(scene, reached)) is not None:
            return found
        if token.lower in _WITH:
            preposition = True
        elif not preposition and token.lower not in (
            "serving",
            "deployed",
            "currently",
            "already",
            "now",
            "still",
            "stationed",
            "assigned",
            "attached",
            "on",
            "duty",
        ):
            return None
        reached += 1
    return None


def _existing(scene: Scene, one: Nationals) -> Stand | None:
    """ "There are currently 12 British personnel in MONUSCO", "leaving 250 Swedes with the force"."""
    tokens = scene.sentence.tokens
    lead = {t.lower for t in tokens[max(0, one.first - 5) : one.first]}
    if not (
        lead & {"there", "leaving", "leaves", "leave"}
        and (lead & {"are", "were", "remain", "leaving", "leaves", "leave", "be", "'s"})
    ):
        return None
    named = mission_behind(scene, one.last) or (scene.focus if _is_in_area(scene, one.last) else None)
    clause = clause_above(scene, one.head)
    status = clause.status if clause is not None else Status.ACTUAL
    return _stand(one, one.first, status, named, "there are") if named else None


def _is_in_area(scene: Scene, at: int) -> bool:
    """Whether "in" the operation's own country, or a part of it, stands behind a number."""
    tokens = scene.sentence.tokens
    if at >= len(tokens) or tokens[at].lower not in ("in", "on"):
        return False
    known = operation(scene.focus) if scene.focus else None
    near = [
        m for i in range(at + 1, min(at + 4, len(tokens))) for m in scene.sentence.mentions_at(i, MentionKind.COUNTRY)
    ]
    return known is not None and any(m.value in known.area for m in near)


def _apposed(scene: Scene, one: Nationals) -> Stand | None:
    """ "The Irish, 370 of them, hold the eastern sector"."""
    tokens = scene.sentence.tokens
    comma = (
        one.first > 0
        and tokens[one.first - 1].text in (",", "-", "–", "—", "--", "(")
        or one.first > 1
        and tokens[one.first - 1].lower in _ONCE
    )
    clause = clause_above(scene, one.head)
    if comma and tokens[one.first - 1].lower in _ONCE:
        return _stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "once")
    if not comma or not (
        one.count.mention.partitive
        or _is_of_them(scene, one)
        or tokens[min(one.count.mention.last, len(tokens) - 1)].lower == "strong"
    ):
        return None
    if clause is None or clause.lemma in _PASSING or is_host(scene, one.country):
        return None
    return _stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "of them")


def _is_of_them(scene: Scene, one: Nationals) -> bool:
    behind = [t.lower for t in scene.sentence.tokens[one.count.mention.last : one.count.mention.last + 2]]
    return behind == ["of", "them"]


def _possessed(scene: Scene, one: Nationals) -> Stand | None:
    """ "Uruguay, whose 712 held Bunia", "Finland's 255 want it known": a country's people by their number alone."""
    before = scene.sentence.tokens[one.first - 1] if one.first else None
    clause = clause_above(scene, one.head)
    if before is None or before.lower not in ("whose", "'s", "’s") or not one.count.bare or clause is None:
        return None
    if clause.lemma in _PASSING or is_host(scene, one.country) or one.count.mention.partitive:
        return None
    return _stand(one, one.first, Status.ACTUAL, operation_of(scene, one.count, one.first), "possessor's number")


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
    """ "3,700 troops, 600 of them American"."""
    tokens = scene.sentence.tokens
    for head in heads:
        behind = [t.lower for t in tokens[head.last : head.last + 2]]
        at = (
            head.last + 1
            if behind[:1] == ["them"]
            else head.last + 2
            if behind == ["of", "them"]
            else head.last
            if head.mention.partitive
            else -1
        )
        name = scene.sentence.mention_at(at, MentionKind.COUNTRY) if 0 <= at < len(tokens) else None
        if name is not None and name.form in ("adjective", "demonym") and _is_of_operation(scene, head.first):
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
    """ "Including some 350 from Türkiye", "of whom 1,000 will be Kenyan", "includes 692 Americans and 354 Colombians"."""
    if not _is_part(scene, one):
        return None
    clause = clause_above(scene, one.head)
    status = clause.status if clause is not None and clause.status is not Status.AUTHORISED else Status.ACTUAL
    return _stand(one, one.first, status, operation_of(scene, one.count, one.first), "part of the force")


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


def sender_of(scene: Scene) -> str | None:
    """The only country of the sentence that is not the operation's own."""
    named = {m.value for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and not is_host(scene, m.value)}
    return named.pop() if len(named) == 1 else None


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


def _stand(one: Nationals, predicate: int, status: Status, named: str | None, rule: str) -> Stand:
    return Stand(one.country, one.count, predicate, one.first, one.last, status, named, rule=rule)
