"""Gold and predictions, as files hold them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muster.errors import GoldError, NoSuchFile
from muster.model.agreement import KEY_SLOTS, Slots

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with the claims a reader found in it. `name` is its path below the folder, without the ending."""

    name: str
    text: str
    claims: tuple[Slots, ...]


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Every pair NAME.txt and NAME.json under `folder`, in order of path.

    Raises NoSuchFile if there is no such folder, GoldError if it holds no pair or a pair is faulty.
    """
    if not folder.is_dir():
        raise NoSuchFile(f"{folder} is no folder. Give a folder of NAME.txt and NAME.json pairs.")
    pairs = [file for file in sorted(folder.rglob("*.json")) if file.with_suffix(".txt").exists()]
    if not pairs:
        raise GoldError(f"{folder} holds no gold: no NAME.json with a NAME.txt beside it.")
    return tuple(_gold_document(folder, file) for file in pairs)


def _gold_document(folder: Path, file: Path) -> GoldDocument:
    try:
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        claims = json.loads(file.read_text(encoding="utf-8"))["claims"]
    except (UnicodeDecodeError, json.JSONDecodeError, KeyError, TypeError) as error:
        raise GoldError(f'{file}: not gold. It must be UTF-8 JSON with a list "claims" ({error!r}).') from error
    for claim in claims:
        if claim.get("kind") not in KEY_SLOTS:
            raise GoldError(f"{file}: {claim.get('kind')!r} is no kind of claim; use one of {', '.join(KEY_SLOTS)}.")
        if not stretches_of(text, claim.get("evidence", ())):
            raise GoldError(f"{file}: evidence is not in the text: {claim.get('evidence')}. Quote it letter by letter.")
    return GoldDocument(str(file.relative_to(folder).with_suffix("")), text, tuple(claims))


def held_apart(gold: Iterable[GoldDocument], listed: Path, folder: Path) -> dict[str, tuple[GoldDocument, ...]]:
    """The documents of `folder` whose names the file `listed` holds ("held_back"), and the "others".

    The file has a name a line; lines that begin with # are passed over. Names are paths below the folder or below the
    one it lies in, so that one list serves several folders. Raises NoSuchFile, or GoldError if it lists none of them.
    """
    if not listed.is_file():
        raise NoSuchFile(f"{listed}: no such file. Give a list of names of documents, one a line.")
    lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
    names = {line.strip() for line in lines if not line.startswith("#")}
    above = folder.resolve().name
    parts: dict[str, list[GoldDocument]] = {"held_back": [], "others": []}
    for document in gold:
        held = document.name in names or f"{above}/{document.name}" in names
        parts["held_back" if held else "others"].append(document)
    if not parts["held_back"]:
        raise GoldError(f"{listed} names no document of {folder}: write names as paths below it, without the ending.")
    return {part: tuple(documents) for part, documents in parts.items()}


def read_predictions(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The claims of a JSON Lines file by the name of their document.

    Raises NoSuchFile if the file is not there, GoldError if a line is no claim.
    """
    if not file.is_file():
        raise NoSuchFile(f"{file}: no such file. Give the output of muster extract --json.")
    predicted: dict[str, list[dict[str, Any]]] = {}
    for number, line in enumerate(file.read_bytes().split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            claim = json.loads(line)
            predicted.setdefault(claim["doc"], []).append(_with_sound_spans(claim))
        except (ValueError, KeyError, TypeError) as error:
            needed = 'a JSON object with "doc", "kind" and "spans" of {"start", "end", "quote"} is needed'
            raise GoldError(f"{file}, line {number}: no claim; {needed}.") from error
    return predicted


def _with_sound_spans(claim: dict[str, Any]) -> dict[str, Any]:
    """The claim itself. Raises KeyError, TypeError or ValueError if a span lacks a part or has a wrong one."""
    sound = isinstance(claim["kind"], str) and all(
        isinstance(span["start"], int) and isinstance(span["end"], int) and isinstance(span["quote"], str)
        for span in claim.get("spans") or ()
    )
    if not sound:
        raise ValueError(claim)
    return claim


def stretches_of(text: str, evidence: Iterable[str]) -> list[Stretch]:
    """Every place where one of the quotes stands, overlapping ones too."""
    found = []
    for quote in evidence:
        at = text.find(quote)
        while at >= 0:
            found.append((at, at + len(quote)))
            at = text.find(quote, at + 1)
    return found
