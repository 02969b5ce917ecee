"""Operations by slug, acronym and name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.gazetteer import load_operations, operation, operation_named, operations_in, suggest_operations
from muster.gazetteer._fold import key_of, spellings

OPERATIONS = load_operations()


def folded_names(each):
    names = (*each.names, *each.acronyms, *each.anaphors)
    return {key_of(spelt) for name in names for spelt in spellings(name)}


@pytest.mark.parametrize("each", OPERATIONS, ids=lambda each: each.slug)
def test_every_name_finds_its_operation(each):
    assert operation(each.slug) is each
    assert operation_named(each.slug) is each
    for name in (*each.names, *each.acronyms, *each.anaphors):
        found = operation_named(name, on=each.start if len(each.start) == 10 else None)
        assert found is each or folded_names(found) & folded_names(each), name


@given(st.sampled_from(OPERATIONS), st.sampled_from([str.lower, str.upper, str.title, str.swapcase]))
def test_case_does_not_matter(each, recase):
    assert operation_named(recase(each.slug)) is each


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("EUFOR Althea", "eufor-althea"),
        ("eufor_althea", "eufor-althea"),
        ("Operation Epervier", "epervier"),
        ("Operation Épervier", "epervier"),
        ("UN Interim Force in Lebanon", "unifil"),
        ("U.N. Stabilisation Mission in Haiti", "minustah"),
        ("UN peace-keeping force in Cyprus", "unficyp"),
        ("K-FOR", "kfor"),
        ("IPTF", "unmibh"),
    ],
)
def test_hyphens_spaces_accents_and_spellings_do_not_matter(words, slug):
    assert operation_named(words).slug == slug


def test_the_day_tells_operations_of_one_name_apart():
    assert operation_named("UNEF", on="1960-01-01").slug == "unef-i"
    assert operation_named("UNEF", on="1975-01-01").slug == "unef-ii"
    assert operation_named("UNAVEM", on="1996-01-01").slug == "unavem-iii"
    assert operation_named("NATO-led force in Bosnia", on="1996-06-01").slug == "ifor"


def test_unknown_words_find_nothing_but_close_ones_are_suggested():
    assert operation_named("minusmaa") is None
    assert operation_named("") is None
    assert operation("KFOR") is None
    assert suggest_operations("minusmaa")[0] == "minusma"
    assert suggest_operations("unifill")[0] == "unifil"
    assert suggest_operations("qqqqqqqqqqq") == ()


def test_operations_in_a_country():
    in_kosovo = {each.slug for each in operations_in("XK", on="2010-01-01")}
    assert {"kfor", "unmik", "eulex", "omik"} <= in_kosovo
    assert "osce-kvm" not in in_kosovo
    assert [each.slug for each in operations_in("XK", led_by="nato", on="2010-01-01")] == ["kfor"]
    assert {"unifil", "arab-deterrent-force"} <= {each.slug for each in operations_in("LB")}
