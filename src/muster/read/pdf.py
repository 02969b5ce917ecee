"""PDF → text: the characters of every page laid out in lines as they stand on it, pages parted by form feeds."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from math import pi
from threading import Lock
from typing import TYPE_CHECKING

from muster.errors import NotText, ReadError
from muster.read.decoding import MAX_BYTES
from muster.read.layout import Page, Word, joined, page_lines
from muster.read.running import PAGE_BREAK

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_MAGIC = b"%PDF-"
_HYPHENS = (0x02, 0xFFFE)
"""What PDFium gives for a hyphen that breaks a word at a line's end."""
_SOFT_HYPHEN = "\u00ad"
_LEAST_HEIGHT = 1.0  # Points; some fonts give their letters no height.
_PDFIUM = Lock()  # The library keeps its state in globals: it must not be called from two threads at once.
_NO_PASSWORD = ("password", "security")


def is_pdf(data: bytes) -> bool:
    """Whether bytes are those of a PDF, by how they begin."""
    return data.startswith(_MAGIC)


def pdf_text(data: bytes, where: str) -> str:
    """The text of a PDF: line by line from the top of each page, cells of tables kept apart by spaces.

    Hyphens at line ends stay; a form feed begins every page but the first. `where` names the file in messages. Raises
    NotText for a PDF that is broken, locked or a scan, ReadError if the library that reads PDFs is not installed.
    """
    try:
        # Imported here because only PDFs need it.
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError as fault:
        advice = "install it (pip install pypdfium2), or save the text as UTF-8 and add that"
        raise ReadError(f"{where}: reading PDF needs the package pypdfium2; {advice}.") from fault
    if len(data) > MAX_BYTES:
        raise NotText(f"{where}: a PDF of more than {MAX_BYTES // 1024**2} MB; split it and add its parts.")
    with _PDFIUM:
        try:
            document = PdfDocument(data)
            try:
                pages = [_words_of(document, number) for number in range(len(document))]
            finally:
                document.close()
        except PdfiumError as fault:
            raise NotText(f"{where}: {_refusal(str(fault))}") from fault
    if not any(words for page in pages for words in page):
        raise NotText(f"{where}: a scan without text: run OCR first (for example ocrmypdf), and add what it gives.")
    return _laid_out(pages)


def _refusal(fault: str) -> str:
    if any(word in fault.lower() for word in _NO_PASSWORD):
        return "a PDF locked with a password; save an unlocked copy and add that."
    return "a PDF too damaged to be opened; get an undamaged copy, or save its text as UTF-8 and add that."


def _laid_out(pages: list[Page]) -> str:
    texts = ("".join(line + "\n" for line in page_lines(page)) for page in pages)
    return PAGE_BREAK.join(texts)


def _words_of(document: "PdfDocument", number: int) -> Page:
    """The words of a page, those of each direction of writing together, the commonest direction first."""
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            turned = list(_words(text_page))
        finally:
            text_page.close()
    finally:
        page.close()
    directions = Counter(turn for turn, _ in turned)
    return [[word for its, word in turned if its == turn] for turn, _ in directions.most_common()]


def _words(text_page: "PdfTextPage") -> Iterator[tuple[int, Word]]:
    """Runs of printed characters that the library parts by neither space nor line end, with their quarter turns."""
    run: list[Word] = []
    turned = 0
    for turn, letter in chain(_letters(text_page), [(0, None)]):
        if run and (letter is None or turn != turned or not run[-1].touches(letter)):
            yield turned, joined(run)
            run = []
        if letter is not None:
            run.append(letter)
            turned = turn


def _letters(text_page: "PdfTextPage") -> Iterator[tuple[int, Word | None]]:
    """Every printed character with its quarter turns against the clock; None for what parts words."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, at)
        sign = "-" if code in _HYPHENS else chr(code)
        placed = raw.FPDFText_GetLooseCharBox(text_page, at, box) and raw.FPDFText_GetCharOrigin(text_page, at, x, y)
        if placed and not sign.isspace() and (sign.isprintable() or sign == _SOFT_HYPHEN):
            turn = round(-raw.FPDFText_GetCharAngle(text_page, at) / (pi / 2)) % 4
            corners = _upright(box.left, box.bottom, turn), _upright(box.right, box.top, turn)
            yield turn, _letter(sign, corners, _upright(x.value, y.value, turn)[1])
        else:
            yield 0, None


def _letter(sign: str, corners: tuple[tuple[float, float], tuple[float, float]], baseline: float) -> Word:
    (one, foot), (two, head) = corners
    return Word(sign, min(one, two), max(one, two), baseline, max(abs(head - foot), _LEAST_HEIGHT))


def _upright(x: float, y: float, turn: int) -> tuple[float, float]:
    """Where a point is when the page is turned back so that writing goes from left to right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]
