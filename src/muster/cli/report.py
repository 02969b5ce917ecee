"""What goes to standard output and standard error, and how it is to look there."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

PLAIN_WIDTH = 100
"""Characters a line has where nobody watches: files and programs get the same whatever the terminal."""


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"muster: {message}", file=sys.stderr, flush=True)


def print_json(value: Any) -> None:
    """A value as indented JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_lines(values: Iterable[Any]) -> None:
    """Values as JSON, each on a line of its own."""
    for value in values:
        print(json.dumps(value, ensure_ascii=False))


def print_csv(rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV, the first being the head."""
    # Imported here: most commands print none.
    import csv

    csv.writer(sys.stdout, lineterminator="\n").writerows(rows)


def is_terminal() -> bool:
    """Whether a person watches standard output."""
    return sys.stdout.isatty()


def width() -> int:
    """How many characters a line may have."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if is_terminal() else PLAIN_WIDTH


def colour() -> bool:
    """Whether colour is wanted: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
