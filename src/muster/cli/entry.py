"""Where the console script begins. Help and version are answered before anything slow is imported."""

import sys


def main() -> None:
    """Run `muster` with the arguments of the process and leave with its exit status."""
    try:
        sys.exit(_answer(sys.argv[1:]))
    except KeyboardInterrupt:
        print("muster: interrupted.", file=sys.stderr)
        sys.exit(130)


def _answer(arguments: list[str]) -> int:
    # Imported here: os is there already, but a shell asking for completions sets this variable and no arguments.
    from os import environ  # noqa: PLC0415

    if "_MUSTER_COMPLETE" not in environ and len(arguments) < 2:
        quick = _quick_answer(arguments[0] if arguments else "--help")
        if quick is not None:
            print(quick)
            return 0
    # Imported here: Typer takes five times as long to import as Python takes to start.
    from muster.cli.app import run  # noqa: PLC0415

    return run(arguments)


def _quick_answer(argument: str) -> str | None:
    """What `muster ARGUMENT` prints, if that is known beforehand."""
    if argument == "--version":
        from muster import __version__  # noqa: PLC0415 - as below

        return f"muster {__version__}"
    if argument == "--help":
        from pathlib import Path  # noqa: PLC0415 - as below

        # `make docs` writes it from the same application that answers everything else; a test compares the two.
        return Path(__file__).with_name("help.txt").read_text(encoding="utf-8").rstrip("\n")
    return None
