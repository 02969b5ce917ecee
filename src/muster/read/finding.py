"""Paths → the documents that lie there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.errors import NoSuchFile

ENDINGS = (".txt", ".text")
"""What a document's file name ends in, in a folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, and the name its document gets."""

    path: Path
    name: str


def find_documents(paths: Iterable[Path]) -> Iterator[Source]:
    """The documents at `paths`: files as they are given, folders walked through in sorted order.

    A file is named by its name without the ending, a file in a folder by its path below that folder without the
    ending. Hidden files and folders in folders are passed over. Raises NoSuchFile on reaching a path that does not
    exist or a folder without documents; call it path by path to go on after that.
    """
    for path in paths:
        if path.is_dir():
            yield from _below(path)
        elif path.exists():
            yield Source(path, path.stem)
        else:
            raise NoSuchFile(f"{path}: no such file or folder; check the path.")


def _below(folder: Path) -> Iterator[Source]:
    found = sorted(path.relative_to(folder) for path in folder.rglob("*") if _is_document(path, folder))
    if not found:
        raise NoSuchFile(f"{folder}: no document in this folder; documents are files ending in {' or '.join(ENDINGS)}.")
    for path in found:
        yield Source(folder / path, path.with_suffix("").as_posix())


def _is_document(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in ENDINGS and path.is_file()
