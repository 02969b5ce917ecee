"""Running a command without Typer, where the command line is plain beyond doubt.

Typer with pydantic, by which it reads values, takes 200 ms to import: a read command is to take that long in all.
What is not plain (a wrong option, a missing argument, `--help`) is left to Typer, which explains it.
"""

from collections.abc import Callable, Sequence

from muster.cli.commands import COMMANDS, command_function, declared

Given = dict[str, str | bool]


def run_directly(arguments: Sequence[str]) -> bool:
    """Run the command line if it is plain; whether it was."""
    if not arguments or arguments[0] not in COMMANDS:
        return False
    function = command_function(arguments[0])
    given = parameters_given(function, arguments[1:])
    if given is None:
        return False
    function(**given)
    return True


def parameters_given(function: Callable[..., None], words: Sequence[str]) -> Given | None:
    """The parameters that the words after a command's name give; None if Typer has to be asked.

    Plain are parameters of text and flags, each given once at most, and values that do not begin with a hyphen.
    """
    parameters = declared(function)
    if any(one.type not in (str, str | None, bool) for one in parameters):
        return None
    awaited = [one.parameter.name for one in parameters if not one.option]
    options = {one.option: one for one in parameters if one.option}
    given: Given = {}
    rest = iter(words)
    for word in rest:
        option, mark, value = word.partition("=")
        known = options.get(option)
        if known is None:
            if word.startswith("-") or not awaited:
                return None
            given[awaited.pop(0)] = word
            continue
        flag = known.type is bool
        value = "" if flag else value if mark else next(rest, "-")
        if known.parameter.name in given or value.startswith("-") or (flag and mark):
            return None
        given[known.parameter.name] = flag or value
    return None if awaited else given
