"""Whose posture it is, and in which operation."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import NAMED, Scene, operation_near
from muster.gazetteer import operation
from muster.model.annotation import Mention, MentionKind

_FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "units", "missions", "staff"})
_ARMIES = frozenset(
    {"force", "army", "military", "navy", "guard", "division", "guardsman", "government", "conscript", "warship"}
)
_SHARES = frozenset(
    {
        "some",
        "most",
        "many",
        "all",
        "half",
        "rest",
        "others",
        "majority",
        "number",
        "several",
        "part",
        "dozen",
        "hundreds",
    }
)
# Who blocks a road under such a name is a crowd, not soldiers.
_LOOSE = frozenset({"driver", "group", "member", "worker", "crew", "haulier", "man"})
# What a state by its name does on its own account, not as a contributor.
_FURNISHING = frozenset({"furnish", "provide", "supply", "contribute", "send", "lend"})
_VEHICLES = frozenset(
    "tank armour armor car vehicle jeep frigate ship warship helicopter gun carrier boat aircraft drone".split()
)
_OUTSIDE = ("massing", "barrier", "alert", "checkpoint")
_CROWDS = frozenset({"civilians", "group"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a posture: the word that names them, what claims call them, and their operation, None outside one.

    `armed`: soldiers, units or police by their own words, not a people, a crowd or a militia.
    """

    head: int
    name: str
    operation: str | None
    armed: bool = False


def actors(scene: Scene, heads: tuple[int, ...], activity: str) -> tuple[Actor, ...]:
    """The forces that these words name; for barriers also crowds."""
    found = [actor for i in heads for actor in _at(scene, i, activity)]
    return tuple({actor.name: actor for actor in found}.values())


def of_nation(scene: Scene, actor: Actor, word: int, nation: str | None) -> Actor:
    """The actor under the name of the nation the document speaks for, where it is "our patrol", "our section"."""
    if nation is None or len(actor.name) == 2:
        return actor
    words = {t.lower for at in (actor.head, word) for t in scene.sentence.tokens[scene.sentence.phrase(at)[0] : at + 1]}
    mission = actor.operation or scene.focus
    unit = any(g.form == "units" and g.value == scene.focus for g in scene.sentence.groups_at(actor.head))
    ours = bool(words & {"our", "ours", "his", "her"}) or (unit and "the" in words)
    return Actor(actor.head, nation, mission, actor.armed) if ours else actor


def own_actors(scene: Scene, i: int, activity: str) -> tuple[Actor, ...]:
    """Whose the noun of posture at `i` is by its own words: "KFOR's patrols", "roadblocks manned by militias"."""
    clause = scene.sentence.clause_at(i)
    owners = (
        actors(scene, (*clause.agents, *(at for word, at in clause.obliques if word == "of")), activity)
        if clause is not None
        else ()
    )
    if owners:
        return owners
    tokens = scene.sentence.tokens
    below = [scene.sentence.clause_at(c) for c in scene.sentence.children_of(i) if tokens[c].dep in ("acl", "relcl")]
    manned = tuple(
        actor
        for inner in below
        if inner is not None
        for actor in actors(scene, inner.agents, activity)
        if actor.head != i
    )
    if manned:
        return manned
    around = [c for c in scene.sentence.clauses if i in (*c.agents, *c.patients) and not c.nominal]
    manned = actors(scene, tuple(at for c in around for word, at in c.obliques if word == "by" and at != i), activity)
    if manned:
        return manned
    modifiers = tuple(
        c for c in scene.sentence.children_of(i) if tokens[c].dep in ("amod", "compound", "nmod", "poss") and c < i
    )
    named = [m for c in modifiers for m in scene.sentence.mentions_at(c, *NAMED)]
    if not named:
        peoples = [tokens[c] for c in modifiers if tokens[c].entity == "NORP" and tokens[c].text[:1].isupper()]
        return tuple(Actor(i, t.text, None) for t in peoples[:1])
    return tuple(
        Actor(i, m.value, _operation(scene, m, i, activity)) for m in named[:1] if m.kind is not MentionKind.PERSON
    )


def subject_before(scene: Scene, i: int, activity: str) -> tuple[Actor, ...]:
    """The nearest subject before word `i` that is a force, where the parser lost the verb's own."""
    subjects = [t.i for t in scene.sentence.tokens[:i] if t.dep in ("nsubj", "nsubjpass")]
    return next((found for at in reversed(subjects) if (found := actors(scene, (at,), activity))), ())


def _share(scene: Scene, i: int) -> int:
    """For "most of them", "around 30 of the soldiers" the word that says of whom."""
    tokens = scene.sentence.tokens
    if tokens[i].pos not in ("NUM", "ADJ", "PRON", "DET") and tokens[i].lower not in _SHARES:
        return i
    inner = [d for c in scene.sentence.children_of(i) if tokens[c].lower == "of" for d in scene.sentence.children_of(c)]
    return inner[0] if inner else i


def _before(scene: Scene, i: int) -> Iterator[Mention]:
    """ "Most", "some", "the rest": of the force last spoken of in the sentence before."""
    if (
        scene.sentence.tokens[i].lower not in ("most", "some", "others", "many", "half", "all")
        or not scene.sentence.index
    ):
        return
    before = scene.document.sentences[scene.sentence.index - 1]
    forces = (m for m in before.mentions if m.kind is MentionKind.GROUP and m.form in ("soldiers", "units", "police"))
    yield from [m for m in forces if m.country == m.value][:1]


def _at(scene: Scene, i: int, activity: str) -> Iterator[Actor]:
    i = _share(scene, i)
    groups = scene.sentence.groups_at(i)
    yield from (Actor(i, m.value, operation_near(scene, i), True) for m in _before(scene, i) if not groups)
    if (
        activity == "barrier"
        and scene.sentence.tokens[i].lemma.lower() in _LOOSE
        and all(not g.country for g in groups)
    ):
        yield Actor(i, scene.phrase(i, of=True), None)
        return
    usable = [g for g in groups if _has_posture(scene, g, activity)]
    if usable:
        yield from (
            Actor(i, _component(scene, g), _operation(scene, g, i, activity), g.form in _FORCES) for g in usable
        )
        return
    if groups and groups[0].form in ("offices", "spokes"):
        yield from _commanded(scene, i, groups[0])
        return
    for named in scene.sentence.mentions_at(i, MentionKind.OPERATION, MentionKind.ORGANISATION, MentionKind.COUNTRY)[
        :1
    ]:
        alone = named.last - 1 == i and scene.sentence.tokens[i].dep in ("nsubj", "nsubjpass", "conj", "pobj")
        if (named.form != "adjective" or alone) and not groups:
            yield Actor(
                i, named.value, _operation(scene, named, i, activity), named.kind is not MentionKind.ORGANISATION
            )
            return
    token = scene.sentence.tokens[i]
    if token.lemma.lower() in _VEHICLES and (crew := _crew(scene, i)) is not None:
        yield Actor(i, crew.value, _operation(scene, crew, i, activity), True)
        return
    if (
        activity in ("barrier", "massing", "checkpoint")
        and token.entity in ("NORP", "ORG")
        and token.pos != "ADJ"
        and not groups
    ):
        yield Actor(i, scene.phrase(i, of=False), None)


def _crew(scene: Scene, i: int) -> Mention | None:
    """The country whose tanks or ships these are: "Turkish frigates", "helicopters of the Italian squadron"."""
    tokens = scene.sentence.tokens
    links = [c for c in scene.sentence.children_of(i) if tokens[c].lower in ("of", "from")]
    near = [c for c in scene.sentence.children_of(i) if tokens[c].dep in ("amod", "compound", "poss", "nmod")]
    near += [d for c in links for d in scene.sentence.subtree(c)]
    return next((m for c in near if (m := scene.sentence.mention_at(c, MentionKind.COUNTRY))), None)


def _commanded(scene: Scene, i: int, office: Mention) -> Iterator[Actor]:
    """A commander stands for his force."""
    if (
        scene.sentence.tokens[i].lemma in ("commander", "general", "colonel")
        and scene.focus is not None
        and office.country is None
    ):
        yield Actor(i, scene.focus, scene.focus)


def _has_posture(scene: Scene, group: Mention, activity: str) -> bool:
    if group.form in _FORCES or group.form == "armed":
        return True
    if group.form == "institutions":
        head = scene.sentence.tokens[group.last - 1].lemma.lower()
        return group.country == group.value or head in ("army", "guard", "navy", "military", "service")
    return group.form in _CROWDS and activity == "barrier"


def _furnisher(scene: Scene, i: int) -> str | None:
    """The country that provides a unit: "the reserve battalion, furnished by Romania"."""
    below = (scene.sentence.clause_at(c) for c in scene.sentence.children_of(i))
    given = (c for c in below if c is not None and c.passive and c.lemma in _FURNISHING)
    named = (scene.sentence.mention_at(at, MentionKind.COUNTRY) for c in given for at in c.agents)
    return next((m.value for m in named if m is not None), None)


def _own_name(scene: Scene, group: Mention) -> str | None:
    """A unit's proper name, where only the sentences before lend it a country: "the Civilian Observer Unit"."""
    lent = group.country is None and len(group.value) == 2 and group.value.isupper()
    tokens = scene.sentence.tokens[group.first : group.last]
    proper = [t for t in tokens if t.pos == "PROPN" and not t.text.isupper()]
    numbered = any(t.text[0].isdigit() for t in tokens)  # "the 124th Infantry Battalion" is a nation's
    named = lent and group.form == "units" and len(proper) > 1 and not numbered
    return scene.phrase(group.last - 1, of=False) if named else None


def _component(scene: Scene, group: Mention) -> str:
    """What a force is called; civilian police and military observers are the mission's (decision 52)."""
    if group.country is None and (told := _furnisher(scene, group.last - 1) or _own_name(scene, group)) is not None:
        return told
    words = group.value.casefold()
    here = operation(scene.focus) if scene.focus else None
    if (
        words.split()[0] in ("government", "army", "national")
        and here is not None
        and len(here.area) == 1
        and group.country is None
    ):
        return here.area[0]
    owner = next(
        (
            m
            for c in scene.sentence.children_of(group.last - 1)
            for m in scene.sentence.mentions_at(c, MentionKind.OPERATION)
            if c < group.last
        ),
        None,
    )
    if owner is not None and group.country is None:
        return owner.value
    own = "civilian police" in words or words in ("military observers", "military observer", "civpol")
    return scene.focus if own and scene.focus is not None else group.value


def _operation(scene: Scene, mention: Mention, i: int, activity: str) -> str | None:
    """The operation a posture belongs to: none for host armies, foreign armies and militias (decisions 22, 38)."""
    if operation(mention.value) is not None:
        return mention.value
    country = mention.country or (mention.value if mention.kind is MentionKind.COUNTRY else None)
    if country is None:
        return scene.focus if mention.kind is MentionKind.ORGANISATION and _leads(scene, mention.value) else None
    near = operation_near(scene, i)
    known = operation(near) if near else None
    head = scene.sentence.tokens[mention.last - 1].lemma.lower()
    foreign = head in _ARMIES or activity == "massing" or (mention.form in ("name", "capital") and activity in _OUTSIDE)
    if known is None:
        return None if foreign else near
    return None if country in known.area or (foreign and known.led_by != country) else near


def _leads(scene: Scene, organisation: str) -> bool:
    known = operation(scene.focus) if scene.focus else None
    return known is not None and organisation in (known.led_by or "")
