"""The quick look-up of names says what the whole tables say."""

from muster.gazetteer import (
    acronyms_of,
    called,
    country_words,
    hosts_of,
    load_countries,
    load_operations,
    load_organisations,
)


def test_every_code_is_called_by_its_first_name() -> None:
    assert called("countries", {c.code for c in load_countries()}) == {c.code: c.name for c in load_countries()}
    assert called("operations", {o.slug for o in load_operations()}) == {o.slug: o.name for o in load_operations()}
    assert called("organisations", {o.slug for o in load_organisations()}) == {
        o.slug: o.name for o in load_organisations()
    }


def test_the_acronym_is_the_first_one() -> None:
    assert acronyms_of({"kfor", "minusma"}) == {"kfor": "KFOR", "minusma": "MINUSMA"}


def test_what_no_table_has_is_not_called_anything() -> None:
    assert called("countries", {"Serbs"}) == {}


def test_words_of_countries_and_peoples_are_folded_and_those_of_places_are_none_of_them() -> None:
    assert {"sudanese", "south", "cote", "kosovo", "turkiye", "serb", "bosniak"} <= country_words()
    assert not {"malakal", "zvecan", "naqoura", "beirut"} & country_words()


def test_the_hosts_of_an_operation_are_those_who_did_not_make_it_up() -> None:
    assert (hosts_of("kfor"), hosts_of("unifil")) == ({"XK"}, {"LB"})
    assert hosts_of("fc-g5s") == hosts_of("nowhere") == frozenset()
