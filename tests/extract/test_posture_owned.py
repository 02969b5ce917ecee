"""Postures told by a noun's own words, by where a force is told to be, and by verbs that the parse hides."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Posture

Claims = Callable[..., tuple[Claim, ...]]
_HEAD = "UNIFIL, 12 May 2007.\n\n"


def postures(claims: tuple[Claim, ...]) -> list[tuple[str, str, str | None]]:
    """Actor, activity and change of each posture, in order."""
    return [(f.actor, f.activity, f.change) for c in claims if isinstance(f := c.fact, Posture)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Kenyan patrol hit a mine.", ("KE", "patrol", None)),
        ("Two Irish soldiers were shot at while on patrol near Tibnin.", ("IE", "patrol", None)),
        ("The presence of Syrian troops in the Bekaa was criticised.", ("SY", "presence", None)),
        ("The monastery is still under the guard of Italian troops.", ("IT", "presence", None)),
        ("Under the eyes of Austrian policemen the prisoners crossed.", ("AT", "monitor", None)),
    ],
)
def test_a_noun_says_by_itself_whose_it_is(claims_of: Claims, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in postures(claims_of(_HEAD + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepal has had a company at Kafra since March.", ("NP", "presence", None)),
        ("France has 1,500 men on both sides of the river.", ("FR", "presence", None)),
        ("The Turkish engineers are camped at Shaytiyah.", ("TR", "base", None)),
        ("The Spanish soldiers are confined to barracks.", ("ES", "base", None)),
        ("Two Belgian companies are posted along the river.", ("BE", "presence", None)),
    ],
)
def test_where_a_force_is_told_to_be(claims_of: Claims, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in postures(claims_of(_HEAD + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Food lorries went to Tyre escorted by Ghanaian soldiers.", ("GH", "escort", None)),
        ("French marines stood guard at the airport and two power stations.", ("FR", "presence", None)),
        ("The Danish troops have been keeping the peace there since January.", ("DK", "presence", None)),
        ("The Force occupies 27 posts on the line.", ("unifil", "monitor", None)),
        ("Israel is massing tanks near Metulla.", ("IL", "massing", None)),
        ("From Monday all lorries will be escorted by the Malaysian battalion.", ("MY", "escort", "starts")),
        ("The Ghanaian soldiers drew coils of wire across the road.", ("GH", "barrier", "starts")),
        ("UNIFIL has taken over the protection of the waterworks.", ("unifil", "presence", "starts")),
        ("A Ghanaian section put up a road block there before dawn.", ("GH", "checkpoint", "starts")),
        ("Swedish soldiers gave up their observation post on the hill.", ("SE", "monitor", "stops")),
        ("The Malaysian battalion guards a depot and escorts fuel lorries up the valley.", ("MY", "escort", None)),
        ("Fijian sentries check papers at the bridge.", ("FJ", "checkpoint", None)),
        ("Turkish frigates watch the coast.", ("TR", "monitor", None)),
        ("Observers keep the truce line under watch round the clock.", ("unifil", "monitor", None)),
        ("The Indian battalion has been brought to heightened readiness.", ("IN", "alert", "starts")),
        ("The Coastal Unit, provided by Italy, patrols the strait.", ("IT", "patrol", None)),
        ("Roadblocks manned by militias on the coastal road have gone.", ("militias", "barrier", "stops")),
    ],
)
def test_verbs_of_guarding_watching_and_barring(
    claims_of: Claims, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in postures(claims_of(_HEAD + text))


def test_our_patrols_are_of_the_nation_that_speaks(claims_of: Claims) -> None:
    text = "The Finnish battalion of UNIFIL writes home.\n\nFinnish soldiers like it. We doubled our patrols."
    assert ("FI", "patrol", "more") in postures(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Dutch have 3,600 in Helmand.",
        "He is the ninth officer to hold the post.",
        "The mission was set up to supervise the truce.",
        "Eighty policemen out of an establishment of 120 are in place.",
        "The villages prosper under the protection of UNIFIL.",
        "The council is on good terms with the mayor.",
        "The Union reiterated its readiness to deploy staff.",
        "The number of observation posts would have been reduced by half.",
        "UNIFIL is still building up its forces.",
        "The mission has no presence in the hills.",
    ],
)
def test_tasks_posts_of_honour_and_contingents_are_no_posture(claims_of: Claims, text: str) -> None:
    assert postures(claims_of(_HEAD + text)) == []


def test_a_patrol_on_its_way_neither_starts_nor_stops(claims_of: Claims) -> None:
    found = postures(claims_of(_HEAD + "Militiamen threw a grenade at a Fijian patrol near Tibnin."))
    assert ("FJ", "patrol", None) in found
