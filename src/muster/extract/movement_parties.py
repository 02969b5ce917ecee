"""Who moves, and who sends: the parties of a movement (GUIDE.md, decisions 16, 22, 26, 30)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.movement_counts import FORCES, count_at, counts_units, is_remainder, of_objects
from muster.extract.movement_outsiders import is_people, is_relief
from muster.model.annotation import CountMention, Mention, MentionKind
from muster.model.count import Count

_RULERS = frozenset({"institutions", "offices", "spokes"})
_ARMIES = frozenset({"army", "military", "navy", "guard", "corps"})
_YOUNG = frozenset(
    {"young", "armed", "masked", "local", "unidentified", "angry", "old", "wounded", "dead", "hooded", "gun"}
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
_SHARES = frozenset(
    "majority rest remainder half most bulk part number handful third quarter first last all many some total advance"
    " remnant core balance lot most couple pair dozen batch wave lead vanguard body tranche".split()
)
_BATCHES = frozenset(
    {"group", "party", "batch", "wave", "column", "convoy", "planeload", "shipload", "detachment", "element"}
)
_ADVERBS = frozenset({"home", "back", "ashore", "away", "out", "more", "others"})
_DETERMINERS = frozenset({"its", "the", "their", "our", "these", "those", "all"})
_OF_MISSIONS = frozenset(
    {"international", "mission", "military", "civilian", "remaining", "last", "of", "non-essential"}
)
_ARMOUR = frozenset("tank armour armor lorry truck column convoy gun vehicle carrier frigate warship fleet".split())
_CARRIERS = _ARMOUR | frozenset(
    "plane aeroplane airplane aircraft flight ship boat ferry train bus helicopter airlift liner".split()
)
_THIRD = frozenset({"it", "its", "they", "their", "them", "itself", "themselves"})


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


def parties_of(scene: Scene, heads: Iterable[int]) -> tuple[Party, ...]:
    """The parties that these words name, with the countries a list goes on to name."""
    listed = dict.fromkeys(at for head in heads for at in (head, *_listed(scene, head)))
    return tuple(party for head in listed for party in parties_at(scene, head))


def aboard(scene: Scene, i: int) -> Iterator[Party]:
    """Those in the aircraft, ship or column at `i`: "the last plane with Swedes", "Israeli tanks"."""
    if scene.sentence.tokens[i].lemma.lower() not in _CARRIERS:
        return
    links = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].lower in ("with", "of", "carrying")]
    inside = [
        p for c in links for d in scene.sentence.children_of(c) for p in parties_at(scene, d) if p.sort == "force"
    ]
    country = _adjective(scene, i)
    if inside:
        yield replace(inside[0], head=i)
    elif country is not None and scene.sentence.tokens[i].lemma.lower() in _ARMOUR:
        yield Party(i, country, "force", country, own=True)


def _listed(scene: Scene, head: int) -> Iterator[int]:
    """The countries joined to the country at `head` by commas and "and", whatever the parse makes of them."""
    tokens, at = scene.sentence.tokens, head
    names = {
        m.first: m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.form in ("name", "capital")
    }
    if not any(m.first <= head < m.last for m in names.values()):
        return
    found: list[int] = []
    while at + 1 < len(tokens):
        step = at + 1
        while step < len(tokens) and tokens[step].lower in (",", "and", "the", "&"):
            step += 1
        if step == at + 1 or step not in names:
            break
        at = names[step].last - 1
        found.append(at)
    if found and any(t.lower == "and" for t in tokens[head : found[-1]]):
        yield from found


def parties_at(scene: Scene, i: int) -> tuple[Party, ...]:
    """The parties that the word at `i` names: one for each nationality, none for anybody who is no force or state."""
    figure = _figure_at(scene, i)
    if figure is not None:
        return _figured(scene, i, figure)
    token = scene.sentence.tokens[i]
    if token.lower in _THIRD:
        return _meant(scene, i)
    if token.lower in ("we", "us"):
        return (Party(i, "", "number"),)
    if token.lemma.lower() in _BATCHES and (made_of := _made_of(scene, i)):
        return made_of
    if token.lower in _SHARES or token.lemma.lower() in _SHARES:
        return _shared(scene, i)
    return tuple(_one(scene, i)) or _direct(scene, i) or tuple(_assembly(scene, i))


def _meant(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whom a pronoun means; "them" may be forces that nothing names."""
    token = scene.sentence.tokens[i]
    speaker = _reporter(scene, i)
    if speaker:
        return speaker
    known = scene.sentence.mention_at(i, MentionKind.COUNTRY, MentionKind.OPERATION, MentionKind.ORGANISATION)
    if known is not None and known.form == "anaphor" and token.lower in ("it", "its"):
        sort = "state" if known.kind is MentionKind.COUNTRY else known.kind.value
        return (Party(i, known.value, sort, known.value if sort == "state" else None, own=True),)
    return antecedent(scene, i) or ((Party(i, "", "number"),) if token.lower == "them" else ())


def _shared(scene: Scene, i: int) -> tuple[Party, ...]:
    """Of whom "the last", "half", "the rest" are: what stands beside it or behind its "of"."""
    beside = [c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep == "appos"]
    heads = [d for d in (*beside, *of_objects(scene, i)) if d != i]
    told = count_at(scene, i)
    found = tuple(replace(p, head=i, count=p.count or told) for d in heads for p in parties_at(scene, d))[:1]
    if not found and scene.sentence.tokens[i].lemma.lower() in (
        "body",
        "remainder",
        "rest",
        "vanguard",
        "wave",
        "batch",
    ):
        return (Party(i, "", "number", count=told),)
    return found


def _one(scene: Scene, i: int) -> Iterator[Party]:
    """ "A Norwegian one"."""
    if scene.sentence.tokens[i].lower in ("one", "ones") and (country := _adjective(scene, i)) is not None:
        yield Party(i, country, "force", country, own=True)


def _assembly(scene: Scene, i: int) -> Iterator[Party]:
    """A body known by its country: "Germany's Bundestag", "the Philippine Senate"."""
    token = scene.sentence.tokens[i]
    if token.pos != "PROPN" or scene.sentence.mention_at(i):
        return
    for c in scene.sentence.children_of(i):
        country = scene.sentence.mention_at(c, MentionKind.COUNTRY)
        if country is not None and scene.sentence.tokens[c].dep in ("poss", "amod"):
            yield Party(i, country.value, "state", country.value, own=True)


def _adjective(scene: Scene, i: int) -> str | None:
    """The country of "a Norwegian one"."""
    found = (scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in scene.sentence.children_of(i))
    return next((m.value for m in found if m), None)


def _made_of(scene: Scene, i: int) -> tuple[Party, ...]:
    """Those a batch is made of ("a first group of 230 Kenyan police"), unless it says more of itself than they do."""
    inner = tuple(replace(p, head=i) for d in of_objects(scene, i) for p in _direct(scene, d) if p.sort == "force")
    return inner if inner and (inner[0].own or not _direct(scene, i)) else ()


def _direct(scene: Scene, i: int) -> tuple[Party, ...]:
    """Groups or names whose head is the word itself."""
    return tuple(_grouped(scene, i)) or tuple(_named(scene, i))


def _figure_at(scene: Scene, i: int) -> CountMention | None:
    """The number that the word at `i` is part of, if it stands for those it counts."""
    for count in scene.sentence.counts:
        if count.article:
            continue
        adverb = (i in (count.noun, count.last)) and scene.sentence.tokens[i].lower in _ADVERBS
        if adverb or (count.first <= i < count.last and count.noun != i):
            return count
    return None


def _figured(scene: Scene, i: int, figure: CountMention) -> tuple[Party, ...]:
    noun = figure.noun
    if noun is None or scene.sentence.tokens[noun].lower in _ADVERBS:
        country = _beside(scene, i if noun is None else noun)
        return (Party(i, country or "", "force" if country else "number", country, figure.count, country is not None),)
    vague = counts_units(scene, noun, figure) or is_remainder(scene, figure)
    count = None if vague else figure.count
    return tuple(replace(party, head=i, count=count) for party in _direct(scene, noun))


def _beside(scene: Scene, i: int) -> str | None:
    """The country set beside a number: "two others, Belizean,"."""
    beside = (c for c in scene.sentence.children_of(i) if scene.sentence.tokens[c].dep in ("appos", "amod") and c > i)
    found = (scene.sentence.mention_at(c, MentionKind.COUNTRY) for c in beside)
    return next((m.value for m in found if m is not None and m.form == "adjective"), None)


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


def antecedent(scene: Scene, i: int) -> tuple[Party, ...]:
    """Whom "it", "its", "they" mean: a subject before it in the sentence, else the subject of the sentence before."""
    many = scene.sentence.tokens[i].lower in ("they", "their", "them", "themselves")
    for clause in sorted(scene.sentence.clauses, key=lambda c: -c.predicate):
        here = [a for a in clause.agents if a < i and scene.sentence.tokens[a].lower not in _THIRD]
        named = [p for a in here for p in _direct(scene, a) if _agrees(p, many, len(here))]
        if named and (named[0].actor != "un" or clause.predicate == scene.sentence.clauses[0].predicate):
            return tuple(replace(p, head=i, count=None) for p in (named if many else named[-1:]))
    return _before(scene, i, many)


def _reporter(scene: Scene, i: int) -> tuple[Party, ...]:
    """The state that says of itself: "Argentina notifies the UN that it is withdrawing"."""
    tokens = scene.sentence.tokens
    verb = tokens[tokens[i].head]
    if tokens[i].lower != "it" or verb.dep != "ccomp":
        return ()
    saying = scene.sentence.clause_at(verb.head)
    found = [
        p for a in (saying.agents if saying else ()) for p in _direct(scene, a) if p.sort in ("state", "organisation")
    ]
    return (replace(found[0], head=i, count=None),) if found else ()


def _agrees(party: Party, many: bool, joined: int) -> bool:
    """Whether a pronoun of this number may mean the party: a state is "it", several are "they"."""
    return not many or joined > 1 or party.sort in ("force", "armed", "number")


def _before(scene: Scene, i: int, many: bool) -> tuple[Party, ...]:
    """The subject of the sentence before, in the same paragraph or list."""
    index = scene.sentence.index
    if index == 0:
        return ()
    before = Scene(scene.document, scene.document.sentences[index - 1])
    if before.sentence.segment.kind != scene.sentence.segment.kind:
        return ()
    subjects = [t.i for t in before.sentence.tokens if t.dep in ("nsubj", "nsubjpass") and t.pos != "PRON"]
    earlier = [p for a in subjects for p in _direct(before, a) if _agrees(p, many, len(subjects))]
    return (replace(earlier[0], head=i, count=None),) if earlier else ()
