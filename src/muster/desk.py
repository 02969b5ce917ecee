"""What a reader and a reviewer ask of a ledger: a document with its claims, a claim with all that bears on it, which
claims to look at next, how far reviewers agree.

Like `query`, it answers with values and writes nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from muster import query
from muster.ledger import Reader, decisions
from muster.ledger import holdings as held
from muster.model.brief import Names, Passage, Why
from muster.model.card import Card, PastReading
from muster.model.claim import Claim
from muster.model.document import Document
from muster.model.judgement import Judgement, Ties, in_force
from muster.model.passage import passages
from muster.model.record import Record, Report
from muster.reconcile import record
from muster.reconcile.review import Appearance, Doubt, appearances, judged_id, ranked
from muster.reconcile.reviewers import Agreement, agreement


class Reading(NamedTuple):
    """A document with its text, its current claims in order of the text, and what people decided about them."""

    document: Document
    card: Card
    claims: tuple[Claim, ...]
    names: Names
    judgements: tuple[Judgement, ...]


class Shelf(NamedTuple):
    """Some of the documents, and how many there are in all, how many undated, and how many warnings are kept."""

    cards: tuple[Card, ...]
    total: int
    undated: int
    refused: int


class Dossier(NamedTuple):
    """All that bears on one claim: why it stands, where the record of its operation shows it, in which readings it was
    made, what people decided about it (withdrawn judgements too), and what it could be compared with."""

    why: Why
    appearances: tuple[Appearance, ...]
    readings: tuple[PastReading, ...]
    judgements: tuple[Judgement, ...]
    doubt: Doubt | None


class Order(NamedTuple):
    """The claims of an operation in the order in which a person should look at them; the same as long as nothing is
    read or decided, and good enough for a while where it is long in the making."""

    operation: str
    doubts: tuple[Doubt, ...]


class Queue(NamedTuple):
    """What one reviewer has to look at in one operation: claims in the order of `reconcile.review`, how many they have
    done, their newest judgement that holds, and what was said of pairs of claims (by them alone, on a second reading).
    """

    operation: str
    doubts: tuple[Doubt, ...]
    done: int
    last: Judgement | None
    ties: Ties

    def beside(self, doubt: Doubt) -> tuple[Report, ...]:
        """The reports to compare a claim with, without those that were compared with it before."""
        return tuple(one for one in doubt.beside if self.ties.verdict(doubt.id, judged_id(one)) is None)


def operations(reader: Reader) -> list[tuple[str, str]]:
    """Slug and name of every operation that a claim speaks of, the most spoken of first."""
    question = """SELECT operation, COUNT(*) FROM claims WHERE operation IS NOT NULL
        GROUP BY operation ORDER BY COUNT(*) DESC, operation"""
    slugs = [row[0] for row in reader.rows(question)]
    names = query.names_of([], *slugs).operations
    return [(slug, names.get(slug, slug.upper())) for slug in slugs]


def reading(reader: Reader, words: str) -> Reading:
    """The document of that name or id (or the beginning of one). Raises UnknownDocument."""
    card = held.find_card(reader, words)
    document = held.document(reader, card.document)
    claims = sorted(held.claims(reader, document=card.document), key=lambda claim: (claim.spans, claim.kind))
    own = {claim.id for claim in claims}
    decided = [one for one in decisions.judgements(reader) if not own.isdisjoint(one.subjects)]
    return Reading(document, card, tuple(claims), query.names_of(claims), tuple(decided))


def shelf(reader: Reader, start: int, number: int) -> Shelf:
    """A page of the list of documents: `number` of them from place `start` on, the newest first."""
    cards, total, undated = held.newest_cards(reader, start, number)
    refused = int(reader.rows("SELECT COUNT(*) FROM cautions")[0][0])
    return Shelf(tuple(cards), total, undated, refused)


def original(reader: Reader, words: str) -> tuple[Card, bytes]:
    """The bytes in which a document came last, with its card. Raises UnknownDocument."""
    card = held.find_card(reader, words)
    return card, held.original(reader, card.document)


def dossier(reader: Reader, prefix: str) -> Dossier:
    """All that bears on the claim whose id begins with `prefix`. Raises UnknownClaim."""
    why = query.why(reader, prefix)
    address, operation = why.claim.id, why.claim.operation
    decided = decisions.judgements(reader, subject=address)
    found: list[Appearance] = []
    doubt = None
    if operation is not None:
        made, reports = _record(reader, operation)
        found = [one for one in appearances(made) if address in map(judged_id, one.said.reports)]
        doubt = next((one for one in ranked(made, reports) if one.id == address), None)
        named = [report.claim for one in found for report in one.said.reports]
        beside = [report.claim for report in doubt.beside] if doubt else []
        why = why._replace(names=query.names_of([why.claim, *named, *beside]))
    return Dossier(why, tuple(found), tuple(held.past_readings(reader, address)), tuple(decided), doubt)


def order(reader: Reader, operation: str, *, blind: bool = False) -> Order:
    """The order of the operation's claims under what people decided; `blind`, as if nobody had decided anything.

    Raises UnknownOperation.
    """
    slug = query.operation_slug(reader, operation)
    made, reports = _record(reader, slug, () if blind else None)
    return Order(slug, tuple(ranked(made, reports)))


def queue(reader: Reader, ordered: Order, author: str, *, second: bool = False) -> Queue:
    """What `author` should look at next, of claims in an order.

    Claims that anybody judged are done; with `second`, only those are left that others judged and `author` did not: the
    order should then be a blind one, as who reads a second time is not to be swayed by the first.
    """
    decided = in_force(decisions.judgements(reader, operation=ordered.operation))
    own, others = _judged(decided, author)
    wanted = others - own
    doubts = tuple(
        one for one in ordered.doubts if (one.id in wanted if second else one.id not in own and one.id not in others)
    )
    last = next((one for one in reversed(decided) if one.author == author), None)
    ties = Ties(one for one in decided if not second or one.author == author)
    return Queue(ordered.operation, doubts, len(own), last, ties)


def passages_of(reader: Reader, claims: Iterable[Claim]) -> dict[str, tuple[Passage, ...]]:
    """The sentences that say each claim, by its id."""
    texts: dict[str, Document] = {}
    told = {}
    for claim in claims:
        if claim.document not in texts:
            texts[claim.document] = held.document(reader, claim.document)
        told[claim.id] = passages(texts[claim.document], claim.spans)
    return told


def reports_of(reader: Reader, claims: Iterable[str]) -> tuple[dict[str, Report], Names]:
    """The claims of these ids with the cards of their documents, by id, and the names to show them by."""
    found = [held.find_claim(reader, address) for address in claims]
    card_of = {document: held.find_card(reader, document) for document in {claim.document for claim in found}}
    return {claim.id: Report(claim, card_of[claim.document]) for claim in found}, query.names_of(found)


def agreed(reader: Reader) -> Agreement:
    """How far reviewers agree, over the whole ledger."""
    return agreement(decisions.judgements(reader))


def _record(reader: Reader, slug: str, decided: Sequence[Judgement] | None = None) -> tuple[Record, list[Report]]:
    """The record of an operation as of today, and the reports it is made of; under these judgements, or under all."""
    reports, all_decided, _ = query.material(reader, slug, None)
    today = date.today().isoformat()
    judgements = all_decided if decided is None else decided
    return record(reports, slug, today, judgements=judgements), reports


def _judged(decided: Iterable[Judgement], author: str) -> tuple[set[str], set[str]]:
    """The subjects that the author judged alone, and those that others did."""
    own: set[str] = set()
    others: set[str] = set()
    for one in decided:
        if len(one.subjects) == 1:
            (own if one.author == author else others).add(one.subjects[0])
    return own, others
