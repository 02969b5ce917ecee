"""What is shown to a reader: a brief, why a claim stands, an operation in a list.

Named tuples, not dataclasses: as frozen, and defined in a sixth of the time, which every read command pays.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from muster.model.card import Card
from muster.model.claim import Claim
from muster.model.judgement import Judgement
from muster.model.record import Attested, Record


class Names(NamedTuple):
    """How slugs and codes are called: `operations`, `countries` and `organisations` by slug or code.

    `acronyms` holds the short names of operations that have one.
    """

    operations: Mapping[str, str] = MappingProxyType({})
    countries: Mapping[str, str] = MappingProxyType({})
    organisations: Mapping[str, str] = MappingProxyType({})
    acronyms: Mapping[str, str] = MappingProxyType({})

    def of(self, actor: str) -> str:
        """The name of a country, an operation (its acronym, if any) or an organisation; anything else as written."""
        for known in (self.countries, self.acronyms, self.operations, self.organisations):
            if actor in known:
                return known[actor]
        return actor


class Brief(NamedTuple):
    """A record with the names to show it by and the cards of the documents it rests on."""

    record: Record
    names: Names
    cards: tuple[Card, ...]

    @property
    def title(self) -> str:
        """The operation's name."""
        return self.names.operations.get(self.record.operation, self.record.operation.upper())


class Passage(NamedTuple):
    """A stretch of a document, from `start`, and the places in it (`text[a:b]`) where the words of a claim stand."""

    start: int
    text: str
    marks: tuple[tuple[int, int], ...]


class Why(NamedTuple):
    """A claim with the words that say so and the document they stand in.

    `current` is False where only an older reading of the document made the claim. `judgements` are those in force about
    it, in the order they were made.
    """

    claim: Claim
    card: Card
    passages: tuple[Passage, ...]
    names: Names
    current: bool = True
    judgements: tuple[Judgement, ...] = ()


class OperationSummary(NamedTuple):
    """An operation in a list: how much is known of it, from when to when, and its latest strength."""

    operation: str
    name: str
    claims: int
    documents: int
    first: str | None
    last: str | None
    strength: Attested | None
