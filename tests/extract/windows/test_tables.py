"""Tables borne out by their own arithmetic."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from muster.extract import extract
from muster.extract.windows.tables import bears_out
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


_BESIDE = """UNIFIL contributors, 1 May 2024

Ghana             870      Nepal             760
Indonesia       1,230      Togo              140
"""
_TWO = """UNDOF and UNIFIL, 1 May 2024. The next table is of UNDOF.

Country        Troops
Ghana             870
Indonesia       1,230
Nepal             760
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


def test_entries_side_by_side_are_confirmed_by_what_stands_beside_their_names(annotated: Annotated) -> None:
    found = _tiers(annotated, _BESIDE)
    assert found[("TG", 140)] is Tier.CONFIRMED
    assert len(found) == 4


def test_a_table_of_an_operation_that_is_not_the_one_named_last_stays_a_candidate(annotated: Annotated) -> None:
    document = annotated(_TWO, "2024-05-08")
    (claim, *_) = (c for c in extract(document) if c.rule == "table")
    assert bears_out(document, replace(claim, operation="undof"))
    assert not bears_out(document, replace(claim, operation="unifil"))


def test_a_total_that_does_not_add_up_stays_a_candidate(annotated: Annotated) -> None:
    found = _tiers(annotated, _SIMPLE.replace("2,860", "2,960"))
    assert found[("all", 2960)] is Tier.CANDIDATE
    assert found[("GH", 870)] is Tier.CONFIRMED


def test_a_row_of_several_figures_that_do_not_add_up_stays_a_candidate(annotated: Annotated) -> None:
    found = _tiers(annotated, _MATRIX.replace("870       12     882", "871       12     882"))
    assert found[("GH", 871)] is Tier.CANDIDATE
    assert found[("NP", 760)] is Tier.CONFIRMED
