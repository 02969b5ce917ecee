"""The command as a process: its streams and its exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("arguments", [["--help"], ["documents", "--help"], ["documents"]])
def test_a_reader_that_goes_away_is_no_error(repository: Path, tmp_path: Path, arguments: list[str]) -> None:
    database = f"sqlite:///{tmp_path / 'ledger.db'}"
    environment = {**os.environ, "MUSTER_DATABASE": database, "PYTHONPATH": str(repository / "src")}
    begin = "from muster.ledger import open_ledger; import sys; open_ledger(sys.argv[1]).__exit__()"
    subprocess.run([sys.executable, "-c", begin, database], env=environment, check=True)
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "muster", *arguments]
    ended = subprocess.run(command, env=environment, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert ended.stderr == b""
    assert ended.returncode in (1, 141)


def test_errors_go_to_standard_error_alone(repository: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(repository / "src")}
    command = [sys.executable, "-m", "muster", "extract", "missing.txt"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("muster: missing.txt: no such file")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_a_sentence(repository: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(repository / "src")}
    command = [sys.executable, "-m", "muster", "documents", "--help"]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == "muster: standard output: cannot be written (No space left on device); " + (
        "make room, or write elsewhere.\n"
    )
