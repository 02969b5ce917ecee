"""The only place where the stages are joined: files → documents → annotated documents → claims → ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from muster import __version__
from muster.errors import MusterError, ReadError
from muster.model.claim import Claim
from muster.model.document import Document
from muster.read import Source, find_documents, read_document, read_sidecar

EXTRACTOR = f"muster {__version__}"
"""Under which name claims are kept; the same document read by another extractor adds claims beside these."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document and what it claims."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or folder that gave no claims, and the sentence that says why."""

    path: Path
    reason: str


def extract_files(paths: Iterable[Path], published: str | None = None) -> Iterator[Extracted | Refused]:
    """What the documents at `paths` claim, in order; a folder is walked, one bad file never stops the rest.

    `published` (an ISO day) dates the documents that no sidecar dates.
    """
    for source in find_files(paths):
        yield source if isinstance(source, Refused) else _extracted(source, published)


def find_files(paths: Iterable[Path]) -> Iterator[Source | Refused]:
    """The documents at `paths`, path by path, so that a missing one does not stop the others."""
    for path in paths:
        try:
            yield from find_documents([path])
        except ReadError as error:
            yield Refused(path, str(error))


def _extracted(source: Source, published: str | None) -> Extracted | Refused:
    try:
        return extract_document(_read(source, published))
    except MusterError as error:
        return Refused(source.path, str(error))
    except Exception as fault:  # A fault of ours in one document must not lose the other thousand.
        words = f"{source.path}: a fault of Muster's own, not of the file ({type(fault).__name__}: {fault})"
        return Refused(source.path, f"{words}; please report it.")


def _read(source: Source, published: str | None) -> Document:
    document = read_document(source.path, source.name, read_sidecar(source.path))
    return replace(document, published=document.published or published)


def extract_document(document: Document) -> Extracted:
    """What one document claims. The language model is loaded at the first call and kept."""
    # Imported here because the language model's library takes two seconds to load, and reading may refuse everything.
    from muster.annotate import annotate  # noqa: PLC0415
    from muster.extract import extract  # noqa: PLC0415

    (annotated,) = annotate([document])
    return Extracted(document, extract(annotated))
