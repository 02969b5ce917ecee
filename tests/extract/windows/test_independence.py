"""The second reader is one of its own: it never looks at the parse, and knows no module of the other."""

import ast
from pathlib import Path

import pytest

import muster.extract.windows

_FILES = sorted(Path(muster.extract.windows.__file__).parent.glob("*.py"))
_OF_THE_PARSE = {"dep", "clauses", "clause_at", "children", "children_of", "subtree", "ancestors", "phrase"}
_SHARED = {"muster.extract.evidence", "muster.extract.frames"}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_no_label_head_or_clause_is_asked_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert asked & _OF_THE_PARSE == set()
    heads = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "head" and _is_token(n.value)]
    assert heads == []


def _is_token(node: ast.expr) -> bool:
    """Whether an expression is a word by its name; a chunk's `head` is our own."""
    return (isinstance(node, ast.Name) and node.id in ("token", "t")) or (
        isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "tokens"
    )


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_only_the_shared_words_and_evidence_are_imported_from_beside_it(path: Path) -> None:
    imported = {
        node.module
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("muster.extract")
    }
    assert {m for m in imported if not m.startswith("muster.extract.windows")} <= _SHARED
