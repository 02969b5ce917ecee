"""The quick way into commands takes a command line as Typer does, or leaves it to Typer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.main import get_command

from muster.cli.app import app
from muster.cli.commands import COMMANDS, command_function, declared
from muster.cli.direct import parameters_given

QUICK = [name for name in COMMANDS if name not in ("extract", "add", "score")]


def by_typer(name: str, words: list[str]) -> dict[str, Any]:
    """The parameters Typer reads in the words, without running the command. Raises what Typer raises."""
    group: Any = get_command(app)
    context = group.make_context("muster", [name, *words])
    with context:
        _, command, rest = group.resolve_command(context, [name, *words])
        read: dict[str, Any] = command.make_context(name, list(rest), parent=context).params
    return read


@st.composite
def command_lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    name = draw(st.sampled_from(QUICK))
    options = [one.option for one in declared(command_function(name)) if one.option]
    value = st.sampled_from(["kfor", "2023-06-05", "", "a b", "-", "--", "-x", "kind=x", "Zvečan"])
    option = st.sampled_from([*options, "--nonsense", "-h"])
    word = st.one_of(value, option, st.builds("{}={}".format, option, value))
    return name, draw(st.lists(word, max_size=6))


@given(command_lines())
def test_what_is_taken_quickly_typer_takes_the_same_way(line: tuple[str, list[str]]) -> None:
    name, words = line
    function = command_function(name)
    quick = parameters_given(function, words)
    if quick is not None:
        defaults = {one.parameter.name: one.parameter.default for one in declared(function)}
        assert by_typer(name, words) == defaults | quick


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("brief", ["kfor", "--on", "2023-06-05", "--json"]),
        ("brief", ["--known-by=2023-06-05", "kfor"]),
        ("claims", ["--operation", "kfor", "--kind", "strength", "--status", "actual", "--since", "2023-01-01"]),
        ("claims", ["--until", "2023-12-31", "--document", "a page"]),
        ("documents", []),
        ("date", ["page", "2023-06-05"]),
        ("why", ["1a2b3c4d"]),
    ],
)
def test_ordinary_command_lines_are_taken_quickly(name: str, words: list[str]) -> None:
    assert parameters_given(command_function(name), words) is not None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("brief", []),
        ("brief", ["kfor", "sfor"]),
        ("brief", ["kfor", "--on"]),
        ("brief", ["kfor", "--json", "--json"]),
        ("documents", ["--help"]),
        ("extract", ["page.txt"]),
    ],
)
def test_what_is_not_plain_is_left_to_typer(name: str, words: list[str]) -> None:
    assert parameters_given(command_function(name), words) is None
