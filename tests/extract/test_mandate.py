"""What founds, begins, prolongs, changes and ends an operation, and what it is there to do."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Mandate, Status

Claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def mandates(claims_of: Claims) -> Callable[..., dict[str, Claim]]:
    """The claims of mandate that a text makes, by their act."""
    return lambda text, published=None: {
        c.fact.act: c for c in claims_of(text, published) if isinstance(c.fact, Mandate)
    }


def when(claim: Claim) -> str | None:
    """The time of a claim."""
    return claim.when.edtf if claim.when else None


def fact_of(claim: Claim) -> Mandate:
    """The mandate a claim tells of."""
    assert isinstance(claim.fact, Mandate)
    return claim.fact


def test_an_operation_is_established_by_a_resolution(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates("UNFICYP was set up by Security Council resolution 186 (1964) on 4 March 1964.")
    fact = fact_of(found["established"])
    assert (fact.basis, fact.authority, when(found["established"])) == (
        "UNSCR 186",
        "un-security-council",
        "1964-03-04",
    )


def test_the_resolution_gives_the_year_where_nothing_else_does(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates("The Council established UNMIS by resolution 1590 (2005).")
    assert when(found["established"]) == "2005"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Security Council renewed the mandate of UNFICYP until 31 January 2025.", "../2025-01-31"),
        ("UNFICYP's mandate was extended by resolution 2723 until 31 January 2025.", "../2025-01-31"),
        ("1. Decides to extend the mandate of UNFICYP until 31 January 2025;", "../2025-01-31"),
        ("In March 2024 UNFICYP's mandate was prolonged for six months.", "2024-03"),
    ],
)
def test_an_extension_runs_to_its_end(mandates: Callable[..., dict[str, Claim]], sentence: str, expected: str) -> None:
    found = mandates(sentence)
    assert (set(found), when(found["extended"])) == ({"extended"}, expected)


def test_an_expiry_ahead_is_planned(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates("The mandate of UNFICYP expires on 31 January 2025.", "2024-11-02")
    assert (found["ends"].status, when(found["ends"])) == (Status.PLANNED, "2025-01-31")


def test_an_expiry_told_with_the_renewal_belongs_to_it(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates("The mandate of UNFICYP, renewed in July, expires on 31 January 2025.", "2024-11-02")
    assert (set(found), when(found["extended"])) == ({"extended"}, "../2025-01-31")


@pytest.mark.parametrize(
    "sentence",
    [
        "UNTAET came to an end on 20 May 2002.",
        "UNTAET closed on 20 May 2002.",
        "UNTAET completed its mandate on 20 May 2002.",
        "The mandate of UNTAET was terminated on 20 May 2002.",
    ],
)
def test_an_operation_ends(mandates: Callable[..., dict[str, Claim]], sentence: str) -> None:
    found = mandates(sentence)
    assert (set(found), when(found["ends"])) == ({"ends"}, "2002-05-20")


def test_one_operation_in_place_of_another(claims_of: Claims) -> None:
    found = claims_of("SFOR was replaced by EUFOR Althea on 2 December 2004.")
    acts = {(c.operation, c.fact.act) for c in found if isinstance(c.fact, Mandate)}
    assert acts == {("sfor", "ends"), ("eufor-althea", "starts")}


def test_the_days_of_an_operation_in_a_relative_clause(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates("Operation Artemis, which ran from 12 June 2003 to 1 September 2003, was small.")
    assert (when(found["starts"]), when(found["ends"])) == ("2003-06-12", "2003-09-01")


def test_a_changed_mandate_is_changed_and_a_ceiling_is_not(mandates: Callable[..., dict[str, Claim]]) -> None:
    assert set(mandates("The Council strengthened the mandate of UNAMSIL.")) == {"changed"}
    assert mandates("The Council raised the ceiling of UNAMSIL to 11,100 troops.") == {}


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        ("UNFICYP is mandated to keep the two sides apart.", "keep the two sides apart"),
        ("UNFICYP is charged with supervising the ceasefire lines.", "supervising the ceasefire lines"),
        ("UNFICYP's task is to supervise the ceasefire lines.", "supervise the ceasefire lines"),
        ("Its job done, UNFICYP, whose mandate is to guard the line, rests.", "guard the line"),
        ("UNFICYP was created in 1964 to prevent a return to fighting.", "prevent a return to fighting"),
    ],
)
def test_a_task_is_claimed_as_written(mandates: Callable[..., dict[str, Claim]], sentence: str, task: str) -> None:
    assert fact_of(mandates(sentence)["tasked"]).task == task


def test_a_task_is_claimed_once_for_each_operation(claims_of: Claims) -> None:
    text = "UNFICYP supervises the ceasefire lines. Its mandate is to prevent a return to fighting."
    tasked = [c for c in claims_of(text) if isinstance(c.fact, Mandate) and c.fact.act == "tasked"]
    assert [fact_of(c).task for c in tasked] == ["prevent a return to fighting"]


def test_a_number_is_no_year(mandates: Callable[..., dict[str, Claim]]) -> None:
    assert when(mandates("UNSMIL was established by resolution 2009.")["established"]) is None


@settings(max_examples=15, deadline=None)
@given(number=st.integers(min_value=100, max_value=2800), day=st.integers(min_value=1, max_value=28))
def test_the_number_of_a_resolution_is_kept(mandates: Callable[..., dict[str, Claim]], number: int, day: int) -> None:
    text = f"On {day} June 2012 the Security Council established UNISFA by resolution {number}."
    claim = mandates(text)["established"]
    assert (fact_of(claim).basis, when(claim)) == (f"UNSCR {number}", f"2012-06-{day:02}")
    assert all(text[span.start : span.end] == span.quote for span in claim.spans)


@pytest.mark.parametrize("number", ["46/182", "1997/57"])
def test_a_resolution_of_another_body_is_none_of_the_council(claims_of: Claims, number: str) -> None:
    found = claims_of(f"UNMIBH was established by resolution {number}. It has 1,800 police officers.")
    assert not any("UNSCR" in (claim.slots.get("basis") or "") for claim in found)


def test_a_resolution_may_have_its_year_behind_a_stroke(claims_of: Claims) -> None:
    (claim, *_) = (c for c in claims_of("UNMIBH was established by resolution 1035/1995.") if c.kind == "mandate")
    assert fact_of(claim).basis == "UNSCR 1035"
