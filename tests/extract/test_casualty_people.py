"""Who the hurt are: hurt bodies in any words, the group where no word tells it, and lists of the victims."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Casualty, Claim, Status

Reader = Callable[..., tuple[Claim, ...]]
HEAD = "UNIFIL, the United Nations force in Lebanon, reported on Monday.\n\n"
NATIONS = {"Irish": "IE", "Ghanaian": "GH", "Finnish": "FI", "Nepalese": "NP", "Polish": "PL", "Fijian": "FJ"}


Claims = Callable[..., tuple[Claim, ...]]


def hurt(claims: tuple[Claim, ...]) -> set[tuple[str, str, int | None]]:
    """Outcome, group and number of each casualty."""
    facts = [claim.fact for claim in claims if isinstance(claim.fact, Casualty)]
    return {(fact.outcome, fact.group, fact.count.best if fact.count else None) for fact in facts}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A Ghanaian corporal was grazed by a bullet.", ("wounded", "GH", 1)),
        ("An Irish private broke his leg when his jeep left the road.", ("wounded", "IE", 1)),
        ("A French sergeant lost a leg.", ("wounded", "FR", 1)),
        ("The blast left a Finnish soldier with a broken jaw.", ("wounded", "FI", 1)),
        ("Two Nepalese have shrapnel in their legs.", ("wounded", "NP", 2)),
        ("Four Italian soldiers escaped with bruises.", ("wounded", "IT", 4)),
        ("Three Fijians, hit by splinters, were flown to Haifa.", ("wounded", "FJ", 3)),
        ("Three drivers were treated for smoke.", ("wounded", "drivers", 3)),
    ],
)
def test_a_hurt_body_is_a_wound_whatever_the_words(
    claims_of: Reader, sentence: str, expected: tuple[str, str, int]
) -> None:
    assert hurt(claims_of(HEAD + sentence)) == {expected}


@pytest.mark.parametrize(
    "sentence",
    [
        "The patrol hit back at its critics.",
        "The force has a wound in its budget.",
        "Two Danish soldiers narrowly escaped injury.",
        "The commander faced the head of the town.",
    ],
)
def test_a_part_of_the_body_alone_hurts_nobody(claims_of: Reader, sentence: str) -> None:
    assert hurt(claims_of(HEAD + sentence)) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Three Kenyan soldiers were killed. Four others were wounded.", ("wounded", "KE", 4)),
        ("Three Kenyan soldiers were killed; one more is missing.", ("missing", "KE", 1)),
        ("Gunmen opened fire on a Nepalese patrol, leaving two dead.", ("killed", "NP", 2)),
        ("Police fired on the demonstrators, leaving one dead.", ("killed", "demonstrators", 1)),
        ("An attack left two dead and three wounded among the Malian troops.", ("wounded", "ML", 3)),
        ("Losses of UNIFIL since 1978: 250 killed.", ("killed", "peacekeepers", 250)),
        ("Two soldiers, both from Chad, were killed.", ("killed", "TD", 2)),
        ("One soldier, a Malaysian, was killed.", ("killed", "MY", 1)),
        ("Militants killed nine peacekeepers from Niger in the north.", ("killed", "NE", 9)),
        ("An officer and two soldiers of the Syrian army were wounded.", ("wounded", "SY", 2)),
        ("Eleven Government soldiers were hurt.", ("wounded", "LB", 11)),
        ("Four Malawi Defence Force (MDF) soldiers have been killed.", ("killed", "MW", 4)),
        ("Two XYZ officers were killed.", ("killed", "XYZ officers", 2)),
        ("Two (2) Nigerian soldiers were hit by fragments.", ("wounded", "NG", 2)),
        ("The crew of three were killed.", ("killed", "crew", 3)),
    ],
)
def test_the_group_where_the_noun_does_not_tell_it(
    claims_of: Reader, sentence: str, expected: tuple[str, str, int]
) -> None:
    assert expected in hurt(claims_of(HEAD + sentence))


@pytest.mark.parametrize(
    ("text", "freed"),
    [
        ("A French officer was abducted on Monday. He was freed two days later.", ("freed", "FR", 1)),
        ("An aid worker was seized on Sunday; she was let go last night.", ("freed", "aid worker", 1)),
        ("Two Kenyans were taken hostage on Monday. They were released on Friday.", ("freed", "KE", 2)),
    ],
)
def test_pronouns_mean_those_spoken_of_last(claims_of: Reader, text: str, freed: tuple[str, str, int]) -> None:
    assert freed in hurt(claims_of(HEAD + text))


def test_nobody_hurt_is_denied_only_against_what_was_said(claims_of: Reader) -> None:
    told = claims_of(HEAD + "No Irish soldier was hurt, contrary to what the radio reported.")
    assert [(c.fact.group, c.fact.count, c.status) for c in told if isinstance(c.fact, Casualty)] == [
        ("IE", None, Status.DENIED)
    ]
    assert hurt(claims_of(HEAD + "No Irish soldier was hurt.")) == set()


def test_soldiers_that_a_nation_s_own_document_calls_nobody_s_are_its_own(claims_of: Reader) -> None:
    text = (
        "The Portuguese contingent has 180 soldiers in Bangui. Our Portuguese company was sent out on Monday.\n\n"
        "The Humvee turned over and a comrade lost both legs."
    )
    assert ("wounded", "PT", 1) in hurt(claims_of(text))


def test_whose_martyrs_they_are(claims_of: Reader) -> None:
    assert ("killed", "TD", 36) in hurt(claims_of(HEAD + "The Chadian army bows before the memory of its 36 martyrs."))


def test_a_named_person_who_is_no_soldier_is_called_by_name(claims_of: Reader) -> None:
    assert ("killed", "Ali Haidar", 1) in hurt(claims_of(HEAD + "Gunmen murdered the prosecutor Ali Haidar."))


def test_who_died_of_it_is_not_wounded_too(claims_of: Reader) -> None:
    text = "One Arab youth, hit by a ricochet, died in the night."
    assert hurt(claims_of(HEAD + text)) == {("killed", "Arab youth", 1)}


@pytest.mark.parametrize("sentence", ["Ali Khan, 34, a driver, was shot dead.", "A girl of 12 was carried off."])
def test_an_age_is_no_number_of_people(claims_of: Reader, sentence: str) -> None:
    assert {number for _, _, number in hurt(claims_of(HEAD + sentence))} <= {1}


def test_parts_with_a_cause_and_day_of_their_own(claims_of: Reader) -> None:
    text = "Norway has lost two men: one by a mine near Blate on 15 April, one in a traffic accident on 2 June."
    parts = [c for c in claims_of(HEAD + text, "1978-06-14") if isinstance(c.fact, Casualty) and c.when]
    told = {(c.fact.means, c.when.edtf) for c in parts if isinstance(c.fact, Casualty) and c.when and c.fact.means}
    assert ("mine", "1978-04-15") in {(means.removeprefix("a "), when) for means, when in told if means}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The chief put the dead at five.", ("killed", "people", 5)),
        ("The losses of the rebels exceed 100 men.", ("killed", "rebels", 100)),
        ("The dead numbered 40.", ("killed", "people", 40)),
        ("The number of victims rose to nine.", ("killed", "people", 9)),
    ],
)
def test_numbers_that_the_dead_are_put_at(claims_of: Reader, sentence: str, expected: tuple[str, str, int]) -> None:
    assert expected in hurt(claims_of(HEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The victims were a Finn, an Austrian, a Canadian and a Dane.",
        "The four slain observers were from Finland, Austria, Canada and Denmark.",
        "Four observers from Finland, Austria, Canada and Denmark died when their post was hit.",
    ],
)
def test_a_roll_of_the_victims_is_one_of_each(claims_of: Reader, sentence: str) -> None:
    told = hurt(claims_of(HEAD + sentence))
    assert {("killed", country, 1) for country in ("FI", "AT", "CA", "DK")} <= told


def test_countries_that_are_not_as_many_as_the_dead_are_not_one_of_each(claims_of: Reader) -> None:
    told = hurt(claims_of(HEAD + "Six observers from Finland and Austria died when their post was hit."))
    assert {("killed", "FI", 6), ("killed", "FI", 1)}.isdisjoint(told)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nation=st.sampled_from(sorted(NATIONS)), killed=st.integers(2, 40), wounded=st.integers(2, 40))
def test_others_are_of_the_same_nation(claims_of: Reader, nation: str, killed: int, wounded: int) -> None:
    text = f"{HEAD}A mine killed {killed} {nation} soldiers and wounded {wounded} others."
    assert hurt(claims_of(text)) == {("killed", NATIONS[nation], killed), ("wounded", NATIONS[nation], wounded)}


def test_a_toll_given_as_one_number_after_another_is_several_claims(claims_of: Claims) -> None:
    text = "The number of UNIFIL soldiers wounded, first given as 5 and then as 9, was later established at 12."
    told = [c.fact for c in claims_of(text) if isinstance(c.fact, Casualty)]
    assert [(one.group, one.count and one.count.best) for one in told] == [("peacekeepers", n) for n in (5, 9, 12)]


def test_two_figures_are_no_toll_of_two(claims_of: Claims) -> None:
    text = "UNIFIL lost soldiers on Monday. We asked which of the two figures holds."
    assert not [c for c in claims_of(text) if isinstance(c.fact, Casualty) and c.fact.count and c.fact.count.best == 2]


def test_an_officer_of_the_police_spoken_of_is_no_peacekeeper(claims_of: Claims) -> None:
    text = "UNMIK condemned the attack on Kosovo police at Banjska, in which an officer was killed."
    (told,) = [c.fact for c in claims_of(text) if isinstance(c.fact, Casualty)]
    assert (told.group, told.outcome) == ("officer", "killed")
