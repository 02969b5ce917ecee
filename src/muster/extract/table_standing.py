"""The day a table stands for, and whether what it prints is there or only pledged or allowed."""

import re
from collections.abc import Sequence

from muster.model.annotation import Sentence, WhenMention
from muster.model.claim import Status
from muster.model.document import Segment
from muster.model.when import When

_AS_AT = re.compile(r"\bas (?:at|of)\b|position on$|current")
_WORDS = (
    (Status.AUTHORISED, re.compile(r"\b(?:authori[sz]ed|ceilings?|mandated)\b", re.IGNORECASE)),
    (
        Status.PLANNED,
        re.compile(r"\b(?:pledged?|pledges|promised|planned|offer(?:s|ed)|expected|awaited|to come)\b", re.IGNORECASE),
    ),
    (Status.REQUESTED, re.compile(r"\b(?:required|requirements?|requested)\b", re.IGNORECASE)),
)
_THERE = re.compile(
    r"\b(?:deployed|in theatre|in theater|actual|present|arrived|in place|on the ground)\b", re.IGNORECASE
)


def day_of(before: Sequence[Sentence], segment: Segment) -> When | None:
    """A date in the table's own title, else the nearest "as at" above it, else that of the words that lead up to it."""
    for sentence in reversed(before):
        inside = sentence.segment == segment
        for mention in sentence.times:
            lead = " ".join(token.lower for token in sentence.tokens[max(0, mention.first - 3) : mention.first])
            if mention.when.edtf and (inside or _AS_AT.search(lead)):
                return mention.when
    above = next((sentence for sentence in reversed(before) if sentence.segment != segment), None)
    return _told(above) if above is not None and _leads_up(above) else None


def _leads_up(sentence: Sentence) -> bool:
    """Whether a sentence announces what follows: "the state of forces was as follows:", "the table shows …"."""
    words = {token.lower for token in sentence.tokens}
    return sentence.tokens[-1].text == ":" or bool(words & {"table", "annex", "following"})


def _told(sentence: Sentence) -> When | None:
    """The only day or month that a sentence tells."""
    told: list[WhenMention] = [m for m in sentence.times if m.when.edtf and m.relation == "at"]
    return told[0].when if len(told) == 1 else None


def status_in(words: str, *, leading: bool = False) -> Status | None:
    """What the words over a column, or those that lead up to a table, say of its figures; None if they say nothing, or
    lead up to what is there as well."""
    found = [status for status, pattern in _WORDS if pattern.search(words)]
    if len(found) != 1 or is_of_what_is_there(words):
        return None
    return found[0] if not leading or words.rstrip().endswith(":") else None


def is_of_what_is_there(words: str) -> bool:
    """Whether the words over a column say that its figures are of those who are there ("Deployed")."""
    return _THERE.search(words) is not None
