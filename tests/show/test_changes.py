"""What changed between two days, in words."""

import pytest

from muster.model.brief import Names
from muster.model.change import Change
from muster.show.changes import subject_words

NAMES = Names({}, {"IT": "Italy", "TR": "Türkiye"}, {})


@pytest.mark.parametrize(
    ("section", "subject", "words"),
    [
        ("movements", ("TR", "in", "2023-06-03"), "Türkiye comes, 3 Jun 2023"),
        ("movements", ("IT", "out", ""), "Italy leaves"),
        ("contingents", ("IT", "military", "actual"), "Italy"),
        ("contingents", ("IT", "police", "planned"), "Italy, police, planned"),
        ("strength", ("", "military", "actual"), "in all"),
        ("incidents", ("Zvecan 2023-05-29", "wounded", "IT"), "Zvecan 2023-05-29, wounded, Italy"),
    ],
)
def test_what_changed_is_told_by_its_names(section: str, subject: tuple[str, ...], words: str) -> None:
    assert subject_words(Change(section, subject, None, None, ()), NAMES) == words
