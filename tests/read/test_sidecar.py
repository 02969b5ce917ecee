"""What is known about publication, from a file beside the document."""

from pathlib import Path

import pytest

from muster.errors import BadDate, BadSidecar
from muster.read import Sidecar, read_sidecar


def _beside(folder: Path, name: str, words: str) -> Path:
    (folder / name).write_text(words, encoding="utf-8")
    return folder / "report.txt"


def test_no_sidecar_is_no_facts(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "report.txt") is None


def test_json_with_claims_and_unknown_keys(tmp_path: Path) -> None:
    words = '{"published": "2023-06-05", "publisher": "Example Wire", "claims": [{}], "colour": 3, "title": null}'
    facts = read_sidecar(_beside(tmp_path, "report.json", words))
    assert facts == Sidecar(published="2023-06-05", publisher="Example Wire")


@pytest.mark.parametrize("name", ["report.yaml", "report.yml"])
def test_yaml(tmp_path: Path, name: str) -> None:
    facts = read_sidecar(_beside(tmp_path, name, "published: 2023-06-05\ntitle: Troops on the way\nurl:\n"))
    assert facts == Sidecar(published="2023-06-05", title="Troops on the way")


def test_a_time_is_cut_to_the_day_its_own_offset_gives(tmp_path: Path) -> None:
    facts = read_sidecar(_beside(tmp_path, "report.json", '{"published": "2023-06-05T23:30:00-05:00"}'))
    assert facts == Sidecar(published="2023-06-05")


@pytest.mark.parametrize("written", ["2023-02-31", "5 June 2023", "2023", "yesterday"])
@pytest.mark.parametrize("name", ["report.json", "report.yaml"])
def test_what_is_no_day_is_refused(tmp_path: Path, name: str, written: str) -> None:
    with pytest.raises(BadDate, match="write it as YYYY-MM-DD"):
        read_sidecar(_beside(tmp_path, name, f'{{"published": "{written}"}}'))


@pytest.mark.parametrize(
    ("name", "words", "says"),
    [
        ("report.json", "{", "cannot be read"),
        ("report.yaml", "a: [", "cannot be read"),
        ("report.json", "[1]", "not a mapping"),
        ("report.yaml", "just words", "not a mapping"),
        ("report.json", '{"title": 7}', "title: "),
    ],
)
def test_a_faulty_sidecar_is_named(tmp_path: Path, name: str, words: str, says: str) -> None:
    with pytest.raises(BadSidecar, match=says) as refused:
        read_sidecar(_beside(tmp_path, name, words))
    assert name in str(refused.value)
