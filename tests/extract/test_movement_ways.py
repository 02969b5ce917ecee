"""Movements told by idiom, in telegrams, with left-out verbs; and what only looks like one."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Movement

Claims = Callable[..., tuple[Claim, ...]]


def movements(claims: tuple[Claim, ...]) -> list[tuple[str, str, int | None]]:
    """Actor, act and number of each movement, in order."""
    facts = [c.fact for c in claims if isinstance(c.fact, Movement)]
    return [(f.actor, f.act, f.count.best if f.count else None) for f in facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepal's last 90 sappers went up the gangway on Tuesday, UNIFIL said.", ("NP", "withdraw", 90)),
        ("UNIFIL: 650 men of the Kenya battalion emplaned at Embakasi for Lebanon.", ("KE", "deploy", 650)),
        ("Forty Danes of UNFICYP filed out of Famagusta at dawn.", ("DK", "withdraw", 40)),
        ("UNIFIL, 3 May. Poland came up with 200 men.", ("PL", "deploy", 200)),
        ("UNIFIL, 3 May. The last plane with Indonesians came down in Beirut.", ("ID", "deploy", None)),
        ("UNIFIL, 3 May. Peru put 300 on the boats at Callao.", ("PE", "deploy", 300)),
        ("UNAMSIL, 3 May. Ninety Ukrainians were shipped from Nikolayev.", ("UA", "deploy", 90)),
    ],
)
def test_a_direction_makes_a_movement_of_any_verb(
    claims_of: Claims, text: str, expected: tuple[str, str, int | None]
) -> None:
    assert expected in movements(claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNAMSIL, 3 May.\n\nPakistan: 450 due at Lungi on the 20th.", ("PK", "deploy", 450)),
        ("UNIFIL, 3 May. China is sending 240 engineers, and Korea 350.", ("KR", "deploy", 350)),
        ("UNIFIL, 3 May. China sent 240 men, the Koreans by my count 350.", ("KR", "deploy", 350)),
    ],
)
def test_entries_and_asides_need_no_verb(claims_of: Claims, text: str, expected: tuple[str, str, int]) -> None:
    assert expected in movements(claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNIFIL, 3 May. The Ghanaian team numbers 850 and leaves on Monday for home.", ("GH", "withdraw", 850)),
        ("UNIFIL, 3 May. Niger, whose 160 flew home at the weekend, stays in touch.", ("NE", "withdraw", 160)),
        ("UNIFIL, 3 May. The force commander of Ghana's men wants two companies more.", ("unifil", "reinforce", None)),
        ("UNAMSIL: the 31 men of the Zambia Defence Force who flew from Lusaka are here.", ("ZM", "deploy", 31)),
    ],
)
def test_the_number_is_found_where_it_stands(
    claims_of: Claims, text: str, expected: tuple[str, str, int | None]
) -> None:
    assert expected in movements(claims_of(text))


@pytest.mark.parametrize(
    ("text", "expected", "status"),
    [
        ("UNIFIL, 3 May. Luxembourg may double its platoon.", ("LU", "reinforce", None), "possible"),
        ("UNIFIL, 3 May. Denmark intends to halve its contingent.", ("DK", "withdraw", None), "planned"),
        ("There are no plans for a reduction of the Greek contingent of UNIFIL.", ("GR", "withdraw", None), "denied"),
        ("UNIFIL, 3 May. Tanzania has promised a company of military police.", ("TZ", "deploy", None), "planned"),
        ("UNIFIL, 3 May. An extra 60 policemen have been requested from Fiji.", ("FJ", "reinforce", 60), "requested"),
    ],
)
def test_what_is_held_out_asked_or_resized(
    claims_of: Claims, text: str, expected: tuple[str, str, int | None], status: str
) -> None:
    claims = claims_of(text)
    assert expected in movements(claims)
    assert next(c.status for c in claims if isinstance(c.fact, Movement)) == status


def test_the_present_of_a_day_ahead_is_planned(claims_of: Claims) -> None:
    claims = claims_of("The two Mongolian officers of UNIFIL come home by 31 December 2023.", "2023-10-02")
    (claim,) = [c for c in claims if isinstance(c.fact, Movement)]
    assert claim.status == "planned"


def test_as_many_for_so_many_is_one_relief(claims_of: Claims) -> None:
    text = "UNIFIL met.\n\n600 Ghanaian soldiers went home. The same number of their compatriots relieved them."
    assert movements(claims_of(text)) == [("GH", "rotate", 600)]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL, 3 May. Twenty Irish soldiers were flown to hospital with burns.",
        "UNIFIL, 3 May. At present 13,200 troops are deployed.",
        "UNIFIL, 3 May. Of the authorised 15,000 troops 9,500 have arrived.",
        "UNIFIL, 3 May. The Ghanaian company goes on patrol by boat.",
        "UNIFIL, 3 May. The Ghanaian company is going to be praised.",
        "UNIFIL, 3 May. The warlord told the Australians not to land.",
        "UNIFIL, 3 May. Uruguay comes second with 402.",
        "UNIFIL, 3 May. The Ghanaian soldiers spoke to Beirut by telephone.",
        "UNIFIL, 3 May. The Ghanaian soldiers stationed at Tyre heard of it.",
    ],
)
def test_duty_hospital_and_presence_are_no_movement(claims_of: Claims, text: str) -> None:
    assert movements(claims_of(text)) == []
