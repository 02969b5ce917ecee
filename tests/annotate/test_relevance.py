"""Which texts can speak of a peace operation."""

import json
from pathlib import Path

import pytest

from muster.annotate.relevance import speaks_of_operations


@pytest.mark.parametrize(
    "text",
    [
        "The peacekeepers left at dawn.",
        "kfor patrols our road, the dog barks",
        "Two U.N. lorries were stopped.",
        "A cease-fire was signed on Tuesday.",
        "The Pakistani battalion moved north.",
        "The NATO-led force has a new commander.",
        "AMISOM",
        "The African Union troops held the bridge.",
    ],
)
def test_words_of_the_field_and_names_of_operations_are_enough(text: str) -> None:
    assert speaks_of_operations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The baker rose at five and kneaded the dough.",
        "The class has a method that forces a copy; the command prints nothing.",
        "Voters go to the polls in Norway on Sunday, and the government may fall.",
        "",
    ],
)
def test_other_texts_are_not_looked_at_further(text: str) -> None:
    assert not speaks_of_operations(text)


def test_no_report_that_makes_a_claim_is_passed_over(repository: Path) -> None:
    folders = (repository / "tests" / "gold" / "examples", repository / "tests" / "gold" / "authored")
    for gold in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        text = gold.with_suffix(".txt")
        page = text if text.exists() else repository / "examples" / text.name
        if json.loads(gold.read_text("utf-8"))["claims"]:
            assert speaks_of_operations(page.read_text("utf-8")), page


def test_no_shared_gold_is_passed_over(shared: Path) -> None:
    for gold in sorted((shared / "gold").rglob("*.json")):
        if json.loads(gold.read_text("utf-8"))["claims"]:
            assert speaks_of_operations(gold.with_suffix(".txt").read_text("utf-8")), gold
