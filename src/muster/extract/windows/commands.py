"""Command over windows: a person beside a post of the operation, or beside a word of taking and leaving it."""

from collections.abc import Iterator

from muster.extract.frames import Frame, lexicon
from muster.extract.windows.chunks import Sort
from muster.extract.windows.telling import certain_operation, refused, status_at, told
from muster.extract.windows.window import Window
from muster.extract.windows.words import verb_frame
from muster.model.annotation import Mention, MentionKind
from muster.model.claim import Claim, Command, Status
from muster.model.explanation import Refusal

_FORCE = frozenset({"force", "mission", "operation"})
_COMMAND = frozenset({"command", "leadership", "helm", "reins", "charge", "control"})


def find_commands(window: Window) -> Iterator[Claim | Refusal]:
    """Who the sentence says leads an operation or a part of it."""
    for k in window.all(Sort.VERB):
        frame = verb_frame(window, k, "command")
        if frame is not None and frame.get("act"):
            yield from _acted(window, k, frame)
        if window.head(k).lemma.lower() == "be":
            yield from _equated(window, k)
    for k in window.all(Sort.NOUN):
        yield from _titled(window, k)


def _acted(window: Window, k: int, frame: Frame) -> Iterator[Claim | Refusal]:
    """ "Took command of", "was appointed force commander", "heads the mission"."""
    reach = range(k + 1, min(k + 6, window.stretch(k)[1]))
    about = (*reach, *(window.subject(k) if window.is_passive(k) else ()))
    wanted = frame.get("object", "any")
    if not any(window.is_sort(j, Sort.NOUN) and _is(window, j, wanted) for j in about):
        return
    who = window.done_to(k) if frame.get("holder") == "patient" else window.doers(k)
    for n in who[:1]:
        for person in _people(window, n):
            yield from _claims(window, (k, n), person, frame["act"])


def _is(window: Window, k: int, wanted: str) -> bool:
    """Whether a noun is what the verb asks for: command itself, a body that is led, a post, a person."""
    lemma = window.head(k).lemma.lower()
    if wanted == "person":
        return bool(_people(window, k))
    if wanted in ("command", "any") and lemma in _COMMAND:
        return True
    if wanted in ("body", "any") and (_is_body(window, k) or _names_operation(window, k)):
        return True
    after_as = window.word(k - 1) == "as"
    return (wanted in ("post", "any") or after_as) and _is_post(window, k)


def _is_body(window: Window, k: int) -> bool:
    """A force or part of one by its noun: "the battalion", "Sector East"; not of an army or a faction."""
    frame = lexicon("command").frames.get((window.head(k).lemma.lower(), None, "noun"))
    body = frame is not None and frame.get("sort") == "body"
    return body and not any(_is_foreign(word) for word in window.lowers(k))


def _is_post(window: Window, k: int) -> bool:
    """ "Force commander", "commander of KFOR", "the mission's chief"; not of an army or a ministry."""
    frame = lexicon("command").frames.get((window.head(k).lemma.lower(), None, "noun"))
    if frame is None or frame.get("sort") != "post":
        return False
    words = window.lowers(k)
    foreign = any(_is_foreign(word) for word in words)
    needs = frame.get("needs").split()
    return not foreign and (not needs or bool(words & set(needs)))


def _is_foreign(word: str) -> bool:
    frame = lexicon("command").frames.get((word, None, "adjective"))
    return frame is not None and frame.get("sort") == "foreign"


def _titled(window: Window, k: int) -> Iterator[Claim | Refusal]:
    """ "The force commander, Major General N. N.", "N. N., commander of KFOR"."""
    if not _is_post_of_operation(window, k):
        return
    beside = [k] if _people(window, k) else []
    for j in (k + 1, k + 2, k + 3, k + 4, k - 2):
        between = range(min(j, k) + 1, max(j, k))
        if window.is_sort(j, Sort.NOUN) and _people(window, j) and all(_may_stand_between(window, b) for b in between):
            beside.append(j)
    for n in beside[:1]:
        for person in _people(window, n)[:1]:
            yield from _claims(window, (k, n), person, "holds", "command: post")


def _is_post_of_operation(window: Window, k: int) -> bool:
    """A post that says by itself, or by the operation's name beside it, that it is one of the operation."""
    if not _is_post(window, k):
        return False
    frame = lexicon("command").frames[window.head(k).lemma.lower(), None, "noun"]
    return bool(frame.get("needs") or window.lowers(k) & _FORCE) or _names_operation(window, k)


def _names_operation(window: Window, k: int) -> bool:
    own = range(window.chunks[k].first, window.chunks[k].last)
    after = window.governed(k, "of", reach=2)
    beyond = [i for n in after for i in range(window.chunks[n].first, window.chunks[n].last)]
    sentence = window.scene.sentence
    return any(sentence.mentions_at(i, MentionKind.OPERATION) for i in (*own, *beyond))


def _may_stand_between(window: Window, k: int) -> bool:
    return window.is_sort(k, Sort.COMMA, Sort.PREPOSITION, Sort.NOUN, Sort.OTHER)


def _equated(window: Window, k: int) -> Iterator[Claim | Refusal]:
    """ "N. N. is the force commander", "its commander is N. N."."""
    sides = window.subject(k), window.object(k)
    for one, other in (sides, sides[::-1]):
        if any(_is_post_of_operation(window, n) for n in one[:1]) and status_at(window, k) is Status.ACTUAL:
            for n in other[:1]:
                for person in _people(window, n)[:1]:
                    yield from _claims(window, (k, *one[:1], n), person, "holds", "command: post")


def _people(window: Window, k: int) -> tuple[Mention, ...]:
    chunk = window.chunks[k]
    people = (m for m in window.scene.sentence.mentions if m.kind is MentionKind.PERSON and m.form != "anaphor")
    return tuple(m for m in people if chunk.first <= m.first < chunk.last)


def _claims(
    window: Window, at: tuple[int, ...], person: Mention, act: str, rule: str = "command"
) -> Iterator[Claim | Refusal]:
    operation = certain_operation(window)
    if operation is None:
        yield refused(window, at, rule, "it is not certain which operation is meant")
    else:
        fact = Command(holder=person.value, act=act, country=person.country)
        yield told(window, fact, rule, at, operation, status_at(window, at[0]))
