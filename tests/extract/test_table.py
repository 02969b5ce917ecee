"""Tables of contingents as reports print them: aligned columns, leading dots, bars, two columns side by side."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from muster.extract.grid import entries, read_grid
from muster.model.claim import Claim, Contingent

Claims = Callable[..., tuple[Claim, ...]]

MATRIX = """Annex

Composition of the United Nations Mission in Sudan as at 3 March 2009

                                  Military     Civilian
Country               Troops      observers    police

Bangladesh             1 432          18          23
Egypt                    846           -          11a
Kenya                      -           4           -
   Total               2 278          22          34
"""


def slots(found: tuple[Claim, ...], *kinds: str) -> list[dict[str, Any]]:
    return [claim.slots for claim in found if claim.kind in kinds]


def test_every_printed_cell_of_a_matrix_is_one_claim(claims_of: Claims) -> None:
    found = slots(claims_of(MATRIX), "contingent")
    told = [(c["country"], c["count"]["best"], c.get("component")) for c in found]
    assert told == [
        ("BD", 1432, "troops"),
        ("BD", 18, "observers"),
        ("BD", 23, "police"),
        ("EG", 846, "troops"),
        ("EG", 11, "police"),
        ("KE", 4, "observers"),
    ]
    assert {c["when"] for c in found} == {"2009-03-03"}
    assert {c["operation"] for c in found} == {"unmis"}


def test_the_printed_total_of_each_column_is_a_strength(claims_of: Claims) -> None:
    found = slots(claims_of(MATRIX), "strength")
    assert [(c["count"]["best"], c["component"]) for c in found] == [
        (2278, "troops"),
        (22, "observers"),
        (34, "police"),
    ]


def test_the_words_of_a_row_are_its_evidence(claims_of: Claims) -> None:
    for claim in claims_of(MATRIX):
        for span in claim.spans:
            assert MATRIX[span.start : span.end] == span.quote


def test_leading_dots_and_others(claims_of: Claims) -> None:
    text = (
        "ECOMIL\n\nStrength by contingent\n\n   Ghana . . . . . . . 247\n   Togo  . . . . . . . 154\n"
        "   Others  . . . . . .  30\n   TOTAL . . . . . . . 431\n"
    )
    found = claims_of(text)
    assert [(c["country"], c["count"]["best"]) for c in slots(found, "contingent")] == [("GH", 247), ("TG", 154)]
    assert [c["count"]["best"] for c in slots(found, "strength")] == [431]


def test_two_columns_side_by_side_and_a_name_over_two_lines(claims_of: Claims) -> None:
    text = """Composition of the UNMIK Police

Country        Number   Country                           Number

Argentina          12   United Kingdom of Great Britain
Austria             4   and Northern Ireland                  33
                        Total                                 49
"""
    found = claims_of(text)
    british = next(c for c in found if c.slots.get("country") == "GB")
    assert [span.quote.split()[0] for span in british.spans] == ["United", "and"]
    assert {c["component"] for c in slots(found, "contingent", "strength")} == {"police"}
    assert sorted(c["count"]["best"] for c in slots(found, "contingent")) == [4, 12, 33]


def test_columns_for_two_days_date_their_figures(claims_of: Claims) -> None:
    text = "Troops in SFOR\nCountry | May 1999 | May 2001\nItaly | 2,500 | 1,700\nSpain | 1,600 | 1,200\n"
    found = slots(claims_of(text), "contingent")
    assert {(c["country"], c["count"]["best"], c["when"]) for c in found} == {
        ("IT", 2500, "1999-05"),
        ("IT", 1700, "2001-05"),
        ("ES", 1600, "1999-05"),
        ("ES", 1200, "2001-05"),
    }


def test_women_men_and_percentages_are_no_contingents(claims_of: Claims) -> None:
    text = """UNFICYP as at 1 May 2020

Country       Women      Men      Total
Slovakia         21      219        240
Hungary           2        9         11
"""
    assert [(c["country"], c["count"]["best"]) for c in slots(claims_of(text), "contingent")] == [
        ("SK", 240),
        ("HU", 11),
    ]


def test_a_table_of_another_thing_gives_nothing(claims_of: Claims) -> None:
    text = (
        "Kosovo Police Service\n\nCategory      Number\nKosovo Albanians   4 387\nKosovo Serbs   495\nTotal   4 882\n"
    )
    assert slots(claims_of(text), "contingent", "strength") == []


@given(st.lists(st.tuples(st.sampled_from(["Ghana", "Togo", "Fiji"]), st.integers(1, 99_999)), min_size=1, max_size=8))
def test_every_figure_of_a_table_is_read_back(rows: list[tuple[str, int]]) -> None:
    text = "Country        Number\n" + "".join(f"{name:<14}{figure:>8,}\n" for name, figure in rows)
    grid = read_grid(text, 0, len(text))
    assert [(e.label, e.figures[0].figure) for e in entries(grid)] == rows


def test_a_figure_set_right_beside_the_next_name_is_a_cell_of_its_own(claims_of: Claims) -> None:
    text = (
        "Composition of police of UNFICYP as at 31 October 2004\n\n"
        "Cameroon          9 Pakistan          197\n"
        "Ghana            12 Peru               40\n"
        "Total           258\n"
    )
    told = {
        c.fact.country: c.fact.count.best for c in claims_of(text) if isinstance(c.fact, Contingent) and c.fact.count
    }
    assert told == {"CM": 9, "PK": 197, "GH": 12, "PE": 40}


SIDE_BY_SIDE = """Annex

Composition and strength of UNMIK police
(as at 3 May 2009)

Country              Number        Country              Number
Ghana                    23        Ukraine                  12
Kenya                     7        Turkey                    5
                                   United Kingdom of Great Britain
Jordan                  430 and Northern Ireland     99
"""


def test_a_name_wrapped_behind_the_figure_of_the_column_beside_it_keeps_its_own_figure(claims_of: Claims) -> None:
    told = {c["country"]: c["count"]["best"] for c in slots(claims_of(SIDE_BY_SIDE), "contingent")}
    assert told == {"GH": 23, "UA": 12, "KE": 7, "TR": 5, "JO": 430, "GB": 99}


STANDING = """The Council took note of the following state of the United Nations Mission in Liberia{when}:

                   {first}      {second}
Ghana                850          900
Nepal                 41          120
"""


def test_a_table_is_dated_by_the_words_that_lead_up_to_it(claims_of: Claims) -> None:
    page = STANDING.format(when=" on 31 July 2008", first="Soldiers", second="Staff   ")
    assert {c.when.edtf for c in claims_of(page) if c.kind == "contingent" and c.when} == {"2008-07-31"}


def test_a_column_of_pledges_is_planned_and_one_of_ceilings_authorised(claims_of: Claims) -> None:
    page = STANDING.format(when="", first="In place", second="Pledged")
    told = {(c["country"], c["count"]["best"]): c.get("status") for c in slots(claims_of(page), "contingent")}
    assert told == {("GH", 850): None, ("GH", 900): "planned", ("NP", 41): None, ("NP", 120): "planned"}
    page = STANDING.format(when="", first="In place", second="Authorized")
    told = {(c["country"], c["count"]["best"]): c.get("status") for c in slots(claims_of(page), "contingent")}
    assert told["GH", 900] == "authorised"


def test_as_many_pledged_as_are_there_are_there(claims_of: Claims) -> None:
    page = STANDING.replace("900", "850").format(when="", first="In place", second="Pledged")
    told = {(c["country"], c["count"]["best"]): c.get("status") for c in slots(claims_of(page), "contingent")}
    assert told["GH", 850] is None


def test_a_row_that_names_a_component_heads_the_rows_under_it(claims_of: Claims) -> None:
    text = (
        "UNFICYP as it was on 8 December 1965:\n\n"
        "                          8 Dec.      8 June\n"
        "   Military\n"
        "     Canada                  901       1,068\n"
        "     Sweden                  809         886\n"
        "   Police\n"
        "     Denmark                  40          41\n"
        "     Sweden                   39          38\n"
    )
    found = slots(claims_of(text, "1965-12-10"), "contingent")
    assert {(c["country"], c["count"]["best"], c.get("component")) for c in found} >= {
        ("SE", 809, None),
        ("DK", 40, "police"),
        ("SE", 39, "police"),
    }


def test_lists_side_by_side_count_what_stands_over_each(claims_of: Claims) -> None:
    text = (
        "On 15 July UNMIH had:\n\n"
        "     Troops                         Civilian police\n"
        "     Bangladesh         1 049       Algeria            17\n"
        "     Canada               474       Austria            20\n"
    )
    found = slots(claims_of(text, "1995-07-20"), "contingent")
    assert [(c["country"], c.get("component")) for c in found] == [
        ("BD", "troops"),
        ("DZ", "police"),
        ("CA", "troops"),
        ("AT", "police"),
    ]


def test_a_head_in_two_lines_stands_over_its_own_column(claims_of: Claims) -> None:
    text = (
        "UNMIS by contributor, 31 March 2009\n\n"
        "                        Troops   Military     Police    Total\n"
        "                                observers\n"
        "   Bangladesh            1 455         24         47    1 526\n"
        "   China                   444         12         18      474\n"
    )
    found = slots(claims_of(text, "2009-04-02"), "contingent")
    assert [c.get("component") for c in found] == ["troops", "observers", "police", None] * 2


def test_what_an_observer_mission_lists_without_a_word_are_observers(claims_of: Claims) -> None:
    text = "UNIKOM, 1 May 1992:\n\n   Argentina      4\n   China         11\n   Fiji           7\n"
    found = slots(claims_of(text, "1992-05-02"), "contingent")
    assert {c["component"] for c in found} == {"observers"}


def test_a_table_of_the_fallen_lists_casualties(claims_of: Claims) -> None:
    text = (
        "The losses of MINUSMA since July 2013, by nation (killed by hostile act):\n\n"
        "    Chad .......... 19\n    Niger ......... 12\n    Total ......... 31\n"
    )
    found = claims_of(text, "2014-10-05")
    told = [(c["outcome"], c["group"], c["count"]["best"]) for c in slots(found, "casualty")]
    assert {("killed", "TD", 19), ("killed", "NE", 12), ("killed", "peacekeepers", 31)} <= set(told)
    assert not slots(found, "contingent", "strength")


def test_columns_of_killed_and_wounded_are_told_apart(claims_of: Claims) -> None:
    text = (
        "Own casualties of MONUSCO from 23 January to now\n\n"
        "                 KIA    WIA    MIA\n   Malawi          3     19      -\n   Tanzania        2      4      1\n"
    )
    told = [(c["outcome"], c["group"], c["count"]["best"]) for c in slots(claims_of(text, "2025-01-29"), "casualty")]
    assert set(told) == {
        ("killed", "MW", 3),
        ("wounded", "MW", 19),
        ("killed", "TZ", 2),
        ("wounded", "TZ", 4),
        ("missing", "TZ", 1),
    }


def test_a_day_at_the_end_of_a_title_is_no_figure_of_a_row() -> None:
    text = (
        "Plan of the Union, agreed on February 24\n\n   Contributor       Troops    Police\n   Uganda   4,500    70\n"
    )
    assert [entry.label for entry in entries(read_grid(text, 0, len(text)))] == ["Uganda"]


def test_a_sentence_of_the_dead_before_a_table_makes_no_casualties_of_contributors(claims_of: Claims) -> None:
    text = (
        "UNMIS troop contributors\n\nTwo Indian peacekeepers were killed last week. "
        "The deaths bring to 31 the number of peacekeepers who have died with UNMIS.\n\n"
        "Country                 Total\n\nBangladesh             1 432\nEgypt                    846\n"
    )
    found = claims_of(text, "2009-03-05")
    assert [(c["country"], c["count"]["best"]) for c in slots(found, "contingent")] == [("BD", 1432), ("EG", 846)]


def test_a_total_of_killed_and_wounded_is_neither(claims_of: Claims) -> None:
    text = (
        "UNMIS casualties as at 3 March 2009\n\n"
        "               Killed    Wounded    Total\n"
        "   Bangladesh       3          8       11\n   Egypt            2         11       13\n"
    )
    found = claims_of(text, "2009-03-05")
    told = [(c["outcome"], c["group"], c["count"]["best"]) for c in slots(found, "casualty")]
    assert told == [("killed", "BD", 3), ("wounded", "BD", 8), ("killed", "EG", 2), ("wounded", "EG", 11)]
    assert not slots(found, "contingent")


def test_a_part_goes_on_behind_a_name_in_two_lines(claims_of: Claims) -> None:
    text = (
        "Composition of UNMIK as at 3 March 2009\n\nCountry                    Total\n\n"
        "Troops\nBangladesh            320\n"
        "Egypt                 460\nPolice\nBosnia and\nHerzegovina             4\nKenya                  70\n"
    )
    found = {(c["country"], c.get("component")) for c in slots(claims_of(text, "2009-03-05"), "contingent")}
    assert {("BA", "police"), ("KE", "police")} <= found
