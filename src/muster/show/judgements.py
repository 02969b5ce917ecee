"""Judgements as a table, and for programs."""

from collections.abc import Iterable
from typing import Any

from muster.model.judgement import Judgement
from muster.show.lines import ID_LENGTH
from muster.show.tables import table


def judgements_table(judgements: Iterable[Judgement], width: int = 100, colour: bool = False) -> str:
    """Each judgement with its number, what was decided of what, by whom, when and why."""
    head = ("number", "verdict", "of", "changes", "author", "at", "reason")
    rows = [
        (
            str(one.number),
            f"{one.verdict} (withdrawn)" if one.withdrawn else str(one.verdict),
            ", ".join(subject if ":" in subject else subject[:ID_LENGTH] for subject in one.subjects),
            changes(one),
            one.author,
            one.at[:10],
            one.reason,
        )
        for one in judgements
    ]
    return table(head, rows, "no judgements yet: muster judge accept CLAIM", width, colour)


def changes(judgement: Judgement) -> str:
    """What a correction changes, as it can be written again."""
    return ", ".join(f"{name}={slot_words(value)}" for name, value in judgement.correction.items())


def slot_words(value: Any) -> str:
    """A slot's value (GUIDE.md's form) as a correction is written: `at-least 30`, `300..400`, `A; B`."""
    if isinstance(value, dict):
        number = value.get("best") if value.get("low") is None else f"{value['low']}..{value.get('high')}"
        return " ".join(str(part) for part in (value.get("rel"), number) if part is not None)
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)


def judgement_as_dict(one: Judgement) -> dict[str, Any]:
    """A judgement for programs; `withdrawn` null while it holds."""
    return {
        "number": one.number,
        "verdict": str(one.verdict),
        "subjects": list(one.subjects),
        "correction": dict(one.correction),
        "author": one.author,
        "reason": one.reason,
        "at": one.at,
        "withdrawn": one.withdrawn._asdict() if one.withdrawn else None,
    }
