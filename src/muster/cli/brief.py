"""`muster brief`: the state of a mission."""

from typing import Annotated

from muster.cli.opening import brief_of
from muster.cli.options import AsJson, KnownBy, OfTier, On, Operation, Option
from muster.cli.report import colour, print_json, width

Everything = Annotated[bool, Option("Leave no line out, however long a section gets.", name="--all")]

# Wide enough for figures and their sources to stand side by side.
PICTURE_WIDTH = 140
Picture = Annotated[str | None, Option("Also save what is shown as a picture.", "FILE.svg")]


def brief(
    operation: Operation,
    on: On = None,
    known_by: KnownBy = None,
    tier: OfTier = None,
    everything: Everything = False,
    svg: Picture = None,
    as_json: AsJson = False,
) -> None:
    """Print the state of an operation: command, strength, contingents, movements, posture, incidents, mandate.

    Each line has its figure as it was hedged, its day, who says so, how old it is, and the beginning of the claim's
    id for muster why.

    With --json, one object: "operation", "name", "on", "known_by", "documents", and a key for every section, in which
    each thing said is a claim with its "day", "age_days", "publisher", "document" and "also" (ids of others who say
    the same).
    """
    # Imported here: `--help` does not need it.
    from muster.show.brief import brief_text

    found = brief_of(operation, on, known_by, tier)
    if as_json:
        from muster.show.plain import brief_as_dict

        print_json(brief_as_dict(found))
    else:
        print(brief_text(found, width(), colour(), everything), end="")
    if svg is not None:
        from pathlib import Path

        from muster.show.picture import save_picture

        text = brief_text(found, PICTURE_WIDTH, True, everything)
        save_picture(text, f"muster brief {operation}", PICTURE_WIDTH, Path(svg))
