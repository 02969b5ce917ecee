"""What the fixture `muster` gives: a way to run commands, and what they leave behind."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


Muster = Callable[..., Ran]
