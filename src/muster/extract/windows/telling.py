"""What a claim of this reader leans on: words, time, place, status and operation, each told by what stands near."""

from collections.abc import Iterable

from muster.extract.evidence import source_of
from muster.extract.windows.chunks import Sort
from muster.extract.windows.window import Window
from muster.model.annotation import MentionKind, Sentence
from muster.model.claim import Claim, Fact, Status
from muster.model.explanation import Refusal
from muster.model.when import When

_POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
_PLANNED = frozenset({"will", "shall", "wo", "’ll", "'ll"})
_DENIED = frozenset({"not", "n't", "n’t", "never"})
_AHEAD = frozenset(
    "plan intend prepare agree decide pledge promise vow order schedule expect offer due ready set undertake".split()
)
_ASKING = frozenset("ask request urge call demand want seek invite appeal beg".split())
_PLACING = frozenset("in at near outside around on along inside across throughout between off over within".split())


def status_at(window: Window, k: int) -> Status:
    """Whether the verb at `k` tells what is so, lies ahead, may be, is asked for or is denied."""
    own = {t.lower for t in window.words(k)}
    if own & _DENIED:
        return Status.DENIED
    if own & _POSSIBLE:
        return Status.POSSIBLE
    if own & _PLANNED:
        return Status.PLANNED
    if "to" in own and k:
        return _before_infinitive(window, k)
    return Status.ACTUAL


def _before_infinitive(window: Window, k: int) -> Status:
    """What the word before "to send" makes of it: "agreed to", "is due to", "asked Chile to"."""
    for j in range(k - 1, max(-1, k - 4), -1):
        lemma = window.head(j).lemma.lower()
        if lemma in _ASKING:
            return Status.REQUESTED
        if lemma in _AHEAD or (lemma == "be" and j == k - 1):
            return Status.PLANNED
    return Status.PLANNED


def has_time(window: Window, k: int) -> bool:
    """Whether any time stands in the same stretch as chunk `k`."""
    return bool(_times(window, k))


def time_at(window: Window, k: int) -> When | None:
    """The one time that stands in the same stretch as chunk `k`; None where there are several or none."""
    found = _times(window, k)
    return found[0] if len(found) == 1 else None


def _times(window: Window, k: int) -> tuple[When, ...]:
    first, last = window.stretch(k)
    low, high = window.chunks[first].first, window.chunks[last - 1].last
    return tuple(t.when for t in window.scene.sentence.times if low <= t.first < high and t.when.edtf is not None)


def place_at(window: Window, k: int, reach: int = 9) -> str | None:
    """The first place after a preposition to the right of chunk `k`, as written."""
    for j in range(k + 1, min(k + reach, len(window.chunks) - 1)):
        if window.is_sort(j, Sort.CUT, Sort.RELATIVE):
            return None
        if window.is_sort(j, Sort.PREPOSITION) and window.word(j) in _PLACING and is_place(window, j + 1):
            return _written(window, j + 1)
    return None


def is_place(window: Window, k: int) -> bool:
    """Whether a noun chunk names a place: a proper name that is no person or body, or a noun of place."""
    if not window.is_sort(k, Sort.NOUN):
        return False
    head, sentence = window.chunks[k].head, window.scene.sentence
    if sentence.mentions_at(head, MentionKind.PERSON, MentionKind.OPERATION, MentionKind.ORGANISATION):
        return False
    if sentence.mentions_at(head, MentionKind.COUNTRY) or sentence.mentions_at(head, MentionKind.PLACE):
        return True
    return window.head(k).tag in ("NNP", "NNPS") and not sentence.groups_at(head)


def _written(window: Window, k: int) -> str:
    chunk = window.chunks[k]
    first = chunk.first + (window.tokens[chunk.first].tag in ("DT", "PDT") and chunk.last - chunk.first > 1)
    return window.scene.words(first, chunk.last)


def operation_at(window: Window, k: int) -> str | None:
    """The operation named in the stretch about chunk `k`, else in the sentence, else in focus."""
    named = [m for m in window.scene.sentence.mentions if m.kind is MentionKind.OPERATION]
    if not named:
        return window.scene.focus
    at = window.chunks[k].head
    return min(named, key=lambda m: abs(m.first - at)).value


def certain_operation(window: Window) -> str | None:
    """The operation, where there is no doubt: the only one named in the sentence, else in its paragraph so far, else
    the one in focus where it is also the one named last."""
    document, own = window.scene.document, window.scene.sentence
    before = document.sentences[: own.index]
    named = _operations((own,)) or _operations(s for s in before if s.segment == own.segment)
    if not named:
        last = next((found for s in reversed(before) if (found := _operations((s,)))), set())
        named = last & {window.scene.focus} if window.scene.focus is not None and len(last) == 1 else set()
    return next(iter(named)) if len(named) == 1 else None


def _operations(sentences: Iterable[Sentence]) -> set[str]:
    """The operations that sentences name by a name."""
    mentions = (m for s in sentences for m in s.mentions if m.kind is MentionKind.OPERATION)
    return {m.value for m in mentions if m.form != "anaphor"}


def refused(window: Window, at: tuple[int, ...], rule: str, reason: str) -> Refusal:
    """That a rule made no claim of these chunks. The kind is the rule's first word."""
    span = window.scene.span(i for k in at for i in range(window.chunks[k].first, window.chunks[k].last))
    return Refusal(rule.partition(":")[0], span.start, span.end, span.quote, f"window: {rule}", reason)


def told(
    window: Window,
    fact: Fact,
    rule: str,
    chunks: Iterable[int],
    operation: str | None = None,
    status: Status = Status.ACTUAL,
    place: str | None = None,
) -> Claim:
    """The claim of a fact that these chunks tell; the first of them is what is said, and gives time and source."""
    at = tuple(chunks)
    tokens = {i for k in at for i in range(window.chunks[k].first, window.chunks[k].last)}
    return Claim(
        document=window.scene.document.document.id,
        fact=fact,
        spans=(window.scene.span(tokens),),
        operation=operation,
        status=status,
        when=time_at(window, at[0]),
        source=source_of(window.scene, window.chunks[at[0]].head),
        place=place,
        rule=f"window: {rule}",
    )
