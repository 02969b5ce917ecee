"""Valid time as reported."""

from dataclasses import dataclass
from enum import StrEnum


class Resolution(StrEnum):
    """How the words of a time became a date."""

    EXPLICIT = "explicit"
    RELATIVE = "relative to publication"
    INHERITED = "inherited from sentence"
    CONSTRAINED = "constrained by the record"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class When:
    """A time: EDTF if it could be read (`2023-06-04`, `2023-05-29/2023-06-04`, `XXXX-10-09`, `../2023-06`),
    the words it came from, and how it was resolved. `edtf` is None where nothing fixes it: never a guess."""

    edtf: str | None
    words: str
    resolution: Resolution
