"""Tables borne out by their own arithmetic."""

from collections.abc import Callable

import pytest

from muster.extract import extract
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Tier

Annotated = Callable[..., AnnotatedDocument]

_SIMPLE = """UNIFIL contributors, 1 May 2024

Country        Troops
Ghana             870
Indonesia       1,230
Nepal             760
Total           2,860
"""
_MATRIX = """UNIFIL contributors, 1 May 2024

Country        Troops   Police   Total
Ghana             870       12     882
Indonesia       1,230       30   1,260
Nepal             760        8     768
Total           2,860       50   2,910
"""


def _tiers(annotated: Annotated, text: str) -> dict[tuple[str, int], Tier]:
    claims = extract(annotated(text, "2024-05-08"))
    tabled = [c for c in claims if c.rule == "table"]
    return {(c.slots.get("country", "all"), c.slots["count"]["best"]): c.tier for c in tabled}


@pytest.mark.parametrize("text", [_SIMPLE, _MATRIX])
def test_rows_and_columns_that_add_up_are_confirmed(annotated: Annotated, text: str) -> None:
    found = _tiers(annotated, text)
    assert found[("GH", 870)] is Tier.CONFIRMED
    assert found[("all", 2860)] is Tier.CONFIRMED
    assert set(found.values()) == {Tier.CONFIRMED}


def test_a_total_that_does_not_add_up_stays_a_candidate(annotated: Annotated) -> None:
    found = _tiers(annotated, _SIMPLE.replace("2,860", "2,960"))
    assert found[("all", 2960)] is Tier.CANDIDATE
    assert found[("GH", 870)] is Tier.CONFIRMED


def test_a_row_of_several_figures_that_do_not_add_up_stays_a_candidate(annotated: Annotated) -> None:
    found = _tiers(annotated, _MATRIX.replace("870       12     882", "871       12     882"))
    assert found[("GH", 871)] is Tier.CANDIDATE
    assert found[("NP", 760)] is Tier.CONFIRMED
