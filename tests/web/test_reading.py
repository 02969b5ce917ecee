"""The document as the reader sees it: all of the text, every claim's words marked."""

import html
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.desk import Reading
from muster.ledger import open_ledger
from muster.model.brief import Names
from muster.model.card import Card
from muster.model.claim import Claim, Contingent, Incident
from muster.model.document import Document, Segment, SegmentKind
from muster.model.span import Span
from muster.pipeline import Page, add_page
from muster.web.views.reading import PART_LENGTH, sheet
from web.visit import Visit

Opened = Callable[..., Visit]
TEXT = "KFOR in the north\n\nAbout 300 soldiers, 40 of them from Norland, were hurt on Monday.\n\nMenu | Search"
SEGMENTS = (
    Segment(0, 17, SegmentKind.HEADLINE),
    Segment(19, TEXT.index("\n\nMenu"), SegmentKind.PARAGRAPH),
    Segment(TEXT.index("Menu"), len(TEXT), SegmentKind.CHROME),
)


def reading_of(document: Document, claims: list[Claim]) -> Reading:
    card = Card(document.id, ("page",), "2023-06-01T00:00:00Z", claims=len(claims))
    return Reading(document, card, tuple(claims), Names(), ())


def claim_at(document: Document, *places: tuple[int, int], kind: str = "incident") -> Claim:
    fact = Incident(type="riot") if kind == "incident" else Contingent(country="NO")
    return Claim(document=document.id, fact=fact, spans=tuple(Span.of(document.text, *place) for place in places))


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)), max_size=6))
def test_however_spans_overlap_the_text_stays_whole_and_every_span_is_marked(drawn: list[tuple[int, int]]) -> None:
    document = Document("page", TEXT, SEGMENTS)
    claims = [claim_at(document, (start, min(start + length, len(TEXT)))) for start, length in drawn]
    claims = list({claim.id: claim for claim in claims}.values())
    blocks = sheet(reading_of(document, claims), None, 1).blocks
    assert ["".join(mark.text for mark in block.marks) for block in blocks] == [
        TEXT[segment.start : segment.end] for segment in SEGMENTS
    ]
    for number, claim in enumerate(claims, 1):
        marked = [mark.text for block in blocks for mark in block.marks if number in mark.numbers]
        within = [TEXT[max(s.start, claim.spans[0].start) : min(s.end, claim.spans[0].end)] for s in SEGMENTS]
        assert "".join(marked) == "".join(within)


def test_a_span_within_another_is_told_apart_from_it() -> None:
    document = Document("page", TEXT, SEGMENTS)
    outer, inner = TEXT.index("About"), TEXT.index("40 of them")
    claims = [claim_at(document, (outer, outer + 46)), claim_at(document, (inner, inner + 10), kind="contingent")]
    marks = sheet(reading_of(document, claims), None, 1).blocks[1].marks
    over = next(mark for mark in marks if mark.text == "40 of them")
    assert over.numbers == (2, 1)
    assert over.kinds == ("contingent", "incident")
    assert over.begins == (2,)


def test_a_filter_leaves_the_numbers_as_they_are() -> None:
    document = Document("page", TEXT, SEGMENTS)
    claims = [claim_at(document, (19, 24)), claim_at(document, (19, 36), kind="contingent")]
    shown = sheet(reading_of(document, claims), "contingent", 1)
    assert [beside.number for block in shown.blocks for beside in block.beside] == [2]
    assert dict(shown.kinds) == {"contingent": 1, "incident": 1}


def test_text_that_no_reading_parted_is_shown_all_the_same() -> None:
    document = Document("page", TEXT)
    (block,) = sheet(reading_of(document, []), None, 1).blocks
    assert "".join(mark.text for mark in block.marks) == TEXT


def test_a_long_document_comes_in_parts_and_a_claim_leads_to_its_own() -> None:
    paragraph = "Nothing happened on that day. " * 20
    text = "\n\n".join([paragraph.strip()] * 200)
    segments = tuple(
        Segment(found.start(), found.end(), SegmentKind.PARAGRAPH) for found in re.finditer(r"[^\n]+", text)
    )
    document = Document("page", text, segments)
    claim = claim_at(document, (len(text) - 30, len(text)))
    first = sheet(reading_of(document, [claim]), None, 1)
    assert first.parts == -(-len(text) // PART_LENGTH)
    shown = sheet(reading_of(document, [claim]), None, 1, claim.id[:12])
    assert shown.part == shown.parts
    assert shown.blocks[-1].beside[0].number == 1


def test_the_page_shows_each_claim_beside_its_sentence(visit: Opened) -> None:
    reader = visit()
    address = re.findall(r'href="(/documents/\w{16})"', reader.get("/documents").text)[0]
    page = reader.get(address).text
    assert "<mark" in page
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", page) == ["40 soldiers", "38 soldiers"]
    assert len(re.findall(r'id="c-\w{16}"', page)) == 2
    assert "Example Wire" in page


def test_the_original_comes_as_it_was_and_only_to_be_saved(visit: Opened, database: str) -> None:
    data = "\ufeff<script>alert(1)</script> Norway has 12 soldiers.\r\n".encode()
    with open_ledger(database) as ledger:
        added = add_page(ledger, Page('evil";\r\nX-Header: 1.html', data))
    answer = visit().get(f"/documents/{added.document}/original")  # type: ignore[union-attr]
    assert answer.content == data
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith('attachment; filename="evil_')
    assert "x-header" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


MARKUP = "<img src=x onerror=alert(1)> \"'><script>alert(1)</script> {{ 7*7 }} javascript:alert(1)"


@pytest.mark.parametrize("path", ["/documents", "/documents/{}", "/add", "/review"])
def test_markup_in_titles_publishers_and_texts_is_shown_as_it_is_written(
    visit: Opened, database: str, path: str
) -> None:
    from muster.read import Sidecar

    with open_ledger(database) as ledger:
        page = Page(MARKUP, f"{MARKUP} Norway has 12 soldiers.".encode(), Sidecar(None, MARKUP, MARKUP, MARKUP))
        added = add_page(ledger, page)
    shown = visit().get(path.format(added.document[:16])).text  # type: ignore[union-attr]
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown
    assert 'href="javascript' not in shown
    if path.startswith("/documents"):
        assert html.escape("<script>alert(1)</script>", quote=False) in shown
        assert "{{ 7*7 }}" in shown


NOWHERE = ["/documents/ffffffffffff", "/claims/ffffffffffff", "/claims/../../etc", "/add/77", "/static/none.css"]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_is_told_in_a_sentence(visit: Opened, path: str) -> None:
    answer = visit().get(path)
    assert answer.status_code == 404
    assert "<h1>That did not work</h1>" in answer.text
