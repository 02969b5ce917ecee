"""The `muster` command: which commands there are, and how they are found, run and reported."""

import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from muster import __version__
from muster.cli.report import complain
from muster.errors import MusterError

COMMANDS = (
    "extract",
    "add",
    "operations",
    "brief",
    "why",
    "claims",
    "documents",
    "date",
    "warnings",
    "score",
)
"""Each is the function of its name in the module of its name, in the order of `muster --help`."""


class Commands(TyperGroup):
    """Imports the module of a command only when that command is called: half of the start-up is saved so."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, None if there is none."""
        return command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command the arguments ask for; for a misspelt one, those that come near are named."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS)
            advice = f"did you mean {' or '.join(near)}?" if near else "muster --help lists the commands."
            raise MusterError(f"there is no command {name!r}; {advice}")
        return super().resolve_command(ctx, args)


def command(name: str) -> Any:
    """The command `name`, ready to be invoked or asked for its help."""
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(name)(getattr(import_module(f"muster.cli.{name}"), name))
    return typer.main.get_command(one)


app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode=None)


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"muster {__version__}")
        raise typer.Exit


@app.callback()
def muster(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and exit."),
    ] = False,
) -> None:
    """Read reporting on peace operations and keep the record: who commands, who has how many there, what moved, what
    happened. Every figure leads to the sentence that says it.

    Reading needs nothing but the files; what is added is kept in a ledger (MUSTER_DATABASE).
    """


def run(arguments: list[str]) -> int:
    """Run a command line; the exit status. An error Muster raises on purpose is one sentence on standard error."""
    try:
        typer.main.get_command(app).main(arguments, prog_name="muster")
    except MusterError as error:
        complain(str(error))
        return 1
    except SystemExit as done:
        return _status(done)
    return 0


def _status(done: SystemExit) -> int:
    if done.code == INTERRUPTED:
        complain("interrupted; what was added before is kept.")
    if isinstance(done.code, int) or done.code is None:
        return done.code or 0
    print(done.code, file=sys.stderr)
    return 1


INTERRUPTED = 130
"""The exit status of a command that Ctrl-C stopped, as shells have it."""
