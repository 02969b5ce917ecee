"""What goes to standard output and standard error."""

import json
import sys
from typing import Any


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"muster: {message}", file=sys.stderr, flush=True)


def print_json_line(value: Any) -> None:
    """A value as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def print_json(value: Any) -> None:
    """A value as indented JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def is_terminal() -> bool:
    """Whether a person watches standard output."""
    return sys.stdout.isatty()
