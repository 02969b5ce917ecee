"""Something said, for the eye: what, of when, by whom, and the claim to look it up by."""

from typing import NamedTuple

from muster.model.claim import Status, Tier
from muster.model.record import Attested
from muster.show.lines import Voice, source_words, when_words
from muster.show.words import age_words

# Characters of a claim's id in an address: two of a million claims share them once in ten million ledgers.
ADDRESS_LENGTH = 16
_QUOTE_LENGTH = 180


class Said(NamedTuple):
    """A thing said. `claim` leads to its page; `quote` is the sentence's words; `lineages` how many independent
    reports say so, `reports` how many in all; `candidate` that only one of the two readers of the page found it."""

    words: str
    when: str
    age: str
    source: str
    claim: str
    quote: str
    status: str
    reports: int
    lineages: int
    candidate: bool


def said(attested: Attested, words: str, voice: Voice) -> Said:
    """The thing said, told as `words`."""
    claim = attested.claim
    return Said(
        words=words,
        when=when_words(attested.report),
        age=age_words(attested.day, voice.on),
        source=source_words(attested.report, voice.names),
        claim=claim.id[:ADDRESS_LENGTH],
        quote=quote_of(attested),
        status="" if claim.status is Status.ACTUAL else str(claim.status),
        reports=len(attested.reports),
        lineages=max(len(attested.lineages), 1),
        candidate=attested.tier is Tier.CANDIDATE,
    )


def quote_of(attested: Attested) -> str:
    """The words of the document that say so, cut at a length that a table can bear."""
    quote = " … ".join(" ".join(span.quote.split()) for span in attested.claim.spans)
    return quote if len(quote) <= _QUOTE_LENGTH else quote[: _QUOTE_LENGTH - 1].rstrip() + "…"


def flag(code: str | None) -> str:
    """The flag of a country by its two code points; nothing for what is no country's code."""
    if code is None or len(code) != 2 or not (code.isascii() and code.isalpha() and code.isupper()):
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code)
