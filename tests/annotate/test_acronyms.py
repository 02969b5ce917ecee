"""The operation that a document is about and never introduces."""

from collections.abc import Callable

import pytest

from muster.annotate.acronyms import subject_acronym
from muster.model.annotation import AnnotatedDocument

Annotated = Callable[..., AnnotatedDocument]


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("There are nine hundred Danes in DELFOR, the alliance's force in the delta. DELFOR has tanks.", "DELFOR"),
        ('The Joint Truce Commission meets today.\n"JTRC" for short. People call them the yellow caps.', "JTRC"),
        ("MITAV / SECTOR C\nHandover notes\nMITAV patrols stop at dusk. MITAV says it has too few drivers.", "MITAV"),
        ("Thirty of our policemen are with ECOSAL. An ECOSAL sentry took his name, and ECOSAL denies it.", "ECOSAL"),
    ],
)
def test_what_does_as_operations_do_is_one(text: str, acronym: str) -> None:
    assert subject_acronym(text, "2019-05-02") == acronym


@pytest.mark.parametrize(
    "text",
    [
        "The LDPK rebels hold the ford. LDPK has said that LDPK fighters shot down the drone.",
        "KFOR has 3,600 soldiers. The QRTM came by. KFOR says so, KFOR has denied it, and KFOR left.",
        "SPORTS NEWS TODAY\nThe match was lost by two goals to one.",
        "He left the APC and took the SRSG to the JOC in an APC of the QRF.",
    ],
)
def test_parties_known_operations_headlines_and_abbreviations_are_none(text: str) -> None:
    assert subject_acronym(text, "2019-05-02") is None


def test_a_document_is_about_the_operation_it_does_not_introduce(annotated: Annotated) -> None:
    text = "DELFOR keeps 900 Danes in the delta. They guard the bridge, and DELFOR has lost two of them.\n"
    assert set(annotated(text, "2031-05-02").focus) == {"delfor"}
