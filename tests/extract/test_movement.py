"""Movements: who comes, who goes, who changes over."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Movement

Claims = Callable[..., tuple[Claim, ...]]


def movements(claims: tuple[Claim, ...]) -> list[tuple[str, str, int | None]]:
    """Actor, act and number of each movement, in order."""
    facts = [c.fact for c in claims if isinstance(c.fact, Movement)]
    return [(f.actor, f.act, f.count.best if f.count else None) for f in facts]


def only(claims: tuple[Claim, ...]) -> tuple[Claim, Movement]:
    """The one movement that is claimed."""
    found = [(c, c.fact) for c in claims if isinstance(c.fact, Movement)]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 900 Italian marines waded ashore at Tyre to join UNIFIL.", ("IT", "deploy", 900)),
        ("Nigeria recalled 850 of its 1,200 men from MINUSMA.", ("NG", "withdraw", 850)),
        ("The last 40 Danish soldiers of UNFICYP flew home on Friday.", ("DK", "withdraw", 40)),
        ("Ethiopia flew in 800 men for UNAMIR.", ("ET", "deploy", 800)),
        ("Spain pulled its last 150 soldiers out of UNIFIL yesterday.", ("ES", "withdraw", 150)),
        ("The deployment of the Canadian company of UNMEE, 240 strong, was completed.", ("CA", "deploy", 240)),
        ("A first group of 230 Kenyan police left Haiti for home, MSS said.", ("KE", "withdraw", 230)),
        ("China's engineers of UNTAC, 400 strong, landed at Kompong Som.", ("CN", "deploy", 400)),
    ],
)
def test_who_moves_and_which_way(claims_of: Claims, text: str, expected: tuple[str, str, int]) -> None:
    assert expected in movements(claims_of(text))


def test_topping_up_is_told_by_its_word(claims_of: Claims) -> None:
    found = movements(claims_of("UNIFIL. Ghana sent 200 soldiers, and France sent another 600 soldiers."))
    assert ("GH", "deploy", 200) in found
    assert ("FR", "reinforce", 600) in found


def test_places_decide_what_flying_means(claims_of: Claims) -> None:
    home = movements(claims_of("UNDOF: 20 Austrian soldiers flew from the Golan Heights to Vienna."))
    out = movements(claims_of("UNDOF: 20 Austrian soldiers flew from Vienna to the Golan Heights."))
    assert home == [("AT", "withdraw", 20)]
    assert out == [("AT", "deploy", 20)]


def test_a_foreign_relief_is_two_movements(claims_of: Claims) -> None:
    found = movements(claims_of("In UNFICYP a Swedish battalion of 700 men relieved the Canadians."))
    assert ("SE", "deploy", 700) in found
    assert ("CA", "withdraw", None) in found


def test_ones_own_relief_is_a_rotation(claims_of: Claims) -> None:
    _, fact = only(claims_of("UNMISS: 166 Rwandan police officers rotated on Tuesday."))
    assert (fact.actor, fact.act) == ("RW", "rotate")


def test_each_of_several_senders_has_its_own(claims_of: Claims) -> None:
    found = movements(claims_of("Poland and Romania sent 90 and 120 soldiers respectively to KFOR."))
    assert found == [("PL", "deploy", 90), ("RO", "deploy", 120)]


def test_a_left_out_verb_is_understood(claims_of: Claims) -> None:
    found = movements(claims_of("UNFICYP: Denmark will take out 150 soldiers, Sweden 200 and Finland 250."))
    assert {("DK", "withdraw", 150), ("SE", "withdraw", 200), ("FI", "withdraw", 250)} <= set(found)


def test_a_headline_needs_no_verb(claims_of: Claims) -> None:
    assert movements(claims_of("70 German soldiers off to Mali")) == [("DE", "deploy", 70)]


def test_two_battalions_are_no_two_soldiers(claims_of: Claims) -> None:
    assert movements(claims_of("Two Ghanaian battalions landed in Leopoldville to join ONUC.")) == [
        ("GH", "deploy", None)
    ]


def test_unit_places_and_stage_are_as_written(claims_of: Claims) -> None:
    _, fact = only(claims_of("A Finnish infantry company left Camp Naqoura for Helsinki on Monday. UNIFIL thanked it."))
    assert (fact.act, fact.unit, fact.stage) == ("withdraw", "Finnish infantry company", "completed")
    assert fact.destination == "Helsinki"


def test_what_lies_ahead_is_planned_and_announced(claims_of: Claims) -> None:
    claim, fact = only(claims_of("Belgium announced that it would withdraw its 420-strong battalion from UNAMIR."))
    assert (claim.status, fact.stage, fact.count and fact.count.best) == ("planned", "announced", 420)


def test_no_plans_are_denied(claims_of: Claims) -> None:
    claim, _ = only(claims_of("Norway has no plans to send a company to KFOR."))
    assert claim.status == "denied"


def test_a_rumour_said_to_be_untrue_is_denied(claims_of: Claims) -> None:
    claim, _ = only(claims_of("Reports of the withdrawal of the Fijian battalion from UNDOF are untrue."))
    assert claim.status == "denied"


def test_troops_asked_for_are_requested_of_the_state_asked(claims_of: Claims) -> None:
    claim, fact = only(claims_of("Austria, asked for 300 soldiers for UNFICYP, has not answered."))
    assert (claim.status, fact.actor) == ("requested", "AT")


@pytest.mark.parametrize(
    "text",
    [
        "UNHCR moved 4,000 refugees from Kukes to Durres.",
        "Sweden withdrew from the treaty on Friday.",
        "The minister of UNIFIL's host country left the talks.",
        "KFOR increased its patrols in the north.",
        "Malaysia has withdrawn its candidate for force commander of UNTAET.",
        "Four soldiers of UNIFIL were wounded and flown to Haifa.",
    ],
)
def test_other_people_and_things_that_move_are_nothing(claims_of: Claims, text: str) -> None:
    assert movements(claims_of(text)) == []


def test_a_retelling_without_number_is_the_same_movement(claims_of: Claims) -> None:
    text = "Irish troops leave Chad\n\nIreland withdrew its 400 soldiers from MINURCAT on Monday.\n"
    claim, fact = only(claims_of(text))
    assert fact.count is not None
    assert fact.count.best == 400
    assert len(claim.spans) == 2


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    country=st.sampled_from([("Nepal", "NP"), ("Uruguay", "UY"), ("Senegal", "SN"), ("Bangladesh", "BD")]),
    number=st.integers(min_value=60, max_value=9000),
    verb=st.sampled_from(
        [("sent", "deploy"), ("withdrew", "withdraw"), ("deployed", "deploy"), ("recalled", "withdraw")]
    ),
)
def test_number_and_sender_are_read_and_the_span_is_verbatim(
    claims_of: Claims, country: tuple[str, str], number: int, verb: tuple[str, str]
) -> None:
    text = f"{country[0]} {verb[0]} {number} soldiers, UNMIS said."
    claim, fact = only(claims_of(text))
    assert (fact.actor, fact.act, fact.count and fact.count.best) == (country[1], verb[1], number)
    assert all(text[span.start : span.end] == span.quote for span in claim.spans)


def test_the_subject_behind_an_opening_phrase_is_found(claims_of: Claims) -> None:
    text = "At the request of the Secretary-General, a Ghanaian battalion of 700 men will move to Goma for MONUC."
    (moved,) = [c for c in claims_of(text) if isinstance(c.fact, Movement)]
    assert (moved.fact.actor, moved.fact.destination, moved.fact.requested_by) == ("GH", "Goma", "Secretary-General")
