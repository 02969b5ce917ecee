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
