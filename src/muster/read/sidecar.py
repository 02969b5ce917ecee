"""What is known about a document's publication, from the file `NAME.json` or `NAME.yaml` beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from muster.errors import BadDate, BadSidecar

ENDINGS = (".json", ".yaml", ".yml")
"""Where a sidecar is looked for, first match first."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Facts of publication: `published` is an ISO day (YYYY-MM-DD); what is not known is None."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


def read_sidecar(document: Path) -> Sidecar | None:
    """The sidecar beside a document's file, or None if there is none.

    Keys other than the four of Sidecar are passed over. Raises BadSidecar if the file cannot be read or holds
    something else than text in those keys, BadDate if `published` is no day of the calendar.
    """
    path = next((p for p in map(document.with_suffix, ENDINGS) if p != document and p.is_file()), None)
    return None if path is None else _checked(_loaded(path), path)


def _loaded(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        loaded = json.loads(text) if path.suffix == ".json" else _yaml(text)
    except (OSError, ValueError, RecursionError) as fault:
        raise BadSidecar(f"{path}: cannot be read ({_one_line(fault)}); correct or remove it.") from fault
    if not isinstance(loaded, dict):
        keys = ", ".join(field.name for field in fields(Sidecar))
        raise BadSidecar(f"{path}: not a mapping; write it with the keys {keys}, or remove it.")
    return loaded


def _yaml(text: str) -> Any:
    # Imported here because it is needed only where there is such a file.
    import yaml

    try:
        # BaseLoader leaves everything text: a bare 2023-02-31 reaches our own check instead of failing inside yaml.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as fault:
        raise ValueError(fault) from fault
    if not isinstance(loaded, dict):
        return loaded
    return {key: None if value in ("", "null", "~", "Null", "NULL") else value for key, value in loaded.items()}


def _checked(loaded: Mapping[str, Any], path: Path) -> Sidecar:
    # Imported here because it is slow to load and needed only where there is a sidecar.
    from pydantic import TypeAdapter, ValidationError

    known = {field.name: loaded[field.name] for field in fields(Sidecar) if field.name in loaded}
    try:
        sidecar = TypeAdapter(Sidecar).validate_python(known)
    except ValidationError as fault:
        wrong = fault.errors()[0]
        key = ".".join(map(str, wrong["loc"]))
        raise BadSidecar(f"{path}: {key}: {wrong['msg'].lower()}; write text or null.") from fault
    if sidecar.published is None:
        return sidecar
    return Sidecar(_day(sidecar.published, path), sidecar.publisher, sidecar.title, sidecar.url)


def _day(written: str, path: Path) -> str:
    """The ISO day of a day or of a time; the day of a time is the one its own offset gives."""
    # Imported here: see _checked.
    from datetime import date, datetime

    written = written.strip()
    try:
        if len(written) == len("2023-06-05"):
            return date.fromisoformat(written).isoformat()
        return datetime.fromisoformat(written).date().isoformat()
    except ValueError as fault:
        raise BadDate(f"{path}: published: {written!r} is no day; write it as YYYY-MM-DD, or null.") from fault


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())
