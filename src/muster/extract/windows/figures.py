"""Figures over windows: a number of people beside a country (its contingent) or an operation (its strength)."""

from collections.abc import Iterator

from muster.extract.windows.chunks import Sort
from muster.extract.windows.owners import country_of, is_elsewhere, operation_of
from muster.extract.windows.telling import certain_operation, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import adjective_frame, verb_frame
from muster.model.annotation import CountMention, MentionKind
from muster.model.claim import Claim, Contingent, Status, Strength
from muster.model.explanation import Refusal

_PEOPLE = frozenset({"soldiers", "peacekeepers", "police", "observers", "staff"})
_COMPONENTS = {"police": "police", "observers": "observers", "staff": "civilians"}
_SAID = {"police": "police", "observer": "observers", "civilian": "civilians", "troop": "troops"}
_TROOPS = frozenset("soldier troop troops marine infantryman trooper paratrooper".split())
# Nouns that do not say whether soldiers or police are meant.
_UNCLASSED = frozenset({"officer", "member"})
_CEILINGS = frozenset("ceiling authorised authorized authorise authorize maximum mandated cap limit".split())
_FEWEST = 2
_UNCERTAIN = "it is not certain which operation is meant"


def find_figures(window: Window) -> Iterator[Claim | Refusal]:
    """How many a country or the operation has, as the sentence tells it."""
    for k in window.all(Sort.NOUN):
        count = window.count(k)
        if count is not None and _counts_people(window, k, count) and not _belongs_elsewhere(window, k):
            yield from _figure(window, k, count)


def _figure(window: Window, k: int, count: CountMention) -> Iterator[Claim | Refusal]:
    component = _component(window, count)
    owner = country_of(window, k, count)
    if owner is not None:
        country, at, rule = owner
        operation = certain_operation(window)
        if operation is None:
            yield refused(window, (k, at), f"contingent: {rule}", _UNCERTAIN)
        else:
            fact = Contingent(country=country, count=count.count, component=component)
            yield told(window, fact, f"contingent: {rule}", (k, at), operation, _status(window, k))
        return
    force = operation_of(window, k, count)
    if force is not None:
        operation, at, rule = force
        if operation != certain_operation(window):
            yield refused(window, (k, at), f"strength: {rule}", _UNCERTAIN)
            return
        component = component or _component_named(window, at)
        strength = Strength(count=count.count, component=component)
        yield told(window, strength, f"strength: {rule}", (k, at), operation, _status(window, k))


def _counts_people(window: Window, k: int, count: CountMention) -> bool:
    """Whether the number is of people in service, or of nothing named, so that its neighbours must tell."""
    if count.article or count.partitive or not _is_number(count):
        return False
    if count.noun is None:
        return window.chunks[k].last - 1 == count.last - 1
    if _are_people(window, count.noun):
        return window.tokens[count.noun].lemma.lower() not in _UNCLASSED
    return any(m.form == "demonym" for m in window.scene.sentence.mentions_at(count.noun, MentionKind.COUNTRY))


def _is_number(count: CountMention) -> bool:
    return count.count.best is not None and count.count.best >= _FEWEST


def _component(window: Window, count: CountMention) -> str | None:
    """What the noun of the number says, else the one thing that all numbers of the sentence count."""
    if count.noun is not None:
        return _component_of(window, count.noun)
    counts = window.scene.sentence.counts
    told = {_component_of(window, c.noun) for c in counts if c.noun is not None and _are_people(window, c.noun)}
    return told.pop() if len(told) == 1 else None


def _component_named(window: Window, at: int) -> str | None:
    """ "The police component numbers 63": what the owner itself says."""
    words = window.lowers(at)
    return next((component for word, component in _SAID.items() if word in words), None)


def _component_of(window: Window, noun: int) -> str | None:
    forms = {g.form for g in window.scene.sentence.groups_at(noun)}
    found = next((component for form, component in _COMPONENTS.items() if form in forms), None)
    return found or ("troops" if window.tokens[noun].lemma.lower() in _TROOPS else None)


def _are_people(window: Window, noun: int) -> bool:
    return any(g.form in _PEOPLE for g in window.scene.sentence.groups_at(noun))


def _belongs_elsewhere(window: Window, k: int) -> bool:
    """Whether a word of harm or movement stands with the number: then it is no figure of who is there."""
    first, last = window.stretch(k)
    for j in range(first, last):
        if window.is_sort(j, Sort.VERB) and is_elsewhere(window, j, k):
            return True
    return any(adjective_frame(window, t.i, "casualty") is not None for t in window.words(k))


def _status(window: Window, k: int) -> Status:
    first, last = window.stretch(k)
    words = {t.lower for j in range(first, last) for t in window.words(j)}
    if words & _CEILINGS:
        return Status.AUTHORISED
    verbs = [j for j in range(first, last) if window.is_sort(j, Sort.VERB)]
    frames = [(j, verb_frame(window, j, "strength")) for j in verbs]
    own = next((j for j, frame in frames if frame is not None), None)
    said = next((frame.get("status") for _, frame in frames if frame is not None and frame.get("status")), "")
    return Status(said) if said else status_at(window, own) if own is not None else Status.ACTUAL
