"""Who leads: posts, changes of command, appointments, tables of commanders."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claim import Claim, Command, Status

Claims = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def commands(claims_of: Claims) -> Callable[..., list[Claim]]:
    """The claims of command that a text makes."""
    return lambda text, published=None: [c for c in claims_of(text, published) if c.kind == "command"]


def told(claim: Claim) -> tuple[str, str, str | None]:
    """Who does what with which role."""
    assert isinstance(claim.fact, Command)
    return claim.fact.holder, claim.fact.act, claim.fact.role


def fact_of(claim: Claim) -> Command:
    """The command a claim tells of."""
    assert isinstance(claim.fact, Command)
    return claim.fact


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The UNIFIL force commander, Maj. Gen. Anders Holm, opened the road.", ("Anders Holm", "holds", None)),
        ("Maj. Gen. Anders Holm, commander of UNIFIL, opened the road.", ("Anders Holm", "holds", None)),
        (
            "Colonel Ines Prado commands the engineer battalion of UNIFIL.",
            ("Ines Prado", "holds", "engineer battalion"),
        ),
        ("The UNIFIL battalion is under the command of Colonel Ines Prado.", ("Ines Prado", "holds", "battalion")),
        ("Brigadier Tariq Aziz took command of UNIFIL's Sector East on 3 May.", ("Tariq Aziz", "takes", "Sector East")),
        ("General Anders Holm was sworn in as UNIFIL force commander.", ("Anders Holm", "takes", None)),
        ("General Anders Holm was dismissed as UNIFIL force commander.", ("Anders Holm", "hands-over", None)),
        ("General Anders Holm was appointed force commander of UNIFIL.", ("Anders Holm", "named", None)),
        ("The Secretary-General named General Anders Holm to head UNIFIL.", ("Anders Holm", "named", None)),
        ("Italy took over command of UNIFIL on 3 May.", ("IT", "takes", None)),
        ("UNIFIL's western sector is under Italian command.", ("IT", "holds", "western sector")),
    ],
)
def test_who_leads(commands: Callable[..., list[Claim]], sentence: str, expected: tuple[str, str, str | None]) -> None:
    assert [told(claim) for claim in commands(sentence, "2024-06-01")] == [expected]


def test_a_handover_is_one_claim_of_the_newcomer(commands: Callable[..., list[Claim]]) -> None:
    text = "Spain's General Luis Mora handed over command of UNIFIL to General Per Lund of Norway on 3 May 2024."
    (claim,) = commands(text)
    fact = fact_of(claim)
    assert (fact.holder, fact.country, fact.predecessor) == ("Per Lund", "NO", "Luis Mora")
    assert claim.when is not None
    assert claim.when.edtf == "2024-05-03"


def test_a_successor_told_in_the_next_sentence_belongs_to_the_appointment(commands: Callable[..., list[Claim]]) -> None:
    text = "General Per Lund was named force commander of UNIFIL. He replaces General Luis Mora."
    (claim,) = commands(text)
    assert (told(claim)[:2], fact_of(claim).predecessor) == (("Per Lund", "named"), "Luis Mora")


def test_what_lies_ahead_is_planned(commands: Callable[..., list[Claim]]) -> None:
    (claim,) = commands("General Per Lund will take command of UNIFIL in July.", "2024-06-01")
    assert claim.status is Status.PLANNED


def test_the_first_time_is_kept(commands: Callable[..., list[Claim]]) -> None:
    (claim,) = commands("Finland took command of UNIFIL for the first time.")
    assert fact_of(claim).ordinal == "first"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Italian-led force patrols the line. UNIFIL gave no figures.",
        "UNIFIL came under fire; the rebel commander, General Ivo Petrov, denied it.",
        "UNIFIL took over 80 vehicles from the army.",
        "The former UNIFIL commander, General Luis Mora, has written a book.",
        "Commander Luis Mora visited UNIFIL.",
    ],
)
def test_what_is_no_command(commands: Callable[..., list[Claim]], sentence: str) -> None:
    assert commands(sentence) == []


def test_a_fact_sheet_names_its_leaders(commands: Callable[..., list[Claim]]) -> None:
    text = "UNIFIL facts\n\nForce Commander: Maj. Gen. Per Lund (Norway)\nSector East: Brig. Gen. Luis Mora (Spain)\n"
    assert [(told(c), fact_of(c).country) for c in commands(text)] == [
        (("Per Lund", "holds", None), "NO"),
        (("Luis Mora", "holds", "Sector East"), "ES"),
    ]


def test_a_table_gives_every_term(commands: Callable[..., list[Claim]]) -> None:
    text = (
        "History of UNIFIL\n\nForce commanders\n"
        "Name            Nation     From            To\n"
        "Per Lund        Norway     1 March 2001    30 June 2002\n"
        "Luis Mora       Spain      1 July 2002     present\n"
    )
    terms = [(fact_of(c).holder, fact_of(c).country, c.when.edtf if c.when else None) for c in commands(text)]
    assert terms == [("Per Lund", "NO", "2001-03-01/2002-06-30"), ("Luis Mora", "ES", "2002-07-01/..")]


def test_sectors_with_their_lead_nations(commands: Callable[..., list[Claim]]) -> None:
    text = (
        "UNIFIL in brief.\n\n"
        "Sector       Lead nation    Base\n"
        "Sector West  ITA            Shama\n"
        "Sector East  ESP            Marjayoun\n"
    )
    assert [told(c) for c in commands(text)] == [("IT", "holds", "Sector West"), ("ES", "holds", "Sector East")]


NAMES = st.sampled_from(["Per Lund", "Luis Mora", "Ines Prado", "Tariq Aziz", "Anders Holm"])
VERBS = st.sampled_from(["commands", "leads", "heads", "took command of", "relinquished command of"])


@settings(max_examples=15, deadline=None)
@given(name=NAMES, verb=VERBS)
def test_spans_are_verbatim_and_name_the_holder(commands: Callable[..., list[Claim]], name: str, verb: str) -> None:
    text = f"General {name} {verb} UNIFIL."
    (claim,) = commands(text)
    assert all(text[span.start : span.end] == span.quote for span in claim.spans)
    assert any(name in span.quote for span in claim.spans)
