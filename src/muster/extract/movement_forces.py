"""Forces and states that a word itself names: whose they are, and how many (decisions 22, 26, 30)."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.evidence import Scene
from muster.extract.movement_counts import FORCES, count_at, of_objects
from muster.extract.movement_outsiders import is_people, is_relief
from muster.model.annotation import Mention, MentionKind
from muster.model.count import Count

_RULERS = frozenset({"institutions", "offices", "spokes"})
_ARMIES = frozenset({"army", "military", "navy", "guard", "corps"})
_YOUNG = frozenset(
    {"young", "armed", "masked", "local", "unidentified", "angry", "old", "wounded", "dead", "hooded", "gun"}
)
_FOLK = frozenset(
    "minority community group family party council assembly parliament committee bloc faction coalition caucus".split()
)
_LOOSE = frozenset(
    {
        "man",
        "men",
        "boy",
        "member",
        "driver",
        "doctor",
        "pilot",
        "specialist",
        "group",
        "team",
        "party",
        "section",
        "element",
        "component",
        "column",
        "task",
    }
)
_DETERMINERS = frozenset({"its", "the", "their", "our", "these", "those", "all"})
_OF_MISSIONS = frozenset(
    {"international", "mission", "military", "civilian", "remaining", "last", "of", "non-essential"}
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who moves or sends: the word that names them, what claims call them, and how many they are.

    `sort` is `force`, `state`, `operation`, `organisation`, or `number` for a bare figure ("its 300"); `own` is
    true where the words themselves say whose it is; `borrowed` where only a "from" phrase does, which may as well be
    the place they leave ("its 300 soldiers from Mali").
    """

    head: int
    actor: str
    sort: str
    country: str | None = None
    count: Count | None = None
    own: bool = False
    borrowed: bool = False


def named_at(scene: Scene, i: int) -> tuple[Party, ...]:
    """Groups or names whose head is the word itself."""
    return tuple(_grouped(scene, i)) or tuple(_named(scene, i))


def _grouped(scene: Scene, i: int) -> Iterator[Party]:
    for group in scene.sentence.groups_at(i):
        if group.form in FORCES and not _is_loose(scene, i, group):
            yield from _force(scene, i, group)
        elif _is_its_people(scene, i, group):
            yield Party(i, "", "number")
        elif group.form == "armed" and _is_called(scene, group):
            yield Party(i, group.value, "armed", None, count_at(scene, i), own=True)
        elif group.form == "group" and scene.sentence.tokens[i].text.isupper():
            yield Party(i, group.value, "armed", group.country, count_at(scene, i), own=True)
        elif scene.sentence.tokens[i].lower == "military" and count_at(scene, i):
            yield Party(
                i, group.country or scene.focus or "", "force", group.country, count_at(scene, i), bool(group.country)
            )
        elif _is_owned_army(scene, i, group):
            yield Party(i, "", "number")
        elif group.form == "institutions" and not group.country and (seat := _seat(scene, i)):
            yield Party(i, seat, "state", seat, own=True)
        elif group.form in _RULERS and group.country and group.kind is MentionKind.GROUP:
            army = scene.sentence.tokens[i].lemma.lower() in _ARMIES and group.form == "institutions"
            yield Party(i, group.country, "army" if army else "state", group.country, own=True)


def _seat(scene: Scene, i: int) -> str | None:
    """The country of "the government in Jakarta"."""
    tokens = scene.sentence.tokens
    if tokens[i].lemma.lower() not in ("government", "parliament", "cabinet", "ministry", "senate"):
        return None
    links = [c for c in scene.sentence.children_of(i) if tokens[c].lower == "in"]
    places = [d for c in links for d in scene.sentence.children_of(c)]
    found = (scene.sentence.mention_at(at, MentionKind.COUNTRY) for at in places)
    return next((m.value for m in found if m is not None and m.form == "capital"), None)


def _is_called(scene: Scene, group: Mention) -> bool:
    """Whether fighters have a name: "RUF fighters", "M23 rebels"."""
    return any(t.text.isupper() and len(t.text) > 2 for t in scene.sentence.tokens[group.first : group.last - 1])


def _force(scene: Scene, i: int, group: Mention) -> Iterator[Party]:
    body = _body_of(scene, group)
    if group.form == "staff" and not (group.country or body or _is_its_staff(scene, i, group)):
        yield Party(i, "", "number")
        return
    country = group.country or (None if body else _inner_country(scene, i) or _of_context(group))
    actor = country or body or group.value
    borrowed = country is not None and _is_from(scene, i, country)
    own = not borrowed and (body is not None if country is None else country != _of_context(group))
    beside = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep == "appos"]
    counts = (count_at(scene, at) for at in (i, *beside))
    yield Party(i, actor, "force", country, next((c for c in counts if c), None), own, borrowed)


def _is_its_staff(scene: Scene, i: int, group: Mention) -> bool:
    """Whether staff is the mission's: "its staff", "the personnel", "65 advisers"; not any staff there may be."""
    words = {t.lower for t in scene.sentence.tokens[group.first : group.last - 1]}
    meant = bool(words & _DETERMINERS) and words <= _DETERMINERS | _OF_MISSIONS
    return group.value == scene.focus and (meant or count_at(scene, i) is not None)


def _of_context(group: Mention) -> str | None:
    """The country that only the sentences before lend a unit."""
    return group.value if group.country is None and len(group.value) == 2 and group.value.isupper() else None


def _inner_country(scene: Scene, i: int) -> str | None:
    """The country of those a unit is made of ("a contingent of 160 Rwandan police") or stands for in apposition
    ("the vanguard, a Nigerian battalion")."""
    beside = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep == "appos"]
    if scene.sentence.tokens[i].dep == "appos":
        beside.append(scene.sentence.tokens[i].head)
    inner = [g.country for d in (*of_objects(scene, i), *beside) for g in scene.sentence.groups_at(d) if g.country]
    named = [
        m.value
        for d in of_objects(scene, i)
        if (m := scene.sentence.mention_at(d, MentionKind.COUNTRY)) and m.form != "name"
    ]
    return next(iter((*inner, *named)), None)


def _is_from(scene: Scene, i: int, country: str) -> bool:
    tokens = scene.sentence.tokens
    named = [m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.value == country and m.first > i]
    before = [
        m
        for m in scene.sentence.mentions
        if m.kind is MentionKind.COUNTRY and m.value == country and i - 6 < m.first < i
    ]
    return not before and any(tokens[m.first - 1].lower == "from" or tokens[m.first - 2].lower == "from" for m in named)


def _is_loose(scene: Scene, i: int, group: Mention) -> bool:
    """Men, groups and teams that need not be soldiers; patrols, which are what soldiers do."""
    tokens = scene.sentence.tokens
    lemma = tokens[i].lemma.lower()
    before = {tokens[j].lower for j in range(group.first, i)}
    if lemma == "member" and any(tokens[j].lemma.lower() in _FOLK for j in scene.sentence.subtree(i) if j != i):
        return True
    if lemma == "patrol" or (lemma in _LOOSE and before & _YOUNG) or is_relief(scene, i, group):
        return True
    return lemma in ("group", "team", "party", "section", "column", "task") and not (
        group.country or any(tokens[j].dep == "compound" for j in range(group.first, i))
    )


def _is_owned_army(scene: Scene, i: int, group: Mention) -> bool:
    """ "Whose army", "its navy"."""
    tokens = scene.sentence.tokens
    owned = any(tokens[c].dep == "poss" for c in scene.sentence.children_of(i))
    return group.country is None and owned and tokens[i].lemma.lower() in _ARMIES


def _is_its_people(scene: Scene, i: int, group: Mention) -> bool:
    """ "Its people", "their men": those of whoever is spoken of."""
    words = {scene.sentence.tokens[j].lower for j in range(group.first, i)}
    return scene.sentence.tokens[i].lower == "people" and bool(words & {"its", "their", "our"})


def _body_of(scene: Scene, group: Mention) -> str | None:
    """The operation or organisation that a force's own words name; UN troops are the mission's (decision 22)."""
    for mention in scene.sentence.mentions:
        if not group.first <= mention.first < group.last or _leads(scene, mention):
            continue
        if mention.form == "anaphor" and mention.last - mention.first == 1:
            continue
        if mention.kind is MentionKind.OPERATION:
            return mention.value
        if mention.kind is MentionKind.ORGANISATION:
            return scene.focus if mention.value == "un" and scene.focus else mention.value
    return None


def _leads(scene: Scene, mention: Mention) -> bool:
    """ "NATO-led": who leads a force is not whose it is."""
    return any(
        t.lower in ("led", "-led", "backed", "mandated") for t in scene.sentence.tokens[mention.last : mention.last + 2]
    )


def _named(scene: Scene, i: int) -> Iterator[Party]:
    """A country, its people, an operation, an organisation, a statesman by name."""
    token = scene.sentence.tokens[i]
    if token.pos == "PRON":
        return
    for mention in scene.sentence.mentions_at(i)[:3]:
        if (mention.kind is MentionKind.COUNTRY and mention.form != "adjective") or _is_people(scene, i, mention):
            soldiers = mention.form in ("force", "demonym", "adjective") or _elliptic(scene, i)
            if mention.form in ("demonym", "adjective") and is_people(scene, i, mention):
                return
            count = count_at(scene, i)
            sort = "force" if soldiers or count else "state"
            yield Party(i, mention.value, sort, mention.value, count, own=True)
            return
        if mention.kind in (MentionKind.OPERATION, MentionKind.ORGANISATION):
            if mention.form == "headquarters" and token.pos != "PROPN":
                return
            yield Party(i, mention.value, mention.kind.value, count=count_at(scene, i), own=True)
            return
        if mention.kind is MentionKind.PERSON and mention.country:
            yield Party(i, mention.country, "state", mention.country, own=True)
            return


def _is_people(scene: Scene, i: int, mention: Mention) -> bool:
    """An adjective that stands for the people: "Hungarians relieve Portuguese"."""
    token = scene.sentence.tokens[i]
    noun = token.dep not in ("amod", "compound", "nmod") and mention.last - 1 == i
    return mention.kind is MentionKind.COUNTRY and mention.form == "adjective" and noun


def _elliptic(scene: Scene, i: int) -> bool:
    """A possessor whose noun is left out: "relieved Portugal's in the reserve"."""
    token = scene.sentence.tokens[i]
    marked = any(scene.sentence.tokens[c].dep == "case" for c in scene.sentence.children_of(i))
    return marked and token.dep != "poss"
