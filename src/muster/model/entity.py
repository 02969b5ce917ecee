"""Who and what is known beforehand: operations, countries, organisations, headquarters.

Every entity is known by its `names`; the first of them is the one it is shown under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operation:
    """A peace operation.

    `led_by` is the slug of the leading organisation, or the ISO code of the leading country; `area` holds ISO codes;
    `start` and `end` are EDTF (day, month or year), None where unknown or, for `end`, still running; `kind` is one
    of the kinds of `gazetteer.KINDS_OF_OPERATION`; `anaphors` are descriptions that mean no other operation.
    """

    slug: str
    names: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    led_by: str = ""
    area: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    kind: str = ""
    anaphors: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The display name."""
        return self.names[0]

    def runs_on(self, day: str) -> bool:
        """Whether it was running on a day (YYYY-MM-DD); an unknown start counts as always, no end as still."""
        begun = self.start is None or self.start <= day
        return begun and (self.end is None or day[: len(self.end)] <= self.end)


@dataclass(frozen=True, slots=True)
class Country:
    """A country under its ISO 3166-1 alpha-2 code (XK for Kosovo; YU, SU, CS for states that are no more).

    `demonyms` are its people, singular and plural; `capitals` are places that stand for its government; `forces`
    are armed forces and police that belong to no other country.
    """

    code: str
    name: str
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of states or one that acts beside them; `anaphors` are "the alliance" and the like."""

    slug: str
    names: tuple[str, ...]
    anaphors: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The display name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Headquarters:
    """A headquarters or department that runs operations, and the slug of the organisation it belongs to."""

    names: tuple[str, ...]
    organisation: str

    @property
    def name(self) -> str:
        """The display name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A town, camp or region and where it lies.

    `other` is its name in the language of the other community there, empty where there is one name; `also` are further
    spellings; `countries` ISO codes, several where its status is disputed; `latitude` and `longitude` are degrees
    (WGS 84), `precision` the kilometres around them within which what is "in" the place may be.
    """

    name: str
    other: str
    also: tuple[str, ...]
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    precision: int

    @property
    def title(self) -> str:
        """Both names where there are two: "Zveçan / Zvečan"."""
        return f"{self.name} / {self.other}" if self.other else self.name
