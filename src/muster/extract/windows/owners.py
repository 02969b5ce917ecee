"""Whose a number of people is: what stands right before or after it, or across a verb of having."""

from muster.extract.windows.chunks import Sort
from muster.extract.windows.telling import certain_operation
from muster.extract.windows.window import Window
from muster.extract.windows.words import verb_frame
from muster.model.annotation import CountMention, Mention, MentionKind

Owner = tuple[str, int, str]
"""The country or operation, the chunk that names it, and how the two stand to each other."""

_BESIDE = frozenset({",", "(", ":", "–", "-", "—", "with"})
_OPENING = frozenset({"DT", "RB", "IN", "JJR"})
_REACHING = frozenset({"of", "at", "to"})
_STRENGTH = frozenset("strength size total establishment ceiling level manpower complement component".split())
_OF_COUNTRY = frozenset({"country", "both", ""})
_OF_OPERATION = frozenset({"operation", "both", ""})
_FORCE_FORMS = frozenset({"missions"})


def is_elsewhere(window: Window, j: int, k: int) -> bool:
    """Whether the verb at `j` is one of harm, or of movement that takes the number at `k` along."""
    harm = verb_frame(window, j, "casualty")
    if harm is not None and (harm.get("people") == "any" or k in window.done_to(j) or k in window.subject(j)):
        return True
    move = verb_frame(window, j, "movement")
    if move is None or verb_frame(window, j, "strength") is not None:
        return False
    return k in window.done_to(j) or k in window.subject(j)


def country_of(window: Window, k: int, count: CountMention) -> Owner | None:
    """The country whose people the number counts."""
    inside = _nationality(window, k, count)
    if inside is not None:
        return inside, k, "nationality"
    after = _from_after(window, k)
    if after is not None:
        return after
    before = _name_before(window, k, count)
    opened = window.tokens[window.chunks[k].first]
    bare = opened.i >= count.first - 1 and (opened.i >= count.first or opened.tag in _OPENING)
    return before or (_across_verb(window, k) if bare and not _stays_in_country(window, k) else None)


def _stays_in_country(window: Window, k: int) -> bool:
    """ "Has 28,500 troops in South Korea": an army abroad, which may have nothing to do with any operation."""
    inside = window.is_sort(k + 1, Sort.PREPOSITION) and window.word(k + 1) in ("in", "inside", "within")
    return inside and country_named(window, k + 2) is not None


def _nationality(window: Window, k: int, count: CountMention) -> str | None:
    """ "780 Turkish soldiers", "11 Italians": one nationality between the number and its noun."""
    if count.noun is None:
        return None
    found = {
        m.value
        for m in window.scene.sentence.mentions
        if m.kind is MentionKind.COUNTRY and m.form in ("adjective", "demonym") and count.last <= m.first <= count.noun
    }
    return found.pop() if len(found) == 1 else None


def _from_after(window: Window, k: int) -> Owner | None:
    """ "1,200 (soldiers) from Ghana"."""
    if not (window.is_sort(k + 1, Sort.PREPOSITION) and window.word(k + 1) == "from"):
        return None
    country = country_named(window, k + 2)
    return (country.value, k + 2, "from") if country is not None else None


def _name_before(window: Window, k: int, count: CountMention) -> Owner | None:
    """ "Hungary 16", "Finland's 255", "Guinea (600)", "Kenya, 350", "Togo: 140"."""
    chunk = window.chunks[k]
    own = [
        m
        for m in window.scene.sentence.mentions
        if m.kind is MentionKind.COUNTRY and m.form == "name" and chunk.first <= m.first and m.last <= count.first
    ]
    if own and all(window.tokens[i].tag in ("POS",) or i < own[-1].last for i in range(chunk.first, count.first)):
        return own[-1].value, k, "beside"
    marked = window.word(k - 1) in _BESIDE
    if marked and chunk.first == count.first:
        country = country_named(window, k - 2)
        if country is not None and _ends_entry(window, k):
            return country.value, k - 2, "beside"
    return None


def _ends_entry(window: Window, k: int) -> bool:
    """Whether nothing but the end of the entry follows the number, so that it is no year or other count."""
    return k + 1 >= len(window.chunks) or window.is_sort(k + 1, Sort.COMMA, Sort.CUT, Sort.CONJUNCTION)


def _across_verb(window: Window, k: int) -> Owner | None:
    """ "Ghana has 850 troops there", "Nepal contributes 300"."""
    for j in range(k - 1, max(-1, k - 5), -1):
        if window.is_sort(j, Sort.CUT, Sort.RELATIVE):
            return None
        if window.is_sort(j, Sort.VERB):
            frame = verb_frame(window, j, "strength")
            if (
                frame is None
                or frame.get("of") not in _OF_COUNTRY
                or window.is_passive(j)
                or k not in _reached(window, j)
            ):
                return None
            owners = [(c, n) for n in window.subject(j) if (c := country_acting(window, n)) is not None]
            return (owners[0][0].value, owners[0][1], "has") if len(owners) == 1 else None
    return None


def _reached(window: Window, j: int) -> tuple[int, ...]:
    """The object of a verb, and what stands after "at", "to" or "of"."""
    return (*window.object(j), *window.governed(j, "at", "to", "of", "with"), *window.governed(j, "from", reach=4))


def country_named(window: Window, n: int) -> Mention | None:
    """The country that a noun chunk is the name of."""
    if not window.is_sort(n, Sort.NOUN):
        return None
    at = window.chunks[n].head
    found = window.scene.sentence.mentions_at(at, MentionKind.COUNTRY)
    return next((m for m in found if m.form in ("name", "demonym") and m.last - 1 == at), None)


def country_acting(window: Window, n: int) -> Mention | None:
    """A country as owner: by its name, its people, its forces or its contingent."""
    country = country_named(window, n)
    if country is not None or not window.is_sort(n, Sort.NOUN):
        return country
    groups = [g for g in window.scene.sentence.groups_at(window.chunks[n].head) if g.country and g.form != "anaphor"]
    return groups[0] if len(groups) == 1 and window.head(n).tag != "PRP" else None


def operation_of(window: Window, k: int, count: CountMention) -> Owner | None:
    """The operation whose strength the number is."""
    if _other_country(window, k):
        return None
    label = k - 2
    if window.word(k - 1) == ":" and window.is_sort(label, Sort.NOUN) and _is_level(window, label):
        return _of_level(window, label)
    for j in range(k - 1, max(-1, k - 6), -1):
        if window.is_sort(j, Sort.CUT, Sort.RELATIVE):
            break
        if window.is_sort(j, Sort.VERB):
            return _strength_across(window, j, k)
        if window.is_sort(j, Sort.NOUN) and _is_level(window, j) and window.word(k - 1) in _REACHING:
            return _of_level(window, j)
    return _in_operation(window, k)


def _is_level(window: Window, j: int) -> bool:
    """ "Strength", "ceiling", "the police component": a noun whose number is the operation's."""
    return window.head(j).lemma.lower() in _STRENGTH


def _of_level(window: Window, j: int) -> Owner | None:
    found = operation_named(window, j) or operation_named(window, j + 2) or window.scene.focus
    return (found, j, "strength") if found else None


def _strength_across(window: Window, j: int, k: int) -> Owner | None:
    """ "UNIFIL has 10,000 troops", "the mission numbers 300", "its strength stood at 900"."""
    frame = verb_frame(window, j, "strength")
    if frame is None or frame.get("of") not in _OF_OPERATION or k not in _reached(window, j):
        return None
    for n in (*window.subject(j), *window.done_to(j)):
        if n == k:
            continue
        found = operation_named(window, n)
        if found is None and _is_level(window, n):
            after = window.governed(n, "of", reach=2)
            found = next((o for a in after if (o := operation_named(window, a))), window.scene.focus)
        if found is not None:
            return found, n, "has"
    return None


def _in_operation(window: Window, k: int) -> Owner | None:
    """ "The 4,500 troops of KFOR", "9,000 personnel in UNMIL"."""
    if window.is_sort(k + 1, Sort.PREPOSITION) and window.word(k + 1) in ("of", "in", "with"):
        found = operation_named(window, k + 2)
        if found is not None and window.tokens[window.chunks[k].first].lower in ("the", "all"):
            return found, k + 2, "in"
    return None


def _other_country(window: Window, k: int) -> bool:
    chunk = window.chunks[k]
    return any(
        m.kind is MentionKind.COUNTRY and chunk.first <= m.first < chunk.last for m in window.scene.sentence.mentions
    )


def operation_named(window: Window, n: int) -> str | None:
    """The operation that a noun chunk names, or is by a common name ("the force")."""
    if not window.is_sort(n, Sort.NOUN):
        return None
    at, sentence = window.chunks[n].head, window.scene.sentence
    named = sentence.mentions_at(at, MentionKind.OPERATION)
    sure = [m.value for m in named if m.form != "anaphor" or m.value == certain_operation(window)]
    if sure:
        return sure[0]
    groups = (g for g in sentence.groups_at(at) if g.form in _FORCE_FORMS and g.country is None)
    slug = next((g.value for g in groups), None)
    return slug if slug is not None and slug == window.scene.focus else None
