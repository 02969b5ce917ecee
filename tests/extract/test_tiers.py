"""Which claims are confirmed, and which of one reader alone are let in."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.tiers import DOUBTED, TRUSTED, agree, joined
from muster.extract.trained import TrainedReading
from muster.extract.trained.labels import SENSES
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Casualty, Claim, Contingent, Statement, Strength, Tier
from muster.model.count import Count, Rel
from muster.model.document import Document
from muster.model.span import Span
from muster.read import segment

Claims = Callable[..., tuple[Claim, ...]]
TEXT = "UNIFIL has 9,500 troops. Ghana has 870 soldiers there, General Lind said."


@pytest.fixture(scope="module")
def page() -> AnnotatedDocument:
    return annotate_one(Document("page", TEXT, segment(TEXT)))


def claim(fact: object, words: str, **more: object) -> Claim:
    start = TEXT.index(words)
    span = Span.of(TEXT, start, start + len(words))
    return Claim(document="d", fact=fact, spans=(span,), **{"operation": "unifil", **more})  # type: ignore[arg-type]


STRENGTH = claim(Strength(count=Count(best=9500), component="troops"), "UNIFIL has 9,500", rule="strength: have")
CONTINGENT = claim(Contingent(country="GH", count=Count(best=870)), "Ghana has 870", rule="contingent: have")


def test_what_both_readers_make_is_confirmed_with_the_slots_of_the_first(page: AnnotatedDocument) -> None:
    window = replace(STRENGTH, fact=Strength(count=Count(best=9500, rel=Rel.ABOUT)), rule="window: strength: has")
    (one, two) = joined(page, [STRENGTH, CONTINGENT], [window])
    assert (one, one.tier) == (replace(STRENGTH, tier=Tier.CONFIRMED), Tier.CONFIRMED)
    assert two == CONTINGENT


@pytest.mark.parametrize(
    "other",
    [
        replace(STRENGTH, operation="undof"),
        replace(STRENGTH, fact=Strength(count=Count(best=9400))),
        replace(STRENGTH, fact=Strength(count=Count(best=9500), component="police")),
        replace(STRENGTH, spans=CONTINGENT.spans),
        CONTINGENT,
    ],
)
def test_claims_of_other_slots_or_other_words_do_not_confirm(other: Claim) -> None:
    assert not agree(STRENGTH, other)


DEATH = claim(
    Casualty(outcome="killed", group="GH", count=Count(best=1)), "soldiers there", rule="trained: casualty:killed"
)


def trained(page: AnnotatedDocument, *claims: tuple[Claim, float], senses: float = 1.0) -> TrainedReading:
    """A reading by the network that gives every word the same chance of every sense."""
    row = np.full(len(SENSES), senses, np.float32)
    return TrainedReading(claims, {(s.index, t.i): row for s in page.sentences for t in s.tokens})


def test_what_only_the_trained_reader_is_sure_of_is_let_in_as_a_candidate(page: AnnotatedDocument) -> None:
    found = joined(page, [STRENGTH], [], trained(page, (DEATH, TRUSTED["casualty"] + 0.01)))
    assert found == (STRENGTH, DEATH)
    assert found[1].tier is Tier.CANDIDATE


def test_what_the_trained_reader_is_not_sure_of_stays_out(page: AnnotatedDocument) -> None:
    assert joined(page, [STRENGTH], [], trained(page, (DEATH, TRUSTED["casualty"] - 0.01))) == (STRENGTH,)


def test_rules_go_before_the_trained_reader_in_the_same_words(page: AnnotatedDocument) -> None:
    other = replace(STRENGTH, operation="undof", rule="trained: strength")
    assert joined(page, [STRENGTH], [], trained(page, (other, 0.99))) == (STRENGTH,)


def test_another_number_in_the_same_words_is_another_claim(page: AnnotatedDocument) -> None:
    other = replace(STRENGTH, fact=Strength(count=Count(best=9400)), rule="trained: strength")
    assert set(joined(page, [STRENGTH], [], trained(page, (other, 0.99)))) == {STRENGTH, other}


def test_a_candidate_that_the_trained_reader_gives_no_chance_is_struck_out(page: AnnotatedDocument) -> None:
    none = trained(page, senses=DOUBTED / 2)
    assert joined(page, [STRENGTH, CONTINGENT], [STRENGTH], none) == (replace(STRENGTH, tier=Tier.CONFIRMED),)


def test_names_agree_where_one_holds_the_other() -> None:
    first = claim(Statement(speaker="General Lind", act="says"), "General Lind")
    assert agree(first, replace(first, fact=Statement(speaker="Lind", act="says")))
    assert not agree(first, replace(first, fact=Statement(speaker="Linde", act="says")))


def test_a_rank_tells_contingents_apart_only_where_there_is_no_count() -> None:
    ranked = replace(CONTINGENT, fact=Contingent(country="GH", count=Count(best=870), rank=1))
    assert agree(CONTINGENT, ranked)
    first = replace(CONTINGENT, fact=Contingent(country="GH", rank=1))
    assert not agree(first, replace(first, fact=Contingent(country="GH", rank=2)))


def test_vague_counts_agree_by_their_words() -> None:
    dozens = claim(Casualty(outcome="killed", group="civilians", count=Count(rel=Rel.DOZENS)), "soldiers")
    scores = replace(dozens, fact=Casualty(outcome="killed", group="civilians", count=Count(rel=Rel.SCORES)))
    assert agree(dozens, dozens)
    assert not agree(dozens, scores)


def test_of_the_second_reader_alone_only_its_sure_rules_are_let_in(page: AnnotatedDocument) -> None:
    sure = replace(CONTINGENT, rule="window: contingent: beside")
    doubtful = replace(CONTINGENT, rule="window: contingent: nationality")
    assert joined(page, [STRENGTH], [sure]) == (STRENGTH, sure)
    assert joined(page, [STRENGTH], [doubtful]) == (STRENGTH,)


def test_where_the_first_reader_speaks_the_second_is_not_heard(page: AnnotatedDocument) -> None:
    other = replace(CONTINGENT, fact=Contingent(country="TG", count=Count(best=870)), rule="window: contingent: beside")
    assert joined(page, [CONTINGENT], [other]) == (CONTINGENT,)


def test_a_plain_sentence_is_confirmed_and_a_leaning_one_a_candidate(claims_of: Claims) -> None:
    found = claims_of("UNIFIL has 9,500 troops. Two Ghanaian soldiers were killed in Tibnin. Three more were wounded.")
    tiers = {(c.kind, c.slots["count"]["best"]): c.tier for c in found if "count" in c.slots}
    assert tiers[("strength", 9500)] is Tier.CONFIRMED
    assert tiers[("casualty", 2)] is Tier.CONFIRMED
    assert tiers[("casualty", 3)] is Tier.CANDIDATE


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "Ghana has 870 soldiers in UNIFIL.",
                "UNIFIL has 9,500 troops.",
                "They left.",
                "Nepal (760) follows.",
                "Two peacekeepers were killed in Tibnin on Monday.",
            ]
        ),
        min_size=1,
        max_size=5,
    )
)
def test_confirming_neither_adds_nor_loses_a_claim_of_the_first_reader(claims_of: Claims, parts: list[str]) -> None:
    claims = claims_of(" ".join(parts))
    assert len({c.id for c in claims}) == len(claims)
    assert all(not c.rule.startswith("window:") for c in claims if c.tier is Tier.CONFIRMED)
