"""The operation on one page, as of a day and as known on a day."""

import re
from html import unescape

import pytest

from web.visit import Visit

JUNE, DECEMBER = "/operations/kfor?on=2023-06-10", "/operations/kfor?on=2023-12-31"
LIMIT = 300_000


def seen(answer: object) -> str:
    """The words of a page, without its marks."""
    text = re.sub(r"<(script|style).*?</\\1>", " ", answer.text, flags=re.DOTALL)  # type: ignore[attr-defined]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_another_day_is_another_state(looking: Visit) -> None:
    june, december = seen(looking.get(JUNE)), seen(looking.get(DECEMBER))
    assert "Angelo Michele Ristuccia" in june
    assert "Özkan Ulutaş" not in june
    assert "Özkan Ulutaş" in december
    assert "more than 4,500" in december
    assert "more than 4,500" not in june


def test_what_was_not_known_yet_is_not_shown(looking: Visit) -> None:
    then = seen(looking.get(f"{DECEMBER}&known_by=2023-06-10"))
    assert "Özkan Ulutaş" not in then


def test_an_address_says_which_view_it_is(looking: Visit) -> None:
    page = looking.get(f"{DECEMBER}&known_by=2023-10-12").text
    assert 'name="on" value="2023-12-31"' in page
    assert 'name="known_by" value="2023-10-12"' in page
    assert "on=2023-12-31&amp;known_by=2023-10-12" in page


def test_every_figure_leads_to_a_claim_that_there_is(looking: Visit) -> None:
    links = sorted(set(re.findall(r'href="(/claims/[0-9a-f]+)"', looking.get(JUNE).text)))
    assert len(links) > 20
    for link in links[:10]:
        assert looking.get(link).status_code == 200


@pytest.mark.parametrize("section", ["strength", "contingents", "command", "reinforcements", "incidents", "posture"])
@pytest.mark.parametrize("day", ["1990-01-01", "2023-06-10"])
def test_every_section_is_there_whether_or_not_something_is_told(looking: Visit, section: str, day: str) -> None:
    page = looking.get(f"/operations/kfor?on={day}")
    assert f'<section id="{section}"' in page.text


def test_what_is_planned_is_never_in_the_line_of_what_is_there(looking: Visit) -> None:
    rows = looking.get("/operations/kfor/charts/strength.csv?on=2023-06-10").text.splitlines()
    statuses = {row.split(",")[0]: row.split(",")[1] for row in rows[1:]}
    assert statuses["troops"] == "actual"
    assert statuses["planned troops"] == "planned"


def test_disagreements_show_the_choice_and_why(looking: Visit) -> None:
    page = seen(looking.get(JUNE))
    assert "Conflict" in page
    assert "because told by" in page
    assert "Set aside:" in page


@pytest.mark.parametrize("address", [JUNE, DECEMBER, "/", "/map", "/search?q=zvecan", f"{DECEMBER}&every=incidents"])
def test_pages_are_light(looking: Visit, address: str) -> None:
    answer = looking.get(address)
    assert answer.status_code == 200
    assert len(answer.content) < LIMIT


def test_a_day_that_is_none_is_explained(looking: Visit) -> None:
    answer = looking.get("/operations/kfor?on=2023-02-30")
    assert answer.status_code == 400
    assert "write YYYY-MM-DD" in seen(answer)


def test_an_operation_that_nobody_knows_is_explained(looking: Visit) -> None:
    answer = looking.get("/operations/kforr")
    assert answer.status_code == 404
    assert "no operation" in seen(answer)


def test_the_footnote_on_status_stands_on_every_page(looking: Visit) -> None:
    assert all("No status is implied." in seen(looking.get(address)) for address in ("/", JUNE, "/map"))


def test_the_list_says_who_leads_and_what_to_settle(looking: Visit) -> None:
    page = seen(looking.get("/"))
    assert "Kosovo Force" in page
    assert "Özkan Ulutaş" in page
    assert "to settle" in page


def test_an_operations_line_can_be_asked_for_alone(looking: Visit) -> None:
    told = looking.get("/operations/kfor/glance").json()
    assert told["commander"] == "Özkan Ulutaş"


def test_what_is_stale_is_said(looking: Visit) -> None:
    assert "have no recent figure" in seen(looking.get("/operations/kfor?on=2026-01-01"))
