"""How good the extraction is on gold that is part of the repository: the examples, and reports written for it.

The floors in `floors.json` are pinned to the texts by a hash. `python benchmarks/floors.py` raises them to what is
measured; it lowers one only if told to (`--lower`).
"""

import json
from pathlib import Path

import pytest

from command_line import Muster
from muster.score.gold import read_gold
from own_gold import beside_each_other, hash_of

TESTS = Path(__file__).parent
FLOORS = json.loads((TESTS / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts and gold side by side, as `muster score` wants them."""
    return beside_each_other(TESTS.parent, tmp_path_factory.mktemp("gold"))


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_the_score_stays_above_its_floors(muster: Muster, gold: Path, folder: str) -> None:
    floors = FLOORS[folder]
    assert hash_of(gold / folder) == floors["texts"], "the gold has changed: measure again and pin the floors anew"
    result = json.loads(muster("score", gold / folder, "--json").out)
    assert result["not_verbatim"] == 0
    assert result["f1"] >= floors["f1"]
    below = {kind: figures[2] for kind, figures in result["kinds"].items() if figures[2] < floors["kinds"][kind]}
    assert below == {}


def test_what_the_trained_reader_learned_from_is_sound_and_none_of_what_is_apart() -> None:
    learned = {document.name for document in read_gold(TESTS.parent / "training" / "gold")}
    lines = (TESTS.parent / "training" / "apart.txt").read_text("utf-8").splitlines()
    apart = {line.rpartition("/")[2] for line in lines if not line.startswith("#")}
    assert len(learned) > 300
    assert not learned & apart
    assert {file.stem for file in (TESTS / "gold" / "apart").glob("*.txt")} <= apart
    held_back = (TESTS / "held_back.txt").read_text("utf-8").splitlines()
    assert {line for line in held_back if not line.startswith("#")} <= set(lines)
