"""Where the console script begins. What can be answered without slow imports is answered before them."""

import gc
import os
import sys
from collections.abc import Sequence

INTERRUPTED, BROKEN_PIPE = 130, 141
"""Exit statuses of what Ctrl-C or a reader that went away ends, as shells have them."""
# New values between two searches for cycles; Python's own 700 is for programs that go on.
_RARELY = 100_000


def main() -> None:
    """Run `muster` with the arguments of the process and leave with its exit status."""
    # A read command makes many small values and ends: looking for cycles among them is a tenth of its time.
    gc.set_threshold(_RARELY)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command line; the exit status. An error Muster raises on purpose is one sentence on standard error."""
    from muster.errors import MusterError

    try:
        _answer(list(arguments))
        sys.stdout.flush()
    except MusterError as error:
        return _complain(str(error), 1)
    except KeyboardInterrupt:
        return _complain("interrupted; what was added before is kept.", INTERRUPTED)
    except BrokenPipeError:
        _forget_output()
        return BROKEN_PIPE
    except OSError as error:
        _forget_output()
        where = error.filename or "standard output"
        return _complain(f"{where}: cannot be written ({error.strerror}); make room, or write elsewhere.", 1)
    except SystemExit as done:
        return _status(done)
    return 0


def _forget_output() -> None:
    """What is still buffered cannot be written: Python would complain of it on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _answer(arguments: list[str]) -> None:
    # A shell that asks for completions sets this variable.
    if "_MUSTER_COMPLETE" not in os.environ:
        quick = _quick_answer(arguments)
        if quick is not None:
            print(quick)
            return
        from muster.cli.direct import run_directly

        if run_directly(arguments):
            return
    from muster.cli.app import run as run_with_typer

    run_with_typer(arguments)


def _quick_answer(arguments: list[str]) -> str | None:
    """What the command line prints, if that is known beforehand."""
    if arguments == ["--version"]:
        from muster import __version__

        return f"muster {__version__}"
    if arguments in ([], ["--help"]):
        from pathlib import Path

        # `make docs` writes it from the application itself; a test compares the two.
        return Path(__file__).with_name("help.txt").read_text(encoding="utf-8").rstrip("\n")
    return None


def _complain(message: str, status: int) -> int:
    print(f"muster: {message}", file=sys.stderr)
    return status


def _status(done: SystemExit) -> int:
    if done.code == INTERRUPTED:
        return _complain("interrupted; what was added before is kept.", INTERRUPTED)
    return done.code if isinstance(done.code, int) else 0
