"""How the claims of a document came about: a second pass for `muster explain`, which extraction does not pay for."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from muster.extract.chances import Candidate, Reader, chance
from muster.extract.evidence import Scene
from muster.extract.frames import Frame
from muster.extract.invention import invented_segments
from muster.extract.merging import merge
from muster.extract.tiers import READ_AS, agree, candidates, is_unheard, rivals, settled
from muster.extract.trained import read_trained
from muster.extract.windows import told_in
from muster.extract.windows.chunks import Sort
from muster.extract.windows.tables import bears_out
from muster.extract.windows.window import Window, window_of
from muster.extract.windows.words import adjective_frame, noun_frame, verb_frame
from muster.model.annotation import AnnotatedDocument, Sentence
from muster.model.claim import KINDS, Claim, Tier
from muster.model.document import SegmentKind
from muster.model.explanation import Explanation, Fired, Made, Refusal, SentenceRead

T = TypeVar("T")
ParseReader = Callable[[AnnotatedDocument], Iterable[Claim]]

_INVENTED = "the document says of these words that they are made up (GUIDE.md, decision 33)"
_TABLE = "tables are read line by line, not as sentences"
_CONTRADICTED = "likelier claims are made of these words, or of this fact"
_UNHEARD = "only this reader makes the claim, of words that the network does not read"
_UNLIKELY = "given a chance of {:.0%} to be right"
_READERS = {
    Reader.BOTH: "both readers make it",
    Reader.PARSE: "only the parse shows it",
    Reader.WINDOW: "only the words beside each other show it",
    Reader.TRAINED: "only the trained reader sees it: it waits for somebody to accept it",
}


def explain(document: AnnotatedDocument, parse_readers: Sequence[ParseReader]) -> Explanation:
    """What was found in each sentence of the document, which rules made its claims, and what was refused."""
    parsed = merge(claim for find in parse_readers for claim in find(document))
    told = tuple(told_in(document))
    windows = merge(one for one in told if isinstance(one, Claim))
    found = candidates(document, parsed, windows, read_trained(document))
    kept = settled(document, found)
    made = tuple(_made(document, claim, found) for claim in kept)
    refusals = (
        *(one for one in told if isinstance(one, Refusal)),
        *(one for candidate in found for one in _left_out(candidate, kept)),
        *_passed_over(document),
    )
    made_in = _by_sentence(document, ((one, span.start, span.end) for one in made for span in one.claim.spans))
    refused_in = _by_sentence(document, ((one, one.start, one.end) for one in refusals))
    read = (_read(document, s, made_in.get(s.index, ()), refused_in.get(s.index, ())) for s in document.sentences)
    return Explanation(document.document, tuple(read))


def _by_sentence(document: AnnotatedDocument, placed: Iterable[tuple[T, int, int]]) -> dict[int, list[T]]:
    """What stands at characters `start` to `end`, by the sentences there; a row of a table that is no sentence belongs
    to the sentence before it."""
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[T]] = {}
    for one, start, end in placed:
        first, last = max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)
        for sentence in document.sentences[first : max(last, first + 1)]:
            here = found.setdefault(sentence.index, [])
            if one not in here:
                here.append(one)
    return found


def _read(
    document: AnnotatedDocument, sentence: Sentence, made: Sequence[Made], refusals: Sequence[Refusal]
) -> SentenceRead:
    """The sentence with its part of all that was made and refused."""
    claims = [one.claim for one in made]
    return SentenceRead(
        sentence=sentence,
        text=" ".join(document.text[sentence.start : sentence.end].split()),
        focus=document.focus[sentence.index],
        sources=tuple(c for c in document.citations if c.start < sentence.end and sentence.start < c.end),
        frames=tuple(dict.fromkeys(_frames(window_of(Scene(document, sentence)), claims))),
        made=tuple(made),
        refusals=tuple(refusals),
    )


def _frames(window: Window, claims: Sequence[Claim]) -> Iterator[Fired]:
    """Every frame that a word of the sentence has, by its chunk, kind by kind."""
    for kind in KINDS:
        for k, chunk in enumerate(window.chunks):
            frame: Frame | None = None
            if chunk.sort is Sort.VERB:
                frame = verb_frame(window, k, kind)
            elif chunk.sort is Sort.NOUN:
                frame = noun_frame(window, k, kind)
            elif chunk.sort is Sort.ADJECTIVE:
                frame = adjective_frame(window, chunk.head, kind)
            if frame is not None:
                span = window.scene.span(range(chunk.first, chunk.last))
                spans = (s for claim in claims if claim.kind == kind for s in claim.spans)
                claimed = any(s.start < span.end and span.start < s.end for s in spans)
                yield Fired(kind, span.start, span.end, span.quote, _says(frame), claimed)


def _says(frame: Frame) -> str:
    word = f"{frame.lemma} {frame.particle}" if frame.particle else frame.lemma
    attributes = ", ".join(f"{name}: {value}" for name, value in frame.attributes.items())
    return f"{word} ({attributes})" if attributes else word


def _made(document: AnnotatedDocument, claim: Claim, found: Sequence[Candidate]) -> Made:
    """A claim with the rules of all readers that made it."""
    agreeing = [one for one in found if agree(claim, one.claim)]
    rules = dict.fromkeys((claim.rule, *(one.claim.rule for one in agreeing)))
    likeliest = max(map(chance, agreeing), default=0.0)
    return Made(claim, tuple(rules), _because(document, claim, agreeing), likeliest)


def _because(document: AnnotatedDocument, claim: Claim, agreeing: Sequence[Candidate]) -> str:
    if claim.tier is Tier.CONFIRMED and bears_out(document, claim):
        return "the table adds up"
    if READ_AS in claim.rule:
        return "a rule shows it, and the trained reader how it is meant"
    return next((_READERS[one.reader] for one in agreeing if one.claim.rule == claim.rule), _READERS[Reader.PARSE])


def _left_out(candidate: Candidate, kept: Sequence[Claim]) -> Iterator[Refusal]:
    """A claim that was not let in, with why."""
    if any(agree(one, candidate.claim) for one in kept):
        return
    if any(rivals(one, candidate.claim) for one in kept):
        reason = _CONTRADICTED
    else:
        reason = _UNHEARD if is_unheard(candidate) else _UNLIKELY.format(chance(candidate))
    yield from _refusals(candidate.claim, reason)


def _refusals(claim: Claim, reason: str) -> Iterator[Refusal]:
    """The refusal at each of the places where the claim is told."""
    for span in claim.spans:
        yield Refusal(claim.kind, span.start, span.end, span.quote, claim.rule, reason)


def _passed_over(document: AnnotatedDocument) -> Iterator[Refusal]:
    """The sentences that are not read as such, and why."""
    invented = invented_segments(document)
    for s in document.sentences:
        reason = _INVENTED if s.segment in invented else _TABLE if s.segment.kind is SegmentKind.TABLE else None
        if reason is not None:
            yield Refusal("all", s.start, s.end, "", "sentence", reason)
