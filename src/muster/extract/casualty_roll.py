"""Rolls of the victims: "the dead were a Finn and two Danes", "the victims included …", "all seven came from Togo"."""

from collections.abc import Iterator

from muster.extract.casualty_frames import is_harm_word, outcome_of
from muster.extract.casualty_nationality import JOINTS, countries_from
from muster.extract.casualty_victims import Victims, counted, nationals_in
from muster.extract.evidence import Scene
from muster.model.annotation import Mention, MentionKind
from muster.model.count import Count

_VICTIMS = frozenset({"victims", "fatalities", "casualties", "bodies"})
# Words of state that are said of other things too ("the rebel-held side").
_HELD = frozenset({"held", "free", "released", "hostage", "captive", "prisoner", "hurt"})
_LISTING = frozenset({"be", "include", "comprise", "come", "hail"})
_LEADS = frozenset({"the", "those", "these", "all", "other", "of"})
_REACH = 7


def rolls_in(scene: Scene, outcome: str | None, told: int) -> Iterator[tuple[str, int, Victims]]:
    """What befell each of the people a sentence lists as the victims, with the word for the victims (its position).

    `outcome` and `told` are the harm spoken of last and how many it befell, for a list that says neither.
    """
    for token in scene.sentence.tokens:
        named = token.lower in _VICTIMS
        if not (named or is_harm_word(token)) or token.lower in _HELD or not _is_led(scene, token.i):
            continue
        verb = _listing(scene, token.i)
        if verb is None:
            continue
        befell = (outcome or "killed") if named else outcome_of(token)
        number = _number(scene, token.i) or told
        yield from ((befell, token.i, who) for who in _listed(scene, verb + 1, number))


def _is_led(scene: Scene, i: int) -> bool:
    """Whether the word stands for the victims themselves: "the dead", "the four killed", "six of the dead"."""
    before = scene.sentence.tokens[max(0, i - 4) : i]
    return any(t.lower in _LEADS or t.pos == "NUM" for t in before)


def _listing(scene: Scene, i: int) -> int | None:
    """The verb after the victims that lists them."""
    for token in scene.sentence.tokens[i + 1 : i + 1 + _REACH]:
        if token.lemma in _LISTING and token.pos in ("VERB", "AUX"):
            return token.i
        if token.pos == "VERB" or token.text in (";", ".", ":"):
            return None
    return None


def _number(scene: Scene, i: int) -> int | None:
    """How many victims the words before say that there are."""
    near = (c for c in scene.sentence.counts if i - 5 <= c.first < i and not c.article)
    return next((c.count.best for c in near), None)


def _listed(scene: Scene, first: int, number: int) -> Iterator[Victims]:
    """The people named from word `first` on, up to the next finite verb."""
    tokens = scene.sentence.tokens
    ends = (t.i for t in tokens[first:] if t.text in (";", ":") or (t.tag in ("VBD", "VBZ", "VBP") and t.pos == "VERB"))
    zone = range(first, next(ends, len(tokens)))
    countries = [m for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.first in zone]
    people = [who for who in _people(scene, zone) if who.group is not None]
    taken = {i for who in people for i in who.tokens}
    yield from people
    yield from _of_countries(scene, [m for m in countries if m.first not in taken], first, number, bool(people))


def _people(scene: Scene, zone: range) -> Iterator[Victims]:
    """Those with a number, an article or a name."""
    for count in scene.sentence.counts:
        if count.first in zone and (who := counted(scene, count, anyone=False)) is not None:
            yield who
    counted_at = {c.first for c in scene.sentence.counts}
    yield from (who for who in nationals_in(scene) if who.tokens[0] in zone and who.tokens[0] not in counted_at)
    for mention in scene.sentence.mentions:
        country = _of(scene, mention.last) if mention.kind is MentionKind.PERSON and mention.first in zone else None
        if country is not None and mention.form == "name":
            yield Victims(country.value, Count(best=1), tuple(range(mention.first, country.last)), "named")


def _of(scene: Scene, at: int) -> Mention | None:
    """The country in "of Poland" at word `at`."""
    tokens = scene.sentence.tokens
    if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "from"):
        return None
    return scene.sentence.mention_at(at + 1, MentionKind.COUNTRY)


def _of_countries(scene: Scene, countries: list[Mention], first: int, number: int, others: bool) -> Iterator[Victims]:
    """As many victims as countries are one of each; of one country alone are all of them."""
    tokens = scene.sentence.tokens
    if not countries or countries[0].first > first + 3:
        return
    if any(t.lower not in JOINTS | {"from", "the"} for t in tokens[first : countries[0].first]):
        return
    if len(countries) == 1 or others:
        yield Victims(countries[0].value, Count(best=number), _words(countries[0]))
    elif len(countries) == number:
        yield from (Victims(each.value, Count(best=1), _words(each)) for each in countries)


def _words(mention: Mention) -> tuple[int, ...]:
    return tuple(range(mention.first, mention.last))


def one_of_each(scene: Scene, who: Victims) -> tuple[Victims, ...]:
    """ "Four observers from Austria, Canada, China and Finland": one of each, besides the four; else empty."""
    tokens, number = scene.sentence.tokens, who.count.best if who.count is not None else None
    at = who.tokens[-1] + 1
    if number is None or number < 2 or at >= len(tokens) or tokens[at].lower != "from":
        return ()
    found = countries_from(scene, at + 1)
    return tuple(Victims(m.value, Count(best=1), _words(m)) for m in found) if len(found) == number else ()
