"""Words of founding, charging and ending in a report that are not about the operation itself."""

from collections.abc import Callable
from typing import Any

import pytest

from muster.model.claim import Claim

Claims = Callable[..., tuple[Claim, ...]]


def mandates(found: tuple[Claim, ...]) -> list[dict[str, Any]]:
    return [claim.slots for claim in found if claim.kind == "mandate"]


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL raids were criticized as having been intended to force traders in the north to pay taxes.",
        "More officers will be required if UNMIL is to pursue these investigations vigorously.",
        "UNMIL bought a radar. It was deployed in August 2006 to identify graves.",
        "The fund was established further to the work of the UNMIL Advisory Panel to support the poor.",
        "The Transfer Council, set up by UNMIL to oversee the handover, met on 8 April 2006.",
    ],
)
def test_what_others_or_things_are_for_is_no_task(claims_of: Claims, text: str) -> None:
    assert [slots for slots in mandates(claims_of(text)) if slots["act"] == "tasked"] == []


@pytest.mark.parametrize(
    "text",
    [
        "UNMIL bought a radar. It was deployed in August 2006.",
        "UNMIL works in customs. UNMIL customs operations began at Ganta on 14 June 2006.",
        "UNMIL experts left the third site on 21 August 2006, thus concluding the field operation in Ganta.",
        "UNMIL has watched the visa regime since its entry into force on 1 July 2006.",
        "UNMIL works. The results of the assessment will be shared upon its completion in the coming months.",
        "UNMIL works. The councils must address the end of mandates of members in early 2006.",
        "UNMIL has advised on three agreements concluded with Ghana in 2006.",
    ],
)
def test_what_begins_or_ends_in_its_work_does_not_begin_or_end_it(claims_of: Claims, text: str) -> None:
    assert [slots for slots in mandates(claims_of(text)) if slots["act"] in ("starts", "ends")] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("KFOR has grown since. It was deployed on 12 June 1999.", "starts"),
        ("UNTAET ceased operations on 20 May 2002.", "ends"),
        ("UNMIL's peacekeeping operations began on 1 October 2003.", "starts"),
        ("UNMIL is to verify the ceasefire.", "tasked"),
        ("UNMIL was established on 19 September 2003 to support the ceasefire.", "tasked"),
    ],
)
def test_the_operation_itself_still_does(claims_of: Claims, text: str, act: str) -> None:
    assert act in [slots["act"] for slots in mandates(claims_of(text))]


def test_an_operation_founded_stays_so_whatever_is_proposed_later(claims_of: Claims) -> None:
    text = (
        "The Security Council established UNMIL on 19 September 2003. The ministry said that the Council should "
        "establish UNMIL anew."
    )
    [told] = [slots for slots in mandates(claims_of(text)) if slots["act"] == "established"]
    assert "status" not in told
