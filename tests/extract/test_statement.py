"""Who condemns, thanks, urges, warns, pledges, denies, accuses, welcomes, and whom."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.statement import find_statements
from muster.model.claim import Claim, Statement
from muster.model.document import Document
from muster.read import segment

Claims = Callable[..., tuple[Claim, ...]]


def positions(claims: tuple[Claim, ...]) -> set[tuple[str, str]]:
    return {(c.fact.speaker, c.fact.act) for c in claims if isinstance(c.fact, Statement)}


def addressed(claims: tuple[Claim, ...], act: str) -> tuple[str, ...]:
    return next(c.fact.addressee for c in claims if isinstance(c.fact, Statement) and c.fact.act == act)


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("The Security Council condemned the shelling of the compound.", "un-security-council", "condemns"),
        ("Ottawa deplored the attack on the convoy.", "CA", "condemns"),
        ("Major General Clive Milner thanked the Danish battalion.", "Clive Milner", "thanks"),
        ("Ghana expressed its gratitude to Norway for the hospital.", "GH", "thanks"),
        ("The Egyptian government promised that it would cooperate.", "EG", "pledges"),
        ("Lebanon's prime minister, Karim Haddad, accused Israel of a war crime.", "Karim Haddad", "accuses"),
        ("Greek officials charged that Turkey had broken the truce.", "Greek officials", "accuses"),
        ("Belgrade dismissed the charge as nonsense.", "RS", "denies"),
        ("An ECOMOG spokesman denied the allegations.", "ecomog", "denies"),
        ("Turkey welcomed the ceasefire.", "TR", "welcomes"),
        ("Col. Peter Lund said the rebels were behind the ambush.", "Peter Lund", "accuses"),
        ('"We will not abandon the enclave," Major General Peter Lund said.', "Peter Lund", "pledges"),
        ('"Serbia must stop arming these gangs," Agron Hoti told reporters.', "Agron Hoti", "urges"),
        ("The attack drew condemnation from the African Union.", "au", "condemns"),
        ("The rebels were condemned by Ghana.", "GH", "condemns"),
    ],
)
def test_a_position_is_taken_by_its_speaker(claims_of: Claims, text: str, speaker: str, act: str) -> None:
    assert (speaker, act) in positions(claims_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the troops had arrived.",
        "He refused to condemn the attack.",
        "France may condemn the raid.",
        "France did not condemn the raid.",
        "If Ghana condemns the raid, others will follow.",
        "The guards denied the convoy access to the camp.",
        "Syria welcomed the delegation at the airport.",
        "France asked the Security Council to meet.",
        "The minister expressed his condolences to the families.",
        "Turkey pledged 500 soldiers.",
        "Nobody condemned it.",
    ],
)
def test_what_is_no_position_gives_nothing(claims_of: Claims, text: str) -> None:
    assert not positions(claims_of(text))


def test_addressees_are_gathered_over_the_document(claims_of: Claims) -> None:
    claims = claims_of("Dag Holm called upon Egypt to wait. Holm also appealed to Israel to hold its fire.")
    assert addressed(claims, "urges") == ("EG", "IL")


def test_governments_are_addressed_as_countries(claims_of: Claims) -> None:
    claims = claims_of("The United States urged the Governments of Rwanda and Uganda to withdraw.")
    assert set(addressed(claims, "urges")) == {"RW", "UG"}


def test_a_resolution_speaks_for_the_body_that_adopts_it(claims_of: Claims) -> None:
    text = "The Security Council,\n\nWelcoming the truce,\n\n1. Condemns the attacks;\n\n2. Urges all parties to talk"
    assert positions(claims_of(text)) == {
        ("un-security-council", "welcomes"),
        ("un-security-council", "condemns"),
        ("un-security-council", "urges"),
    }


def test_the_first_person_of_a_report_is_the_secretary_general(claims_of: Claims) -> None:
    text = "Report of the Secretary-General on Cyprus\n\nI wish to record my gratitude to Mr. Oscar Brandt."
    assert positions(claims_of(text)) == {("Secretary-General", "thanks")}


def test_an_office_is_whoever_the_document_names_in_it(claims_of: Claims) -> None:
    text = "The Foreign Minister, Anna Berg, flew to Beirut. The Foreign Minister urged restraint."
    assert ("Anna Berg", "urges") in positions(claims_of(text))


def test_he_is_the_person_spoken_of(claims_of: Claims) -> None:
    claims = claims_of("Lt. Gen. Bernard Roux visited the battalion. He warned the militias.")
    assert ("Bernard Roux", "warns") in positions(claims)


def test_a_denied_movement_is_no_statement(claims_of: Claims) -> None:
    assert not positions(claims_of("Ethiopia denied that it had withdrawn its troops."))


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(["Ghana", "Norway", "Fiji"]), st.sampled_from(["condemned", "welcomed", "denounced"]))
def test_spans_are_the_document_s_own_words(country: str, verb: str) -> None:
    text = f"On Monday {country} {verb} the ceasefire."
    for claim in find_statements(annotate_one(Document("page", text, segment(text)))):
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)
        assert verb in claim.spans[0].quote
