"""How long commands take to start, against a bare `python -c pass` of the same interpreter.

usage: python benchmarks/startup.py [FOLDER OF DOCUMENTS, by default examples]

Adds the folder to a ledger of its own, then times help and every read command in turns with the bare interpreter and
prints median CPU times and ratios. Exit status 1 if help takes more than 5, a read command more than 10
times as long. Bytecode is compiled first, as pip leaves it.
"""

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import muster

ROUNDS = 9
HELP, READ = 5, 10
REPOSITORY = Path(__file__).parents[1]


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """CPU seconds of the command; wall time depends on what else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def timed(commands: dict[str, list[str]], environment: dict[str, str]) -> dict[str, float]:
    """The median CPU seconds of each command; they take turns, so that all see the same machine."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            taken[name].append(seconds(command, environment))
    return {name: statistics.median(each) for name, each in taken.items()}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "examples"
    script = Path(sys.executable).with_name("muster")
    compileall.compile_dir(Path(muster.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as scratch:
        environment = {**os.environ, "MUSTER_DATABASE": f"sqlite:///{scratch}/muster.db"}
        subprocess.run([script, "add", folder], env=environment, check=True, stdout=subprocess.DEVNULL)
        claims = [script, "claims", "--operation", "kfor", "--json"]
        listing = subprocess.run(claims, env=environment, check=True, capture_output=True, text=True).stdout
        claim = listing.partition('"claim": "')[2][:12]
        limits = {"--help": HELP, "--version": HELP, "operations": READ, "brief kfor": READ}
        limits |= {"claims": READ, "documents": READ, "warnings": READ, f"why {claim}": READ}
        commands = {name: [str(script), *name.split()] for name in limits}
        medians = timed({"bare": [sys.executable, "-c", "pass"], **commands}, environment)
    bare = medians.pop("bare")
    print(f"{'python -c pass':<22} {bare * 1000:6.1f} ms")
    for name, median in medians.items():
        verdict = "" if median <= limits[name] * bare else f"  over {limits[name]}"
        print(f"muster {name:<15} {median * 1000:6.1f} ms  {median / bare:5.1f} times{verdict}")
    sys.exit(any(median > limits[name] * bare for name, median in medians.items()))


if __name__ == "__main__":
    main()
