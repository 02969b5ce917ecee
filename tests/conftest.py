"""What many tests need: a command line in its own small world, and the shared material where it is at hand."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import settings

from command_line import Muster, Ran
from muster import pipeline
from muster.cli.entry import run
from muster.model.claim import Claim, Contingent
from muster.model.count import Count
from muster.model.document import Document
from muster.model.span import Span
from muster.model.when import Resolution, When

# How long an example takes depends on what else the machine does.
settings.register_profile("muster", deadline=None)
settings.load_profile("muster")

REPOSITORY = Path(__file__).parents[1]


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


def soldiers_of_norland(document: Document) -> tuple[Claim, ...]:
    """Reads "N soldiers" and nothing else; stands in for the language work where that is not what is tested."""
    if "fault" in document.text:
        raise ZeroDivisionError("seven by zero")
    when = When(document.published, "yesterday", Resolution.RELATIVE) if document.published else None
    return tuple(
        Claim(
            document=document.id,
            operation="kfor",
            fact=Contingent(country="NO", count=Count(int(found[1]))),
            spans=(Span.of(document.text, *found.span()),),
            when=when,
        )
        for found in re.finditer(r"(\d+) soldiers", document.text)
    )


@pytest.fixture
def no_language_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extract_document", soldiers_of_norland)


@pytest.fixture
def muster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Muster:
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
