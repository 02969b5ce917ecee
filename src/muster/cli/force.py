"""`muster force`: how strong an operation is, who serves in it, and whether the sums come out."""

from typing import Annotated

from muster.cli.opening import brief_of
from muster.cli.options import AsCsv, AsJson, KnownBy, OfTier, On, Operation, Option
from muster.cli.report import colour, print_csv, print_json, width
from muster.errors import MusterError

Stale = Annotated[str | None, Option("Call figures stale after so many days; by default 180.", "DAYS")]


def force(
    operation: Operation,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    stale_after: Stale = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Print the strength of an operation: total, ceiling, contingents with rank and share, and what they leave over.

    Each figure is the newest by the day asked, carried forward: with the numbers its hedge allows, its age, a mark if
    it is stale, who says so, ×2 if two independent sources do, and the beginning of the claim's id for muster why.

    With --json, one object: "strength" and "contingents" (series, each with "state" and "points") and "accounts" (sums
    with "expected", "reported" and "residual"). With --csv, a row for each series.
    """
    # Imported here: `--help` does not need it.
    from muster.show.force import force_text

    days = _days(stale_after)
    found = brief_of(operation, on, known_by, tier, days)
    if as_json or as_csv:
        from muster.show.plain_force import force_as_dict, force_rows

        if as_json:
            print_json(force_as_dict(found))
        else:
            print_csv(force_rows(found))
    else:
        print(force_text(found, width(), colour()), end="")


def _days(words: str | None) -> int | None:
    if words is None:
        return None
    if not words.isascii() or not words.isdigit():
        raise MusterError(f"--stale-after {words}: that is no number of days; write one, as in 90.")
    return int(words)
