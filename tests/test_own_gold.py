"""How good the extraction is on gold that is part of the repository: the examples, and reports written for it.

The floors below are pinned to the texts by a hash: whoever changes the gold, or lowers a floor, does it on purpose.
"""

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from command_line import Muster

TESTS = Path(__file__).parent
# Folder of gold: F1 it must reach, and the hash of texts and gold it was measured on.
FLOORS = {"examples": (0.77, "2a71eba0fec0a7d7"), "authored": (0.63, "35084b6008b80d01")}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts and gold side by side, as `muster score` wants them."""
    root = tmp_path_factory.mktemp("gold")
    shutil.copytree(TESTS / "gold" / "authored", root / "authored")
    shutil.copytree(TESTS / "gold" / "examples", root / "examples")
    for file in (root / "examples").glob("*.json"):
        shutil.copy(TESTS.parent / "examples" / f"{file.stem}.txt", root / "examples")
    return root


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_the_score_stays_above_its_floor(muster: Muster, gold: Path, folder: str) -> None:
    floor, texts = FLOORS[folder]
    assert _hash(gold / folder) == texts, "the gold has changed: measure again and pin floor and hash anew"
    shown = muster("score", gold / folder, "--json")
    result = json.loads(shown.out)
    assert result["not_verbatim"] == 0
    assert result["f1"] >= floor


def _hash(folder: Path) -> str:
    whole = sha256()
    for file in sorted(folder.iterdir()):
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()[:16]
