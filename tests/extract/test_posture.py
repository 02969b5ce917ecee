"""What forces do, or how they stand: patrols, presence, checkpoints, escorts, alert, massing, watching, barriers."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.posture import find_postures
from muster.model.claim import Claim, Posture, Status
from muster.model.document import Document
from muster.read import segment

Claims = Callable[..., tuple[Claim, ...]]


def postures(claims: tuple[Claim, ...]) -> set[tuple[str, str, str | None]]:
    return {(c.fact.actor, c.fact.activity, c.fact.change) for c in claims if isinstance(c.fact, Posture)}


def only(claims: tuple[Claim, ...]) -> Claim:
    return next(c for c in claims if isinstance(c.fact, Posture))


@pytest.mark.parametrize(
    ("text", "actor", "activity", "change"),
    [
        ("KFOR has increased its patrols in the north.", "kfor", "patrol", "more"),
        ("UNDOF resumed night patrols in March.", "undof", "patrol", "starts"),
        ("The Ghanaians no longer patrol the road.", "GH", "patrol", "stops"),
        ("UNIFIL patrols in the area have doubled.", "unifil", "patrol", "more"),
        ("UNFICYP maintains 12 observation posts in the buffer zone.", "unficyp", "monitor", None),
        ("UNFICYP has given up 18 of its observation posts.", "unficyp", "monitor", "less"),
        ("French troops manned roadblocks on the airport road.", "FR", "checkpoint", None),
        ("Rebels manned roadblocks on the airport road.", "Rebels", "barrier", None),
        ("SFOR soldiers set up a checkpoint at Doboj.", "sfor", "checkpoint", "starts"),
        ("UNPROFOR escorted the convoy to Tuzla.", "unprofor", "escort", None),
        ("The Kenyan contingent of AMISOM abandoned its base at Kulbiyow.", "KE", "base", "stops"),
        ("All KFOR units are on high alert.", "kfor", "alert", None),
        ("The British battalion of KFOR was put on full alert.", "GB", "alert", "starts"),
        ("Sudan has massed 3,000 soldiers along the border.", "SD", "massing", None),
        ("A French platoon of KFOR guards the bridge at Mitrovica.", "FR", "presence", None),
        ("MINUSTAH has scaled down its presence in the north.", "minustah", "presence", "less"),
        ("Protesters erected barricades in the town.", "Protesters", "barrier", "starts"),
        ("Indian engineers of UNMIS have dug trenches round the camp.", "IN", "barrier", "starts"),
    ],
)
def test_a_posture_is_told(claims_of: Claims, text: str, actor: str, activity: str, change: str | None) -> None:
    assert (actor, activity, change) in postures(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "A UNIFIL patrol was stopped by villagers near Ramyah.",
        "KFOR soldiers attempted to dismantle the barricades.",
        "The OSCE monitored the trial in Sarajevo.",
        "The mandate of the mission is to protect civilians.",
        "The mission did not patrol the border.",
    ],
)
def test_hindrance_attempts_and_tasks_are_no_posture(claims_of: Claims, text: str) -> None:
    assert not postures(claims_of(text))


def test_place_and_reason_stand_with_it(claims_of: Claims) -> None:
    claim = only(claims_of("A French platoon of KFOR guards the bridge at Mitrovica to prevent clashes."))
    assert isinstance(claim.fact, Posture)
    assert (claim.place, claim.fact.reason) == ("bridge at Mitrovica", "to prevent clashes")


def test_own_forces_carry_the_operation_and_foreign_armies_none(claims_of: Claims) -> None:
    assert only(claims_of("UNIFIL patrols the Blue Line.")).operation == "unifil"
    assert only(claims_of("UNIFIL said that Israeli forces were massing on the border.")).operation is None


def test_what_will_be_done_is_planned(claims_of: Claims) -> None:
    assert only(claims_of("MINUSTAH will step up its presence in the north.")).status is Status.PLANNED


def test_what_is_denied_stays_denied(claims_of: Claims) -> None:
    assert only(claims_of("Ethiopia denied that it was massing troops.")).status is Status.DENIED


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(["UNMIS", "KFOR", "UNIFIL"]), st.integers(2, 90))
def test_spans_are_the_document_s_own_words(operation: str, posts: int) -> None:
    text = f"{operation} operates {posts} checkpoints in the zone."
    for claim in find_postures(annotate_one(Document("page", text, segment(text)))):
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)
