import re
from pathlib import Path

import pytest

from command_line import Muster
from muster import __version__
from muster.cli.commands import COMMANDS
from muster.cli.reference import pages


@pytest.mark.parametrize("path", list(pages()))
def test_generated_pages_are_in_step_with_the_program(repository: Path, path: str) -> None:
    assert (repository / path).read_text(encoding="utf-8") == pages()[path], "run make docs"


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_help_names_every_command(muster: Muster, arguments: list[str]) -> None:
    shown = muster(*arguments)
    assert shown.status == 0
    assert [name for name in COMMANDS if not re.search(rf"^  {name}  ", shown.out, re.M)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(muster: Muster, name: str) -> None:
    shown = muster(name, "--help")
    assert shown.status == 0
    assert shown.out.startswith(f"Usage: muster {name}")


def test_the_version_is_the_packages(muster: Muster) -> None:
    assert muster("--version").out == f"muster {__version__}\n"


def test_completion_knows_the_commands(muster: Muster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_MUSTER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "muster do")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert muster().out.split() == ["documents"]
