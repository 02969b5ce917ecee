"""Whose soldiers: the nationality told of people, of their unit, of a speaker's own, or of those just spoken of."""

from collections.abc import Iterator

from muster.extract.evidence import Scene
from muster.extract.incident_words import told_in
from muster.gazetteer import operation
from muster.model.annotation import Clause, CountMention, Mention, MentionKind, Sentence

_SOLDIERS = frozenset({"soldiers", "units", "peacekeepers", "observers", "police"})
_HOSTILE = frozenset({"attack", "shelling", "clash", "raid", "obstruction", "abduction", "violation"})
_LOOK_BACK = 1
JOINTS = frozenset({",", "and", "&", "plus", "with", "as", "well"})
_BODIES = frozenset({"units", "soldiers", "missions", "institutions"})
_ALL = frozenset({"all", "both", "each"})
_ALL_OF = frozenset({"of", "them", "from", "the", "were", "being", "citizens", "nationals"})


def nationality(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The country told of these very people: between their number and the noun, else of the noun as a whole."""
    others = [c.first for c in scene.sentence.counts if count is not None and c.noun == noun and c.first > count.first]
    if count is not None and (others or count.last <= noun):
        end = min([*others, noun + 1])
        own = [
            m
            for m in scene.sentence.mentions
            if m.kind is MentionKind.COUNTRY and count.last <= m.first < end and m.form != "anaphor"
        ]
        if own:
            return own[0].value
    told = next((g.country for g in scene.sentence.groups_at(noun) if g.country), None)
    if noun + 2 < len(scene.sentence.tokens) and scene.sentence.tokens[noun + 1].lower == "from":
        several = countries_from(scene, noun + 2)
        if len(several) > 1 and told == several[0].value:
            return None
    return told or _apposed(scene, noun, count) or _from_where(scene, noun) or _nationality_of_unit(scene, noun)


def _from_where(scene: Scene, noun: int) -> str | None:
    """The one country told right behind, whatever the parse hangs it on: "killed nine peacekeepers from Niger"."""
    tokens = scene.sentence.tokens
    at = noun + 2
    if at >= len(tokens) or tokens[noun + 1].lower != "from":
        return None
    found = countries_from(scene, at)
    return found[0].value if len(found) == 1 and found[0].form == "name" else None


def countries_from(scene: Scene, at: int) -> tuple[Mention, ...]:
    """The countries listed from word `at` on: "Austria, Canada, China and Finland"."""
    tokens = scene.sentence.tokens
    found: list[Mention] = []
    while True:
        while at < len(tokens) and (tokens[at].lower == "the" or (found and tokens[at].lower in JOINTS)):
            at += 1
        mention = scene.sentence.mention_at(at, MentionKind.COUNTRY) if at < len(tokens) else None
        if mention is None:
            return tuple(found)
        found.append(mention)
        at = mention.last


def _apposed(scene: Scene, noun: int, count: CountMention | None) -> str | None:
    """The country told right behind: "one soldier, a Malaysian", "three men, all Pakistanis", "two, both from Chad"."""
    tokens = scene.sentence.tokens
    if noun + 3 > len(tokens) or tokens[noun + 1].text not in (",", "(", "—", "–", "-"):
        return None
    one = count is None or count.count.best == 1
    lead = tokens[noun + 2].lower
    if not (lead in _ALL or (one and lead in ("a", "an"))):
        return None
    at = noun + 3
    while at < len(tokens) and tokens[at].lower in _ALL_OF:
        at += 1
    mention = scene.sentence.mention_at(at, MentionKind.COUNTRY) if at < len(tokens) else None
    return mention.value if mention is not None and mention.form != "anaphor" else None


def _nationality_of_unit(scene: Scene, noun: int) -> str | None:
    """The country of the unit they belong to: "members of the Norwegian battalion"."""
    clause = scene.sentence.clause_at(noun)
    heads = [at for word, at in clause.obliques if word in ("of", "from", "with", "in")] if clause else []
    heads += [at for c in _joined(scene, noun) for word, at in c.obliques if word in ("of", "from")]
    units = (m for at in heads for m in scene.sentence.groups_at(at) if m.form in _BODIES)
    of_unit = next((m.country for m in units if m.country), None)
    behind = scene.sentence.mention_at(noun + 1, MentionKind.COUNTRY) if noun + 1 < len(scene.sentence.tokens) else None
    return of_unit or (behind.value if behind is not None and behind.form == "force" else None)


def _joined(scene: Scene, noun: int) -> Iterator[Clause]:
    """The nouns joined to one ("an officer and two soldiers of the army")."""
    for c in scene.sentence.children_of(noun):
        clause = scene.sentence.clause_at(c)
        if scene.sentence.tokens[c].dep == "conj" and clause is not None:
            yield clause


def hosts(scene: Scene) -> tuple[str, ...]:
    """The countries in which the operation of the sentence is."""
    known = operation(scene.focus) if scene.focus else None
    return known.area if known else ()


def country_before(scene: Scene, i: int, *, back: int = _LOOK_BACK) -> str | None:
    """The country of the soldiers spoken of last before word `i`, in its sentence or so many before in the paragraph.

    Those who attack, those at home where the operation is, and a sentence that names two leave it open.
    """
    for index in range(scene.sentence.index, max(-1, scene.sentence.index - 1 - back), -1):
        sentence = scene.document.sentences[index]
        if sentence.segment != scene.sentence.segment:
            return None
        end = i if index == scene.sentence.index else len(sentence.tokens)
        there = Scene(scene.document, sentence)
        told = dict.fromkeys(m.country or m.value for m in _soldiers(there, end))
        if told:
            return next(iter(told)) if len(told) == 1 else None
    return None


def _soldiers(scene: Scene, end: int) -> Iterator[Mention]:
    """The soldiers, units and vehicles of a nationality in a sentence before word `end`, attackers and hosts aside."""
    attackers = {
        i
        for told in told_in(scene)
        if told.type in _HOSTILE and told.clause.passive is False
        for i in told.clause.agents
    }
    attackers |= {i for told in told_in(scene) if told.clause.passive for i in told.clause.agents}
    at_home = hosts(scene)
    for mention in scene.sentence.mentions:
        if mention.last > end or any(mention.covers(i) for i in attackers):
            continue
        country = mention.country or (mention.value if mention.kind is MentionKind.COUNTRY else None)
        if country is None or country in at_home:
            continue
        if (mention.kind is MentionKind.GROUP and mention.form in _SOLDIERS) or (
            mention.kind is MentionKind.COUNTRY and _is_of_their_own(scene.sentence, mention, attackers)
        ):
            yield mention


def _is_of_their_own(sentence: Sentence, mention: Mention, attackers: set[int]) -> bool:
    """Whether a nationality is that of people alone ("a Dane") or of a unit or vehicle ("a Zambian vehicle")."""
    head = sentence.tokens[mention.last - 1].head
    if mention.form == "demonym":
        return True
    lemma = sentence.tokens[head].lemma.lower()
    return mention.form == "adjective" and head not in attackers and lemma in _THINGS


_THINGS = frozenset(
    (
        "vehicle truck lorry car jeep convoy patrol helicopter aircraft plane battalion company camp barracks "
        "post position base checkpoint contingent unit bus apc carrier platoon ambulance section tanker "
        "flight boat"
    ).split()
)
