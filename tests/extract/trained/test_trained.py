"""The trained reader as a whole: what it makes of a page, always the same, with spans that are verbatim."""

from dataclasses import replace

import pytest

from muster.annotate import annotate_one
from muster.extract.trained import UNREAD, TrainedReading, read_trained
from muster.model.annotation import AnnotatedDocument
from muster.model.count import Count
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


def test_spans_are_the_words_of_the_text(reading: TrainedReading) -> None:
    assert all(TEXT[s.start : s.end] == s.quote for claim, _ in reading.claims for s in claim.spans)


def test_the_same_page_is_read_the_same(page: AnnotatedDocument, reading: TrainedReading) -> None:
    assert read_trained(page).claims == reading.claims


def test_a_page_without_sentences_has_no_claims() -> None:
    assert read_trained(_page("")).claims == ()


def test_a_claim_weighs_more_where_it_stands_than_on_other_words(
    page: AnnotatedDocument, reading: TrainedReading
) -> None:
    casualty = next(claim for claim, _ in reading.claims if claim.kind == "casualty")
    statement = next(claim for claim, _ in reading.claims if claim.kind == "statement")
    here, elsewhere = reading.weigh(page, [casualty, replace(casualty, spans=statement.spans)])
    assert here is not None
    assert elsewhere is not None
    assert here > 0.5 > elsewhere


def test_a_wrong_actor_or_number_weighs_less(page: AnnotatedDocument, reading: TrainedReading) -> None:
    right = next(claim for claim, _ in reading.claims if claim.rule == "trained: casualty:killed")
    wrong = [replace(right, fact=replace(right.fact, **slot)) for slot in ({"group": "IE"}, {"count": Count(best=120)})]
    weight, *less = (weight or 0.0 for weight in reading.weigh(page, [right, *wrong]))
    assert all(weight > one for one in less)


def test_a_claim_told_twice_weighs_what_its_likelier_telling_does(
    page: AnnotatedDocument, reading: TrainedReading
) -> None:
    casualty = next(claim for claim, _ in reading.claims if claim.kind == "casualty")
    statement = next(claim for claim, _ in reading.claims if claim.kind == "statement")
    once, twice = reading.weigh(page, [casualty, replace(casualty, spans=(*casualty.spans, *statement.spans))])
    assert once == pytest.approx(twice, abs=1e-6)


def test_a_page_that_was_not_read_weighs_nothing(page: AnnotatedDocument, reading: TrainedReading) -> None:
    assert set(UNREAD.weigh(page, [claim for claim, _ in reading.claims])) == {None}
