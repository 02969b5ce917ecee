"""Who is hurt: people with their number, one value for each number (GUIDE.md, decisions 1, 3, 31)."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.casualty_groups import group_at, may_be_people, sort_at, words_of
from muster.extract.casualty_nationality import countries_from, country_before
from muster.extract.evidence import Scene
from muster.extract.nationality import leading_nation
from muster.model.annotation import CountMention, Mention, MentionKind, Token
from muster.model.count import Count

# Nouns of many people that a singular does not make one of.
_MASSES = frozenset(
    (
        "people personnel police crowd mob family gang militia staff troop infantry group local civilian "
        "military public manpower youth"
    ).split()
)
_RANKS = frozenset(
    (
        "private pte pvt corporal cpl sergeant sgt lieutenant lt captain capt major maj colonel col constable "
        "trooper gunner sapper commandant general seaman commander "
        "subedar havildar naik sainik jawan sepoy ensign airman marine ranger"
    ).split()
)
# What stands between a number and the words for whom it counts.
_LINKS = frozenset(
    "more others other were was are is of them whom these those being from all the dead wounded injured killed".split()
)
_SUMS = frozenset({"number", "total", "toll", "figure", "tally"})
_GATHERED = frozenset("total group crew party team number rest couple pair batch member life".split())

# Words that set what is so against what was said.
CONTRARY = frozenset({"contrary", "despite"})
# The sort of one person and of people whom only a pronoun names, and of one called by name.
ALONE, ALL, NAMED = "alone", "all", "named"
# The sort of "four others".
REST = "rest"
_PRONOUNS = {"they": ALL, "them": ALL, **dict.fromkeys(("he", "she", "him", "her"), ALONE), "one": "", "another": ""}


@dataclass(frozen=True, slots=True)
class Victims:
    """People hurt together: their group (None where it must be told elsewhere), their number, the words for them, what
    sort of actor they are, and whom "them" means in "six of them"."""

    group: str | None
    count: Count | None
    tokens: tuple[int, ...]
    sort: str = ""
    meant: str | None = None


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
        return (Victims(name, inside.count, tuple(range(inside.first, i + 1)), sort_at(scene, i)),)
    if not counts and scene.sentence.tokens[i].lower == "crew" and (crew := _crew(scene, i)) is not None:
        return (crew,)
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


def _crew(scene: Scene, i: int) -> Victims | None:
    """ "Its crew of four"."""
    count = next((c for c in scene.sentence.counts if c.first == i + 2 and c.noun is None), None)
    if count is None or scene.sentence.tokens[i + 1].lower != "of":
        return None
    return Victims("crew", count.count, tuple(range(i, count.last)))


def counted(scene: Scene, count: CountMention, *, anyone: bool) -> Victims | None:
    """The people of a number; None if it counts something else."""
    tokens = tuple(range(count.first, (count.noun if count.noun is not None else count.last - 1) + 1))
    if count.count.best == 0 or _is_age(scene, count):
        return None
    if count.noun is None or _is_rest(scene, count):
        sort = REST if _is_rest(scene, count) else ""
        return Victims(_elided(scene, count), count.count, tokens, sort, meant=_meant(scene, count))
    noun = _before_complement(scene, count)
    if scene.sentence.tokens[noun].lemma.lower() in _SUMS and not count.partitive:
        return None
    name = group_at(scene, noun, count)
    if name is None and anyone and may_be_people(scene, noun):
        name = words_of(scene, count, noun)
    if name is None:
        return None
    return Victims(name, count.count, tokens, sort_at(scene, noun))


def _is_rest(scene: Scene, count: CountMention) -> bool:
    """ "Four others": more of those told before."""
    noun = scene.sentence.tokens[count.noun] if count.noun is not None else None
    return noun is not None and noun.lower in ("others", "other", "more") and noun.i == count.last


def _before_complement(scene: Scene, count: CountMention) -> int:
    """The counted noun; the one before it where a complement was read as the noun ("took 30 soldiers hostage")."""
    noun = count.noun if count.noun is not None else count.last
    complement = scene.sentence.tokens[noun].lower in ("hostage", "captive", "prisoner", "aboard")
    return noun - 1 if complement and noun - 1 >= count.last and not count.article else noun


def _is_age(scene: Scene, count: CountMention) -> bool:
    """ "Corporal Nakata, 25, …", "a girl of 12", "(m, 66)": how old somebody is."""
    tokens = scene.sentence.tokens
    if count.noun is not None or count.count.best is None or not 0 < count.count.best < 100 or count.first < 2:
        return False
    before, after = tokens[count.first - 1], tokens[count.last] if count.last < len(tokens) else tokens[-1]
    person = tokens[count.first - 2]
    if before.lower in ("of", "aged"):
        return person.tag == "NN" and sort_at(scene, person.i) != ""
    closed = after.text in (",", ")", ".") and person.tag in ("NN", "NNP", "NNPS")
    return before.text in (",", "(") and closed and (person.pos == "PROPN" or sort_at(scene, person.i) != "")


def _elided(scene: Scene, count: CountMention) -> str | None:
    """The group of a number without a noun: "two from South Africa", "21 were French", "three of them Serbs"."""
    tokens = scene.sentence.tokens
    at = count.last
    while at < len(tokens) and tokens[at].lower in _LINKS:
        at += 1
    if at > count.last + 4:
        return None
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY) if at < len(tokens) else None
    if mention is not None and tokens[at - 1].lower in ("from", "the"):
        return mention.value if len(countries_from(scene, at)) == 1 else None
    head = _head_from(scene, at) if at > count.last else None
    own = group_at(scene, head) if head is not None else None
    if own is None and tokens[at - 1].lower in ("them", "these", "those"):
        return country_before(scene, count.first, back=0)
    return own


def _meant(scene: Scene, count: CountMention) -> str | None:
    them = count.last + 1
    return group_at(scene, them) if count.partitive and them < len(scene.sentence.tokens) else None


def _head_from(scene: Scene, at: int) -> int | None:
    """The noun of the phrase that begins at word `at`."""
    for token in scene.sentence.tokens[at : at + 5]:
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "nmod", "amod"):
            return token.i
        if token.pos not in ("ADJ", "PROPN", "NOUN", "DET"):
            break
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY)
    return mention.last - 1 if mention else None


def nationals_in(scene: Scene) -> Iterator[Victims]:
    """ "An Australian", "a New Zealander": one person by nationality."""
    tokens = scene.sentence.tokens
    for mention in scene.sentence.mentions:
        noun = tokens[mention.last - 1]
        named = (
            mention.kind is MentionKind.COUNTRY
            and noun.tag in ("NN", "NNP", "JJ")
            and noun.dep not in ("compound", "amod", "nmod")
        )
        if named and mention.first > 0 and tokens[mention.first - 1].lower in ("a", "an"):
            yield Victims(mention.value, Count(best=1), tuple(range(mention.first - 1, mention.last)), "soldiers")


def _uncounted(scene: Scene, i: int, *, anyone: bool) -> Iterator[Victims]:
    """One definite person ("the driver", "their interpreter"): number 1; a plural has none."""
    token = scene.sentence.tokens[i]
    person = scene.sentence.mention_at(i, MentionKind.PERSON)
    if person is not None and person.form != "anaphor":
        yield from _ranked(scene, person, anyone=anyone)
    elif token.lower in _PRONOUNS and token.pos in ("PRON", "DET", "NUM"):
        count = None if token.lower in ("they", "them") else Count(best=1)
        yield Victims(None, count, (i,), _PRONOUNS[token.lower])
    elif anyone or sort_at(scene, i) not in ("offices", "spokes"):
        yield from _definite(scene, i)


def is_singular(token: Token) -> bool:
    """Whether a noun is of one, and no word for many."""
    return token.tag in ("NN", "NNP", "JJ") and token.lemma.lower() not in _MASSES and token.entity != "NORP"


def _definite(scene: Scene, i: int) -> Iterator[Victims]:
    token = scene.sentence.tokens[i]
    kids = [scene.sentence.tokens[c] for c in scene.sentence.children_of(i)]
    if any(kid.lower == "no" for kid in kids):
        yield from _denied(scene, i)
        return
    name = group_at(scene, i)
    if name is None or not is_singular(token):
        return
    if any(kid.dep in ("det", "poss", "amod") for kid in kids):
        first, last = scene.sentence.phrase(i)
        yield Victims(name, Count(best=1), tuple(range(first, last)), sort_at(scene, i))


def _denied(scene: Scene, i: int) -> Iterator[Victims]:
    """ "No soldier was hurt, contrary to what was reported": of nobody there is no number."""
    name = group_at(scene, i)
    if name is not None and any(t.lower in CONTRARY for t in scene.sentence.tokens):
        yield Victims(name, None, (i,), sort_at(scene, i))


def _ranked(scene: Scene, person: Mention, *, anyone: bool) -> Iterator[Victims]:
    """A named person: a soldier ("Lance Corporal Ben Okri") is of the country told right before or after, another is
    called by name where the word of harm says by itself that people are meant."""
    sentence = scene.sentence
    first = person.first - 1 if person.first else 0
    if not {sentence.tokens[first].lower.rstrip("."), sentence.tokens[person.first].lower} & _RANKS:
        if anyone:
            yield Victims(person.value, Count(best=1), tuple(range(person.first, person.last)), NAMED)
        return
    near = range(max(0, person.first - 4), min(len(sentence.tokens), person.last + 5))
    countries = (
        m for m in sentence.mentions if m.kind is MentionKind.COUNTRY and m.form != "anaphor" and m.first in near
    )
    country = next((m.value for m in countries if not _is_stop_between(scene, person, m)), None)
    group = country or country_before(scene, person.first) or leading_nation(scene.document)
    yield Victims(group, Count(best=1), tuple(range(first, person.last)), "soldiers")


def _is_stop_between(scene: Scene, person: Mention, country: Mention) -> bool:
    """Whether a verb stands between a name and a country: then the country is of something else."""
    first, last = sorted((person.first, country.first))
    return any(t.pos in ("VERB", "AUX") for t in scene.sentence.tokens[first:last])
