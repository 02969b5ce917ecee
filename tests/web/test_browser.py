"""A person at the pages, in Debian's Chromium: by mouse, by keyboard, and with a page that means harm."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from muster.ledger import open_ledger, open_reader
from muster.pipeline import Page, add_page
from muster.query import judgements
from muster.read import Sidecar

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@contextmanager
def tab(browser: Any, address: str, **given: Any) -> Iterator[Any]:
    """A tab on the site that tells of every script error and dialog."""
    context = browser.new_context(base_url=address, **given)
    page = context.new_page()
    page.set_default_timeout(15_000)
    try:
        yield page
    finally:
        context.close()


def test_a_correction_changes_the_record_and_taking_it_back_restores_it(served: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/operations/kfor?on=2023-06-02")
        assert "40" in page.inner_text("main")
        page.goto("/documents")
        page.click("text=Norlanders in Kosovo")
        page.click(".margin a:has-text('40')")
        page.click("text=Correct what it says")
        page.fill("#slot-count", "about 47")
        page.fill("#correct-reason", "the table has 47")
        page.click("text=Save the correction")
        assert "count=about 47" in page.inner_text(".decisions")
        page.goto("/operations/kfor?on=2023-06-02")
        assert "47" in page.inner_text("main")
        page.goto("/review")
        page.click("text=Take back")
        page.goto("/operations/kfor?on=2023-06-02")
        assert "47" not in page.inner_text("main")


def test_a_page_is_pasted_and_its_claims_are_found(served: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/add")
        page.fill("#title", "Sixty more")
        page.fill("#text", "On Friday 60 soldiers of Norland came to Kosovo.")
        page.click("text=Add the page")
        page.wait_for_selector("text=Done: 1 read, 0 refused.")
        page.click("text=Sixty-more")
        assert page.inner_text(".seg mark") == "60 soldiers"
        page.click(".margin a:has-text('60')")
        assert "60" in page.inner_text("h1")


def test_files_are_sent_and_the_bad_one_is_named(served: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/add")
        files = [
            {"name": "release.txt", "mimeType": "text/plain", "buffer": b"Norway has 61 soldiers in KFOR."},
            {"name": "map.png", "mimeType": "image/png", "buffer": b"\x89PNG"},
        ]
        page.set_input_files("#files", files)
        page.click("text=Add the files")
        page.wait_for_selector("text=Done: 1 read, 1 refused.")
        assert "save the page as text" in page.inner_text("table")


def test_the_desk_needs_nothing_but_the_keyboard(served: str, database: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/review")
        page.keyboard.press("?")
        assert page.is_visible("dialog#keys")
        page.keyboard.press("Escape")
        assert not page.is_visible("dialog#keys")
        first = page.inner_text("#case")
        page.keyboard.press("j")
        page.wait_for_url("**at=1")
        assert page.inner_text("#case") != first
        page.keyboard.press("k")
        page.wait_for_url("**at=0")
        page.keyboard.press("d")
        page.wait_for_selector(".last:has-text('different')")
        page.keyboard.press("w")
        page.keyboard.type("not in the sentence: a r s d u")
        page.keyboard.press("Escape")
        page.keyboard.press("r")
        page.wait_for_selector(".last:has-text('rejected')")
        assert page.inner_text("#case") != first
        page.keyboard.press("u")
        page.wait_for_selector(".last:has-text('different')")
        assert page.inner_text("#case") == first
        page.keyboard.press("c")
        page.wait_for_selector("#slot-count:focus")
        page.keyboard.press("Control+a")
        page.keyboard.type("41")
        page.keyboard.press("Enter")
        page.wait_for_selector(".last:has-text('corrected (count=41)')")
        page.keyboard.press("a")
        page.wait_for_selector("text=has been looked at")
    with open_reader(database) as reader:
        made = [(one.verdict.value, one.withdrawn is not None) for one in judgements(reader)]
        reason = judgements(reader)[1].reason
    assert made == [("different", False), ("reject", True), ("correct", False), ("accept", False)]
    assert reason == "not in the sentence: a r s d u"


def test_keys_can_be_switched_off(served: str, database: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/review")
        page.keyboard.press("?")
        page.uncheck("#keys-on")
        page.click("dialog >> text=Close")
        page.keyboard.press("a")
        page.reload()
        page.keyboard.press("a")
        page.wait_for_timeout(200)
    with open_reader(database) as reader:
        assert judgements(reader) == []


def test_without_javascript_the_desk_works_all_the_same(served: str, browser: Any) -> None:
    with tab(browser, served, java_script_enabled=False) as page:
        page.goto("/review")
        first = page.inner_text("#case")
        assert not page.is_visible("kbd >> nth=0")
        page.click("button:has-text('Accept')")
        assert "accepted" in page.inner_text(".last")
        assert page.inner_text("#case") != first
        page.click("text=Take back")
        assert page.inner_text("#case") == first
        page.click("summary:has-text('Correct')")
        page.fill("#slot-count", "42")
        page.click("text=Save the correction")
        assert "count=42" in page.inner_text(".last")


def test_enter_in_a_field_decides_nothing(served: str, database: str, browser: Any) -> None:
    with tab(browser, served) as page:
        page.goto("/review")
        page.focus("#other-1")
        page.keyboard.press("Enter")
        page.focus("#reason")
        page.keyboard.press("Enter")
        page.wait_for_timeout(200)
    with open_reader(database) as reader:
        assert judgements(reader) == []


HARM = """<script>window.harmed = 1</script>
<img src=x onerror="window.harmed = 2"> <svg onload="window.harmed = 3"></svg>
<a href="javascript:window.harmed = 4">click here</a> <iframe src="javascript:window.harmed = 5"></iframe>

</div></main><script>window.harmed = 6</script> Norway has 12 soldiers in KFOR "onmouseover="window.harmed=7" x=".

<form action="https://evil.example"><button>Accept</button></form> <style>* { display: none }</style>
<meta http-equiv="refresh" content="0;url=https://evil.example"> {{ 7 * 7 }} {% raise %} ${7*7}
"""
NAME = "\"><script>window.harmed = 8</script><img src=x onerror='window.harmed = 9'>"


def test_a_document_that_means_harm_is_shown_and_does_nothing(served: str, database: str, browser: Any) -> None:
    facts = Sidecar("2023-06-03", NAME, NAME, "javascript:window.harmed=10")
    with open_ledger(database) as ledger:
        added = add_page(ledger, Page(NAME, HARM.encode(), facts))
    document = added.document[:16]  # type: ignore[union-attr]
    with open_reader(database) as reader:
        claim = reader.rows("SELECT id FROM claims WHERE document = :d", d=added.document)[0][0][:16]  # type: ignore[union-attr]
    paths = ["/documents", f"/documents/{document}", f"/claims/{claim}", "/review", "/add", "/operations/kfor", "/"]
    with tab(browser, served) as page:
        told: list[str] = []
        page.on("dialog", lambda dialog: told.append(dialog.message))
        page.on("request", lambda sent: None if sent.url.startswith((served, "data:")) else told.append(sent.url))
        for path in paths:
            page.goto(path)
            page.wait_for_timeout(100)
            assert page.evaluate("window.harmed") is None, path
            assert page.locator("iframe, a[href^=javascript], [onerror], [onload], [onmouseover]").count() == 0, path
            assert page.locator("script:not([src])").count() == page.locator("script[type='application/json']").count()
        page.goto(f"/documents/{document}")
        assert "<script>window.harmed = 1</script>" in page.inner_text(".reader")
        assert "{{ 7 * 7 }}" in page.inner_text(".reader")
        assert page.is_visible("h1")
        with page.expect_download() as saved:
            page.click("text=The original file")
        assert saved.value.path().read_bytes() == HARM.encode()
        assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_and_nothing_sticks_out(served: str, browser: Any, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with tab(browser, served, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        page.goto("/review")
        page.click("button:has-text('Accept')")
        page.goto("/documents")
        reader = page.get_attribute("th a", "href")
        claim = page.request.get(reader).text().partition('href="/claims/')[2][:16]
        page.goto("/add")
        page.fill("#text", "60 soldiers came.")
        page.click("text=Add the page")
        page.wait_for_selector("text=Done: 1 read")
        paths = ["/documents", reader, f"/claims/{claim}", "/review", "/review/agreement", "/add", "/add/1", "/sign-in"]
        for path in [*paths, "/nowhere"]:
            page.goto(path)
            if path == "/review":
                page.keyboard.press("c")
            found = axe.run(page, options={"runOnly": AXE_TAGS}).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
