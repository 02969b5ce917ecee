"""What the second reader says of sentences, kind by kind, and where it keeps silent."""

from collections.abc import Callable
from typing import Any

import pytest

from muster.model.claim import Claim, Status

Seen = Callable[..., tuple[Claim, ...]]


def _told(claims: tuple[Claim, ...], kind: str, *slots: str) -> list[tuple[Any, ...]]:
    return [tuple(c.slots.get(slot) for slot in slots) for c in claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "country", "number"),
    [
        ("Ghana has 870 soldiers in UNIFIL.", "GH", 870),
        ("UNIFIL counts 870 soldiers from Ghana.", "GH", 870),
        ("UNIFIL has 870 Ghanaian soldiers.", "GH", 870),
        ("The largest contributors to UNIFIL: Ghana (870), Nepal (760).", "GH", 870),
        ("Contributors to UNIFIL are Indonesia 1,230, Ghana 870 and Nepal 760.", "GH", 870),
    ],
)
def test_a_number_beside_a_country_is_its_contingent(seen: Seen, text: str, country: str, number: int) -> None:
    found = _told(seen(text), "contingent", "operation", "country", "count")
    assert ("unifil", country, {"best": number}) in found


@pytest.mark.parametrize(
    ("text", "component"),
    [
        ("UNIFIL has 9,500 troops.", "troops"),
        ("UNIFIL numbers 9,500 military personnel.", None),
        ("The strength of UNIFIL stood at 9,500.", None),
        ("UNIFIL is small. Its strength: 9,500", None),
    ],
)
def test_a_number_beside_an_operation_is_its_strength(seen: Seen, text: str, component: str | None) -> None:
    assert _told(seen(text), "strength", "operation", "count", "component") == [("unifil", {"best": 9500}, component)]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL and UNDOF are neighbours. Ghana has 870 soldiers there.",
        "Ghana has 870 officers in UNIFIL.",
        "In UNIFIL 870 soldiers were wounded.",
        "Ghana, 1957: the flag of UNIFIL.",
        "Ghana has 870 soldiers in Mali, an officer of UNIFIL said.",
    ],
)
def test_a_figure_of_doubtful_owner_or_of_something_else_is_none(seen: Seen, text: str) -> None:
    assert not [c for c in seen(text) if c.kind in ("contingent", "strength")]


@pytest.mark.parametrize(
    ("text", "act", "number"),
    [
        ("Ghana sent 200 soldiers to Lebanon on Tuesday.", "deploy", 200),
        ("Ghana will send a further 200 soldiers to UNIFIL.", "reinforce", 200),
        ("A group of 200 Ghanaian soldiers arrived in Naqoura.", "deploy", 200),
        ("200 Ghanaian soldiers were withdrawn from Naqoura in May.", "withdraw", 200),
        ("Ghana withdrew its last 200 soldiers in May.", "withdraw", 200),
        ("The withdrawal of 200 Ghanaian soldiers began in May.", "withdraw", 200),
        ("The Ghanaian battalion, 200 men, left Naqoura in May.", "withdraw", 200),
        ("The last Ghanaian company, numbering 200, was repatriated in May.", "withdraw", 200),
    ],
)
def test_a_force_beside_a_word_of_moving_moves(seen: Seen, text: str, act: str, number: int) -> None:
    assert ("GH", act, {"best": number}) in _told(seen(text), "movement", "actor", "act", "count")


@pytest.mark.parametrize(
    "text",
    [
        "They sent 200 soldiers to Lebanon.",
        "Ghana may send 200 soldiers to Lebanon.",
        "Its contingent was withdrawn in May.",
        "Ghanaian soldiers sent to Naqoura complained about the food.",
        "200 Ghanaian soldiers joined the force.",
        "Ghana pulled 200 soldiers out of Kidal into Gao.",
    ],
)
def test_who_moves_must_be_named_and_must_have_moved(seen: Seen, text: str) -> None:
    assert _told(seen(text), "movement", "actor") == []


@pytest.mark.parametrize(
    ("text", "group", "outcome", "number"),
    [
        ("Two Ghanaian soldiers were killed near Aguelhok.", "GH", "killed", 2),
        ("A mine killed two Ghanaian soldiers.", "GH", "killed", 2),
        ("Two peacekeepers were wounded in Kidal.", "peacekeepers", "wounded", 2),
        ("Three civilians died in the shelling.", "civilians", "killed", 3),
        ("The militia released 21 Filipino soldiers.", "PH", "freed", 21),
        ("Four peacekeepers wounded, one missing.", "peacekeepers", "wounded", 4),
        ("The mine killed two port workers.", "port workers", "killed", 2),
    ],
)
def test_people_beside_a_word_of_harm_are_hurt(seen: Seen, text: str, group: str, outcome: str, number: int) -> None:
    assert (group, outcome, {"best": number}) in _told(seen(text), "casualty", "group", "outcome", "count")


@pytest.mark.parametrize(
    "text",
    [
        "They were killed near Aguelhok.",
        "No peacekeepers were killed.",
        "Peacekeepers might be killed.",
        "Two HDP officers were killed.",
    ],
)
def test_the_hurt_must_be_named_and_must_be_hurt(seen: Seen, text: str) -> None:
    assert _told(seen(text), "casualty", "group") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen ambushed a Ghanaian patrol near Kidal on Monday.", "attack"),
        ("A patrol came under fire near Kidal.", "attack"),
        ("On Monday clashes broke out in Mitrovica.", "clash"),
        ("A UN helicopter crashed near Mopti on 3 May.", "accident"),
    ],
)
def test_a_word_for_an_event_with_a_day_or_place_is_an_incident(seen: Seen, text: str, kind: str) -> None:
    assert (kind,) in _told(seen(text, "2019-05-08"), "incident", "type")


@pytest.mark.parametrize(
    "text", ["The patrol could be ambushed near Kidal.", "Any attack would be answered in Kidal.", "Attacks happen."]
)
def test_an_event_that_is_feared_or_general_is_none(seen: Seen, text: str) -> None:
    assert _told(seen(text), "incident", "type") == []


@pytest.mark.parametrize(
    ("text", "activity", "change"),
    [
        ("UNIFIL has increased its patrols along the Blue Line.", "patrol", "more"),
        ("Ghanaian soldiers patrol the road to Tibnin.", "patrol", None),
        ("Ghanaian soldiers set up a checkpoint in Tibnin.", "checkpoint", "starts"),
        ("Irish patrols in Tibnin were suspended.", "patrol", "stops"),
    ],
)
def test_a_force_beside_a_word_of_posture_stands(seen: Seen, text: str, activity: str, change: str | None) -> None:
    assert (activity, change) in _told(seen(text), "posture", "activity", "change")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Security Council extended the mandate of UNIFIL until 31 August 2026.", "extended"),
        ("UNIFIL was established in 1978.", "established"),
        ("UNIFIL's mandate expires on 31 August.", "ends"),
        ("UNIFIL is mandated to monitor the cessation of hostilities.", "tasked"),
        ("The mandate of UNIFIL is to monitor the cessation of hostilities.", "tasked"),
        ("UNIFIL is small. It was established in 1978.", "established"),
    ],
)
def test_an_operation_beside_a_word_of_its_life_has_a_mandate(seen: Seen, text: str, act: str) -> None:
    assert ("unifil", act) in _told(seen(text), "mandate", "operation", "act")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Major General Ada Lind took command of UNIFIL.", "takes"),
        ("Major General Ada Lind was appointed force commander of UNIFIL.", "named"),
        ("The force commander of UNIFIL, Major General Ada Lind, spoke in Naqoura.", "holds"),
        ("Major General Ada Lind is the force commander of UNIFIL.", "holds"),
        ("UNIFIL is headed by Major General Ada Lind.", "holds"),
    ],
)
def test_a_person_beside_a_post_of_the_operation_holds_or_changes_it(seen: Seen, text: str, act: str) -> None:
    assert ("unifil", "Ada Lind", act) in _told(seen(text), "command", "operation", "holder", "act")


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("The Security Council condemned the attack.", "un-security-council", "condemns"),
        ("Ghana thanked the host country.", "GH", "thanks"),
        ("Ada Lind urged the parties to show restraint.", "Ada Lind", "urges"),
        ("The Union's chairman, President Ada Lind, condemned the attack.", "Ada Lind", "condemns"),
        ("The Secretary-General welcomed the agreement.", "Secretary-General", "welcomes"),
    ],
)
def test_a_named_speaker_beside_a_word_of_attitude_states(seen: Seen, text: str, speaker: str, act: str) -> None:
    assert _told(seen(text), "statement", "speaker", "act") == [(speaker, act)]


@pytest.mark.parametrize("text", ["They condemned it.", "Ghana denied it.", "Their commander urged calm."])
def test_a_position_of_an_unnamed_speaker_or_on_an_unnamed_thing_is_left_alone(seen: Seen, text: str) -> None:
    assert _told(seen(text), "statement", "speaker") == []


def test_parties_beside_a_word_of_pact_stand_in_a_relation(seen: Seen) -> None:
    found = _told(seen("Serbia and Kosovo signed an agreement in Brussels."), "relation", "relation", "subject")
    assert found == [("agreement", "RS")]
    assert _told(seen("Ghana recognised Kosovo in 2012."), "relation", "relation", "subject") == [("recognises", "GH")]


def test_what_lies_ahead_is_planned_and_what_is_cited_has_its_source(seen: Seen) -> None:
    (claim,) = (c for c in seen("Ghana will send 200 soldiers to Lebanon, its ministry said.") if c.kind == "movement")
    assert claim.status is Status.PLANNED
    assert claim.source is not None
