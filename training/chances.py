"""Fit how likely claims are right: `python training/chances.py --gold FOLDER --apart FILE --out FOLDER` (README.md).

Every reader's claims on the gold that FILE lists, right or not, by logistic regression → chances.json in the folder
of the weights. Documents of `../shared/gold` are left out: they are only scored. Needs scikit-learn.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from muster.annotate import annotate_one  # noqa: E402
from muster.extract import read_by_rules  # noqa: E402
from muster.extract.chances import Candidate, features  # noqa: E402
from muster.extract.tiers import candidates  # noqa: E402
from muster.extract.trained import read_trained  # noqa: E402
from muster.model.agreement import agree  # noqa: E402
from muster.read import read_document  # noqa: E402
from muster.read.sidecar import Sidecar  # noqa: E402
from muster.score.gold import stretches_of  # noqa: E402

STRICT = 0.3
"""Inverse strength of the penalty on weights: set by leaving out a sixth of the documents at a time."""
SCORED_ONLY = ("dev/", "unsg/", "seeds/")


def judged(file: Path) -> list[tuple[Candidate, bool]]:
    """The candidates of a gold document, with whether gold has them."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    text = file.with_suffix(".txt")
    document = annotate_one(read_document(text, file.stem, Sidecar(published=gold.get("published"))))
    told = [(claim, stretches_of(document.text, claim["evidence"])) for claim in gold["claims"]]
    found = candidates(document, *read_by_rules(document), read_trained(document))
    return [(one, any(_is_told(one, claim, stretches) for claim, stretches in told)) for one in found]


def _is_told(one: Candidate, gold: dict[str, object], stretches: Sequence[tuple[int, int]]) -> bool:
    alike = gold["kind"] == one.claim.kind and agree(one.claim.slots, gold)
    return alike and any(a < span.end and span.start < b for a, b in stretches for span in one.claim.spans)


def fitted(found: Sequence[tuple[Candidate, bool]]) -> dict[str, float]:
    """The weight of each feature."""
    rows = [features(one) for one, _ in found]
    names = sorted({name for row in rows for name in row})
    given = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=STRICT, max_iter=5000, fit_intercept=False)
    model.fit(given, [right for _, right in found])
    return {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0], strict=True)}


def files(gold: Path, apart: Path) -> Iterator[Path]:
    for line in apart.read_text("utf-8").splitlines():
        if not line.startswith(("#", *SCORED_ONLY)):
            yield gold / f"{line}.json"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    for name in ("--gold", "--apart", "--out"):
        ap.add_argument(name, type=Path, required=True)
    a = ap.parse_args()
    with ProcessPoolExecutor() as pool:
        found = [one for own in pool.map(judged, files(a.gold, a.apart), chunksize=4) for one in own]
    weights = fitted(found)
    (a.out / "chances.json").write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", "utf-8")
    print(len(found), "claims,", sum(right for _, right in found), "of them right")


if __name__ == "__main__":
    main()
