"""`muster incidents`: what happened, and how the counts of those hurt rose."""

from muster.cli.opening import brief_of
from muster.cli.options import AsCsv, AsJson, Joins, KnownBy, OfTier, On, Operation
from muster.cli.report import colour, print_csv, print_json_lines, width


def incidents(
    operation: Operation,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    joins: Joins = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what happened: each event once, however many documents tell of it, with the counts of those hurt.

    Reports are of one event if day, place, type, means and counts speak for it; each toll has the count to quote, the
    least and the most told, and every count in the order in which it was first reported. Beneath stand the
    nationalities against the count for all, and what followed the event, after how many days.

    With --json, one event a line: "when", "places", "types", "tolls" (with "low", "best", "high" and "figures"),
    "breakdowns", "incidents", "casualties", and "joins" (which comparisons joined what, with their scores).
    """
    # Imported here: `--help` does not need it.
    from muster.show.incidents import incidents_rows, incidents_table
    from muster.show.plain_events import event_as_dict

    found = brief_of(operation, on, known_by, tier)
    record = found.record
    if as_json:
        print_json_lines(event_as_dict(event, record.on) for event in record.incidents)
    elif as_csv:
        print_csv(incidents_rows(record.incidents))
    else:
        print(incidents_table(found, record.incidents, width(), colour(), joins), end="")
