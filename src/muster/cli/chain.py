"""`muster chain`: reinforcements and withdrawals, from request to return."""

from muster.cli.opening import brief_of
from muster.cli.options import AsCsv, AsJson, Joins, KnownBy, OfTier, On, Operation
from muster.cli.report import colour, print_csv, print_json_lines, width


def chain(
    operation: Operation,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    joins: Joins = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Follow forces that come and go: request, announcement, movement, arrival, role, return, joined across reports.

    Each chain says who asked, who sends, what was planned and what arrived; each stage when it was and how many days
    after the one before. Countries stand beneath the organisation whose announcement they answer.

    With --json, one chain a line: "actor", "direction", "asked_by", "planned", "arrived", "missing", "stages",
    "delays" and "contributions".
    """
    # Imported here: `--help` does not need it.
    from muster.show.chains import chains_rows, chains_table
    from muster.show.plain_events import chain_as_dict

    found = brief_of(operation, on, known_by, tier)
    record = found.record
    if as_json:
        print_json_lines(chain_as_dict(one, record.on) for one in record.movements)
    elif as_csv:
        print_csv(chains_rows(record.movements))
    else:
        print(chains_table(found, record.movements, width(), colour(), joins), end="")
