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


_HEAD = "UNAMSIL, 3 February 2001.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ninety Zambian soldiers trudged into Makeni.", ("ZM", "deploy", 90)),
        ("Sixty Kenyan soldiers splashed ashore at Lungi.", ("KE", "deploy", 60)),
        ("The Jordanian soldiers poured across the bridge into Lunsar.", ("JO", "deploy", None)),
        ("With 400 Ukrainian drivers due in March, the transport problem should ease.", ("UA", "deploy", 400)),
        ("From Montevideo 30 observers are being sent.", ("UY", "deploy", 30)),
        ("The arrival in Freetown of 300 Ghanaian soldiers brings relief.", ("GH", "deploy", 300)),
        ("The 400 Guinean soldiers are on their way home.", ("GN", "withdraw", 400)),
        ("Accra has let it be known that its 785 soldiers will be gone by Easter.", ("GH", "withdraw", 785)),
        ("Its place was taken by a Turkish engineer company.", ("TR", "deploy", None)),
        ("By decision of the Swedish Government a battalion of 700 men will follow.", ("SE", "deploy", 700)),
        ("Washington has ordered 1,200 marines to make for Freetown.", ("US", "deploy", 1200)),
        ("A company of signallers furnished by Brazil will deploy to Lungi.", ("BR", "deploy", None)),
        ("Nepal, which had provided 571 men, means to take them back in August.", ("NP", "withdraw", 571)),
        ("The Senegalese soldiers are back in Dakar, all 610 of them.", ("SN", "withdraw", 610)),
        ("Togo and Mali have concluded their participation.", ("TG", "withdraw", None)),
        ("A battalion from Ghana and one from Nepal are expected by June.", ("NP", "deploy", None)),
        ("One post at the mine was vacated by some 30 Russian soldiers.", ("RU", "withdraw", 30)),
        ("I approached the Government of Senegal with a request for 250 soldiers more.", ("SN", "reinforce", 250)),
        ("He has asked Washington for marines to guard the port.", ("US", "deploy", None)),
    ],
)
def test_who_goes_which_way_however_it_is_put(
    claims_of: Claims, text: str, expected: tuple[str, str, int | None]
) -> None:
    assert expected in movements(claims_of(_HEAD + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New arrivals: Cambodia (184), Brunei (30).", [("KH", "deploy", 184), ("BN", "deploy", 30)]),
        ("Departures: Luxembourg, 20.", [("LU", "withdraw", 20)]),
        ("Jordan: out by 28 February.", [("JO", "withdraw", None)]),
        ("Uruguay to double troops in Lebanon.", [("UY", "reinforce", None)]),
    ],
)
def test_headings_entries_and_headlines(
    claims_of: Claims, text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert movements(claims_of(_HEAD + text)) == expected


def test_all_but_some_have_no_number(claims_of: Claims) -> None:
    found = movements(claims_of(_HEAD + "All but 40 of the Norwegian soldiers have left."))
    assert found == [("NO", "withdraw", None)]


def test_a_request_turned_down_is_denied_of_the_state_asked(claims_of: Claims) -> None:
    claims = claims_of(_HEAD + "Ottawa has turned down a request for 200 signallers.")
    assert movements(claims) == [("CA", "deploy", 200)]
    assert next(c.status for c in claims if isinstance(c.fact, Movement)) == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "The members agreed to the transfer of 19 competencies.",
        "Ghana and Guinea completed an exchange of letters.",
        "Members of the minority community return to their homes.",
        "Bandits relieved a Nigerian platoon of its weapons.",
        "Germany takes part with 30 doctors.",
        "Fiji has 400 officers on the ground out of the 1,000 it offered.",
    ],
)
def test_letters_returnees_and_losses_are_no_movement(claims_of: Claims, text: str) -> None:
    assert movements(claims_of(_HEAD + text)) == []


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
