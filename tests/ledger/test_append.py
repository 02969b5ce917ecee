"""Adding to a ledger."""

from dataclasses import replace

from ledger.sample_entries import claims_of, entry_of
from muster.ledger import Entry, Ledger, Reading, cards, cautions, claims, day_of, document, is_read, original
from muster.model.card import Caution, Dating
from muster.model.document import Document


def test_what_is_added_is_read_back(ledger: Ledger, page: Document) -> None:
    (added,) = ledger.append([entry_of(page)])
    assert (added.new_document, added.new_claims, added.known_claims) == (True, 2, 0)
    assert document(ledger, page.id) == page
    assert original(ledger, page.id) == page.text.encode()
    assert tuple(claims(ledger)) == claims_of(page)


def test_adding_twice_changes_nothing(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    before = (cards(ledger), claims(ledger), ledger.rows("SELECT * FROM findings"))
    (added,) = ledger.append([entry_of(page)])
    assert (added.new_document, added.new_dating, added.new_reading, added.new_claims) == (False, False, False, 0)
    assert added.known_claims == 2
    assert (cards(ledger), claims(ledger), ledger.rows("SELECT * FROM findings")) == before


def test_a_page_listed_twice_in_one_go_is_one_document(ledger: Ledger, page: Document) -> None:
    first, second = ledger.append([entry_of(page), entry_of(replace(page, name="wire/copy"))])
    assert (first.new_claims, second.new_claims) == (2, 0)
    assert cards(ledger)[0].names == ("wire/page", "wire/copy")


def test_a_newer_extractor_adds_a_reading_and_its_claims_hold(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    one_less = Entry(page, b"", None, Reading("2", page.published, claims_of(page)[:1]))
    (added,) = ledger.append([one_less])
    assert (added.new_reading, added.new_claims, added.known_claims) == (True, 0, 1)
    assert claims(ledger) == list(claims_of(page)[:1])
    assert len(ledger.rows("SELECT id FROM claims")) == 2
    assert len(ledger.rows("SELECT reading FROM findings")) == 3


def test_an_undated_page_stays_undated(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(replace(page, published=None))])
    (card,) = cards(ledger)
    assert card.published is None
    assert card.known_from == "2024-05-01"


def test_the_newest_dating_holds_and_says_who_gave_it(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page)])
    said = Dating("2024-04-28", "person", "ana")
    assert day_of(ledger, page.id, said) == "2024-04-28"
    ledger.append([Entry(page, b"", said, Reading("1", "2024-04-28", claims_of(page)))])
    (card,) = cards(ledger)
    assert card.dating == Dating("2024-04-28", "person", "ana", "2024-05-01T12:00:00Z")
    assert is_read(ledger, page.id, "1", "2024-04-28")


def test_what_the_page_says_again_does_not_undo_what_a_person_said(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(page), Entry(page, b"", Dating("2024-04-28", "person", "ana"), None)])
    assert day_of(ledger, page.id, Dating("2024-04-30", "page")) == "2024-04-28"
    (added,) = ledger.append([entry_of(page)])
    assert not added.new_dating
    assert cards(ledger)[0].published == "2024-04-28"


def test_a_person_may_come_back_to_an_earlier_day(ledger: Ledger, page: Document) -> None:
    for day in ("2024-04-28", "2024-04-29", "2024-04-28"):
        ledger.append([Entry(page, b"", Dating(day, "person", "ana"), None)])
    assert cards(ledger)[0].published == "2024-04-28"


def test_a_later_copy_adds_what_the_earlier_left_out(ledger: Ledger, page: Document) -> None:
    ledger.append([entry_of(replace(page, publisher=None)), entry_of(replace(page, title=None))])
    (card,) = cards(ledger)
    assert (card.publisher, card.title) == ("Example Wire", "A page")


def test_warnings_are_kept_once(ledger: Ledger) -> None:
    caution = Caution("scan.pdf", "read", "no text on any page")
    ledger.warn([caution])
    ledger.warn([caution])
    assert cautions(ledger) == [caution._replace(at="2024-05-01T12:00:00Z")]
