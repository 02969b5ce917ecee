"""A file → a Document."""

from pathlib import Path

from muster.errors import NoSuchFile, ReadError
from muster.model.document import Document
from muster.read.decoding import MAX_BYTES, decode
from muster.read.segments import segment
from muster.read.sidecar import Sidecar


def read_document(path: Path, name: str, facts: Sidecar | None = None) -> Document:
    """The document in the file at `path`. Raises NoSuchFile, NotText, or ReadError if the system refuses the file."""
    try:
        # One byte more than allowed is enough for `decode` to refuse a file that is too large.
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as fault:
        raise NoSuchFile(f"{path}: no such file; check the path.") from fault
    except OSError as fault:
        raise ReadError(f"{path}: cannot be read ({fault.strerror}); check its permissions.") from fault
    return read_bytes(data, name, facts, where=str(path))


def read_bytes(data: bytes, name: str, facts: Sidecar | None = None, where: str | None = None) -> Document:
    """The document that `data` holds; `where` names it in messages (its name, if not given). Raises NotText."""
    text = decode(data, where or name)
    facts = facts or Sidecar()
    return Document(name, text, segment(text), facts.published, facts.publisher, facts.title, facts.url)
