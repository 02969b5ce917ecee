"""The tables of the gazetteer as values."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from muster.errors import GazetteerError
from muster.gazetteer._fold import key_of
from muster.gazetteer._tables import Row, rows, table_text
from muster.model.entity import Country, Headquarters, Operation, Organisation

KINDS_OF_OPERATION: tuple[str, ...] = (
    "civilian",
    "enforcement",
    "monitoring",
    "naval",
    "observer",
    "peacekeeping",
    "police",
    "political",
    "training",
)
_OPERATIONS = ("slug", "names", "acronyms", "led_by", "area", "start", "end", "kind", "anaphors")
_COUNTRIES = ("code", "names", "adjectives", "demonyms", "capitals", "forces")
_ORGANISATIONS = ("slug", "names", "anaphors")
_HEADQUARTERS = ("names", "organisation")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2}")
_EDTF_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _named(row: Row) -> tuple[str, ...]:
    names = row.list("names")
    if not names:
        raise row.fault("no name is given; the first name is the one it is shown under")
    return names


def _slug(row: Row, taken: set[str]) -> str:
    slug = row["slug"]
    if not _SLUG.fullmatch(slug):
        raise row.fault(f"{slug!r} is no slug; write lower-case letters and digits joined by hyphens")
    if slug in taken:
        raise row.fault(f"the slug {slug!r} is used twice; give every row its own")
    taken.add(slug)
    return slug


def _day(row: Row, column: str) -> str | None:
    written = row[column]
    if not written:
        return None
    try:
        date.fromisoformat(written + "-01-01"[len(written) - 4 :])
    except ValueError:
        exists = False
    else:
        exists = _EDTF_DAY.fullmatch(written) is not None
    if not exists:
        raise row.fault(f"{column} {written!r} is no day; write YYYY, YYYY-MM or YYYY-MM-DD")
    return written


def _period(row: Row) -> tuple[str | None, str | None]:
    start, end = _day(row, "start"), _day(row, "end")
    if start and end and end < start[: len(end)]:
        raise row.fault(f"it ends ({end}) before it starts ({start})")
    return start, end


def read_countries(text: str, table: str = "countries.csv") -> tuple[Country, ...]:
    """The countries of a table; raises GazetteerError for a code that is none or is used twice."""
    found: dict[str, Country] = {}
    for row in rows(text, table, _COUNTRIES):
        code, names = row["code"], _named(row)
        if not _CODE.fullmatch(code):
            raise row.fault(f"{code!r} is no ISO 3166-1 alpha-2 code; write two capital letters")
        if code in found:
            raise row.fault(f"the code {code!r} is used twice; give every row its own")
        adjectives, demonyms, capitals, forces = map(row.list, _COUNTRIES[2:])
        found[code] = Country(code, names[0], adjectives, demonyms, capitals, forces, names)
    return tuple(found.values())


def read_organisations(text: str, table: str = "organisations.csv") -> tuple[Organisation, ...]:
    """The organisations of a table; raises GazetteerError for a bad or double slug."""
    taken: set[str] = set()
    return tuple(
        Organisation(_slug(row, taken), _named(row), row.list("anaphors")) for row in rows(text, table, _ORGANISATIONS)
    )


def read_headquarters(text: str, slugs: Iterable[str], table: str = "headquarters.csv") -> tuple[Headquarters, ...]:
    """The headquarters of a table; raises GazetteerError for an organisation that is not among `slugs`."""
    known, found = frozenset(slugs), []
    for row in rows(text, table, _HEADQUARTERS):
        if row["organisation"] not in known:
            raise row.fault(f"no organisation {row['organisation']!r}; add it to organisations.csv")
        found.append(Headquarters(_named(row), row["organisation"]))
    return tuple(found)


def _operation(row: Row, taken: set[str], leaders: frozenset[str], codes: frozenset[str]) -> Operation:
    area, led_by, kind = row.list("area"), row["led_by"], row["kind"]
    strange = [code for code in area if code not in codes]
    if strange:
        raise row.fault(f"area {';'.join(strange)!r} is no country of countries.csv")
    if led_by not in leaders and led_by not in codes:
        raise row.fault(f"led_by {led_by!r} is neither in organisations.csv nor a country of countries.csv")
    if kind not in KINDS_OF_OPERATION:
        raise row.fault(f"kind {kind!r} is unknown; write one of {', '.join(KINDS_OF_OPERATION)}")
    start, end = _period(row)
    return Operation(
        slug=_slug(row, taken),
        names=_named(row),
        acronyms=row.list("acronyms"),
        led_by=led_by,
        area=area,
        start=start,
        end=end,
        kind=kind,
        anaphors=row.list("anaphors"),
    )


def _apart(one: Operation, other: Operation) -> bool:
    """Whether the place or the time tells two operations of one name apart."""
    return one.area != other.area or (one.start, one.end) != (other.start, other.end)


def _check_names(row: Row, operation: Operation, owners: dict[tuple[str, ...], list[Operation]]) -> None:
    for name in dict.fromkeys((*operation.names, *operation.acronyms, *operation.anaphors)):
        others = owners.setdefault(key_of(name), [])
        twin = next((other for other in others if other is not operation and not _apart(operation, other)), None)
        if twin is not None:
            raise row.fault(f"the name {name!r} also belongs to {twin.slug!r}, and neither area nor time differs")
        others.append(operation)


def read_operations(
    text: str, leaders: Iterable[str], codes: Iterable[str], table: str = "operations.csv"
) -> tuple[Operation, ...]:
    """The operations of a table.

    `leaders` are the slugs of organisations, `codes` those of countries. Raises GazetteerError, naming table, line
    and fault, for a bad or double slug, an unknown leader, area or kind, a day that does not exist, an end before
    the start, or a name that two operations of one area and time share.
    """
    owners: dict[tuple[str, ...], list[Operation]] = {}
    found = []
    for row, operation in _operations(text, frozenset(leaders), frozenset(codes), table):
        _check_names(row, operation, owners)
        found.append(operation)
    return tuple(found)


def _operations(
    text: str, leaders: frozenset[str], codes: frozenset[str], table: str = "operations.csv"
) -> Iterator[tuple[Row, Operation]]:
    taken: set[str] = set()
    for row in rows(text, table, _OPERATIONS):
        yield row, _operation(row, taken, leaders, codes)


def read_names(text: str, table: str) -> tuple[tuple[str, ...], ...]:
    """The lists of names of a table whose only columns are `names` and `why`."""
    return tuple(_named(row) for row in rows(text, table, ("names", "why")))


@cache
def load_countries() -> tuple[Country, ...]:
    """All countries Muster knows, by code."""
    return read_countries(table_text("countries.csv"))


@cache
def load_organisations() -> tuple[Organisation, ...]:
    """All organisations Muster knows."""
    return read_organisations(table_text("organisations.csv"))


@cache
def load_headquarters() -> tuple[Headquarters, ...]:
    """All headquarters Muster knows."""
    return read_headquarters(table_text("headquarters.csv"), (each.slug for each in load_organisations()))


@cache
def load_operations() -> tuple[Operation, ...]:
    """All peace operations Muster knows, in the order of the table."""
    leaders = frozenset(each.slug for each in load_organisations())
    codes = frozenset(each.code for each in load_countries())
    # That no two share a name is left to a test: it takes 40 ms of every read command.
    return tuple(operation for _, operation in _operations(table_text("operations.csv"), leaders, codes))


@cache
def load_resolutions() -> dict[str, tuple[str, ...]]:
    """The slugs of the operations that each resolution of the Security Council founded, by its number."""
    table = rows(table_text("resolutions.csv"), "resolutions.csv", ("number", "operations"))
    return {row["number"]: row.list("operations") for row in table}


@cache
def load_groups() -> tuple[tuple[str, ...], ...]:
    """Names of ethnic, political and armed groups that look like nationalities but are no country's."""
    return read_names(table_text("groups.csv"), "groups.csv")


@cache
def load_lookalikes() -> tuple[tuple[str, ...], ...]:
    """Names of other things that hold the name of a country: seas, rivers, wars, newspapers."""
    return read_names(table_text("lookalikes.csv"), "lookalikes.csv")


@cache
def load_words(list_name: str) -> frozenset[str]:
    """The words of one list of words.csv: what tells a name from an ordinary word."""
    for row in rows(table_text("words.csv"), "words.csv", ("list", "why", "words")):
        if row["list"] == list_name:
            return frozenset(row.list("words"))
    raise GazetteerError(f"words.csv: no list {list_name!r}; add it")
