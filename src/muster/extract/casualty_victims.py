"""Who is hurt: people with their number and the group that claims put them in (GUIDE.md, decisions 1, 3, 23, 31)."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.casualty_nationality import country_before, hosts, nationality
from muster.extract.evidence import Scene
from muster.extract.nationality import leading_nation
from muster.gazetteer import operation
from muster.model.annotation import CountMention, Mention, MentionKind
from muster.model.count import Count

_FORCES = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff"})
_PERSONS = _FORCES | {"armed", "civilians", "offices", "spokes"}
# Nouns of many people that a singular does not make one of.
_MASSES = frozenset(
    (
        "people personnel police crowd mob family gang militia staff troop infantry group local civilian "
        "military public manpower youth"
    ).split()
)
# Nouns that say "soldier" only of somebody's own ("his men").
_LOOSE = frozenset(
    (
        "man men boy driver doctor nurse captain specialist member pioneer private pilot volunteer compatriot "
        "comrade companion"
    ).split()
)
_RANKS = frozenset(
    (
        "private pte pvt corporal cpl sergeant sgt lieutenant lt captain capt major maj colonel col constable "
        "trooper gunner sapper commandant general seaman commander "
        "subedar havildar naik sainik jawan sepoy ensign airman marine ranger"
    ).split()
)
# Nouns of persons that are no sort of actor.
_ANYBODY = frozenset(
    (
        "other person individual people hostage captive prisoner detainee suspect survivor national "
        "expatriate foreigner european african westerner infant baby element victim"
    ).split()
)
_GATHERED = frozenset("total group crew party team number rest couple pair batch member life".split())
# Whose own they are is a vehicle's, not a force's ("its driver").
_ABOARD = frozenset({"driver", "pilot", "coxswain", "passenger"})
_FELLOWS = frozenset({"soldier", "trooper", "mate", "colleague", "marine"})
# Callings that a nationality does not make a soldier's.
_CIVIL = frozenset({"nurse", "boy", "doctor", "cook", "staff", "worker", "employee", "contractor", "interpreter"})
_STRIPPED = frozenset(
    (
        "the a an other more additional further another some least at about its their his her our these those "
        "of as many one estimated wounded injured killed dead fallen up to mostly all both missing , - "
        "alleged armed unarmed"
    ).split()
)  # fmt: skip
# Peoples named as parties to a conflict inside a country, not as the soldiers of one.
_PEOPLES = frozenset(
    ("serb serbs albanian albanians croat croats bosniak bosniaks muslims tutsi hutu arab arabs kurd kurds").split()
)
_NO_PEOPLE = frozenset(
    (
        "vehicle car truck animal cow goat sheep dog camel donkey horse cattle tree house building tank "
        "aircraft helicopter plane hour day week month year bus jeep convoy lorry livestock head tonne ton "
        "kilometre mile town village position weapon rifle round job seat hectare post shop shell"
    ).split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Victims:
    """People hurt together: their group (None where it must be told elsewhere), their number, the words for them."""

    group: str | None
    count: Count | None
    tokens: tuple[int, ...]
    sort: str = ""


def victims_at(scene: Scene, i: int, *, anyone: bool) -> tuple[Victims, ...]:
    """The people that the noun or number at word `i` stands for, one value for each number.

    `anyone` also lets in counted nouns that Muster does not know as persons: the word for the harm says that they are.
    """
    counts = [c for c in scene.sentence.counts if c.noun == i or c.first <= i < c.last]
    counts = [c for c in counts if c.noun in (i, None) or c.first <= i < c.last]
    if len(counts) > 1 and any(c.partitive for c in counts):
        counts = [c for c in counts if c.partitive]
    found = [v for c in counts for v in [counted(scene, c, anyone=anyone)] if v is not None]
    if found:
        return tuple(found)
    if not counts and (inside := _inside(scene, i)) is not None and (name := group_at(scene, i)) is not None:
        return (Victims(name, inside.count, tuple(range(inside.first, i + 1)), _sort_at(scene, i)),)
    if scene.sentence.tokens[i].lemma.lower() in _GATHERED:
        return tuple(v for j in _gathered(scene, i) for v in victims_at(scene, j, anyone=anyone))
    return () if counts else tuple(_uncounted(scene, i, anyone=anyone))


def _inside(scene: Scene, i: int) -> CountMention | None:
    """A number of the noun's own phrase that was read as counting a name in it ("58 Police Service officers")."""
    first, _ = scene.sentence.phrase(i)
    found = (
        c
        for c in scene.sentence.counts
        if c.first <= first + 1 and first <= c.first and c.noun is not None and c.noun < i
    )
    return next((c for c in found if c.noun is not None and scene.sentence.tokens[c.noun].head == i), None)


def _gathered(scene: Scene, i: int) -> tuple[int, ...]:
    """What "a total of", "a group of" is made of."""
    clause = scene.sentence.clause_at(i)
    return tuple(at for word, at in clause.obliques if word == "of" and at > i) if clause else ()


def counted(scene: Scene, count: CountMention, *, anyone: bool) -> Victims | None:
    """The people of a number; None if it counts something else."""
    tokens = tuple(range(count.first, (count.noun if count.noun is not None else count.last - 1) + 1))
    if count.count.best == 0:
        return None
    if count.noun is None:
        return Victims(_elided(scene, count), count.count, tokens)
    noun = _before_complement(scene, count)
    name = group_at(scene, noun, count)
    if name is None and anyone and _may_be_people(scene, noun):
        name = words_of(scene, count, noun)
    if name is None:
        return None
    return Victims(name, count.count, tokens, _sort_at(scene, noun))


def _before_complement(scene: Scene, count: CountMention) -> int:
    """The counted noun; the one before it where a complement was read as the noun ("took 30 soldiers hostage")."""
    noun = count.noun if count.noun is not None else count.last
    complement = scene.sentence.tokens[noun].lower in ("hostage", "captive", "prisoner", "aboard")
    return noun - 1 if complement and noun - 1 >= count.last and not count.article else noun


def group_at(scene: Scene, noun: int, count: CountMention | None = None) -> str | None:
    """What claims call the people that a noun names; None if it names none that are known."""
    sentence = scene.sentence
    token = sentence.tokens[noun]
    country = nationality(scene, noun, count)
    if token.lemma == "member" and country in hosts(scene):
        country = None  # members of a body of the country's own, no soldiers it sends
    groups = [g for g in sentence.groups_at(noun) if g.form in _PERSONS]
    if token.lemma.lower() in _ANYBODY:
        return words_of(scene, count, noun)
    if token.lower in ("ours", "us") or (token.lower == "number" and count and count.partitive):
        return leading_nation(scene.document) or "peacekeepers"
    if count is not None and count.partitive and country is not None:
        return country
    if groups:
        return _group(scene, groups[0], noun, country, count)
    return _unsorted(scene, noun, count)


def _unsorted(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The group of a noun that is no sort of actor: mates, a people, a demonym."""
    token = scene.sentence.tokens[noun]
    if token.lemma.lower() in _FELLOWS:
        return country_before(scene, count.first if count is not None else noun)
    peoples = [g for g in scene.sentence.groups_at(noun) if g.form == "group"]
    if peoples:
        return peoples[0].value
    mention = scene.sentence.mention_at(noun, MentionKind.COUNTRY)
    if mention is not None and (mention.form in ("demonym", "adjective", "force") or (count and count.noun == noun)):
        return _people(scene, mention, noun, count)
    return words_of(scene, count, noun) if token.entity == "NORP" else None


def words_of(scene: Scene, count: CountMention | None, noun: int) -> str:
    """The group as written, without number and article."""
    tokens = scene.sentence.tokens
    first = count.last if count is not None and count.last <= noun else scene.sentence.phrase(noun)[0]
    while first < noun and (tokens[first].lower in _STRIPPED or tokens[first].pos == "NUM"):
        first += 1
    return scene.words(first, noun + 1)


def _sort_at(scene: Scene, noun: int) -> str:
    return next((g.form for g in scene.sentence.groups_at(noun)), "")


def _group(scene: Scene, group: Mention, noun: int, country: str | None, count: CountMention | None) -> str:
    """The group of people of a known sort: civilians, a country's soldiers, the mission's, others as written."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    written = words_of(scene, count, noun)
    if lemma == "civilian":
        return "civilians"
    if lemma in ("man", "woman") and group.form == "civilians":
        return country or _told_country(scene, noun, count) or written
    if group.form not in _FORCES or _is_local(scene, noun):
        return written
    if country is not None and lemma not in _CIVIL:
        return written if group.form == "police" and country in hosts(scene) else country
    told = _told_country(scene, noun, count)
    return told or ("peacekeepers" if _is_mission_s(scene, group, noun) else written)


def _told_country(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The country of soldiers told without it: a speaker's own, or those spoken of just before."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    if _is_ours(scene, noun) and (home := leading_nation(scene.document)) is not None:
        return home
    if lemma in _ABOARD or lemma not in _LOOSE | _FELLOWS or _is_its(scene, noun):
        return None
    if _of_mission(scene, noun) or _is_named(scene, noun):
        return None
    return country_before(scene, count.first if count is not None else noun)


def _is_mission_s(scene: Scene, group: Mention, noun: int) -> bool:
    """Whether members of forces without a nationality are the mission's own."""
    lemma = scene.sentence.tokens[noun].lemma.lower()
    if _of_mission(scene, noun) or group.form == "peacekeepers":
        return True
    if operation(group.value) is None:
        return _is_its(scene, noun) and scene.focus is not None
    if group.form == "staff" or lemma in _ABOARD:
        return False
    return _is_named(scene, noun) or group.form == "observers" or lemma not in _LOOSE or _owned(scene, noun)


def _is_local(scene: Scene, noun: int) -> bool:
    """Whether the people are staff, or a local body's: "national staff members", "Kosovo Police Service officers"."""
    first, last = scene.sentence.phrase(noun)
    if any(scene.sentence.tokens[i].lower in ("staff", "local", "interpreter", "civilian") for i in range(first, last)):
        return True
    bodies = (m for m in scene.sentence.mentions if m.kind is MentionKind.GROUP and m.form == "group")
    return any(first <= m.first and m.last <= noun + 1 for m in bodies)


def _is_ours(scene: Scene, noun: int) -> bool:
    """Whether the people are a speaker's own: "our servicemen", "two of his men"."""
    tokens = scene.sentence.tokens
    return any(
        tokens[c].dep == "poss" and tokens[c].lower in ("our", "his", "her", "my")
        for c in scene.sentence.children_of(noun)
    )


def _of_mission(scene: Scene, noun: int) -> bool:
    """ "Members of the mission", "the mission's personnel": their phrase names an operation by name or description."""
    clause = scene.sentence.clause_at(noun)
    heads = [at for word, at in clause.obliques if word in ("of", "from", "with", "in")] if clause else []
    heads += [
        c
        for c in scene.sentence.children_of(noun)
        if scene.sentence.tokens[c].dep == "poss" and scene.sentence.tokens[c].pos != "PRON"
    ]
    return any(operation(m.value) is not None for at in heads for m in scene.sentence.mentions_at(at))


def _is_its(scene: Scene, noun: int) -> bool:
    """Whether the people are a force's: "its soldiers", "their men"."""
    tokens = scene.sentence.tokens
    return any(
        tokens[c].dep == "poss" and tokens[c].lower in ("its", "their") for c in scene.sentence.children_of(noun)
    )


def _is_named(scene: Scene, noun: int) -> bool:
    """Whether an operation or organisation stands in the noun's own phrase: "three UNIFIL soldiers"."""
    first, _ = scene.sentence.phrase(noun)
    kinds = (MentionKind.OPERATION, MentionKind.ORGANISATION)
    return any(m.kind in kinds and first <= m.first <= noun and m.form != "anaphor" for m in scene.sentence.mentions)


def _owned(scene: Scene, noun: int) -> bool:
    """Whether the people are somebody's own: "its men", "members of the mission"."""
    tokens = scene.sentence.tokens
    first, last = scene.sentence.phrase(noun, of=True)
    named = any(m.kind is MentionKind.OPERATION and first <= m.first < last for m in scene.sentence.mentions)
    return named or any(tokens[c].dep == "poss" and tokens[c].pos == "PRON" for c in scene.sentence.children_of(noun))


def _people(scene: Scene, mention: Mention, noun: int, count: CountMention | None) -> str:
    """A demonym alone: the soldiers of a country that sends some, the people of one where the operation is."""
    if scene.sentence.tokens[noun].lower in _PEOPLES or mention.value in hosts(scene):
        return words_of(scene, count, noun)
    return mention.value


def _elided(scene: Scene, count: CountMention) -> str | None:
    """The group of a number without a noun: "two from South Africa", "21 were French", "three of them Serbs"."""
    tokens = scene.sentence.tokens
    at = count.last
    while at < len(tokens) and tokens[at].lower in (
        "were",
        "was",
        "are",
        "is",
        "of",
        "them",
        "whom",
        "being",
        "from",
        "all",
        "the",
    ):
        at += 1
    if at >= len(tokens) or at > count.last + 4:
        return None
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    if mention is not None and tokens[at - 1].lower in ("from", "the"):
        return mention.value
    if tokens[at - 1].lower in ("them", "these", "those") and (antecedent := group_at(scene, at - 1)) is not None:
        own = _head_from(scene, at)
        return (group_at(scene, own) if own is not None else None) or antecedent
    head = _head_from(scene, at)
    return group_at(scene, head) if head is not None and at > count.last else None


def _head_from(scene: Scene, at: int) -> int | None:
    """The noun of the phrase that begins at word `at`."""
    for token in scene.sentence.tokens[at : at + 5]:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod", "amod"):
            return token.i
        if token.pos not in ("ADJ", "PROPN", "NOUN", "DET"):
            break
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    return mention.last - 1 if mention else None


def _may_be_people(scene: Scene, noun: int) -> bool:
    token = scene.sentence.tokens[noun]
    known = scene.sentence.groups_at(noun)
    return (
        token.pos in ("NOUN", "PROPN")
        and not known
        and token.lemma.lower() not in _NO_PEOPLE
        and token.entity not in ("DATE", "TIME", "MONEY")
    )


def _uncounted(scene: Scene, i: int, *, anyone: bool) -> Iterator[Victims]:
    """One definite person ("the driver", "their interpreter"): number 1; a plural has none."""
    token = scene.sentence.tokens[i]
    person = scene.sentence.mention_at(i, MentionKind.PERSON)
    if person is not None and person.form != "anaphor":
        yield from _ranked(scene, person)
        return
    if token.lower == "another" and token.pos in ("PRON", "DET"):
        yield Victims(None, Count(best=1), (i,))
        return
    if not anyone and _sort_at(scene, i) in ("offices", "spokes"):
        return
    name = group_at(scene, i)
    if name is None or token.tag not in ("NN", "NNP", "JJ") or token.lemma.lower() in _MASSES or token.entity == "NORP":
        return
    if any(scene.sentence.tokens[c].dep in ("det", "poss", "amod") for c in scene.sentence.children_of(i)):
        first, last = scene.sentence.phrase(i)
        yield Victims(name, Count(best=1), tuple(range(first, last)), _sort_at(scene, i))


def _ranked(scene: Scene, person: Mention) -> Iterator[Victims]:
    """A named soldier ("Lance Corporal Ben Okri"): of the country told right before or after; a name without a rank is
    nobody we can place."""
    sentence = scene.sentence
    if person.first == 0 or sentence.tokens[person.first - 1].lower.rstrip(".") not in _RANKS:
        return
    near = range(max(0, person.first - 4), min(len(sentence.tokens), person.last + 5))
    countries = (
        m for m in sentence.mentions if m.kind is MentionKind.COUNTRY and m.form != "anaphor" and m.first in near
    )
    country = next((m.value for m in countries if not _is_stop_between(scene, person, m)), None)
    group = country or country_before(scene, person.first - 1)
    yield Victims(group, Count(best=1), tuple(range(person.first - 1, person.last)), "soldiers")


def _is_stop_between(scene: Scene, person: Mention, country: Mention) -> bool:
    """Whether a verb stands between a name and a country: then the country is of something else."""
    first, last = sorted((person.first, country.first))
    return any(t.pos in ("VERB", "AUX") for t in scene.sentence.tokens[first:last])
