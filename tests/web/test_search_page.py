"""Searching from any page."""

from web.visit import Visit


def test_the_box_is_on_every_page(looking: Visit) -> None:
    assert all('action="/search"' in looking.get(address).text for address in ("/", "/map", "/operations/kfor"))


def test_words_find_claims_and_documents_and_lead_to_them(looking: Visit) -> None:
    page = looking.get("/search?q=zvecan+wounded").text
    assert "/claims/" in page
    assert "/documents/" in page


def test_accents_and_capitals_do_not_matter(looking: Visit) -> None:
    assert "Özkan Ulutaş" in looking.get("/search?q=OZKAN").text


def test_an_operation_is_found_by_its_name(looking: Visit) -> None:
    assert 'href="/operations/kfor"' in looking.get("/search?q=kosovo+force").text


def test_nothing_found_says_what_to_do(looking: Visit) -> None:
    assert "Try fewer" in looking.get("/search?q=xylophone").text


def test_what_is_asked_is_shown_and_never_run(looking: Visit) -> None:
    page = looking.get("/search", params={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
