"""Running totals: "the toll has risen to 14", "bringing to five the number of those injured"."""

from collections.abc import Iterator
from dataclasses import dataclass

from muster.extract.casualty_frames import is_harm_word, outcome_of
from muster.extract.casualty_groups import group_at
from muster.extract.casualty_harm import own_people
from muster.extract.evidence import Scene
from muster.model.annotation import Clause, CountMention
from muster.model.count import Count

_TOLLS = frozenset({"toll", "number", "tally", "count", "figure", "total", "fatality", "death"})
# Words for the victims themselves, of which a number is said after a word of reaching ("put the dead at five").
_VICTIMS = frozenset({"dead", "killed", "wounded", "injured", "missing", "losses", "loss"})
_REACHING = frozenset(
    "at to exceed exceeded exceeds number numbered totalled total reached reach above over : passed topped".split()
)
_OWNERS = frozenset({"the", "its", "their", "own", "our", "his", "of", "'s", "'"})
_LEADS = frozenset(
    (
        "to at of now is was are were reached stands stood : past above than be rose climbed exceeded exceeds "
        "topped passed"
    ).split()
)
# What a number stands behind that a toll was given as at one time or another.
_GIVEN = frozenset({"as", "at", "from", "to"})
# "The two figures" are figures, no toll of two.
_PLURAL = frozenset({"figure", "number", "count", "tally", "total", "toll"})
_REACH = 14


@dataclass(frozen=True, slots=True)
class Toll:
    """A running total of victims; `dated` if the sentence itself tells a time."""

    outcome: str
    group: str
    count: Count
    clause: Clause
    tokens: tuple[int, ...]
    dated: bool


def tolls_in(scene: Scene, group: str | None, outcome: str | None, *, here: bool) -> Iterator[Toll]:
    """The running totals of a sentence; `group` and `outcome` are what was told last, for a bare "its count";
    `here`: they were told in this very sentence, so that "bringing the total to 9" is of them too."""
    for token in scene.sentence.tokens:
        if token.lower in _VICTIMS and _stands_alone(scene, token.i):
            counts = [_reached(scene, token.i)]
        elif token.lemma.lower() in _TOLLS and token.pos in ("NOUN", "PROPN"):
            counts = [*_stages(scene, token.i)] or [_figure(scene, token.i)]
        else:
            continue
        said = _outcome(scene, token.i, outcome, here=here)
        listed = token.lemma.lower() in ("fatality", "death")
        clause = _clause(scene, token.i)
        name = _group(scene, token.i) or (group if token.lower not in _VICTIMS else None) or "people"
        for count in counts:
            if count is None or said is None or (listed and not _is_listed(scene, token.i, count)):
                continue
            tokens = (token.i, count.first, count.last - 1)
            yield Toll(said, name, count.count, clause, tokens, bool(scene.sentence.times))


def _stands_alone(scene: Scene, victims: int) -> bool:
    """ "The dead", "its wounded": not "the dead attackers", who are counted as attackers."""
    tokens = scene.sentence.tokens
    owned = victims > 0 and tokens[victims - 1].lower in _OWNERS
    return owned and not (victims + 1 < len(tokens) and tokens[victims + 1].pos in ("NOUN", "PROPN"))


def _stages(scene: Scene, toll: int) -> Iterator[CountMention]:
    """The numbers a toll was given as, one after the other: "first put at 25, then at 30, later established at 93"."""
    tokens = scene.sentence.tokens
    end = next((t.i for t in tokens[toll:] if t.text in (";", ".")), len(tokens))
    found = [
        c
        for c in scene.sentence.counts
        if toll < c.first < end and c.noun is None and not c.article and tokens[c.first - 1].lower in _GIVEN
    ]
    yield from found if len(found) > 1 else ()


def _is_listed(scene: Scene, noun: int, count: CountMention) -> bool:
    """ "Fatalities: 87", "deaths now at 14": the number stands right behind the noun."""
    between = [t.lower for t in scene.sentence.tokens[noun + 1 : count.first]]
    return (
        count.first > noun
        and len(between) <= 3
        and count.noun is None
        and bool({":", "at", "now", "to"}.intersection(between))
    )


def _figure(scene: Scene, toll: int) -> CountMention | None:
    """The number that a toll stands at: led by "to", "at", "now", and of no other thing."""
    tokens = scene.sentence.tokens
    several = tokens[toll].tag == "NNS" and tokens[toll].lemma.lower() in _PLURAL
    found = [
        c
        for c in scene.sentence.counts
        if c.noun in ((None,) if several else (None, toll)) and not c.article and abs(c.first - toll) <= _REACH
        and (c.noun == toll or c.first == 0 or tokens[c.first - 1].lower in _LEADS or tokens[c.first - 1].i == toll)
    ]  # fmt: skip
    return min(found, key=lambda c: abs(c.first - toll)) if found else None


def _reached(scene: Scene, victims: int) -> CountMention | None:
    """The number that victims come to: the next one, right after a word of reaching, of people or of nothing told."""
    tokens = scene.sentence.tokens
    after = (c for c in scene.sentence.counts if victims < c.first <= victims + _REACH and not c.article)
    count = next(after, None)
    if count is None or tokens[count.first - 1].lower not in _REACHING:
        return None
    return count if count.noun is None or group_at(scene, count.noun, count) is not None else None


def _outcome(scene: Scene, toll: int, told: str | None, *, here: bool) -> str | None:
    tokens = scene.sentence.tokens
    if tokens[toll].lower in _VICTIMS:
        return outcome_of(tokens[toll])
    near = [
        t
        for t in tokens[max(0, toll - 2) : toll + 9]
        if is_harm_word(t) or t.lemma.lower() in ("death", "fatality", "lose", "injury", "victim")
    ]
    if near:
        return outcome_of(near[0])
    if tokens[toll].lemma.lower() == "toll":
        return "killed"
    own = any(tokens[c].lower in ("its", "their", "the") for c in scene.sentence.children_of(toll))
    return (
        told
        if own and tokens[toll].lemma.lower() in ("count", "tally", "figure", *(("total", "number") if here else ()))
        else None
    )


def _group(scene: Scene, toll: int) -> str | None:
    nominal = scene.sentence.clause_at(toll)
    if scene.sentence.tokens[toll].lower in ("losses", "loss"):
        owners = (*(nominal.agents if nominal else ()), *(nominal.patients if nominal else ()))
        whose = next((name for i in owners for name in own_people(scene, i)), None)
        if whose is not None:
            return whose
    for i in [at for word, at in nominal.obliques if word in ("of", "among", "for")] if nominal else ():
        name = group_at(scene, i)
        if name is not None:
            return None if scene.sentence.tokens[i].lemma.lower() == "victim" else name
    return None


def _clause(scene: Scene, toll: int) -> Clause:
    for at in scene.sentence.ancestors(toll):
        clause = scene.sentence.clause_at(at)
        if clause is not None and not clause.nominal:
            return clause
    return scene.sentence.clause_at(toll) or Clause(predicate=toll, lemma="", particle=None)
