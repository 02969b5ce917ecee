"""Why a claim stands: the words that say so, where they stand, and how they were read."""

import re

from muster.model.brief import Passage, Why
from muster.model.card import Dating
from muster.model.claim import Tier
from muster.model.judgement import Judgement, decided
from muster.model.record import Report
from muster.model.when import Resolution, When
from muster.show.judgements import changes
from muster.show.layout import BOLD, DIM, GAP, UNDERLINED, styled, wrapped
from muster.show.lines import source_words
from muster.show.words import UNDATED, count_words, status_words, time_words

# Private characters hold the places of the marks while lines are broken.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_LABEL = 12
# Slots with a line of their own.
_APART = frozenset({"kind", "operation", "when", "status", "source"})
_DATED_BY = {
    "sidecar": "by the file beside it",
    "option": "when it was added",
    "page": "by the page itself",
    "person": "by hand",
}
_READ = {
    Tier.CONFIRMED: "confirmed: two readers agree, one over the parse, one over the words beside each other",
    Tier.CANDIDATE: "candidate: one reader only",
}
_ALONE = "candidate: the trained reader alone; no record rests on it until somebody accepts it"
_RESOLVED = {
    Resolution.EXPLICIT: "as written",
    Resolution.RELATIVE: "relative to the day of publication",
    Resolution.INHERITED: "taken over from the sentence",
    Resolution.CONSTRAINED: "constrained by the record",
    Resolution.UNRESOLVED: "not resolved: nothing fixes it",
}


def why_text(why: Why, width: int = 100, colour: bool = False) -> str:
    """The claim, the sentences with its words marked, and everything known of where it comes from."""
    claim = why.claim
    head = " ".join(filter(None, (status_words(claim.status), claim.kind)))
    parts = [f"{styled(head, BOLD, colour)}{GAP}{styled(claim.id, DIM, colour)}"]
    parts += [_labelled(label, words, width, colour) for label, words in _told(why) if words]
    parts += ["", *(_passage(passage, width, colour) for passage in why.passages)]
    parts += [_labelled(label, words, width, colour) for label, words in _origin(why) if words]
    return "\n".join(parts) + "\n"


def _labelled(label: str, words: str, width: int, colour: bool) -> str:
    first, *rest = wrapped(words, width - _LABEL - len(GAP))
    margin = " " * (_LABEL + len(GAP))
    return "\n".join([f"{styled(label.ljust(_LABEL), DIM, colour)}{GAP}{first}", *(margin + part for part in rest)])


def _told(why: Why) -> list[tuple[str, str]]:
    """What the claim says, slot by slot."""
    claim, names = why.claim, why.names
    operation = names.operations.get(claim.operation or "", claim.operation or "none named")
    slots = [(name, _slot(why, name, value)) for name, value in claim.slots.items() if name not in _APART]
    return [("operation", operation), *slots]


def _slot(why: Why, name: str, value: object) -> str:
    if name == "count":
        return count_words(getattr(why.claim.fact, "count", None))
    if isinstance(value, dict):
        return ", ".join(f"{number} {group}" for group, number in value.items())
    listed = value if isinstance(value, list) else [value]
    return ", ".join(why.names.of(str(one)) for one in listed)


def _passage(passage: Passage, width: int, colour: bool) -> str:
    """The sentence with the words of the claim marked: underlined, or between » and « where there is no colour."""
    text, at = "", 0
    for start, end in passage.marks:
        if end > at:
            text += f"{passage.text[at:start]}{_OPEN}{passage.text[max(start, at) : end]}{_CLOSE}"
            at = end
    lines = wrapped(" ".join((text + passage.text[at:]).split()), width - len(GAP))
    marked = _MARKED.sub(lambda found: _marked(found[1], colour), "\n".join(lines))
    return "\n".join(GAP + line for line in marked.splitlines()) + "\n"


def _marked(words: str, colour: bool) -> str:
    """The words marked; line by line, so that an underline does not run into the margin."""
    if not colour:
        return f"»{words}«"
    return "\n".join(styled(line, UNDERLINED, colour) for line in words.splitlines())


def _origin(why: Why) -> list[tuple[str, str]]:
    """Where it stands, who published it when, whom it cites, how its time was read, by which rule, and what people
    decided of it."""
    card, claim = why.card, why.claim
    return [
        ("document", ", ".join(filter(None, (card.names[-1] if card.names else "", card.title)))),
        ("", card.url or ""),
        ("publisher", card.publisher or "not known"),
        ("published", _published(card.dating)),
        ("who says so", source_words(Report(claim, card), why.names)),
        ("when", _when(claim.when)),
        ("tier", _ALONE if claim.learned and not decided(why.judgements) else _READ[claim.tier]),
        ("read by", ", ".join(filter(None, (f"rule {claim.rule}" if claim.rule else "", _version(why))))),
        *(("judged", _judged(judgement)) for judgement in why.judgements),
    ]


def _judged(judgement: Judgement) -> str:
    by = f"by {judgement.author}, {time_words(judgement.at[:10])}{f': {judgement.reason}' if judgement.reason else ''}"
    return " ".join(filter(None, (str(judgement.verdict), changes(judgement), by)))


def _published(dating: Dating | None) -> str:
    if dating is None:
        return UNDATED
    by = _DATED_BY.get(dating.how, dating.how)
    return f"{time_words(dating.day)}, dated {by}{f' ({dating.author})' if dating.author else ''}"


def _when(when: When | None) -> str:
    if when is None:
        return "the words give no time"
    words = f"from “{' '.join(when.words.split())}”" if when.words else ""
    return ", ".join(filter(None, (time_words(when.edtf), words, _RESOLVED[when.resolution])))


def _version(why: Why) -> str:
    if not why.current:
        return "an older reading; the newest one no longer makes this claim"
    return f"extractor {why.card.extractor}" if why.card.extractor else ""
