"""How good the extraction has to be, whatever else changes. Needs the gold, which is not part of the repository."""

import json
from pathlib import Path

import pytest

from command_line import Muster


@pytest.mark.parametrize(("folder", "floor"), [("seeds", 0.90), ("dev", 0.60)])
def test_the_score_stays_above_its_floor(muster: Muster, shared: Path, folder: str, floor: float) -> None:
    shown = muster("score", shared / "gold" / folder, "--json")
    result = json.loads(shown.out)
    assert result["not_verbatim"] == 0
    assert result["f1"] >= floor


@pytest.mark.parametrize(("folder", "recall"), [("seeds", 0.35), ("dev", 0.30), ("unsg", 0.45)])
def test_what_both_readers_make_is_right(
    muster: Muster, shared: Path, tmp_path: Path, folder: str, recall: float
) -> None:
    """Confirmed claims alone: precision 0.95 is what the tier promises; recall is what they cover."""
    confirmed = tmp_path / "confirmed.jsonl"
    confirmed.write_text(muster("extract", shared / "gold" / folder, "--tier", "confirmed", "--json").out, "utf-8")
    result = json.loads(muster("score", shared / "gold" / folder, "--predicted", confirmed, "--json").out)
    assert result["precision"] >= 0.95
    assert result["recall"] >= recall
