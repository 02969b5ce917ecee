"""What holds for the committed files as a whole."""

import subprocess
import tomllib
from pathlib import Path

import pytest

INDEXES = ["pypi" + ".org", "python" + "hosted.org", "--index" + "-url", "--extra-index" + "-url", "find" + "-links"]


@pytest.fixture
def committed(repository: Path) -> Path:
    if not (repository / ".git").exists():
        pytest.skip("no git checkout")
    return repository


@pytest.mark.parametrize("address", INDEXES)
def test_no_committed_file_names_a_package_index(committed: Path, address: str) -> None:
    command = ["git", "grep", "--files-with-matches", "--fixed-strings", "-e", address]
    found = subprocess.run(command, cwd=committed, capture_output=True, text=True, check=False)
    assert found.stdout.split() == []


@pytest.mark.parametrize("lock", ["runtime.txt", "dev.txt"])
def test_every_dependency_is_locked_with_hashes(repository: Path, lock: str) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (repository / "requirements" / lock).read_text(encoding="utf-8")
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    locked = {line.partition("==")[0] for line in pins}
    wanted = {name.partition(">")[0].partition("=")[0].lower() for name in project["dependencies"]}
    assert wanted - locked == set()
    assert [line for line in pins if not line.endswith("\\")] == []
