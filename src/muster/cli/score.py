"""`muster score`: measure the claims against gold."""

from pathlib import Path
from typing import Annotated, Any

from muster.cli.options import Argument, AsJson, Option
from muster.cli.report import complain, print_json_lines

Folder = Annotated[Path, Argument("DIR", "A folder of NAME.txt and NAME.json pairs.")]
Predicted = Annotated[Path | None, Option("Score these claims (JSON Lines) instead of extracting them now.", "FILE")]
Errors = Annotated[bool, Option("List misses, false claims and wrong details first.")]
MinF1 = Annotated[float | None, Option("Exit with 1 if the overall F1 is under X.", "X", "--min-f1")]


def score(
    folder: Folder,
    predicted: Predicted = None,
    errors: Errors = False,
    as_json: AsJson = False,
    min_f1: MinF1 = None,
) -> None:
    """Measure claims against a folder of gold.

    Extracts the texts of DIR (or takes --predicted) and compares them with the gold beside them. Exits with 1 if a
    span is not verbatim.
    """
    # Imported here: `--help` does not need it.
    from muster.score import read_gold, read_predictions, score

    gold = read_gold(folder)
    claims = read_predictions(predicted) if predicted else _extracted(folder)
    result = score(gold, claims)
    if errors:
        print_json_lines(difference.to_list() for difference in result.differences)
    if as_json:
        print_json_lines([result.to_dict()])
    else:
        print(result.to_text())
    if result.not_verbatim or (min_f1 is not None and result.total.f1 < min_f1):
        raise SystemExit(1)


def _extracted(folder: Path) -> dict[str, list[dict[str, Any]]]:
    # Imported here: the stages are slow to load, and given predictions do not need them.
    from muster.pipeline import Extracted, extract_files

    claims: dict[str, list[dict[str, Any]]] = {}
    for outcome in extract_files([folder]):
        if isinstance(outcome, Extracted):
            claims[outcome.document.name] = [claim.to_dict() for claim in outcome.claims]
        else:
            complain(outcome.reason)
    return claims
