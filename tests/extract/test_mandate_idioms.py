"""Acts on a mandate in the many ways they are told: idioms, fact-sheet lines, labels, work that begins and ends."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Mandate, Status

Claims = Callable[..., tuple[Claim, ...]]
CONTEXT = "UNIFIL has 4,000 men in Lebanon. "


@pytest.fixture(scope="session")
def mandates(claims_of: Claims) -> Callable[..., dict[str, Claim]]:
    """The claims of mandate that a text makes, by act."""

    def of(text: str, published: str = "2007-05-04") -> dict[str, Claim]:
        return {c.fact.act: c for c in claims_of(text, published) if isinstance(c.fact, Mandate)}

    return of


def when(claim: Claim) -> str | None:
    """The day a claim gives."""
    return claim.when.edtf if claim.when else None


@pytest.mark.parametrize(
    ("sentence", "act", "day"),
    [
        ("UNIFIL was called into being by Resolution 425 on 19 March 1978.", "established", "1978-03-19"),
        ("The resolution of 19 March 1978 gave birth to UNIFIL.", "established", "1978-03-19"),
        ("UNIFIL owes its existence to Resolution 425.", "established", None),
        ("The legal basis of the force is Resolution 425.", "established", None),
        ("The force rests on Resolution 425.", "established", None),
        ("The force is in the south under Resolution 425.", "established", None),
        ("The force was sent by the United Nations on 23 March 1978.", "established", "1978-03-23"),
        ("The mandate of UNIFIL was established by Security Council resolution 425 (1978).", "established", "1978"),
        ("UNIFIL opened on 16 October 1978.", "starts", "1978-10-16"),
        ("The force entered Lebanon on 23 March 1978.", "starts", "1978-03-23"),
        ("UNIFIL stepped into the shoes of UNTSO on 1 January 2007.", "starts", "2007-01-01"),
        ("The mission became operational on 1 October 2006.", "starts", "2006-10-01"),
        ("Transfer of authority from UNTSO to UNIFIL was completed on 20 December 2006.", "starts", "2006-12-20"),
        ("The mission is due to conclude on 15 March 2009.", "ends", "2009-03-15"),
        ("The mandate stands until 29 July 2007.", "ends", "2007-07-29"),
        ("The mandate is up on 27 June 2007.", "ends", "2007-06-27"),
        ("The six months that the Council granted are up on 27 June 2007.", "ends", "2007-06-27"),
        ("The mandate, one year to begin with, lapses on 17 August 2007.", "ends", "2007-08-17"),
        ("The force's operations terminate on 31 December 2007.", "ends", "2007-12-31"),
        ("It is to make way in June 2007 for a larger mission.", "ends", "2007-06"),
        ("The Council kept the mission going until 31 August 2007.", "extended", "../2007-08-31"),
        ("The Council has prolonged UNIFIL's life until 31 January 2008.", "extended", "../2008-01-31"),
        ("The Council gave the mission another six months.", "extended", None),
        ("The Council added the protection of civilians to its mandate.", "changed", None),
        ("The force was given a tougher mandate in August 2006.", "changed", "2006-08"),
    ],
)
def test_an_act_told_by_an_idiom(
    mandates: Callable[..., dict[str, Claim]], sentence: str, act: str, day: str | None
) -> None:
    found = mandates(CONTEXT + sentence)
    assert {each: when(claim) for each, claim in found.items()} == {act: day}


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        ("The mandate, under resolution 1701: protection of civilians.", "protection of civilians"),
        ("The mission's task in one line: help the army keep the south calm.", "help the army keep the south calm"),
        ("The mission's paper says: protect civilians.", "protect civilians"),
        ("Its duty is keeping the road open.", "keeping the road open"),
        ("The job is to take the guns off the streets.", "take the guns off the streets"),
        ("The Council gave the observers the task of supervising the ceasefire.", "supervising the ceasefire"),
        ("UNIFIL's mandate includes monitoring the truce.", "monitoring the truce"),
    ],
)
def test_a_task_behind_a_label_or_a_noun(mandates: Callable[..., dict[str, Claim]], sentence: str, task: str) -> None:
    fact = mandates(CONTEXT + sentence)["tasked"].fact
    assert isinstance(fact, Mandate)
    assert fact.task == task


@pytest.mark.parametrize(
    "sentence",
    [
        "Three men have died since the force was formed.",
        "The mission does not intend to build a base for eternity.",
        "We were sent to the village to put out a fire.",
        "The mandate was an exchange of letters.",
        "When does UNIFIL begin?",
        "The shop gave the soldiers another week.",
        "The road is up for repair until June.",
    ],
)
def test_what_is_no_act_on_a_mandate(mandates: Callable[..., dict[str, Claim]], sentence: str) -> None:
    assert mandates(CONTEXT + sentence) == {}


def test_the_lines_of_a_fact_sheet(mandates: Callable[..., dict[str, Claim]]) -> None:
    found = mandates(
        "UNIFIL at a glance\n\n"
        "Established: by Security Council Resolution 425 of 19 March 1978\n\n"
        "In Lebanon since: 23 March 1978\n\n"
        "Task: a safe and secure environment in the south\n\n"
        "Mandate ends: 31 August 2007\n"
    )
    assert {act: when(claim) for act, claim in found.items()} == {
        "established": "1978-03-19",
        "starts": "1978-03-23",
        "tasked": None,
        "ends": "2007-08-31",
    }
    assert found["ends"].status is Status.PLANNED


def test_what_it_stands_on_is_quoted_with_it(mandates: Callable[..., dict[str, Claim]]) -> None:
    text = CONTEXT + "The force is in the south under Security Council Resolution 425."
    (span,) = mandates(text)["established"].spans
    assert text[span.start : span.end].endswith("Resolution 425")


def test_a_successor_starts_and_nothing_is_said_of_the_end(claims_of: Claims) -> None:
    found = claims_of("MISCA, which succeeds MICOPAX next Thursday, will be larger.", "2013-12-13")
    assert {(c.operation, c.fact.act) for c in found if isinstance(c.fact, Mandate)} == {("misca", "starts")}


def test_somebody_elses_mandate_is_not_the_operations(claims_of: Callable[..., tuple[Claim, ...]]) -> None:
    text = "UNMIBH is in Bosnia. The Commission extended the mandate of the Special Rapporteur."
    assert not [c for c in claims_of(text) if c.kind == "mandate"]
