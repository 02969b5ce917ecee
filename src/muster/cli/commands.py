"""Which commands there are."""

from collections.abc import Callable
from importlib import import_module
from inspect import Parameter, signature
from typing import NamedTuple

from muster.cli.options import Argument, Option

COMMANDS = (
    "extract",
    "explain",
    "add",
    "operations",
    "brief",
    "force",
    "incidents",
    "chain",
    "timeline",
    "conflicts",
    "why",
    "claims",
    "documents",
    "date",
    "diff",
    "judge",
    "serve",
    "user",
    "warnings",
    "score",
)
"""Each is the function of its name in the module of its name, in the order of `muster --help`."""


class Declared(NamedTuple):
    """A parameter of a command with its type and what it declares."""

    parameter: Parameter
    type: object
    told: Argument | Option

    @property
    def option(self) -> str:
        """The option's name on the command line; empty for an argument."""
        if isinstance(self.told, Argument):
            return ""
        return self.told.name or f"--{self.parameter.name.replace('_', '-')}"


def command_function(name: str) -> Callable[..., None]:
    """The function of a command; its module is imported only now."""
    function: Callable[..., None] = getattr(import_module(f"muster.cli.{name}"), name)
    return function


def declared(function: Callable[..., None]) -> list[Declared]:
    """The parameters of a command's function, in order."""
    parameters = signature(function).parameters.values()
    return [Declared(one, one.annotation.__origin__, one.annotation.__metadata__[0]) for one in parameters]
