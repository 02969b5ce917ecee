"""Searching texts and claims for words: by SQLite's full-text index in a file, by plain comparison on a server."""

import re

from muster.errors import LedgerError
from muster.ledger.holdings import SHORTEST_PREFIX, claim_of_row
from muster.ledger.reader import Reader
from muster.model.claim import Claim

FINDINGS_A_READING = 1_000_000
"""Rows of the index of claims are numbered reading times this plus position: no document makes as many claims."""

_WORD = re.compile(r"\w+")
_MOST_WORDS = 12


def words_of(asked: str) -> tuple[str, ...]:
    """The words to look for; marks are left out, and whatever comes after the twelfth word."""
    return tuple(_WORD.findall(asked))[:_MOST_WORDS]


def found_documents(reader: Reader, asked: str, most: int) -> list[str]:
    """The ids of the documents that hold all the words in title, name, publisher or text, the best first.

    The last word may be the beginning of one. Accents and case do not matter in a file.
    """
    words = words_of(asked)
    if not words:
        return []
    if _is_file(reader):
        question = """SELECT c.document FROM search_documents s JOIN copies c ON c.id = s.rowid
            WHERE search_documents MATCH :words ORDER BY bm25(search_documents, 8.0, 4.0, 1.0) LIMIT :most"""
        return [row[0] for row in reader.rows(question, words=_match(words), most=most)]
    held = "(t.text ILIKE {0} OR c.title ILIKE {0} OR c.name ILIKE {0} OR c.publisher ILIKE {0})"
    conditions = " AND ".join(held.format(f":w{i}") for i in range(len(words)))
    question = f"""SELECT DISTINCT c.document FROM copies c JOIN texts t ON t.document = c.document
        WHERE {conditions} LIMIT :most"""
    return [row[0] for row in reader.rows(question, most=most, **_anywhere(words))]


def found_claims(reader: Reader, asked: str, most: int) -> list[Claim]:
    """The current claims that hold all the words in what they say or in the words that say so, the best first."""
    words = words_of(asked)
    if not words:
        return []
    current = "f.reading = (SELECT MAX(r.id) FROM readings r WHERE r.document = c.document)"
    columns = "c.id, c.document, c.body, f.words, f.resolution, f.rule, f.tier"
    if _is_file(reader):
        # The index first, and more of it than wanted: some of what it finds belongs to older readings.
        question = f"""WITH s AS (SELECT rowid AS row, rank FROM search_claims
                WHERE search_claims MATCH :words ORDER BY rank LIMIT 4 * :most)
            SELECT {columns} FROM s
            JOIN findings f ON f.reading = s.row / {FINDINGS_A_READING} AND f.position = s.row % {FINDINGS_A_READING}
            JOIN claims c ON c.id = f.claim WHERE {current} ORDER BY s.rank LIMIT :most"""
        return [claim_of_row(row) for row in reader.rows(question, words=_match(words), most=most)]
    conditions = " AND ".join(f"c.body ILIKE :w{i}" for i in range(len(words)))
    question = f"""SELECT {columns} FROM claims c JOIN findings f ON f.claim = c.id
        WHERE {current} AND {conditions} ORDER BY f.reading DESC, f.position LIMIT :most"""
    return [claim_of_row(row) for row in reader.rows(question, most=most, **_anywhere(words))]


def claim_by_address(reader: Reader, asked: str) -> str | None:
    """The id of the one claim whose id begins so; None if it is no beginning of an id, or of several."""
    low = asked.strip().lower()
    if len(low) < 2 * SHORTEST_PREFIX or not re.fullmatch(r"[0-9a-f]{8,64}", low):
        return None
    question = "SELECT id FROM claims WHERE id >= :low AND id < :high LIMIT 2"
    found = reader.rows(question, low=low, high=low + "g")
    return found[0][0] if len(found) == 1 else None


def _match(words: tuple[str, ...]) -> str:
    """The words as FTS5 wants them: each quoted, so that none is an operator, the last one open at its end."""
    return " ".join(f'"{word}"' for word in words) + "*"


def _anywhere(words: tuple[str, ...]) -> dict[str, str]:
    escaped = (word.replace("_", r"\_") for word in words)
    return {f"w{i}": f"%{word}%" for i, word in enumerate(escaped)}


def _is_file(reader: Reader) -> bool:
    try:
        reader.rows("SELECT sqlite_version()")
    except LedgerError:
        return False
    return True
