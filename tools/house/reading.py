"""Each file is read and walked once, however many rules look at it."""

import ast
from functools import lru_cache
from pathlib import Path


def tree_of(file: Path) -> ast.Module:
    """The syntax tree of a Python file as it is now."""
    return _parsed(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=2048)
def _parsed(file: Path, changed_ns: int) -> ast.Module:
    del changed_ns  # part of the key: a changed file is read again
    return ast.parse(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=2048)
def nodes(tree: ast.Module) -> tuple[ast.AST, ...]:
    """All nodes of a tree, outer ones first."""
    return tuple(ast.walk(tree))
