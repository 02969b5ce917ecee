"""What many tests need: a command line in its own small world, and the shared material where it is at hand."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from muster.cli.app import run

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


@pytest.fixture
def repository() -> Path:
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """The folder with gold and corpora, which is not part of the repository."""
    folder = Path(os.environ.get("MUSTER_SHARED", REPOSITORY.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"no gold at {folder}: set MUSTER_SHARED to the folder that holds it")
    return folder


@pytest.fixture
def muster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `muster ARGUMENTS` in this process, with a ledger, a home and no settings of its own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(("MUSTER_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MUSTER_DATABASE", f"sqlite:///{home / 'ledger.db'}")

    def call(*arguments: object) -> Ran:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call
