"""What the ledger knows about a document without opening it.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from typing import NamedTuple


class Dating(NamedTuple):
    """A day a document was said to be published, and on whose word.

    `how` is `sidecar`, `option`, `page`, `person`, …; `author` the person, if one did it; `at` the time of the
    entry (ISO 8601, UTC), empty before it is entered.
    """

    day: str
    how: str
    author: str | None = None
    at: str = ""


class Card(NamedTuple):
    """A document's catalogue card: everything about it but its text.

    `names` in the order they came; `dating` is the newest one, None for an undated page; `extractor` is the version
    of the newest reading, `claims` how many claims that reading made; `added` is ISO 8601, UTC; `signature` is the
    MinHash of the text (numbers that near-identical texts share), empty for a text of a few words.
    """

    document: str
    names: tuple[str, ...]
    added: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    dating: Dating | None = None
    extractor: str | None = None
    claims: int = 0
    signature: tuple[int, ...] = ()

    @property
    def published(self) -> str | None:
        """The ISO day of publication, None if nobody said."""
        return self.dating.day if self.dating else None

    @property
    def known_from(self) -> str:
        """The ISO day from which the document can have been known: its publication, else the day it was added."""
        return self.published or self.added[:10]

    @property
    def label(self) -> str:
        """The shortest name a reader recognises: publisher, else the document's own name."""
        return self.publisher or (self.names[-1] if self.names else self.document[:8])


class Caution(NamedTuple):
    """A warning the ledger keeps: which file, at which stage, what was wrong, and when it was noticed."""

    path: str
    stage: str
    message: str
    at: str = ""


class PastReading(NamedTuple):
    """A reading of a document, seen from one claim: by which extractor, under which day of publication (None:
    undated), when (ISO 8601, UTC), and by which rule and in which tier it made the claim; None if it did not."""

    extractor: str
    published: str | None
    at: str
    rule: str | None
    tier: str | None
