"""Where places lie: the table, and the words of reports that name one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.errors import GazetteerError
from muster.gazetteer import fold, load_countries, load_places, locate
from muster.gazetteer._places import read_places

HEAD = "name,other,also,countries,latitude,longitude,precision\n"


def test_each_place_lies_in_a_country_that_is_known() -> None:
    known = {country.code for country in load_countries()}
    assert {code for place in load_places() for code in place.countries} <= known


def test_no_two_places_of_a_country_share_a_name() -> None:
    taken = [
        (fold(name), code)
        for place in load_places()
        for code in place.countries
        for name in {fold(name) for name in (place.name, place.other, *place.also) if name}
    ]
    assert sorted(taken) == sorted(set(taken))


@pytest.mark.parametrize("written", ["Zvecan", "Zvečan", "Zveçan", "ZVECAN"])
def test_a_town_is_found_under_the_names_of_both_communities(written: str) -> None:
    found = locate(written, ["XK"])
    assert found is not None
    assert found.place.title == "Zveçan / Zvečan"
    assert found.whole


def test_a_town_within_more_words_is_not_the_whole_of_them() -> None:
    found = locate("the main street of Zvecan, where a crowd had gathered", ["XK"])
    assert found is not None
    assert (found.place.name, found.whole) == ("Zveçan", False)


def test_the_longest_name_counts() -> None:
    found = locate("northern Kosovo", ["XK"])
    assert found is not None
    assert found.place.name == "northern Kosovo"


def test_a_place_outside_the_area_is_not_meant() -> None:
    assert locate("Gao", ["XK"]) is None
    assert locate("Gao", ["ML"]) is not None


def test_a_small_word_is_no_town() -> None:
    assert locate("beside the pale wall", ["BA"]) is None
    assert locate("in Pale", ["BA"]) is not None


@given(st.text(max_size=60))
def test_whatever_words_there_are_the_answer_is_a_place_of_the_area_or_none(words: str) -> None:
    found = locate(words, ["XK"])
    assert found is None or "XK" in found.place.countries


@pytest.mark.parametrize(
    "row",
    [
        ",,,XK,42,21,5",
        "Nowhere,,,,42,21,5",
        "Nowhere,,,XK,north,21,5",
        "Nowhere,,,XK,95,21,5",
        "Nowhere,,,XK,42,181,5",
        "Nowhere,,,XK,42,21,0",
        "Nowhere,,,XK,42,21,near",
    ],
)
def test_a_row_that_is_wrong_is_named_with_its_line(row: str) -> None:
    with pytest.raises(GazetteerError, match="line 2"):
        read_places(HEAD + row + "\n")
