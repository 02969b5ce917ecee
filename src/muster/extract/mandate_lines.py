"""Fact-sheet lines that give an operation its days and its ground: "Established: 10 June 1999", "Mandate ends: …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from muster.extract.evidence import Scene
from muster.extract.mandate_basis import instrument_near
from muster.extract.mandate_findings import Finding
from muster.model.claim import Status
from muster.model.when import Resolution, When

_LONGEST = 40
# The label of a line, by the act it tells of.
_LABELS = (
    (
        "established",
        re.compile(r"^(?:established|creation|created|set up|founded|authori[sz]ed|legal basis|authority)\b"),
    ),
    (
        "starts",
        re.compile(r"^(?:start(?:ed)?|launch(?:ed)?|deploy(?:ed|ment)|began|begun|active|since|in \w+ since)\b"),
    ),
    ("extended", re.compile(r"^(?:renewed|extended|last (?:renewal|extension)|mandate (?:renewed|extended))\b")),
    ("ends", re.compile(r"^(?:end(?:s|ed)?|clos(?:ed|ure)|expir(?:es|y)|mandate (?:ends|expires|until|to)|until)\b")),
)


def line_findings(scene: Scene) -> Iterator[Finding]:
    """What a line of label, colon and day or instrument tells of the operation in focus."""
    tokens, slug = scene.sentence.tokens, scene.focus
    colon = next((t.i for t in tokens[:7] if t.text in (":", "–", "—")), None)
    if colon is None or colon == 0 or slug is None or len(tokens) > _LONGEST:
        return
    if any(t.tag in ("VBZ", "VBP", "MD") for t in tokens):
        return
    label = " ".join(t.lower for t in tokens[:colon])
    act = next((act for act, pattern in _LABELS if pattern.match(label)), None)
    instrument = instrument_near(scene, colon)
    when = next((t.when for t in scene.sentence.times if t.when.edtf and t.first > 0), None)
    if act is None or (when is None and (instrument is None or act != "established")):
        return
    if when is None and instrument is not None and instrument.year:
        when = When(instrument.year, instrument.year, Resolution.EXPLICIT)
    yield Finding(
        scene=scene,
        predicate=0,
        tokens=(len(tokens) - 1,),
        operation=slug,
        act=act,
        basis=instrument.name if instrument and act != "ends" else None,
        authority=instrument.authority if instrument else None,
        status=_status(scene, act, when),
        when=_day(act, when),
        rule="mandate: line",
    )


def _day(act: str, when: When | None) -> When | None:
    """The day as claims give it: a renewal's is its end."""
    if when is None or when.edtf is None:
        return when
    bare = when.edtf.removeprefix("../").removesuffix("/..")
    return replace(when, edtf=f"../{bare}" if act == "extended" and when.edtf.startswith("../") else bare)


def _status(scene: Scene, act: str, when: When | None) -> Status:
    published = scene.document.document.published
    day = when.edtf.removeprefix("../") if when is not None and when.edtf else ""
    ahead = bool(published and re.match(r"\d{4}", day) and day[:10] > published[: len(day[:10])])
    return Status.PLANNED if ahead and act in ("starts", "ends") else Status.ACTUAL
