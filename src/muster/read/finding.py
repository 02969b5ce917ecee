"""Paths → the documents that lie there."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from muster.errors import NoSuchFile

ENDINGS = (".txt", ".text", ".pdf")
"""What a document's file name ends in, in a folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read, and the name its document gets."""

    path: Path
    name: str


def find_documents(paths: Iterable[Path]) -> Iterator[Source]:
    """The documents at `paths`: files as they are given, folders walked through in sorted order.

    A file is named by its name without the ending, a file in a folder by its path below that folder without the
    ending. Hidden files and folders in folders are passed over; links to folders are not followed. What cannot be read,
    a folder that cannot be listed included, is given as well: reading it says why. Raises NoSuchFile on reaching a path
    that does not exist or a folder without documents; call it path by path to go on after that.
    """
    for path in paths:
        if _is_folder(path):
            yield from _below(path)
        else:
            yield Source(path, path.stem)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise NoSuchFile(f"{path}: no such file or folder; check the path.") from fault
    except OSError:
        return False


def _below(folder: Path) -> Iterator[Source]:
    found = sorted(path.relative_to(folder) for path in _walked(folder))
    if not found:
        endings = f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}"
        raise NoSuchFile(f"{folder}: no document in this folder; documents are files ending in {endings}.")
    for path in found:
        yield Source(folder / path, path.with_suffix("").as_posix() if path.name else folder.name)


def _walked(folder: Path) -> Iterator[Path]:
    """The documents in a folder, and the folders in it that cannot be listed."""
    closed: list[Path] = []
    for inside, folders, files in os.walk(folder, onerror=lambda fault: closed.append(Path(fault.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = (Path(name) for name in files if not name.startswith("."))
        yield from (Path(inside, name) for name in shown if name.suffix.lower() in ENDINGS)
    yield from closed
