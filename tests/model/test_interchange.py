"""Claims survive the way into JSON and back."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from muster.model.claim import (
    Casualty,
    Claim,
    Command,
    Contingent,
    Incident,
    Mandate,
    Movement,
    Posture,
    Relation,
    Statement,
    Status,
    Strength,
    Tier,
)
from muster.model.count import Count, Rel
from muster.model.interchange import claim_from_dict
from muster.model.span import Span
from muster.model.when import Resolution, When

WORDS = st.text(min_size=1, max_size=12)
MAYBE = st.none() | WORDS
NUMBER = st.integers(0, 10**6)
LIST = st.lists(WORDS, max_size=3).map(tuple)
COUNT = st.none() | st.one_of(
    st.builds(Count, best=st.none() | NUMBER, rel=st.sampled_from(Rel)),
    st.builds(Count, low=NUMBER, high=st.none() | NUMBER, rel=st.sampled_from(Rel)),
)
GROUPS = st.dictionaries(WORDS, NUMBER, max_size=3).map(lambda groups: tuple(groups.items()))
FACT = st.one_of(
    st.builds(Strength, count=COUNT, component=MAYBE, nations=st.none() | NUMBER, groups=GROUPS),
    st.builds(Contingent, country=WORDS, count=COUNT, component=MAYBE, rank=st.none() | NUMBER),
    st.builds(Command, holder=WORDS, act=WORDS, country=MAYBE, role=MAYBE, predecessor=MAYBE, ordinal=MAYBE),
    st.builds(Movement, actor=WORDS, act=WORDS, count=COUNT, unit=MAYBE, origin=MAYBE, destination=MAYBE, stage=MAYBE),
    st.builds(Posture, actor=WORDS, activity=WORDS, change=MAYBE, reason=MAYBE),
    st.builds(Incident, type=WORDS, parties=LIST, means=MAYBE),
    st.builds(Casualty, outcome=WORDS, group=WORDS, count=COUNT, means=MAYBE),
    st.builds(Mandate, act=WORDS, basis=MAYBE, authority=MAYBE, task=MAYBE),
    st.builds(Statement, speaker=WORDS, act=WORDS, addressee=LIST),
    st.builds(Relation, relation=WORDS, subject=WORDS, object=LIST),
)
CLAIM = st.builds(
    Claim,
    document=st.text("0123456789abcdef", min_size=64, max_size=64),
    fact=FACT,
    spans=st.lists(st.builds(Span, NUMBER, NUMBER, WORDS), min_size=1, max_size=3).map(tuple),
    operation=MAYBE,
    status=st.sampled_from(Status),
    when=st.none() | st.builds(When, st.none() | WORDS, st.text(), st.sampled_from(Resolution)),
    source=MAYBE,
    place=MAYBE,
    rule=st.text(),
    tier=st.sampled_from(Tier),
)


@given(CLAIM)
def test_a_claim_comes_back_as_it_was(claim: Claim) -> None:
    written = json.loads(json.dumps(claim.to_dict()))
    words, resolution = (claim.when.words, claim.when.resolution) if claim.when else ("", None)
    back = claim_from_dict(written, claim.document, words=words, resolution=resolution, rule=claim.rule)
    assert back == claim
    assert back.id == claim.id


@given(CLAIM)
def test_the_tier_is_no_part_of_what_is_claimed(claim: Claim) -> None:
    tiers = [replace(claim, tier=tier) for tier in Tier]
    assert {one.id for one in tiers} == {claim.id}
    assert [one.to_dict()["tier"] for one in tiers] == ["confirmed", "candidate"]


def test_a_claim_written_before_there_were_tiers_is_a_candidate() -> None:
    assert claim_from_dict({"kind": "mandate", "act": "starts", "spans": []}, "d").tier is Tier.CANDIDATE


def test_a_time_that_came_without_its_words_counts_as_explicit() -> None:
    written = {"kind": "mandate", "act": "starts", "when": "1999-06-12", "spans": []}
    assert claim_from_dict(written, "d").when == When("1999-06-12", "", Resolution.EXPLICIT)
