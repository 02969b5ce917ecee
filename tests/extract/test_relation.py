"""How states and parties stand to each other."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.annotate import annotate_one
from muster.extract.relation import find_relations
from muster.model.claim import Claim, Relation, Status
from muster.model.document import Document
from muster.read import segment

Claims = Callable[..., tuple[Claim, ...]]


def relations(claims: tuple[Claim, ...]) -> list[Claim]:
    return [c for c in claims if isinstance(c.fact, Relation)]


@pytest.mark.parametrize(
    ("text", "relation", "subject", "others"),
    [
        ("Egypt and Israel signed a disengagement agreement on 18 January 1974.", "agreement", "EG", ("IL",)),
        ("Israel concluded an armistice with Lebanon in 1949.", "agreement", "IL", ("LB",)),
        ("The 1979 treaty between Egypt and Israel still holds.", "agreement", "EG", ("IL",)),
        ("The Government of Sierra Leone and the RUF signed a truce.", "agreement", "SL", ("RUF",)),
        ("Serbia and Kosovo resumed talks in Brussels on Tuesday.", "dialogue", "RS", ("XK",)),
        ("Presidential elections were held in Liberia on 11 October 2005.", "election", "LR", ()),
        ("Congolese voters went to the polls on 30 July 2006.", "election", "CD", ()),
        ("Katanga declared its independence on 11 July 1960.", "declares-independence", "Katanga", ()),
        ("Kosovo declared independence from Serbia in 2008.", "declares-independence", "XK", ("RS",)),
        ("Croatia was recognised by Germany in December 1991.", "recognises", "DE", ("HR",)),
        ("UNITA boycotted the second round.", "boycott", "UNITA", ("second round",)),
        ("Serbs stayed away from the polls.", "boycott", "Serbs", ()),
    ],
)
def test_a_relation_is_told(claims_of: Claims, text: str, relation: str, subject: str, others: tuple[str, ...]) -> None:
    assert Relation(relation=relation, subject=subject, object=others) in [c.fact for c in relations(claims_of(text))]


@pytest.mark.parametrize(
    "text",
    [
        "UNIFIL held a meeting with the Lebanese army.",
        "The Secretary-General met the foreign minister on Monday.",
        "The mayors signed a memorandum with UNMIK.",
        "The mission is to help prepare elections.",
    ],
)
def test_meetings_of_others_and_mere_tasks_are_none(claims_of: Claims, text: str) -> None:
    assert not relations(claims_of(text))


def test_never_recognised_is_denied(claims_of: Claims) -> None:
    found = relations(claims_of("Belgrade has never recognised Kosovo."))
    assert [c.status for c in found] == [Status.DENIED]


def test_an_election_that_is_due_is_planned(claims_of: Claims) -> None:
    found = relations(claims_of("Elections are due in Liberia in February 1994."))
    assert [(c.status, c.when.edtf if c.when else None) for c in found] == [(Status.PLANNED, "1994-02")]


def test_a_relation_belongs_to_no_operation(claims_of: Claims) -> None:
    found = relations(claims_of("UNEF watched as Egypt and Israel signed an agreement."))
    assert {c.operation for c in found} == {None}


@settings(deadline=None, max_examples=15)
@given(st.sampled_from(["Egypt", "Syria", "Jordan"]), st.integers(1949, 2020))
def test_spans_are_the_document_s_own_words(country: str, year: int) -> None:
    text = f"{country} and Israel signed a truce in {year}."
    for claim in find_relations(annotate_one(Document("page", text, segment(text)))):
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)


@pytest.mark.parametrize(
    ("text", "when", "status"),
    [
        ("Presidential elections in Liberia have been called for 28 November.", "2003-11-28", Status.PLANNED),
        ("Egypt and Israel signed an accord on sharing water in Cairo on 8 October.", "2003-10-08", Status.ACTUAL),
        ("The Houston agreement, which Morocco and Polisario signed, is the best hope.", None, Status.ACTUAL),
    ],
)
def test_a_day_to_come_is_planned_and_a_pact_with_its_makers_is_made(
    claims_of: Claims, text: str, when: str | None, status: Status
) -> None:
    [claim] = relations(claims_of(text, "2003-10-20"))
    assert (claim.when.edtf if claim.when else None, claim.status) == (when, status)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia and Kosovo will sign an agreement in Brussels, days after the riots of 12 June.",
        "Georgia and Russia plan to hold talks in Vienna, nine days after the shooting on 11 June.",
        "Serbia and Kosovo plan to sign an agreement in Brussels, said diplomats who had waited since 12 June.",
    ],
)
def test_a_day_behind_in_the_sentence_makes_no_plan_a_fact(claims_of: Claims, text: str) -> None:
    found = [one for one in claims_of(text, "2006-06-20") if one.kind == "relation"]
    assert found
    assert {one.status for one in found} == {Status.PLANNED}
