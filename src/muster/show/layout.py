"""Text in columns for terminals wide and narrow.

Plain strings: a library for it takes longer to import than a whole question takes to be answered.
"""

from collections.abc import Iterable, Sequence
from textwrap import wrap

BOLD, DIM, UNDERLINED = "1", "2", "1;4"
GAP = "  "
# A column that may wrap is never narrower than this.
NARROWEST = 24


def styled(text: str, style: str, colour: bool) -> str:
    """The text in an ANSI style, if colour is wanted."""
    return f"\033[{style}m{text}\033[0m" if colour and style and text else text


def shortened(text: str, width: int) -> str:
    """The text, cut with an ellipsis if it is longer than `width`."""
    return text if len(text) <= width else text[: max(width - 1, 1)].rstrip() + "…"


def widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """The width that each column needs."""
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width`, each as far in as the first; one empty line for no text."""
    margin = text[: len(text) - len(text.lstrip())]
    return wrap(text, max(width, len(margin) + 1), subsequent_indent=margin, break_on_hyphens=False) or [""]


def columns(head: Sequence[str], rows: Sequence[Sequence[str]], width: int, colour: bool = False) -> str:
    """A table under its head. The widest column gives way to the terminal: it is wrapped."""
    needed = widths([head, *rows])
    widest = needed.index(max(needed))
    needed[widest] = min(needed[widest], max(width - sum(needed) + needed[widest] - len(GAP) * len(needed), NARROWEST))
    lines = [styled(_row(head, needed), DIM, colour)]
    for row in rows:
        folded = wrapped(row[widest], needed[widest])
        for i, part in enumerate(folded):
            cells = [part if at == widest else (cell if i == 0 else "") for at, cell in enumerate(row)]
            lines.append(_row(cells, needed))
    return "\n".join(lines)


def _row(cells: Sequence[str], needed: Sequence[int]) -> str:
    return GAP.join(cell.ljust(width) for cell, width in zip(cells, needed, strict=True)).rstrip()
