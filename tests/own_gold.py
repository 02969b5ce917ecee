"""The repository's own gold, laid out as `muster score` wants it: each text beside its gold."""

import shutil
from hashlib import sha256
from pathlib import Path


def beside_each_other(repository: Path, folder: Path) -> Path:
    """Copy `authored`, `apart` and `examples` into the folder; the folder."""
    gold = repository / "tests" / "gold"
    for name in ("authored", "apart", "examples"):
        shutil.copytree(gold / name, folder / name)
    for file in (folder / "examples").glob("*.json"):
        shutil.copy(repository / "examples" / f"{file.stem}.txt", folder / "examples")
    return folder


def hash_of(folder: Path) -> str:
    """The first characters of the SHA-256 over names and bytes of a folder's files."""
    whole = sha256()
    for file in sorted(folder.iterdir()):
        whole.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return whole.hexdigest()[:16]
