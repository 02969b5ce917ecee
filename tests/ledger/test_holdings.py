"""Finding documents and claims again."""

import sqlite3
from dataclasses import replace

import pytest

from ledger.sample_entries import TEXT, claims_of, entry_of
from muster.errors import UnknownClaim, UnknownDocument
from muster.ledger import Entry, Ledger, Reading, cards, claims, document, find_card, find_claim, operation_claims
from muster.ledger.address import sqlite_file
from muster.ledger.holdings import newest_cards
from muster.model.card import Dating
from muster.model.claim import Claim, Relation, Tier
from muster.model.document import Document
from muster.model.span import Span


def test_claims_are_chosen_by_operation_kind_status_and_document(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    strength, contingent = claims_of(page)
    assert claims(ledger, operation="unifil", kind="strength") == [strength]
    assert claims(ledger, kind="contingent", document=page.id) == [contingent]
    assert claims(ledger, status="planned") == []
    assert claims(ledger, operation="kfor") == []


def test_an_operation_has_its_claims_and_the_relations_told_beside_them(ledger: Ledger, page: Document) -> None:
    fact = Relation(relation="dialogue", subject="A", object=("B",))
    beside = Claim(document=page.id, fact=fact, spans=(Span.of(TEXT, 0, 3),))
    elsewhere = replace(beside, document=Document("other", "Words.").id)
    ledger.append(
        [
            Entry(page, b"", None, Reading("1", None, (*claims_of(page), beside))),
            Entry(Document("other", "Words."), b"", None, Reading("1", None, (elsewhere,))),
        ]
    )
    assert operation_claims(ledger, "unifil") == [*claims_of(page), beside]
    assert [card.names for card in cards(ledger, "unifil")] == [("wire/page",)]


def test_the_tier_is_the_newest_readings_own(ledger: Ledger, page: Document) -> None:
    strength, contingent = claims_of(page)
    confirmed = replace(strength, tier=Tier.CONFIRMED)
    ledger.append([entry_of(page), Entry(page, b"", None, Reading("2", None, (confirmed, contingent)))])
    assert claims(ledger) == [confirmed, contingent]
    assert claims(ledger, tier=Tier.CONFIRMED) == [confirmed]
    assert claims(ledger, tier=Tier.CANDIDATE) == [contingent]
    assert operation_claims(ledger, "unifil", Tier.CONFIRMED) == [confirmed]


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    for claim in claims_of(page):
        assert find_claim(ledger, claim.id[:8]) == claim
        assert find_claim(ledger, claim.id.upper()) == claim


@pytest.mark.parametrize(("prefix", "complaint"), [("abc", "too short"), ("zzzzzzzz", "no claim begins")])
def test_a_beginning_that_leads_nowhere_is_refused(ledger: Ledger, prefix: str, complaint: str) -> None:
    with pytest.raises(UnknownClaim, match=complaint):
        find_claim(ledger, prefix)


def test_a_beginning_of_several_claims_names_them(ledger: Ledger, url: str, page: Document) -> None:
    ledger.append([entry_of(page)])
    copy = "INSERT INTO claims SELECT '%s', document, kind, operation, status, edtf, body FROM claims LIMIT 1"
    for address in ("abcd1", "abcd2"):
        with sqlite3.connect(sqlite_file(url) or "") as connection:
            connection.execute(copy % address)
        connection.close()
    with pytest.raises(UnknownClaim, match=r"2 claims begin with “abcd”: give more characters \(abcd1, abcd2\)"):
        find_claim(ledger, "abcd")


def test_a_claim_no_longer_made_can_still_be_asked_for(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page), Entry(page, b"", None, Reading("2", None, ()))])
    assert claims(ledger) == []
    assert find_claim(ledger, claims_of(page)[0].id) == claims_of(page)[0]


@pytest.mark.parametrize("words", ["wire/page", "page"])
def test_a_document_is_found_by_name(ledger: Ledger, page: Document, words: str) -> None:
    ledger.append([entry_of(page)])
    assert find_card(ledger, words).document == page.id
    assert find_card(ledger, page.id[:6]).document == page.id


def test_a_document_that_is_not_there_or_not_one_is_refused(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page), entry_of(Document("post/page", TEXT + " More."))])
    with pytest.raises(UnknownDocument, match="no document “leaf”"):
        find_card(ledger, "leaf")
    with pytest.raises(UnknownDocument, match="2 documents are called “page”"):
        find_card(ledger, "page")
    with pytest.raises(UnknownDocument, match="no document 00"):
        document(ledger, "00")


def test_the_newest_documents_come_first_page_by_page_and_undated_ones_last(ledger: Ledger) -> None:
    days = ("2024-01-03", None, "2024-03-01", "2023-12-31")
    pages = [Document(f"page {n}", f"Text number {n}.", published=day) for n, day in enumerate(days)]
    for one in pages:
        dating = Dating(one.published, "page") if one.published else None
        ledger.append([Entry(one, b"", dating, Reading("1", one.published, ()))])
    shown, total, undated = newest_cards(ledger, 0, 3)
    assert [card.published for card in shown] == ["2024-03-01", "2024-01-03", "2023-12-31"]
    assert (total, undated) == (4, 1)
    rest, _, _ = newest_cards(ledger, 3, 3)
    assert [card.names for card in rest] == [("page 1",)]
    assert newest_cards(ledger, 9, 3) == ([], 4, 1)
