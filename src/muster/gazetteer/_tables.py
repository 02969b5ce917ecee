"""The tables in `data/`, read as text and checked for their shape."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from muster.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: where it stands and what its cells say under their columns."""

    table: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    def list(self, column: str) -> tuple[str, ...]:
        """The entries of a cell that holds a list; an empty cell holds none."""
        return tuple(entry.strip() for entry in self.cells[column].split(";") if entry.strip())

    def fault(self, wrong: str) -> GazetteerError:
        """The error that names the table, the line and what is wrong there."""
        return GazetteerError(f"{self.table}, line {self.line}: {wrong}")


def table_text(table: str) -> str:
    """The text of one of the tables that come with Muster."""
    # Not importlib.resources, which takes 15 ms to import: a read command has 200 in all.
    return (Path(__file__).with_name("data") / table).read_text(encoding="utf-8")


def rows(text: str, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table; raises GazetteerError if its head or a row has other columns."""
    reader = csv.reader(StringIO(text))
    head = tuple(next(reader, ()))
    if head != columns:
        raise GazetteerError(f"{table}, line 1: the columns are {','.join(head)}; they must be {','.join(columns)}")
    for cells in reader:
        if len(cells) != len(columns):
            raise GazetteerError(
                f"{table}, line {reader.line_num}: {len(cells)} cells under {len(columns)} columns; "
                "put a cell that holds a comma in double quotes"
            )
        yield Row(table, reader.line_num, dict(zip(columns, cells, strict=True)))
