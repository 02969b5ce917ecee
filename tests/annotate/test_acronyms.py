"""The operation that a document is about and never introduces."""

from collections.abc import Callable

import pytest

from muster.annotate.acronyms import subject_acronym
from muster.annotate.settling import unnamed_operation
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


def test_a_word_behind_the_name_of_a_family_is_no_mission(annotated: Annotated) -> None:
    text = "EUFOR has 600 soldiers in Bosnia. The EUFOR Liaison team in Mostar met. EUFOR Liaison patrols go out.\n"
    assert set(annotated(text, "2013-05-02").focus) == {"eufor-althea"}


def test_a_mission_of_a_family_bears_its_name(annotated: Annotated) -> None:
    text = "EUFOR Tavora: the Council decides\n\nEUFOR Tavora began in May. EUFOR has lost two soldiers.\n"
    assert set(annotated(text, "2031-05-02").focus) == {"eufor-tavora"}


@pytest.mark.parametrize("filler", [" ", ".", "\t", "A ", "1 "])
def test_a_page_of_nothing_is_read_in_no_time(filler: str) -> None:
    text = "Peacekeepers in Liberia:\nA" + filler * 50_000 + "x\n"
    assert unnamed_operation(text, "2005-05-02") in (None, "unmil")
    assert subject_acronym(text, "2005-05-02") is None
