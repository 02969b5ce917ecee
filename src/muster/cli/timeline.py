"""`muster timeline`: what happened, came, went and was decided, in the order of time."""

from typing import Annotated

from muster.cli.opening import brief_of
from muster.cli.options import AsCsv, AsJson, KnownBy, OfTier, On, Operation, Option
from muster.cli.report import colour, print_csv, print_json_lines, width

Since = Annotated[str | None, Option("Only what may have been on this day (YYYY-MM-DD) or later.", "DAY")]
Until = Annotated[str | None, Option("Only what may have been on this day (YYYY-MM-DD) or earlier.", "DAY")]


def timeline(  # noqa: PLR0913, PLR0917 - one parameter for every option
    operation: Operation,
    since: Since = None,
    until: Until = None,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Tell what happened in the order of time: incidents, movements stage by stage, posture, command, strength,
    mandate.

    Each thing stands once, however many documents tell of it. What only reports date stands at the day of the first;
    with --since or --until, what nothing dates is left out.

    With --json, one entry a line: "when" ("earliest", "latest"), "section", "stage", "said", and for incidents
    "event".
    """
    # Imported here: `--help` does not need it.
    from muster import query
    from muster.show.plain_events import moment_as_dict
    from muster.show.timeline import timeline_rows, timeline_table

    found = brief_of(operation, on, known_by, tier)
    moments = query.timeline(found, since, until)
    if as_json:
        print_json_lines(moment_as_dict(moment, found.record.on) for moment in moments)
    elif as_csv:
        print_csv(timeline_rows(found, moments))
    else:
        print(timeline_table(found, moments, width(), colour()), end="")
