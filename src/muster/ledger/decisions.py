"""What people decided, as the ledger has it: questions to a reader."""

import json
from collections.abc import Iterable

from muster.ledger.holdings import claim_of_row
from muster.ledger.reader import Reader, Row
from muster.model.claim import Claim
from muster.model.judgement import Judgement, Verdict, Withdrawal, decided

_ALL = """SELECT j.id, j.verdict, j.subjects, j.author, j.reason, j.correction, j.at, w.author, w.reason, w.at
FROM judgements j LEFT JOIN withdrawals w ON w.judgement = j.id"""

# Judgements about claims of an operation or of none, about names, and corrections that move a claim there.
_OF = """j.operation = :operation OR j.id IN (
    SELECT d.judgement FROM judged d JOIN claims c ON c.id = d.subject
    WHERE c.operation = :operation OR c.operation IS NULL
    UNION SELECT d.judgement FROM judged d WHERE d.named)"""


def judgements(reader: Reader, operation: str | None = None, subject: str | None = None) -> list[Judgement]:
    """Every judgement, withdrawn ones too, in the order they were made.

    With `operation`, those that may bear on its record; with `subject`, those about this claim or name.
    """
    if subject is not None:
        about = "j.id IN (SELECT d.judgement FROM judged d WHERE d.subject = :subject)"
        rows = reader.rows(f"{_ALL} WHERE {about} ORDER BY j.id", subject=subject)
    elif operation is not None:
        rows = reader.rows(f"{_ALL} WHERE {_OF} ORDER BY j.id", operation=operation)
    else:
        rows = reader.rows(f"{_ALL} ORDER BY j.id")
    return [_judgement(row) for row in rows]


def _judgement(row: Row) -> Judgement:
    number, verdict, subjects, author, reason, correction, at, *taken = row
    return Judgement(
        verdict=Verdict(verdict),
        subjects=tuple(json.loads(subjects)),
        author=author,
        reason=reason,
        correction=json.loads(correction),
        number=number,
        at=at,
        withdrawn=Withdrawal(*taken) if taken[0] is not None else None,
    )


def upheld_claims(reader: Reader, made: Iterable[Judgement], known: Iterable[str]) -> list[Claim]:
    """The claims that a person accepted or corrected and that are not among the ids `known`: a later reading of their
    document did not find them again, or they were said of another operation. A person's word outlives a reading."""
    upheld = [claim for claim, one in decided(made).items() if one.verdict is not Verdict.REJECT]
    have = set(known)
    question = """SELECT c.id, c.document, c.body, f.words, f.resolution, f.rule, f.tier
        FROM claims c JOIN findings f ON f.claim = c.id WHERE c.id = :id ORDER BY f.reading DESC LIMIT 1"""
    rows = (reader.rows(question, id=address) for address in upheld if address not in have)
    return [claim_of_row(found[0]) for found in rows if found]
