"""What the operation page costs the server in a ledger of a million claims, against the bare SQL that it needs.

usage: python benchmarks/web.py [CLAIMS, by default 1000000] [LEDGER: one filled before, to be looked at only]

Fills a ledger as benchmarks/record.py does. Then readers look at pages: each opens one of forty operations as of today,
moves the day to one of two others, comes back, for REQUESTS requests in all; nothing is kept when they begin. The bare
SQL is every question that the page's record asks of the ledger, put through sqlite3 alone. Prints CPU times of this
process, and ratios: of all requests (median, 95th percentile), and of those whose view nobody had asked for before.
Exit status 1 if the 95th percentile is ten times the bare SQL or more, or a page weighs 300 kB or more.
"""

import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from record import fill

from muster import query
from muster.ledger import Reader, open_reader
from muster.web import Site, create_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

REPOSITORY = Path(__file__).parents[1]
OPERATIONS = 40
DAYS = ("", "2024-06-01", "2023-12-31")
REQUESTS = 4_000
RATIO = 10.0
WEIGHT = 300_000
ROUNDS = 15


class Listening:
    """A reader that writes down what it is asked."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.asked: list[tuple[str, dict[str, object]]] = []

    def rows(self, question: str, **parameters: object) -> list[object]:
        self.asked.append((question, parameters))
        return list(self.reader.rows(question, **parameters))


def questions(path: Path, operation: str) -> list[tuple[str, dict[str, object]]]:
    with open_reader(str(path)) as reader:
        listening = Listening(reader)
        query.brief(listening, operation, "2024-06-01")  # type: ignore[arg-type]
        return listening.asked


def cpu(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def bare_sql(path: Path, operation: str) -> float:
    asked = questions(path, operation)
    connection = sqlite3.connect(path)

    def ask() -> None:
        for question, parameters in asked:
            connection.execute(question, parameters).fetchall()

    ask()
    taken = statistics.median(cpu(ask) for _ in range(ROUNDS))
    connection.close()
    return taken


def addresses(operations: list[str]) -> list[str]:
    """What readers ask for: a session is today's view, another day, and back."""
    chance, asked = random.Random(7), []
    while len(asked) < REQUESTS:
        operation, day = chance.choice(operations), chance.choice(DAYS[1:])
        today = f"/operations/{operation}"
        asked += [today, f"{today}?on={day}", today]
    return asked[:REQUESTS]


def look(path: Path, asked: list[str]) -> tuple[list[float], list[float], int]:
    """CPU time of every request, of those that were the first of their view, and the weight of the heaviest page."""
    site = Site(database=str(path), author="benchmark", secret="b" * 40)
    client = TestClient(create_app(site), base_url="http://127.0.0.1")
    client.get("/search")  # The templates are read once.
    every, first, heaviest, known = [], [], 0, set()
    for address in asked:
        start = time.process_time()
        answer = client.get(address)
        taken = time.process_time() - start
        assert answer.status_code == 200, answer.text
        every.append(taken)
        heaviest = max(heaviest, len(answer.content))
        if address not in known:
            known.add(address)
            first.append(taken)
    return every, first, heaviest


def measure(path: Path) -> bool:
    connection = sqlite3.connect(path)
    (held,) = connection.execute("SELECT COUNT(*) FROM claims").fetchone()
    there = connection.execute("SELECT DISTINCT operation FROM claims WHERE operation LIKE 'op-%'").fetchall()
    connection.close()
    operations = sorted(row[0] for row in there)[:OPERATIONS]
    bare = statistics.median(bare_sql(path, operation) for operation in operations[:5])
    every, first, heaviest = look(path, addresses(operations))
    tail = statistics.quantiles(every, n=20)[-1]
    print(f"{held:,} claims; {len(every):,} requests of {len(first)} views")
    print(f"bare SQL of one page          {bare * 1000:9.2f} ms")
    for name, taken in (
        ("a page, median", statistics.median(every)),
        ("a page, 95th percentile", tail),
        ("a view not seen yet, median", statistics.median(first)),
        ("the slowest", max(every)),
    ):
        print(f"{name:29} {taken * 1000:9.2f} ms  {taken / bare:7.1f} ×")
    print(f"the heaviest page             {heaviest / 1000:9.1f} kB")
    return tail < RATIO * bare and heaviest < WEIGHT


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    if len(sys.argv) > 2:
        sys.exit(not measure(Path(sys.argv[2])))
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "ledger.db"
        script = Path(sys.executable).with_name("muster")
        environment = {"MUSTER_DATABASE": str(path), "PATH": "/usr/bin:/bin"}
        subprocess.run([script, "add", REPOSITORY / "examples"], env=environment, check=True, stdout=subprocess.DEVNULL)
        fill(path, total)
        sys.exit(not measure(path))


if __name__ == "__main__":
    main()
