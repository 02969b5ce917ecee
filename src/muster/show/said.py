"""One claim in a record, as plain data for JSON.

A *said* is `{"claim": id, …slots of GUIDE.md…, "tier": "confirmed" or "candidate", "day": latest day it can have been
so or null, "age_days": days before `on` or null, "publisher": …, "document": id, "published": day or null, "also": [ids
of the further claims that say the same]}`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from muster.model.card import Card
from muster.model.report import Attested


def said_as_dict(said: Attested, on: str) -> dict[str, Any]:
    """What is said, of when, how old it is on the ISO day `on`, and by whom."""
    return {
        "claim": said.claim.id,
        **said.claim.slots,
        "tier": str(said.claim.tier),
        "day": said.day,
        "age_days": max((date.fromisoformat(on) - date.fromisoformat(said.day)).days, 0) if said.day else None,
        **origin_as_dict(said.report.card),
        "also": [report.claim.id for report in said.others],
    }


def all_said(told: Iterable[Attested], on: str) -> list[dict[str, Any]]:
    """Each of several things said."""
    return [said_as_dict(said, on) for said in told]


def origin_as_dict(card: Card) -> dict[str, Any]:
    """Who published it, in which document, when."""
    return {"publisher": card.publisher, "document": card.document, "published": card.published}
