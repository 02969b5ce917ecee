"""Figures, times and ages in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import Contingent, Status
from muster.model.count import Count, Rel
from muster.model.record import Attested
from muster.show.figures import figure_words
from muster.show.words import age_words, count_words, ordinal_words, status_words, time_words
from reconcile.sample_reports import report


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(best=1350), "1,350"),
        (Count(best=350, rel=Rel.ABOUT), "about 350"),
        (Count(best=4500, rel=Rel.MORE_THAN), "more than 4,500"),
        (Count(best=780, rel=Rel.AT_LEAST), "at least 780"),
        (Count(best=3800, rel=Rel.LESS_THAN), "under 3,800"),
        (Count(best=500, rel=Rel.UP_TO), "up to 500"),
        (Count(low=300, high=400), "300–400"),
        (Count(rel=Rel.DOZENS), "dozens"),
        (Count(best=0), "0"),
        (Count(), ""),
        (None, ""),
    ],
)
def test_counts_keep_their_hedge(count: Count | None, words: str) -> None:
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-06-04", "4 Jun 2023"),
        ("2023-06", "Jun 2023"),
        ("2023", "2023"),
        ("2023-22", "summer 2023"),
        ("199X", "1990s"),
        ("XXXX-10-09", "9 Oct, year unknown"),
        ("2023-05-29/2023-06-04", "29 May – 4 Jun 2023"),
        ("2022-12/2023-01", "Dec 2022 – Jan 2023"),
        ("2018/2022", "2018 – 2022"),
        ("1999-06-12/..", "since 12 Jun 1999"),
        ("../2023-06", "by Jun 2023"),
        (None, "undated"),
    ],
)
def test_times_are_written_as_people_do(edtf: str | None, words: str) -> None:
    assert time_words(edtf) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-05-01", "today"),
        ("2024-04-30", "1 day"),
        ("2024-04-19", "12 days"),
        ("2023-11-01", "5 months"),
        ("2014-05-01", "10 years"),
        (None, ""),
    ],
)
def test_ages(day: str | None, words: str) -> None:
    assert age_words(day, "2024-05-01") == words


@given(st.dates())
def test_any_day_has_an_age(day: object) -> None:
    assert age_words(str(day), "2024-05-01")


@pytest.mark.parametrize(
    ("rank", "words"),
    [(1, "largest"), (2, "2nd largest"), (3, "3rd largest"), (11, "11th largest"), (22, "22nd largest")],
)
def test_ranks(rank: int, words: str) -> None:
    assert ordinal_words(rank) == words


def test_only_what_is_not_so_has_a_status() -> None:
    assert [status_words(status) for status in Status] == [
        "",
        "authorised",
        "planned",
        "requested",
        "possible",
        "denied",
    ]


def test_one_of_a_component_is_named_in_the_singular() -> None:
    said = Attested(report(Contingent(country="ME", count=Count(best=1), component="troops")), ())
    assert figure_words(said) == "1 soldier"
