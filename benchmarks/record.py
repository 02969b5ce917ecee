"""What the record of one operation costs in a ledger of a million claims, against a plain SQL count of the same rows.

usage: python benchmarks/record.py [CLAIMS, by default 1000000] [FOLDER OF DOCUMENTS, by default examples]
                                   [CLAIMS OF ONE OPERATION, by default 2000]

Adds the folder to a ledger of its own and copies what was read there, document by document under other operations and
later days, until the ledger holds as many claims, 2,000 or so for each operation. Prints CPU times (medians) and
ratios. Exit status 1 if the record takes a second or more, or if its questions read rows of other operations.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from muster import query
from muster.ledger import open_reader
from muster.ledger.reader import FileReader, Row

ROUNDS = 7
PER_OPERATION = 2_000
LIMIT = 1.0
# One that is there however large each is.
OPERATION = "op-0"
REPOSITORY = Path(__file__).parents[1]
# As the questions name them.
READ_IN_PART = frozenset("c f r claims findings readings documents texts signatures copies datings".split())
TABLES = ("documents", "texts", "signatures", "copies", "datings", "readings", "claims", "findings")


def address(*parts: object) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()


def later(day: str | None, copy: int) -> str | None:
    return day and (date.fromisoformat(day) + timedelta(days=30 * copy)).isoformat()


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def copied(table: str, row: dict[str, object], operation: str, copy: int) -> dict[str, object]:
    """The row as that of another document about another operation, some months later."""
    new = dict(row)
    for name in ("document", "claim") + (("id",) if table in ("documents", "claims") else ()):
        if new.get(name) is not None:
            new[name] = address(new[name], operation, copy)
    if table in ("copies", "datings") and "id" in new:
        new["id"] = None
    if table == "datings":
        new["day"] = later(str(row["day"]), copy)
    if table == "claims" and row["operation"]:
        new["operation"] = operation
        new["body"] = json.dumps({**json.loads(str(row["body"])), "operation": operation})
    return new


def fill(path: Path, total: int, each: int) -> int:
    """Copy the ledger's rows until it holds about `total` claims; how many it then holds."""
    connection = sqlite3.connect(path)
    base = {
        table: [
            dict(zip(columns(connection, table), row, strict=True))
            for row in connection.execute(f"SELECT * FROM {table}")
        ]
        for table in TABLES
    }
    copies = max(each // len(base["claims"]), 1)
    reading = max(int(str(row["id"])) for row in base["readings"])
    for number in range(total // (copies * len(base["claims"]))):
        for copy in range(copies):
            reading = copy_all(connection, base, f"op-{number}", copy, reading)
    connection.commit()
    connection.execute("ANALYZE")
    (held,) = connection.execute("SELECT COUNT(*) FROM claims").fetchone()
    connection.close()
    return int(held)


def copy_all(
    connection: sqlite3.Connection, base: dict[str, list[dict[str, object]]], operation: str, copy: int, reading: int
) -> int:
    numbers = {row["id"]: reading + n for n, row in enumerate(base["readings"], 1)}
    for table in TABLES:
        rows = [copied(table, row, operation, copy) for row in base[table]]
        for row in rows:
            if table == "readings":
                row["id"] = numbers[row["id"]]
            if table == "findings":
                row["reading"] = numbers[row["reading"]]
        if rows:
            names = list(rows[0])
            marks = ", ".join(f":{name}" for name in names)
            connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
    return reading + len(numbers)


def cpu(act: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def scans(path: Path) -> Iterator[str]:
    """Steps of the plans of all questions that a record asks which go through a whole table of the ledger.

    Judgements are left out: what people decided of names bears on every operation.
    """
    asked: dict[str, dict[str, object]] = {}

    class Listener(FileReader):
        def rows(self, question: str, **parameters: object) -> list[Row]:
            asked[question] = parameters
            return super().rows(question, **parameters)

    with Listener(sqlite3.connect(path), path) as reader:
        query.brief(reader, OPERATION, "2024-06-01")
        for question, parameters in asked.items():
            for step in (row[3] for row in reader._connection.execute(f"EXPLAIN QUERY PLAN {question}", parameters)):
                if step.startswith("SCAN") and step.split()[1] in READ_IN_PART:
                    yield f"{step}: {' '.join(question.split())[:90]}"


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else REPOSITORY / "examples"
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "ledger.db"
        script = Path(sys.executable).with_name("muster")
        environment = {"MUSTER_DATABASE": str(path), "PATH": "/usr/bin:/bin"}
        subprocess.run([script, "add", folder], env=environment, check=True, stdout=subprocess.DEVNULL)
        held = fill(path, total, int(sys.argv[3]) if len(sys.argv) > 3 else PER_OPERATION)
        connection = sqlite3.connect(path)
        counting = "SELECT COUNT(*), SUM(LENGTH(body)) FROM claims WHERE operation = :asked"
        (number, _) = connection.execute(counting, {"asked": OPERATION}).fetchone()
        bare = cpu(lambda: connection.execute(counting, {"asked": OPERATION}).fetchone())
        with open_reader(str(path)) as reader:
            reading = cpu(lambda: query.claims(reader, OPERATION))
            record = cpu(lambda: query.brief(reader, OPERATION, "2024-06-01"))
        whole = list(scans(path))
    print(f"{held:,} claims in the ledger, {number:,} of the operation asked for")
    print(f"plain SQL count of its rows   {bare * 1000:9.2f} ms")
    print(f"reading its claims            {reading * 1000:9.2f} ms  {reading / bare:8.0f} ×")
    print(
        f"its record                    {record * 1000:9.2f} ms  {record / bare:8.0f} ×  (limit {LIMIT * 1000:.0f} ms)"
    )
    for step in whole:
        print(f"reads other operations' rows: {step}")
    sys.exit(record >= LIMIT or bool(whole))


if __name__ == "__main__":
    main()
