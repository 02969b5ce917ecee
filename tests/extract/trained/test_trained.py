"""The trained reader as a whole: what it makes of a page, always the same, with spans that are verbatim."""

from dataclasses import replace

import pytest

from muster.annotate import annotate_one
from muster.extract.trained import UNREAD, TrainedReading, read_trained
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import KINDS
from muster.model.document import Document
from muster.read import segment

TEXT = (
    "Two Ghanaian soldiers were killed on Monday when their vehicle hit a mine near Naqoura, UNIFIL said.\n\n"
    "Ireland will send another 120 troops to the mission next week. The Security Council condemned the attack.\n\n"
    "Tickets for the concert cost 40 euros."
)


def _page(text: str) -> AnnotatedDocument:
    return annotate_one(Document("page", text, segment(text), "2012-03-07"))


@pytest.fixture(scope="module")
def page() -> AnnotatedDocument:
    return _page(TEXT)


@pytest.fixture(scope="module")
def reading(page: AnnotatedDocument) -> TrainedReading:
    return read_trained(page)


def test_it_finds_what_plain_news_tells(reading: TrainedReading) -> None:
    sure = {claim.rule for claim, likely in reading.claims if likely > 0.8}
    assert {"trained: casualty:killed", "trained: movement:reinforce", "trained: statement:condemns"} <= sure


def test_it_fills_the_slots_that_make_a_fact(reading: TrainedReading) -> None:
    hurt = next(claim for claim, _ in reading.claims if claim.rule == "trained: casualty:killed").to_dict()
    assert (hurt["group"], hurt["count"]["best"], hurt["operation"]) == ("GH", 2, "unifil")


def test_only_what_is_likely_enough_is_asked_about(page: AnnotatedDocument, reading: TrainedReading) -> None:
    every = dict.fromkeys(KINDS, 0.0)
    few = read_trained(page, every | {"casualty": 1.1})
    assert {claim.kind for claim, _ in few.claims} == {claim.kind for claim, _ in reading.claims} - {"casualty"}


def test_spans_are_the_words_of_the_text(reading: TrainedReading) -> None:
    assert all(TEXT[s.start : s.end] == s.quote for claim, _ in reading.claims for s in claim.spans)


def test_the_same_page_is_read_the_same(page: AnnotatedDocument, reading: TrainedReading) -> None:
    assert read_trained(page).claims == reading.claims


def test_a_page_without_sentences_has_no_claims() -> None:
    assert read_trained(_page("")).claims == ()


def test_support_is_high_where_a_claim_stands_and_low_where_another_kind_does(
    page: AnnotatedDocument, reading: TrainedReading
) -> None:
    casualty = next(claim for claim, _ in reading.claims if claim.kind == "casualty")
    statement = next(claim for claim, _ in reading.claims if claim.kind == "statement")
    assert reading.support(page, casualty) > 0.5
    moved = replace(casualty, spans=statement.spans)
    assert reading.support(page, moved) < 0.2


def test_a_page_that_was_not_read_supports_every_claim(page: AnnotatedDocument, reading: TrainedReading) -> None:
    assert {UNREAD.support(page, claim) for claim, _ in reading.claims} == {1.0}
