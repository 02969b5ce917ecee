"""`muster score`: measure the claims against gold."""

from pathlib import Path
from typing import Annotated, Any

from muster.cli.options import Argument, AsJson, Option
from muster.cli.report import complain, print_json_lines

Folder = Annotated[Path, Argument("DIR", "A folder of NAME.txt and NAME.json pairs.")]
Predicted = Annotated[Path | None, Option("Score these claims (JSON Lines) instead of extracting them now.", "FILE")]
Errors = Annotated[bool, Option("List misses, false claims and wrong details first.")]
MinF1 = Annotated[float | None, Option("Exit with 1 if an overall F1 is under X.", "X", "--min-f1")]
HeldBack = Annotated[Path | None, Option("Tell the documents listed in this file apart from the others.", "FILE")]


def score(
    folder: Folder,
    predicted: Predicted = None,
    errors: Errors = False,
    as_json: AsJson = False,
    min_f1: MinF1 = None,
    held_back: HeldBack = None,
) -> None:
    """Measure claims against a folder of gold.

    Extracts the texts of DIR (or takes --predicted) and compares them with the gold beside them. Exits with 1 if a
    span is not verbatim.

    With --held-back, one line for the documents that were held back while rules were written and one for the others:
    the gap tells how far the rules fit the texts rather than the language. Errors are listed of the others only.
    """
    # Imported here: `--help` does not need it.
    from muster.score import held_apart, read_gold, read_predictions, score

    gold = read_gold(folder)
    parts = held_apart(gold, held_back, folder) if held_back else {"all": gold}
    claims = read_predictions(predicted) if predicted else _extracted(folder)
    results = {part: score(documents, claims) for part, documents in parts.items()}
    if errors:
        shown = results.get("others") or results["all"]
        print_json_lines(difference.to_list() for difference in shown.differences)
    if as_json:
        print_json_lines(
            [{part: result.to_dict() for part, result in results.items()} if held_back else results["all"].to_dict()]
        )
    elif held_back:
        print("\n".join(result.to_line(part.replace("_", " ")) for part, result in results.items()))
    else:
        print(results["all"].to_text())
    if any(result.not_verbatim or (min_f1 is not None and result.total.f1 < min_f1) for result in results.values()):
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
