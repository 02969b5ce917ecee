"""Whose number it is: an operation's (a strength) or a country's in an operation (a contingent)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muster.extract.evidence import Scene
from muster.extract.strength_heads import component_in
from muster.gazetteer import operation
from muster.model.annotation import Clause, Mention, MentionKind
from muster.model.claim import Status

_FORCES = frozenset({"units", "missions", "soldiers", "peacekeepers", "police", "observers", "staff", "institutions"})
# Nouns that name a number of somebody's people.
LEVELS = frozenset(
    "strength size establishment number total level figure ceiling roof cap limit maximum complement manpower presence "
    "contribution deployment headcount requirement tally troops increase reduction expansion rise cut".split()
)
CEILINGS = frozenset({"ceiling", "roof", "cap", "limit", "maximum"})
# The strength of what nobody names is the operation's in focus; a number or total may be anything's.
_OWNERLESS = frozenset({"strength", "ceiling", "roof", "cap", "establishment", "complement"})
_ALLOWED = frozenset("authorised authorized mandated maximum approved permitted allowed sanctioned".split())
_MEANT = frozenset(
    "planned projected envisaged target intended proposed eventual full expected promised pledged".split()
)
_ASKED = frozenset({"required", "requested"})
# Units too small or too much somebody's own to be an operation's strength.
SMALL_UNITS = frozenset(
    "platoon company battalion squad squadron patrol section brigade regiment battery convoy unit team "
    "detachment reserve "
    "division battlegroup column hospital garrison party crew garrison flotilla".split()
)
_OTHERS = frozenset(
    "rebel government police air naval task security armed defence defense reaction special other strike "
    "reserve".split()
)
_CONTRIBUTED = frozenset(
    "contingent contribution commitment presence deployment participation share battalion component".split()
)
_LOST = frozenset(
    "killed dead wounded injured lost missing casualties deaths victims captured held hurt fatalities".split()
)
_RELATIVES = frozenset({"which", "who", "that"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the number: an operation or a country, at word `at`; a component if it names one.

    `status` is what a level noun says of the number: a ceiling is authorised, a requirement requested.
    """

    at: int
    operation: str | None = None
    country: str | None = None
    component: str | None = None
    status: Status = Status.ACTUAL
    level: bool = False


def is_operation(scene: Scene, value: str) -> bool:
    """Whether a mention's value is an operation's slug."""
    return value in scene.document.focus or operation(value) is not None


def owners_at(scene: Scene, i: int, depth: int = 0) -> tuple[Owner, ...]:
    """Whose forces the noun at `i` names; none if nobody's or somebody's that is no operation and no country."""
    return _of_component(scene, i) or _of_noun(scene, i, depth) or _of_name(scene, i)


def _of_component(scene: Scene, i: int) -> tuple[Owner, ...]:
    """ "The police component": the operation's in focus, unless a country's name stands with it."""
    component = _component(scene, i)
    named = any(m.kind is MentionKind.COUNTRY and m.form != "anaphor" for m in _inside(scene, i))
    if component is None or named or scene.focus is None:
        return ()
    return (Owner(i, operation=scene.focus, component=component or None),)


def _of_noun(scene: Scene, i: int, depth: int) -> tuple[Owner, ...]:
    """What relative pronouns, contributions, operations and levels lead to."""
    token = scene.sentence.tokens[i]
    if token.lower in _RELATIVES and depth < 3:
        return tuple(owner for at in _antecedents(scene, i) for owner in owners_at(scene, at, depth + 1))[:1]
    if token.lemma.lower() in _CONTRIBUTED and (contributor := _contributor(scene, i)) is not None:
        return (Owner(i, country=contributor, level=True),)
    mention = scene.sentence.mention_at(i, MentionKind.OPERATION)
    if mention is not None:
        return (Owner(i, operation=mention.value, component=_service(scene, mention)),)
    if token.lemma.lower() in LEVELS and depth < 3:
        return _level_owner(scene, i, depth)
    return ()


def _of_name(scene: Scene, i: int) -> tuple[Owner, ...]:
    """Whose forces or whose name the noun at `i` is."""
    if scene.sentence.tokens[i].lemma.lower() in LEVELS:
        return ()
    apposed = _apposed(scene, i)
    if apposed is not None:
        return (Owner(i, operation=apposed),)
    groups = [g for g in scene.sentence.groups_at(i) if g.form in _FORCES]
    found = tuple(owner for group in groups if (owner := _of_group(scene, i, group)) is not None)
    if found:
        return found
    country = scene.sentence.mention_at(i, MentionKind.COUNTRY)
    if country is not None and (country.form != "adjective" or _is_people(scene, i)):
        return (Owner(i, country=country.value),)
    return ()


def _is_people(scene: Scene, i: int) -> bool:
    """Whether an adjective of nationality stands for its people: "the Dutch have 600"."""
    token = scene.sentence.tokens[i]
    before = scene.sentence.tokens[i - 1].lower if i else ""
    return before == "the" and token.dep in ("nsubj", "nsubjpass", "conj", "pobj", "agent")


def has_unit_between(scene: Scene, first: int, last: int) -> bool:
    """Whether a unit smaller than a force stands between two words: "has a company of 130"."""
    return any(t.lemma.lower() in SMALL_UNITS for t in scene.sentence.tokens[first:last])


def _apposed(scene: Scene, i: int) -> str | None:
    """The operation named behind a noun that describes it: "the training mission, EUTM Mali"."""
    if not any(g.form == "missions" for g in scene.sentence.groups_at(i)):
        return None
    for c in scene.sentence.children_of(i):
        if (
            scene.sentence.tokens[c].dep == "appos"
            and (named := scene.sentence.mention_at(c, MentionKind.OPERATION)) is not None
        ):
            return named.value
    return None


def _contributor(scene: Scene, i: int) -> str | None:
    """The country whose contingent or contribution the noun at `i` is."""
    for at in _possessors(scene, i):
        word = scene.sentence.tokens[at].lower
        if word == "whose":
            return next(
                (own.country for j in _antecedents(scene, at) for own in owners_at(scene, j) if own.country), None
            )
        if word == "country" and scene.sentence.tokens[at].dep == "poss":
            return next(
                (m.value for m in scene.sentence.mentions if m.kind is MentionKind.COUNTRY and m.last <= at), None
            )
        named = scene.sentence.mention_at(at, MentionKind.COUNTRY)
        if named is not None and not (scene.sentence.tokens[at].dep == "pobj" and _preposition(scene, at) != "of"):
            return named.value
        country = next((g.country for g in scene.sentence.groups_at(at) if g.country), None)
        if country is not None and scene.sentence.tokens[at].dep == "poss":
            return country
    return _written_before(scene, i)


def _written_before(scene: Scene, i: int) -> str | None:
    """The country of "its KFOR contingent" where the parse ties "its" to the operation's name."""
    for at in (i - 2, i - 3):
        between = at + 1 < i and scene.sentence.mention_at(i - 1, MentionKind.OPERATION) is not None
        if at >= 0 and between and scene.sentence.tokens[at].tag in ("PRP$", "POS"):
            owner = at if scene.sentence.tokens[at].tag == "PRP$" else at - 1
            return next((m.value for m in scene.sentence.mentions_at(owner, MentionKind.COUNTRY)), None)
    return None


def _preposition(scene: Scene, at: int) -> str:
    return scene.sentence.tokens[scene.sentence.tokens[at].head].lower


def _of_group(scene: Scene, i: int, group: Mention) -> Owner | None:
    if group.country is not None:
        return Owner(i, country=group.country)
    if group.form == "units" and scene.sentence.tokens[i].lemma.lower() in SMALL_UNITS:
        return None
    if is_operation(scene, group.value):
        words = frozenset(t.lower for t in scene.sentence.tokens[group.first : group.last])
        component = component_in(words, scene.sentence.tokens[i].lemma.lower())
        return Owner(i, operation=group.value, component=component)
    if (
        group.form == "missions"
        and scene.focus is not None
        and scene.sentence.tokens[group.first].lower in ("the", "this", "its", "that")
    ):
        modifiers = {t.lower for t in scene.sentence.tokens[group.first : i]}
        return None if modifiers & _OTHERS else Owner(i, operation=scene.focus)
    return None


def _level_owner(scene: Scene, i: int, depth: int) -> tuple[Owner, ...]:
    """ "Its strength", "the ceiling of the mission", "KFOR troop levels": the possessor's, with the noun's status."""
    token = scene.sentence.tokens[i]
    status = level_status(scene, i)
    if _LOST & {scene.sentence.tokens[j].lower for j in scene.sentence.subtree(i)}:
        return ()
    found = next((own for at in _possessors(scene, i) for own in owners_at(scene, at, depth + 1)), None)
    component = _people(scene, i)
    if found is not None:
        return (replace(found, status=status, level=True, component=found.component or component),)
    lemma = token.lemma.lower()
    troops = any(
        scene.sentence.tokens[c].lemma in ("troop", "force", "personnel") for c in scene.sentence.children_of(i)
    )
    if scene.focus is not None and (lemma in _OWNERLESS or status is Status.AUTHORISED or troops):
        return (Owner(i, operation=scene.focus, status=status, level=True, component=component),)
    return ()


def _people(scene: Scene, i: int) -> str | None:
    """The component whose level a noun is: "troop ceiling", "the number of Danish troops"."""
    near = [scene.sentence.tokens[at] for at in _possessors(scene, i)]
    found = [component_in(frozenset({t.lower}), t.lemma.lower()) for t in near]
    return next((name for name in found if name is not None), None)


def level_status(scene: Scene, i: int) -> Status:
    """What a level noun and its adjectives say of its number."""
    lemma = scene.sentence.tokens[i].lemma.lower()
    first, _ = scene.sentence.phrase(i)
    words = {t.lower for t in scene.sentence.tokens[first:i]}
    if lemma in CEILINGS or words & _ALLOWED or words & CEILINGS:
        return Status.AUTHORISED
    if lemma == "requirement" or words & _ASKED:
        return Status.REQUESTED
    return Status.PLANNED if words & _MEANT else Status.ACTUAL


def _possessors(scene: Scene, i: int) -> Iterator[int]:
    """The words that say whose a level is: possessor, modifier, "of" and "for" phrase."""
    tokens = scene.sentence.tokens
    for c in scene.sentence.children_of(i):
        if tokens[c].dep in ("poss", "compound", "nmod", "amod") and c < i:
            yield c
        elif tokens[c].dep == "prep" and tokens[c].lower in ("of", "for", "in"):
            yield from (d for d in scene.sentence.children_of(c) if tokens[d].dep == "pobj")


def _component(scene: Scene, i: int) -> str | None:
    """The component that "police component", "military element" name; "" for the military one, None for none."""
    if scene.sentence.tokens[i].lemma.lower() not in ("component", "element", "pillar", "wing"):
        return None
    first, _ = scene.sentence.phrase(i)
    words = {t.lower for t in scene.sentence.tokens[first:i]}
    if "police" in words:
        return "police"
    if "observer" in words:
        return "observers"
    if words & {"military", "force", "troop"}:
        return ""
    return "civilians" if "civilian" in words else None


def _service(scene: Scene, mention: Mention) -> str | None:
    """The component that an operation's name goes with: "UNMIK police", "IPTF"."""
    words = frozenset(t.lower for t in scene.sentence.tokens[mention.first : mention.last + 1])
    return "police" if words & {"police", "iptf", "civpol"} else None


def _inside(scene: Scene, i: int) -> list[Mention]:
    first, last = scene.sentence.phrase(i)
    return [m for m in scene.sentence.mentions if first <= m.first and m.last <= last]


def _antecedents(scene: Scene, i: int) -> Iterator[int]:
    """The nouns a relative pronoun may stand for: the nearest before it first, past a comma and a parenthesis."""
    at = i - 1
    while at >= 0 and scene.sentence.tokens[at].pos in ("PUNCT", "ADP") and at > i - 3:
        at -= 1
    if at >= 0 and scene.sentence.tokens[i].lower in _RELATIVES | {"whose"}:
        yield at
        mention = scene.sentence.mention_at(at)
        if mention is not None and mention.first:
            yield from (
                j
                for j in range(mention.first - 1, max(-1, mention.first - 4), -1)
                if scene.sentence.tokens[j].pos == "NOUN"
            )


def clause_above(scene: Scene, at: int) -> Clause | None:
    """The nearest verb's clause above a word."""
    for i in (at, *scene.sentence.ancestors(at)):
        if scene.sentence.tokens[i].pos in ("VERB", "AUX"):
            return scene.sentence.clause_at(i)
    return None
