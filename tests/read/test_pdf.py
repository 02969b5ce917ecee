"""A PDF becomes the text that stands on its pages, line by line."""

import sys
from pathlib import Path

import pytest

from muster.errors import NotText, ReadError
from muster.model.document import Document, SegmentKind
from muster.pipeline import Extracted, extract_files
from muster.read import publication_day, read_bytes, read_document
from printed import BODY, FOOT, HEAD, LEADING, MARGIN, column, pdf

FIRST = column(
    [
        "1. The Force was deployed along the ceasefire line in the first week of",
        "the month, and its three sector headquarters have been opened.",
        "",
        "2. At the end of the period the contingent from Ghana held four posts, and",
        "the engineers repaired the road that leads from the northern sector to",
    ]
)
SECOND = column(["Camp Unity, which had been closed by the floods of the spring.", "", "3. The winter was quiet."])
ROWS = [("Country", "Troops"), ("Ghana", "412"), ("Fiji", "1 065"), ("Ireland", "88"), ("Total", "1 565")]
TABLE = [
    words
    for at, (country, troops) in enumerate(ROWS)
    for words in ((MARGIN, 600 - at * LEADING, country), (330, 600 - at * LEADING, troops))
]
LAST = column(["4. The rains will end soon, and the road to the south will be opened again."])


def _paged(*bodies: list[tuple[float, float, str]]) -> bytes:
    return pdf(
        *(
            [(MARGIN, HEAD, "Example Observer Force: half-yearly report"), *body, (300, FOOT, f"Page {number} of 9")]
            for number, body in enumerate(bodies, 3)
        )
    )


def _words(document: Document, kind: SegmentKind) -> list[str]:
    return [document.text[s.start : s.end] for s in document.segments if s.kind is kind]


def test_lines_follow_the_page_and_a_form_feed_parts_pages() -> None:
    first = column(["Troops left when the", "snow was gone.", "", "More came."])
    text = read_bytes(pdf(first, column(["They stayed."])), "a").text
    assert text == "Troops left when the\nsnow was gone.\n\nMore came.\n\fThey stayed.\n"


def test_what_is_written_last_on_a_page_may_stand_first() -> None:
    page = column(["One.", "Two.", "Three."])
    assert read_bytes(pdf(page[::-1]), "a").text == read_bytes(pdf(page), "a").text


def test_running_heads_and_page_numbers_are_chrome() -> None:
    chrome = _words(read_bytes(_paged(FIRST, SECOND), "a"), SegmentKind.CHROME)
    assert chrome.count("Example Observer Force: half-yearly report") == 2
    assert [words for words in chrome if words.startswith("Page")] == ["Page 3 of 9", "Page 4 of 9"]


def test_columns_of_a_table_are_kept_apart() -> None:
    document = read_bytes(_paged(FIRST, TABLE, SECOND), "a")
    (table,) = _words(document, SegmentKind.TABLE)
    assert [line.split("   ")[0].strip() for line in table.splitlines()] == [country for country, _ in ROWS]
    assert [line[-5:].strip() for line in table.splitlines()[1:]] == [troops for _, troops in ROWS[1:]]


def test_two_columns_of_print_are_read_one_after_the_other() -> None:
    left = [f"{at} the patrols on the western road were" for at in range(10)]
    right = [f"{at} the observers in the east counted" for at in range(10)]
    page = [*column(left), *column(right, left=320, top=BODY - 5)]
    lines = [line.strip() for line in read_bytes(pdf(page), "a").text.splitlines() if line.strip()]
    assert lines == [*left, *right]


def test_a_line_stretched_to_the_margin_has_no_columns() -> None:
    words = "the posts were all held by troops of the Force".split()
    stretched = [(MARGIN + 45.0 * at, 700, word) for at, word in enumerate(words)]
    assert read_bytes(pdf(stretched), "a").text == " ".join(words) + "\n"


@pytest.mark.parametrize(
    ("turn", "place"), [("0 1 -1 0", (100, 72)), ("-1 0 0 -1", (500, 700)), ("0 -1 1 0", (100, 700))]
)
def test_writing_across_the_page_is_read_along(turn: str, place: tuple[float, float]) -> None:
    assert read_bytes(pdf([(*place, "Troops left on Monday")], turn=turn), "a").text == "Troops left on Monday\n"


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    text = read_bytes(pdf(column(["The observers were re-", "placed in the spring."])), "a").text
    assert text == "The observers were re-\nplaced in the spring.\n"


def test_the_mark_of_a_note_is_no_figure_of_the_number_before_it() -> None:
    words = [(MARGIN, 700.0, "5,000"), (MARGIN + 24.8, 704.0, "3"), (MARGIN + 33, 700.0, "troops")]
    assert read_bytes(pdf(words), "a").text == "5,000 3 troops\n"


def test_the_day_a_paper_was_given_out_is_found_below_its_masthead() -> None:
    mast = [(MARGIN, 740, "Security Council"), (360, 740, "Distr.: General"), (360, 724, "28 November 2003")]
    body = column(["1. The present report covers the time since my report of 2 June 2003."], top=600)
    document = read_bytes(pdf([*mast, *body], SECOND), "a")
    assert publication_day(document.text, document.segments) == "2003-11-28"


def test_the_day_on_a_cover_counts() -> None:
    cover = column(["This is an advance copy of the report, for the", "members of the Council.", "", "1 May 2018"])
    document = read_bytes(pdf(cover, FIRST), "a")
    assert publication_day(document.text, document.segments) == "2018-05-01"


def test_a_pdf_is_told_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(pdf(FIRST))
    assert read_document(path, "report").text.startswith("1. The Force")


def test_a_folder_of_pdfs_is_extracted(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(
        pdf(column(["KFOR had 4,500 troops in Kosovo on 3 May 2018, the commander said."]), SECOND)
    )
    (result,) = extract_files([tmp_path])
    assert isinstance(result, Extracted)
    spans = {result.document.text[span.start : span.end] for claim in result.claims for span in claim.spans}
    assert any("4,500 troops" in words for words in spans)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([]), "a scan without text: run OCR first"),
        (b"%PDF-1.7 ...", "too damaged to be opened"),
        (pdf(FIRST).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 1 >>"), "PDF"),
    ],
)
def test_what_gives_no_text_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(NotText, match=rf"^a\.pdf: .*{says}"):
        read_bytes(data, "a", where="a.pdf")


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadError, match="pip install pypdfium2"):
        read_bytes(pdf(FIRST), "a")
