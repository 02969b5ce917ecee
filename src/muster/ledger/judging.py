"""Entering what people decided. Imports SQLAlchemy: only the store may import this file."""

import json

from sqlalchemy import Connection, select

from muster.errors import UnknownClaim, UnknownJudgement
from muster.ledger import schema
from muster.model.judgement import Judgement, Verdict, Withdrawal, checked


def append_judgement(connection: Connection, judgement: Judgement, at: str) -> Judgement:
    """Enter one judgement. Raises BadJudgement, UnknownClaim."""
    made = checked(judgement)._replace(at=at)
    for subject in made.subjects:
        if ":" not in subject:
            _check_claim(connection, subject)
    row = {
        "verdict": str(made.verdict),
        "subjects": json.dumps(made.subjects, ensure_ascii=False),
        "author": made.author,
        "reason": made.reason,
        "correction": json.dumps(dict(made.correction), ensure_ascii=False),
        "operation": made.correction.get("operation"),
        "at": at,
    }
    number = int(connection.execute(schema.judgements.insert().returning(schema.judgements.c.id), row).scalar_one())
    about = [{"judgement": number, "subject": one, "named": ":" in one} for one in dict.fromkeys(made.subjects)]
    connection.execute(schema.judged.insert(), about)
    return made._replace(number=number)


def _check_claim(connection: Connection, address: str) -> None:
    table = schema.claims
    if connection.execute(select(table.c.id).where(table.c.id == address)).first() is None:
        raise UnknownClaim(f"no claim {address[:12]} is in the ledger: see muster claims")


def append_withdrawal(connection: Connection, number: int, withdrawal: Withdrawal, at: str) -> Judgement:
    """Undo one judgement. Raises UnknownJudgement."""
    table, gone = schema.judgements, schema.withdrawals
    row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        raise UnknownJudgement(f"there is no judgement {number}: see muster judge list")
    if connection.execute(select(gone.c.judgement).where(gone.c.judgement == number)).first() is not None:
        raise UnknownJudgement(f"judgement {number} is withdrawn already: see muster judge list --all")
    taken = withdrawal._replace(at=at)
    connection.execute(gone.insert(), {"judgement": number, **taken._asdict()})
    return Judgement(
        verdict=Verdict(row["verdict"]),
        subjects=tuple(json.loads(row["subjects"])),
        author=row["author"],
        reason=row["reason"],
        correction=json.loads(row["correction"]),
        number=number,
        at=row["at"],
        withdrawn=taken,
    )
