"""How a document was read, sentence by sentence: for people, and as plain data."""

from collections.abc import Iterable, Iterator
from typing import Any

from muster.model.annotation import CountMention, Mention, Sentence, WhenMention
from muster.model.brief import Names
from muster.model.document import Document
from muster.model.explanation import Explanation, Fired, Made, Refusal, SentenceRead
from muster.model.when import Resolution
from muster.show.layout import BOLD, DIM, GAP, styled, wrapped
from muster.show.tables import claim_words
from muster.show.words import UNDATED, count_words, time_words

_LABEL = 9
_RESOLVED = {
    Resolution.EXPLICIT: "as written",
    Resolution.RELATIVE: "from the day of publication",
    Resolution.INHERITED: "taken over from the sentence",
    Resolution.CONSTRAINED: "constrained by the record",
    Resolution.UNRESOLVED: "not resolved",
}


def explanation_text(
    explanation: Explanation, names: Names, only: int | None = None, width: int = 100, colour: bool = False
) -> str:
    """Each sentence under its number (from 1) with what was found, made and refused in it; or `only` that one."""
    document = explanation.document
    parts = [f"{document.name}, {time_words(document.published) if document.published else UNDATED}", ""]
    for number, one in enumerate(explanation.sentences, 1):
        if only in (None, number):
            parts += [_sentence(number, one, document, names, (width, colour)), ""]
    return "\n".join(parts)


def _sentence(number: int, one: SentenceRead, document: Document, names: Names, layout: tuple[int, bool]) -> str:
    width, colour = layout
    head, *rest = wrapped(one.text, width - 6)
    lines = [f"{styled(f'{number:>4}', BOLD, colour)}{GAP}{head}", *(f"{'':6}{line}" for line in rest)]
    label_before = ""
    for label, words in _rows(one, document, names):
        shown = label if label != label_before else ""
        first, *more = wrapped(words, width - 6 - _LABEL - len(GAP))
        lines.append(f"{'':6}{styled(shown.ljust(_LABEL), DIM, colour)}{GAP}{first}")
        lines += [f"{'':6}{'':{_LABEL}}{GAP}{line}" for line in more]
        label_before = label
    return "\n".join(lines)


def _rows(one: SentenceRead, document: Document, names: Names) -> Iterator[tuple[str, str]]:
    """What there is to say of a sentence, each with its label."""
    sentence, text = one.sentence, document.text
    yield from (("mentions", _mention(mention, sentence, text)) for mention in sentence.mentions)
    yield from (("counts", _count(count, sentence, text)) for count in sentence.counts if not count.article)
    yield from (("times", _time(time, sentence, text)) for time in sentence.times)
    if one.focus and (one.frames or one.made):
        yield "focus", names.of(one.focus)
    yield from (("source", f"{cited.source}, for “{_short(text[cited.start : cited.end])}”") for cited in one.sources)
    yield from (("frames", _fired(fired)) for fired in one.frames)
    for made in one.made:
        yield from (("claim", words) for words in _made(made, names))
    yield from (("refused", _refused(refusal)) for refusal in one.refusals)


def _mention(mention: Mention, sentence: Sentence, text: str) -> str:
    country = f" of {mention.country}" if mention.country and mention.country != mention.value else ""
    words = sentence.words(mention.first, mention.last, text)
    return f"“{words}”: {mention.kind} ({mention.form}) {mention.value}{country}"


def _count(count: CountMention, sentence: Sentence, text: str) -> str:
    noun = f" of “{sentence.tokens[count.noun].text}”" if count.noun is not None else ""
    return f"“{sentence.words(count.first, count.last, text)}”: {count_words(count.count)}{noun}"


def _time(time: WhenMention, sentence: Sentence, text: str) -> str:
    words = sentence.words(time.first, time.last, text)
    return f"“{words}”: {time.when.edtf or 'nothing fixes it'}, {_RESOLVED[time.when.resolution]}"


def _fired(fired: Fired) -> str:
    claimed = "" if fired.claimed else "; no claim"
    return f"{fired.kind}: “{_short(fired.words)}” as {fired.says}{claimed}"


def _made(made: Made, names: Names) -> Iterator[str]:
    claim = made.claim
    about = f"{claim.kind} of {claim.operation}" if claim.operation else claim.kind
    when = f", {time_words(claim.when.edtf)}" if claim.when and claim.when.edtf else ""
    yield f"{about}: {claim_words(claim, names)}{when} ({claim.tier})"
    yield f"  {made.because}, by {' and '.join(made.rules)}; {made.likely:.0%} likely to be right"
    yield from (f"  “{_short(span.quote)}”" for span in claim.spans)


def _refused(refusal: Refusal) -> str:
    words = f" “{_short(refusal.words)}”" if refusal.words else ""
    return f"{refusal.kind}{words}: {refusal.reason} ({refusal.rule})"


def _short(words: str, most: int = 80) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[: most // 2].rstrip()} … {plain[-most // 2 :].lstrip()}"


def explanation_as_dict(explanation: Explanation, only: int | None = None) -> dict[str, Any]:
    """A document: `doc`, `published`, and `sentences`, each with `sentence` (its number from 1), `start`, `end`,
    `text`, `segment`, `focus`, `sources`, `mentions`, `counts`, `times`, `frames`, `claims`, `refusals`.

    Places are characters of the document. A claim is in the interchange form with its id (`claim`), `rules`, `because`,
    `likely` (0 to 1: how likely it is right).
    """
    document = explanation.document
    numbered = enumerate(explanation.sentences, 1)
    told = [_as_dict(number, one, document.text) for number, one in numbered if only in (None, number)]
    return {"doc": document.name, "published": document.published, "sentences": told}


def _as_dict(number: int, one: SentenceRead, text: str) -> dict[str, Any]:
    sentence = one.sentence
    return {
        "sentence": number,
        "start": sentence.start,
        "end": sentence.end,
        "text": one.text,
        "segment": str(sentence.segment.kind),
        "focus": one.focus,
        "sources": [{"source": c.source, "speaker": c.speaker, "start": c.start, "end": c.end} for c in one.sources],
        "mentions": [
            {"kind": str(m.kind), "form": m.form, "value": m.value, "country": m.country, **_place(m, sentence, text)}
            for m in sentence.mentions
        ],
        "counts": [
            {**c.count.to_dict(), "noun": _noun(c, sentence), **_place(c, sentence, text)} for c in sentence.counts
        ],
        "times": [
            {"when": t.when.edtf, "resolution": str(t.when.resolution), **_place(t, sentence, text)}
            for t in sentence.times
        ],
        "frames": _as_dicts(one.frames),
        "claims": [
            {
                "claim": m.claim.id,
                **m.claim.to_dict(),
                "rules": list(m.rules),
                "because": m.because,
                "likely": round(m.likely, 3),
            }
            for m in one.made
        ],
        "refusals": _as_dicts(one.refusals),
    }


def _as_dicts(values: Iterable[Fired | Refusal]) -> list[dict[str, Any]]:
    return [value._asdict() for value in values]


def _place(found: Mention | CountMention | WhenMention, sentence: Sentence, text: str) -> dict[str, Any]:
    start, end = sentence.tokens[found.first].start, sentence.tokens[found.last - 1].end
    return {"start": start, "end": end, "words": text[start:end]}


def _noun(count: CountMention, sentence: Sentence) -> str | None:
    return None if count.noun is None else sentence.tokens[count.noun].text
