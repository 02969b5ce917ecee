"""Pins the floors that `tests/test_own_gold.py` holds the extraction to, at what is measured now.

usage: python benchmarks/floors.py [--lower]

A floor is the measured F1, cut to two decimals, less a hundredth. Floors are only raised; with --lower they are set
to what is measured, whatever they were, and so they are where the gold itself has changed.
"""

import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[1]
sys.path.insert(0, str(REPOSITORY / "tests"))

from own_gold import beside_each_other, hash_of  # noqa: E402

FLOORS = REPOSITORY / "tests" / "floors.json"


def floor(f1: float) -> float:
    return max(math.floor(f1 * 100 - 1) / 100, 0)


def measured(folder: Path) -> dict[str, Any]:
    script = Path(sys.executable).with_name("muster")
    result = json.loads(subprocess.run([script, "score", folder, "--json"], check=True, capture_output=True).stdout)
    kinds = {kind: floor(figures[2]) for kind, figures in sorted(result["kinds"].items())}
    return {"texts": hash_of(folder), "f1": floor(result["f1"]), "kinds": kinds}


def main() -> None:
    pinned = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    lower = "--lower" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        gold = beside_each_other(REPOSITORY, Path(scratch))
        for folder in sorted(gold.iterdir()):
            now, before = measured(folder), pinned.get(folder.name)
            if before and before["texts"] == now["texts"] and not lower:
                now["f1"] = max(now["f1"], before["f1"])
                now["kinds"] = {kind: max(f1, before["kinds"].get(kind, 0)) for kind, f1 in now["kinds"].items()}
            pinned[folder.name] = now
            print(folder.name, json.dumps(now))
    FLOORS.write_text(json.dumps(pinned, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
