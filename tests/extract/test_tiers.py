"""Which claims are confirmed, and which of one reader alone are let in."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.chances import Candidate, Reader, chance
from muster.extract.tiers import LEAST, SURE, agree, candidates, chosen, joined
from muster.extract.trained import read_trained
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Casualty, Claim, Contingent, Movement, Statement, Strength, Tier
from muster.model.count import Count, Rel
from muster.model.document import Document
from muster.model.span import Span
from muster.model.when import Resolution, When
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
MARCH = When("2012-03", "March 2012", Resolution.EXPLICIT)
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


def candidate(one: Claim, reader: Reader = Reader.PARSE, right: float = 0.9, **more: object) -> Candidate:
    return Candidate(one, reader, right, **more)  # type: ignore[arg-type]


def unsure(one: Candidate) -> Candidate:
    """The candidate at a weight that lets it in, but not beside a likelier one."""
    weights = (replace(one, right=n / 200) for n in range(1, 200))
    return next(other for other in weights if LEAST + 0.05 < chance(other) < SURE)


def learned(one: Claim, right: float, told: float = 0.95) -> Candidate:
    return candidate(replace(one, rule=f"trained: {one.kind}"), Reader.TRAINED, right, told=told)


def test_what_only_the_trained_reader_is_sure_of_is_let_in_as_a_candidate() -> None:
    found = chosen([candidate(STRENGTH), learned(DEATH, 0.99)])
    assert [one.kind for one in found] == ["strength", "casualty"]
    assert found[1].learned
    assert found[1].tier is Tier.CANDIDATE


@pytest.mark.parametrize("reader", Reader)
def test_what_is_likely_wrong_stays_out_whoever_makes_it(reader: Reader) -> None:
    wrong = candidate(CONTINGENT, reader, 0.001, told=0.3 if reader is Reader.TRAINED else None)
    assert chance(wrong) < LEAST
    assert chosen([candidate(STRENGTH), wrong]) == (STRENGTH,)


def test_of_one_fact_the_slots_are_those_of_the_rules_and_the_others_fill_what_is_open() -> None:
    other = replace(STRENGTH, when=MARCH, place="Naqoura", fact=Strength(count=Count(best=9500)))
    (found,) = chosen([learned(other, 0.99), candidate(STRENGTH)])
    assert (found.fact, found.rule) == (STRENGTH.fact, STRENGTH.rule)
    assert (found.place, found.when) == ("Naqoura", MARCH)


def test_a_likelier_claim_of_the_same_words_and_number_goes_before_another() -> None:
    other = replace(CONTINGENT, fact=Contingent(country="IE", count=Count(best=870)))
    found = [candidate(CONTINGENT, right=0.99), unsure(candidate(other, Reader.WINDOW, outdone=True))]
    assert chosen(found) == (CONTINGENT,)
    assert len(chosen([*found[1:]])) == 1


def test_a_claim_that_a_rule_shows_and_the_network_reads_otherwise_is_not_learned_alone() -> None:
    by_rule = claim(Movement(actor="GH", act="deploy", count=Count(best=870)), "Ghana has 870", rule="movement: have")
    read = replace(by_rule, fact=replace(by_rule.fact, act="reinforce"))
    (found,) = chosen([candidate(by_rule, right=0.01, outdone=True), learned(read, 0.99)])
    assert (found.slots["act"], found.rule, found.learned) == (
        "reinforce",
        "movement: have, read as trained: movement",
        False,
    )


def test_the_network_overrules_no_rule() -> None:
    other = learned(replace(CONTINGENT, fact=Contingent(country="IE", count=Count(best=870))), 0.99)
    rule = unsure(candidate(CONTINGENT, outdone=True))
    assert chance(rule) < chance(other)
    assert CONTINGENT in chosen([rule, other])


def test_another_number_in_the_same_words_is_another_claim() -> None:
    other = replace(STRENGTH, fact=Strength(count=Count(best=9400)), rule="trained: strength")
    assert set(chosen([candidate(STRENGTH), candidate(other)])) == {STRENGTH, other}


def test_candidates_know_who_agrees_and_who_outdoes_them(page: AnnotatedDocument) -> None:
    window = replace(CONTINGENT, rule="window: contingent: nationality")
    other = replace(CONTINGENT, fact=Contingent(country="IE", count=Count(best=870)), rule="window: contingent: beside")
    right, *_, wrong = candidates(page, [CONTINGENT], [window, other], read_trained(page))
    assert (right.reader, right.claim.tier) == (Reader.BOTH, Tier.CONFIRMED)
    assert (right.agreeing >= {Reader.WINDOW}, right.outdone) == (True, False)
    assert all(one.right is not None for one in (right, wrong))
    outdone = next(one for one in candidates(page, [CONTINGENT], [other], read_trained(page)) if one.claim == other)
    assert outdone.outdone


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


@pytest.mark.parametrize("order", list(permutations((0.99, 0.95, 0.9))))
def test_which_facts_there_are_does_not_hang_on_which_is_likeliest(order: tuple[float, ...]) -> None:
    words = ("UNIFIL has", "Ghana has 870", "General Lind")
    speakers = ("spokesman", "army spokesman", "rebel spokesman")
    told = [claim(Statement(speaker=who, act="condemns"), at) for who, at in zip(speakers, words, strict=True)]
    found = chosen([candidate(one, right=right) for one, right in zip(told, order, strict=True)])
    assert [one.slots["speaker"] for one in found] == list(speakers)
