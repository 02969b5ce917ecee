"""Numbers of people in a mission's report that are not all it has, and the lists of its components."""

from collections.abc import Callable

import pytest

from muster.model.claim import Claim, Strength

Claims = Callable[..., tuple[Claim, ...]]

LISTS = """Annex

Composition and strength of UNMIK police
(as at 3 May 2009)

Country              Number
Ghana                    23
Kenya                     7
Ukraine                   2
   Total                 32

Composition and strength of the military liaison component
of the United Nations Interim Administration Mission in Kosovo
(as at 3 May 2009)

Country              Number
Czechia                   1
Norway                    2
Ukraine                   2
   Total                  5
"""


def strengths(found: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in found if isinstance(claim.fact, Strength)]


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL trains the police. As of March, there were 410 provisionally authorized local officers.",
        "UNMIL trains the police. In Lofa, 90 minority officers have been authorized from a total of 5,200.",
        "UNMIL trains the police. There were 410 local police officers out of a total of 5,200.",
    ],
)
def test_the_police_a_mission_trains_are_not_its_own(claims_of: Claims, text: str) -> None:
    assert strengths(claims_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL reports. A total of 25 staff will work in the new audit agency.",
        "UNMIL reports. A total of 600 divers will be engaged by the organisations that take part in the plan.",
        "UNMIL reports. More people fled in two days than the total of 2,900 who had returned all year.",
        "UNMIL reports. As at 3 May 2009, a total of 60 monitors have been sent home.",
    ],
)
def test_people_of_whom_nothing_says_that_they_are_there_are_no_strength(claims_of: Claims, text: str) -> None:
    assert strengths(claims_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "UNPREDEP has two battalions, each with a strength of 400.",
        "UNPREDEP keeps watch. It would consist of a battalion with a strength of 400 and a company.",
        "UNMIL watches the town. A full complement of 120 monitors had been deployed in Ganta by 1 June 2009.",
    ],
)
def test_a_part_of_the_force_or_of_one_town_is_no_strength(claims_of: Claims, text: str) -> None:
    assert strengths(claims_of(text)) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("UNMIL had a total of 4,200 personnel on 3 May 2009.", 4200),
        ("UNMIL is a force with a strength of 4,200.", 4200),
        ("As at 3 May 2009, a total of 4,200 UNMIL personnel were deployed in Liberia.", 4200),
    ],
)
def test_the_whole_still_is_one(claims_of: Claims, text: str, count: int) -> None:
    [claim] = strengths(claims_of(text))
    assert isinstance(claim.fact, Strength)
    assert claim.fact.count is not None
    assert claim.fact.count.best == count


def test_the_day_of_a_resolution_is_not_the_day_of_the_strength(claims_of: Claims) -> None:
    text = (
        "The authorized strength of UNMIL has increased from 900 to 1,100 in accordance with resolution 1990 (2004) "
        "of 4 March 2004."
    )
    assert [(c.slots["count"], c.slots["status"], c.when) for c in strengths(claims_of(text))] == [
        ({"best": 900}, "authorised", None),
        ({"best": 1100}, "authorised", None),
    ]


def test_military_liaison_officers_listed_below_the_police_are_no_police(claims_of: Claims) -> None:
    told = [(c.slots.get("country"), c.slots["count"]["best"], c.slots.get("component")) for c in claims_of(LISTS)]
    assert told == [
        ("GH", 23, "police"),
        ("KE", 7, "police"),
        ("UA", 2, "police"),
        (None, 32, "police"),
        ("CZ", 1, None),
        ("NO", 2, None),
        ("UA", 2, None),
        (None, 5, None),
    ]
