"""Adding rows. Imports SQLAlchemy: only the store may import this file.

Of a document that is `new` nothing can be known yet, so nothing is looked up.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from muster.ledger import schema
from muster.ledger.entry import Added, Entry
from muster.ledger.signature import signature
from muster.model.card import Caution
from muster.model.claim import Claim


def append_entry(connection: Connection, entry: Entry, at: str) -> Added:
    """Enter one document; say what was new."""
    document = entry.document.id
    table = schema.documents
    new = connection.execute(select(table.c.id).where(table.c.id == document)).first() is None
    if new:
        _insert_new(connection, table, [{"id": document, "added": at}])
        text = entry.document.text
        _insert_new(connection, schema.texts, [{"document": document, "text": text}])
        _insert_new(connection, schema.signatures, [{"document": document, "minhash": signature(text)}])
    _append_copy(connection, entry, document, new, at)
    new_dating = _append_dating(connection, entry, document, new, at)
    reading = _append_reading(connection, entry, document, new, at)
    claims = {claim.id: claim for claim in entry.reading.claims} if entry.reading else {}
    new_claims = _append_claims(connection, document, new, reading, claims) if reading is not None else 0
    return Added(
        document=document,
        name=entry.document.name,
        new_document=new,
        new_dating=new_dating,
        new_reading=reading is not None,
        new_claims=new_claims,
        known_claims=len(claims) - new_claims,
    )


def append_cautions(connection: Connection, cautions: Sequence[Caution], at: str) -> None:
    """Keep the warnings that are not kept yet."""
    table = schema.cautions
    known = {tuple(row) for row in connection.execute(select(table.c.path, table.c.stage, table.c.message))}
    new = dict.fromkeys((c.path, c.stage, c.message) for c in cautions)
    rows = [
        {"path": path, "stage": stage, "message": message, "at": at}
        for path, stage, message in new
        if (path, stage, message) not in known
    ]
    if rows:
        connection.execute(table.insert(), rows)


def _insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows whose key is not there yet. A parallel writer may have been faster."""
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), list(rows))


def _append_copy(connection: Connection, entry: Entry, document: str, new: bool, at: str) -> None:
    """Note how the document reached us, unless it has reached us in just this way before."""
    original = sha256(entry.data).hexdigest()
    copy = {
        "document": document,
        "original": original,
        "name": entry.document.name,
        "publisher": entry.document.publisher,
        "title": entry.document.title,
        "url": entry.document.url,
    }
    table = schema.copies
    same = [table.c[name].is_not_distinct_from(value) for name, value in copy.items()]
    if new or connection.execute(select(table.c.id).where(*same).limit(1)).first() is None:
        _insert_new(connection, schema.originals, [{"id": original, "data": entry.data}])
        connection.execute(table.insert(), {**copy, "at": at})


def _append_dating(connection: Connection, entry: Entry, document: str, new: bool, at: str) -> bool:
    """Note the day of publication, unless the same was said in the same way before.

    A person may come back to a day said earlier; what a file says again changes nothing.
    """
    if entry.dating is None:
        return False
    said = (entry.dating.day, entry.dating.how, entry.dating.author)
    table = schema.datings
    query = select(table.c.day, table.c.how, table.c.author).where(table.c.document == document).order_by(table.c.id)
    before = [] if new else [tuple(row) for row in connection.execute(query)]
    if said in (before[-1:] if entry.dating.author else before):
        return False
    row = {"document": document, "day": said[0], "how": said[1], "author": said[2], "at": at}
    connection.execute(table.insert(), row)
    return True


def _append_reading(connection: Connection, entry: Entry, document: str, new: bool, at: str) -> int | None:
    """Note the reading, unless the newest one is the same; its key if it was new."""
    reading = entry.reading
    if reading is None:
        return None
    table = schema.readings
    newest = (
        select(table.c.extractor, table.c.published).where(table.c.document == document).order_by(table.c.id.desc())
    )
    last = None if new else connection.execute(newest.limit(1)).first()
    if last is not None and tuple(last) == (reading.extractor, reading.published):
        return None
    segments = [[segment.start, segment.end, segment.kind] for segment in entry.document.segments]
    row = {
        "document": document,
        "extractor": reading.extractor,
        "published": reading.published,
        "segments": json.dumps(segments, separators=(",", ":")),
        "at": at,
    }
    return int(connection.execute(table.insert().returning(table.c.id), row).scalar_one())


def _append_claims(connection: Connection, document: str, new: bool, reading: int, claims: Mapping[str, Claim]) -> int:
    """Enter the claims that are not there yet, and all of them as findings of the reading; how many were new."""
    table = schema.claims
    known = set() if new else set(connection.scalars(select(table.c.id).where(table.c.document == document)))
    unknown = [claim_row(address, claim) for address, claim in claims.items() if address not in known]
    _insert_new(connection, table, unknown)
    found = [
        {
            "reading": reading,
            "position": position,
            "claim": address,
            "words": claim.when.words if claim.when else "",
            "resolution": str(claim.when.resolution) if claim.when else None,
            "rule": claim.rule,
            "tier": str(claim.tier),
        }
        for position, (address, claim) in enumerate(claims.items())
    ]
    if found:
        connection.execute(schema.findings.insert(), found)
    return len(unknown)


def claim_row(address: str, claim: Claim) -> dict[str, str | None]:
    """A claim as its table has it."""
    return {
        "id": address,
        "document": claim.document,
        "kind": claim.kind,
        "operation": claim.operation,
        "status": str(claim.status),
        "edtf": claim.when.edtf if claim.when else None,
        "body": json.dumps(claim.body, ensure_ascii=False, separators=(",", ":")),
    }
