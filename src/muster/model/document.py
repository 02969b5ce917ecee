"""A document as it reached us, and the stretches it is made of."""

from dataclasses import dataclass
from enum import StrEnum


class SegmentKind(StrEnum):
    """What a stretch of a page is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    QUOTE = "quote"
    TABLE = "table"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text, `text[start:end]`, of one kind."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about its publication.

    `name` is the file's name or path without ending; `text` is exactly what was decoded, never altered;
    `published` is an ISO day or None; `segments` are in order, do not overlap, and cover all that is not
    white space between them.
    """

    name: str
    text: str
    segments: tuple[Segment, ...] = ()
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """The address of the content: SHA-256 of the text as UTF-8, in hex."""
        # Imported here: what only reads a ledger needs no hash.
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
