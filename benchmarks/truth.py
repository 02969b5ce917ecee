"""How often the dead of an incident are given as the United Nations' own ledger of fatalities has them.

usage: python benchmarks/truth.py REPORTS LEDGER.csv

REPORTS is a folder of plain texts with a list `reports.csv` (columns report, mission, date, published: a file's name,
mission and day of the incident as the ledger writes them, the day of the report). LEDGER.csv is the United Nations'
table of fatalities (columns incident_date, mission_acronym, isocode3, casualty_nationality).

Muster reads the reports of each incident and its claims of people killed are held against the ledger: for each
nationality the number is right if a report of the incident gives it, wrong if reports give only others, else missing.
Prints one line an incident and the totals. The reports themselves may say what the ledger does not.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from muster import extract_document, read_document
from muster.extract.iso3 import ALPHA_2
from muster.model.claim import Casualty, Claim, Status
from muster.read import Sidecar

VERDICTS = ("right", "wrong", "missing")


class Incident(NamedTuple):
    mission: str
    date: str


def ledger(path: Path) -> Mapping[Incident, Counter[str]]:
    """The dead of each incident by nationality (ISO 3166-1 alpha-2); those of no known country are left out."""
    dead: dict[Incident, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if (country := ALPHA_2.get(row["isocode3"])) is not None:
                dead[Incident(row["mission_acronym"], row["incident_date"])][country] += 1
    return dead


def killed(claims: Iterable[Claim]) -> Mapping[str, set[int]]:
    """The numbers of killed that claims give, by country."""
    told: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        fact = claim.fact
        if isinstance(fact, Casualty) and fact.outcome == "killed" and fact.count and claim.status is not Status.DENIED:
            told[fact.group] |= {number for number in (fact.count.best, fact.count.low) if number is not None}
    return told


def verdicts(dead: Counter[str], told: Mapping[str, set[int]]) -> Mapping[str, str]:
    """For each nationality of the dead: whether their number is told right, wrong or not at all."""
    return {
        country: "right" if number in told.get(country, ()) else "wrong" if told.get(country) else "missing"
        for country, number in dead.items()
    }


def read(folder: Path) -> Mapping[Incident, list[Claim]]:
    """The claims of the reports on each incident."""
    found: dict[Incident, list[Claim]] = defaultdict(list)
    with (folder / "reports.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            facts = Sidecar(published=row["published"] or None)
            document = read_document(folder / row["report"], row["report"], facts)
            found[Incident(row["mission"], row["date"])] += extract_document(document)
    return found


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dead, told = ledger(Path(sys.argv[2])), read(Path(sys.argv[1]))
    totals: Counter[str] = Counter()
    whole = 0
    for incident, claims in sorted(told.items(), key=lambda each: each[0].date):
        if incident not in dead:
            sys.exit(f"reports.csv: the ledger has no incident of {incident.mission} on {incident.date}")
        numbers = killed(claims)
        found = verdicts(dead[incident], numbers)
        totals.update(found.values())
        whole += set(found.values()) == {"right"}
        shown = ", ".join(
            f"{country} {dead[incident][country]} {verdict}"
            + (f" ({' '.join(map(str, sorted(numbers[country])))})" if verdict == "wrong" else "")
            for country, verdict in found.items()
        )
        print(f"{incident.date} {incident.mission:<9} {shown}")
    print(f"incidents wholly right: {whole} of {len(told)}")
    print("nationalities: " + ", ".join(f"{totals[each]} {each}" for each in VERDICTS) + f" of {totals.total()}")


if __name__ == "__main__":
    main()
