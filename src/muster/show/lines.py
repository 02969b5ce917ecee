"""One line of a brief: what is said, of when, by whom, how old, and where to look it up.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple

from muster.model.brief import Names
from muster.model.record import Attested, Report
from muster.show.words import age_words, time_words

# Characters of a claim's id that are shown; with a million claims two in a ledger share them once in two thousand asks.
ID_LENGTH = 8


class Line(NamedTuple):
    """What a brief says in one place. `subject` and `text` are for the eye; the rest says where it comes from.

    `more` is how many further reports say the same; `depth` is 1 for what belongs to the line above.
    """

    subject: str
    text: str
    when: str = ""
    age: str = ""
    source: str = ""
    claim: str = ""
    more: int = 0
    depth: int = 0


class Voice(NamedTuple):
    """How lines are told: on which day (ages count back from it) and under which names."""

    on: str
    names: Names

    def line(self, subject: str, text: str, said: Attested, depth: int = 0) -> Line:
        """The line for something attested."""
        return Line(
            subject=subject,
            text=text,
            when=when_words(said.report),
            age=age_words(said.day, self.on),
            source=source_words(said.report, self.names),
            claim=said.claim.id[:ID_LENGTH],
            more=len(said.others),
            depth=depth,
        )

    def name(self, actor: str) -> str:
        """The name of a country, an operation or an organisation; anything else as written."""
        return self.names.of(actor)


def when_words(report: Report) -> str:
    """The time the claim tells, or the record gives it; else the day it was reported; else that it is undated."""
    return time_words(report.edtf) if report.edtf else reported_words(report)


def reported_words(report: Report) -> str:
    """The day it was reported, or between which days the record puts that; else that it is undated."""
    if report.card.published is None and report.published is not None:
        first, last = report.publication
        known = f"{time_words(first)} or later" if last is None else time_words(report.published.edtf)
        return f"reported {known}, by the record"
    published = report.card.published
    return f"reported {time_words(published)}" if published else time_words(None)


def source_words(report: Report, names: Names) -> str:
    """Who says so: the source cited, by way of the publisher; else the publisher, else the document's name."""
    source = report.claim.source
    return f"{names.of(source)}, via {report.card.label}" if source else report.card.label
