import subprocess
import sys
from pathlib import Path

import pytest

import muster
from muster import pipeline, query


def test_every_name_of_the_facade_is_there_and_sorted() -> None:
    assert muster.__all__ == sorted(muster.__all__)
    assert [name for name in muster.__all__ if not hasattr(muster, name)] == []


def test_the_facade_gives_the_very_functions_of_the_rooms() -> None:
    assert muster.extract_files is pipeline.extract_files
    assert muster.why is query.why


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        muster.nonsense  # noqa: B018


@pytest.mark.parametrize("slow", ["spacy", "sqlalchemy", "typer", "rich", "yaml", "pydantic"])
def test_what_read_commands_import_is_light(repository: Path, slow: str) -> None:
    rooms = "muster, muster.cli.direct, muster.query, muster.show.brief, muster.show.tables, muster.settings"
    program = f"import sys, {rooms}; print({slow!r} in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=repository)
    assert shown.stdout == "False\n"
