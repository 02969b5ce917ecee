"""When two names are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.reconcile.names import COMPARISONS, ONE, compared, folded, same_person, score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zvečan", "Zvecan"),
        ("Zveçan", "Zvečan"),
        ("Priština", "Prishtina"),
        ("Prishtinë", "Pristina"),
        ("Leposavić", "Leposaviq"),
        ("Gračanica", "Graçanicë"),
        ("Skenderaj", "Srbica"),
        ("Kosovska Mitrovica", "Mitrovicë"),
    ],
)
def test_spellings_of_one_place_are_one(one: str, other: str) -> None:
    assert score(compared("place", one, other)) >= ONE


@pytest.mark.parametrize(("one", "other"), [("Zvečan", "Zubin Potok"), ("Tine", "Tima"), ("", ""), ("Peć", "Pale")])
def test_other_places_are_not(one: str, other: str) -> None:
    assert score(compared("place", one, other)) < ONE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ulutaş", "Özkan Ulutaş"),
        ("A. Vučić", "Aleksandar Vucic"),
        ("Henryk J. Sokalski", "Henryk Sokalski"),
        ("Major General Angelo Michele Ristuccia", "Angelo Ristuccia"),
        ("Søren Jessen- Petersen", "Søren Jessen-Petersen"),
    ],
)
def test_forms_of_one_persons_name_are_one(one: str, other: str) -> None:
    assert same_person(one, other)


@pytest.mark.parametrize(("one", "other"), [("Iqbal Riza", "Jacques Klein"), ("Anna Berg", "Jonas Berg")])
def test_other_persons_are_not_even_with_one_last_name(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_a_unit_is_one_by_the_words_that_distinguish_it() -> None:
    full, short = "65th Mechanized Infantry Brigade Command (Lüleburgaz)", "the 65th Mechanized Infantry Brigade"
    assert score(compared("unit", full, short)) >= ONE
    assert score(compared("unit", full, "3rd Mechanized Infantry Brigade")) < ONE


@pytest.mark.parametrize("kind", COMPARISONS)
def test_every_comparison_says_what_it_compares(kind: str) -> None:
    assert all(comparison.__doc__ for comparison in COMPARISONS[kind])


@given(st.sampled_from(sorted(COMPARISONS)), st.text(max_size=30), st.text(max_size=30))
def test_which_name_comes_first_does_not_matter(kind: str, one: str, other: str) -> None:
    assert score(compared(kind, one, other)) == score(compared(kind, other, one))
    assert score(compared(kind, one, one)) == float(bool(folded(one)))
