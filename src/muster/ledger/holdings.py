"""What a ledger holds: questions to a reader, answered with values of the model."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from muster.errors import UnknownClaim, UnknownDocument
from muster.ledger.reader import Reader, Row
from muster.ledger.signature import numbers
from muster.model.card import Card, Caution, Dating, PastReading
from muster.model.claim import Claim
from muster.model.interchange import claim_from_dict

if TYPE_CHECKING:
    from muster.model.document import Document

# The shortest beginning of an id that may stand for it.
SHORTEST_PREFIX = 4

# A document's claims are those of its newest reading.
_CLAIMS = """
SELECT c.id, c.document, c.body, f.words, f.resolution, f.rule, f.tier
FROM claims c JOIN findings f ON f.claim = c.id
WHERE f.reading = (SELECT MAX(r.id) FROM readings r WHERE r.document = c.document)"""

# Kinds of claims that bear on an operation in whose documents they stand, though they name none.
_AROUND = "('relation', 'incident', 'casualty', 'posture')"

# Documents that speak of an operation, or all of them.
_OF = "(SELECT c.document FROM claims c WHERE c.operation = :operation)"


def claim_of_row(row: Row) -> Claim:
    """The claim in a row of id, document, body, words, resolution, rule and tier."""
    address, document, body, words, resolution, rule, tier = row
    written = {**json.loads(body), "tier": tier}
    # The ledger is addressed by content: what it knows need not be computed again.
    return claim_from_dict(written, document, words=words, resolution=resolution, rule=rule).known_as(address)


def claims(
    reader: Reader,
    operation: str | None = None,
    kind: str | None = None,
    status: str | None = None,
    document: str | None = None,
    tier: str | None = None,
) -> list[Claim]:
    """The current claims that have all the values given, document by document in order of reading."""
    wanted = {"c.operation": operation, "c.kind": kind, "c.status": status, "c.document": document, "f.tier": tier}
    given = {column: value for column, value in wanted.items() if value is not None}
    conditions = "".join(f" AND {column} = :{column[2:]}" for column in given)
    parameters = {column[2:]: value for column, value in given.items()}
    return [
        claim_of_row(row) for row in reader.rows(f"{_CLAIMS}{conditions} ORDER BY f.reading, f.position", **parameters)
    ]


def operation_claims(reader: Reader, operation: str, tier: str | None = None) -> list[Claim]:
    """The current claims about an operation, and what the documents that speak of it tell around it.

    That is relations, incidents, casualties and posture that are given to no operation. With `tier`, only claims of it.
    """
    own = claims(reader, operation=operation, tier=tier)
    question = f"{_CLAIMS} AND c.kind IN {_AROUND} AND c.document IN {_OF} ORDER BY f.reading, f.position"
    spoken_of = {claim.document for claim in own}
    around = [claim_of_row(row) for row in reader.rows(question, operation=operation)]
    of_tier = [claim for claim in around if tier is None or claim.tier == tier]
    return own + [claim for claim in of_tier if claim.operation is None and claim.document in spoken_of]


def tally(reader: Reader) -> list[tuple[str, str, int]]:
    """Operation, document, and how many current claims the document makes about the operation."""
    question = """SELECT c.operation, c.document, COUNT(*) FROM claims c JOIN findings f ON f.claim = c.id
        WHERE f.reading = (SELECT MAX(r.id) FROM readings r WHERE r.document = c.document)
        AND c.operation IS NOT NULL GROUP BY c.operation, c.document"""
    return [(operation, document, number) for operation, document, number in reader.rows(question)]


def find_claim(reader: Reader, prefix: str) -> Claim:
    """The claim whose id begins with `prefix` (at least four characters, hex), current or made by an older reading.

    Raises UnknownClaim if there is none or several.
    """
    if len(prefix) < SHORTEST_PREFIX:
        raise UnknownClaim(f"“{prefix}” is too short: give at least {SHORTEST_PREFIX} characters of the claim's id")
    low = prefix.lower()
    # Every hex digit sorts before "g", in any collation.
    found = reader.rows("SELECT id FROM claims WHERE id >= :low AND id < :high ORDER BY id", low=low, high=low + "g")
    if not found:
        raise UnknownClaim(f"no claim begins with “{prefix}”: see muster claims")
    if len(found) > 1:
        several = ", ".join(row[0][:12] for row in found[:5])
        raise UnknownClaim(f"{len(found)} claims begin with “{prefix}”: give more characters ({several})")
    question = """SELECT c.id, c.document, c.body, f.words, f.resolution, f.rule, f.tier
        FROM claims c JOIN findings f ON f.claim = c.id WHERE c.id = :id ORDER BY f.reading DESC LIMIT 1"""
    return claim_of_row(reader.rows(question, id=found[0][0])[0])


def cards(reader: Reader, operation: str | None = None) -> list[Card]:
    """The catalogue cards of all documents, or of those that speak of an operation, in the order they were added."""
    given: dict[str, object] = {} if operation is None else {"operation": operation}
    return _cards(reader, "" if operation is None else _OF, given)


def newest_cards(reader: Reader, start: int, number: int) -> tuple[list[Card], int, int]:
    """Cards from place `start` on, `number` of them at most, newest publication first and undated documents last; how
    many documents there are; and how many are undated."""
    question = """SELECT d.id, (SELECT t.day FROM datings t WHERE t.document = d.id ORDER BY t.id DESC LIMIT 1)
        FROM documents d"""
    dated = sorted(((day or "", address) for address, day in reader.rows(question)), reverse=True)
    shown = [address for _, address in dated[start : start + number]]
    given: dict[str, object] = {f"d{place}": address for place, address in enumerate(shown)}
    among = f"(SELECT id FROM documents WHERE id IN ({', '.join(f':{name}' for name in given)}))"
    found = {card.document: card for card in _cards(reader, among, given)} if shown else {}
    return [found[address] for address in shown], len(dated), sum(not day for day, _ in dated)


def _cards(reader: Reader, among: str, given: dict[str, object]) -> list[Card]:
    """The cards of the documents in the subquery `among` (all, if empty)."""

    def of(column: str) -> str:
        return f"WHERE {column} IN {among}" if among else ""

    added = reader.rows(f"SELECT id, added FROM documents {of('id')} ", **given)
    copies = reader.rows(
        f"SELECT document, name, publisher, title, url FROM copies {of('document')} ORDER BY id", **given
    )
    datings = reader.rows(f"SELECT document, day, how, author, at FROM datings {of('document')} ORDER BY id", **given)
    newest = f"SELECT MAX(r.id) FROM readings r {of('r.document')} GROUP BY r.document"
    readings = reader.rows(
        f"""SELECT r.document, r.extractor, (SELECT COUNT(*) FROM findings f WHERE f.reading = r.id)
        FROM readings r WHERE r.id IN ({newest})""",
        **given,
    )
    signed = reader.rows(f"SELECT document, minhash FROM signatures {of('document')} ", **given)
    copies_of = _by_document(copies)
    dating_of = {row[0]: Dating(*row[1:]) for row in datings}
    reading_of = {row[0]: row[1:] for row in readings}
    added_at = {row[0]: row[1] for row in added}
    signature_of = {row[0]: numbers(bytes(row[1])) for row in signed}
    # Copies come in the order they were entered: so documents do by their first.
    return [
        _card(
            document, added_at[document], copies_of[document], dating_of.get(document), reading_of.get(document)
        )._replace(signature=signature_of.get(document, ()))
        for document in copies_of
    ]


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row[1:])
    return grouped


def _card(document: str, added: str, copies: list[Row], dating: Dating | None, reading: Row | None) -> Card:
    # What a later copy says replaces what an earlier said; what it leaves out does not.
    publisher, title, url = (next((c[i] for c in reversed(copies) if c[i] is not None), None) for i in (1, 2, 3))
    return Card(
        document=document,
        names=tuple(dict.fromkeys(copy[0] for copy in copies)),
        added=added,
        publisher=publisher,
        title=title,
        url=url,
        dating=dating,
        extractor=reading[0] if reading else None,
        claims=reading[1] if reading else 0,
    )


def find_card(reader: Reader, words: str) -> Card:
    """The card of the document with that id, beginning of an id (at least four characters), or name.

    A name may leave its folders out. Raises UnknownDocument if there is none or several.
    """
    low = words.lower() if len(words) >= SHORTEST_PREFIX else "-"
    question = """SELECT id FROM documents WHERE id >= :low AND id < :high
        UNION SELECT document FROM copies WHERE name = :name OR name LIKE :ending"""
    found = reader.rows(question, low=low, high=low + "g", name=words, ending=f"%/{words}")
    if not found:
        raise UnknownDocument(f"no document “{words}” in the ledger: see muster documents")
    if len(found) > 1:
        several = ", ".join(row[0][:12] for row in found[:5])
        raise UnknownDocument(f"{len(found)} documents are called “{words}”: give the id ({several})")
    return _cards(reader, "(SELECT id FROM documents WHERE id = :id)", {"id": found[0][0]})[0]


def card(reader: Reader, address: str) -> Card:
    """The card of the document of exactly this id. Raises UnknownDocument."""
    found = _cards(reader, "(SELECT id FROM documents WHERE id = :id)", {"id": address})
    if not found:
        raise UnknownDocument(f"no document {address} in the ledger: see muster documents")
    return found[0]


def document(reader: Reader, address: str) -> "Document":
    """The document with that id: its text, and the segments its newest reading saw. Raises UnknownDocument."""
    found = reader.rows("SELECT text FROM texts WHERE document = :id", id=address)
    if not found:
        raise UnknownDocument(f"no document {address} in the ledger: see muster documents")
    card = _cards(reader, "(SELECT id FROM documents WHERE id = :id)", {"id": address})[0]
    question = "SELECT segments FROM readings WHERE document = :id ORDER BY id DESC LIMIT 1"
    seen = reader.rows(question, id=address)
    segments = json.loads(seen[0][0]) if seen else []
    # Imported here: most read commands show claims, and no text.
    from muster.model.document import Document, Segment, SegmentKind

    return Document(
        name=card.names[-1],
        text=found[0][0],
        segments=tuple(Segment(start, end, SegmentKind(kind)) for start, end, kind in segments),
        published=card.published,
        publisher=card.publisher,
        title=card.title,
        url=card.url,
    )


def original(reader: Reader, address: str) -> bytes:
    """The bytes in which the document with that id came last. Raises UnknownDocument."""
    question = """SELECT o.data FROM copies c JOIN originals o ON o.id = c.original
        WHERE c.document = :id ORDER BY c.id DESC LIMIT 1"""
    found = reader.rows(question, id=address)
    if not found:
        raise UnknownDocument(f"no document {address} in the ledger: see muster documents")
    return bytes(found[0][0])


def day_of(reader: Reader, address: str, dating: Dating | None = None) -> str | None:
    """The day of publication that will hold once `dating` is entered; None for an undated page.

    What a file said before and says again does not replace what was said since.
    """
    question = "SELECT day, how, author FROM datings WHERE document = :id ORDER BY id"
    before = [tuple(row) for row in reader.rows(question, id=address)]
    said = (dating.day, dating.how, dating.author) if dating else None
    if said is not None and (said[2] or said not in before):
        return said[0]
    return before[-1][0] if before else None


def is_read(reader: Reader, address: str, extractor: str, published: str | None) -> bool:
    """Whether the newest reading of the document is by that extractor under that day."""
    question = "SELECT extractor, published FROM readings WHERE document = :id ORDER BY id DESC LIMIT 1"
    return [tuple(row) for row in reader.rows(question, id=address)] == [(extractor, published)]


def past_readings(reader: Reader, claim: str) -> list[PastReading]:
    """Every reading of the document that makes the claim of that id, oldest first, and whether it made the claim."""
    question = """SELECT r.extractor, r.published, r.at, f.rule, f.tier FROM claims c
        JOIN readings r ON r.document = c.document LEFT JOIN findings f ON f.reading = r.id AND f.claim = c.id
        WHERE c.id = :id ORDER BY r.id"""
    return [PastReading(*row) for row in reader.rows(question, id=claim)]


def cautions(reader: Reader) -> list[Caution]:
    """Every warning kept, oldest first."""
    return [Caution(*row) for row in reader.rows("SELECT path, stage, message, at FROM cautions ORDER BY id")]
