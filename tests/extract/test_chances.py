"""How likely a claim is right, by who makes it and what the network makes of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.extract.chances import Candidate, Reader, chance, features
from muster.model.claim import KINDS, Claim, Contingent
from muster.model.count import Count
from muster.model.span import Span

CLAIM = Claim(
    document="d", fact=Contingent(country="GH", count=Count(best=870)), spans=(Span(0, 5, "Ghana"),), operation="unifil"
)
LIKELIHOODS = st.floats(0, 1)


@pytest.mark.parametrize("reader", Reader)
@given(LIKELIHOODS, LIKELIHOODS)
def test_the_likelier_the_network_holds_it_right_the_likelier_it_is(reader: Reader, one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert chance(Candidate(CLAIM, reader, less)) <= chance(Candidate(CLAIM, reader, more))


@given(LIKELIHOODS)
def test_what_both_readers_make_is_likelier_than_what_one_makes(right: float) -> None:
    by = {reader: chance(Candidate(CLAIM, reader, right)) for reader in (Reader.BOTH, Reader.PARSE)}
    assert by[Reader.BOTH] > by[Reader.PARSE]


@given(LIKELIHOODS)
def test_what_another_reader_makes_too_is_likelier(right: float) -> None:
    alone = Candidate(CLAIM, Reader.TRAINED, right, told=0.8)
    assert chance(replace(alone, agreeing=frozenset({Reader.PARSE}))) > chance(alone)


@given(st.sampled_from(list(Reader)), st.none() | LIKELIHOODS, st.none() | LIKELIHOODS, st.booleans())
def test_a_chance_is_a_probability(reader: Reader, right: float | None, told: float | None, outdone: bool) -> None:
    assert 0 < chance(Candidate(CLAIM, reader, right, told, outdone=outdone)) < 1


def test_every_kind_and_reader_has_its_weight() -> None:
    names = set(features(Candidate(CLAIM, Reader.TRAINED, 0.5, told=0.5)))
    assert names == {"by trained", "trained contingent", "right, by trained", "told"}
    assert len(KINDS) == 10
