"""`muster conflicts`: what disagrees about an operation, and what the record makes of it."""

from muster.cli.opening import brief_of
from muster.cli.options import AsCsv, AsJson, KnownBy, OfTier, On, Operation
from muster.cli.report import colour, print_csv, print_json, width


def conflicts(
    operation: Operation,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Print every disagreement about an operation: its type, the figures, which one is taken, why, what is set aside.

    Types are conflict, parts and whole (a sum that does not come out), stale repeat (an old figure told again),
    superseded, rounding (the hedges meet) and scope (they count different things).

    With --json, an array of objects with "type", "about", "subject", "place", "day", "figures", "chosen" (a claim's id
    or null), "why" and "set_aside". With --csv, a row for each figure.
    """
    # Imported here: `--help` does not need it.
    from muster.show.conflicts import conflicts_rows, conflicts_text, contradiction_as_dict, in_order

    found = brief_of(operation, on, known_by, tier)
    if as_json:
        print_json([contradiction_as_dict(one, found.record.on) for one in in_order(found)])
    elif as_csv:
        print_csv(conflicts_rows(found))
    else:
        print(conflicts_text(found, width(), colour()), end="")
