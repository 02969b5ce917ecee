"""A file → a Document."""

import stat
from pathlib import Path

from muster.errors import NoSuchFile, ReadError
from muster.model.document import Document
from muster.read.decoding import MAX_BYTES, decode
from muster.read.pdf import is_pdf, pdf_text
from muster.read.segments import segment
from muster.read.sidecar import Sidecar


def read_document(path: Path, name: str, facts: Sidecar | None = None) -> Document:
    """The document in the file at `path`. Raises NoSuchFile, NotText, or ReadError if the system refuses the file."""
    return read_bytes(bytes_of(path), name, facts, where=str(path))


def bytes_of(path: Path) -> bytes:
    """What the file at `path` holds; of a file that is too large no more than shows that it is.

    Raises NoSuchFile, or ReadError for what the system refuses and for pipes and devices, which may have no end.
    """
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise ReadError(f"{path}: a pipe or a device, not a file; save what it gives to a file and take that.")
        # One byte more than allowed is enough for `decode` to refuse a file that is too large.
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as fault:
        raise NoSuchFile(f"{path}: no such file; check the path.") from fault
    except OSError as fault:
        raise ReadError(f"{path}: cannot be read ({fault.strerror}); check the file and its permissions.") from fault


def text_of(data: bytes, where: str) -> str:
    """The text of a PDF, which its first bytes tell whatever its name, or of plain text. Raises as `read_bytes`."""
    return pdf_text(data, where) if is_pdf(data) else decode(data, where)


def read_bytes(data: bytes, name: str, facts: Sidecar | None = None, where: str | None = None) -> Document:
    """The document that `data` holds; `where` names it in messages (its name, if not given). Raises NotText,
    or ReadError for a PDF where the library that reads them is missing.
    """
    text = text_of(data, where or name)
    facts = facts or Sidecar()
    return Document(name, text, segment(text), facts.published, facts.publisher, facts.title, facts.url)
