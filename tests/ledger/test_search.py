"""Searching a ledger for words."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.older import take_back
from ledger.sample_entries import entry_of
from muster.ledger import open_ledger, open_reader
from muster.ledger.search import claim_by_address, found_claims, found_documents
from muster.model.document import Document


@pytest.fixture
def filled(url: str, page: Document) -> str:
    with open_ledger(url) as ledger:
        ledger.append([entry_of(page)])
    return url


def word_of(page: Document) -> str:
    return max(page.text.split(), key=lambda word: (word.isalpha(), len(word)))


def test_a_document_is_found_by_any_word_of_it_and_by_its_beginning(filled: str, page: Document) -> None:
    word = word_of(page)
    with open_reader(filled) as reader:
        assert found_documents(reader, word, 5) == [page.id]
        assert found_documents(reader, word[:-2].upper(), 5) == [page.id]
        assert found_documents(reader, f"{word} xylophone", 5) == []


def test_a_claim_is_found_by_what_it_says_and_by_the_words_that_say_so(filled: str, page: Document) -> None:
    claims = entry_of(page).reading.claims  # type: ignore[union-attr]
    quote = claims[0].spans[0].quote
    with open_reader(filled) as reader:
        assert claims[0].id in [claim.id for claim in found_claims(reader, quote, 5)]
        assert {claim.id for claim in found_claims(reader, "unifil", 5)} == {claim.id for claim in claims}


def test_the_names_of_slots_find_nothing(filled: str) -> None:
    with open_reader(filled) as reader:
        assert found_claims(reader, "spans", 5) == []


def test_the_beginning_of_an_address_leads_to_one_claim(filled: str, page: Document) -> None:
    claims = entry_of(page).reading.claims  # type: ignore[union-attr]
    with open_reader(filled) as reader:
        assert claim_by_address(reader, claims[0].id[:12]) == claims[0].id
        assert claim_by_address(reader, "0" * 12) is None
        assert claim_by_address(reader, "deadly") is None


def test_what_was_there_before_the_index_is_found(url: str, page: Document) -> None:
    with open_ledger(url) as ledger:
        ledger.append([entry_of(page)])
    take_back(url, "0005")
    with open_reader(url) as reader:
        assert found_documents(reader, word_of(page), 5) == [page.id]
        assert found_claims(reader, "unifil", 5)


def test_the_index_outlives_a_vacuum(filled: str, page: Document) -> None:
    connection = sqlite3.connect(Path(filled.removeprefix("sqlite:///")))
    connection.execute("VACUUM")
    connection.close()
    with open_reader(filled) as reader:
        assert found_documents(reader, word_of(page), 5) == [page.id]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(asked=st.text(max_size=40))
def test_no_words_are_a_wrong_question(filled: str, asked: str) -> None:
    with open_reader(filled) as reader:
        assert len(found_documents(reader, asked, 3)) <= 3
        assert len(found_claims(reader, asked, 3)) <= 3
