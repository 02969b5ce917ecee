"""PDF files made by hand, so that tests know what is on their pages."""

from collections.abc import Iterable, Sequence

HEAD, BODY, FOOT = 760, 720, 40
LEADING = 14
MARGIN = 72

Print = tuple[float, float, str]
"""Where words begin, from the left and from the foot of the page in points, and the words."""


def column(lines: Iterable[str], left: float = MARGIN, top: float = BODY) -> list[Print]:
    """Lines one below the other; an empty one leaves its space free."""
    return [(left, top - LEADING * at, line) for at, line in enumerate(lines) if line]


def pdf(*pages: Sequence[Print], turn: str = "1 0 0 1", font: str = "Times-Roman") -> bytes:
    """A PDF of pages 612 by 792 points in 11-point type; `turn` is the matrix that turns all writing."""
    printing = b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding >>" % font.encode()
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", printing]
    kids = []
    for page in pages:
        stream = b"".join(_shown(words, turn) for words in page)
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        resources = b"<< /Font << /F 3 0 R >> >>"
        parts = b"/MediaBox [0 0 612 792] /Resources %b /Contents %d 0 R" % (resources, len(objects))
        objects.append(b"<< /Type /Page /Parent 2 0 R %b >>" % parts)
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _shown(words: Print, turn: str) -> bytes:
    left, foot, text = words
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /F 11 Tf %b %g %g Tm (%b) Tj ET\n" % (turn.encode(), left, foot, escaped)


def _file(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table) + end
