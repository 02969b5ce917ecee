"""The Typer application: which commands there are, and how they are explained, completed and run."""

from collections.abc import Callable
from difflib import get_close_matches
from functools import wraps
from inspect import Signature
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from muster import __version__
from muster.cli.commands import COMMANDS, Declared, command_function, declared
from muster.errors import MusterError


class Commands(TyperGroup):
    """Imports the module of a command only when that command is asked for."""

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
    one.command(name)(_with_typers_declarations(command_function(name)))
    return typer.main.get_command(one)


def _with_typers_declarations(function: Callable[..., None]) -> Callable[..., None]:
    @wraps(function)
    def same(**given: Any) -> None:
        function(**given)

    parameters = declared(function)
    signed: Any = same
    signed.__annotations__ = {one.parameter.name: _typers(one) for one in parameters}
    ours = [one.parameter.replace(annotation=_typers(one)) for one in parameters]
    # Typer looks for the parameters of a function in its signature.
    signed.__signature__ = Signature(ours)
    return same


def _typers(one: Declared) -> Any:
    metavar, words = one.told.metavar or None, one.told.help
    if one.option:
        return Annotated[one.type, typer.Option(one.option, metavar=metavar, help=words)]
    # A file that cannot be read is refused when its turn comes: it is not to stop the others.
    return Annotated[one.type, typer.Argument(metavar=metavar, help=words, show_default=False, readable=False)]


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


def run(arguments: list[str]) -> None:
    """Run a command line. Raises SystemExit, and MusterError where something is wrong with what was asked."""
    typer.main.get_command(app).main(arguments, prog_name="muster")
