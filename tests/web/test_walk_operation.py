"""A newcomer walks through the demonstration in a browser."""

from typing import Any

import pytest

JUNE, DECEMBER = "/operations/kfor?on=2023-06-10", "/operations/kfor?on=2023-12-31"
SERIOUS = {"serious", "critical"}


def opened(browser: Any, scheme: str = "light", width: int = 1280) -> Any:
    """A fresh tab; what its console complains of is kept."""
    tab = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}).new_page()
    tab.complaints = []
    tab.on("console", lambda said: tab.complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    return tab


def head(tab: Any, label: str) -> str:
    """The value at the top of the page."""
    return str(tab.locator(".heads > div", has=tab.get_by_text(label, exact=True)).locator("dd").first.inner_text())


def test_a_newcomer_moves_the_day_and_sees_strength_and_commander_change(browser: Any, demo: str) -> None:
    tab = opened(browser)
    tab.goto(demo)
    tab.get_by_role("link", name="Kosovo Force").first.click()
    tab.get_by_label("As of").fill("2023-06-10")
    tab.get_by_role("button", name="Show", exact=True).click()
    assert "on=2023-06-10" in tab.url
    before = head(tab, "Strength"), head(tab, "Force commander")
    tab.get_by_label("As of").fill("2023-12-31")
    tab.get_by_role("button", name="Show", exact=True).click()
    after = head(tab, "Strength"), head(tab, "Force commander")
    assert before[0] != after[0]
    assert before[1] == "Angelo Michele Ristuccia"
    assert after[1] == "Özkan Ulutaş"
    assert tab.complaints == []


def test_a_point_of_the_chart_leads_to_its_sentence(browser: Any, demo: str) -> None:
    tab = opened(browser)
    tab.goto(demo + DECEMBER)
    points = tab.locator("#strength .mark-symbol.role-mark path")
    points.first.wait_for(timeout=15_000)
    assert points.count() >= 5
    with tab.expect_navigation():
        points.last.click()
    assert "/claims/" in tab.url
    assert tab.locator("mark").count() >= 1
    assert tab.complaints == []


def test_a_figure_in_the_table_leads_to_its_sentence_by_keyboard(browser: Any, demo: str) -> None:
    tab = opened(browser)
    tab.goto(demo + JUNE)
    tab.locator("#strength tbody a").first.focus()
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.locator("mark").count() >= 1


def test_the_map_is_zoomed_by_keys_and_its_marks_lead_to_the_incident(browser: Any, demo: str) -> None:
    tab = opened(browser)
    tab.goto(demo + DECEMBER)
    drawing = tab.locator(".map.incidents svg")
    whole = drawing.get_attribute("viewBox")
    drawing.locator("a").first.focus()
    tab.keyboard.press("+")
    assert drawing.get_attribute("viewBox") != whole
    tab.keyboard.press("0")
    assert drawing.get_attribute("viewBox") == whole
    drawing.locator("a").first.focus()
    tab.keyboard.press("Enter")
    assert "#incident" in tab.url


def test_charts_follow_the_scheme_of_the_page(browser: Any, demo: str) -> None:
    tab = opened(browser)
    tab.goto(demo + DECEMBER)
    background = tab.locator("#strength .drawing svg .background").first
    background.wait_for(state="attached", timeout=15_000)
    light = background.get_attribute("fill") or tab.locator("#strength .drawing svg").inner_html()
    tab.emulate_media(color_scheme="dark")
    tab.wait_for_function("() => document.querySelector('#strength .drawing').innerHTML.includes('#8cc4e6')")
    assert tab.locator("#strength .drawing svg").inner_html() != light
    assert tab.complaints == []


def test_without_scripts_the_page_shows_pictures(browser: Any, demo: str) -> None:
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(demo + DECEMBER)
    picture = tab.locator("#strength noscript img, #strength img").first
    assert picture.get_attribute("src").endswith(".svg?on=2023-12-31&since=2013-12-01")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", ["/", JUNE, DECEMBER, "/map", "/search?q=zvecan"])
def test_no_page_is_wider_than_the_window(browser: Any, demo: str, address: str, width: int) -> None:
    tab = opened(browser, width=width)
    tab.goto(demo + address)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", DECEMBER, "/map", "/search?q=zvecan"])
def test_axe_finds_nothing_serious(browser: Any, demo: str, address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    tab = opened(browser, scheme)
    tab.goto(demo + address)
    tab.wait_for_load_state("networkidle")
    found = axe.run(tab).response["violations"]
    serious = [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found if one["impact"] in SERIOUS
    ]
    assert serious == []
