"""Who is who in two columns: a line of post or command, a gap, and a ranked name ("RC-East    Col. N. N. (USA)")."""

import re
from collections.abc import Collection, Iterator

from muster.extract.command_lexicon import RANKS
from muster.extract.iso3 import ALPHA_2
from muster.gazetteer import find_names
from muster.model.annotation import AnnotatedDocument
from muster.model.claim import Claim, Command
from muster.model.span import Span

_ROW = re.compile(
    r"^[ \t]*(?:[-•*»]\s*)?(?P<role>[A-Z#][^\n|:]{1,50}?)(?: {2,}|\t+|\s*\|\s*|\s*\.{3,}\s*)"
    r"(?P<name>[A-Z][^\n|]{5,70}?)[ \t]*$",
    re.MULTILINE,
)
_LED = re.compile(
    r"^#?D?COM[A-Z]{3,}$|\b(?:commander|commanding|chief of (?:staff|mission)|COS|head|representative|commissioner"
    r"|command|RC|sector|brigade|battle ?group|task force|MSU|MNB)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"^#?COM[A-Z]{3,}$|^(?:force )?commander$", re.IGNORECASE)


def row_commands(document: AnnotatedDocument, known: Collection[str]) -> Iterator[Claim]:
    """The claims of command that lists in two columns make of people who are not `known` to command already."""
    rows = [row for row in _ROW.finditer(document.text) if _LED.search(row["role"]) and _name(row["name"])]
    for n, row in enumerate(rows):
        beside = [other for other in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2]) if _is_next(document, row, other)]
        name, operation = _name(row["name"]), _operation(document, row.start())
        if beside and name is not None and name not in known and operation is not None:
            role = None if _OWN.match(row["role"]) else row["role"].lstrip("#")
            fact = Command(holder=name, act="holds", country=_country(row["name"]), role=role)
            span = Span.of(document.text, row.start("role"), row.end("name"))
            yield Claim(
                document=document.document.id, fact=fact, spans=(span,), operation=operation, rule="command: row"
            )


def _is_next(document: AnnotatedDocument, row: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two rows stand under one another."""
    first, last = sorted((row, other), key=lambda each: each.start())
    return not document.text[first.end() : last.start()].strip()


def _operation(document: AnnotatedDocument, at: int) -> str | None:
    """The operation in focus in the last sentence before a place, else in the first after it."""
    before = [s.index for s in document.sentences if s.start <= at]
    return document.focus[before[-1]] if before else next(iter(document.focus), None)


def _name(words: str) -> str | None:
    """The name behind a rank, without brackets and what follows a comma; None where no rank stands first."""
    bare = re.split(r"[(\[,;]", words)[0].split()
    if not bare or bare[0].replace(".", "").lower() not in RANKS or bare[0].lower() == "the":
        return None
    while bare and bare[0].replace(".", "").lower() in RANKS:
        bare = bare[1:]
    plain = all(word[:1].isupper() or word in ("de", "van", "von", "da", "di", "bin", "al") for word in bare)
    return " ".join(bare) if 2 <= len(bare) <= 5 and plain and not any(c.isdigit() for w in bare for c in w) else None


def _country(words: str) -> str | None:
    """The country that a row gives in brackets or behind a comma, by name or code."""
    for given in re.split(r"[(\[,)\]]", words)[1:]:
        if given.strip() in ALPHA_2:
            return ALPHA_2[given.strip()]
        for name in find_names(given.split()):
            if name.kind == "country":
                return name.value
    return None
